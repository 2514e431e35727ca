package org.lianji.sharing;

import org.lianji.catalogue.Purpose;

import java.util.Set;

/** Kinds of reasons that reads are bound to. */
enum BasisKind {
    CASE(Because.CONCERNS, Purpose.A, Purpose.D, Purpose.E),
    WARNING(Because.CONCERNS, Purpose.C),
    SERVICE_ORDER(Because.CONCERNS, Purpose.E),
    REVIEW_PLAN(Because.COVERS, Purpose.B),
    COMPARISON_RUN(Because.COVERS, Purpose.C),
    EMERGENCY(Because.EMERGENCY, Purpose.D);

    private final char letter;
    private final Set<Purpose> purposes;

    BasisKind(char letter, Purpose... purposes) {
        this.letter = letter;
        this.purposes = Set.of(purposes);
    }

    /** {@return first letter of its identifiers} */
    char letter() {
        return letter;
    }

    boolean serves(Purpose purpose) {
        return purposes.contains(purpose);
    }

    /** {@return whether it looks at regions rather than at persons named} */
    boolean covers() {
        return letter == Because.COVERS;
    }
}
