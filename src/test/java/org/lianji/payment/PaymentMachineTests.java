package org.lianji.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every state, every step, every role: what isn't listed here must be refused. */
class PaymentMachineTests {

    private static final LocalDate DAY = LocalDate.parse("2026-12-10");
    private static final ZonedDateTime AT = DAY.atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));
    private static final String COUNTY = "150924000000";
    private static final String TOWN = "150924106000";
    private static final String DRAWER = "county";

    private static PaymentSheet sheet(PaymentState state) {
        return sheet(new Progress<>("Y1", 2, state, AT, AT, List.of()));
    }

    private static PaymentSheet sheet(Progress<PaymentState> progress) {
        return new PaymentSheet(progress, List.of(TOWN, COUNTY), "2026-12", DRAWER, 61_550, 0);
    }

    private static Set<String> may(Caller caller, PaymentState state) {
        Set<String> names = new TreeSet<>();
        Stream.of(PaymentTransition.values())
                .filter(step -> step.refusal(new Actor(caller, "MZ", DAY), sheet(state)).isEmpty())
                .forEach(step -> names.add(step.name()));
        return names;
    }

    private static Caller officer(String department, String client, Role role, String region) {
        return new Caller(department, client, Set.of(role), region, null);
    }

    @ParameterizedTest
    @CsvSource({
        "DRAWN_UP,   CANCEL,      APPROVE CANCEL",
        "APPROVED,   CANCEL SEND, CANCEL SEND",
        "SENT,       RECONCILE,   RECONCILE",
        "RECONCILED, '',          ''",
        "CANCELLED,  '',          ''"
    })
    void allowWhoDrewItUpAndTheSecondOfTheCounty(PaymentState state, String drawer, String second) {
        assertThat(may(officer("MZ", DRAWER, Role.COUNTY_OFFICER, COUNTY), state))
                .isEqualTo(names(drawer));
        assertThat(may(officer("MZ", "other", Role.COUNTY_OFFICER, COUNTY), state))
                .isEqualTo(names(second));
    }

    private static Set<String> names(String cell) {
        return new TreeSet<>(Stream.of(cell.split(" ")).filter(name -> !name.isEmpty()).toList());
    }

    @ParameterizedTest
    @EnumSource
    void allowNobodyElseAnything(PaymentState state) {
        for (Role role : Role.values()) {
            assertThat(may(officer("YB", "other", role, COUNTY), state)).isEmpty();
            assertThat(may(officer("MZ", "other", role, "150922000000"), state)).isEmpty();
            if (role != Role.COUNTY_OFFICER) {
                assertThat(may(officer("MZ", "other", role, COUNTY), state)).isEmpty();
                assertThat(may(officer("MZ", "other", role, TOWN), state)).isEmpty();
            }
        }
    }

    /** Two people sign what is paid, and what was sent is reconciled and nothing else. */
    @Test
    void keepTheirPromisesWhereverTheyGo() {
        assertThat(
                        new ProcedureWalk<>(
                                        PaymentTransition.class,
                                        PaymentTransition.DRAW_UP,
                                        PaymentMachineTests::sheet,
                                        PaymentMachineTests::everybody)
                                .invariant(PaymentMachineTests::holds)
                                .run(AT.minusYears(1)))
                .containsExactly("APPROVE", "CANCEL", "RECONCILE", "SEND");
    }

    private static List<Actor> everybody(LocalDate today) {
        return Stream.of(
                        officer("MZ", DRAWER, Role.COUNTY_OFFICER, COUNTY),
                        officer("MZ", "other", Role.COUNTY_OFFICER, COUNTY),
                        officer("MZ", "town", Role.TOWN_OFFICER, TOWN),
                        officer("MZ", "next", Role.COUNTY_OFFICER, "150922000000"),
                        officer("YB", "health", Role.COUNTY_OFFICER, COUNTY))
                .map(one -> new Actor(one, "MZ", today))
                .toList();
    }

    private static void holds(
            PaymentSheet before, PaymentTransition step, Actor actor, PaymentSheet after) {
        assertThat(actor.caller().client()).isIn(DRAWER, "other");
        if (step == PaymentTransition.APPROVE) {
            assertThat(actor.caller().client()).as("nobody pays alone").isEqualTo("other");
        }
        if (step == PaymentTransition.SEND) {
            assertThat(before.state()).isEqualTo(PaymentState.APPROVED);
        }
        if (after.state() == PaymentState.CANCELLED) {
            assertThat(before.state()).as("nothing that was sent").isNotEqualTo(PaymentState.SENT);
        }
    }

    @Test
    void tellWhoDrewItUpThatAnotherSigns() {
        assertThat(
                        PaymentTransition.APPROVE.refusal(
                                new Actor(
                                        officer("MZ", DRAWER, Role.COUNTY_OFFICER, COUNTY),
                                        "MZ",
                                        DAY),
                                sheet(PaymentState.DRAWN_UP)))
                .contains(PaymentCode.PAYMENT_SECOND_PERSON);
    }
}
