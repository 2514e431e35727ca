package org.lianji.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.ProcedureWalk;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An agency is recorded by the town, and ended by the two, at the window, or by its last day. */
class AgencyMachineTests {

    private static final String LEAD = "MZ";
    private static final String TOWN = "150924106000";
    private static final String COUNTY = "150924000000";
    private static final String PRINCIPAL = "P1";
    private static final String AGENT = "P5";
    private static final String SISTER = "P9";
    private static final ZonedDateTime MORNING =
            LocalDate.parse("2026-11-02").atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));

    private static Agency agency(Progress<AgencyState> progress, Agency.Kind kind, boolean dead) {
        return new Agency(
                progress,
                new Agency.Authority(
                        kind,
                        Agency.Scope.APPLY,
                        "WT-1",
                        "0".repeat(64),
                        kind == Agency.Kind.MANDATE ? MORNING.toLocalDate() : null,
                        List.of("150924106001", TOWN, COUNTY)),
                new Agency.Parties(PRINCIPAL, AGENT, List.of(PRINCIPAL, AGENT, SISTER), dead));
    }

    private static Caller caller(
            String department, String client, Role role, String region, @Nullable String person) {
        return new Caller(department, client, Set.of(role), region, person);
    }

    private static List<Actor> everybody(LocalDate today) {
        return Stream.of(
                        caller(LEAD, "town", Role.TOWN_OFFICER, TOWN, null),
                        caller(LEAD, "county", Role.COUNTY_OFFICER, COUNTY, null),
                        caller(LEAD, "next", Role.TOWN_OFFICER, "150924107000", null),
                        caller(LEAD, "sister", Role.TOWN_OFFICER, TOWN, SISTER),
                        caller("YB", "health", Role.TOWN_OFFICER, TOWN, null),
                        caller("", "principal", Role.CITIZEN, "", PRINCIPAL),
                        caller("", "agent", Role.CITIZEN, "", AGENT),
                        caller("", "citizen-2", Role.CITIZEN, "", SISTER))
                .map(one -> new Actor(one, LEAD, today))
                .toList();
    }

    private static List<String> walked(Agency.Kind kind) {
        return new ProcedureWalk<>(
                        AgencyTransition.class,
                        AgencyTransition.RECORD,
                        progress -> agency(progress, kind, false),
                        AgencyMachineTests::everybody)
                .byItself((_, step) -> step == AgencyTransition.LAPSE)
                .invariant(AgencyMachineTests::holds)
                .run(MORNING.minusDays(100));
    }

    private static void holds(Agency before, AgencyTransition step, Actor actor, Agency after) {
        assertThat(actor.caller().client())
                .isIn(
                        switch (step) {
                            case RECORD -> List.of("town");
                            case REVOKE -> List.of("town", "county");
                            case REVOKE_OWN -> List.of("principal", "agent");
                            case LAPSE -> List.of("hub");
                        });
        assertThat(before.state()).isEqualTo(AgencyState.VALID);
        assertThat(after.inForce(LocalDate.MIN)).isFalse();
    }

    @Test
    void aMandateIsEndedByEitherOfTheTwoAtTheWindowOrByTheHub() {
        assertThat(walked(Agency.Kind.MANDATE)).containsExactly("LAPSE", "REVOKE", "REVOKE_OWN");
    }

    @Test
    void guardianshipOfAGrownUpDoesNotEndOnOnesOwnWord() {
        assertThat(walked(Agency.Kind.GUARDIAN_OF_ADULT)).containsExactly("LAPSE", "REVOKE");
    }

    @Test
    void isInForceToItsLastDayWhileBothAreAlive() {
        LocalDate day = MORNING.toLocalDate();
        Progress<AgencyState> begun =
                new Progress<>("W1", 1, AgencyState.VALID, MORNING, MORNING, List.of());
        Agency mandate = agency(begun, Agency.Kind.MANDATE, false);
        assertThat(mandate.inForce(day)).isTrue();
        assertThat(mandate.inForce(day.plusDays(1))).isFalse();
        assertThat(agency(begun, Agency.Kind.GUARDIAN_OF_ADULT, false).inForce(day.plusYears(9)))
                .isTrue();
        assertThat(agency(begun, Agency.Kind.GUARDIAN_OF_ADULT, true).inForce(day)).isFalse();
    }
}
