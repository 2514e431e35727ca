package org.lianji.caseload;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Caller;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Applications found by whose they are, and how long they take. */
@Controller
final class CaseloadController {

    private final CaseSearch search;
    private final CaseDurations durations;
    private final Clock clock;

    CaseloadController(CaseSearch search, CaseDurations durations, Clock clock) {
        this.search = search;
        this.durations = durations;
        this.clock = clock;
    }

    /** One of the two. */
    record CaseLookup(@Nullable String idNumber, @Nullable String name) {}

    @QueryMapping
    List<?> findCases(@AuthenticationPrincipal Caller caller, @Argument CaseLookup by) {
        return by.idNumber() instanceof String number
                ? search.ofNumber(caller, number)
                : search.ofName(caller, Objects.requireNonNull(by.name()));
    }

    /** The last twelve months unless days are given. */
    @QueryMapping
    List<CaseDurations.CaseDuration> caseDurations(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable String region,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to) {
        LocalDate last = Objects.requireNonNullElseGet(to, () -> LocalDate.now(clock));
        return durations.of(
                caller,
                region,
                Objects.requireNonNullElseGet(from, () -> last.minusYears(1)),
                last);
    }
}
