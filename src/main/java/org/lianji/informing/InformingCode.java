package org.lianji.informing;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with informing somebody, or with what they say of the help. */
enum InformingCode implements Code {
    POLICY_REGION(ErrorType.BAD_REQUEST, "请填写本市的区划代码", "Give the code of a region of the city"),
    POLICY_PERSON(
            ErrorType.NOT_FOUND,
            "不能按这个人查询：须由民政部门凭在办事项（Lianji-Purpose、Lianji-Basis）查询该事项涉及的人；本人查询不填 person",
            "Not of this person: an officer of the leading department asks on a basis of a matter"
                    + " in hand (Lianji-Purpose, Lianji-Basis) of whom it names; a citizen asks of"
                    + " themself and names nobody"),
    POLICY_VILLAGE(
            ErrorType.FORBIDDEN,
            "只有民政部门的村干部能查询本嘎查村、社区要告知的政策：请用村干部的账号，或由苏木乡镇查询 nextToBeTold",
            "Only a village's cadre of civil affairs asks for the policies of their own village:"
                    + " use such an account, or have the town ask nextToBeTold"),
    POLICY_PLAN(
            ErrorType.FORBIDDEN,
            "须由当地民政部门的工作人员凭覆盖该区划的复核计划（用途 B，REVIEW_PLAN）查询",
            "Officers of the leading department there ask on a plan that covers the region (purpose"
                    + " B, REVIEW_PLAN)"),
    POLICY_UNKNOWN(
            ErrorType.BAD_REQUEST,
            "请填写 1 至 30 个在当地施行的政策编号，见 policies",
            "Name 1 to 30 policies in force there, as policies lists them"),
    POLICY_WITNESS(
            ErrorType.BAD_REQUEST,
            "本人签字的不填见证人；本人不能签字的，写明见证人（1 至 50 个字符）",
            "Give no witness where the person signed; where they can't, say who was there, in 1 to"
                    + " 50 characters"),
    HELP_NOT_RATED(
            ErrorType.NOT_FOUND,
            "不能评价这项救助：须是已经给予的救助，由本人或没有经办过的工作人员代为登记，只评一次",
            "This help can't be rated: it has been given, it is rated once, by the person or, for"
                    + " them, by an officer who took no step in it"),
    SCORE(ErrorType.BAD_REQUEST, "评分为 1 至 5 的整数", "A score is a whole number from 1 to 5");

    private final ErrorType type;
    private final String zh;
    private final String en;

    InformingCode(ErrorType type, String zh, String en) {
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
