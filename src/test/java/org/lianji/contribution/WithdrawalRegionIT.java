package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.upload.ContributionCode;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Set;

/** Whoever looks after a part of the city takes back records about people there, and no others. */
@HubTest
class WithdrawalRegionIT {

    private static final String KEY = "GA01|1";

    @Autowired Hub hub;

    @Autowired Withdrawals withdrawals;

    @BeforeEach
    void registeredInJining() {
        new Owner(hub).send("b1", Owner.HEADER + Owner.row("1", "2026-01-01", Owner.ZHANG, "H1"));
    }

    private static Caller of(String region, Role role) {
        return new Caller("GA", "ga-there", Set.of(role), region, null);
    }

    private String withdraw(Caller caller) {
        return withdrawals.withdraw(caller, Withdrawals.Property.KEY, KEY, "录错").record();
    }

    @Test
    void findsNoRecordOfAnotherCounty() {
        assertThatThrownBy(() -> withdraw(of("150924000000", Role.SYSTEM)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.code())
                                        .isEqualTo(ContributionCode.RECORD_NOT_FOUND));
        assertThat(withdraw(of("150902000000", Role.SYSTEM))).startsWith("R");
    }

    @Test
    void findsThoseOfTheWholeCity() {
        assertThat(withdraw(of("150900000000", Role.SHARING_UNIT))).startsWith("R");
    }
}
