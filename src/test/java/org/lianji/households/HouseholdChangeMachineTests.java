package org.lianji.households;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Everybody;
import org.lianji.procedure.ProcedureWalk;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whoever tries whatever, nobody changes a household alone, and no relative does. */
class HouseholdChangeMachineTests {

    private static final String LEAD = "MZ";
    private static final String SISTER = "P9";
    private static final ZonedDateTime START = ZonedDateTime.parse("2026-01-05T10:00:00+08:00");

    private static final String TABLE =
            """
            DECLINED  |
            ENTERED   |
            REPORTED  | CONFIRM DECLINE WITHDRAW
            WITHDRAWN |
            """;

    private static HouseholdChange change(Progress<HouseholdChangeState> progress) {
        return new HouseholdChange(
                progress,
                new HouseholdChange.Of(
                        HouseholdChangeKind.LEFT,
                        "X1",
                        LEAD,
                        "reporter",
                        List.of(Everybody.COUNTY, "150900000000")),
                "P1",
                "H1",
                "V1",
                List.of("P1", "P2", SISTER));
    }

    private static List<Actor> everybody(LocalDate today) {
        return Everybody.of(LEAD, List.of("reporter", "other"), List.of("P1", SISTER), today);
    }

    @Test
    void anotherOfficerOfTheCountyDecidesWhoIsNoRelative() {
        TreeMap<String, TreeSet<String>> taken = new TreeMap<>();
        Arrays.stream(HouseholdChangeState.values())
                .forEach(state -> taken.put(state.name(), new TreeSet<>()));

        new ProcedureWalk<>(
                        HouseholdChangeTransition.class,
                        HouseholdChangeTransition.REPORT,
                        HouseholdChangeMachineTests::change,
                        HouseholdChangeMachineTests::everybody)
                .invariant(
                        (before, step, actor, _) -> {
                            Caller caller = actor.caller();
                            assertThat(caller.department()).isEqualTo(LEAD);
                            if (step == HouseholdChangeTransition.WITHDRAW) {
                                assertThat(caller.client()).isEqualTo("reporter");
                            } else {
                                assertThat(caller.client()).isEqualTo("other");
                                assertThat(caller.is(Role.COUNTY_OFFICER)).isTrue();
                                assertThat(caller.region()).isEqualTo(Everybody.COUNTY);
                                assertThat(caller.person()).isNull();
                            }
                            taken.get(before.state().name()).add(step.name());
                        })
                .run(START);

        assertThat(Everybody.table(taken))
                .containsExactlyElementsOf(TABLE.lines().map(String::stripTrailing).toList());
    }
}
