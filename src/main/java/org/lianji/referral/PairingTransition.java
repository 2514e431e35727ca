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
import org.lianji.charity.HelpKind;
import org.lianji.people.Kinship;
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
    PROPOSE(officer().to(PROPOSED).starts(HelpKind.Clocks.ANSWER, Pairing::lead)),
    /** What an officer was told by the person is written down by another than who proposed it. */
    CONSENT(
            answered(person())
                    .to(CONSENTED)
                    .only(PairingTransition::another)
                    .starts(_ -> HelpKind.Clocks.REPORT, Pairing::lead, Pairing::lastDay)),
    DECLINE(answered(person()).to(DECLINED)),
    ACCEPT(
            organisation()
                    .from(CONSENTED)
                    .to(ACCEPTED)
                    .only(PairingTransition::inTime)
                    .as("acceptPairing")),
    REFUSE(
            over(organisation().from(CONSENTED, ACCEPTED))
                    .to(REFUSED)
                    .inWriting()
                    .as("refusePairing")),
    START(
            organisation()
                    .from(ACCEPTED)
                    .to(DELIVERING)
                    .only(PairingTransition::inTime)
                    .as("startHelp")),
    /** What was given by the last day can still be told some days after it. */
    DELIVER(
            organisation()
                    .from(DELIVERING)
                    .to(DELIVERED)
                    .only(PairingTransition::reportable)
                    .ends(HelpKind.Clocks.REPORT)
                    .starts(HelpKind.Clocks.CONFIRM, Pairing::lead)),
    CONFIRM(
            person().from(DELIVERED)
                    .to(CONFIRMED)
                    .only(PairingTransition::another)
                    .ends(HelpKind.Clocks.CONFIRM)),
    REVOKE(over(person().from(CONSENTED, ACCEPTED)).to(REVOKED)),
    /** What was given until then can still be told for some days. */
    REVOKE_UNDER_WAY(
            person().from(DELIVERING)
                    .only(PairingTransition::consented)
                    .ends(HelpKind.Clocks.REPORT)
                    .starts(_ -> HelpKind.Clocks.REPORT, Pairing::lead)),
    /** What was given stays given. */
    REVOKE_AFTER_DELIVERY(person().from(DELIVERED)),
    /** Help that has begun is taken back only from who may help no longer, or is not to. */
    WITHDRAW(
            over(officer().from(PROPOSED, CONSENTED, ACCEPTED, DELIVERING))
                    .to(WITHDRAWN)
                    .only(PairingTransition::notUnderWay)),
    /**
     * The last day is over: of the need or the offer before consent, and then of the consent, with
     * the days for the report once help has begun; or the person has died.
     */
    LAPSE(over(turn(HUB).from(PROPOSED, CONSENTED, ACCEPTED, DELIVERING)).to(LAPSED)),
    /** Its need ended before the person was asked: what they have consented to is their own. */
    END(over(turn(HUB).from(PROPOSED)).to(WITHDRAWN)),
    /** The organisation took its offer back, or was suspended, before it began to help. */
    OFFER_END(over(turn(HUB).from(PROPOSED, CONSENTED, ACCEPTED)).to(WITHDRAWN));

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

    private static @Nullable Code reportable(Actor actor, Pairing pairing) {
        return pairing.lastDay(HelpKind.Clocks.REPORT) instanceof LocalDate last
                ? last.isBefore(actor.today()) ? ReferralCode.CONSENT_OVER : null
                : inTime(actor, pairing);
    }

    private static @Nullable Code consented(Actor actor, Pairing pairing) {
        return pairing.basis() == null ? ReferralCode.CONSENT_OVER : null;
    }

    private static @Nullable Code notUnderWay(Actor actor, Pairing pairing) {
        return pairing.state() == DELIVERING
                        && !pairing.around().suspended()
                        && pairing.basis() != null
                ? ReferralCode.HELP_UNDER_WAY
                : null;
    }

    /**
     * No officer handles what is for them or for a near relative (社会救助法 §62); who answers with
     * their own token, as a citizen, answers for themself or as a guardian.
     */
    private static @Nullable Code unrelated(Actor actor, Pairing pairing) {
        return Kinship.keepsOff(pairing.around().kin(), actor.caller())
                ? ReferralCode.PAIRING_OF_RELATIVE
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

    private static Row<PairingState, Pairing> answered(Row<PairingState, Pairing> row) {
        return row.from(PROPOSED).ends(HelpKind.Clocks.ANSWER);
    }

    private static Row<PairingState, Pairing> over(Row<PairingState, Pairing> row) {
        return row.ends(HelpKind.Clocks.ANSWER, HelpKind.Clocks.REPORT);
    }

    private static Row<PairingState, Pairing> officer() {
        return turn(OFFICER)
                .by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                .only(PairingTransition::unrelated);
    }

    private static Row<PairingState, Pairing> person() {
        return turn(PERSON)
                .by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER, Role.CITIZEN)
                .only(PairingTransition::unrelated)
                .only(PairingTransition::oldEnough);
    }

    private static Row<PairingState, Pairing> organisation() {
        return turn(ORGANISATION).by(Role.CHARITY);
    }

    /** {@return how the consent to a pairing is taken back that stands there} */
    static PairingTransition revoking(PairingState state) {
        return switch (state) {
            case DELIVERING -> REVOKE_UNDER_WAY;
            case DELIVERED -> REVOKE_AFTER_DELIVERY;
            default -> REVOKE;
        };
    }

    @Override
    public Row<PairingState, Pairing> row() {
        return row;
    }
}
