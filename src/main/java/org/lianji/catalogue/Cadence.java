package org.lianji.catalogue;

/** How often an owner updates a category. */
public enum Cadence {
    REALTIME,
    DAILY,
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    TERMLY,
    YEARLY,
    ON_REQUEST,
    ON_CHANGE
}
