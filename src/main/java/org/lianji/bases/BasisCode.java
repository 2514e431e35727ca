package org.lianji.bases;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** Faults of registering why people are read. */
public enum BasisCode implements Code {
    BASIS_PURPOSE(
            ErrorType.BAD_REQUEST,
            "此种事项不用于该用途，见 BasisKind 的说明",
            "This kind of basis does not serve that purpose, see BasisKind"),
    BASIS_PERSONS(
            ErrorType.BAD_REQUEST,
            "救助事项、预警、服务订单须写明 1 至 20 人；计划和任务只写区域",
            "Cases, warnings and orders name 1 to 20 persons; plans and runs name regions only"),
    BASIS_REGIONS(
            ErrorType.BAD_REQUEST,
            "计划和任务须写明区域，且在本人管辖范围之内",
            "Plans and runs name regions, within the caller's own"),
    BASIS_NOT_FOUND(
            ErrorType.NOT_FOUND,
            "没有这个事项，或者不由您办理：核对标识；您能办理的见 bases",
            "There is no such basis, or it isn't yours to settle: check its identifier; bases lists"
                    + " those that are"),
    BASIS_TEXT(
            ErrorType.BAD_REQUEST,
            "{field} 应为 {min} 至 {max} 个字",
            "{field} has {min} to {max} characters"),
    BASIS_REFERENCE(
            ErrorType.BAD_REQUEST,
            "reference 应为该事项在本部门业务系统中的受理编号，至少含一位数字",
            "reference is the number that the matter has in the department's own system, with a"
                    + " digit at least"),
    KIND_NOT_DECLARED(
            ErrorType.FORBIDDEN,
            "此种事项由业务流程登记，不接受自行申报：请在相应业务中办理，再用其事项",
            "Matters of this kind are registered by their flow and can't be declared: handle it"
                    + " there, and read on its basis"),
    TOO_MANY_DECLARED(
            ErrorType.FORBIDDEN,
            "今天自行申报的事项或者其中的人已达上限，请在 {retryAfterSeconds} 秒后再试；紧急的用 breakGlass",
            "Today's bases, or the persons in them, that may be declared are used up: try again in"
                    + " {retryAfterSeconds} seconds; what can't wait goes by breakGlass"),
    OWN_DECLARATION(
            ErrorType.FORBIDDEN,
            "不能确认自己申报的事项，请由本部门共享负责人确认",
            "Nobody confirms what they declared: the department's head of sharing does"),
    NOTHING_TO_CONFIRM(
            ErrorType.BAD_REQUEST,
            "此事项无须确认，或者已有结论、已失效",
            "This basis needs no confirmation, has its verdict already, or has ended"),
    BASIS_UNTIL(
            ErrorType.BAD_REQUEST,
            "有效期止日应在今天至一年之内",
            "The last day lies between today and a year ahead"),
    BASIS_EXISTS(
            ErrorType.BAD_REQUEST,
            "该编号的事项已登记，请用 {basis}",
            "A basis with this reference is registered: use {basis}"),
    CONSENT_REQUIRED(
            ErrorType.FORBIDDEN,
            "申请人之外的人须有本人授权书编号（社会救助法第四十一条），persons[{index}] 没有",
            "Whoever is not the applicant must have consented (Social Assistance Law §41):"
                    + " persons[{index}] has none"),
    OWN_EMERGENCY(ErrorType.FORBIDDEN, "不能审查自己的紧急查阅", "Nobody reviews an emergency of their own"),
    ALREADY_REVIEWED(ErrorType.BAD_REQUEST, "此次紧急查阅已有结论", "This emergency has its verdict already"),
    REVIEWED_BY_ANOTHER(
            ErrorType.FORBIDDEN,
            "此次紧急查阅由别人审查：未抽中的由本部门共享负责人审，抽中的由牵头部门共享负责人审，牵头部门自己被抽中的由审计审",
            "Somebody else judges this emergency: the department's head of sharing, for those drawn"
                    + " the lead department's, for the lead department's own that are drawn the"
                    + " auditor"),
    EMERGENCY_REVIEW_OVERDUE(
            ErrorType.FORBIDDEN,
            "您有紧急查阅逾期未审查，审查之前不能再用：请催促审查，或由同事办理",
            "An emergency of yours was not reviewed in time, and until it is you can't open"
                    + " another: have it reviewed, or let a colleague open this one"),
    SAFEGUARDING_PERSONS(
            ErrorType.BAD_REQUEST,
            "只有写明所涉的人的事项才能暂不告知；计划和任务不能",
            "Looks are hidden on a basis about named persons only, not on plans and runs"),
    SAFEGUARDING_UNTIL(
            ErrorType.BAD_REQUEST,
            "暂不告知的止日应在今天至 90 天之内",
            "Looks are hidden until a day between today and 90 days ahead"),
    OWN_SAFEGUARDING(
            ErrorType.FORBIDDEN, "申请暂不告知的人不能自己签署", "Whoever asked to hide looks doesn't sign it"),
    SIGNED_BY_ANOTHER(
            ErrorType.FORBIDDEN,
            "暂不告知由登记部门的共享负责人签署",
            "The head of sharing of the department that opened the basis signs it"),
    ALREADY_SIGNED(
            ErrorType.BAD_REQUEST, "暂不告知已签署", "That the looks are hidden has been signed already"),
    NOT_SIGNED_YET(
            ErrorType.BAD_REQUEST,
            "上一次申请尚待签署，签署后才能申请延长",
            "What was asked before awaits its signature: ask for longer once it is signed"),
    NOT_HIDDEN(
            ErrorType.BAD_REQUEST,
            "此事项没有暂不告知，或者已恢复显示",
            "Looks on this basis are not hidden, or show again"),
    UNFOUNDED_LOOKS_SHOW(
            ErrorType.BAD_REQUEST,
            "此事项已认定不应查阅，不能再暂不告知：三个工作日内恢复显示，期间请保护好有危险的人",
            "Nobody should have looked on this basis, as was judged, so its looks can't be hidden"
                    + " longer: they show after three working days at most; see to the safety of"
                    + " whoever is in danger before");

    private final ErrorType type;
    private final String zh;
    private final String en;

    BasisCode(ErrorType type, String zh, String en) {
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
