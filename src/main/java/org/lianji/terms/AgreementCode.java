package org.lianji.terms;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with an agreement, or with a step that somebody takes in its life. */
public enum AgreementCode implements Code {
    AGREEMENT_NOT_FOUND(
            ErrorType.NOT_FOUND, "没有这份共享协议", "There is no such agreement among your own"),
    VERSION_CONFLICT(
            ErrorType.BAD_REQUEST,
            "协议已被他人改动，现为第 {version} 版，请重新读取后再办",
            "The agreement was changed meanwhile and is at version {version}: read it again"),
    NOT_YOUR_TURN(
            ErrorType.FORBIDDEN,
            "这一步应由 {side} 一方的 {roles} 办理",
            "This step is for {roles} of the side {side}"),
    TRANSITION_NOT_ALLOWED(
            ErrorType.BAD_REQUEST,
            "协议处于 {state}，不能办这一步；此刻能办的：{allowed}",
            "Not possible in {state}; open to you now: {allowed}"),
    NOTE_MISSING(
            ErrorType.BAD_REQUEST,
            "请写明理由或说明（1 至 {max} 个字符）",
            "Give the reason or statement, 1 to {max} characters"),
    MATERIAL_ASKED_BEFORE(
            ErrorType.BAD_REQUEST,
            "补充材料只能一次性告知，已经要求过（政务数据共享条例第二十条）",
            "More material is asked for once, and it has been (Regulation §20)"),
    EXTENSION_NOT_OPEN(
            ErrorType.BAD_REQUEST,
            "延长答复期限只能在到期前申请一次（政务数据共享条例第二十一条）",
            "An extension is asked for once, before the deadline (Regulation §21)"),
    EXTENSION_TOO_LONG(
            ErrorType.BAD_REQUEST,
            "延长期限为 1 至 {max} 个工作日",
            "An extension has 1 to {max} working days"),
    NO_EXTENSION_ASKED(ErrorType.BAD_REQUEST, "没有待同意的延期申请", "No extension waits for consent"),
    ALREADY_PREPARED(
            ErrorType.BAD_REQUEST, "答复已经拟好，待负责人签署", "It is prepared and waits for the head"),
    NOT_PREPARED(
            ErrorType.BAD_REQUEST,
            "请先由共享工作机构拟出同意的答复（prepareApproval）",
            "The sharing unit prepares the approval first (prepareApproval)"),
    TERMINATION_PROPOSED_BEFORE(
            ErrorType.BAD_REQUEST,
            "已有一方提议终止，由另一方同意（consentToTermination）",
            "One side has proposed to end it: the other consents (consentToTermination)"),
    NO_TERMINATION_PROPOSED(
            ErrorType.BAD_REQUEST,
            "对方没有提议终止；任何一方不得单方终止（政务数据共享条例第二十七条）",
            "The other side has not proposed it: no side ends an agreement alone (Regulation §27)"),

    LEAD_IS_PARTY(
            ErrorType.FORBIDDEN,
            "主管部门是协议的一方，不能自行决定；由本级人民政府决定，另一方的共享负责人记录（recordExtensionDecision、recordLiftDecision）",
            "The lead department is a party and can't decide: the government does, and the head of"
                    + " the party that does not gain by it records that (recordExtensionDecision,"
                    + " recordLiftDecision)"),
    LEAD_DECIDES(
            ErrorType.FORBIDDEN,
            "主管部门不是协议的一方，由主管部门决定（consentToExtension、liftSuspension）",
            "The lead department is no party and decides itself (consentToExtension,"
                    + " liftSuspension)"),
    SUSPENSION_TOO_LONG(
            ErrorType.BAD_REQUEST,
            "中止须有期限，1 至 {max} 个工作日",
            "A suspension has an end, after 1 to {max} working days"),
    INCIDENT_MISSING(
            ErrorType.BAD_REQUEST,
            "请写明本部门的事件编号（1 至 {max} 个字符）",
            "Give your own number of the incident, 1 to {max} characters"),
    SUSPENDED_BEFORE(
            ErrorType.BAD_REQUEST,
            "因这一事件已中止过，同样的事实不能再次中止；可以提议终止（proposeTermination）",
            "It was suspended for this incident before, and the same facts don't suspend it again:"
                    + " propose its end (proposeTermination)"),
    SUSPENDED_JUST_NOW(
            ErrorType.BAD_REQUEST,
            "上一次中止刚结束，{from} 起才能因新的事件再次中止；可以提议终止（proposeTermination）",
            "The last suspension has only just ended: it may be suspended for another incident from"
                    + " {from} on, or propose its end (proposeTermination)"),

    SCOPE_MISSING(ErrorType.BAD_REQUEST, "请写明信息类、数据项和用途", "Name categories, items and purposes"),
    SEVERAL_PROVIDERS(
            ErrorType.BAD_REQUEST,
            "一份协议只能有一个提供部门，请向 {departments} 分别申请",
            "One agreement has one provider: ask each of {departments}"),
    OWN_CATEGORY(
            ErrorType.BAD_REQUEST, "本部门自己的信息类不需要共享协议", "Your own categories need no agreement"),
    NOT_SHARED(
            ErrorType.BAD_REQUEST,
            "{items} 不予共享，依据：{legalBasis}",
            "{items} are not shared, by {legalBasis}"),
    UNCONDITIONAL(
            ErrorType.BAD_REQUEST,
            "{items} 无条件共享，不需要协议，请从申请中删去；要涵盖十四周岁以下的人，请申请 S4",
            "Shared unconditionally, without an agreement, are {items}: leave them out, or ask for"
                    + " S4 to cover people under 14, too"),
    UNKNOWN_ITEM(ErrorType.BAD_REQUEST, "目录中没有 {items}", "The catalogue has no {items}"),
    ITEM_ABOVE_LEVEL(
            ErrorType.BAD_REQUEST,
            "{items} 的敏感级别高于申请的 {level}，请提高级别，或申请遮掩后的值（masked: true）；能遮掩的：{maskable}",
            "More sensitive than {level}, which is asked for, are {items}: ask for a higher level,"
                    + " or for the masked value (masked: true); these have one: {maskable}"),
    ITEM_NOT_MASKABLE(
            ErrorType.BAD_REQUEST,
            "{items} 没有遮掩方式，不能申请遮掩后的值",
            "There is no mask for {items}: ask for them as they are, or leave them out"),
    PURPOSE_NOT_ALLOWED(
            ErrorType.BAD_REQUEST, "{category} 只能用于 {allowed}", "{category} is for {allowed} only"),
    CHARITY_AGREEMENT(
            ErrorType.FORBIDDEN,
            "这是慈善组织的协议，不开放任何数据，只能拒绝、终止或办结；慈善组织目前可以查询救助政策、行政区划和信息目录",
            "This is a charity's agreement and opens nothing: it can only be refused or ended."
                    + " Today a charity can ask for policies, regions and the catalogue"),
    UNKNOWN_REGION_CODE(
            ErrorType.BAD_REQUEST,
            "所填行政区划代码有 {regions} 个不存在，请按 regions 查询结果填写",
            "There are no regions for {regions} of the codes: take codes from the query regions"),
    DURATION(ErrorType.BAD_REQUEST, "使用期限为 1 至 {max} 个月", "The time limit is 1 to {max} months"),
    TEXT_MISSING(
            ErrorType.BAD_REQUEST,
            "请填写 {field}（1 至 {max} 个字符）",
            "Fill in {field}, 1 to {max} characters"),

    STREAM_ENDED(
            ErrorType.FORBIDDEN,
            "贵部门的一份共享协议不再有效，推送已停止；请核对协议后重新订阅",
            "An agreement of your department is no longer in force and its streams have ended:"
                    + " look at the agreements and subscribe again");

    private final ErrorType type;
    private final String zh;
    private final String en;

    AgreementCode(ErrorType type, String zh, String en) {
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
