package org.lianji.applications;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.agencies.Representation;
import org.lianji.assistance.AssistanceKind;
import org.lianji.database.MutationCall;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.platform.Caller;
import org.lianji.procedure.Procedure;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The list of papers, and those of an application. */
@Controller
final class PaperController {

    private final PaperList list;
    private final CasePapers papers;
    private final Values values;
    private final Clock clock;

    PaperController(PaperList list, CasePapers papers, Values values, Clock clock) {
        this.list = list;
        this.papers = papers;
        this.values = values;
        this.clock = clock;
    }

    @QueryMapping
    List<Paper> papers(
            @Argument AssistanceKind kind,
            @Argument String region,
            @Argument @Nullable LocalDate asOf) {
        return list.asOf(
                kind,
                (String) values.required(ItemType.Scalar.REGION_CODE, region, "region"),
                Objects.requireNonNullElseGet(asOf, () -> LocalDate.now(clock)));
    }

    @MutationMapping
    CasePaper recordCasePaper(
            @AuthenticationPrincipal Caller caller,
            @Argument CasePapers.PaperInput input,
            DataFetchingEnvironment environment) {
        return papers.record(MutationCall.of(caller, environment), input);
    }

    @BatchMapping(field = "papers", typeName = "Case")
    List<CasePapers.Papers> ofCases(List<Procedure<?>> cases, GraphQLContext context) {
        return of(Caller.of(context), cases);
    }

    @BatchMapping(field = "papers", typeName = "MyCase")
    List<CasePapers.Papers> ofMyCases(List<Procedure<?>> cases, GraphQLContext context) {
        Caller caller = Caller.of(context);
        List<CasePapers.Papers> all = of(caller, cases);
        return IntStream.range(0, cases.size())
                .mapToObj(
                        i ->
                                cases.get(i) instanceof Representation one && one.byAgent(caller)
                                        ? all.get(i).unsaid()
                                        : all.get(i))
                .toList();
    }

    private List<CasePapers.Papers> of(Caller caller, List<Procedure<?>> cases) {
        return papers.of(caller, cases.stream().map(Procedure::id).toList());
    }
}
