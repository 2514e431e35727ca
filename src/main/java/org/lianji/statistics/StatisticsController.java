package org.lianji.statistics;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.compiler.UnsetConditions;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.query.Admission;
import org.lianji.query.ReadAudit;
import org.lianji.query.ReadResult;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.Objects;

/** Statistics. */
@Controller
class StatisticsController {

    private final Statistics statistics;

    StatisticsController(Statistics statistics) {
        this.statistics = statistics;
    }

    @QueryMapping
    StatisticsTable statistics(
            @AuthenticationPrincipal Caller caller,
            @Argument String category,
            @Argument @Nullable String region,
            @Argument StatisticsQuestion.@Nullable Depth byRegion,
            @Argument @Nullable String byMonth,
            @Argument StatisticsQuestion.Period period,
            @Argument @Nullable String byItem,
            @Argument @Nullable String sum,
            DataFetchingEnvironment environment) {
        new UnsetConditions(environment.getVariables())
                .of(environment.getField())
                .ifPresent(
                        problem -> {
                            throw problem;
                        });
        GraphQLContext context = environment.getGraphQlContext();
        Reason reason = Reason.of(context);
        ReadResult reading = Objects.requireNonNull(context.get(ReadResult.class));
        return statistics.count(
                new ReadAudit.AuditedRequest(caller, Admission.reason(reason), reading.document()),
                new StatisticsQuestion(
                        category,
                        region,
                        byRegion,
                        byMonth,
                        period,
                        byItem,
                        sum,
                        environment.getArgument("where")));
    }
}
