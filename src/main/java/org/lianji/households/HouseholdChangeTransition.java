package org.lianji.households;

import static org.lianji.households.HouseholdChangeSide.REPORTER;
import static org.lianji.households.HouseholdChangeSide.SECOND;
import static org.lianji.households.HouseholdChangeState.DECLINED;
import static org.lianji.households.HouseholdChangeState.ENTERED;
import static org.lianji.households.HouseholdChangeState.REPORTED;
import static org.lianji.households.HouseholdChangeState.WITHDRAWN;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Kinship;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The life of a change: one officer says what a visit found, another enters it. */
enum HouseholdChangeTransition implements Transition<HouseholdChangeState, HouseholdChange> {
    REPORT(
            turn(REPORTER)
                    .to(REPORTED)
                    .inWriting()
                    .starts(HouseholdChanges.CLOCK, change -> change.of().department())),
    CONFIRM(
            turn(SECOND)
                    .from(REPORTED)
                    .to(ENTERED)
                    .only(HouseholdChangeTransition::strangers)
                    .ends(HouseholdChanges.CLOCK)
                    .as("confirmHouseholdChange")),
    DECLINE(
            turn(SECOND)
                    .from(REPORTED)
                    .to(DECLINED)
                    .only(HouseholdChangeTransition::strangers)
                    .inWriting()
                    .ends(HouseholdChanges.CLOCK)
                    .as("declineHouseholdChange")),
    WITHDRAW(
            turn(REPORTER)
                    .from(REPORTED)
                    .to(WITHDRAWN)
                    .inWriting()
                    .ends(HouseholdChanges.CLOCK)
                    .as("withdrawHouseholdChange"));

    private final Row<HouseholdChangeState, HouseholdChange> row;

    HouseholdChangeTransition(Row<HouseholdChangeState, HouseholdChange> row) {
        this.row = row;
    }

    private static Row<HouseholdChangeState, HouseholdChange> turn(HouseholdChangeSide side) {
        Row<HouseholdChangeState, HouseholdChange> row = Row.turn(side);
        return side == SECOND
                ? row.by(Role.COUNTY_OFFICER)
                : row.by(Role.COUNTY_OFFICER, Role.TOWN_OFFICER);
    }

    private static @Nullable Code strangers(Actor actor, HouseholdChange change) {
        return Kinship.has(change.kin(), actor.caller())
                ? HouseholdChangeCode.HOUSEHOLD_CHANGE_OF_RELATIVE
                : null;
    }

    @Override
    public Row<HouseholdChangeState, HouseholdChange> row() {
        return row;
    }
}
