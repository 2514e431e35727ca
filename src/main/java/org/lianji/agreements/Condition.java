package org.lianji.agreements;

import org.lianji.terms.AgreementCode;
import org.lianji.terms.AgreementProgress;

import java.time.LocalDate;

/** What must hold for a transition beside state, side and role. */
enum Condition {
    NONE(AgreementCode.TRANSITION_NOT_ALLOWED),
    /** More material is asked for once, and all of it (政务数据共享条例 §20). */
    MATERIAL_FREE(AgreementCode.MATERIAL_ASKED_BEFORE),
    /** The time to answer is extended once, and before it has run out (§21). */
    EXTENSION_FREE(AgreementCode.EXTENSION_NOT_OPEN),
    EXTENSION_ASKED(AgreementCode.NO_EXTENSION_ASKED),
    UNPREPARED(AgreementCode.ALREADY_PREPARED),
    /** The sharing unit prepares what its head signs (§11). */
    PREPARED(AgreementCode.NOT_PREPARED),
    /** Not again at once, nor so that it never ends. */
    SUSPENDABLE(AgreementCode.SUSPENDED_JUST_NOW),
    TERMINATION_FREE(AgreementCode.TERMINATION_PROPOSED_BEFORE),
    /** No side ends it alone (§27). */
    PROPOSED_BY_THE_OTHER(AgreementCode.NO_TERMINATION_PROPOSED);

    private final AgreementCode code;

    Condition(AgreementCode code) {
        this.code = code;
    }

    /** {@return what is told where it does not hold} */
    AgreementCode code() {
        return code;
    }

    boolean holds(Agreement agreement, String department, LocalDate today) {
        AgreementProgress standing = agreement.standing();
        String proposer = standing.terminationProposedBy();
        return switch (this) {
            case NONE -> true;
            case MATERIAL_FREE -> !standing.materialAsked();
            case EXTENSION_FREE -> standing.extensionAsked() == null && !agreement.overdue(today);
            case EXTENSION_ASKED -> standing.extensionAsked() != null && !standing.extended();
            case UNPREPARED -> !standing.prepared();
            case PREPARED -> standing.prepared();
            case SUSPENDABLE -> standing.suspension().mayBegin(today);
            case TERMINATION_FREE -> proposer == null;
            case PROPOSED_BY_THE_OTHER -> proposer != null && !proposer.equals(department);
        };
    }
}
