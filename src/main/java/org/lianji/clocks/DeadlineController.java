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

    /** Every department may see how punctual the others are. */
    @QueryMapping
    List<OnTimeRates.Rate> onTimeRates(
            @AuthenticationPrincipal Caller caller, @Argument @Nullable String department) {
        if (caller.is(Role.CHARITY, Role.CITIZEN)) {
            throw new Problem(PlatformCode.NOT_ALLOWED);
        }
        return rates.of(department, LocalDate.now(clock));
    }

    @SchemaMapping
    boolean overdue(Deadline deadline) {
        return deadline.overdue(LocalDate.now(clock));
    }

    @SchemaMapping
    DeadlineRule rule(Deadline deadline) {
        return rules.rule(deadline.code());
    }

    @SchemaMapping(typeName = "OnTimeRate")
    DeadlineRule rule(OnTimeRates.Rate rate) {
        return rules.rule(rate.code());
    }
}
