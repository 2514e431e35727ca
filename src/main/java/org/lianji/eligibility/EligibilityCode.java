package org.lianji.eligibility;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** Why nothing can be worked out. */
enum EligibilityCode implements Code {
    UNKNOWN_STANDARD(
            ErrorType.NOT_FOUND,
            "该地在 {day} 没有保障标准或认定规则；有哪些见 localStandards",
            "There are no standard or no rules for that place on {day}: see localStandards"),
    SITUATION_TOO_LARGE(ErrorType.BAD_REQUEST, "{place} 至多 {max} 项", "{place} takes {max} at most"),
    SITUATION_VALUE(
            ErrorType.BAD_REQUEST,
            "{place} 应在 {min} 至 {max} 之间；金额至多两位小数",
            "{place} lies between {min} and {max}; money has two decimals at most"),
    NOBODY_COUNTED(
            ErrorType.BAD_REQUEST,
            "至少要有一名共同生活的家庭成员（standing: LIVING_TOGETHER）",
            "At least one member lives together with the family (standing: LIVING_TOGETHER)"),
    DISABILITY_IN_PART(
            ErrorType.BAD_REQUEST,
            "残疾类别和等级要么都填，要么都不填",
            "Type and grade of a disability are both given or neither");

    private final ErrorType type;
    private final String zh;
    private final String en;

    EligibilityCode(ErrorType type, String zh, String en) {
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
