package org.lianji.relief;

import static org.lianji.relief.ReliefSide.COUNTY;
import static org.lianji.relief.ReliefSide.HUB;
import static org.lianji.relief.ReliefSide.OFFICER;
import static org.lianji.relief.ReliefSide.SECOND_WORKER;
import static org.lianji.relief.ReliefState.CLOSED;
import static org.lianji.relief.ReliefState.COMPLETE;
import static org.lianji.relief.ReliefState.DISMISSED;
import static org.lianji.relief.ReliefState.PAPERS_DUE;
import static org.lianji.relief.ReliefState.REFERRED;
import static org.lianji.relief.ReliefState.REPORTED;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Kinship;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

import java.util.Set;

/**
 * The life of a relief case: one worker reports, another gives the help, and the papers come
 * afterwards. What was late stays late.
 */
enum ReliefTransition implements Transition<ReliefState, ReliefCase> {
    OPEN(
            officer()
                    .to(REPORTED)
                    .starts(
                            _ -> Reliefs.GIVE_CLOCK,
                            _ -> Reliefs.RESPONSIBLE,
                            relief -> relief.found().foundAt().toLocalDate())),
    /** Who lets somebody have help once more doesn't give it. */
    ALLOW_AGAIN(
            turn(COUNTY)
                    .by(Role.COUNTY_OFFICER)
                    .from(REPORTED)
                    .inWriting()
                    .only(ReliefTransition::anotherGives)),
    /** More than first help, by the county: at once, or once a month's standard was given. */
    ALLOW_MORE(
            turn(COUNTY)
                    .by(Role.COUNTY_OFFICER)
                    .from(REPORTED, PAPERS_DUE, COMPLETE)
                    .inWriting()
                    .only(ReliefTransition::anotherGives)),
    /** Two have seen the distress: who reported it, and who gives the help. */
    GIVE(
            turn(SECOND_WORKER)
                    .by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                    .from(REPORTED)
                    .to(PAPERS_DUE)
                    .ends(Reliefs.GIVE_CLOCK)
                    .starts(Reliefs.PAPERS_CLOCK, _ -> Reliefs.RESPONSIBLE)),
    /** What the county lets be given beyond, in parts. */
    PAY_PART(
            officer()
                    .from(PAPERS_DUE, COMPLETE)
                    .only(ReliefTransition::isKnown)
                    .only(ReliefTransition::isApproved)
                    .only(ReliefTransition::approvedByAnother)),
    /** Nobody knows here who may sign in: a worker who can't come is replaced by another. */
    NAME_SECOND(officer().from(REPORTED).inWriting()),
    /** The first of two who say, after the help, who was helped. */
    SAY_WHO(officer().from(PAPERS_DUE, COMPLETE).only(ReliefTransition::isUnknown)),
    IDENTIFY(
            officer()
                    .from(REPORTED, PAPERS_DUE, COMPLETE)
                    .only(ReliefTransition::isUnknown)
                    .only(ReliefTransition::twoSayWho)),
    COMPLETE_PAPERS(officer().from(PAPERS_DUE).to(COMPLETE).ends(Reliefs.PAPERS_CLOCK)),
    REFER(
            officer()
                    .from(PAPERS_DUE, COMPLETE)
                    .to(REFERRED)
                    .inWriting()
                    .only(ReliefTransition::papersInTime)
                    .ends(Reliefs.PAPERS_CLOCK)
                    .starts(ReliefTransition::toBeAppliedFor, _ -> Reliefs.RESPONSIBLE)),
    /** Somebody of the family has applied for what they were referred to. */
    APPLY(Row.<ReliefState, ReliefCase>turn(HUB).from(REFERRED).ends(ReliefReferrals.CLOCK)),
    /** Also where nobody applies for what they were referred to, with the reason. */
    CLOSE(
            officer()
                    .from(PAPERS_DUE, COMPLETE, REFERRED)
                    .to(CLOSED)
                    .inWriting()
                    .only(ReliefTransition::papersInTime)
                    .ends(Reliefs.PAPERS_CLOCK, ReliefReferrals.CLOCK)),
    DISMISS(
            officer()
                    .from(REPORTED)
                    .to(DISMISSED)
                    .inWriting()
                    .ends(Reliefs.GIVE_CLOCK)
                    .as("dismissRelief"));

    private static final Set<String> APPLIED_FOR = Set.of("DIBAO", "EXTREME_HARDSHIP");

    private final Row<ReliefState, ReliefCase> row;

    ReliefTransition(Row<ReliefState, ReliefCase> row) {
        this.row = row;
    }

    private static Row<ReliefState, ReliefCase> turn(ReliefSide side) {
        return Row.<ReliefState, ReliefCase>turn(side).only(ReliefTransition::unrelated);
    }

    private static Row<ReliefState, ReliefCase> officer() {
        return turn(OFFICER).by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER);
    }

    /** Whoever is referred to lasting help is not lost on the way to it. */
    private static @Nullable String toBeAppliedFor(ReliefCase relief) {
        return relief.referral() instanceof String referral && APPLIED_FOR.contains(referral)
                ? ReliefReferrals.CLOCK
                : null;
    }

    /** Nobody handles what is for them or for a near relative (社会救助法 §62). */
    private static @Nullable Code unrelated(Actor actor, ReliefCase relief) {
        return Kinship.has(relief.about().kin(), actor.caller())
                ? ReliefCode.RELIEF_OF_RELATIVE
                : null;
    }

    private static @Nullable Code anotherGives(Actor actor, ReliefCase relief) {
        return actor.caller().client().equals(relief.workers().second())
                ? ReliefCode.OWN_EXCEPTION
                : null;
    }

    /** More money reaches nobody of whom it is not known who they are. */
    private static @Nullable Code isKnown(Actor actor, ReliefCase relief) {
        return relief.about().person() == null ? ReliefCode.WHO_FIRST : null;
    }

    private static @Nullable Code isApproved(Actor actor, ReliefCase relief) {
        return relief.cap().approved() == null ? ReliefCode.RELIEF_NOT_APPROVED : null;
    }

    private static @Nullable Code approvedByAnother(Actor actor, ReliefCase relief) {
        return actor.caller().client().equals(relief.cap().approvedBy())
                ? ReliefCode.OWN_EXCEPTION
                : null;
    }

    private static @Nullable Code isUnknown(Actor actor, ReliefCase relief) {
        return relief.about().person() == null ? null : ReliefCode.ALREADY_KNOWN;
    }

    /** Help that was given becomes somebody's, for good, by the word of two. */
    private static @Nullable Code twoSayWho(Actor actor, ReliefCase relief) {
        return relief.state() == REPORTED || relief.about().saidByAnother(actor.caller())
                ? null
                : ReliefCode.SECOND_SAYS_WHO;
    }

    /** A case whose papers never came ends too, but not before they were due. */
    private static @Nullable Code papersInTime(Actor actor, ReliefCase relief) {
        return relief.state() == PAPERS_DUE && !relief.overdue(actor.today())
                ? ReliefCode.PAPERS_AWAITED
                : null;
    }

    @Override
    public Row<ReliefState, ReliefCase> row() {
        return row;
    }
}
