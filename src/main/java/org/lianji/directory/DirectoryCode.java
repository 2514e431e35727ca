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
                    + " organisation's");

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
