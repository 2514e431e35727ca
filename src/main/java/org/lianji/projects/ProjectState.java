package org.lianji.projects;

/** Where a project stands. */
enum ProjectState {
    RUNNING,
    EMERGENCY,
    ENDED,
    DISCLOSED
}
