package org.lianji.charity;

import org.lianji.platform.Code;
import org.springframework.graphql.execution.ErrorType;

/** What can be wrong with an organisation, or with what it offers. */
public enum CharityCode implements Code {
    ORGANISATION_NOT_FOUND(
            ErrorType.NOT_FOUND, "没有这家慈善组织", "There is no such charity among those you see"),
    MANAGERS_MISSING(
            ErrorType.BAD_REQUEST,
            "请至少报一名管理人员：受益人不得与其有利害关系（慈善法第五十九条）",
            "Name at least one manager: nobody related to a manager may be helped (Charity Law,"
                    + " article 59)"),
    ALREADY_REGISTERED(
            ErrorType.BAD_REQUEST,
            "本组织已经登记，请查 charityOrganisations",
            "Your organisation is registered already, see charityOrganisations"),
    OTHER_KIND(
            ErrorType.FORBIDDEN,
            "本组织以另一种身份（慈善组织或服务机构）登记：请用登记时的客户端重新登记",
            "Your organisation is registered as the other kind, charity or provider: say it anew"
                    + " with the client that registered it"),
    ORGANISATION_NOT_APPROVED(
            ErrorType.FORBIDDEN,
            "本组织尚未经民政部门核准，或已暂停：请先登记（registerCharity），或与民政部门联系",
            "Your organisation is not approved, or is suspended: register it (registerCharity), or"
                    + " ask the department of civil affairs"),
    OFFER_NOT_FOUND(ErrorType.NOT_FOUND, "没有这项供给", "There is no such offer among those you see"),
    OFFER_CAPACITY(
            ErrorType.BAD_REQUEST,
            "供给的数量须在 1 至 1000000 之间",
            "The capacity of an offer is a number from 1 to 1,000,000"),
    OFFER_REGION(
            ErrorType.BAD_REQUEST,
            "供给的范围须是全市或者旗县（1 至 20 个），不能更小",
            "An offer is for the whole city or for counties (1 to 20), and for nothing smaller"),
    OFFER_DAY(
            ErrorType.BAD_REQUEST,
            "有效期的最后一天须是日期，且在今天起一年之内",
            "The last day is a date within a year from today"),
    STAFF_CLIENT(
            ErrorType.BAD_REQUEST,
            "工作人员以其客户端名表示：1 至 64 个字母、数字、点、横线或下划线",
            "Staff are named by their client: 1 to 64 letters, digits, dots, dashes or"
                    + " underscores"),
    STAFF_SELF(
            ErrorType.BAD_REQUEST,
            "不能停用自己，也不能去掉自己的 STAFF 职责：请由另一名有此职责的人办",
            "Nobody suspends themself or gives up the duty STAFF: let another who has it do so"),
    STAFF_SUSPENDED(
            ErrorType.FORBIDDEN,
            "本组织已停用您的办理：请与本组织有 STAFF 职责的人联系",
            "Your organisation has suspended you: ask whoever has the duty STAFF there"),
    STAFF_DUTY(
            ErrorType.FORBIDDEN,
            "本组织没有给您这项职责（{duty}）：请与本组织有 STAFF 职责的人联系",
            "Your organisation has not given you the duty {duty}: ask whoever has the duty STAFF"
                    + " there");

    private final ErrorType type;
    private final String zh;
    private final String en;

    CharityCode(ErrorType type, String zh, String en) {
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
