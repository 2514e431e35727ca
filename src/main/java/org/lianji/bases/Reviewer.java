package org.lianji.bases;

/** Who judges an emergency access. */
enum Reviewer {
    /** The head of sharing of the department that opened it. */
    HEAD,
    /** Drawn: the head of sharing of the lead department. */
    LEAD,
    /** Drawn from the lead department's own: nobody there judges it, but the auditor. */
    AUDITOR
}
