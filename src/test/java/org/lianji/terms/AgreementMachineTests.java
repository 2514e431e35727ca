package org.lianji.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.terms.Samples.MONDAY;
import static org.lianji.terms.Samples.agreement;
import static org.lianji.terms.Samples.caller;
import static org.lianji.terms.Samples.terms;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.lianji.agreements.Agreement;
import org.lianji.agreements.AgreementLifecycle;
import org.lianji.agreements.AgreementTransition;
import org.lianji.clocks.Deadline;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;

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

    /**
     * State, what happened before, then what provider and consumer, unit and head, may do, and the
     * lead's head; in braces what is left to the parties where the lead is one of them.
     */
    static final List<String> TABLE =
            """
            DRAFT         | nothing     |                                                | | AMEND                  | SIGN                                    |
            HEAD_SIGNED   | nothing     |                                                | | SUBMIT                 |                                         |
            SUBMITTED     | nothing     | ASK_MATERIAL ASK_EXTENSION PREPARE_APPROVAL    | REFUSE | |                                         |
            SUBMITTED     | prepared    | ASK_MATERIAL ASK_EXTENSION                     | APPROVE REFUSE | |                                 |
            SUBMITTED     | material    | ASK_EXTENSION PREPARE_APPROVAL                 | REFUSE | |                                         |
            SUBMITTED     | asked       | ASK_MATERIAL PREPARE_APPROVAL | REFUSE                                         |                     | {GOVERNMENT_EXTENSION}                  | GRANT_EXTENSION
            SUBMITTED     | extended    | ASK_MATERIAL PREPARE_APPROVAL                  | REFUSE | |                                         |
            SUBMITTED     | overdue     | ASK_MATERIAL PREPARE_APPROVAL                  | REFUSE | |                                         |
            MORE_MATERIAL | nothing     |                                                | | SUPPLY_MATERIAL        |                                         |
            APPROVED      | nothing     | DELIVER                                        | |                        |                                         |
            REFUSED       | nothing     |                                                | |                        |                                         |
            DELIVERED     | nothing     |                                                | | CONFIRM_DELIVERY       |                                         |
            ACTIVE        | nothing     | SUSPEND        | SUSPEND PROPOSE_TERMINATION            | END_PURPOSE         | END_PURPOSE PROPOSE_TERMINATION         |
            ACTIVE        | by provider | SUSPEND        | SUSPEND                                | END_PURPOSE         | END_PURPOSE CONSENT_TO_TERMINATION      |
            ACTIVE        | by consumer | SUSPEND        | SUSPEND CONSENT_TO_TERMINATION         | END_PURPOSE         | END_PURPOSE                             |
            ACTIVE        | rested      |                | PROPOSE_TERMINATION                    | END_PURPOSE         | END_PURPOSE PROPOSE_TERMINATION         |
            SUSPENDED     | nothing     | RESUME         | RESUME PROPOSE_TERMINATION {GOVERNMENT_LIFT}   | END_PURPOSE RECTIFY | END_PURPOSE PROPOSE_TERMINATION         | LIFT_SUSPENSION
            SUSPENDED     | by provider | RESUME         | RESUME {GOVERNMENT_LIFT}                       | END_PURPOSE RECTIFY | END_PURPOSE CONSENT_TO_TERMINATION      | LIFT_SUSPENSION
            SUSPENDED     | by consumer | RESUME         | RESUME CONSENT_TO_TERMINATION {GOVERNMENT_LIFT} | END_PURPOSE RECTIFY | END_PURPOSE                             | LIFT_SUSPENSION
            RECTIFIED     | nothing     | RESUME         | RESUME PROPOSE_TERMINATION {GOVERNMENT_LIFT}   | END_PURPOSE         | END_PURPOSE PROPOSE_TERMINATION         | LIFT_SUSPENSION
            RECTIFIED     | by provider | RESUME         | RESUME {GOVERNMENT_LIFT}                       | END_PURPOSE         | END_PURPOSE CONSENT_TO_TERMINATION      | LIFT_SUSPENSION
            RECTIFIED     | by consumer | RESUME         | RESUME CONSENT_TO_TERMINATION {GOVERNMENT_LIFT} | END_PURPOSE         | END_PURPOSE                             | LIFT_SUSPENSION
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
            return of(text, false);
        }

        static Line of(String text, boolean leadIsParty) {
            List<String> cells = Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
            assertThat(cells).hasSize(7);
            return new Line(
                    AgreementState.valueOf(cells.get(0)),
                    cells.get(1),
                    names(cells.get(2), leadIsParty),
                    names(cells.get(3), leadIsParty),
                    names(cells.get(4), leadIsParty),
                    names(cells.get(5), leadIsParty),
                    leadIsParty ? Set.of() : names(cells.get(6), false));
        }

        private static Set<String> names(String cell, boolean leadIsParty) {
            return new TreeSet<>(
                    Arrays.stream(cell.split(" "))
                            .filter(name -> leadIsParty || !name.startsWith("{"))
                            .map(name -> name.replaceAll("[{}]", ""))
                            .filter(name -> !name.isEmpty())
                            .toList());
        }

        Agreement paper(Terms terms) {
            AgreementProgress standing = AgreementProgress.NEW;
            standing =
                    switch (facts) {
                        case "prepared" -> standing.made();
                        case "material" -> standing.asked();
                        case "asked" -> standing.extension(5, false);
                        case "extended" -> standing.extension(5, true);
                        case "rested" ->
                                standing.suspended(Suspension.NONE.end(MONDAY.minusDays(1)));
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
                            AgreementLifecycle.ANSWER,
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
        assertThat(open(paper, caller("53150900MJ0000018Q", Role.CHARITY))).isEmpty();
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
        Agreement paper = line.paper(terms("RS", "53150900MJ0000018Q"));
        Set<String> charity = new TreeSet<>(line.consumerUnit());
        charity.addAll(line.consumerHead());
        charity.retainAll(ENDS);
        Set<String> provider = new TreeSet<>(line.providerHead());
        provider.retainAll(ENDS);

        assertThat(open(paper, caller("53150900MJ0000018Q", Role.CHARITY))).isEqualTo(charity);
        assertThat(open(paper, caller("RS", Role.SHARING_HEAD))).isEqualTo(provider);
        assertThat(open(paper, caller("RS", Role.SHARING_UNIT))).isEmpty();
        assertThat(open(paper, caller(LEAD, Role.SHARING_HEAD))).isEmpty();
        assertThat(open(paper, caller("53150900MJ0000026K", Role.CHARITY))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("TABLE")
    void letsTheLeadDepartmentJudgeNothingOfItsOwn(String text) {
        Line line = Line.of(text, true);
        Agreement gives = line.paper(terms(LEAD, "JY"));
        Agreement asks = line.paper(terms("RS", LEAD));

        assertThat(open(gives, caller(LEAD, Role.SHARING_HEAD))).isEqualTo(line.providerHead());
        assertThat(open(gives, caller("JY", Role.SHARING_HEAD))).isEqualTo(line.consumerHead());
        assertThat(open(asks, caller(LEAD, Role.SHARING_HEAD))).isEqualTo(line.consumerHead());
        assertThat(open(asks, caller("RS", Role.SHARING_HEAD))).isEqualTo(line.providerHead());
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
                .containsExactlyInAnyOrder("REQUEST", "EXPIRE", "END_SUSPENSION");
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
        "GOVERNMENT_EXTENSION, SUBMITTED, SUBMITTED",
        "PREPARE_APPROVAL, SUBMITTED, SUBMITTED",
        "APPROVE, SUBMITTED, APPROVED",
        "REFUSE, SUBMITTED, REFUSED",
        "DELIVER, APPROVED, DELIVERED",
        "CONFIRM_DELIVERY, DELIVERED, ACTIVE",
        "SUSPEND, ACTIVE, SUSPENDED",
        "RECTIFY, SUSPENDED, RECTIFIED",
        "RESUME, SUSPENDED RECTIFIED, ACTIVE",
        "LIFT_SUSPENSION, SUSPENDED RECTIFIED, ACTIVE",
        "GOVERNMENT_LIFT, SUSPENDED RECTIFIED, ACTIVE",
        "END_SUSPENSION, SUSPENDED RECTIFIED, ACTIVE",
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
        "GOVERNMENT_EXTENSION",
        "LIFT_SUSPENSION",
        "GOVERNMENT_LIFT",
        "PROPOSE_TERMINATION",
        "END_PURPOSE",
        "DISPOSE"
    })
    void asksForReasonsInWriting(String name) {
        assertThat(AgreementTransition.valueOf(name.toUpperCase(Locale.ROOT)).written()).isTrue();
    }

    @Test
    void tellsWhyNot() {
        Agreement submitted = agreement(AgreementState.SUBMITTED, AgreementProgress.NEW.asked());

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

    @Test
    void tellsWhoDecides() {
        AgreementProgress asked = AgreementProgress.NEW.extension(5, false);
        Agreement own = agreement(AgreementState.SUBMITTED, asked, terms(LEAD, "JY"));
        Agreement others = agreement(AgreementState.SUBMITTED, asked);

        assertThat(refusal(AgreementTransition.GRANT_EXTENSION, own, LEAD, Role.SHARING_HEAD))
                .isEqualTo(AgreementCode.LEAD_IS_PARTY);
        assertThat(
                        refusal(
                                AgreementTransition.GOVERNMENT_EXTENSION,
                                others,
                                "JY",
                                Role.SHARING_HEAD))
                .isEqualTo(AgreementCode.LEAD_DECIDES);
    }

    private static AgreementCode refusal(
            AgreementTransition transition, Agreement agreement, String department, Role role) {
        return transition.refusal(agreement, caller(department, role), LEAD, MONDAY).orElseThrow();
    }
}
