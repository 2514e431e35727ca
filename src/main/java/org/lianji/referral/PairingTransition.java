package org.lianji.referral;

import static org.lianji.referral.PairingState.ACCEPTED;
import static org.lianji.referral.PairingState.CONFIRMED;
import static org.lianji.referral.PairingState.CONSENTED;
import static org.lianji.referral.PairingState.DECLINED;
import static org.lianji.referral.PairingState.DELIVERED;
import static org.lianji.referral.PairingState.DELIVERING;
import static org.lianji.referral.PairingState.LAPSED;
import static org.lianji.referral.PairingState.PROPOSED;
import static org.lianji.referral.PairingState.REFUSED;
import static org.lianji.referral.PairingState.REVOKED;
import static org.lianji.referral.PairingState.WITHDRAWN;
import static org.lianji.referral.ReferralSide.HUB;
import static org.lianji.referral.ReferralSide.OFFICER;
import static org.lianji.referral.ReferralSide.ORGANISATION;
import static org.lianji.referral.ReferralSide.PERSON;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

import java.time.LocalDate;

/**
 * The life of a pairing: the person is asked before the organisation learns of it, and can take
 * their consent back as long as it opens anything. Officers and persons write nothing that the
 * organisation would read.
 */
enum PairingTransition implements Transition<PairingState, Pairing> {
    PROPOSE(officer().to(PROPOSED)),
    /** What an officer was told by the person is written down by another than who proposed it. */
    CONSENT(person().from(PROPOSED).to(CONSENTED).only(PairingTransition::another)),
    DECLINE(person().from(PROPOSED).to(DECLINED)),
    ACCEPT(
            organisation()
                    .from(CONSENTED)
                    .to(ACCEPTED)
                    .only(PairingTransition::inTime)
                    .as("acceptPairing")),
    REFUSE(organisation().from(CONSENTED, ACCEPTED).to(REFUSED).inWriting().as("refusePairing")),
    START(
            organisation()
                    .from(ACCEPTED)
                    .to(DELIVERING)
                    .only(PairingTransition::inTime)
                    .as("startHelp")),
    DELIVER(organisation().from(DELIVERING).to(DELIVERED).as("deliverHelp")),
    CONFIRM(person().from(DELIVERED).to(CONFIRMED).only(PairingTransition::another)),
    REVOKE(person().from(CONSENTED, ACCEPTED, DELIVERING).to(REVOKED)),
    /** What was given stays given. */
    REVOKE_AFTER_DELIVERY(person().from(DELIVERED)),
    WITHDRAW(officer().from(PROPOSED, CONSENTED, ACCEPTED).to(WITHDRAWN)),
    /** The last day is over: of the need or the offer before consent, and then of the consent. */
    LAPSE(turn(HUB).from(PROPOSED, CONSENTED, ACCEPTED, DELIVERING).to(LAPSED)),
    /** Its need ended before the person was asked: what they have consented to is their own. */
    END(turn(HUB).from(PROPOSED).to(WITHDRAWN));

    private final Row<PairingState, Pairing> row;

    PairingTransition(Row<PairingState, Pairing> row) {
        this.row = row;
    }

    /** What the person says is not written down by who has an interest in it. */
    private static @Nullable Code another(Actor actor, Pairing pairing) {
        return actor.caller().client().equals(pairing.pair().proposer())
                ? ReferralCode.OWN_PAIRING
                : null;
    }

    /**
     * After the last day of the consent nothing more begins, whenever the hub comes to lapse it.
     */
    private static @Nullable Code inTime(Actor actor, Pairing pairing) {
        return pairing.consent().consentUntil() instanceof LocalDate last
                        && last.isBefore(actor.today())
                ? ReferralCode.CONSENT_OVER
                : null;
    }

    /** Of a child under 14 the guardian's word counts. */
    private static @Nullable Code oldEnough(Actor actor, Pairing pairing) {
        return pairing.person().equals(actor.caller().person())
                        && pairing.spokespeople().tooYoung(actor.today())
                ? ReferralCode.GUARDIAN_ANSWERS
                : null;
    }

    private static Row<PairingState, Pairing> turn(ReferralSide side) {
        return Row.turn(side);
    }

    private static Row<PairingState, Pairing> officer() {
        return turn(OFFICER).by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER);
    }

    private static Row<PairingState, Pairing> person() {
        return turn(PERSON)
                .by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER, Role.CITIZEN)
                .only(PairingTransition::oldEnough);
    }

    private static Row<PairingState, Pairing> organisation() {
        return turn(ORGANISATION).by(Role.CHARITY);
    }

    @Override
    public Row<PairingState, Pairing> row() {
        return row;
    }
}
