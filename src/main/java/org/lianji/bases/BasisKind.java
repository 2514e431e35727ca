package org.lianji.bases;

import org.lianji.access.ReadPurpose;
import org.lianji.catalogue.Purpose;

import java.util.Set;

/** Kinds of reasons that reads are bound to. */
public enum BasisKind {
    CASE(ReadPurpose.CONCERNS, Purpose.A, Purpose.D, Purpose.E),
    WARNING(ReadPurpose.CONCERNS, Purpose.C),
    /** Registered by its flow only. */
    VISIT(ReadPurpose.CONCERNS),
    /** Registered by its flow only. */
    IDENTITY_REVIEW(ReadPurpose.CONCERNS),
    /** Registered by its flow only: for the categories that it names. */
    CONFERENCE(ReadPurpose.CONFERENCE),
    SERVICE_ORDER(ReadPurpose.CONCERNS, Purpose.E),
    REVIEW_PLAN(ReadPurpose.COVERS, Purpose.B),
    COMPARISON_RUN(ReadPurpose.COVERS, Purpose.C),
    EMERGENCY(ReadPurpose.EMERGENCY, Purpose.D);

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
        return letter == ReadPurpose.COVERS;
    }
}
