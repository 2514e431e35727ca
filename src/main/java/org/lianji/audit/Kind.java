package org.lianji.audit;

/** What an entry is about. */
public enum Kind {
    READ,
    DENIAL,
    WRITE,
    GRANT,
    EMERGENCY,
    REVIEW,
    STATISTICS,
    EXPORT,
    /** A step of a warning: found by a rule of the hub, or worked on. */
    FINDING,
    /** A run of rules over everybody. */
    RUN,
    /** A step of a clue: somebody was seen in distress. */
    CLUE,
    /** A visit at the door. */
    VISIT
}
