package org.lianji.means;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the check asks of a family: a category of the library each, or somebody outside, whose
 * answers are kept as items of the report (MZ12). The condition is on a record {@code r} of one of
 * the family.
 */
public enum MeansSource {
    VEHICLES(
            "GA03",
            List.of("value", "state", "usage", "vehicleType"),
            "r.state = 'NORMAL' AND coalesce(r.usage, '') <> 'DISABLED_MOBILITY' AND r.vehicleType"
                    + " IN ['SMALL_PASSENGER', 'MEDIUM_PASSENGER', 'LARGE_PASSENGER',"
                    + " 'MINI_PASSENGER']",
            MeansMeasure.EACH,
            LimitScale.FAMILY,
            "CAR_VALUE",
            "有机动车的价值超过限额",
            "A motor vehicle is worth more than the limit"),
    PROPERTY(
            "ZR01",
            List.of("unitNo", "right", "usage", "share"),
            "r.right = 'HOUSE_OWNERSHIP' AND r.usage = 'RESIDENTIAL' AND coalesce(r.share, 1.0) >="
                    + " 0.5",
            MeansMeasure.TWO,
            LimitScale.ONE,
            "HOMES",
            "有两处以上住房",
            "There are two homes or more"),
    COMPANIES(
            "SJ01",
            List.of("role", "state", "entityType"),
            "r.state = 'ACTIVE' AND r.role IN ['SHAREHOLDER', 'LEGAL_REPRESENTATIVE'] AND NOT"
                    + " r.entityType IN ['INDIVIDUAL_BUSINESS', 'COOPERATIVE']",
            MeansMeasure.ANY,
            LimitScale.NONE,
            "",
            "有存续企业的股份，或者担任法定代表人",
            "There are shares in a company, or somebody runs one"),
    PENSIONS(
            "RS03",
            List.of("monthlyPension", "state"),
            "r.state = 'PAYING'",
            MeansMeasure.TOTAL,
            LimitScale.HEAD,
            "PENSION_LINE",
            "养老金合计超过家庭的限额",
            "Pensions come to more than the family's limit"),
    DEATHS(
            "WJ01",
            List.of("diedOn"),
            "r.diedOn <= $today",
            MeansMeasure.ANY,
            LimitScale.NONE,
            "",
            "有死亡登记，须核实",
            "A death is registered, which is looked into"),
    CANCELLATIONS(
            "GA02",
            List.of("reason", "cancelledOn"),
            "r.reason IN ['DEATH', 'SETTLED_ABROAD'] AND r.cancelledOn <= $today",
            MeansMeasure.ANY,
            LimitScale.NONE,
            "",
            "有户口注销登记，须核实",
            "A registration was cancelled, which is looked into"),
    WAGES(
            "RS02",
            List.of("base", "scheme", "state"),
            "r.state = 'PAYING' AND r.scheme IN ['EMPLOYEE_PENSION', 'PUBLIC_SECTOR_PENSION']",
            MeansMeasure.TOTAL,
            LimitScale.HEAD,
            "INCOME_LINE",
            "参保缴费的工资合计超过家庭的限额",
            "Wages that contributions are paid for come to more than the family's limit"),
    FUND(
            "ZJ03",
            List.of("balance", "state"),
            "NOT r.state IN ['TRANSFERRED', 'CLOSED']",
            MeansMeasure.TOTAL,
            LimitScale.FAMILY,
            "FUND_LIMIT",
            "住房公积金余额合计超过限额",
            "Balances of the housing provident fund come to more than the limit"),
    LAND(
            "NM02",
            List.of("transferIncome"),
            "true",
            MeansMeasure.TOTAL,
            LimitScale.HEAD_YEAR,
            "INCOME_LINE",
            "土地、草牧场流转的年收入超过家庭的限额",
            "A year's income from leased land is more than the family's limit"),
    HOUSEHOLD(
            "GA01",
            List.of("hukouRegion"),
            "NOT r.hukouRegion STARTS WITH $city",
            MeansMeasure.ANY,
            LimitScale.NONE,
            "",
            "有人的户籍不在本市，须向户籍地核实",
            "Somebody is registered outside of the city, where it is asked"),
    REPORTS(
            "MZ12",
            List.of("deposits", "validUntil", "caseNo"),
            "r.validUntil >= $today AND coalesce(r.caseNo, '') <> $number",
            MeansMeasure.EACH,
            LimitScale.FAMILY,
            "DEPOSIT_LIMIT",
            "另一份有效的核对报告中的存款超过限额",
            "Deposits in another report that is valid are more than the limit"),
    TAX(
            OutsideKind.TAX,
            LimitScale.HEAD_YEAR,
            "INCOME_LINE",
            "纳税申报的年收入超过家庭的限额",
            "A year's income declared for tax is more than the family's limit"),
    BANKS(
            OutsideKind.BANK,
            LimitScale.FAMILY,
            "DEPOSIT_LIMIT",
            "银行存款等金融资产合计超过限额",
            "Deposits and other financial assets come to more than the limit"),
    SECURITIES(
            OutsideKind.SECURITIES,
            LimitScale.FAMILY,
            "DEPOSIT_LIMIT",
            "证券等金融资产合计超过限额",
            "Securities and other financial assets come to more than the limit"),
    INSURERS(
            OutsideKind.INSURANCE,
            LimitScale.FAMILY,
            "DEPOSIT_LIMIT",
            "商业保险等金融资产合计超过限额",
            "Insurance and other financial assets come to more than the limit"),
    PAYMENT_INSTITUTIONS(
            OutsideKind.PAYMENT_INSTITUTION,
            LimitScale.FAMILY,
            "DEPOSIT_LIMIT",
            "支付账户等金融资产合计超过限额",
            "Wallets and other financial assets come to more than the limit");

    private final @Nullable OutsideKind outside;
    private final String category;
    private final List<String> items;
    private final String condition;
    private final MeansMeasure measure;
    private final LimitScale scale;
    private final String parameter;
    private final String zh;
    private final String en;

    MeansSource(OutsideKind outside, LimitScale scale, String parameter, String zh, String en) {
        this.outside = outside;
        this.category = MeansReport.CATEGORY;
        this.items = List.of(outside.sum().item());
        this.condition = "";
        this.measure = MeansMeasure.TOTAL;
        this.scale = scale;
        this.parameter = parameter;
        this.zh = zh;
        this.en = en;
    }

    MeansSource(
            String category,
            List<String> items,
            String condition,
            MeansMeasure measure,
            LimitScale scale,
            String parameter,
            String zh,
            String en) {
        this.outside = null;
        this.category = category;
        this.items = items;
        this.condition = condition;
        this.measure = measure;
        this.scale = scale;
        this.parameter = parameter;
        this.zh = zh;
        this.en = en;
    }

    /** {@return who is asked; null where the library is} */
    public @Nullable OutsideKind outside() {
        return outside;
    }

    /** {@return code of the category} */
    public String category() {
        return category;
    }

    /** {@return the items that are read, first the one that tells how much, or what} */
    public List<String> items() {
        return items;
    }

    /** {@return what is said where something was found, in Chinese} */
    public String zh() {
        return zh;
    }

    /** {@return the same in English} */
    public String en() {
        return en;
    }

    MeansMeasure measure() {
        return measure;
    }

    LimitScale scale() {
        return scale;
    }

    /** {@return the parameter that is the limit; empty where there is none} */
    String parameter() {
        return parameter;
    }

    /** {@return whether it is above what is allowed, and not only to be looked into} */
    public boolean limits() {
        return switch (this) {
            case DEATHS, CANCELLATIONS, HOUSEHOLD -> false;
            default -> true;
        };
    }

    /** {@return whether a check is incomplete where it may not be asked} */
    boolean needed() {
        return compareTo(CANCELLATIONS) <= 0;
    }

    /** {@return whether its sum is one of what the family owns, which count together} */
    boolean asset() {
        return outside != null && outside != OutsideKind.TAX;
    }

    /**
     * {@return a statement that says what those of the family who may be looked at have}
     *
     * @param type of the category's records
     */
    String statement(String type) {
        return """
        UNWIND $shown AS id
        MATCH (p:Person {id: id})<-[:ABOUT]-(r:%s)
        WHERE r.%3$s IS NOT NULL AND %2$s
        RETURN p.id AS person, r.recordNo AS recordNo, r.%3$s AS value, toString(r.observedAt) AS observedAt
        ORDER BY r.observedAt DESC, r.recordNo
        """
                .formatted(type, condition, items.getFirst());
    }
}
