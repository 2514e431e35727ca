package org.lianji.procedure;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a step of any flow. */
public enum ProcedureCode implements Code {
    VERSION_CONFLICT(
            ErrorType.BAD_REQUEST,
            "已被他人办理，现为第 {version} 版，请重新读取后再办",
            "It was changed meanwhile and is at version {version}: read it again"),
    NOT_YOUR_TURN(
            ErrorType.FORBIDDEN,
            "这一步应由 {side} 一方的 {roles} 办理",
            "This step is for {roles} of the side {side}"),
    TRANSITION_NOT_ALLOWED(
            ErrorType.BAD_REQUEST,
            "处于 {state}，不能办这一步；此刻能办的：{allowed}",
            "Not possible in {state}; open to you now: {allowed}"),
    TEXT_MISSING(
            ErrorType.BAD_REQUEST,
            "请写明 {field}（1 至 {max} 个字符）",
            "Give {field}, 1 to {max} characters");

    private final ErrorType type;
    private final String zh;
    private final String en;

    ProcedureCode(ErrorType type, String zh, String en) {
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
