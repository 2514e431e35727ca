package org.lianji.consents;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a consent to the check of means. */
enum ConsentCode implements Code {
    CASE_CONSENT_NOT_FOUND(
            ErrorType.NOT_FOUND,
            "没有这份授权，或者它不属于您办理的申请：请核对 Case.consents 或 myCaseConsents 中的标识",
            "There is no such consent, or it isn't of an application of yours: look at the"
                    + " identifiers in Case.consents or myCaseConsents"),
    CASE_CONSENT_NO_CASE(
            ErrorType.NOT_FOUND,
            "本辖区没有这件救助申请，或者它已办结：授权只在决定之前登记，请核对申请标识",
            "There is no such application in your region, or it is decided: consents are recorded"
                    + " before that; look at the identifier of the case"),
    CASE_CONSENT_RELATION(
            ErrorType.BAD_REQUEST,
            "此人与这件申请不是这种关系：APPLICANT 是申请人本人，FAMILY_MEMBER 是主题库中与申请人同户的人，SUPPORTER 是家庭之外的成年人",
            "The person isn't that to the application: APPLICANT is who applies, FAMILY_MEMBER who"
                    + " is of one household with them in the library, SUPPORTER a grown-up outside"
                    + " the family"),
    CASE_CONSENT_NOT_KIN(
            ErrorType.BAD_REQUEST,
            "主题库中查不到此人与申请人的近亲属关系：确是赡养、抚养、扶养义务人的，请在 note 中写明是什么关系、凭什么材料",
            "The library knows the person as no near relative of who applies: where they owe"
                    + " support, say in note what they are to each other, and by which paper"),
    CASE_CONSENT_DAY(
            ErrorType.BAD_REQUEST,
            "授权的最后一天 until 写作年-月-日，从今天起一年之内",
            "The last day of the consent is a date, within a year from today"),
    CASE_CONSENT_NUMBER(
            ErrorType.BAD_REQUEST,
            "请写明授权书编号，1 至 40 个字符",
            "Give the number of the written consent, 1 to 40 characters"),
    CASE_CONSENT_TAKEN_BACK(
            ErrorType.BAD_REQUEST,
            "此人自己撤回了授权：须凭此后重新签署的授权书登记，写明签署日期 signedOn、授权书的摘要 sha256，并在 note 中写明经过",
            "The person has taken their consent back themself: it is recorded anew by a paper that"
                    + " was signed since, with the day (signedOn), its digest (sha256), and in note"
                    + " how it came"),
    CASE_CONSENT_SIGNED(
            ErrorType.BAD_REQUEST,
            "签署日期 signedOn 不能晚于今天",
            "The day on which it was signed is no later than today"),
    CASE_CONSENT_DIGEST(
            ErrorType.BAD_REQUEST,
            "授权书的摘要 sha256 是 64 位十六进制数：请对扫描件计算 SHA-256",
            "The digest of the paper is SHA-256 in 64 hexadecimal digits: compute it of the scan"),
    CASE_CONSENT_REPLACED(
            ErrorType.BAD_REQUEST,
            "此人后来又有新的授权，这一份已不作数：请撤回新的那一份",
            "A newer consent of the person stands in its place: take that one back"),
    CASE_CONSENT_OF_RELATIVE(
            ErrorType.FORBIDDEN,
            "不能办理本人或近亲属的授权，请交由其他工作人员办理",
            "Nobody handles consents of their own or of a near relative's application: leave it to"
                    + " another officer"),
    CASE_CONSENT_OF_APPLICANT(
            ErrorType.BAD_REQUEST,
            "申请人没有授权，或者已撤回、已到期，不能核对：请申请人重新授权（recordCaseConsent），或者终止办理（abortCase）",
            "Who applies hasn't consented, or no longer does, so nothing is checked: record their"
                    + " consent anew (recordCaseConsent), or end the application (abortCase)");

    private final ErrorType type;
    private final String zh;
    private final String en;

    ConsentCode(ErrorType type, String zh, String en) {
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
