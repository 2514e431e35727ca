package org.lianji.audit;

/** What was done with a basis, where the kind of the entry does not tell. */
public enum Act {
    DECLARED,
    CONFIRMED,
    REFUSED,
    REGISTERED,
    EXTENDED,
    JOINED,
    CLOSED,
    JUSTIFIED,
    UNJUSTIFIED,
    HIDING_ASKED,
    HIDING_SIGNED,
    /** Not of a basis: what a rule had found was read. */
    FINDING_READ
}
