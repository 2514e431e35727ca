package org.lianji.projects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.clocks.Deadline;
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

/** Whatever happens to a project, one clock runs for its disclosure until it is told at last. */
class ProjectMachineTests {

    private static final String LEAD = "MZ";
    private static final String ORGANISATION = "53150900MJ0000018Q";
    private static final ZonedDateTime MORNING =
            LocalDate.parse("2026-11-26").atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));

    private static final Caller CHARITY =
            new Caller(ORGANISATION, "charity-a", Set.of(Role.CHARITY), "", null);
    private static final Caller UNIT =
            new Caller(LEAD, "unit", Set.of(Role.SHARING_UNIT), "150900000000", null);
    private static final List<Caller> STRANGERS =
            List.of(
                    new Caller("53150900MJ0000026L", "b", Set.of(Role.CHARITY), "", null),
                    new Caller("YB", "yb", Set.of(Role.SHARING_UNIT), "150900000000", null),
                    new Caller(LEAD, "town", Set.of(Role.TOWN_OFFICER), "150924106000", null),
                    new Caller(ORGANISATION, "v", Set.of(Role.VOLUNTEER), "", null),
                    new Caller("", "citizen", Set.of(Role.CITIZEN), "", "Pone"));

    private static HelpProject project(Progress<ProjectState> begun) {
        return new HelpProject(
                begun,
                ORGANISATION,
                "暖冬",
                MORNING.toLocalDate().plusDays(300),
                LEAD,
                HelpProject.Account.NONE);
    }

    private static String clock(ProjectState state) {
        return switch (state) {
            case RUNNING -> ProjectTransition.Clocks.PROJECT;
            case EMERGENCY -> ProjectTransition.Clocks.EMERGENCY;
            case ENDED, DISCLOSED -> ProjectTransition.Clocks.CONCLUSION;
        };
    }

    @Test
    void hasOneClockThatRunsUntilItIsDisclosedAtLast() {
        List<String> taken =
                new ProcedureWalk<ProjectState, ProjectTransition, HelpProject>(
                                ProjectTransition.class,
                                ProjectTransition.FOLLOW,
                                ProjectMachineTests::project,
                                today ->
                                        Stream.concat(Stream.of(CHARITY, UNIT), STRANGERS.stream())
                                                .map(one -> new Actor(one, LEAD, today))
                                                .toList())
                        .byItself(
                                (_, step) ->
                                        step == ProjectTransition.RUN_OUT
                                                || step == ProjectTransition.EXTEND)
                        .invariant(
                                (before, step, actor, after) -> {
                                    assertThat(STRANGERS).doesNotContain(actor.caller());
                                    List<Deadline> running =
                                            after.deadlines().stream()
                                                    .filter(one -> one.endedOn() == null)
                                                    .toList();
                                    assertThat(running)
                                            .hasSize(
                                                    after.state() == ProjectState.DISCLOSED ? 0 : 1)
                                            .allSatisfy(
                                                    one ->
                                                            assertThat(one.code())
                                                                    .isEqualTo(
                                                                            clock(after.state())));
                                    if (step.discloses()) {
                                        assertThat(actor.caller()).isEqualTo(CHARITY);
                                        assertThat(step)
                                                .isEqualTo(
                                                        ProjectTransition.disclosing(
                                                                before.state()));
                                    }
                                })
                        .run(MORNING.minusYears(1));

        assertThat(taken)
                .contains(
                        "EXTEND",
                        "DECLARE_EMERGENCY",
                        "END_EMERGENCY",
                        "DISCLOSE",
                        "DISCLOSE_IN_EMERGENCY",
                        "END",
                        "RUN_OUT",
                        "DISCLOSE_AT_LAST");
    }
}
