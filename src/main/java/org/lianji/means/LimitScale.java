package org.lianji.means;

/** How often a family has what the parameter of a limit gives. */
enum LimitScale {
    /** There is no limit. */
    NONE,
    /** One, whoever the family is; not money. */
    ONE,
    FAMILY,
    /** For each of the family. */
    HEAD,
    /** For each of the family and each month of a year. */
    HEAD_YEAR;

    private static final int MONTHS = 12;

    /** {@return the limit of the family, in fen} */
    long of(long value, int persons) {
        return switch (this) {
            case NONE -> 0;
            case ONE -> 1;
            case FAMILY -> value;
            case HEAD -> value * persons;
            case HEAD_YEAR -> value * persons * MONTHS;
        };
    }
}
