package org.lianji.bench.city;

/** What somebody lives by. */
enum Job {
    NONE,
    STUDENT,
    FARMER,
    EMPLOYED,
    PUBLIC_SECTOR,
    SELF_EMPLOYED,
    FLEXIBLE,
    UNEMPLOYED,
    AT_HOME,
    UNABLE,
    RESIDENT_PENSION,
    EMPLOYEE_PENSION,
    PUBLIC_PENSION;

    boolean formal() {
        return this == EMPLOYED || this == PUBLIC_SECTOR;
    }

    boolean pensioner() {
        return this == RESIDENT_PENSION || this == EMPLOYEE_PENSION || this == PUBLIC_PENSION;
    }

    boolean working() {
        return formal() || this == FARMER || this == SELF_EMPLOYED || this == FLEXIBLE;
    }
}
