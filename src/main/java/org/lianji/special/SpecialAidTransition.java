package org.lianji.special;

import static org.lianji.special.SpecialAidSide.DEPARTMENT;
import static org.lianji.special.SpecialAidSide.DOOR;
import static org.lianji.special.SpecialAidSide.HUB;
import static org.lianji.special.SpecialAidState.GRANTED;
import static org.lianji.special.SpecialAidState.RECEIVED;
import static org.lianji.special.SpecialAidState.REFUSED;
import static org.lianji.special.SpecialAidState.RETURNED;
import static org.lianji.special.SpecialAidState.SENT;
import static org.lianji.special.SpecialAidState.WITHDRAWN;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The way of a part of an application: sent from the door, and answered by its department. */
enum SpecialAidTransition implements Transition<SpecialAidState, SpecialAid> {
    SEND(door().to(SENT).starts(SpecialAids.RECEIVE_CLOCK, one -> one.kind().department())),
    RECEIVE(
            department()
                    .from(SENT)
                    .to(RECEIVED)
                    .ends(SpecialAids.RECEIVE_CLOCK)
                    .starts(SpecialAids.DECIDE_CLOCK, one -> one.kind().department())),
    GRANT(decided().to(GRANTED)),
    /** What is given goes into the library, each time. */
    RECORD(department().from(GRANTED)),
    REFUSE(decided().to(REFUSED)),
    /** It isn't theirs to decide. */
    RETURN(
            department()
                    .from(SENT, RECEIVED)
                    .to(RETURNED)
                    .inWriting()
                    .ends(SpecialAids.RECEIVE_CLOCK, SpecialAids.DECIDE_CLOCK)),
    WITHDRAW(
            door().from(SENT, RECEIVED)
                    .to(WITHDRAWN)
                    .inWritingBy(Role.TOWN_OFFICER, Role.COUNTY_OFFICER)
                    .ends(SpecialAids.RECEIVE_CLOCK, SpecialAids.DECIDE_CLOCK)
                    .as("withdrawSpecialAid")),
    /** The application that it is a part of was taken back, or ended. */
    END(
            Row.<SpecialAidState, SpecialAid>turn(HUB)
                    .from(SENT, RECEIVED)
                    .to(WITHDRAWN)
                    .ends(SpecialAids.RECEIVE_CLOCK, SpecialAids.DECIDE_CLOCK));

    private final Row<SpecialAidState, SpecialAid> row;

    SpecialAidTransition(Row<SpecialAidState, SpecialAid> row) {
        this.row = row;
    }

    private static Row<SpecialAidState, SpecialAid> door() {
        return Row.<SpecialAidState, SpecialAid>turn(DOOR)
                .by(Role.TOWN_OFFICER, Role.COUNTY_OFFICER, Role.CITIZEN)
                .only(SpecialAidTransition::unrelated);
    }

    private static Row<SpecialAidState, SpecialAid> department() {
        return Row.<SpecialAidState, SpecialAid>turn(DEPARTMENT)
                .by(Role.COUNTY_OFFICER)
                .only(SpecialAidTransition::unrelated);
    }

    private static Row<SpecialAidState, SpecialAid> decided() {
        return department().from(RECEIVED).inWriting().ends(SpecialAids.DECIDE_CLOCK);
    }

    private static @Nullable Code unrelated(Actor actor, SpecialAid aid) {
        return aid.keepsOff(actor.caller()) ? SpecialAidCode.SPECIAL_AID_OF_RELATIVE : null;
    }

    @Override
    public Row<SpecialAidState, SpecialAid> row() {
        return row;
    }
}
