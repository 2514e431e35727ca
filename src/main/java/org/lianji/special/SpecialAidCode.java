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
    SPECIAL_AID_NOT_YOUR_CASE(
            ErrorType.NOT_FOUND,
            "您没有这件救助申请，或者它已撤回、已终止：请核对 myCases 中的 case；您家已在享的不必写 caseId",
            "You have no such application, or you took it back: look at case in myCases; where your"
                    + " family is in receipt already, leave caseId out"),
    SPECIAL_AID_WHOM(
            ErrorType.BAD_REQUEST,
            "请写明为谁提出：申请标识 caseId，或者事项 basis 和此人 person 两项；本人提出的只写 caseId，已在享的都不写",
            "Say for whom: by caseId, or by basis and person; a citizen by caseId or, in receipt,"
                    + " by none of them"),
    SPECIAL_AID_PERSON(
            ErrorType.NOT_FOUND,
            "您没有通向此人的在办事项，或者此人不在本辖区：请凭您在办事项的 basis 提出，或者先受理申请",
            "No matter that you have in hand leads to this person, or they are not of your region:"
                    + " give the basis of one that does, or take an application in"),
    SPECIAL_AID_NOT_IN_RECEIPT(
            ErrorType.BAD_REQUEST,
            "这一家目前没有低保、特困、低保边缘或刚性支出困难的认定：请先提出申请（submitCase、submitMyCase），再写上申请标识一并提出",
            "The family isn't recognised as in minimum living, extreme hardship, at its margin or"
                    + " in hardship by expenditure: apply first (submitCase, submitMyCase), and ask"
                    + " with the application"),
    SPECIAL_AID_ALREADY_SENT(
            ErrorType.BAD_REQUEST,
            "这名申请人的这一种专项救助已在办理，不必再转",
            "This kind of help is being decided for this applicant already"),
    SPECIAL_AID_OF_RELATIVE(
            ErrorType.FORBIDDEN,
            "不能提出、办理本人或近亲属的专项救助，请交由其他工作人员办理",
            "Nobody asks for or decides what is their own or a near relative's: leave it to another"
                    + " officer"),
    SPECIAL_AID_RECORD_ROWS(
            ErrorType.BAD_REQUEST,
            "请只写一行，写在这一种救助的信息类名下：医疗 YB01、YB02、YB04，教育 JY02 至 JY04，住房 ZJ01、ZJ02，就业 RS04、RS05，受灾"
                    + " YJ01、YJ02",
            "Give one row, under a category of this kind of help: YB01, YB02, YB04 of medical, JY02"
                + " to JY04 of education, ZJ01, ZJ02 of housing, RS04, RS05 of employment, YJ01,"
                + " YJ02 of disaster"),
    SPECIAL_AID_RECORD_WHOM(
            ErrorType.BAD_REQUEST,
            "idNumber 须是申请人或现在与其同户的家庭成员；为申请人的不必填",
            "idNumber is the applicant's, or of who is of one household with them now; of the"
                    + " applicant leave it out"),
    SPECIAL_AID_RECORD_NO(
            ErrorType.BAD_REQUEST,
            "本部门的这一记录编号已是另一人的：请核对 recordNo",
            "Your department has another person's record under this number: look at recordNo"),
    SPECIAL_AID_RECORD_ROW(
            ErrorType.BAD_REQUEST,
            "这一行不能入库，没有登记：{path} 的问题是 {found}，请按信息类的说明改正（docs/errors.md）",
            "The row can't be taken into the library, and nothing was done: {path} has {found};"
                    + " mend it by what the category says (docs/errors.md)");

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
