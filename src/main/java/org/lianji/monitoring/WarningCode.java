package org.lianji.monitoring;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with a rule, a run or a warning, or a step that somebody takes in its life. */
enum WarningCode implements Code {
    WARNING_NOT_FOUND(ErrorType.NOT_FOUND, "本辖区没有这条预警", "There is no such warning in your region"),
    UNKNOWN_RULE(
            ErrorType.BAD_REQUEST,
            "没有规则 {rule}；可用的见 rules",
            "There is no rule {rule}; see rules for those there are"),
    ONLY_FOR_THE_HUB(
            ErrorType.BAD_REQUEST,
            "规则 {rule} 自行沿家庭关系查找，只由系统对全市比对；请另选规则",
            "The rule {rule} follows relations of families by itself and is run by the hub alone:"
                    + " take another"),
    NO_SUCH_DEPARTMENT(
            ErrorType.BAD_REQUEST,
            "请写明转给哪个部门（transferTo），不能是本部门",
            "Say to which department it goes (transferTo), another than your own"),
    TRANSFER_ONLY(
            ErrorType.BAD_REQUEST,
            "只有处置方式为 TRANSFER 时才写 transferTo",
            "transferTo goes with the disposal TRANSFER only"),
    LEAD_ONLY(
            ErrorType.FORBIDDEN,
            "全市比对由主管部门（{lead}）开始",
            "A run over the whole city is begun by the leading department ({lead})"),
    RUN_UNDER_WAY(
            ErrorType.BAD_REQUEST,
            "比对 {run} 正在进行，完成后再开始",
            "The run {run} is under way: start another when it has ended");

    private final ErrorType type;
    private final String zh;
    private final String en;

    WarningCode(ErrorType type, String zh, String en) {
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
