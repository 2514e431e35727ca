package org.lianji.services;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.charity.HelpKind;
import org.lianji.people.Spokespeople;
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

/** Whatever happens to an order, its provider does nothing before the person consents. */
class OrderMachineTests {

    private static final String LEAD = "MZ";
    private static final String COUNTY = "150924000000";
    private static final String PROVIDER = "53150900MJ0000018Q";
    private static final ZonedDateTime MORNING =
            LocalDate.parse("2026-11-26").atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));

    private static final Caller ORDERER =
            new Caller(LEAD, "one", Set.of(Role.COUNTY_OFFICER), COUNTY, null);
    private static final Caller OTHER =
            new Caller(LEAD, "two", Set.of(Role.COUNTY_OFFICER), COUNTY, null);
    private static final Caller NEXT_COUNTY =
            new Caller(LEAD, "n", Set.of(Role.COUNTY_OFFICER), "150923000000", null);
    private static final Caller HEALTH =
            new Caller("YB", "y", Set.of(Role.COUNTY_OFFICER), COUNTY, null);
    private static final Caller OWN =
            new Caller(PROVIDER, "charity-a", Set.of(Role.CHARITY), "", null);
    private static final Caller RIVAL =
            new Caller("53150900MJ0000026K", "charity-b", Set.of(Role.CHARITY), "", null);

    /** There is no contract: a client for contracts has no part in it. */
    private static final Caller SELLER =
            new Caller(PROVIDER, "provider", Set.of(Role.PROVIDER), "", null);

    private static final Caller PERSON =
            new Caller("", "citizen", Set.of(Role.CITIZEN), "", "Pone");
    private static final Caller NEIGHBOUR =
            new Caller("", "citizen-2", Set.of(Role.CITIZEN), "", "Ptwo");

    private static ServiceOrder order(Progress<OrderState> begun) {
        return new ServiceOrder(
                begun,
                "Pone",
                List.of("150924106001", "150924106000", COUNTY),
                new ServiceOrder.Work(
                        "None",
                        null,
                        null,
                        PROVIDER,
                        HelpKind.DAILY_CARE,
                        4,
                        "sealed",
                        MORNING.toLocalDate().plusDays(60),
                        "one"),
                ServiceOrder.Consent.NONE,
                null,
                ServiceOrder.Delivery.NONE,
                null,
                null,
                Spokespeople.NOBODY,
                new ServiceSide.Around(LEAD, List.of()));
    }

    private static ServiceOrder changed(ServiceOrder before, OrderTransition step, Actor actor) {
        return switch (step) {
            case CONSENT ->
                    before.with(
                            new ServiceOrder.Consent(
                                    actor.today(),
                                    actor.today().plusDays(20),
                                    "sealed",
                                    null,
                                    null));
            case SCHEDULE -> before.planned(actor.today());
            case VISIT -> before.with(new ServiceOrder.Visit(actor.today(), 1, "W-7", 0));
            case CONFIRM -> before.evaluated(5);
            default -> before;
        };
    }

    @Test
    void isItsProvidersOnlyByConsentAndDoneOnlyByVisits() {
        List<String> taken =
                new ProcedureWalk<OrderState, OrderTransition, ServiceOrder>(
                                OrderTransition.class,
                                OrderTransition.ORDER,
                                OrderMachineTests::order,
                                today ->
                                        List.of(
                                                        ORDERER,
                                                        OTHER,
                                                        NEXT_COUNTY,
                                                        HEALTH,
                                                        OWN,
                                                        RIVAL,
                                                        SELLER,
                                                        PERSON,
                                                        NEIGHBOUR)
                                                .stream()
                                                .map(one -> new Actor(one, LEAD, today))
                                                .toList())
                        .changing(OrderMachineTests::changed)
                        .byItself(
                                (before, step) ->
                                        step == OrderTransition.LAPSE && before.state().reserving())
                        .invariant(
                                (before, step, actor, after) -> {
                                    assertThat(actor.caller())
                                            .isNotIn(NEXT_COUNTY, HEALTH, RIVAL, SELLER, NEIGHBOUR);
                                    if (actor.caller().equals(OWN)) {
                                        assertThat(before.consent().consentUntil()).isNotNull();
                                    }
                                    if (step == OrderTransition.CONSENT
                                            || step == OrderTransition.CONFIRM) {
                                        assertThat(actor.caller()).isIn(PERSON, OTHER);
                                    }
                                    if (after.state() == OrderState.DELIVERED
                                            || after.state() == OrderState.CONFIRMED) {
                                        assertThat(after.delivery().deliveredUnits()).isPositive();
                                    }
                                })
                        .run(MORNING.minusYears(1));

        assertThat(taken)
                .contains("CONSENT", "ACCEPT", "VISIT", "DELIVER", "CONFIRM", "REVOKE", "LAPSE");
    }
}
