package org.lianji.sharing;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** Faults of registering why people are read. */
enum BasisCode implements Code {
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
    BASIS_TEXT(
            ErrorType.BAD_REQUEST,
            "{field} 应为 {min} 至 {max} 个字",
            "{field} has {min} to {max} characters"),
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
    ALREADY_REVIEWED(ErrorType.BAD_REQUEST, "此次紧急查阅已有结论", "This emergency has its verdict already");

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
