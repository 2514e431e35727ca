package org.lianji.selection;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** Faults of a query; but for the size of a table, all are told before any data is touched. */
public enum QueryCode implements Code {
    ITEM_NOT_GRANTED(
            ErrorType.FORBIDDEN,
            "没有 {item} 的授权，不能用来筛选、排序或统计",
            "{item} is not granted and can be used neither in a condition or an order nor in a"
                    + " statistic"),
    NO_SUCH_REGION(
            ErrorType.BAD_REQUEST,
            "没有这个行政区划代码：请从 regions 查询的结果中取",
            "There is no such region: take a code from the query regions"),
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
            "用途 F、G 不能读取个人信息：统计用 statistics；慈善组织可以查询救助政策（MZ13）、行政区划和信息目录",
            "Purposes F and G read no person: statistics come from the field statistics, and a"
                    + " charity can ask for policies (MZ13), regions and the catalogue"),
    BASIS_REQUIRED(
            ErrorType.BAD_REQUEST,
            "读取个人信息须写明所办事项：请求头 Lianji-Basis，可用 openBasis 登记",
            "A read about people names its basis: header Lianji-Basis; register one with"
                    + " openBasis"),
    BASIS_NOT_IN_FORCE(
            ErrorType.FORBIDDEN,
            "本部门没有登记这一事项，或者它已办结、已过期、不为所写的用途：请核对请求头 Lianji-Basis 和 Lianji-Purpose，或用 openBasis"
                    + " 另行登记",
            "Your department has registered no such basis, or it is closed or has ended, or serves"
                    + " another purpose: check the headers Lianji-Basis and Lianji-Purpose, or"
                    + " register one with openBasis"),
    ERRAND_BASIS_REQUIRED(
            ErrorType.BAD_REQUEST,
            "上门人员凭受派的事项查阅：把 visitAssignments 或 needAssessments 所列的 basis 填入请求头"
                    + " Lianji-Basis；没有受派的，请承办人指名派您",
            "Who goes to the doors reads on what they are sent for: put the basis of"
                    + " visitAssignments or needAssessments into the header Lianji-Basis; without"
                    + " one, ask who works on the matter to send you by name"),
    ERRAND_NOT_IN_FORCE(
            ErrorType.FORBIDDEN,
            "这一事项没有派您，或者已撤回、已办结、已过期、不为所写的用途：请核对 visitAssignments 或 needAssessments"
                    + " 所列的 basis，或请承办人再派",
            "You are not sent for this, or it was taken back, is closed, has ended or serves"
                    + " another purpose: check the basis against visitAssignments or"
                    + " needAssessments, or ask who works on the matter to send you again"),
    PURPOSE_G_REQUIRED(
            ErrorType.BAD_REQUEST,
            "统计须写明用途：请求头 Lianji-Purpose: G",
            "A statistic states its purpose: header Lianji-Purpose: G"),
    CATEGORY_NOT_GRANTED(
            ErrorType.FORBIDDEN,
            "没有用 {category} 作统计的授权，原因：{reason}",
            "The category {category} is not granted for statistics: {reason}"),
    NOT_FOR_STATISTICS(
            ErrorType.BAD_REQUEST,
            "统计不能这样问，问题在参数 {argument}：region 从全市（不写 region 即全部）到苏木乡镇街道为止；byMonth 用日期或年月，byItem"
                    + " 用代码表或是否，sum 用金额或整数；where 中代码表或是否类数据项只等于一个取值（eq，多值项用 has），连 byItem"
                    + " 至多两项，byMonth 那一项可写起止月（gte、lte）",
            "A statistic can't be asked so, because of the argument {argument}: region goes from"
                + " the city down to townships, and is left out for everybody; byMonth takes a date"
                + " or a month, byItem a choice or a boolean, sum an amount or a whole number; in"
                + " where a choice or boolean is one value (eq; of a list has), two items at most"
                + " with byItem, and the item of byMonth may have a first and a last month (gte,"
                + " lte)"),
    STATISTICS_BUDGET(
            ErrorType.FORBIDDEN,
            "今天对此信息类能问的不同统计问题已问完，明天零时起可以再问；今天问过的仍可再问",
            "Today's different questions for statistics of this category are used up: ask again"
                    + " after midnight; those asked today may be asked again"),
    TOO_MANY_CELLS(
            ErrorType.BAD_REQUEST,
            "统计表太大，请缩小区划或时间范围，或减少分组",
            "The table is too large: narrow the region or the months, or group by less"),
    STATISTICS_TIME(
            ErrorType.BAD_REQUEST,
            "统计用时太长，请缩小区划或时间范围，或减少分组",
            "The statistic took too long: narrow the region or the months, or group by less"),
    CATEGORY_MISMATCH(
            ErrorType.BAD_REQUEST,
            "{argument} 只能写在所查信息类名下（{expected}）",
            "{argument} takes what stands under the queried category's name only, {expected}"),
    VALUE(
            ErrorType.BAD_REQUEST,
            "{argument} 中的值不合要求：{reason}",
            "A value in {argument} is wrong: {reason}"),
    VARIABLE_WITHOUT_VALUE(
            ErrorType.BAD_REQUEST,
            "{argument} 里写着变量 ${variable}，但没有给它值：请给出值；不要这一条件，就不写，或把整个 where、orderBy 写成一个变量",
            "{argument} is written with the variable ${variable}, which has no value: send one;"
                + " leave a condition out that is not wanted, or write the whole where or orderBy"
                + " as one variable"),
    NULL_CONDITION(
            ErrorType.BAD_REQUEST,
            "条件 {argument} 不能为 null，也不能空着：找没有值的记录用 isNull: true，不要此条件就不写",
            "The condition {argument} can be neither null nor empty: isNull: true finds records"
                    + " without a value; leave out a condition that is not wanted"),
    EXPORT_FORMAT(
            ErrorType.BAD_REQUEST,
            "format 应为 ndjson、csv 或 parquet；供电子表格打开的（excel）只有 csv",
            "format is ndjson, csv or parquet; for a spreadsheet (excel) csv only"),
    EXPORT_CATEGORY(
            ErrorType.NOT_FOUND,
            "没有此信息类，代码见 categories 查询",
            "There is no such category: the query categories lists their codes"),
    EXPORT_ITEM(
            ErrorType.BAD_REQUEST,
            "此信息类没有这些数据项：{items}",
            "The category has no such items: {items}"),
    BOARD_REGION(
            ErrorType.BAD_REQUEST,
            "没有这个行政区划，或者不在您的辖区内：请填写本辖区内的代码，不填即为本辖区",
            "There is no such region, or it is not in yours: take one in your region, or none for"
                    + " all of it"),
    EXPORT_REGION(
            ErrorType.BAD_REQUEST,
            "此信息类没有记录区划的数据项，请用只覆盖该区划的依据（openBasis）",
            "No item of the category tells a region: use a basis that covers that region only"
                    + " (openBasis)"),
    EXPORT_ROWS(ErrorType.BAD_REQUEST, "first 应为正整数", "first is a whole number from 1"),
    EXPORT_NOT_GRANTED(
            ErrorType.FORBIDDEN,
            "没有 {item} 的授权，不能导出：{code}",
            "{item} is not granted and can't be exported: {code}"),
    EXPORT_CHANGED(
            ErrorType.FORBIDDEN,
            "导出途中授权有变，请从最后一个游标重新开始",
            "What is granted has changed on the way: begin again at the last cursor");

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
