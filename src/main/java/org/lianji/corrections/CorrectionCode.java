package org.lianji.corrections;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a correction, or with a step that somebody takes in its life. */
enum CorrectionCode implements Code {
    CORRECTION_NOT_FOUND(
            ErrorType.NOT_FOUND, "没有这件校核", "There is no such correction among your own"),
    ITEM_NOT_SEEN(
            ErrorType.NOT_FOUND,
            "没有这条库记录，或者看不到它的这一项",
            "There is no such record, or its item is not shown to you"),
    UNKNOWN_ITEM(ErrorType.BAD_REQUEST, "目录中没有 {item}", "The catalogue has no {item}"),
    OWN_ITEM(
            ErrorType.BAD_REQUEST,
            "这是本部门提供的，请直接入库更正后的记录",
            "It is your own: contribute the record as it should be"),
    ALREADY_RAISED(
            ErrorType.BAD_REQUEST,
            "对这一项已提出校核，正待来源部门答复",
            "You have raised this already, and the source department is yet to answer"),
    LEAD_IS_PARTY(
            ErrorType.FORBIDDEN,
            "主管部门是争议的一方，不能自行决定，请报本级人民政府（appealDispute）",
            "The lead department is a party and can't decide: it goes to the government"
                    + " (appealDispute)"),
    NOT_CORRECTED_YET(
            ErrorType.BAD_REQUEST,
            "提出校核之后还没有这条记录的新版本，也没有撤回；请先入库更正后的记录",
            "The record has neither a newer version since the correction was raised nor was it"
                    + " withdrawn: contribute it as it should be first");

    private final ErrorType type;
    private final String zh;
    private final String en;

    CorrectionCode(ErrorType type, String zh, String en) {
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
