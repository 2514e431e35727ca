package org.lianji.bench.city;

/** Something the hub should find: what, about whom, in which records. */
record Planted(Kind kind, String idNumber, String household, String records, String explanation) {

    enum Kind {
        PAID_AFTER_DEATH,
        CAR_WITH_ALLOWANCE,
        COMPANY_SHARE_WITH_ALLOWANCE,
        UNSEEN_FAMILY,
        DOUBLE_HELP
    }
}
