package org.lianji.clocks;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Clocks, and how they are kept. */
@Controller
final class DeadlineController {

    private final OnTimeRates rates;
    private final Deadlines rules;
    private final Clock clock;

    DeadlineController(OnTimeRates rates, Deadlines rules, Clock clock) {
        this.rates = rates;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Every department may see how punctual the others are in sharing. Of what is done about people
     * who doesn't oversee it is told in tens: one more would say that there is something of
     * somebody.
     */
    @QueryMapping
    List<OnTimeRates.Rate> onTimeRates(
            @AuthenticationPrincipal Caller caller, @Argument @Nullable String department) {
        if (caller.is(Role.CHARITY, Role.CITIZEN)) {
            throw new Problem(PlatformCode.NOT_ALLOWED);
        }
        return rates.of(department, LocalDate.now(clock)).stream()
                .map(rate -> exact(caller, rate) ? rate : rate.inTens())
                .filter(rate -> exact(caller, rate) || !rate.saysNothing())
                .toList();
    }

    private boolean exact(Caller caller, OnTimeRates.Rate rate) {
        return caller.is(Role.AUDITOR)
                || rules.rule(rate.code()).isOfSharing()
                || caller.department().equals(rate.department())
                        && caller.is(Role.SYSTEM, Role.SHARING_UNIT, Role.SHARING_HEAD);
    }

    @SchemaMapping
    boolean overdue(Deadline deadline) {
        return deadline.overdue(LocalDate.now(clock));
    }

    @SchemaMapping
    DeadlineRule rule(Deadline deadline) {
        return rules.rule(deadline.code(), deadline.region(), deadline.startedOn());
    }

    @SchemaMapping(typeName = "OnTimeRate")
    DeadlineRule rule(OnTimeRates.Rate rate) {
        return rules.rule(rate.code());
    }
}
