package org.lianji.workers;

/** Whether somebody works. */
enum WorkerState {
    REGISTERED,
    ENDED
}
