package org.lianji.webhooks;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with an address to be told at. */
enum WebhookCode implements Code {
    WEBHOOK_NOT_FOUND(ErrorType.NOT_FOUND, "没有这个推送地址", "There is no such webhook"),
    WEBHOOK_URL(
            ErrorType.BAD_REQUEST,
            "地址须以 https:// 开头，指向另一台主机，至多 {max} 个字符，不带用户名、密码和片段；演示模式下可用 http://127.0.0.1",
            "The url begins with https://, leads to another machine, has {max} characters at most"
                    + " and neither user, password nor fragment; in demo mode http://127.0.0.1 will"
                    + " do"),
    WEBHOOK_KIND(
            ErrorType.BAD_REQUEST,
            "没有 {kind} 这类消息；可以推送的有 {kinds}",
            "There are no news of the kind {kind}; there are {kinds}"),
    WEBHOOK_DEPARTMENTS_ONLY(
            ErrorType.FORBIDDEN, "推送地址由部门登记", "Webhooks are registered by departments"),
    TOO_MANY_WEBHOOKS(
            ErrorType.BAD_REQUEST,
            "一个部门至多登记 {max} 个推送地址，请先移除不用的",
            "A department has {max} webhooks at most: remove one that is not used any more");

    private final ErrorType type;
    private final String zh;
    private final String en;

    WebhookCode(ErrorType type, String zh, String en) {
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
