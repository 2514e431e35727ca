package org.lianji.applications;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.AssistanceKind;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The list of papers. */
@Controller
final class PaperController {

    private final PaperList list;
    private final Clock clock;

    PaperController(PaperList list, Clock clock) {
        this.list = list;
        this.clock = clock;
    }

    @QueryMapping
    List<Paper> papers(
            @Argument AssistanceKind kind,
            @Argument String region,
            @Argument @Nullable LocalDate asOf) {
        return list.asOf(
                kind, region, Objects.requireNonNullElseGet(asOf, () -> LocalDate.now(clock)));
    }
}
