package org.lianji.eligibility;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the library tells of a family that applies, one category each, so that it is not asked for
 * (社会救助法 §62). The condition is on a record {@code r} of one of the family.
 */
public enum KnownSource {
    BIRTH("GA01", List.of("birthDate"), "r.birthDate IS NOT NULL", false, "Member.age"),
    DISABILITY(
            "CL01",
            List.of("type", "grade", "state", "validUntil"),
            "r.state = 'VALID' AND (r.validUntil IS NULL OR r.validUntil >= $today)",
            true,
            "Member.disabilityType"),
    ILLNESS(
            "WJ02",
            List.of("diseaseGroup"),
            "r.diseaseGroup IN ['MALIGNANT_TUMOUR', 'LEUKAEMIA_LYMPHOMA', 'END_STAGE_RENAL',"
                    + " 'ORGAN_TRANSPLANT', 'MYOCARDIAL_INFARCTION', 'STROKE']",
            true,
            "Member.seriouslyIll"),
    SCHOOL("JY01", List.of("state"), "r.state = 'ENROLLED'", true, "Member.fullTimeStudent"),
    JOB_OFFERS(
            "RS01",
            List.of("jobOffersRefused"),
            "r.jobOffersRefused IS NOT NULL",
            true,
            "Member.refusedOffers"),
    INSURED_WAGES(
            "RS02",
            List.of("scheme", "base", "state"),
            "r.state = 'PAYING' AND r.scheme IN ['EMPLOYEE_PENSION', 'PUBLIC_SECTOR_PENSION'] AND"
                    + " r.base IS NOT NULL",
            false,
            "Member.incomes"),
    PENSION(
            "RS03",
            List.of("scheme", "state", "monthlyPension", "basicPension"),
            "r.state = 'PAYING'",
            true,
            "Member.incomes"),
    LAND(
            "NM02",
            List.of("transferIncome"),
            "r.transferIncome IS NOT NULL",
            false,
            "Member.incomes"),
    SUBSIDIES(
            "NM03",
            List.of("amount", "paidOn"),
            "r.paidOn > $yearAgo AND r.paidOn <= $today",
            false,
            "Member.incomes"),
    FUND(
            "ZJ03",
            List.of("balance", "state"),
            "NOT r.state IN ['TRANSFERRED', 'CLOSED']",
            false,
            "Property.deposits"),
    /** Of a report of a check of means that is still valid. */
    REPORTED_PROPERTY(
            "MZ12",
            List.of("deposits", "securities", "insurance"),
            "r.validUntil >= $today AND (r.deposits IS NOT NULL OR r.securities IS NOT NULL OR"
                    + " r.insurance IS NOT NULL)",
            false,
            "Property.deposits"),
    REPORTED_INCOME(
            "MZ12",
            List.of("taxedIncome"),
            "r.validUntil >= $today AND r.taxedIncome IS NOT NULL",
            false,
            "Member.incomes"),
    VEHICLES(
            "GA03",
            List.of("state", "usage", "vehicleType"),
            "r.state = 'NORMAL' AND coalesce(r.usage, '') <> 'DISABLED_MOBILITY' AND r.vehicleType"
                    + " IN ['SMALL_PASSENGER', 'MEDIUM_PASSENGER', 'LARGE_PASSENGER',"
                    + " 'MINI_PASSENGER']",
            true,
            "Property.vehicles"),
    HOMES(
            "ZR01",
            List.of("right", "usage", "share", "unitNo"),
            "r.right = 'HOUSE_OWNERSHIP' AND r.usage = 'RESIDENTIAL' AND coalesce(r.share, 1.0) >="
                    + " 0.5",
            true,
            "Property.homes"),
    TREATMENT(
            "YB02",
            List.of("selfPay", "settledOn"),
            "r.selfPay IS NOT NULL AND r.settledOn > $yearAgo AND r.settledOn <= $today",
            false,
            "Expenditure.medical"),
    REHABILITATION(
            "CL02",
            List.of("selfPay", "deliveredOn"),
            "r.selfPay IS NOT NULL AND r.deliveredOn > $yearAgo AND r.deliveredOn <= $today",
            false,
            "Expenditure.rehabilitation");

    private final String category;
    private final List<String> items;
    private final String condition;
    private final boolean whole;
    private final String fills;

    KnownSource(
            String category, List<String> items, String condition, boolean whole, String fills) {
        this.category = category;
        this.items = items;
        this.condition = condition;
        this.whole = whole;
        this.fills = fills;
    }

    /** {@return whether a rule reckons with anything of a category} */
    public static boolean tells(String category) {
        return Stream.of(values()).anyMatch(one -> one.category.equals(category));
    }

    /** {@return code of the category} */
    public String category() {
        return category;
    }

    /** {@return the items that are read} */
    public List<String> items() {
        return items;
    }

    /** {@return what it tells, by the name that rules have for it} */
    public String fills() {
        return fills;
    }

    /** {@return whether it is told by the report of a check, which the next one replaces} */
    public boolean reported() {
        return this == REPORTED_PROPERTY || this == REPORTED_INCOME;
    }

    /** {@return whether nothing else need be asked of it: no record is an answer, too} */
    public boolean whole() {
        return whole;
    }

    /**
     * {@return a statement that says what there is of {@code $persons}, of each the newest first}
     *
     * @param type of the category's records
     */
    public String statement(String type) {
        return """
        UNWIND $persons AS id
        MATCH (p:Person {id: id})<-[:ABOUT]-(r:%s)
        WHERE %s
        RETURN p.id AS person, r {.recordNo, .observedAt, %s} AS record ORDER BY r.observedAt DESC, r.recordNo
        """
                .formatted(type, condition, "." + String.join(", .", items));
    }
}
