package org.lianji.outreach;

import static org.lianji.outreach.ClueSide.HANDLER;
import static org.lianji.outreach.ClueSide.INFORMANT;
import static org.lianji.outreach.ClueSide.OFFICER;
import static org.lianji.outreach.ClueSide.REPORTER;
import static org.lianji.outreach.ClueState.ACCEPTED;
import static org.lianji.outreach.ClueState.CLOSED;
import static org.lianji.outreach.ClueState.DISMISSED;
import static org.lianji.outreach.ClueState.JOINED;
import static org.lianji.outreach.ClueState.REPORTED;
import static org.lianji.outreach.ClueState.VISITED;
import static org.lianji.outreach.ClueState.WITH_COUNTY;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/**
 * The life of a clue (国办发〔2023〕39号 第四条; 未成年人保护法 第十一条): reported by whoever is near, accepted in the
 * township, looked into at the door; of a child at risk the county hears at once.
 */
enum ClueTransition implements Transition<ClueState, Clue> {
    REPORT(
            turn(REPORTER)
                    .by(Reporters.ROLES)
                    .to(REPORTED)
                    .starts(Clues.ACCEPT_CLOCK, one -> one.handler().department())),
    REPORT_CHILD_AT_RISK(
            turn(REPORTER)
                    .by(Reporters.ROLES)
                    .to(WITH_COUNTY)
                    .starts(Clues.CHILD_CLOCK, one -> one.handler().department())),
    COMPLETE(turn(INFORMANT).by(Reporters.ROLES).from(REPORTED, WITH_COUNTY, ACCEPTED, VISITED)),
    /** What was added says that a child is at risk. */
    COMPLETE_CHILD_AT_RISK(
            turn(INFORMANT)
                    .by(Reporters.ROLES)
                    .from(REPORTED, ACCEPTED, VISITED)
                    .to(WITH_COUNTY)
                    .ends(Clues.ACCEPT_CLOCK, Clues.VISIT_CLOCK, Clues.CLOSE_CLOCK)
                    .starts(Clues.CHILD_CLOCK, one -> one.handler().department())),
    /** Its basis leads beyond the region: nobody gives it to themself. */
    ACCEPT(
            turn(OFFICER)
                    .from(REPORTED, WITH_COUNTY)
                    .to(ACCEPTED)
                    .only(ClueTransition::anotherReported)
                    .ends(Clues.ACCEPT_CLOCK, Clues.CHILD_CLOCK, Clues.COUNTY_CLOCK)
                    .starts(Clues.VISIT_CLOCK, one -> one.handler().department())),
    HAND_TO_COUNTY(
            turn(HANDLER)
                    .from(ACCEPTED, VISITED)
                    .to(WITH_COUNTY)
                    .inWriting()
                    .ends(Clues.VISIT_CLOCK, Clues.CLOSE_CLOCK)
                    .starts(Clues.COUNTY_CLOCK, one -> one.handler().department())),
    VISIT(
            turn(HANDLER)
                    .from(ACCEPTED)
                    .to(VISITED)
                    .ends(Clues.VISIT_CLOCK)
                    .starts(Clues.CLOSE_CLOCK, one -> one.handler().department())),
    JOIN(
            turn(HANDLER)
                    .from(ACCEPTED, VISITED)
                    .to(JOINED)
                    .ends(Clues.VISIT_CLOCK, Clues.CLOSE_CLOCK)),
    DISMISS(
            turn(HANDLER)
                    .from(ACCEPTED, VISITED)
                    .to(DISMISSED)
                    .inWriting()
                    .ends(Clues.VISIT_CLOCK, Clues.CLOSE_CLOCK)),
    CLOSE(
            turn(HANDLER)
                    .from(VISITED)
                    .to(CLOSED)
                    .inWriting()
                    .ends(Clues.CLOSE_CLOCK)
                    .as("closeClue"));

    /** Whoever is near reports. */
    private static final class Reporters {
        static final Role[] ROLES = {
            Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER, Role.VILLAGE_CADRE, Role.ASSISTANT
        };
    }

    private final Row<ClueState, Clue> row;

    ClueTransition(Row<ClueState, Clue> row) {
        this.row = row;
    }

    private static Row<ClueState, Clue> turn(ClueSide side) {
        return Row.<ClueState, Clue>turn(side)
                .by(Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER);
    }

    private static @Nullable Code anotherReported(Actor actor, Clue clue) {
        return ClueSide.reported(actor.caller(), clue) ? OutreachCode.OWN_CLUE : null;
    }

    @Override
    public Row<ClueState, Clue> row() {
        return row;
    }
}
