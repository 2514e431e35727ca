package org.lianji.identity;

import java.util.List;
import java.util.stream.Stream;

/** Where a review stands. */
enum IdentityReviewState {
    OPEN,
    IN_HAND,
    PROPOSED,
    SAME,
    DIFFERENT,
    UNRESOLVED,
    LAPSED;

    /** {@return whether somebody is still to decide} */
    boolean open() {
        return this == OPEN || this == IN_HAND || this == PROPOSED || this == UNRESOLVED;
    }

    /** {@return whether both sides can be looked at} */
    boolean looked() {
        return this == IN_HAND || this == PROPOSED;
    }

    static List<String> allOpen() {
        return Stream.of(values()).filter(IdentityReviewState::open).map(Enum::name).toList();
    }
}
