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
    EXPORT
}
