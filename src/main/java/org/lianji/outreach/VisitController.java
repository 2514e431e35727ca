package org.lianji.outreach;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.procedure.Procedure;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.List;
import java.util.Map;

/** Visits: recorded, read below their matters, and due. */
@Controller
final class VisitController {

    private final Visits visits;
    private final VisitsDue due;
    private final VisitAssignments assignments;
    private final Connections connections;

    VisitController(
            Visits visits, VisitsDue due, VisitAssignments assignments, Connections connections) {
        this.visits = visits;
        this.due = due;
        this.assignments = assignments;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<VisitsDue.Due> visitsDue(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable String region,
            DataFetchingEnvironment field) {
        return connections.page(field, due.listing(caller, region));
    }

    @MutationMapping
    Visit recordVisit(
            @AuthenticationPrincipal Caller caller,
            @Argument Visits.Report input,
            DataFetchingEnvironment environment) {
        Reason stated = Reason.of(environment.getGraphQlContext());
        return visits.record(MutationCall.of(caller, environment), stated, input);
    }

    @QueryMapping
    ListConnection<VisitAssignment> visitAssignments(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        return connections.page(field, assignments.listing(caller));
    }

    @MutationMapping
    VisitAssignment assignVisit(
            @AuthenticationPrincipal Caller caller,
            @Argument VisitAssignments.Errand input,
            DataFetchingEnvironment environment) {
        return assignments.assign(MutationCall.of(caller, environment), input);
    }

    /** Whose errand is taken back. */
    record ErrandEnd(@Nullable String warning, @Nullable String clue, String worker) {}

    @MutationMapping
    VisitAssignment withdrawVisitAssignment(
            @AuthenticationPrincipal Caller caller,
            @Argument ErrandEnd input,
            DataFetchingEnvironment environment) {
        return assignments.withdraw(
                MutationCall.of(caller, environment),
                input.warning(),
                input.clue(),
                input.worker());
    }

    @BatchMapping(field = "visits", typeName = "Warning")
    List<List<Visit>> warningVisits(List<Procedure<?>> some, GraphQLContext context) {
        return below(some.stream().map(Procedure::id).toList(), context);
    }

    @BatchMapping(field = "visits", typeName = "Clue")
    List<List<Visit>> clueVisits(List<Clue> some, GraphQLContext context) {
        return below(some.stream().map(Clue::id).toList(), context);
    }

    private List<List<Visit>> below(List<String> ids, GraphQLContext context) {
        Map<String, List<Visit>> found = visits.of(Caller.of(context), ids);
        return ids.stream().map(id -> found.getOrDefault(id, List.of())).toList();
    }
}
