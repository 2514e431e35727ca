package org.lianji.assistance;

import java.util.List;

/**
 * What the hub asks the departments of a family that applies: one category each. The condition is
 * on a record {@code r} of one of the family; {@code $limit} is the local value of a parameter.
 */
enum MeansSource {
    VEHICLES(
            "GA03",
            List.of("state", "usage", "vehicleType", "value"),
            "r.state = 'NORMAL' AND coalesce(r.usage, '') <> 'DISABLED_MOBILITY' AND r.vehicleType"
                    + " IN ['SMALL_PASSENGER', 'MEDIUM_PASSENGER', 'LARGE_PASSENGER',"
                    + " 'MINI_PASSENGER'] AND r.value > $limit",
            "r.key",
            1,
            "CAR_VALUE"),
    PROPERTY(
            "ZR01",
            List.of("right", "usage", "share", "unitNo"),
            "r.right = 'HOUSE_OWNERSHIP' AND r.usage = 'RESIDENTIAL' AND coalesce(r.share, 1.0) >="
                    + " 0.5",
            "r.unitNo",
            2,
            ""),
    COMPANIES(
            "SJ01",
            List.of("state", "role", "entityType"),
            "r.state = 'ACTIVE' AND r.role IN ['SHAREHOLDER', 'LEGAL_REPRESENTATIVE'] AND NOT"
                    + " r.entityType IN ['INDIVIDUAL_BUSINESS', 'COOPERATIVE']",
            "r.key",
            1,
            ""),
    PENSIONS(
            "RS03",
            List.of("state", "monthlyPension"),
            "r.state = 'PAYING' AND r.monthlyPension > $limit * size($persons)",
            "r.key",
            1,
            "PENSION_LINE"),
    DEATHS("WJ01", List.of("diedOn"), "r.diedOn <= $today", "r.key", 1, ""),
    CANCELLATIONS(
            "GA02",
            List.of("reason", "cancelledOn"),
            "r.reason IN ['DEATH', 'SETTLED_ABROAD'] AND r.cancelledOn <= $today",
            "r.key",
            1,
            "");

    private final String category;
    private final List<String> items;
    private final String condition;
    private final String counted;
    private final int least;
    private final String parameter;

    MeansSource(
            String category,
            List<String> items,
            String condition,
            String counted,
            int least,
            String parameter) {
        this.category = category;
        this.items = items;
        this.condition = condition;
        this.counted = counted;
        this.least = least;
        this.parameter = parameter;
    }

    /** {@return code of the category} */
    String category() {
        return category;
    }

    /** {@return the items that are read} */
    List<String> items() {
        return items;
    }

    /** {@return the parameter that is the limit; empty where there is none} */
    String parameter() {
        return parameter;
    }

    /** {@return whether it is above what is allowed, and not only to be looked into} */
    boolean limits() {
        return compareTo(DEATHS) < 0;
    }

    /**
     * {@return a statement that says whether those of the family who may be looked at have what
     * they may not}
     *
     * @param type of the category's records
     */
    String statement(String type) {
        return """
        UNWIND $shown AS id
        MATCH (p:Person {id: id})<-[:ABOUT]-(r:%s)
        WHERE %s
        RETURN count(DISTINCT %s) >= %d AS found
        """
                .formatted(type, condition, counted, least);
    }
}
