package org.lianji.services;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with an assessment, a contract of services, or an order. */
enum ServiceCode implements Code {
    GUARDIAN_ANSWERS_FOR_SERVICE(
            ErrorType.FORBIDDEN,
            "未满十四周岁的，由监护人用本人的令牌答复服务单，或者告诉工作人员",
            "Of a service for somebody under 14 a guardian decides, with their own token, or"
                    + " through an officer"),
    ASSESSMENT_NOT_FOUND(
            ErrorType.NOT_FOUND, "没有这份评估", "There is no such assessment among those you see"),
    CONTRACT_NOT_FOUND(
            ErrorType.NOT_FOUND, "没有这份服务合同", "There is no such contract among those you see"),
    ORDER_NOT_FOUND(ErrorType.NOT_FOUND, "没有这份服务单", "There is no such order among those you see"),
    SERVED_PERSON(
            ErrorType.NOT_FOUND,
            "这个事项现在不涉及居住在本辖区的这个人：评估请用目的含 E 的在办事项，没有评估的服务单请用在办的救助事项（CASE）",
            "That basis does not lead you to this person of your region now: give one in hand with"
                    + " purpose E for an assessment, and a case (CASE) for an order without one"),
    SERVICE_OF_RELATIVE(
            ErrorType.FORBIDDEN,
            "不能为本人或近亲属评估、安排服务，也不能派其近亲属评估，请交由其他工作人员办理",
            "Nobody assesses or orders services for themself or for a near relative, or is sent to"
                    + " one: leave it to another"),
    SERVED_PERSON_DIED(
            ErrorType.BAD_REQUEST,
            "共享数据显示这个人已经去世，不再为其安排服务；数据有误的，请提出校核（raiseCorrection）",
            "The library knows them as dead, and no service is ordered for them: where that is"
                    + " wrong, have it corrected (raiseCorrection)"),
    SERVED_ALREADY(
            ErrorType.BAD_REQUEST,
            "这个人（同住的家人共用的，全家）近 90 天内已得到、或正在办理同样的帮扶：等其办结；确有必要的，在 note 写明",
            "They, or of what a household shares somebody in it, have had such help within 90 days,"
                + " or it is on its way: wait until that is over, or say in note why it is needed"),
    SERVICE_CONSENT_OVER(
            ErrorType.BAD_REQUEST,
            "本人同意的、或者服务单的最后一天已过：此前上门的限期补报，其他不能再办；需要的请重新开单并征得同意",
            "The last day of the order, or of the person's consent, is over: visits by then can be"
                    + " told for some days, and nothing else is done. Order anew and ask them"),
    ORDER_REASON(
            ErrorType.BAD_REQUEST,
            "服务单须依据一份有效的评估（assessment），或者一件在办的救助事项及其涉及的人（basis、person），二者择一",
            "An order follows from an assessment that stands, or from a case and a person whom it"
                    + " concerns (basis and person): give one of the two"),
    ORDER_PROVIDER(
            ErrorType.BAD_REQUEST,
            "服务单须写明一份合同（contract），或者一家志愿服务组织（volunteers），二者择一",
            "An order names a contract, or the organisation whose volunteers help: one of the two"),
    SERVICE_LEAD(
            ErrorType.FORBIDDEN,
            "评估、合同与服务单由牵头部门办理",
            "The leading department assesses, draws up contracts and orders services"),
    SERVICE_KIND(
            ErrorType.BAD_REQUEST,
            "合同与服务单只用于服务（HelpKind 中形式为 SERVICE 的）；合同的服务单种类须与合同相同",
            "Contracts and orders are for services, the kinds whose form is SERVICE; an order is of"
                    + " its contract's kind"),
    PROVIDER_NOT_APPROVED(
            ErrorType.BAD_REQUEST,
            "服务机构须已登记并经核准（志愿服务须是慈善组织），且管理人员与本人无利害关系",
            "The provider is registered and approved, a charity where its volunteers help, and none"
                    + " of its managers is related to the person"),
    ASSESSED_LEVEL(
            ErrorType.BAD_REQUEST,
            "日常生活活动能力为 0 至 100 且为 5 的倍数；其余各项为 0 至 3",
            "The score of daily activities is a multiple of 5 from 0 to 100, the others are 0 to"
                    + " 3"),
    ASSESSMENT_ERRAND(
            ErrorType.BAD_REQUEST,
            "不能这样派人评估：worker 是本部门社会工作者（SOCIAL_WORKER）的客户端，不是派出的人自己；until 从今天起至多 30 天，过后由派出的人再派",
            "Nobody can be sent to assess like this: worker is the client of a social worker"
                    + " (SOCIAL_WORKER) of your department, not your own; until is within 30 days"
                    + " from today, and after it whoever sent them sends them anew"),
    CONTRACT_TERMS(
            ErrorType.BAD_REQUEST,
            "合同的数量为 1 至 100000，单价为正，数量乘以单价不超过预算，起止日期有序且止于今天起三年之内",
            "A contract has 1 to 100,000 units at a price above zero, within its budget, from a day"
                    + " until a later one within three years from today"),
    OWN_CONTRACT(
            ErrorType.FORBIDDEN,
            "起草人不能自己签订：由另一名工作人员签订",
            "Who drew the contract up does not sign it: another officer does"),
    CONTRACT_NOT_OPEN(
            ErrorType.BAD_REQUEST,
            "这份合同未签订、不在有效期，或者不覆盖本人所在的旗县",
            "That contract is not signed, not of today, or not for the county of the person"),
    CONTRACT_SPENT(
            ErrorType.BAD_REQUEST,
            "合同余下的数量或预算不够",
            "Not enough units, or budget, are left of that contract"),
    ORDER_UNITS(
            ErrorType.BAD_REQUEST,
            "数量为 1 至 10000，各次上门合计不超过服务单",
            "Units are 1 to 10,000, and the visits together no more than the order"),
    ORDER_DAY(
            ErrorType.BAD_REQUEST,
            "日期须有效：最后一天在今天起一年之内且不晚于合同；安排与上门须在服务单的期间之内，上门不能在将来",
            "Days must be valid: the last within a year and the contract, a plan and a visit within"
                    + " the order's time, and no visit in the future"),
    VISIT_WORKER(
            ErrorType.BAD_REQUEST,
            "上门人员填工号：1 至 20 个字母、数字或连字符",
            "Who came is told by a worker's number: 1 to 20 letters, digits or hyphens"),
    VOLUNTEER_HOURS(
            ErrorType.BAD_REQUEST,
            "志愿服务时数为 0 至 24，只记数字",
            "Hours of volunteers are 0 to 24, figures only"),
    NOTHING_DELIVERED(
            ErrorType.BAD_REQUEST,
            "还没有记录上门：先用 recordServiceVisit",
            "No visit is on record yet: recordServiceVisit first"),
    SERVICE_CONSENT(
            ErrorType.BAD_REQUEST,
            "同意须至少说明姓名、电话、住址中的一项，各 1 至 100 个字符",
            "Consent names at least one of name, phone and address, each of 1 to 100 characters"),
    OWN_ORDER(
            ErrorType.FORBIDDEN,
            "开单的工作人员不能自己登记本人的同意或确认：由本人办理，或由另一名工作人员听取后登记",
            "Who ordered the service doesn't write down the person's consent or confirmation: the"
                    + " person does, or another officer who has heard them"),
    EVALUATION(ErrorType.BAD_REQUEST, "评价是 1 至 5", "An evaluation is a number from 1 to 5");

    private final ErrorType type;
    private final String zh;
    private final String en;

    ServiceCode(ErrorType type, String zh, String en) {
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
