package org.lianji.review;

/** What becomes of the help. */
enum ReviewOutcome {
    UNCHANGED,
    /** Another amount (增发、减发). */
    CHANGED,
    /** Kept for some months, and then ended by itself (渐退). */
    GRADUAL_EXIT,
    /** Ended (停保). */
    STOPPED,
    /** Ended, since nobody whom it covers is alive (自然减员). */
    DECEASED;

    /** {@return whether the family has less by it than before} */
    boolean takes(long amount, long before) {
        return this == GRADUAL_EXIT || this == STOPPED || this == CHANGED && amount < before;
    }
}
