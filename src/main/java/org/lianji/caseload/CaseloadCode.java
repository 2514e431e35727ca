package org.lianji.caseload;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a question about the load of applications. */
enum CaseloadCode implements Code {
    CASE_NAME(
            ErrorType.BAD_REQUEST,
            "name 须是 1 至 50 个字符的全名",
            "name is a whole name of 1 to 50 characters"),
    DURATION_DAYS(
            ErrorType.BAD_REQUEST,
            "from 不能晚于 to，两者相距至多 3 年",
            "from is no later than to, and they are three years apart at most");

    private final ErrorType type;
    private final String zh;
    private final String en;

    CaseloadCode(ErrorType type, String zh, String en) {
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
