package org.lianji.publication;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with what is asked about published needs. */
enum PublicationCode implements Code {
    PUBLISHED_BY_LEAD(
            ErrorType.FORBIDDEN,
            "需求由牵头的民政部门公布",
            "Needs are published by the department of civil affairs, which leads"),
    NEED_NOT_PUBLISHED(
            ErrorType.NOT_FOUND,
            "没有公布过这项需求：请用 publishedNeeds 中本组织所见的 pseudonym",
            "No such need is published: give the pseudonym that your organisation sees in"
                    + " publishedNeeds"),
    OFFER_NOT_SUITABLE(
            ErrorType.BAD_REQUEST,
            "供给须是本组织的、待对接的，且与需求同一种帮扶",
            "The offer must be your own, open, and of the kind of help that the need shows"),
    ASKS_TODAY(
            ErrorType.FORBIDDEN,
            "本组织今天请求对接的次数已满，请明天再提",
            "Your organisation has asked for as many pairings as it may today; ask again tomorrow"),
    WISH_NOT_FOUND(
            ErrorType.NOT_FOUND,
            "没有这项对接请求，或已办理",
            "There is no such wish among those you see, or it is settled");

    private final ErrorType type;
    private final String zh;
    private final String en;

    PublicationCode(ErrorType type, String zh, String en) {
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
