package org.lianji.services;

/** Whether an assessment stands. */
enum AssessmentState {
    ASSESSED,
    SUPERSEDED
}
