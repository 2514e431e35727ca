package org.lianji.relief;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a relief case, or with a petty fund. */
enum ReliefCode implements Code {
    RELIEF_NOT_FOUND(
            ErrorType.NOT_FOUND, "本辖区没有这项救助", "There is no such relief case in your region"),
    RELIEF_PLACE(
            ErrorType.BAD_REQUEST,
            "急难发生地须在您负责的区划之内，具体到苏木乡镇或嘎查村、社区",
            "The place must lie in the region you look after, and be a township or a village"),
    FOUND_AT(
            ErrorType.BAD_REQUEST,
            "发现时间和救助时间须在最近 60 天之内，不晚于现在，救助不早于发现",
            "The finding and the help are within the last 60 days and not to come, and the help is"
                    + " not before the finding"),
    WHOM(
            ErrorType.BAD_REQUEST,
            "请填写公民身份号码（idNumber），身份不明的填写特征（description），二选一",
            "Give the ID number or, of somebody without identity, a description: one of the two"),
    SECOND_WORKER(
            ErrorType.BAD_REQUEST,
            "须由两名工作人员办理：secondWorker 填写另一名工作人员的账号，由其登记救助；到不了场的，用 nameSecondWorker 换一名",
            "Two workers answer for it: give the account of the other one, who records the help;"
                    + " name another by nameSecondWorker where they can't"),
    HELP(
            ErrorType.BAD_REQUEST,
            "请填写救助金额（大于 0）或实物，至少一项",
            "Give an amount above 0, or goods, or both"),
    RELIEF_OVER_STANDARD(
            ErrorType.BAD_REQUEST,
            "小额快救每人至多一个月的当地低保标准，旗县批准的按批准的金额，即 {max} 元；超出的由旗县批准（allowReliefAmount）",
            "First help is at most a month's local standard a person, or what the county lets be"
                    + " given, which is {max} yuan: the county lets more be given"
                    + " (allowReliefAmount)"),
    RELIEF_OVER_CAP(
            ErrorType.BAD_REQUEST,
            "批准的金额须高于 {least} 元（一个月的低保标准和已发放的）、不高于 {max} 元；再高的先开个案会商，以决定的金额（decideConference 的"
                    + " amount）为限",
            "What is approved is above {least} yuan (a month's standard, and what was given) and at"
                + " most {max} yuan: for more a case conference decides first how much (amount of"
                + " decideConference)"),
    RELIEF_OVER_APPROVED(
            ErrorType.BAD_REQUEST,
            "旗县批准的金额还剩 {max} 元：请改金额，或由旗县另行批准（allowReliefAmount）",
            "Of what the county lets be given {max} yuan are left: give no more, or let the county"
                    + " approve it (allowReliefAmount)"),
    RELIEF_PARTS_OVER(
            ErrorType.BAD_REQUEST,
            "分次发放至多 6 个月，已经超过：确有困难的，请转入低保等救助",
            "Parts are paid for 6 months at most, which are over: where need goes on, refer the"
                    + " person to the allowance or other help"),
    RELIEF_NOT_APPROVED(
            ErrorType.BAD_REQUEST,
            "旗县没有批准超过一个月低保标准的救助：先由旗县批准（allowReliefAmount）",
            "The county has not let more than a month's standard be given: it does so first"
                    + " (allowReliefAmount)"),
    WHO_FIRST(
            ErrorType.BAD_REQUEST,
            "先查明救助的是谁（identifyRelief）",
            "Say first who the person is (identifyRelief)"),
    RELIEF_LATE(
            ErrorType.BAD_REQUEST,
            "距发现已超过 3 天，请在 note 中写明原因",
            "More than 3 days have passed since the finding: say why in note"),
    RELIEF_GIVEN_BEFORE(
            ErrorType.BAD_REQUEST,
            "同一人同一原因本年度已救助过一次；确需再次救助的，由旗县写明理由批准（allowReliefAgain）",
            "The person has had first help for that cause this year: where it is needed again the"
                    + " county allows it, with the reason (allowReliefAgain)"),
    OWN_EXCEPTION(
            ErrorType.FORBIDDEN,
            "登记、发放救助的工作人员不能自己批准再次救助或超过标准的金额，请由旗县其他人员批准",
            "Who gives the help doesn't allow it once more, or more of it: another officer of the"
                    + " county does"),
    RELIEF_OF_RELATIVE(
            ErrorType.FORBIDDEN,
            "这项救助涉及您本人或近亲属，须由其他工作人员办理",
            "This relief is for you or a near relative: another officer handles it"),
    SECOND_SAYS_WHO(
            ErrorType.BAD_REQUEST,
            "救助已经发放：须由两名工作人员各自填报同一个公民身份号码才能认定，您已填报，请另一人填报",
            "The help was given: two officers say the same number, each by themself; you have said"
                    + " it, let another"),
    IDENTITY_DIFFERS(
            ErrorType.BAD_REQUEST,
            "与另一名工作人员填报的不是同一个人：请先核实；由填错的一方重新填报",
            "Another officer has said another number: find out who it was; whoever was wrong says"
                    + " it again"),
    ALREADY_KNOWN(
            ErrorType.BAD_REQUEST, "这项救助的对象身份已经查明", "It is known already whom this case is for"),
    RELIEF_PAPERS(
            ErrorType.BAD_REQUEST,
            "请填写补齐的材料（papers），1 至 20 份：编号或存放处（reference），以及扫描件的 SHA-256（sha256，64 位小写十六进制），各份不同",
            "Name the papers, 1 to 20: the number of each or where it is kept (reference), and its"
                    + " SHA-256 as it was scanned (sha256, 64 small hexadecimal digits), no two"
                    + " alike"),
    PAPERS_AWAITED(
            ErrorType.BAD_REQUEST,
            "材料期限未到：先补齐材料（completeReliefPapers），或到期后再办结",
            "The papers are still awaited: complete them first, or close the case once they are"
                    + " overdue"),
    FUND_NOT_FOUND(ErrorType.NOT_FOUND, "本辖区没有这笔备用金", "There is no such petty fund in your region"),
    FUND_EXISTS(
            ErrorType.BAD_REQUEST,
            "这个苏木乡镇已有备用金，请补充（topUpPettyFund）",
            "The township has a petty fund: top it up"),
    FUND_REGION(
            ErrorType.BAD_REQUEST,
            "备用金设在本旗县的苏木乡镇，请填写其区划代码",
            "A petty fund is a township's of your county: give the township's code"),
    FUND_AMOUNT(
            ErrorType.BAD_REQUEST,
            "金额须大于 0、至多两位小数，单笔不超过 1000000 元；清点的现金可以为 0",
            "An amount is above 0, of two decimals and of 1,000,000 yuan at most; cash that was"
                    + " counted may be 0"),
    FUND_TOO_LOW(
            ErrorType.BAD_REQUEST,
            "这个苏木乡镇没有备用金，或余额不足：请旗县设立或补充",
            "The township has no petty fund, or too little is left in it: ask the county to open it"
                    + " or to top it up"),
    FUND_MONTH(
            ErrorType.BAD_REQUEST,
            "对账的月份须写作 2026-11，不早于备用金建立的月份，已经结束，且尚未对账",
            "A month is written as 2026-11, is not before the fund was opened, is over, and was not"
                    + " reconciled before"),
    FUND_NOT_COUNTED(
            ErrorType.BAD_REQUEST,
            "这个月结束后还没有清点现金：请先清点（countPettyFund）再对账",
            "Nobody has counted the cash since that month ended: count it first"),
    FUND_NOT_ADJUSTED(
            ErrorType.BAD_REQUEST,
            "只有刚清点出差额、此后没有别的收支时才能调整账面，由清点者以外的人办理：请先清点（countPettyFund）",
            "The books follow a count that has found a difference, as long as nothing was written"
                    + " since, by another than who counted: count the cash first"),
    FUND_DIFFERENCE(
            ErrorType.BAD_REQUEST,
            "清点的现金与账面不符，请在 note 中写明原因",
            "The cash that was counted is not what the books say: say why in note");

    private final ErrorType type;
    private final String zh;
    private final String en;

    ReliefCode(ErrorType type, String zh, String en) {
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
