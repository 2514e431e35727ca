package org.lianji.merges;

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

/** Whoever tries whatever, nobody makes two people one alone, and no relative does. */
class PersonMergeMachineTests {

    private static final String LEAD = "MZ";
    private static final String SISTER = "P9";
    private static final ZonedDateTime START = ZonedDateTime.parse("2026-01-05T10:00:00+08:00");

    private static final String TABLE =
            """
            DIFFERENT      |
            MERGED         | PROPOSE_SPLIT
            PROPOSED       | CONFIRM DECLINE WITHDRAW
            SPLIT          |
            SPLIT_PROPOSED | CONFIRM_SPLIT KEEP_MERGED
            WITHDRAWN      |
            """;

    private static PersonMerge merge(Progress<PersonMergeState> progress) {
        return new PersonMerge(
                progress,
                new PersonMerge.Of(LEAD, "P1", "P2", List.of(Everybody.COUNTY, "150900000000")),
                "proposer",
                "C1",
                List.of("P1", "P2", SISTER));
    }

    private static List<Actor> everybody(LocalDate today) {
        return Everybody.of(LEAD, List.of("proposer", "other"), List.of("P1", SISTER), today);
    }

    @Test
    void twoOfficersOfTheCountyDecideWhoAreNoRelatives() {
        TreeMap<String, TreeSet<String>> taken = new TreeMap<>();
        Arrays.stream(PersonMergeState.values())
                .forEach(state -> taken.put(state.name(), new TreeSet<>()));

        new ProcedureWalk<>(
                        PersonMergeTransition.class,
                        PersonMergeTransition.PROPOSE,
                        PersonMergeMachineTests::merge,
                        PersonMergeMachineTests::everybody)
                .invariant(
                        (before, step, actor, after) -> {
                            assertThat(
                                            after.deadlines().stream()
                                                    .anyMatch(one -> one.endedOn() == null))
                                    .as("a clock runs while a second person is waited for")
                                    .isEqualTo(
                                            after.state() == PersonMergeState.PROPOSED
                                                    || after.state()
                                                            == PersonMergeState.SPLIT_PROPOSED);
                            Caller caller = actor.caller();
                            assertThat(caller.department()).isEqualTo(LEAD);
                            assertThat(caller.is(Role.COUNTY_OFFICER)).isTrue();
                            assertThat(caller.region()).isEqualTo(Everybody.COUNTY);
                            assertThat(caller.person()).isNull();
                            if (step == PersonMergeTransition.WITHDRAW) {
                                assertThat(caller.client()).isEqualTo("proposer");
                            } else if (step != PersonMergeTransition.PROPOSE_SPLIT) {
                                assertThat(caller.client()).isEqualTo("other");
                            }
                            taken.get(before.state().name()).add(step.name());
                        })
                .run(START);

        assertThat(Everybody.table(taken))
                .containsExactlyElementsOf(TABLE.lines().map(String::stripTrailing).toList());
    }
}
