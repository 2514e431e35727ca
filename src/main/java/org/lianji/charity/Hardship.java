package org.lianji.charity;

/** What kind of hardship a family is in, as coarse as it is shown. */
public enum Hardship {
    LOW_INCOME,
    ILLNESS,
    DISABILITY,
    CHILD_IN_DIFFICULTY,
    OLD_AGE,
    SUDDEN
}
