package org.lianji.identity;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a review of an identity. */
enum IdentityCode implements Code {
    REVIEW_NOT_FOUND(
            ErrorType.NOT_FOUND,
            "本部门、本辖区没有这件身份核对",
            "There is no such review of an identity of your department in your region"),
    RECORD_MOVED_ON(
            ErrorType.BAD_REQUEST,
            "这条库记录已有新版本、已撤回或已另行关联，请重新读取",
            "The record has a newer version, was taken back or is linked otherwise: read anew");

    private final ErrorType type;
    private final String zh;
    private final String en;

    IdentityCode(ErrorType type, String zh, String en) {
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
