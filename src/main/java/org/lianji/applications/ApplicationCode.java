package org.lianji.applications;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with what goes with an application. */
enum ApplicationCode implements Code {
    CASE_PAPER_NO_CASE(
            ErrorType.NOT_FOUND,
            "您的苏木乡镇没有这件救助申请，或者它已办结：材料只在决定之前登记，请核对申请标识",
            "Your town has no such application, or it is decided: papers are recorded before that;"
                    + " look at the identifier of the case"),
    CASE_PAPER_OF_RELATIVE(
            ErrorType.FORBIDDEN,
            "不能办理本人或近亲属的申请，请交由其他工作人员办理",
            "Nobody handles an application of their own or of a near relative: leave it to another"
                    + " officer"),
    CASE_PAPER_UNKNOWN(
            ErrorType.BAD_REQUEST,
            "这种救助在当地不要这份材料：清单和代码见 papers",
            "The list of this kind of help has no such paper there: see papers for the codes"),
    CASE_PAPER_KNOWN(
            ErrorType.BAD_REQUEST,
            "这份材料由 {category} 回答，不得要求申请人提供（社会救助法第六十二条）：请用 whatIsKnown 查看",
            "{category} answers this, so nobody may ask the applicant for it (social assistance"
                    + " law, article 62): look at whatIsKnown"),
    CASE_PAPER_DIGEST(
            ErrorType.BAD_REQUEST,
            "sha256 是材料（扫描件）的 SHA-256，64 位小写十六进制",
            "sha256 is the SHA-256 of the paper as it was scanned, 64 small hexadecimal digits"),
    CASE_PAPERS_FULL(
            ErrorType.BAD_REQUEST,
            "一件申请至多登记 {most} 份材料：同类的请合订为一份",
            "An application has {most} papers at most: bind those of a kind together"),
    APPLICATION_NOT_FOUND(
            ErrorType.NOT_FOUND,
            "没有这件救助申请，或者您不能看：请核对 Case.id 或 myCases 中的标识",
            "There is no such application, or none that you may see: look at the identifiers in"
                    + " Case.id or myCases"),
    CASE_DRAFT_NOT_FOUND(
            ErrorType.NOT_FOUND,
            "您没有这份草稿，或者它已到期、已随申请提交：请看 caseDrafts 或 myCaseDrafts",
            "You have no such draft, or its time is over, or it went with the application: see"
                    + " caseDrafts or myCaseDrafts"),
    CASE_DRAFTS_FULL(
            ErrorType.BAD_REQUEST,
            "一人至多保存 {most} 份草稿：请先提交或删除（discardCaseDraft）不再要的",
            "One writer keeps {most} drafts at most: send in or discard (discardCaseDraft) what you"
                    + " no longer need");

    private final ErrorType type;
    private final String zh;
    private final String en;

    ApplicationCode(ErrorType type, String zh, String en) {
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
