package org.lianji.database;

/** What the graph is good for now, the better first. */
enum DatabaseState {
    /** Everything. */
    READY,
    /** The disk has little room left: what is not urgent is not written. */
    LITTLE_SPACE,
    /** The disk is all but full: nothing is written, so that nothing is read either. */
    NO_SPACE,
    /** It is stopped for the seconds in which a copy of its files is made. */
    COPYING,
    /** It doesn't answer. */
    SILENT
}
