package org.lianji.services;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.charity.HelpKind;
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
 * Whatever happens to a contract, two officers of its county stand behind it, and its terms hold.
 */
class ContractMachineTests {

    private static final String LEAD = "MZ";
    private static final String COUNTY = "150924000000";
    private static final String PROVIDER = "91150924MA0000015R";
    private static final ZonedDateTime MORNING =
            LocalDate.parse("2026-11-26").atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai"));

    private static final Caller DRAFTER = officer(LEAD, "one", COUNTY);
    private static final Caller OTHER = officer(LEAD, "two", COUNTY);
    private static final List<Caller> STRANGERS =
            List.of(
                    officer(LEAD, "next", "150923000000"),
                    officer("YB", "health", COUNTY),
                    new Caller(LEAD, "town", Set.of(Role.TOWN_OFFICER), "150924106000", null),
                    new Caller(PROVIDER, "provider-a", Set.of(Role.PROVIDER), "", null),
                    new Caller("53150900MJ0000018Q", "charity-a", Set.of(Role.CHARITY), "", null),
                    new Caller("", "citizen", Set.of(Role.CITIZEN), "", "Pone"));

    private static Caller officer(String department, String client, String region) {
        return new Caller(department, client, Set.of(Role.COUNTY_OFFICER), region, null);
    }

    private static ServiceContract contract(Progress<ContractState> begun) {
        return new ServiceContract(
                begun,
                PROVIDER,
                COUNTY,
                new ServiceContract.Terms(
                        HelpKind.DAILY_CARE,
                        4_000,
                        10,
                        40_000,
                        MORNING.toLocalDate(),
                        MORNING.toLocalDate().plusDays(300)),
                DRAFTER.client());
    }

    @Test
    void isSignedByAnotherThanWhoDrewItUpAndNeverChanged() {
        ServiceContract.Terms terms =
                ProcedureWalk.begun(
                                ContractTransition.DRAW_UP, ContractMachineTests::contract, MORNING)
                        .terms();
        List<String> taken =
                new ProcedureWalk<ContractState, ContractTransition, ServiceContract>(
                                ContractTransition.class,
                                ContractTransition.DRAW_UP,
                                ContractMachineTests::contract,
                                today ->
                                        Stream.concat(
                                                        List.of(DRAFTER, OTHER).stream(),
                                                        STRANGERS.stream())
                                                .map(one -> new Actor(one, LEAD, today))
                                                .toList())
                        .invariant(
                                (before, step, actor, after) -> {
                                    assertThat(STRANGERS).doesNotContain(actor.caller());
                                    assertThat(after.terms()).isEqualTo(terms);
                                    if (step == ContractTransition.SIGN) {
                                        assertThat(actor.caller()).isEqualTo(OTHER);
                                    }
                                    if (after.state() == ContractState.ENDED) {
                                        assertThat(before.state()).isEqualTo(ContractState.SIGNED);
                                    }
                                })
                        .run(MORNING.minusYears(1));

        assertThat(taken).contains("SIGN", "DISCARD", "END");
    }
}
