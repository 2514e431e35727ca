package org.lianji.conferences;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a conference. */
enum ConferenceCode implements Code {
    CONFERENCE_NOT_FOUND(
            ErrorType.NOT_FOUND,
            "没有您参加的这次会商",
            "There is no such conference of which you are a member"),
    CONFERENCE_TASK_NOT_FOUND(ErrorType.NOT_FOUND, "没有交给您的这项任务", "There is no such task of yours"),
    CONFERENCE_MATTER(
            ErrorType.NOT_FOUND,
            "请填写您正在办理、已可查阅当事人的事项：origin 与编号相符",
            "Give a matter that you handle and on which you read of its persons, with its kind and"
                    + " number"),
    CONFERENCE_MEMBERS(
            ErrorType.BAD_REQUEST,
            "会商有 1 至 12 名其他成员，至少一名来自其他部门；每名填写部门代码和账号，不重复",
            "A conference has 1 to 12 other members, one of another department at least, each with"
                    + " the code of the department and an account, once"),
    CONFERENCE_OF_RELATIVE(
            ErrorType.FORBIDDEN,
            "会商涉及您本人或您的近亲属，或者有成员、承办人是当事人的近亲属：须请其他工作人员参加、承办",
            "It is about you or a near relative of yours, or a member or who is to do something is"
                    + " a near relative of whom it is about: let others take part and do it"),
    CONFERENCE_AMOUNT(
            ErrorType.BAD_REQUEST,
            "决定的金额须高于 0、不超过 1000000 元，并写明依据哪一条规定（rule，1 至 200 个字符）；不写金额时也不写依据",
            "A decision about an amount gives one above nought, of 1,000,000 yuan at most, and the"
                + " rule by which it may be given (rule, 1 to 200 characters); without an amount"
                + " there is no rule"),
    CONFERENCE_CATEGORIES(
            ErrorType.BAD_REQUEST,
            "请填写 1 至 12 个目录类别：整类写代码，如 GA01；只开放几项的逐项写，如 YB03.selfPayTotal，不再写整类",
            "Name 1 to 12 categories of the catalogue: whole by their codes, such as GA01, or of"
                    + " which some items are open item by item, such as YB03.selfPayTotal, and not"
                    + " whole besides"),
    CONFERENCE_PURPOSE(ErrorType.BAD_REQUEST, "会商的用途为 D 或 E", "A conference serves purpose D or E"),
    CONFERENCE_DAYS(
            ErrorType.BAD_REQUEST,
            "会商的最后一天须在今天起的 14 天之内",
            "The last day of a conference is within 14 days from today on"),
    CONFERENCE_OVER(
            ErrorType.BAD_REQUEST,
            "这次会商已过最后一天：请作出决定，或取消后另行召集",
            "The last day of this conference is over: decide, or cancel it and convene another"),
    NOBODY_HEARD(
            ErrorType.BAD_REQUEST,
            "其他成员还没有发表意见，不能作出决定",
            "No other member has given an opinion yet: hear one before you decide"),
    CONFERENCE_TASKS(
            ErrorType.BAD_REQUEST,
            "任务至多 20 项，每项交给一名成员",
            "A decision has 20 tasks at most, each of a member");

    private final ErrorType type;
    private final String zh;
    private final String en;

    ConferenceCode(ErrorType type, String zh, String en) {
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
