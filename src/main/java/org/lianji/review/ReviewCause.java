package org.lianji.review;

/** Why a decision is looked at again. */
enum ReviewCause {
    /** It is time to, or something has changed. */
    PERIODIC,
    /** Nobody whom it covers is alive (自然减员). */
    DEATH,
    /** The family objects to the decision (异议). */
    OBJECTION
}
