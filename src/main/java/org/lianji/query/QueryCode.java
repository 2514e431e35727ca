package org.lianji.query;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** Faults of a query, all of them told before any data is touched. */
enum QueryCode implements Code {
    ITEM_NOT_GRANTED(
            ErrorType.FORBIDDEN,
            "没有此数据项的授权，不能用来筛选或排序",
            "An item that is not granted can be used neither in a condition nor in an order"),
    PURPOSE_REQUIRED(
            ErrorType.BAD_REQUEST,
            "读取个人信息须写明用途：请求头 Lianji-Purpose 取 A 至 E，本人查询取 H",
            "A read about people states its purpose: header Lianji-Purpose, A to E, or H for"
                    + " oneself"),
    PURPOSE_NOT_YOURS(
            ErrorType.FORBIDDEN,
            "用途 H 只供本人查询，本人也只能用 H",
            "Purpose H is for citizens about themselves, and they have no other"),
    PURPOSE_READS_NO_PERSON(
            ErrorType.FORBIDDEN,
            "用途 F、G 不能读取个人信息：慈善转介用去标识的需求单，统计用 statistics",
            "Purposes F and G read no person: charities see de-identified needs, statistics come"
                    + " from the field statistics"),
    BASIS_REQUIRED(
            ErrorType.BAD_REQUEST,
            "读取个人信息须写明所办事项：请求头 Lianji-Basis，可用 openBasis 登记",
            "A read about people names its basis: header Lianji-Basis; register one with"
                    + " openBasis"),
    CATEGORY_MISMATCH(
            ErrorType.BAD_REQUEST,
            "where 和 orderBy 只能写在所查信息类名下",
            "where and orderBy take conditions under the queried category's name only"),
    VALUE(
            ErrorType.BAD_REQUEST,
            "条件中的值不合要求，原因见 details.reason",
            "A value in a condition is wrong, see details.reason"),
    PAGE_SIZE(
            ErrorType.BAD_REQUEST,
            "first 和 last 应在 1 至 200 之间",
            "first and last must be between 1 and 200"),
    PAGE_DIRECTION(
            ErrorType.BAD_REQUEST,
            "用 first/after 向后翻，或用 last/before 向前翻，不能混用",
            "Page forward with first/after or backward with last/before, not both"),
    CURSOR(
            ErrorType.BAD_REQUEST,
            "游标不属于此查询，请从第一页重新开始",
            "The cursor does not belong to this query: start again from the first page");

    private final ErrorType type;
    private final String zh;
    private final String en;

    QueryCode(ErrorType type, String zh, String en) {
        this.type = type;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public ErrorType type() {
        return type;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
