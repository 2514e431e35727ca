package org.lianji.special;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a part of an application that another department decides. */
enum SpecialAidCode implements Code {
    SPECIAL_AID_NOT_FOUND(
            ErrorType.NOT_FOUND,
            "本部门、本辖区没有这件专项救助",
            "There is no such special assistance of your department in your region"),
    SPECIAL_AID_NO_CASE(
            ErrorType.NOT_FOUND,
            "本辖区没有这件救助申请，或者它已撤回、已终止：请核对申请标识",
            "There is no such application in your region, or it was taken back: look at the"
                    + " identifier of the case"),
    SPECIAL_AID_ALREADY_SENT(
            ErrorType.BAD_REQUEST,
            "这名申请人的这一种专项救助已在办理，不必再转",
            "This kind of help is being decided for this applicant already"),
    SPECIAL_AID_OF_RELATIVE(
            ErrorType.FORBIDDEN,
            "不能办理本人或近亲属的专项救助，请交由其他工作人员办理",
            "Nobody decides what is their own or a near relative's: leave it to another officer");

    private final ErrorType type;
    private final String zh;
    private final String en;

    SpecialAidCode(ErrorType type, String zh, String en) {
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
