package org.lianji.agencies;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with an agency. */
enum AgencyCode implements Code {
    AGENCY_NOT_FOUND(
            ErrorType.NOT_FOUND,
            "没有您可见的这项代理：请核对 agencies 或 myAgencies 中的标识",
            "There is no such agency that you may see: look at the identifiers in agencies or"
                    + " myAgencies"),
    AGENCY_NOT_IN_FORCE(
            ErrorType.NOT_FOUND,
            "forWhom 须是您作为代理人的一项有效代理（myAgencies），或者您现在监护的孩子的标识（Person.id）；为本人申请的不写",
            "forWhom must be an agency in force in which you are the agent (myAgencies), or a child"
                    + " whose guardian you are today (Person.id); leave it out to apply for"
                    + " yourself"),
    AGENCY_PLACE(
            ErrorType.BAD_REQUEST,
            "区划（region）须是您所在苏木乡镇的嘎查村或社区：被代理人在那里居住或者申请",
            "The region must be a village or community of your town, in which the principal lives"
                    + " or applies"),
    AGENCY_PAPER(
            ErrorType.BAD_REQUEST,
            "请写明书面授权的编号（1 至 40 个字符）和文件的 SHA-256（64 位小写十六进制）",
            "Give the number of the written authority, 1 to 40 characters, and the SHA-256 of the"
                    + " document, 64 small hexadecimal letters"),
    AGENCY_DAY(
            ErrorType.BAD_REQUEST,
            "最后一天 until 写作年-月-日，从今天起一年之内；委托（MANDATE）必填",
            "The last day is a date within a year from today; of a MANDATE it is required"),
    AGENCY_OF_SELF(
            ErrorType.BAD_REQUEST,
            "被代理人和代理人是同一人：没有人代理自己",
            "Principal and agent are one person: nobody is their own agent"),
    AGENCY_OF_CHILD(
            ErrorType.BAD_REQUEST,
            "被代理人未满 18 周岁：孩子由监护人申请，不登记代理",
            "The principal is under 18: a child's guardian applies, and no agency is recorded"),
    AGENCY_BY_CHILD(
            ErrorType.BAD_REQUEST,
            "代理人未满 18 周岁，不能代理：请由成年人代理",
            "The agent is under 18: let a grown-up act"),
    AGENCY_DEAD(
            ErrorType.BAD_REQUEST,
            "主题库记载被代理人或代理人已经死亡，不能登记；有误的请先校核更正",
            "The library knows principal or agent as dead: nothing is recorded; where that is"
                    + " wrong, have it corrected first"),
    AGENCY_BY_WORKER(
            ErrorType.FORBIDDEN,
            "代理人是在本地工作的社会救助工作人员，不能在自己工作的地方代理他人申请：请换人代理，或者由被代理人到窗口申请",
            "The agent works in social assistance here, and nobody applies for others where they"
                    + " work: let somebody else act, or the principal apply at the window"),
    AGENCY_HELD(
            ErrorType.BAD_REQUEST,
            "被代理人已有一项有效的同类代理：先结束那一项（revokeAgency），再登记新的",
            "The principal has a valid agency of that kind already: end it (revokeAgency) before"
                    + " you record another"),
    AGENCY_OF_RELATIVE(
            ErrorType.FORBIDDEN,
            "不能办理本人或近亲属的代理，请交由其他工作人员办理",
            "Nobody handles agencies of their own or of a near relative: leave it to another"
                    + " officer"),
    AGENCY_OF_GUARDIAN(
            ErrorType.FORBIDDEN,
            "成年人的监护不能由本人结束：请持法院的判决或者监护变更的文件到窗口办理",
            "Guardianship of a grown-up doesn't end on one's own word: bring the court's decision,"
                    + " or the paper that changes it, to the window");

    private final ErrorType type;
    private final String zh;
    private final String en;

    AgencyCode(ErrorType type, String zh, String en) {
        this.type = type;
        this.zh = zh;
        this.en = en;
    }

    /** {@return whether the refusal tells something of who was named} */
    boolean tells() {
        return switch (this) {
            case AGENCY_DEAD, AGENCY_BY_WORKER, AGENCY_HELD, AGENCY_OF_RELATIVE -> true;
            default -> false;
        };
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
