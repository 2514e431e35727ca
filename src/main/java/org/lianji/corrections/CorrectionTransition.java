package org.lianji.corrections;

import static org.lianji.corrections.CorrectionSide.LEAD;
import static org.lianji.corrections.CorrectionSide.OWNER;
import static org.lianji.corrections.CorrectionSide.PARTY;
import static org.lianji.corrections.CorrectionSide.RAISER;
import static org.lianji.corrections.CorrectionState.APPEALED;
import static org.lianji.corrections.CorrectionState.CORRECTED;
import static org.lianji.corrections.CorrectionState.DECIDED;
import static org.lianji.corrections.CorrectionState.DISPUTED;
import static org.lianji.corrections.CorrectionState.NEGOTIATED;
import static org.lianji.corrections.CorrectionState.RAISED;
import static org.lianji.corrections.CorrectionState.REFERRED;
import static org.lianji.corrections.CorrectionState.UPHELD;
import static org.lianji.corrections.CorrectionState.WITHDRAWN;
import static org.lianji.platform.Role.CITIZEN;
import static org.lianji.platform.Role.COUNTY_OFFICER;
import static org.lianji.platform.Role.SHARING_HEAD;
import static org.lianji.platform.Role.SHARING_UNIT;
import static org.lianji.platform.Role.SYSTEM;
import static org.lianji.platform.Role.TOWN_OFFICER;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/**
 * The life of a correction. The answer is the owner's (政务数据共享条例 §26), and who does not accept it
 * negotiates, then asks the lead department, then the government (§28).
 */
enum CorrectionTransition implements Transition<CorrectionState, Correction> {
    RAISE(turn(RAISER).by(Roles.SEE).to(RAISED).starts(Corrections.ANSWER, Correction::owner)),
    CORRECT(
            turn(OWNER)
                    .by(SHARING_UNIT)
                    .from(RAISED)
                    .to(CORRECTED)
                    .ends(Corrections.ANSWER)
                    .as("confirmCorrected")),
    UPHOLD(
            turn(OWNER)
                    .by(SHARING_UNIT)
                    .from(RAISED)
                    .to(UPHELD)
                    .inWriting()
                    .ends(Corrections.ANSWER)
                    .as("upholdRecord")),
    /**
     * What is withdrawn counts neither as answered in time nor, unless it was so before, as late.
     */
    WITHDRAW(
            turn(RAISER)
                    .by(Roles.RAISE)
                    .from(RAISED, DISPUTED)
                    .to(WITHDRAWN)
                    .pauses()
                    .as("withdrawCorrection")),
    DISPUTE(turn(RAISER).by(Roles.RAISE).from(UPHELD).to(DISPUTED).inWriting().as("disputeAnswer")),
    NEGOTIATE(
            turn(RAISER)
                    .by(Roles.RAISE)
                    .from(DISPUTED)
                    .to(NEGOTIATED)
                    .inWriting()
                    .as("settleDispute")),
    REFER(turn(PARTY).by(Roles.RAISE).from(DISPUTED).to(REFERRED).inWriting().as("referDispute")),
    DECIDE(
            turn(LEAD)
                    .by(SHARING_HEAD)
                    .from(REFERRED)
                    .to(DECIDED)
                    .inWriting()
                    .only(CorrectionTransition::leadApart)
                    .as("decideDispute")),
    APPEAL(
            turn(LEAD)
                    .by(SHARING_HEAD)
                    .from(REFERRED, DECIDED)
                    .to(APPEALED)
                    .inWriting()
                    .as("appealDispute"));

    /** Roles that several rows share. */
    private static final class Roles {
        static final Role[] SEE = {SYSTEM, COUNTY_OFFICER, TOWN_OFFICER, CITIZEN};
        static final Role[] RAISE = {SYSTEM, COUNTY_OFFICER, TOWN_OFFICER, CITIZEN, SHARING_UNIT};
    }

    private final Row<CorrectionState, Correction> row;

    CorrectionTransition(Row<CorrectionState, Correction> row) {
        this.row = row;
    }

    private static Row<CorrectionState, Correction> turn(CorrectionSide side) {
        return Row.turn(side);
    }

    /** Nobody decides about themself; the government does (§28). */
    private static @Nullable Code leadApart(Actor actor, Correction correction) {
        boolean party =
                actor.lead().equals(correction.owner())
                        || actor.lead().equals(correction.raiser().department());
        return party ? CorrectionCode.LEAD_IS_PARTY : null;
    }

    @Override
    public Row<CorrectionState, Correction> row() {
        return row;
    }
}
