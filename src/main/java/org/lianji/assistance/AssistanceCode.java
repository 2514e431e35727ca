package org.lianji.assistance;

import org.lianji.platform.Code;
import org.lianji.platform.Problem;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with an application, or with a step of it. */
enum AssistanceCode implements Code {
    CASE_NOT_FOUND(ErrorType.NOT_FOUND, "没有这件申请", "There is no such case among those you see"),
    CASE_PLACE(
            ErrorType.BAD_REQUEST,
            "居住地须是嘎查村、社区的 12 位代码，且在您的辖区内",
            "Where the family lives is a village or community, by 12 digits, within your region"),
    CONSENT_NUMBER(
            ErrorType.BAD_REQUEST,
            "请写明核对授权书编号（1 至 40 个字符）",
            "Give the number of the written consent to the check, 1 to 40 characters"),
    CASE_NO_TRANSFER(
            ErrorType.BAD_REQUEST,
            "没有可移交的地方：申请人登记的住处在本苏木乡镇，或者不在本市、没有登记、不能告知。本苏木乡镇继续办理",
            "There is nowhere to hand it to: the applicant is known to live in this town, or not in"
                    + " the city, nowhere, or where it isn't told. The town goes on with it"),
    CASE_ALREADY_OPEN(
            ErrorType.BAD_REQUEST,
            "这一家庭已有一件同类申请在办，办结后才能再申请",
            "A case of this kind is open for the family: it is decided first"),
    FAMILY_IN_RECEIPT(
            ErrorType.BAD_REQUEST, "这一家庭已在享受这项救助", "The family is in receipt of this help already"),
    OWN_RELATIVE(
            ErrorType.FORBIDDEN,
            "这件申请涉及您本人或近亲属，须由其他工作人员办理",
            "This case is about you or a near relative: another officer handles it"),
    CASE_DECIDED_BY_ANOTHER(
            ErrorType.FORBIDDEN,
            "旗县委托苏木乡镇审核确认的，由报送人以外的工作人员决定",
            "The county lets the town decide it: another officer than who reported it does"),
    CASE_NOT_EXTENDABLE(
            ErrorType.BAD_REQUEST,
            "这件申请的办理期限不能延长：只能延长一次，须在期限届满之前；特困人员的申请没有可以延长的期限",
            "Its time can't be extended: that is done once, and before it has run out; an"
                    + " application for extreme hardship support has none that can be"),
    SUPPLEMENT_ONCE(
            ErrorType.BAD_REQUEST,
            "已告知过一次补正，不能再次要求；请受理，或在调查、核对中查明",
            "A supplement was asked for once, and isn't asked for again: accept it, and find out by"
                    + " survey and check"),
    SURVEYORS(
            ErrorType.BAD_REQUEST,
            "入户调查须由两人以上进行：请写明 2 至 6 名调查人的姓名，各 1 至 50 个字符",
            "Two people or more survey a family: give 2 to 6 different names of 1 to 50"
                    + " characters"),
    SURVEYOR_OF_FAMILY(
            ErrorType.BAD_REQUEST,
            "调查人与这个家庭的成员同名：本人和家人不能作调查人；只是同名的，在姓名后面注明单位",
            "A surveyor is called as somebody of the family: nobody surveys themself or their"
                    + " own; where the name alone is the same, add the office to it"),
    OBJECTED_ONCE(
            ErrorType.BAD_REQUEST,
            "已提出过一次异议并重新核对，不能再次要求；对决定不服的可以申请行政复议",
            "It was objected to once and checked again, and isn't a second time: the decision can"
                    + " be appealed"),
    MEANS_ALL_ANSWERED(
            ErrorType.BAD_REQUEST,
            "外部来源都已答复或没有接通，不必再次询问；申请人对核对结果有异议的用 objectToCheck",
            "All sources outside have answered, or none is connected: there is nothing to ask"
                    + " again. Where the applicant objects to the check, objectToCheck"),
    CHECK_EXPIRED(
            ErrorType.BAD_REQUEST,
            "没有有效的核对结果：须先核对；核对已过有效期的，请中止后重新申请",
            "There is no check that is valid: it is checked first; where the check has lapsed,"
                    + " abort the case and take it in anew"),
    CASE_LAPSED(
            ErrorType.BAD_REQUEST,
            "这件申请提交已超过 180 天，不能再据此查询：请终止后重新申请",
            "It was submitted more than 180 days ago and nobody is read on it any more: abort it,"
                    + " and take it in anew"),
    NOTHING_TO_NOTICE(
            ErrorType.BAD_REQUEST,
            "审核意见不是拟给予，不公示，请直接报送旗县",
            "What isn't proposed isn't published: report it to the county"),
    NOTICE_FIRST(
            ErrorType.BAD_REQUEST,
            "拟给予的须先公示 7 日再报送",
            "What is proposed is published for seven days before it is reported"),
    NOTICE_RUNS(
            ErrorType.BAD_REQUEST,
            "公示期还没有满 7 日，期满当日起可报送",
            "It has not been published for seven days yet: report it from the seventh on"),
    NOT_PROPOSED(
            ErrorType.BAD_REQUEST,
            "苏木乡镇的意见不是拟给予，没有公示过，不能确认",
            "The town didn't propose it and it was not published: it can't be confirmed"),
    NOTICE_NOT_HUNG(
            ErrorType.BAD_REQUEST,
            "没有这件申请公示期满、无异议的公示：先公示（postNotice）；依法不公示、在别处公示或者再次异议已处理的，请在 note 写明",
            "No notice of this application hung to its end without an objection: post one"
                    + " (postNotice); where there may be none, it hung elsewhere or a second"
                    + " objection was answered, say so in note"),
    OBJECTION_OPEN(
            ErrorType.BAD_REQUEST,
            "有人对这件申请的公示提出异议，尚未处理：先重新调查或民主评议，用 answerObjection 登记结果",
            "Somebody has objected to a notice of this application, and it is not answered: look"
                    + " into it first, and record what came of it with answerObjection"),
    CASE_AMOUNT(
            ErrorType.BAD_REQUEST,
            "月保障金额须大于 0，人均不超过当地低保月标准的十倍；按规则不符合的，请写明金额",
            "The monthly amount is more than 0, and for each member not above ten times the local"
                    + " monthly standard; where the rules give none, state it"),
    AWARD_AREA(
            ErrorType.BAD_REQUEST,
            "入户调查时没有登记城市或农村，请写明",
            "Urban or rural was not stated at the door: state it"),
    DEPARTURE_REASON(
            ErrorType.BAD_REQUEST,
            "与规则试算的结果不同，或没有试算结果：请书面说明理由（reason），由旗县备查",
            "It is not what the rules say, or they say nothing: give the reason in writing"
                    + " (reason), which is kept for the county"),
    DECISION_NOT_REPLAYED(
            ErrorType.INTERNAL_ERROR,
            "决定时所用的规则或标准已被改动，不能照原样重算：请恢复当时的规则文件",
            "The rules or the standard of the decision were changed since, and it can't be worked"
                    + " out as it was: restore the files of that day"),
    CASE_MEMBERS(
            ErrorType.BAD_REQUEST,
            "保障的成员须是 1 至 30 个不同的人，包括申请人，其他人须在入户调查时登记为成员",
            "Those covered are 1 to 30 different people: the applicant, and others whom the survey"
                    + " stated as members"),
    MEMBER_NOT_FAMILY(
            ErrorType.BAD_REQUEST,
            "有 {count} 名成员在库中既不与申请人同户（户籍或共同生活），也不是其近亲属：先登记共同生活或亲属关系，或者不列入保障人员",
            "The library has {count} of the members neither in the applicant's household nor as"
                    + " near kin: have them registered as living together or as kin first, or leave"
                    + " them out"),
    MEMBER_DEAD(
            ErrorType.BAD_REQUEST,
            "拟保障的人中有已知去世的（死亡证明或火化记录）：不列入保障人员；申请人去世的，终止本申请，由家人另行申请",
            "Somebody of those to be covered is known to be dead, by a certificate of death or a"
                    + " cremation: leave them out; where it is who applied, end the application and"
                    + " let the family apply anew"),
    AWARD_NOT_PUBLISHED(
            ErrorType.BAD_REQUEST,
            "决定的人数或金额超过公示的：按公示的决定，确有理由的在 reason 写明",
            "The decision covers more people, or is for more, than the notice told: decide what was"
                    + " published, or say in reason why it is more"),
    CASE_CAUSE(
            ErrorType.BAD_REQUEST,
            "支出型临时救助请写明致困原因（cause），其他种类不写",
            "State the cause of the hardship (cause) where relief for expenses is applied for, and"
                    + " of no other kind"),
    FAMILY_NOT_RECOGNISED(
            ErrorType.BAD_REQUEST,
            "支出型临时救助给已认定的家庭（低保、特困、低保边缘、刚性支出困难）：请先申请认定；急难的按先行救助办理（openRelief）",
            "Relief for expenses is for families that are recognised (minimum living allowance,"
                    + " extreme hardship, margin, rigid expenditure): apply for that first; in an"
                    + " emergency first help is given (openRelief)"),
    CASE_MONTHS(
            ErrorType.BAD_REQUEST,
            "支出型临时救助分 1 至 6 个月发放（months，不写即一次），不写复核周期；其他种类不写 months，写复核周期（reviewCycle）",
            "Relief for expenses is paid in 1 to 6 months (months), and is never"
                    + " reviewed; other kinds have no months, and a review cycle (reviewCycle)"),
    RELIEF_THIS_YEAR(
            ErrorType.BAD_REQUEST,
            "这一家庭本年度因同一原因已获临时救助：确需再次救助的，在 reason 写明",
            "The family has had temporary relief for that cause this year: where it is needed again"
                    + " say why in reason"),
    RELIEF_ABOVE_SPENT(
            ErrorType.BAD_REQUEST,
            "合计超过近 12 个月所知和入户登记的必要支出：改金额，或者在 reason 写明为什么更多",
            "All parts together are more than the family is known to have had to spend within"
                + " twelve months, and stated at the door: give less, or say in reason why more"),
    RELIEF_ABOVE_CAP(
            ErrorType.BAD_REQUEST,
            "合计不能超过 {max} 元；确需更多的，由个案会商决定（conveneConference），决定了多少就至多给多少",
            "At most {max} CNY in all; where more is needed a case conference decides how much"
                    + " (conveneConference)"),
    CASE_INCOME(
            ErrorType.BAD_REQUEST,
            "没有试算结果：请写明收入（income）——边缘家庭的人均月收入，刚性支出困难家庭近 12 个月的总收入",
            "The rules say nothing: state the income: a head and month of a margin family, of"
                    + " twelve months of a family in hardship by expenditure"),
    SIX_ITEMS(
            ErrorType.BAD_REQUEST,
            "六项自理指标应正好六个，按吃饭、穿衣、上下床、如厕、室内行走、洗澡的次序",
            "There are six items of self-care: eating, dressing, getting in and out of bed,"
                    + " toileting, walking indoors, bathing"),
    SELF_CARE_OF_EXTREME_HARDSHIP(
            ErrorType.BAD_REQUEST,
            "只有特困人员的申请评定生活自理能力",
            "Self-care is graded where extreme hardship support is applied for alone"),
    SELF_CARE_FIRST(
            ErrorType.BAD_REQUEST,
            "请先评定申请人的生活自理能力（gradeSelfCare）",
            "Grade how far the applicant looks after themself first (gradeSelfCare)"),
    RECHECK_NOT_DRAWN(
            ErrorType.BAD_REQUEST,
            "这件申请没有被抽中复查，也不涉及工作人员的近亲属，旗县直接决定",
            "This application wasn't drawn, and is of no worker's near relative: the county decides"
                    + " it as it is"),
    RECHECK_FIRST(
            ErrorType.BAD_REQUEST,
            "这件申请被抽中，或者申请人是工作人员的近亲属（conflicts），请旗县先核实（recheckCase）再作决定",
            "This application was drawn, or is of a worker's near relative (conflicts): look into"
                    + " it (recheckCase) before it is decided"),
    RECHECK_CONTRADICTS(
            ErrorType.BAD_REQUEST,
            "旗县核实的结果与苏木乡镇的调查不符：不予确认，或者重新核实",
            "What the county found contradicts the town: refuse it, or look into it anew"),
    COUNTERSIGN_NOT_NEEDED(
            ErrorType.BAD_REQUEST,
            "申请人不是工作人员的近亲属（conflicts 为空），不需要第二人签字",
            "This application is of no worker's near relative (conflicts is empty): no second"
                    + " signature is needed"),
    COUNTERSIGN_FIRST(
            ErrorType.BAD_REQUEST,
            "申请人是工作人员的近亲属：请旗县的另一名工作人员先复核签字（countersignCase），签字后又有变动的重新签字",
            "This application is of a worker's near relative: another officer of the county signs"
                    + " it first (countersignCase), and anew where something was done since"),
    COUNTERSIGN_ANOTHER(
            ErrorType.FORBIDDEN,
            "您已作为第二人签字：由旗县的另一名工作人员决定",
            "You have signed it as the second officer: another officer of the county decides it"),
    COUNTERSIGN_DIFFERS(
            ErrorType.BAD_REQUEST,
            "与第二人签字同意的决定、金额、人员、城乡类别或供养形式不一致：照签字的决定，或者请其重新签字（countersignCase）",
            "The second officer signed for another decision, amount, area or support form, or for"
                    + " other people: decide as it was signed, or have it signed anew"
                    + " (countersignCase)"),
    COUNTERSIGN_WHOM(
            ErrorType.BAD_REQUEST,
            "签字写明金额的，请同时写明给予谁（members）；都不写的即照试算的结果",
            "Where an amount is signed, say whom it is for, too (members); leave out both for what"
                    + " the rules say"),
    SUPPORT_FORM(
            ErrorType.BAD_REQUEST,
            "请写明集中供养还是分散供养（supportForm），成员只写申请人一人",
            "Say where the person is supported (supportForm), and name the applicant alone as"
                    + " whom it covers"),
    REFUSAL_NOTICED(
            ErrorType.BAD_REQUEST,
            "不予确认、终止审核的书面告知已经送达，不必再次登记",
            "The refusal, or the end of it, was handed over in writing already: there is nothing to"
                    + " record again"),
    NOTHING_TO_PAY(
            ErrorType.BAD_REQUEST,
            "这一类只认定、不按月发放",
            "This kind is recognised, and not paid every month"),
    PAYMENT_NOT_DUE(
            ErrorType.BAD_REQUEST, "还没有到起保月份", "The first month to be paid has not come yet");

    private final ErrorType type;
    private final String zh;
    private final String en;

    AssistanceCode(ErrorType type, String zh, String en) {
        this.type = type;
        this.zh = zh;
        this.en = en;
    }

    /** {@return whether a refusal tells something of a family to who named one of it} */
    static boolean tellsOf(Problem refusal) {
        return refusal.code() == CASE_ALREADY_OPEN
                || refusal.code() == FAMILY_IN_RECEIPT
                || refusal.code() == FAMILY_NOT_RECOGNISED;
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
