package org.lianji.outreach;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.TransitionInput;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.util.List;

/** Clues: reported, asked about, and the steps that take more than a note. */
@Controller
final class ClueController {

    private final Clues clues;
    private final ClueReports reports;
    private final ClueWarnings warnings;
    private final Connections connections;

    ClueController(
            Clues clues, ClueReports reports, ClueWarnings warnings, Connections connections) {
        this.clues = clues;
        this.reports = reports;
        this.warnings = warnings;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable Clue clue(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return clues.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<Clue> clues(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable ClueState state,
            @Argument @Nullable String region,
            @Argument @Nullable Boolean childAtRisk,
            @Argument @Nullable Boolean mine,
            @Argument @Nullable Boolean open,
            DataFetchingEnvironment field) {
        Clues.Filter filter =
                new Clues.Filter(
                        state,
                        region,
                        Boolean.TRUE.equals(childAtRisk),
                        Boolean.TRUE.equals(mine),
                        Boolean.TRUE.equals(open));
        return connections.page(field, clues.listing(caller, filter));
    }

    @QueryMapping
    ListConnection<ReportedClue> reportedClues(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        ListSource<Clue> own = clues.reported(caller);
        return connections.page(
                field,
                new ListSource<>(
                        stretch -> own.read(stretch).stream().map(ReportedClue::of).toList(),
                        one -> List.of(one.reportedAt(), one.key())));
    }

    /** What was seen, and where. */
    record ReportInput(
            String what,
            String region,
            Clue.@Nullable Distress distress,
            @Nullable Boolean childAtRisk,
            @Nullable String idNumber,
            @Nullable String personName) {}

    @MutationMapping
    ReportedClue reportClue(
            @AuthenticationPrincipal Caller caller,
            @Argument ReportInput input,
            DataFetchingEnvironment environment) {
        ClueReports.Observation observation =
                new ClueReports.Observation(
                        input.what(),
                        input.distress(),
                        input.childAtRisk(),
                        input.idNumber(),
                        input.personName());
        return ReportedClue.of(
                clues.report(
                        MutationCall.of(caller, environment),
                        stated(environment),
                        input.region(),
                        observation));
    }

    /** What is added. */
    record CompleteInput(
            String id,
            @Nullable String what,
            Clue.@Nullable Distress distress,
            @Nullable Boolean childAtRisk,
            @Nullable String idNumber,
            @Nullable String personName) {}

    @MutationMapping
    ReportedClue completeClue(
            @AuthenticationPrincipal Caller caller,
            @Argument CompleteInput input,
            DataFetchingEnvironment environment) {
        ClueReports.Observation addition =
                new ClueReports.Observation(
                        input.what(),
                        input.distress(),
                        input.childAtRisk(),
                        input.idNumber(),
                        input.personName());
        return ReportedClue.of(
                clues.complete(
                        MutationCall.of(caller, environment),
                        stated(environment),
                        input.id(),
                        addition));
    }

    @MutationMapping
    Clue acceptClue(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return clues.accept(MutationCall.of(caller, environment), stated(environment), input);
    }

    @MutationMapping
    Clue handClueToCounty(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return clues.handToCounty(MutationCall.of(caller, environment), stated(environment), input);
    }

    /** Why it is none. */
    record DismissInput(String id, long version, Clue.Dismissal reason, String note) {}

    @MutationMapping
    Clue dismissClue(
            @AuthenticationPrincipal Caller caller,
            @Argument DismissInput input,
            DataFetchingEnvironment environment) {
        return clues.dismiss(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.reason());
    }

    /** Which warning it is about. */
    record JoinInput(String id, long version, String warning, @Nullable String note) {}

    @MutationMapping
    Clue joinClue(
            @AuthenticationPrincipal Caller caller,
            @Argument JoinInput input,
            DataFetchingEnvironment environment) {
        return warnings.join(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.warning());
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }

    @BatchMapping(field = "report", typeName = "Clue")
    List<ClueReports.Content> report(List<Clue> some, GraphQLContext context) {
        return reports.read(Caller.of(context), some);
    }

    @SchemaMapping
    List<String> openWarnings(Clue clue, @AuthenticationPrincipal Caller caller) {
        return mine(clue, caller) ? warnings.of(caller, clue) : List.of();
    }

    /** Below a warning, for the department that answers for it. */
    @BatchMapping(field = "clues", typeName = "Warning")
    List<List<Clue>> warningClues(List<Procedure<?>> some, GraphQLContext context) {
        return warnings.cluesOf(Caller.of(context), some.stream().map(Procedure::id).toList());
    }

    @SchemaMapping
    String region(Clue clue) {
        return clue.seen().places().getFirst();
    }

    @SchemaMapping
    Clue.@Nullable Distress distress(Clue clue) {
        return clue.seen().distress();
    }

    @SchemaMapping
    boolean childAtRisk(Clue clue) {
        return clue.seen().childAtRisk();
    }

    @SchemaMapping
    String reportedBy(Clue clue) {
        return clue.reporter().reporterDepartment();
    }

    @SchemaMapping
    String department(Clue clue) {
        return clue.handler().department();
    }

    @SchemaMapping
    boolean accepted(Clue clue) {
        return clue.handler().client() != null;
    }

    @SchemaMapping
    boolean mine(Clue clue, @AuthenticationPrincipal Caller caller) {
        return caller.department().equals(clue.handler().department())
                && caller.client().equals(clue.handler().client());
    }

    @SchemaMapping
    @Nullable String basis(Clue clue, @AuthenticationPrincipal Caller caller) {
        return mine(clue, caller) ? clue.handler().basis() : null;
    }

    /** Whoever can't read on them needn't know whether the hub knows them. */
    @SchemaMapping
    @Nullable String person(Clue clue, @AuthenticationPrincipal Caller caller) {
        return mine(clue, caller) && clue.state().open() ? clue.about().person() : null;
    }

    @SchemaMapping
    @Nullable String warning(Clue clue) {
        return clue.about().warning();
    }
}
