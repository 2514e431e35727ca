package org.lianji.parameters;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a change of a parameter. */
enum ParameterCode implements Code {
    PARAMETER_CHANGE_NOT_FOUND(
            ErrorType.NOT_FOUND, "没有这项参数调整", "There is no such change of a parameter"),
    UNKNOWN_PARAMETER(
            ErrorType.BAD_REQUEST,
            "没有参数 {name}；参数见 ruleParameters",
            "There is no parameter {name}; see ruleParameters"),
    PARAMETER_REGION(
            ErrorType.FORBIDDEN,
            "只能调整本旗县的取值；适用于其他各地的（*）由牵头部门的共享机构提出",
            "Only values of one's own county; the one for all others (*) is proposed by the lead"
                    + " department's sharing unit"),
    PARAMETER_VALUE(
            ErrorType.BAD_REQUEST,
            "取值应大于零，金额至多两位小数，月数和年数为整数",
            "The value is more than nought; money has two decimals at most, months and years none"),
    PARAMETER_DAY(
            ErrorType.BAD_REQUEST,
            "起用日期应在明天至两年之内",
            "The first day lies between tomorrow and two years ahead"),
    ALREADY_PROPOSED(
            ErrorType.BAD_REQUEST,
            "这个参数在这个区划、这一天已有提出或批准的调整",
            "A change of this parameter for this region and day is proposed or approved already"),
    LEADING_DEPARTMENT_ONLY(
            ErrorType.FORBIDDEN,
            "规则的参数由牵头部门 {lead} 调整",
            "Parameters of rules are changed by the department that leads, {lead}"),
    OWN_PROPOSAL(ErrorType.FORBIDDEN, "提出的人不能自己批准", "Whoever proposed it doesn't approve it"),
    PARAMETER_STARTED(
            ErrorType.BAD_REQUEST,
            "起用日期已到，不能追溯；请重新提出",
            "Its first day has come, and nothing is changed for days past: propose it anew"),
    PREVIEW_PENDING(
            ErrorType.BAD_REQUEST,
            "试算还没有完成（effects），完成后再批准",
            "What it would change is still being worked out (effects): approve it after that");

    private final ErrorType type;
    private final String zh;
    private final String en;

    ParameterCode(ErrorType type, String zh, String en) {
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
