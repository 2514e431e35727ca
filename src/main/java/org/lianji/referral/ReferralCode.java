package org.lianji.referral;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a need, or with its pairing. */
enum ReferralCode implements Code {
    NEED_NOT_FOUND(ErrorType.NOT_FOUND, "没有这项需求", "There is no such need among those you see"),
    NEED_PERSON(
            ErrorType.NOT_FOUND,
            "这个事项现在不涉及这个人：请用在办的预警、线索或救助事项的 basis，以及据此查到的人员令牌",
            "That basis does not lead you to this person now: give the basis of a warning, clue or"
                    + " case in hand, and the token of a person whom it names"),
    NEED_OF_RELATIVE(
            ErrorType.FORBIDDEN,
            "不能为本人或近亲属提出、撤回帮扶需求，请交由其他工作人员办理",
            "Nobody states or withdraws a need of their own or of a near relative: leave it to"
                    + " another officer"),
    PAIRING_OF_RELATIVE(
            ErrorType.FORBIDDEN,
            "不能办理本人或近亲属的慈善帮扶对接，请交由其他工作人员办理",
            "Nobody handles a pairing of their own or of a near relative: leave it to another"
                    + " officer"),
    HELPED_PERSON_DIED(
            ErrorType.BAD_REQUEST,
            "共享数据显示这个人已经去世，不再为其对接帮扶；数据有误的，请提出校核（raiseCorrection）",
            "The library knows them as dead, and nobody is asked to help them: where that is wrong,"
                    + " have it corrected (raiseCorrection)"),
    HELP_UNDER_WAY(
            ErrorType.BAD_REQUEST,
            "帮扶已经开始：由慈善组织交付，或者由本人撤回同意；该组织被暂停的，工作人员才能撤回",
            "Help has begun: the charity delivers it, or the person takes the consent back;"
                    + " officers withdraw it only from a charity that is suspended"),
    NEEDS_OF_LEAD(
            ErrorType.FORBIDDEN,
            "需求由牵头部门登记：请把线索报告给当地民政（reportClue）",
            "The leading department states needs: report what you have seen to it (reportClue)"),
    NEED_QUANTITY(
            ErrorType.BAD_REQUEST,
            "需求的数量须在 1 至 100000 之间",
            "The quantity of a need is a number from 1 to 100,000"),
    LAST_DAY(
            ErrorType.BAD_REQUEST,
            "最后一天须是日期，且在今天起一年之内",
            "The last day is a date within a year from today"),
    NEED_NOT_OPEN(
            ErrorType.BAD_REQUEST,
            "这项需求已在对接，或者已经办结、过期",
            "The need is paired already, or settled, or its last day is over"),
    PAIRING_NOT_FOUND(
            ErrorType.NOT_FOUND, "没有这项对接", "There is no such pairing among those you see"),
    CONSENT_OVER(
            ErrorType.BAD_REQUEST,
            "本人同意的最后一天已过，不能再开始；需要的请重新征得同意",
            "The last day of the person's consent is over, and nothing begins any more: ask them"
                    + " anew"),
    OFFER_NOT_FIT(
            ErrorType.BAD_REQUEST,
            "这项供给不适合这项需求：种类、范围、年龄、困难类型、有效期须相符，提供者须已核准且与受益人无利害关系",
            "That offer does not fit: kind, area, age, hardship and last day must, and who offers"
                    + " it is approved and not related to the person"),
    HELPED_ALREADY(
            ErrorType.BAD_REQUEST,
            "这个人（同住的家人共用的，全家）近 90 天内已得到、或正在办理同样的帮扶：等其办结；确有必要的，在 note 写明",
            "They, or of what a household shares somebody in it, have had such help within 90 days,"
                + " or it is on its way: wait until that is over, or say in note why it is needed"),
    OFFER_FULL(ErrorType.BAD_REQUEST, "这项供给余下的数量不够", "Not enough is left of that offer"),
    CONSENT_NAME(
            ErrorType.BAD_REQUEST,
            "同意须至少说明姓名、电话、住址中的一项，各 1 至 100 个字符",
            "Consent names at least one of name, phone and address, each of 1 to 100 characters"),
    CONSENT_TOO_LONG(
            ErrorType.BAD_REQUEST,
            "同意的最后一天不能晚于这项供给的最后一天（{last}）",
            "Consent ends with the offer at the latest, on {last}"),
    OWN_PAIRING(
            ErrorType.FORBIDDEN,
            "提出对接的工作人员不能自己登记本人的同意或确认：由本人办理，或由另一名工作人员听取后登记",
            "Who proposed the pairing doesn't write down the person's consent or confirmation: the"
                    + " person does, or another officer who has heard them"),
    GUARDIAN_ANSWERS(
            ErrorType.FORBIDDEN,
            "未满十四周岁的，由监护人用本人的令牌答复，或者告诉工作人员",
            "Somebody under 14 is answered for by a guardian, with their own token, or through an"
                    + " officer"),
    SATISFACTION(ErrorType.BAD_REQUEST, "满意度是 1 至 5", "Satisfaction is a number from 1 to 5");

    private final ErrorType type;
    private final String zh;
    private final String en;

    ReferralCode(ErrorType type, String zh, String en) {
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
