package org.lianji.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.http.HttpStatus;

/** Faults of the door: who calls, how the request is formed, whether the hub can answer. */
public enum PlatformCode implements Code {
    SIGN_IN_REQUIRED(
            ErrorType.UNAUTHORIZED,
            "请先取得访问令牌，并放在 Authorization: Bearer 请求头中",
            "Get an access token and send it as Authorization: Bearer"),
    NOT_ALLOWED(
            ErrorType.FORBIDDEN,
            "您的角色不能办理此事，请由有权限的同事办理",
            "Your role may not do this: ask a colleague whose role may"),
    NOT_FOR_CHARITIES(
            ErrorType.FORBIDDEN,
            "慈善组织不能办理此事，其协议也不开放任何个人信息；可以登记机构（registerCharity）、提供帮扶（offerHelp），"
                    + "本人同意后办理对接（pairings），也可以查询救助政策（records，信息类 MZ13）、"
                    + "行政区划（regions）和目录（catalogue）",
            "A charity can't do this, and its agreements open nobody's data; it can register"
                + " (registerCharity), offer help (offerHelp), help who has consented (pairings),"
                + " and ask for policies (records of the category MZ13), places (regions) and the"
                + " catalogue (catalogue)"),
    STREAM_GAP(
            ErrorType.BAD_REQUEST,
            "游标之后的变动已不全：变动只保留七天，或本平台没有给出过这个游标；请先读取列表，再不带游标重新订阅",
            "What is behind the cursor is not all there any more: changes are kept for seven days,"
                    + " or the hub never gave this cursor: read the list, then subscribe without a"
                    + " cursor"),
    SYNTAX(ErrorType.BAD_REQUEST, "GraphQL 语法有误", "The GraphQL document has a syntax error"),
    INVALID_DOCUMENT(
            ErrorType.BAD_REQUEST,
            "查询不符合本平台的 schema，请按 locations 所示修改",
            "The document does not fit the schema: correct it at the locations given"),
    INVALID_VARIABLES(
            ErrorType.BAD_REQUEST,
            "变量的值不符合 locations 所指的声明：extensions 说明是哪个变量、其中哪一处（path）、应为什么类型（type）",
            "A variable's value does not fit its declaration at the location given: in"
                    + " extensions see which variable, where in it (path), and what type it"
                    + " should be (type)"),
    NOT_ONE_FIELD(
            ErrorType.BAD_REQUEST,
            "{type} 只收一项：请写且只写其中一项，值不能为 null",
            "A {type} takes one of its fields: give one, neither none nor several nor null"),
    BODY_NOT_JSON(
            ErrorType.BAD_REQUEST,
            "请求体应为一个 JSON 对象（UTF-8）",
            "The body must be one JSON object in UTF-8"),
    BODY_ENCODING(
            ErrorType.BAD_REQUEST,
            "请求体应为不带 BOM 的 UTF-8，收到的像是 {found}",
            "The body must be UTF-8 without a byte order mark; this looks like {found}"),
    LONE_SURROGATE(
            ErrorType.BAD_REQUEST,
            "{parameter} 中有不成对的代理码元（如 \\ud800），不是完整的字符",
            "In {parameter} stands half of a surrogate pair (such as \\ud800), which is no"
                    + " character"),
    BATCH_NOT_SUPPORTED(
            ErrorType.BAD_REQUEST,
            "一次请求只收一个操作，不收数组：请在一个文档里用别名问几个字段，或分几次发送（HTTP/2 下可同时进行）",
            "A request holds one operation, not an array of them: ask several fields of one"
                    + " document under aliases, or send several requests at once"),
    PERSISTED_QUERY_NOT_SUPPORTED(
            ErrorType.BAD_REQUEST,
            "不支持自动持久化查询（extensions.persistedQuery）：请由共享工作机构用 trustDocument 登记文档，再用 documentId 代替"
                    + " query",
            "Automatic persisted queries (extensions.persistedQuery) are not taken: have the"
                    + " document registered with trustDocument and send documentId instead of"
                    + " query"),
    OPERATION_NAME_REQUIRED(
            ErrorType.BAD_REQUEST,
            "文档中有多个操作（{operations}），请用 operationName 写明执行哪一个",
            "The document has several operations ({operations}): name the one to run in"
                    + " operationName"),
    OPERATION_UNKNOWN(
            ErrorType.BAD_REQUEST,
            "文档中没有 operationName 所写的操作，现有：{operations}",
            "The document has no operation of that operationName, but these: {operations}"),
    DUPLICATE_HEADER(
            ErrorType.BAD_REQUEST,
            "请求头 {header} 出现了不止一次，请只写一次",
            "The header field {header} occurs more than once: send it once"),
    DUPLICATE_KEY(
            ErrorType.BAD_REQUEST,
            "请求体的 JSON 中有重复的键，请删去其一",
            "A key occurs twice in the JSON of the body: remove one"),
    DOCUMENT_UNKNOWN(
            ErrorType.NOT_FOUND,
            "本部门没有登记此文档，或者已停用；请由共享工作机构用 trustDocument 登记",
            "The department has not registered this document, or has retired it: its sharing unit"
                    + " registers it with trustDocument"),
    DOCUMENT_NOT_TRUSTED(
            ErrorType.FORBIDDEN,
            "本平台只执行已登记的文档；请先登记，再用 documentId 代替 query",
            "Only registered documents run here: have it registered, and send documentId instead"
                    + " of query"),
    ID_IN_DOCUMENT(
            ErrorType.BAD_REQUEST,
            "公民身份号码只能放在变量里，不能写进查询文本",
            "An ID number must be sent as a variable, never in the document"),
    SAYS_NOTHING(
            ErrorType.BAD_REQUEST,
            "{field} 没有写出内容：不能只有空白、看不见的字符、标点，或同一个字的重复，请写清楚",
            "{field} says nothing: it is blank, signs, or one letter over and over; write what is"
                    + " meant"),
    ID_NUMBER_IN_TEXT(
            ErrorType.BAD_REQUEST,
            "文字中不能含有公民身份号码（自第 {position} 个字符起），请删去；号码只填在公民身份号码一项",
            "A text must not hold an ID number, as this does from character {position} on:"
                    + " remove it, numbers go where an ID number is asked for"),
    INVALID_PARAMETER(
            ErrorType.BAD_REQUEST,
            "请求参数 {parameter} 缺失或类型不对",
            "The parameter {parameter} of the request is missing or of the wrong type"),
    BODY_TOO_LARGE(
            ErrorType.BAD_REQUEST,
            HttpStatus.CONTENT_TOO_LARGE,
            "请求体超出 {limit} 字节；成批的库记录请用文件上传",
            "The body exceeds {limit} bytes: upload many records as a file"),
    METHOD_NOT_ALLOWED(
            ErrorType.BAD_REQUEST,
            HttpStatus.METHOD_NOT_ALLOWED,
            "此地址不接受该 HTTP 方法，请用 Allow 头所列的；GraphQL 请用 POST",
            "This address does not take that HTTP method: take one that the header Allow lists,"
                    + " for GraphQL POST"),
    UNSUPPORTED_MEDIA_TYPE(
            ErrorType.BAD_REQUEST,
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "请求体的 Content-Type 不受支持：GraphQL 请用 application/json（UTF-8），文件请用 text/csv 或"
                    + " application/x-ndjson",
            "The body's Content-Type is not supported: GraphQL takes application/json in UTF-8,"
                    + " uploads take text/csv or application/x-ndjson"),
    NOT_ACCEPTABLE(
            ErrorType.BAD_REQUEST,
            HttpStatus.NOT_ACCEPTABLE,
            "无法给出 Accept 所要的格式：GraphQL 请接受 application/graphql-response+json 或"
                    + " application/json，文件请接受 */*",
            "What Accept asks for is not offered: accept application/graphql-response+json or"
                    + " application/json from GraphQL, */* for files"),
    TOO_MANY_TOKENS(
            ErrorType.BAD_REQUEST,
            "查询文本过长，至多 {limit} 个词；库记录请放在变量里",
            "The document has more than {limit} tokens: put rows into variables"),
    TOO_DEEP(
            ErrorType.BAD_REQUEST,
            "查询层次过深，至多 {limit} 层",
            "The document is nested deeper than {limit} levels"),
    TOO_MANY_FIELDS(
            ErrorType.BAD_REQUEST,
            "查询的字段过多，展开片段后至多 {limit} 个",
            "The document asks for more than {limit} fields, fragments expanded"),
    TOO_MANY_ALIASES(
            ErrorType.BAD_REQUEST,
            "查询的别名过多，展开片段后至多 {limit} 个",
            "The document has more than {limit} aliases, fragments expanded"),
    TOO_MANY_REPEATS(
            ErrorType.BAD_REQUEST,
            "同一字段在一处重复超过 {limit} 次",
            "A selection repeats a field more than {limit} times"),
    TOO_MANY_DIRECTIVES(
            ErrorType.BAD_REQUEST,
            "查询的指令过多，展开片段后至多 {limit} 个",
            "The document has more than {limit} directives, fragments expanded"),
    TOO_MANY_FRAGMENTS(
            ErrorType.BAD_REQUEST,
            "查询的片段过多，至多 {limit} 个",
            "The document defines more than {limit} fragments"),
    VARIABLES_TOO_LARGE(
            ErrorType.BAD_REQUEST,
            "变量过大：{what} 超过 {limit}；成批的库记录请用文件上传",
            "The variables are too large, {what} is over {limit}: upload many records as a file"),
    TOO_EXPENSIVE(
            ErrorType.BAD_REQUEST,
            "预计开销 {cost} 超出上限 {limit}，请减小每页条数、层次或分支",
            "The estimated cost {cost} exceeds {limit}: ask for smaller pages, fewer"
                    + " levels or fewer branches"),
    TOO_COMPLEX(
            ErrorType.BAD_REQUEST,
            "查询太复杂：按分支展开的字段连同条件为 {parts}，至多 {limit}，请分几次查询，或者用 in 代替 or",
            "The operation is too complex: its fields, each branch counted, and conditions come to"
                + " {parts}, {limit} at most: ask in several operations, or by in instead of or"),
    RATE_LIMITED(
            ErrorType.BAD_REQUEST,
            HttpStatus.TOO_MANY_REQUESTS,
            "请求过于频繁，请在 {retryAfterSeconds} 秒后再试",
            "Too many requests: try again in {retryAfterSeconds} seconds"),
    TOO_MANY_UPLOADS(
            ErrorType.BAD_REQUEST,
            HttpStatus.TOO_MANY_REQUESTS,
            "同时传送的文件过多，至多 {limit} 个，请等其中一个完成",
            "More than {limit} files at the same time: wait until one is done"),
    TIMED_OUT(
            ErrorType.INTERNAL_ERROR,
            HttpStatus.SERVICE_UNAVAILABLE,
            "处理超时，已中止，请缩小查询范围",
            "The request took too long and was stopped: ask for less"),
    INTROSPECTION_NOT_ALLOWED(
            ErrorType.FORBIDDEN, "没有查看 schema 的权限", "Reading the schema is not allowed to you"),
    INTROSPECTION_TOO_LARGE(
            ErrorType.BAD_REQUEST,
            "对 schema 的查询太大：约有 {fields} 个字段，至多 {limit}；整份 schema 可用 GET /graphql/schema 取得",
            "The question about the schema is too large, some {fields} fields, {limit} at most: GET"
                    + " /graphql/schema has all of it"),
    INTROSPECTION_TOO_DEEP(
            ErrorType.BAD_REQUEST,
            "对 schema 的查询有 {lists} 层列表，至多 {limit} 层；整份 schema 可用 GET /graphql/schema 取得",
            "The question about the schema has {lists} lists within one another, {limit} at most:"
                    + " GET /graphql/schema has all of it"),
    SUBSCRIPTION_NEEDS_STREAM(
            ErrorType.BAD_REQUEST,
            "订阅请用 WebSocket（graphql-transport-ws），或以 Accept: text/event-stream 发送",
            "A subscription needs a stream: use WebSocket (graphql-transport-ws), or send Accept:"
                    + " text/event-stream"),
    STREAM_NOT_ALLOWED(ErrorType.FORBIDDEN, "没有订阅的权限", "Following changes is not allowed to you"),
    ORIGIN_NOT_ALLOWED(
            ErrorType.FORBIDDEN,
            "此网页的来源不在许可之列：请由运行单位在 lianji.origins 中登记",
            "Pages of this origin may not call the hub: its operator lists it in lianji.origins"),
    TOO_MANY_STREAMS(
            ErrorType.BAD_REQUEST,
            HttpStatus.TOO_MANY_REQUESTS,
            "同时进行的操作过多，至多 {limit} 个，请先结束一些",
            "More than {limit} operations at the same time: end some first"),
    STREAM_TOO_SLOW(
            ErrorType.BAD_REQUEST,
            "接收太慢，积压过多，此订阅已中止，请重新订阅",
            "Events were read too slowly and the stream has ended: subscribe again"),
    TOKEN_EXPIRED(
            ErrorType.UNAUTHORIZED,
            "访问令牌已到期，请取得新令牌后重新订阅",
            "The access token has run out: get a new one and subscribe again"),
    REQUEST_CUT(
            ErrorType.BAD_REQUEST,
            "请求没有收完，什么也没有写入，请重新发送",
            "The request ended early and nothing was written: send it again"),
    MUTATION_KEY(
            ErrorType.BAD_REQUEST,
            "clientMutationKey 应为 1 至 100 个可见 ASCII 字符，例如一个 UUID",
            "clientMutationKey has 1 to 100 visible ASCII characters: take a UUID"),
    MUTATION_KEY_TAKEN(
            ErrorType.BAD_REQUEST,
            HttpStatus.CONFLICT,
            "此 clientMutationKey 已用于其他内容，没有办理；新的事请换一个",
            "This clientMutationKey was used with another content and nothing was done: take a new"
                    + " one for something new"),
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
            "The cursor does not belong to this query: start again from the first page"),
    NOT_FOUND(ErrorType.NOT_FOUND, "没有这个地址", "There is nothing at this address"),
    BAD_REQUEST(ErrorType.BAD_REQUEST, "请求有误", "The request is malformed"),
    UNAVAILABLE(
            ErrorType.INTERNAL_ERROR,
            HttpStatus.SERVICE_UNAVAILABLE,
            "数据库或令牌签发方暂时不可用，请稍后重试",
            "The database or the token issuer does not answer: try again later"),
    INTERNAL(
            ErrorType.INTERNAL_ERROR,
            "系统内部错误，请把编号 {traceId} 告知管理员",
            "Internal fault: tell the operator the number {traceId}");

    private final ErrorType type;
    private final @Nullable HttpStatus status;
    private final String zh;
    private final String en;

    PlatformCode(ErrorType type, String zh, String en) {
        this(type, null, zh, en);
    }

    PlatformCode(ErrorType type, @Nullable HttpStatus status, String zh, String en) {
        this.type = type;
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    /** {@return what is told of a request that was refused with that status} */
    public static PlatformCode of(@Nullable HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> SIGN_IN_REQUIRED;
            case FORBIDDEN -> NOT_ALLOWED;
            case NOT_FOUND -> NOT_FOUND;
            case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> NOT_ACCEPTABLE;
            case UNSUPPORTED_MEDIA_TYPE -> UNSUPPORTED_MEDIA_TYPE;
            case CONTENT_TOO_LARGE -> BODY_TOO_LARGE;
            case SERVICE_UNAVAILABLE -> UNAVAILABLE;
            case null -> BAD_REQUEST;
            default -> status.is5xxServerError() ? INTERNAL : BAD_REQUEST;
        };
    }

    @Override
    public ErrorType type() {
        return type;
    }

    @Override
    public HttpStatus httpStatus() {
        return status == null ? Code.super.httpStatus() : status;
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
