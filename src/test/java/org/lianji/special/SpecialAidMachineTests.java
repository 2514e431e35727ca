package org.lianji.special;

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

/** Each department decides its own, and nobody what is a relative's. */
class SpecialAidMachineTests {

    private static final String LEAD = "MZ";
    private static final String TOWN = "150924106000";
    private static final String COUNTY = "150924000000";
    private static final String APPLICANT = "P1";
    private static final String SISTER = "P9";
    private static final ZonedDateTime MORNING =
            LocalDate.parse("2026-11-02").atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));

    private static SpecialAid aid(Progress<SpecialAidState> progress) {
        return new SpecialAid(
                progress,
                SpecialAidKind.MEDICAL,
                new SpecialAid.Origin(
                        "S1", LEAD, List.of("150924106001", TOWN, COUNTY, "150900000000")),
                new SpecialAid.Family(APPLICANT, null, List.of(APPLICANT, SISTER), null),
                null,
                List.of());
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
                        officer("YB", "health", Role.COUNTY_OFFICER, COUNTY, null),
                        officer("YB", "health-town", Role.TOWN_OFFICER, TOWN, null),
                        officer("YB", "health-next", Role.COUNTY_OFFICER, "150923000000", null),
                        officer(LEAD, "town-sister", Role.TOWN_OFFICER, TOWN, SISTER),
                        officer(LEAD, "county-sister", Role.COUNTY_OFFICER, COUNTY, SISTER),
                        officer("YB", "sister", Role.COUNTY_OFFICER, COUNTY, SISTER),
                        officer("JY", "school", Role.COUNTY_OFFICER, COUNTY, null),
                        officer("", "citizen", Role.CITIZEN, "", APPLICANT),
                        officer("", "citizen-2", Role.CITIZEN, "", SISTER))
                .map(one -> new Actor(one, LEAD, today))
                .toList();
    }

    private static void holds(
            SpecialAid before, SpecialAidTransition step, Actor actor, SpecialAid after) {
        assertThat(actor.caller().client())
                .isIn(
                        switch (step) {
                            case WITHDRAW -> List.of("town", "county", "citizen");
                            case END -> List.of("hub");
                            default -> List.of("health");
                        });
        if (step == SpecialAidTransition.RECORD) {
            assertThat(before.state()).isEqualTo(SpecialAidState.GRANTED);
            assertThat(after.state()).isEqualTo(SpecialAidState.GRANTED);
            return;
        }
        assertThat(before.state().open()).isTrue();
        assertThat(after.deadlines())
                .as("no clock runs on what is settled")
                .allMatch(clock -> after.state().open() || clock.endedOn() != null);
        if (after.state() == SpecialAidState.GRANTED || after.state() == SpecialAidState.REFUSED) {
            assertThat(before.state()).isEqualTo(SpecialAidState.RECEIVED);
        }
    }

    @Test
    void isDecidedByItsDepartmentOnceItTookItOn() {
        assertThat(
                        new ProcedureWalk<>(
                                        SpecialAidTransition.class,
                                        SpecialAidTransition.SEND,
                                        SpecialAidMachineTests::aid,
                                        SpecialAidMachineTests::everybody)
                                .byItself((_, step) -> step == SpecialAidTransition.END)
                                .invariant(SpecialAidMachineTests::holds)
                                .run(MORNING.minusYears(1)))
                .containsExactly(
                        "END", "GRANT", "RECEIVE", "RECORD", "REFUSE", "RETURN", "WITHDRAW");
    }
}
