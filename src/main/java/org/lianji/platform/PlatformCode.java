package org.lianji.platform;

import org.springframework.graphql.execution.ErrorType;

/** Faults of the door: who calls, how the request is formed, whether the hub can answer. */
public enum PlatformCode implements Code {
    SIGN_IN_REQUIRED(
            ErrorType.UNAUTHORIZED,
            "请先取得访问令牌，并放在 Authorization: Bearer 请求头中",
            "Get an access token and send it as Authorization: Bearer"),
    NOT_ALLOWED(ErrorType.FORBIDDEN, "没有办理此事的权限", "Not allowed"),
    SYNTAX(ErrorType.BAD_REQUEST, "GraphQL 语法有误", "The GraphQL document has a syntax error"),
    INVALID_DOCUMENT(
            ErrorType.BAD_REQUEST,
            "查询不符合本平台的 schema，请按 locations 所示修改",
            "The document does not fit the schema: correct it at the locations given"),
    INVALID_VARIABLES(
            ErrorType.BAD_REQUEST,
            "变量不符合声明的类型，请按 details 所示修改",
            "The variables do not fit their declared types"),
    UNAVAILABLE(ErrorType.INTERNAL_ERROR, "数据库暂时不可用，请稍后重试", "The database does not answer: try again later"),
    INTERNAL(
            ErrorType.INTERNAL_ERROR,
            "系统内部错误，请把 traceId 告知管理员",
            "Internal fault: tell the operator the traceId");

    private final ErrorType type;
    private final String zh;
    private final String en;

    PlatformCode(ErrorType type, String zh, String en) {
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
