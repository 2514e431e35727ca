package org.lianji.consents;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianji.people.Spokespeople;
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

/** A consent is recorded by those who work on the application, and is the person's to take back. */
class ConsentMachineTests {

    private static final String LEAD = "MZ";
    private static final String TOWN = "150924106000";
    private static final String COUNTY = "150924000000";
    private static final String CHILD = "P1";
    private static final String SISTER = "P9";
    private static final String GUARDIAN = "P7";
    private static final ZonedDateTime MORNING =
            LocalDate.parse("2026-11-02").atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));

    private static CaseConsent consent(Progress<ConsentState> progress) {
        return new CaseConsent(
                progress,
                new CaseConsent.Paper(
                        CaseConsent.Relation.FAMILY_MEMBER,
                        "SQ-1",
                        MORNING.toLocalDate(),
                        null,
                        null,
                        "town"),
                false,
                null,
                List.of(),
                new CaseConsent.Matter(
                        "S1",
                        CHILD,
                        List.of(CHILD, SISTER),
                        LEAD,
                        List.of("150924106001", TOWN, COUNTY),
                        null),
                new Spokespeople("20180301", List.of(GUARDIAN + "||")));
    }

    private static Caller officer(
            String department, String client, Role role, String region, @Nullable String person) {
        return new Caller(department, client, Set.of(role), region, person);
    }

    private static List<Actor> everybody(LocalDate today) {
        return Stream.of(
                        officer(LEAD, "town", Role.TOWN_OFFICER, TOWN, null),
                        officer(LEAD, "county", Role.COUNTY_OFFICER, COUNTY, null),
                        officer(LEAD, "next", Role.COUNTY_OFFICER, "150923000000", null),
                        officer(LEAD, "sister", Role.TOWN_OFFICER, TOWN, SISTER),
                        officer("YB", "health", Role.COUNTY_OFFICER, COUNTY, null),
                        officer("", "child", Role.CITIZEN, "", CHILD),
                        officer("", "guardian", Role.CITIZEN, "", GUARDIAN),
                        officer("", "citizen-2", Role.CITIZEN, "", SISTER))
                .map(one -> new Actor(one, LEAD, today))
                .toList();
    }

    private static void holds(
            CaseConsent before, ConsentTransition step, Actor actor, CaseConsent after) {
        assertThat(actor.caller().client())
                .isIn(
                        switch (step) {
                            case JOIN -> List.of("hub");
                            case RECORD, REVOKE -> List.of("town", "county");
                            case REVOKE_OWN -> List.of("child", "guardian");
                        });
        assertThat(before.state()).isEqualTo(ConsentState.GIVEN);
        assertThat(after.inForce(actor.today())).isFalse();
    }

    @Test
    void isTakenBackByThoseOfTheApplicationAndByWhoseItIs() {
        assertThat(
                        new ProcedureWalk<>(
                                        ConsentTransition.class,
                                        ConsentTransition.RECORD,
                                        ConsentMachineTests::consent,
                                        ConsentMachineTests::everybody)
                                .invariant(ConsentMachineTests::holds)
                                .run(MORNING.minusDays(100)))
                .containsExactly("REVOKE", "REVOKE_OWN");
    }

    @Test
    void isInForceToItsLastDayAndNoLongerOnceANewerOneIsThere() {
        LocalDate day = MORNING.toLocalDate();
        CaseConsent some =
                consent(new Progress<>("S2", 1, ConsentState.GIVEN, MORNING, MORNING, List.of()));
        CaseConsent until =
                new CaseConsent(
                        some.progress(),
                        new CaseConsent.Paper(
                                CaseConsent.Relation.SUPPORTER, "SQ-1", day, null, day, "town"),
                        false,
                        null,
                        List.of(),
                        some.matter(),
                        some.spokespeople());
        assertThat(until.inForce(day)).isTrue();
        assertThat(until.inForce(day.plusDays(1))).isFalse();
        assertThat(some.inForce(day.plusYears(9))).isTrue();
        assertThat(
                        new CaseConsent(
                                        some.progress(),
                                        some.paper(),
                                        true,
                                        null,
                                        List.of(),
                                        some.matter(),
                                        some.spokespeople())
                                .inForce(day))
                .isFalse();
    }
}
