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
            "变量不符合 locations 所指声明的类型",
            "A variable does not fit the type declared at the location given"),
    BODY_NOT_JSON(
            ErrorType.BAD_REQUEST,
            "请求体应为一个 JSON 对象（UTF-8）",
            "The body must be one JSON object in UTF-8"),
    DUPLICATE_KEY(
            ErrorType.BAD_REQUEST,
            "请求体的 JSON 中有重复的键，请删去其一",
            "A key occurs twice in the JSON of the body: remove one"),
    INVALID_PARAMETER(
            ErrorType.BAD_REQUEST,
            "请求参数缺失或类型不对，见 details.parameter",
            "A parameter of the request is missing or of the wrong type, see details.parameter"),
    BODY_TOO_LARGE(
            ErrorType.BAD_REQUEST,
            "请求体超出 details.limit 字节；成批的库记录请用文件上传",
            "The body exceeds details.limit bytes: upload many records as a file"),
    METHOD_NOT_ALLOWED(
            ErrorType.BAD_REQUEST,
            "此地址不接受该 HTTP 方法，GraphQL 请用 POST",
            "This address does not take that HTTP method: GraphQL takes POST"),
    UNSUPPORTED_MEDIA_TYPE(
            ErrorType.BAD_REQUEST,
            "请求体的 Content-Type 不受支持，GraphQL 请用 application/json（UTF-8）",
            "The body's Content-Type is not supported: GraphQL takes application/json in UTF-8"),
    NOT_ACCEPTABLE(
            ErrorType.BAD_REQUEST,
            "无法给出 Accept 所要的格式，请接受 application/graphql-response+json 或 application/json",
            "What Accept asks for is not offered: accept application/graphql-response+json or"
                    + " application/json"),
    REQUEST_CUT(
            ErrorType.BAD_REQUEST,
            "请求没有收完，什么也没有写入，请重新发送",
            "The request ended early and nothing was written: send it again"),
    NOT_FOUND(ErrorType.NOT_FOUND, "没有这个地址", "There is nothing at this address"),
    BAD_REQUEST(ErrorType.BAD_REQUEST, "请求有误", "The request is malformed"),
    UNAVAILABLE(
            ErrorType.INTERNAL_ERROR,
            "数据库暂时不可用，请稍后重试",
            "The database does not answer: try again later"),
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

    @Override
    public boolean unavailable() {
        return this == UNAVAILABLE;
    }
}
