package org.lianji.conferences;

import static org.lianji.conferences.ConferenceSide.CONVENER;
import static org.lianji.conferences.ConferenceSide.HUB;
import static org.lianji.conferences.ConferenceSide.MEMBER;
import static org.lianji.conferences.ConferenceState.CANCELLED;
import static org.lianji.conferences.ConferenceState.CONVENED;
import static org.lianji.conferences.ConferenceState.DECIDED;
import static org.lianji.conferences.ConferenceState.OPEN;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/**
 * The life of a conference: data are open from its opening until its decision, or to its last day.
 */
enum ConferenceTransition implements Transition<ConferenceState, Conference> {
    CONVENE(convener().to(CONVENED)),
    BEGIN(
            convener()
                    .from(CONVENED)
                    .to(OPEN)
                    .only(ConferenceTransition::unrelated)
                    .only(ConferenceTransition::inTime)
                    .starts(Conferences.DECIDE_CLOCK, Conference::department)),
    OPINE(
            Row.<ConferenceState, Conference>turn(MEMBER)
                    .by(Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                    .from(OPEN)
                    .to(OPEN)
                    .only(ConferenceTransition::unrelated)
                    .only(ConferenceTransition::inTime)),
    DECIDE(
            convener()
                    .from(OPEN)
                    .to(DECIDED)
                    .only(ConferenceTransition::unrelated)
                    .only(ConferenceTransition::heard)
                    .ends(Conferences.DECIDE_CLOCK)),
    CANCEL(
            convener()
                    .from(CONVENED, OPEN)
                    .to(CANCELLED)
                    .inWriting()
                    .ends(Conferences.DECIDE_CLOCK)
                    .as("cancelConference")),
    /** What it is about was taken back, or ended. */
    END(
            Row.<ConferenceState, Conference>turn(HUB)
                    .from(CONVENED, OPEN)
                    .to(CANCELLED)
                    .ends(Conferences.DECIDE_CLOCK));

    private final Row<ConferenceState, Conference> row;

    ConferenceTransition(Row<ConferenceState, Conference> row) {
        this.row = row;
    }

    private static Row<ConferenceState, Conference> convener() {
        return Row.<ConferenceState, Conference>turn(CONVENER)
                .by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER);
    }

    private static @Nullable Code unrelated(Actor actor, Conference conference) {
        return conference.related(actor.caller()) ? ConferenceCode.CONFERENCE_OF_RELATIVE : null;
    }

    private static @Nullable Code inTime(Actor actor, Conference conference) {
        return conference.over(actor.today()) ? ConferenceCode.CONFERENCE_OVER : null;
    }

    /** Who decides has heard somebody else. */
    private static @Nullable Code heard(Actor actor, Conference conference) {
        String convener = conference.members().getFirst();
        return conference.opinions().opinionBy().stream().allMatch(convener::equals)
                ? ConferenceCode.NOBODY_HEARD
                : null;
    }

    @Override
    public Row<ConferenceState, Conference> row() {
        return row;
    }
}
