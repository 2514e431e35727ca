package org.lianji.complaints;

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
import java.util.stream.Stream;

/**
 * Whoever a complaint is about, and whatever happens to it, others judge it, and nobody loses it.
 */
class ComplaintMachineTests {

    private static final String LEAD = "MZ";
    private static final String COUNTY = "150924000000";
    private static final String CITY = "150900000000";
    private static final ZonedDateTime MORNING =
            LocalDate.parse("2026-11-26").atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));

    private static final Caller COUNTY_ONE = caller("one", Role.COUNTY_OFFICER, COUNTY);
    private static final Caller COUNTY_TWO = caller("two", Role.COUNTY_OFFICER, COUNTY);
    private static final Caller CITY_ONE = caller("unit", Role.SHARING_UNIT, CITY);
    private static final Caller CITY_HEAD = caller("head", Role.SHARING_HEAD, CITY);
    private static final Caller TOWN = caller("town", Role.TOWN_OFFICER, "150924106000");
    private static final Caller NEXT_COUNTY = caller("n", Role.COUNTY_OFFICER, "150923000000");
    private static final Caller HEALTH =
            new Caller("YB", "y", Set.of(Role.COUNTY_OFFICER), COUNTY, null);
    private static final List<Caller> EVERYBODY =
            List.of(COUNTY_ONE, COUNTY_TWO, CITY_ONE, CITY_HEAD, TOWN, NEXT_COUNTY, HEALTH);

    private static Caller caller(String client, Role role, String region) {
        return new Caller(LEAD, client, Set.of(role), region, null);
    }

    private static Complaint complaint(
            Progress<ComplaintState> progress,
            String worker,
            List<String> lookers,
            List<String> clients,
            List<String> offices) {
        return new Complaint(
                progress,
                List.of("150924106001", "150924106000", COUNTY),
                new Complaint.Concern(
                        Complaint.Kind.DELAY, null, null, worker, null, List.of(), lookers),
                new Complaint.Statement(Complaint.Channel.OPEN, "", "", "Y1", "sealed", null, null),
                new Complaint.Treatment(LEAD, ComplaintLevel.COUNTY, null, null, null, null),
                clients,
                offices);
    }

    private static Complaint plain(Progress<ComplaintState> progress) {
        return complaint(progress, "", List.of(), List.of(), List.of());
    }

    private static Complaint changed(Complaint before, ComplaintTransition step, Actor actor) {
        Complaint.Treatment treatment = before.treatment();
        return before.with(
                switch (step) {
                    case ACCEPT -> treatment.takenOn(actor.caller().client());
                    case ANSWER -> treatment.answered(Complaint.Outcome.UPHELD, "sealed", MORNING);
                    case HAND_UP, ESCALATE, CONTEST -> treatment.raised();
                    case FILE, FILE_OPENLY -> treatment;
                });
    }

    private static List<String> walk(
            java.util.function.Function<Progress<ComplaintState>, Complaint> first,
            ProcedureWalk.Invariant<ComplaintTransition, Complaint> invariant) {
        return new ProcedureWalk<>(
                        ComplaintTransition.class,
                        ComplaintTransition.FILE_OPENLY,
                        first,
                        today ->
                                EVERYBODY.stream().map(one -> new Actor(one, LEAD, today)).toList())
                .changing(ComplaintMachineTests::changed)
                .byItself(
                        (before, step) ->
                                before.level() == ComplaintLevel.COUNTY
                                        && (step == ComplaintTransition.ESCALATE
                                                || step == ComplaintTransition.CONTEST))
                .invariant(invariant)
                .run(MORNING.minusYears(1));
    }

    private static boolean runs(Complaint complaint) {
        return complaint.deadlines().stream().anyMatch(one -> one.endedOn() == null);
    }

    @Test
    void isAlwaysSomebodysUntilItIsAnswered() {
        List<String> taken =
                walk(
                        ComplaintMachineTests::plain,
                        (before, step, actor, after) -> {
                            assertThat(runs(after))
                                    .as("a clock runs until there is an answer")
                                    .isEqualTo(after.state() != ComplaintState.ANSWERED);
                            assertThat(after.level()).isGreaterThanOrEqualTo(before.level());
                            if (step == ComplaintTransition.ANSWER) {
                                assertThat(actor.caller().client())
                                        .isEqualTo(before.treatment().handler());
                            }
                            Caller caller = actor.caller();
                            if (!caller.roles().isEmpty()) {
                                assertThat(caller.region()).isEqualTo(before.answering());
                                assertThat(caller.department()).isEqualTo(LEAD);
                            }
                        });

        assertThat(taken).containsExactly("ACCEPT", "ANSWER", "CONTEST", "ESCALATE", "HAND_UP");
    }

    @Test
    void isTouchedByNobodyWhomItIsAbout() {
        walk(
                begun -> complaint(begun, "one", List.of("unit"), List.of(), List.of()),
                (_, _, actor, _) -> assertThat(actor.caller()).isNotIn(COUNTY_ONE, CITY_ONE));
    }

    @Test
    void isNotTheCountysWhereItsOfficeDecided() {
        walk(
                begun ->
                        complaint(
                                begun,
                                "",
                                List.of(),
                                List.of("head"),
                                List.of(LEAD + "|" + COUNTY, LEAD + "|" + CITY)),
                (_, _, actor, _) ->
                        assertThat(actor.caller())
                                .as("above the city there is nobody; who acted stays out")
                                .isNotIn(COUNTY_ONE, COUNTY_TWO, CITY_HEAD));
    }

    @Test
    void countsWorkingDaysFromTheFiling() {
        Complaint filed =
                ProcedureWalk.begun(
                        ComplaintTransition.FILE_OPENLY, ComplaintMachineTests::plain, MORNING);

        assertThat(filed.deadlines().stream().map(one -> one.due().toString()))
                .containsExactly("2026-11-30", "2026-12-17");
        assertThat(Stream.of(ComplaintSide.values()).filter(ComplaintMachineTests::hub))
                .as("nobody takes the steps of the hub")
                .isEmpty();
    }

    private static boolean hub(ComplaintSide side) {
        return side == ComplaintSide.HUB
                && EVERYBODY.stream()
                        .anyMatch(
                                one ->
                                        side.has(
                                                new Actor(one, LEAD, MORNING.toLocalDate()),
                                                plain(
                                                        new Progress<>(
                                                                "T1",
                                                                1,
                                                                ComplaintState.FILED,
                                                                MORNING,
                                                                MORNING,
                                                                List.of()))));
    }
}
