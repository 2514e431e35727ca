package org.lianji.review;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a review, or with an objection to a decision. */
enum ReviewCode implements Code {
    REVIEW_NOT_FOUND(ErrorType.NOT_FOUND, "本辖区没有这次复核", "There is no such review in your region"),
    REVIEW_NO_AWARD(
            ErrorType.NOT_FOUND,
            "本辖区没有这件按月发放的救助，或者它已经停止：请核对申请标识；对已批准的支出型临时救助不服的，请投诉（fileComplaint，类别 OTHER）",
            "There is no such help paid by the month in your region, or it has ended: look at the"
                    + " identifier of the case; against relief for expenses that was granted"
                    + " complain (fileComplaint, of kind OTHER)"),
    REVIEW_ALREADY_OPEN(
            ErrorType.BAD_REQUEST,
            "这件救助已有未办结的复核或异议，请先办结",
            "A review of it, or an objection to it, is open: settle that first"),
    REVIEW_OWN_RELATIVE(
            ErrorType.FORBIDDEN,
            "不能办理本人或近亲属的复核，请交由其他工作人员办理",
            "Nobody reviews what is their own or a near relative's: leave it to another officer"),
    REVIEW_CHECK_FIRST(
            ErrorType.BAD_REQUEST, "请先由旗县重新核对家庭经济状况", "The county checks the means again first"),
    REVIEW_OUTCOME(
            ErrorType.BAD_REQUEST,
            "结果与金额不符：只有 CHANGED 填写金额（大于 0 且与现金额不同），渐退只用于最低生活保障，DECEASED 只用于保障的人都已去世的",
            "The outcome doesn't fit: CHANGED alone takes an amount, above 0 and another than now;"
                    + " a gradual exit is of the minimum living allowance; DECEASED is for when"
                    + " nobody covered is alive, and nothing else is then"),
    AWARD_TOO_HIGH(
            ErrorType.BAD_REQUEST,
            "金额人均不超过当地低保月标准的十倍，请核对",
            "For each member an amount is not above ten times the local monthly standard: check"
                    + " it"),
    NOTHING_TO_HEAR(
            ErrorType.BAD_REQUEST,
            "这个结果不减少救助，不必听取陈述：由旗县直接决定",
            "Nothing is taken by it, so nobody need be heard: the county decides"),
    AWARD_CHANGE_TOLD(
            ErrorType.BAD_REQUEST,
            "没有须书面告知的减发、停发或渐退决定，或者已登记送达，不必再次登记",
            "There is no cut, end or exit to be told in writing, or it was told already: there is"
                    + " nothing to record"),
    HEARING_FIRST(
            ErrorType.BAD_REQUEST,
            "减发、停发之前须告知理由并听取陈述：请先由苏木乡镇告知",
            "Before help is cut or ended the family is told why, and heard: the town opens the"
                    + " hearing first"),
    OWN_HEARING(
            ErrorType.FORBIDDEN,
            "提出减少、停止救助的人不能替这一家登记陈述：请由另一名工作人员听取并登记，或者由本人陈述（stateAtHearing）",
            "Who proposed less doesn't write down what the family says to it: another officer hears"
                    + " them, or they state it themselves (stateAtHearing)"),
    HEARING_RUNS(
            ErrorType.BAD_REQUEST,
            "陈述期限未满，当事人也未陈述：期满或收到陈述之后再作决定",
            "The family may still state what it thinks: decide once it has, or the time is over"),
    REVIEW_SECOND_PERSON(
            ErrorType.FORBIDDEN,
            "提出意见的人不能作决定，请由另一名工作人员决定",
            "Who proposed it doesn't decide it: another officer does"),
    OBJECTION_OTHER_OFFICER(
            ErrorType.FORBIDDEN,
            "作出原决定的人不能复核对它的异议，请由旗县另一名工作人员办理",
            "Who decided doesn't judge the objection to it: another officer of the county does"),
    OBJECTION_OVER(
            ErrorType.BAD_REQUEST,
            "这件申请没有可以提出异议的决定，或者已过 60 天；仍不服的可以申请行政复议或者重新申请",
            "There is no decision on it to object to, or it is more than 60 days old: apply anew,"
                    + " or go to the government above"),
    DECISION_OBJECTED_ONCE(
            ErrorType.BAD_REQUEST,
            "对这个决定已提出过异议并有结果，不能再次提出：仍不服的可以申请行政复议或者提起行政诉讼",
            "This decision was objected to and that was settled: go to the government above, or to"
                    + " court"),
    OBJECTION_TO_REFUSAL(
            ErrorType.BAD_REQUEST,
            "这是不予确认的决定，没有金额可改：维持（upholdDecision）或者撤销（setDecisionAside）",
            "It is a refusal, which has no amount: uphold it, or set it aside"),
    OBJECTION_TO_AWARD(
            ErrorType.BAD_REQUEST,
            "这是给予救助的决定：维持（upholdDecision）或者改定金额（replaceDecision）",
            "It is an award: uphold it, or replace its amount"),
    AWARD_CHANGED(
            ErrorType.BAD_REQUEST,
            "开始以来这件救助另有决定，或者保障的人是否在世有变：复核请终止（closeAwardReview）后重新开始；异议请维持，家庭可以对新的决定提出异议",
            "Since it was begun something else was decided, or whom it covers is known to be dead"
                    + " or alive otherwise: close the review and begin anew; of an objection the"
                    + " decision is upheld, and the family may object to the newer one"),
    OBJECTION_AMOUNT(
            ErrorType.BAD_REQUEST,
            "复核异议不得减少救助：金额须大于 0，不低于现金额",
            "An objection never takes from the family: the amount is above 0, and not below that of"
                    + " now");

    private final ErrorType type;
    private final String zh;
    private final String en;

    ReviewCode(ErrorType type, String zh, String en) {
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
