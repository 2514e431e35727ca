package org.lianji.audit;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.http.HttpStatus;

/** What can be wrong with the chain or a question about it. */
public enum AuditCode implements Code {
    CHAIN_UNAVAILABLE(
            ErrorType.INTERNAL_ERROR,
            "访问记录暂时无法写入，因此不提供数据，请稍后重试",
            "The audit chain can't be written, so no data is given: try again later"),
    NOT_SEALED_YET(
            ErrorType.NOT_FOUND,
            "这条访问记录还没有封存，请几秒后再取证明",
            "The entry is not sealed yet: ask for its proof in some seconds"),
    ENTRY_NOT_FOUND(ErrorType.NOT_FOUND, "没有这条访问记录", "There is no such entry"),
    DATE_FORMAT(ErrorType.BAD_REQUEST, "日期应写作 2026-11-25", "Write a date as 2026-11-25"),
    TIME_FORMAT(
            ErrorType.BAD_REQUEST,
            "时刻应写作 2026-11-25T10:03:00+08:00",
            "Write a time as 2026-11-25T10:03:00+08:00"),
    NOTHING_SEALED(
            ErrorType.NOT_FOUND,
            "那里还没有封存的访问记录，请改问较早的日期或高度",
            "No entries are sealed there: ask for an earlier day or height"),
    HEIGHTS(
            ErrorType.BAD_REQUEST,
            "from 和 to 是区块高度，从 1 起，from 不大于 to",
            "from and to are heights of blocks, from 1 on, from not above to");

    private final ErrorType type;
    private final String zh;
    private final String en;

    AuditCode(ErrorType type, String zh, String en) {
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
    public HttpStatus httpStatus() {
        return this == CHAIN_UNAVAILABLE ? HttpStatus.SERVICE_UNAVAILABLE : Code.super.httpStatus();
    }
}
