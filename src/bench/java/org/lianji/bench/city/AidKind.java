package org.lianji.bench.city;

/** How civil affairs stands to a family living together. */
enum AidKind {
    NONE,
    DIBAO,
    EXTREME,
    MARGIN,
    RIGID,
    /** On the allowance until at most two years ago. */
    FORMER,
    /** Asked, and was found above the limits. */
    REFUSED;

    boolean now() {
        return this == DIBAO || this == EXTREME || this == MARGIN || this == RIGID;
    }
}
