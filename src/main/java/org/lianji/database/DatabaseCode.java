package org.lianji.database;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.http.HttpStatus;

/** Why the graph can't be asked or written to for now. */
enum DatabaseCode implements Code {
    STORAGE_LOW(
            "存储空间不足，暂停写入，查询照常；请在 {retryAfterSeconds} 秒后再试，并告知平台管理员",
            "Storage runs low: nothing is written for now, reading goes on. Try again in"
                    + " {retryAfterSeconds} seconds, and tell the hub's operator"),
    STORAGE_FULL(
            "存储空间将满，暂停服务；请在 {retryAfterSeconds} 秒后再试，并告知平台管理员",
            "Storage is all but full and the hub is closed for now: try again in"
                    + " {retryAfterSeconds} seconds, and tell the hub's operator"),
    BACKUP_UNDER_WAY(
            "正在备份，暂停服务；请在 {retryAfterSeconds} 秒后再试",
            "A backup is being made and the hub pauses: try again in {retryAfterSeconds} seconds"),
    DATABASE_SILENT(
            "数据库没有应答；请在 {retryAfterSeconds} 秒后再试",
            "The database does not answer: try again in {retryAfterSeconds} seconds");

    private final String zh;
    private final String en;

    DatabaseCode(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public ErrorType type() {
        return ErrorType.INTERNAL_ERROR;
    }

    @Override
    public HttpStatus httpStatus() {
        return HttpStatus.SERVICE_UNAVAILABLE;
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
