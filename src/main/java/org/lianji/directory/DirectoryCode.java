package org.lianji.directory;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with services in the form of HSDS. */
enum DirectoryCode implements Code {
    HSDS_NOT_VALID(
            ErrorType.BAD_REQUEST,
            "第 {place} 处不符合 HSDS 3 或本平台的要求（{rule}），整份未收；要求见 docs/clients.md",
            "At {place} it is not as HSDS 3 or the hub wants it ({rule}), and nothing of it was"
                    + " taken; see docs/clients.md"),
    HSDS_OF_ANOTHER(
            ErrorType.FORBIDDEN,
            "只收本组织的服务：第 {place} 处写的是另一组织的统一社会信用代码",
            "Only your own services are taken: at {place} the unified code is another"
                    + " organisation's"),
    HSDS_NOT_KEPT(
            ErrorType.BAD_REQUEST,
            "第 {place} 处的内容本平台不能照原样保存，整份未收：去掉它，或按平台的写法填（取回一份即可对照）",
            "The hub can't keep what is said at {place} as it is, and nothing was taken: leave it"
                    + " out, or say it as the hub does (read a service to see how)"),
    HSDS_CHANGED(
            ErrorType.BAD_REQUEST,
            "第 {place} 处的服务已经收过，内容不同：已有的供给不能改，请先收回（withdrawOffer），再用新的 id 报送",
            "The service at {place} was taken already and says something else now: an offer is not"
                    + " changed, take it back (withdrawOffer) and send it anew under another id"),
    HSDS_PAGE(
            ErrorType.BAD_REQUEST,
            "页码须在 1 至 {pages} 之间，每页 1 至 500 条",
            "The page is a number from 1 to {pages}, and a page has 1 to 500 services");

    private final ErrorType type;
    private final String zh;
    private final String en;

    DirectoryCode(ErrorType type, String zh, String en) {
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
