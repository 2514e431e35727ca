package org.lianji.disclosure;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a notice. */
enum DisclosureCode implements Code {
    NOTICE_NOT_FOUND(ErrorType.NOT_FOUND, "本辖区没有这份公示", "There is no such notice in your region"),
    NOTICE_PERSON(
            ErrorType.NOT_FOUND,
            "这个人不能在这个嘎查村公示：须用在办事项的 basis 和据此查到的人员令牌，本人居住或户籍在该嘎查村、社区，已满 18 周岁，且依法可以公示",
            "No notice of this person is posted in this village: give the basis of a matter in hand"
                    + " and the token of a person whom it names, who lives or is registered there,"
                    + " is 18 or older, and whom the law lets be shown"),
    NOTICE_FIELDS(
            ErrorType.BAD_REQUEST,
            "公示的姓名写成一行，1 至 50 个字，只有文字和名字中间的点或空格，不含数字，家庭成员 1 至 30 人，金额大于 0、不超过 1000000 元",
            "A notice has a name of 1 to 50 letters in one line, with a point or blank between its"
                + " parts and no number, 1 to 30 members, and an amount above 0 and of 1,000,000"
                + " yuan at most"),
    NOTICE_KIND(
            ErrorType.BAD_REQUEST,
            "公示的种类与申请的种类不一致：照申请的种类公示",
            "The notice is of another kind than what is applied for: publish what is"),
    NOTICE_NAME(
            ErrorType.BAD_REQUEST,
            "公示的姓名须与库中本人登记的姓名相同：核对令牌是不是这个人的；库中登记有误的，先申请更正",
            "A notice has the name under which the person is registered: see whether the token is"
                    + " theirs; where the register is wrong, ask for a correction first"),
    NOTICE_HANGS(
            ErrorType.BAD_REQUEST,
            "这个人的同类公示正在张贴：等它期满，或写明原因撤下后再公示",
            "A notice of this kind about the person hangs already: wait until its days are over, or"
                    + " take it down with a reason, and post again"),
    NOTICE_OVER(
            ErrorType.BAD_REQUEST,
            "这份公示已经期满：有异议的请按投诉举报办理",
            "The days of this notice are over: deal with an objection as with a complaint"),
    NOTICE_AMOUNT(
            ErrorType.BAD_REQUEST,
            "低保、特困和临时救助的公示写金额；低保边缘家庭、刚性支出困难家庭只认定、不发钱，不写金额",
            "A notice of the allowance, of extreme-hardship support or of relief has an amount; one"
                    + " of a margin family or of rigid expenditure, which are not paid, has none"),
    OWN_NOTICE(
            ErrorType.FORBIDDEN,
            "张贴公示的人不处理对它的异议：由另一名工作人员或旗县办理",
            "Who posted a notice does not judge an objection to it: another officer of the town or"
                    + " the county does"),
    NOTICE_OF_RELATIVE(
            ErrorType.FORBIDDEN,
            "不得张贴本人或近亲属的公示，也不处理对它的异议：请由其他工作人员办理",
            "You neither post a notice about yourself or a near relative nor judge an objection to"
                    + " it: leave that to another officer"),
    OBJECTION_UNANSWERED(
            ErrorType.BAD_REQUEST,
            "这份公示有异议尚未处理：先重新调查或民主评议，用 answerObjection 登记结果",
            "Somebody has objected to this notice: look into it first, and record what came of it"
                    + " with answerObjection"),
    NOTICE_REGION(
            ErrorType.BAD_REQUEST,
            "请填写本单位所辖的区划代码：旗县、苏木乡镇或嘎查村",
            "Give the code of a region that your office looks after: a county, township or"
                    + " village");

    private final ErrorType type;
    private final String zh;
    private final String en;

    DisclosureCode(ErrorType type, String zh, String en) {
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
