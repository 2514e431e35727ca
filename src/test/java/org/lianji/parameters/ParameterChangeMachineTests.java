package org.lianji.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.ProcedureWalk;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whoever tries whatever, nobody changes alone what decides who is found, nor for days past. */
class ParameterChangeMachineTests {

    private static final String LEAD = "MZ";
    private static final ZonedDateTime START = ZonedDateTime.parse("2026-01-05T10:00:00+08:00");

    private static ParameterChange change(Progress<ParameterChangeState> begun, boolean previewed) {
        return new ParameterChange(
                begun,
                new ParameterChange.NewValue(
                        "SELF_PAY_MONTHS", "*", LocalDate.parse("2026-07-01"), "15", "…"),
                new ParameterChange.Proposer(LEAD, "proposer"),
                previewed);
    }

    private static List<Actor> everybody(LocalDate today) {
        return Stream.of(LEAD, "YB")
                .flatMap(
                        department ->
                                Stream.of(Role.values())
                                        .flatMap(
                                                role ->
                                                        Stream.of("proposer", "other")
                                                                .map(
                                                                        client ->
                                                                                new Caller(
                                                                                        department,
                                                                                        client,
                                                                                        Set.of(
                                                                                                role),
                                                                                        "",
                                                                                        null))))
                .map(caller -> new Actor(caller, LEAD, today))
                .toList();
    }

    @Test
    void isApprovedByAnotherOfTheLeadingDepartmentBeforeItsDay() {
        List<String> taken =
                new ProcedureWalk<>(
                                ParameterChangeTransition.class,
                                ParameterChangeTransition.PROPOSE,
                                begun -> change(begun, true),
                                ParameterChangeMachineTests::everybody)
                        .invariant(
                                (before, step, actor, after) -> {
                                    assertThat(actor.caller().department()).isEqualTo(LEAD);
                                    assertThat(before.state())
                                            .isEqualTo(ParameterChangeState.PROPOSED);
                                    if (step == ParameterChangeTransition.APPROVE) {
                                        assertThat(actor.caller().client()).isEqualTo("other");
                                        assertThat(actor.today()).isBefore(after.to().startsOn());
                                    }
                                })
                        .run(START);

        assertThat(taken).containsExactly("APPROVE", "REJECT", "WITHDRAW");
    }

    @Test
    void isNotApprovedBeforeItIsKnownWhatItWouldDo() {
        List<String> taken =
                new ProcedureWalk<>(
                                ParameterChangeTransition.class,
                                ParameterChangeTransition.PROPOSE,
                                begun -> change(begun, false),
                                ParameterChangeMachineTests::everybody)
                        .run(START);

        assertThat(taken).containsExactly("REJECT", "WITHDRAW");
    }
}
