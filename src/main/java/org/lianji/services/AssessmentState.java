package org.lianji.services;

/** Whether an assessment stands. */
enum AssessmentState {
    /** Somebody is sent to assess. */
    ASSIGNED,
    ASSESSED,
    SUPERSEDED,
    WITHDRAWN,
    LAPSED
}
