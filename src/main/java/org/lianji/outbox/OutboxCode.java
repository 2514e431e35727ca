package org.lianji.outbox;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** Why news are not the caller's. */
enum OutboxCode implements Code {
    NOT_THE_OPERATOR(
            ErrorType.FORBIDDEN,
            "平台的运行由牵头部门负责，请由其系统或共享工作机构办理",
            "The hub is run by the department that leads: ask its system or its sharing unit");

    private final ErrorType type;
    private final String zh;
    private final String en;

    OutboxCode(ErrorType type, String zh, String en) {
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
