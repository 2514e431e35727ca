package org.lianji.demo;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with what only a demo has. */
enum DemoCode implements Code {
    DEMO_DAYS(
            ErrorType.BAD_REQUEST,
            "演示的时间每次可以向前拨 1 至 31 天",
            "The demo's time is set ahead by 1 to 31 days at a time");

    private final ErrorType type;
    private final String zh;
    private final String en;

    DemoCode(ErrorType type, String zh, String en) {
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
