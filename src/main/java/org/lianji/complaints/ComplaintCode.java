package org.lianji.complaints;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a complaint. */
enum ComplaintCode implements Code {
    COMPLAINT_NOT_FOUND(
            ErrorType.NOT_FOUND, "没有这件投诉，请核对受理凭据", "There is no such complaint: check the receipt"),
    COMPLAINT_PLACE(
            ErrorType.BAD_REQUEST,
            "请填写本市的区划代码：事情发生的嘎查村、苏木乡镇、旗县或本市",
            "Give the code of a region of the city: the village, township or county where it"
                    + " happened, or the city"),
    COMPLAINT_FIELDS(
            ErrorType.BAD_REQUEST,
            "投诉须有 kind、region 和 text，另可有 contact、department、office、worker 和 matter；contact 至多 100"
                    + " 个字符，被投诉的部门写代码（如 MZ），账号和事项编号由字母、数字和 ._@- 组成，至多 100 个字符；worker"
                    + " 也可以写姓名，至多 50 个字",
            "A complaint has kind, region and text, and may have contact, department, office,"
                    + " worker and matter; contact has 100 characters at most, and a department, an"
                    + " account and a matter's number are letters, digits and ._@-, 100 at most;"
                    + " worker may be a name of 50 letters at most, too"),
    NOTICE_NAMED(
            ErrorType.BAD_REQUEST,
            "对公示有异议的，kind 写 NOTICE，notice 写公示上的姓名，region 写张贴的嘎查村、社区，不填 matter；其他类别不填 notice",
            "Of an objection to a public notice give NOTICE as kind, the name on it as notice, the"
                    + " village where it hangs as region, and no matter; of another kind no"
                    + " notice"),
    LOOK_UNKNOWN(
            ErrorType.BAD_REQUEST,
            "looks 只填您自己查询记录（accessLog）里的条目，至多 20 条",
            "Name entries of your own access log only, 20 at most"),
    NOBODY_ABOVE(
            ErrorType.BAD_REQUEST, "已由市级办理，不再上交，请直接答复", "It is with the city already: answer it"),
    CONTEST_OVER(
            ErrorType.BAD_REQUEST,
            "只有旗县的答复可以在 30 天之内申请市级复查一次",
            "The county's answer alone is reviewed by the city, once, within 30 days of it");

    private final ErrorType type;
    private final String zh;
    private final String en;

    ComplaintCode(ErrorType type, String zh, String en) {
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
