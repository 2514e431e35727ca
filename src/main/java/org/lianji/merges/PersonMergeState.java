package org.lianji.merges;

/** Where a merge stands. */
enum PersonMergeState {
    PROPOSED,
    WITHDRAWN,
    DIFFERENT,
    MERGED,
    SPLIT_PROPOSED,
    SPLIT;

    /** {@return whether somebody is still to decide} */
    boolean looked() {
        return this == PROPOSED || this == SPLIT_PROPOSED;
    }

    /** {@return whether the two are, or may become, one} */
    boolean open() {
        return looked() || this == MERGED;
    }
}
