package org.lianji.agencies;

import static org.lianji.agencies.AgencySide.EITHER;
import static org.lianji.agencies.AgencySide.HUB;
import static org.lianji.agencies.AgencySide.OFFICE;
import static org.lianji.agencies.AgencyState.LAPSED;
import static org.lianji.agencies.AgencyState.REVOKED;
import static org.lianji.agencies.AgencyState.VALID;

import org.jspecify.annotations.Nullable;
import org.lianji.people.Kinship;
import org.lianji.platform.Code;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Row;
import org.lianji.procedure.Transition;

/** The way of an agency (民法典 §§165, 173-175). */
enum AgencyTransition implements Transition<AgencyState, Agency> {
    RECORD(office().by(Role.TOWN_OFFICER).to(VALID)),
    /** At the window, where either came, or a court has decided. */
    REVOKE(
            office().by(Role.TOWN_OFFICER, Role.COUNTY_OFFICER)
                    .from(VALID)
                    .to(REVOKED)
                    .inWriting()
                    .as("revokeAgency")),
    /** Who gave a mandate takes it back, or the agent lays it down, without a reason (§173). */
    REVOKE_OWN(
            turn(EITHER).by(Role.CITIZEN).from(VALID).to(REVOKED).only(AgencyTransition::mandated)),
    /** The last day is over, or one of the two has died (§§173, 174). */
    LAPSE(turn(HUB).from(VALID).to(LAPSED));

    private final Row<AgencyState, Agency> row;

    AgencyTransition(Row<AgencyState, Agency> row) {
        this.row = row;
    }

    private static Row<AgencyState, Agency> turn(AgencySide side) {
        return Row.turn(side);
    }

    private static Row<AgencyState, Agency> office() {
        return turn(OFFICE).only(AgencyTransition::unrelated);
    }

    /** Nobody handles what is their own or a near relative's (社会救助法 §62). */
    private static @Nullable Code unrelated(Actor actor, Agency agency) {
        return Kinship.has(agency.parties().kin(), actor.caller())
                ? AgencyCode.AGENCY_OF_RELATIVE
                : null;
    }

    /** Whose guardian somebody is, they don't end by themselves (民法典 §39). */
    private static @Nullable Code mandated(Actor actor, Agency agency) {
        return agency.authority().kind() == Agency.Kind.MANDATE
                ? null
                : AgencyCode.AGENCY_OF_GUARDIAN;
    }

    @Override
    public Row<AgencyState, Agency> row() {
        return row;
    }
}
