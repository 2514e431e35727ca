package org.lianji.parameters;

/** Where a change of a parameter stands. */
enum ParameterChangeState {
    PROPOSED,
    APPROVED,
    REJECTED,
    WITHDRAWN
}
