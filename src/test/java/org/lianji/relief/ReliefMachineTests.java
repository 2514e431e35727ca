package org.lianji.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.relief.ReliefState.PAPERS_DUE;
import static org.lianji.relief.ReliefState.REPORTED;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.lianji.clocks.Deadline;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.ProcedureWalk;
import org.lianji.procedure.Progress;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every state, every step, every role, against a table written here by hand. */
class ReliefMachineTests {

    /** State, then what the first worker, the second, and another officer of the county may do. */
    static final List<String> TABLE =
            """
            REPORTED   | DISMISS NAME_SECOND | DISMISS GIVE NAME_SECOND | ALLOW_AGAIN ALLOW_MORE DISMISS NAME_SECOND
            PAPERS_DUE | COMPLETE_PAPERS     | COMPLETE_PAPERS          | ALLOW_MORE COMPLETE_PAPERS
            COMPLETE   | CLOSE REFER         | CLOSE REFER              | ALLOW_MORE CLOSE REFER
            CLOSED     |                     |                          |
            REFERRED   | CLOSE               | CLOSE                    | CLOSE
            DISMISSED  |                     |                          |
            """
                    .lines()
                    .toList();

    private static final String LEAD = "MZ";
    private static final String TOWNSHIP = "150924106000";
    private static final String COUNTY = "150924000000";
    private static final LocalDate THURSDAY = LocalDate.parse("2026-11-26");
    private static final ZonedDateTime MORNING =
            THURSDAY.atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));

    private static final Caller FIRST = officer("one", Role.TOWN_OFFICER, TOWNSHIP);
    private static final Caller SECOND = officer("two", Role.TOWN_OFFICER, TOWNSHIP);
    private static final Caller ANOTHER = officer("three", Role.COUNTY_OFFICER, COUNTY);

    private static Caller officer(String client, Role role, String region) {
        return new Caller(LEAD, client, Set.of(role), region, null);
    }

    private static ReliefCase relief(Progress<ReliefState> progress, @Nullable String person) {
        return new ReliefCase(
                progress,
                new ReliefCase.Found(
                        List.of("150924106001", TOWNSHIP, COUNTY),
                        ReliefCase.Cause.ACCIDENT,
                        progress.createdAt()),
                new ReliefCase.About(null, null, null, null, null, person, List.of()),
                new ReliefCase.Workers("one", "two", null),
                ReliefCase.Help.NONE,
                ReliefCase.Cap.NONE,
                false,
                null,
                ReliefCase.Papers.NONE,
                null);
    }

    private static ReliefCase relief(ReliefState state, @Nullable String person) {
        return relief(
                new Progress<>("J1", 3, state, MORNING, MORNING, List.<Deadline>of()), person);
    }

    private static Set<String> open(ReliefCase relief, Caller caller) {
        Set<String> names = new TreeSet<>();
        Stream.of(ReliefTransition.values())
                .filter(one -> one.refusal(new Actor(caller, LEAD, THURSDAY), relief).isEmpty())
                .forEach(one -> names.add(one.name()));
        return names;
    }

    private static boolean runs(ReliefCase relief, String clock) {
        return relief.deadlines().stream()
                .anyMatch(one -> one.code().equals(clock) && one.endedOn() == null);
    }

    private static Set<String> names(String cell) {
        return new TreeSet<>(
                Arrays.stream(cell.strip().split(" ")).filter(name -> !name.isEmpty()).toList());
    }

    @ParameterizedTest
    @FieldSource("TABLE")
    void allowsEachSideWhatTheTableListsAndNothingElse(String text) {
        String[] cells = text.split("\\|", -1);
        ReliefCase relief = relief(ReliefState.valueOf(cells[0].strip()), "P1");

        assertThat(open(relief, FIRST)).isEqualTo(names(cells[1]));
        assertThat(open(relief, SECOND)).isEqualTo(names(cells[2]));
        assertThat(open(relief, ANOTHER)).isEqualTo(names(cells[3]));
    }

    @ParameterizedTest
    @EnumSource
    void allowsNobodyElseAnything(ReliefState state) {
        ReliefCase relief = relief(state, null);

        for (Role role : Role.values()) {
            assertThat(open(relief, new Caller("YB", "two", Set.of(role), TOWNSHIP, null)))
                    .isEmpty();
            assertThat(open(relief, officer("two", role, "150924107000"))).isEmpty();
            assertThat(open(relief, officer("two", role, "150900000000"))).isEmpty();
            if (role != Role.TOWN_OFFICER && role != Role.COUNTY_OFFICER) {
                assertThat(open(relief, officer("two", role, TOWNSHIP))).isEmpty();
            }
        }
    }

    @Test
    void saysWhoItIsOnce() {
        assertThat(open(relief(REPORTED, null), FIRST)).contains("IDENTIFY");
        assertThat(open(relief(REPORTED, "P1"), FIRST)).doesNotContain("IDENTIFY");
    }

    @Test
    void letsTheCountyAllowWhatAnotherGives() {
        Caller giver = officer("two", Role.COUNTY_OFFICER, COUNTY);

        assertThat(open(relief(REPORTED, "P1"), giver))
                .contains("GIVE")
                .doesNotContain("ALLOW_AGAIN");
        assertThat(
                        ReliefTransition.ALLOW_AGAIN.refusal(
                                new Actor(giver, LEAD, THURSDAY), relief(REPORTED, "P1")))
                .contains(ReliefCode.OWN_EXCEPTION);
    }

    @Test
    void countsThreeDaysFromTheFindingAndTenWorkingDaysFromTheHelp() {
        ReliefCase reported =
                ProcedureWalk.begun(ReliefTransition.OPEN, begun -> relief(begun, "P1"), MORNING);

        assertThat(reported.deadlines().getFirst().due()).isEqualTo(LocalDate.parse("2026-11-29"));
        assertThat(reported.overdue(LocalDate.parse("2026-11-29"))).isFalse();
        assertThat(reported.overdue(LocalDate.parse("2026-11-30"))).isTrue();
    }

    /** Papers are due from the help on until they are there, or the case ends overdue. */
    @Test
    void keepsItsPromisesWhereverItGoes() {
        List<String> taken =
                new ProcedureWalk<>(
                                ReliefTransition.class,
                                ReliefTransition.OPEN,
                                begun -> relief(begun, null),
                                today ->
                                        Stream.of(FIRST, SECOND, ANOTHER)
                                                .map(one -> new Actor(one, LEAD, today))
                                                .toList())
                        .changing(
                                (before, step, _) ->
                                        switch (step) {
                                            case NAME_SECOND ->
                                                    before.by(
                                                            new ReliefCase.Workers(
                                                                    "one", "three", null));
                                            case IDENTIFY ->
                                                    before.of(relief(REPORTED, "P1").about());
                                            case ALLOW_MORE ->
                                                    before.with(
                                                            new ReliefCase.Cap(
                                                                    100_000L, "three", null));
                                            case REFER -> before.referred("DIBAO");
                                            default -> before;
                                        })
                        .byItself((_, step) -> step == ReliefTransition.APPLY)
                        .invariant(
                                (before, step, actor, after) -> {
                                    assertThat(runs(after, Reliefs.PAPERS_CLOCK))
                                            .isEqualTo(after.state() == PAPERS_DUE);
                                    assertThat(runs(after, ReliefReferrals.CLOCK))
                                            .as("from the referral until somebody applies")
                                            .isEqualTo(step == ReliefTransition.REFER);
                                    if (step == ReliefTransition.GIVE) {
                                        assertThat(actor.caller().client())
                                                .as("the one of the two who is named")
                                                .isEqualTo(before.workers().second())
                                                .isNotEqualTo("one");
                                    }
                                    if (step == ReliefTransition.PAY_PART) {
                                        assertThat(actor.caller().client())
                                                .as("nobody pays what they approved")
                                                .isNotEqualTo("three");
                                        assertThat(before.about().person()).isNotNull();
                                    }
                                    if (before.state() == PAPERS_DUE
                                            && step == ReliefTransition.CLOSE) {
                                        assertThat(before.overdue(actor.today())).isTrue();
                                    }
                                })
                        .run(MORNING.minusYears(1));

        assertThat(taken)
                .containsExactlyElementsOf(
                        Stream.of(ReliefTransition.values())
                                .map(Enum::name)
                                .filter(name -> !name.equals("OPEN"))
                                .sorted()
                                .toList());
    }
}
