package org.lianji.relief;

/** Where a relief case stands. */
enum ReliefState {
    REPORTED,
    PAPERS_DUE,
    COMPLETE,
    CLOSED,
    REFERRED,
    DISMISSED
}
