package org.lianji.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.sharing.Samples.MONDAY;
import static org.lianji.sharing.Samples.agreement;
import static org.lianji.sharing.Samples.caller;
import static org.lianji.sharing.Samples.terms;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.procedure.Deadline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every state, every transition, every role, against a table written here by hand from the
 * Regulation: what the table does not list must be refused.
 */
class AgreementMachineTests {

    /** State, what happened before, then what provider and consumer, unit and head, may do. */
    static final List<String> TABLE =
            """
            DRAFT         | nothing     |                                                | | AMEND                  | SIGN                                    |
            HEAD_SIGNED   | nothing     |                                                | | SUBMIT                 |                                         |
            SUBMITTED     | nothing     | ASK_MATERIAL ASK_EXTENSION PREPARE_APPROVAL    | REFUSE | |                                         |
            SUBMITTED     | prepared    | ASK_MATERIAL ASK_EXTENSION                     | APPROVE REFUSE | |                                 |
            SUBMITTED     | material    | ASK_EXTENSION PREPARE_APPROVAL                 | REFUSE | |                                         |
            SUBMITTED     | asked       | ASK_MATERIAL PREPARE_APPROVAL                  | REFUSE | |                                         | GRANT_EXTENSION
            SUBMITTED     | extended    | ASK_MATERIAL PREPARE_APPROVAL                  | REFUSE | |                                         |
            SUBMITTED     | overdue     | ASK_MATERIAL PREPARE_APPROVAL                  | REFUSE | |                                         |
            MORE_MATERIAL | nothing     |                                                | | SUPPLY_MATERIAL        |                                         |
            APPROVED      | nothing     | DELIVER                                        | |                        |                                         |
            REFUSED       | nothing     |                                                | |                        |                                         |
            DELIVERED     | nothing     |                                                | | CONFIRM_DELIVERY       |                                         |
            ACTIVE        | nothing     | SUSPEND        | SUSPEND PROPOSE_TERMINATION            | END_PURPOSE         | END_PURPOSE PROPOSE_TERMINATION         |
            ACTIVE        | by provider | SUSPEND        | SUSPEND                                | END_PURPOSE         | END_PURPOSE CONSENT_TO_TERMINATION      |
            ACTIVE        | by consumer | SUSPEND        | SUSPEND CONSENT_TO_TERMINATION         | END_PURPOSE         | END_PURPOSE                             |
            SUSPENDED     | nothing     |                | PROPOSE_TERMINATION                    | END_PURPOSE RECTIFY | END_PURPOSE PROPOSE_TERMINATION         |
            SUSPENDED     | by provider |                |                                        | END_PURPOSE RECTIFY | END_PURPOSE CONSENT_TO_TERMINATION      |
            SUSPENDED     | by consumer |                | CONSENT_TO_TERMINATION                 | END_PURPOSE RECTIFY | END_PURPOSE                             |
            RECTIFIED     | nothing     | RESUME SUSPEND | RESUME SUSPEND PROPOSE_TERMINATION     | END_PURPOSE         | END_PURPOSE PROPOSE_TERMINATION         |
            RECTIFIED     | by provider | RESUME SUSPEND | RESUME SUSPEND                         | END_PURPOSE         | END_PURPOSE CONSENT_TO_TERMINATION      |
            RECTIFIED     | by consumer | RESUME SUSPEND | RESUME SUSPEND CONSENT_TO_TERMINATION  | END_PURPOSE         | END_PURPOSE                             |
            TERMINATED    | nothing     |                |                                        |                     | DISPOSE                                 |
            EXPIRED       | nothing     |                |                                        |                     | DISPOSE                                 |
            PURPOSE_ENDED | nothing     |                |                                        |                     | DISPOSE                                 |
            DISPOSED      | nothing     |                |                                        |                     |                                         |
            """
                    .lines()
                    .toList();

    private static final String LEAD = "MZ";

    private record Line(
            AgreementState state,
            String facts,
            Set<String> providerUnit,
            Set<String> providerHead,
            Set<String> consumerUnit,
            Set<String> consumerHead,
            Set<String> leadHead) {

        static Line of(String text) {
            List<String> cells = Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
            assertThat(cells).hasSize(7);
            return new Line(
                    AgreementState.valueOf(cells.get(0)),
                    cells.get(1),
                    names(cells.get(2)),
                    names(cells.get(3)),
                    names(cells.get(4)),
                    names(cells.get(5)),
                    names(cells.get(6)));
        }

        private static Set<String> names(String cell) {
            return new TreeSet<>(
                    Arrays.stream(cell.split(" ")).filter(name -> !name.isEmpty()).toList());
        }

        Agreement paper(Terms terms) {
            Standing standing = Standing.NEW;
            standing =
                    switch (facts) {
                        case "prepared" -> standing.made();
                        case "material" -> standing.asked();
                        case "asked" -> standing.extension(5, false);
                        case "extended" -> standing.extension(5, true);
                        case "by provider" -> standing.proposed(terms.provider());
                        case "by consumer" -> standing.proposed(terms.consumer());
                        default -> standing;
                    };
            LocalDate due = facts.equals("overdue") ? MONDAY.minusDays(1) : MONDAY;
            return agreement(
                    state,
                    standing,
                    terms,
                    Deadline.start(
                            AgreementLife.ANSWER,
                            terms.provider(),
                            LocalDate.parse("2026-10-12"),
                            due));
        }
    }

    private static Set<String> open(Agreement agreement, Caller caller) {
        Set<String> names = new TreeSet<>();
        AgreementTransition.open(agreement, caller, LEAD, MONDAY)
                .forEach(transition -> names.add(transition.name()));
        return names;
    }

    @ParameterizedTest
    @FieldSource("TABLE")
    void allowsEachSideWhatTheTableListsAndNothingElse(String text) {
        Line line = Line.of(text);
        Agreement paper = line.paper(terms("RS", "JY"));

        assertThat(open(paper, caller("RS", Role.SHARING_UNIT))).isEqualTo(line.providerUnit());
        assertThat(open(paper, caller("RS", Role.SHARING_HEAD))).isEqualTo(line.providerHead());
        assertThat(open(paper, caller("JY", Role.SHARING_UNIT))).isEqualTo(line.consumerUnit());
        assertThat(open(paper, caller("JY", Role.SHARING_HEAD))).isEqualTo(line.consumerHead());
        assertThat(open(paper, caller(LEAD, Role.SHARING_HEAD))).isEqualTo(line.leadHead());
    }

    @ParameterizedTest
    @FieldSource("TABLE")
    void allowsNobodyElseAnything(String text) {
        Agreement paper = Line.of(text).paper(terms("RS", "JY"));

        for (String department : List.of("RS", "JY", LEAD)) {
            for (Role role : EnumSet.of(Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER)) {
                assertThat(open(paper, caller(department, role))).isEmpty();
            }
        }
        assertThat(open(paper, caller(LEAD, Role.SHARING_UNIT))).isEmpty();
        assertThat(open(paper, caller("YB", Role.SHARING_UNIT, Role.SHARING_HEAD))).isEmpty();
        assertThat(open(paper, caller("53150900MJ0000001A", Role.CHARITY))).isEmpty();
        assertThat(open(paper, caller("", Role.AUDITOR))).isEmpty();
        assertThat(open(paper, caller("", Role.CITIZEN))).isEmpty();
    }

    private static final Set<String> ENDS =
            Set.of(
                    "REFUSE",
                    "PROPOSE_TERMINATION",
                    "CONSENT_TO_TERMINATION",
                    "END_PURPOSE",
                    "DISPOSE");

    @ParameterizedTest
    @FieldSource("TABLE")
    void letsNobodyDoMoreWithACharitysAgreementThanEndIt(String text) {
        Line line = Line.of(text);
        Agreement paper = line.paper(terms("RS", "53150900MJ0000001A"));
        Set<String> charity = new TreeSet<>(line.consumerUnit());
        charity.addAll(line.consumerHead());
        charity.retainAll(ENDS);
        Set<String> provider = new TreeSet<>(line.providerHead());
        provider.retainAll(ENDS);

        assertThat(open(paper, caller("53150900MJ0000001A", Role.CHARITY))).isEqualTo(charity);
        assertThat(open(paper, caller("RS", Role.SHARING_HEAD))).isEqualTo(provider);
        assertThat(open(paper, caller("RS", Role.SHARING_UNIT))).isEmpty();
        assertThat(open(paper, caller(LEAD, Role.SHARING_HEAD))).isEmpty();
        assertThat(open(paper, caller("53150900MJ0000002B", Role.CHARITY))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("TABLE")
    void letsTheLeadDepartmentDoItsPartsAsAPartyToo(String text) {
        Line line = Line.of(text);
        Set<String> both = new TreeSet<>(line.providerHead());
        both.addAll(line.leadHead());

        assertThat(open(line.paper(terms(LEAD, "JY")), caller(LEAD, Role.SHARING_HEAD)))
                .isEqualTo(both);
    }

    @Test
    void looksAtEveryStateAndTransition() {
        assertThat(TABLE.stream().map(text -> Line.of(text).state()).distinct())
                .containsExactlyInAnyOrder(AgreementState.values());
        assertThat(Stream.of(AgreementTransition.values()).map(Enum::name))
                .filteredOn(
                        name ->
                                TABLE.stream()
                                        .noneMatch(text -> text.matches(".*\\b" + name + "\\b.*")))
                .containsExactlyInAnyOrder("REQUEST", "EXPIRE");
    }

    @ParameterizedTest
    @CsvSource({
        "REQUEST, , DRAFT",
        "AMEND, DRAFT, DRAFT",
        "SIGN, DRAFT, HEAD_SIGNED",
        "SUBMIT, HEAD_SIGNED, SUBMITTED",
        "ASK_MATERIAL, SUBMITTED, MORE_MATERIAL",
        "SUPPLY_MATERIAL, MORE_MATERIAL, SUBMITTED",
        "ASK_EXTENSION, SUBMITTED, SUBMITTED",
        "GRANT_EXTENSION, SUBMITTED, SUBMITTED",
        "PREPARE_APPROVAL, SUBMITTED, SUBMITTED",
        "APPROVE, SUBMITTED, APPROVED",
        "REFUSE, SUBMITTED, REFUSED",
        "DELIVER, APPROVED, DELIVERED",
        "CONFIRM_DELIVERY, DELIVERED, ACTIVE",
        "SUSPEND, ACTIVE RECTIFIED, SUSPENDED",
        "RECTIFY, SUSPENDED, RECTIFIED",
        "RESUME, RECTIFIED, ACTIVE",
        "PROPOSE_TERMINATION, ACTIVE SUSPENDED RECTIFIED, SAME",
        "CONSENT_TO_TERMINATION, ACTIVE SUSPENDED RECTIFIED, TERMINATED",
        "END_PURPOSE, ACTIVE SUSPENDED RECTIFIED, PURPOSE_ENDED",
        "EXPIRE, ACTIVE SUSPENDED RECTIFIED, EXPIRED",
        "DISPOSE, TERMINATED EXPIRED PURPOSE_ENDED, DISPOSED"
    })
    void leadsFromAndToTheStatesOfTheRegulation(
            AgreementTransition transition, String from, String to) {
        Set<String> states = Set.of(from == null ? new String[0] : from.split(" "));

        assertThat(transition.from().stream().map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(states);
        assertThat(transition.from())
                .allSatisfy(
                        state ->
                                assertThat(transition.after(state).name())
                                        .isEqualTo(to.equals("SAME") ? state.name() : to));
    }

    @ParameterizedTest
    @CsvSource({
        "ASK_MATERIAL",
        "SUPPLY_MATERIAL",
        "ASK_EXTENSION",
        "REFUSE",
        "SUSPEND",
        "RECTIFY",
        "PROPOSE_TERMINATION",
        "END_PURPOSE",
        "DISPOSE"
    })
    void asksForReasonsInWriting(String name) {
        assertThat(AgreementTransition.valueOf(name.toUpperCase(Locale.ROOT)).written()).isTrue();
    }

    @Test
    void tellsWhyNot() {
        Agreement submitted = agreement(AgreementState.SUBMITTED, Standing.NEW.asked());

        assertThat(refusal(AgreementTransition.APPROVE, submitted, "RS", Role.SHARING_HEAD))
                .isEqualTo(AgreementCode.NOT_PREPARED);
        assertThat(refusal(AgreementTransition.APPROVE, submitted, "RS", Role.SHARING_UNIT))
                .isEqualTo(AgreementCode.NOT_YOUR_TURN);
        assertThat(refusal(AgreementTransition.APPROVE, submitted, "JY", Role.SHARING_HEAD))
                .isEqualTo(AgreementCode.NOT_YOUR_TURN);
        assertThat(refusal(AgreementTransition.DELIVER, submitted, "RS", Role.SHARING_UNIT))
                .isEqualTo(AgreementCode.TRANSITION_NOT_ALLOWED);
        assertThat(refusal(AgreementTransition.ASK_MATERIAL, submitted, "RS", Role.SHARING_UNIT))
                .isEqualTo(AgreementCode.MATERIAL_ASKED_BEFORE);
    }

    private static AgreementCode refusal(
            AgreementTransition transition, Agreement agreement, String department, Role role) {
        return transition.refusal(agreement, caller(department, role), LEAD, MONDAY).orElseThrow();
    }
}
