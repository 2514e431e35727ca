package org.lianji.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Who asks does not answer, who answers has taken it on, and nobody judges a relative. */
class CooperationMachineTests {

    private static final String LEAD = "MZ";
    private static final String COUNTY = "150924000000";
    private static final String OTHER = "150981000000";
    private static final String OUTSIDE = "110101000000";
    private static final ZonedDateTime MORNING =
            LocalDate.parse("2026-11-26").atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));

    private static final Caller TOWN = caller("town", Role.TOWN_OFFICER, "150924106000", null);
    private static final Caller HERE = caller("here", Role.COUNTY_OFFICER, COUNTY, null);
    private static final Caller THERE = caller("there", Role.COUNTY_OFFICER, OTHER, null);
    private static final Caller BESIDE = caller("beside", Role.COUNTY_OFFICER, OTHER, null);
    private static final Caller KIN = caller("kin", Role.COUNTY_OFFICER, OTHER, "P2");
    private static final Caller TOWN_THERE =
            caller("town-there", Role.TOWN_OFFICER, "150981005000", null);
    private static final Caller CITY = caller("city", Role.SHARING_UNIT, "150900000000", null);
    private static final Caller HEALTH =
            new Caller("YB", "y", Set.of(Role.COUNTY_OFFICER), OTHER, null);
    private static final List<Caller> EVERYBODY =
            List.of(TOWN, HERE, THERE, BESIDE, KIN, TOWN_THERE, CITY, HEALTH);

    private static Caller caller(String client, Role role, String region, String person) {
        return new Caller(LEAD, client, Set.of(role), region, person);
    }

    private static CooperationTask task(Progress<CooperationState> progress, String county) {
        return new CooperationTask(
                progress,
                new CooperationTask.Request(
                        CooperationTask.Origin.RELIEF,
                        "J1",
                        List.of("150924106001", "150924106000", COUNTY),
                        county,
                        county.equals(OUTSIDE) ? "150924-2026-0001" : null,
                        "sealed",
                        LEAD),
                CooperationTask.Reply.NONE,
                "P1",
                List.of("P1", "P2"),
                null);
    }

    private static CooperationTask changed(
            CooperationTask before, CooperationTransition step, Actor actor) {
        return switch (step) {
            case ACCEPT -> before.with(before.reply().by(actor.caller().client()));
            case ANSWER, RECORD_ANSWER ->
                    before.with(
                            before.reply()
                                    .saying(
                                            CooperationTask.Outcome.NOT_REGISTERED,
                                            "sealed",
                                            MORNING));
            case ASK, ASK_BY_HUB, WITHDRAW -> before;
        };
    }

    private static List<String> walk(
            String county,
            ProcedureWalk.Invariant<CooperationTransition, CooperationTask> invariant) {
        return new ProcedureWalk<>(
                        CooperationTransition.class,
                        CooperationTransition.ASK_BY_HUB,
                        begun -> task(begun, county),
                        today ->
                                EVERYBODY.stream().map(one -> new Actor(one, LEAD, today)).toList())
                .changing(CooperationMachineTests::changed)
                .invariant(invariant)
                .run(MORNING.minusYears(1));
    }

    private static boolean runs(CooperationTask task) {
        return task.deadlines().stream().anyMatch(one -> one.endedOn() == null);
    }

    @Test
    void isTakenOnAndAnsweredByTheCountyOfRegistrationAlone() {
        List<String> taken =
                walk(
                        OTHER,
                        (before, step, actor, after) -> {
                            Caller caller = actor.caller();
                            assertThat(runs(after))
                                    .as("late or not until there is an answer")
                                    .isEqualTo(after.state().open());
                            switch (step) {
                                case ACCEPT -> assertThat(caller).isIn(THERE, BESIDE);
                                case ANSWER ->
                                        assertThat(caller.client())
                                                .isEqualTo(before.reply().handler());
                                default -> assertThat(caller).isIn(TOWN, HERE);
                            }
                        });

        assertThat(taken).containsExactly("ACCEPT", "ANSWER", "WITHDRAW");
    }

    @Test
    void isRecordedByWhoAskedWhereTheCountyLiesOutside() {
        List<String> taken =
                walk(
                        OUTSIDE,
                        (_, _, actor, after) -> {
                            assertThat(actor.caller()).isIn(TOWN, HERE);
                            assertThat(runs(after)).isEqualTo(after.state().open());
                        });

        assertThat(taken).containsExactly("RECORD_ANSWER", "WITHDRAW");
    }

    @Test
    void hasTenWorkingDays() {
        CooperationTask asked =
                ProcedureWalk.begun(
                        CooperationTransition.ASK_BY_HUB, begun -> task(begun, OTHER), MORNING);

        assertThat(asked.deadlines().stream().map(one -> one.due().toString()))
                .containsExactly("2026-12-10");
    }
}
