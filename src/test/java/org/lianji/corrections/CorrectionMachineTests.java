package org.lianji.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.corrections.CorrectionState.RAISED;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.lianji.clocks.Deadline;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.ProcedureCode;
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

/**
 * Every state, every step, every role, against a table written here by hand from the Regulation
 * (§§26, 28): what the table does not list must be refused.
 */
class CorrectionMachineTests {

    /**
     * State, then what the owner's sharing unit, who raised it, and the head of the lead may do.
     */
    static final List<String> TABLE =
            """
            RAISED     | CORRECT UPHOLD | WITHDRAW                 |
            WITHDRAWN  |                |                          |
            CORRECTED  |                |                          |
            UPHELD     |                | DISPUTE                  |
            DISPUTED   | REFER          | NEGOTIATE REFER WITHDRAW |
            NEGOTIATED |                |                          |
            REFERRED   |                |                          | APPEAL DECIDE
            DECIDED    |                |                          | APPEAL
            APPEALED   |                |                          |
            """
                    .lines()
                    .toList();

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-02");
    private static final ZonedDateTime MORNING =
            MONDAY.atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));
    private static final String LEAD = "MZ";
    private static final String CITIZEN = "P1";

    private record Line(
            CorrectionState state, Set<String> owner, Set<String> raiser, Set<String> lead) {

        static Line of(String text) {
            List<String> cells = Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
            assertThat(cells).hasSize(4);
            return new Line(
                    CorrectionState.valueOf(cells.get(0)),
                    names(cells.get(1)),
                    names(cells.get(2)),
                    names(cells.get(3)));
        }

        private static Set<String> names(String cell) {
            return new TreeSet<>(
                    Arrays.stream(cell.split(" ")).filter(name -> !name.isEmpty()).toList());
        }
    }

    /** JY, or the citizen, says that something of RS is wrong. */
    private static Correction correction(CorrectionState state, @Nullable String person) {
        return correction(state, "RS", person == null ? "JY" : "", person);
    }

    private static Correction correction(
            CorrectionState state, String owner, String raiser, @Nullable String person) {
        return correction(
                new Progress<>(
                        "K1",
                        3,
                        state,
                        MORNING,
                        MORNING,
                        List.of(Deadline.start("CORRECT", owner, MONDAY, MONDAY.plusDays(14)))),
                owner,
                raiser,
                person);
    }

    private static Correction correction(
            Progress<CorrectionState> progress,
            String owner,
            String raiser,
            @Nullable String person) {
        return new Correction(
                progress,
                new Correction.On("R1", "RS01", "state", owner, List.of("P1")),
                new Correction.Raiser(raiser, "test", person, "E", null, null),
                "…",
                null);
    }

    private static Caller caller(String department, Role... roles) {
        return new Caller(department, "test", Set.of(roles), "", null);
    }

    private static Actor actor(Caller caller) {
        return new Actor(caller, LEAD, MONDAY);
    }

    private static Caller citizen(String person) {
        return new Caller("", "citizen", Set.of(Role.CITIZEN), "", person);
    }

    private static Caller colleague(Role... roles) {
        return new Caller("JY", "another", Set.of(roles), "", null);
    }

    private static Set<String> open(Correction correction, Caller caller) {
        Set<String> names = new TreeSet<>();
        Stream.of(CorrectionTransition.values())
                .filter(one -> one.refusal(actor(caller), correction).isEmpty())
                .forEach(one -> names.add(one.name()));
        return names;
    }

    @ParameterizedTest
    @FieldSource("TABLE")
    void allowsEachSideWhatTheTableListsAndNothingElse(String text) {
        Line line = Line.of(text);
        Correction correction = correction(line.state(), null);

        assertThat(open(correction, caller("RS", Role.SHARING_UNIT))).isEqualTo(line.owner());
        for (Role role : List.of(Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER)) {
            assertThat(open(correction, caller("JY", role))).isEqualTo(line.raiser());
        }
        assertThat(open(correction, colleague(Role.SHARING_UNIT))).isEqualTo(line.raiser());
        assertThat(open(correction, caller(LEAD, Role.SHARING_HEAD))).isEqualTo(line.lead());
    }

    @ParameterizedTest
    @FieldSource("TABLE")
    void letsACitizenDoWhatADepartmentDoesThatRaisedIt(String text) {
        Line line = Line.of(text);
        Correction correction = correction(line.state(), CITIZEN);

        assertThat(open(correction, citizen(CITIZEN))).isEqualTo(line.raiser());
        assertThat(open(correction, citizen("P2"))).isEmpty();
        assertThat(open(correction, caller("", Role.SYSTEM, Role.SHARING_UNIT))).isEmpty();
        assertThat(open(correction(line.state(), null), citizen(CITIZEN))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void allowsNobodyElseAnything(CorrectionState state) {
        Correction correction = correction(state, null);

        for (Role role : Role.values()) {
            assertThat(open(correction, caller("YB", role))).as("another %s", role).isEmpty();
            if (role != Role.SHARING_UNIT) {
                assertThat(open(correction, caller("RS", role))).as("owner %s", role).isEmpty();
                assertThat(open(correction, colleague(role))).as("colleague %s", role).isEmpty();
            }
            if (role != Role.SHARING_HEAD) {
                assertThat(open(correction, caller(LEAD, role))).as("lead %s", role).isEmpty();
            }
        }
        assertThat(open(correction, caller("JY", Role.SHARING_HEAD))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MZ, JY", "RS, MZ"})
    void doesNotLetTheLeadDecideAboutItself(String owner, String raiser) {
        Correction referred = correction(CorrectionState.REFERRED, owner, raiser, null);
        Caller head = caller(LEAD, Role.SHARING_HEAD);

        assertThat(open(referred, head)).containsExactly("APPEAL");
        assertThat(CorrectionTransition.DECIDE.refusal(actor(head), referred))
                .contains(CorrectionCode.LEAD_IS_PARTY);
    }

    @Test
    void looksAtEveryStateAndStep() {
        assertThat(TABLE.stream().map(text -> Line.of(text).state()))
                .containsExactly(CorrectionState.values());
        assertThat(Stream.of(CorrectionTransition.values()).map(Enum::name))
                .filteredOn(
                        name ->
                                TABLE.stream()
                                        .noneMatch(text -> text.matches(".*\\b" + name + "\\b.*")))
                .containsExactly("RAISE");
    }

    @ParameterizedTest
    @CsvSource({
        "RAISE, , RAISED, false",
        "CORRECT, RAISED, CORRECTED, false",
        "UPHOLD, RAISED, UPHELD, true",
        "WITHDRAW, RAISED DISPUTED, WITHDRAWN, false",
        "DISPUTE, UPHELD, DISPUTED, true",
        "NEGOTIATE, DISPUTED, NEGOTIATED, true",
        "REFER, DISPUTED, REFERRED, true",
        "DECIDE, REFERRED, DECIDED, true",
        "APPEAL, REFERRED DECIDED, APPEALED, true"
    })
    void leadsFromAndToTheStatesOfTheRegulation(
            CorrectionTransition transition, @Nullable String from, String to, boolean written) {
        assertThat(transition.row().from().stream().map(Enum::name))
                .containsExactlyInAnyOrder(from == null ? new String[0] : from.split(" "));
        assertThat(transition.row().to().name()).isEqualTo(to);
        assertThat(transition.row().written()).isEqualTo(written);
    }

    @Test
    void tellsWhyNot() {
        Correction upheld = correction(CorrectionState.UPHELD, null);

        assertThat(
                        CorrectionTransition.UPHOLD.refusal(
                                actor(caller("RS", Role.SHARING_UNIT)), upheld))
                .contains(ProcedureCode.TRANSITION_NOT_ALLOWED);
        assertThat(
                        CorrectionTransition.DISPUTE.refusal(
                                actor(caller("RS", Role.SHARING_UNIT)), upheld))
                .contains(ProcedureCode.NOT_YOUR_TURN);
    }

    @Test
    void mustBeAnsweredWithinTenWorkingDays() {
        ZonedDateTime beforeTheHolidays = MORNING.with(LocalDate.parse("2026-09-28"));
        Correction raised =
                ProcedureWalk.begun(
                        CorrectionTransition.RAISE,
                        begun -> correction(begun, "RS", "JY", null),
                        beforeTheHolidays);

        assertThat(raised.deadlines().getFirst().due())
                .as("1 to 7 October are off, Saturday 10 is not")
                .isEqualTo(LocalDate.parse("2026-10-16"));
        assertThat(raised.overdue(LocalDate.parse("2026-10-16"))).isFalse();
        assertThat(raised.overdue(LocalDate.parse("2026-10-17"))).isTrue();
    }

    /** The clock of the answer runs until there is one, and who is late stays late. */
    @Test
    void keepsItsPromisesWhereverItGoes() {
        List<String> taken =
                new ProcedureWalk<>(
                                CorrectionTransition.class,
                                CorrectionTransition.RAISE,
                                begun -> correction(begun, "RS", "JY", null),
                                CorrectionMachineTests::everybody)
                        .invariant(
                                (before, step, actor, after) -> {
                                    Deadline clock = after.deadlines().getFirst();
                                    assertThat(after.deadlines()).hasSize(1);
                                    boolean runs =
                                            clock.endedOn() == null && clock.pausedOn() == null;
                                    assertThat(runs).isEqualTo(after.state() == RAISED);
                                    if (before.overdue(actor.today()) && before.state() == RAISED) {
                                        assertThat(
                                                        clock.endedOn() == null
                                                                ? clock.pausedOn()
                                                                : clock.endedOn())
                                                .isAfter(clock.due());
                                    }
                                })
                        .run(MORNING.minusYears(1));

        assertThat(taken)
                .containsExactlyElementsOf(
                        Stream.of(CorrectionTransition.values())
                                .map(Enum::name)
                                .filter(name -> !name.equals("RAISE"))
                                .sorted()
                                .toList());
    }

    private static List<Actor> everybody(LocalDate today) {
        return Stream.of("RS", "JY", LEAD, "YB")
                .flatMap(
                        department ->
                                Stream.of(Role.values())
                                        .map(
                                                role ->
                                                        new Actor(
                                                                caller(department, role),
                                                                LEAD,
                                                                today)))
                .toList();
    }
}
