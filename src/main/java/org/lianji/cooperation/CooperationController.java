package org.lianji.cooperation;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.people.Kinship;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.procedure.TransitionInput;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Cooperation tasks: asked about, and the steps that take more than a note. */
@Controller
final class CooperationController {

    private final Cooperation cooperation;
    private final Connections connections;

    CooperationController(Cooperation cooperation, Connections connections) {
        this.cooperation = cooperation;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable CooperationTask cooperationTask(
            @AuthenticationPrincipal Caller caller, @Argument String id) {
        return cooperation.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<CooperationTask> cooperationTasks(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable CooperationState state,
            @Argument @Nullable String region,
            DataFetchingEnvironment field) {
        return connections.page(field, cooperation.listing(caller, state, region));
    }

    @MutationMapping
    CooperationTask askForCooperation(
            @AuthenticationPrincipal Caller caller,
            @Argument Cooperation.Question input,
            DataFetchingEnvironment environment) {
        return cooperation.ask(MutationCall.of(caller, environment), stated(environment), input);
    }

    @MutationMapping
    CooperationTask acceptCooperation(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return cooperation.accept(MutationCall.of(caller, environment), stated(environment), input);
    }

    /** Which, what is known there, and what is said of it. */
    record AnswerInput(String id, long version, CooperationTask.Outcome outcome, String note) {}

    @MutationMapping
    CooperationTask answerCooperation(
            @AuthenticationPrincipal Caller caller,
            @Argument AnswerInput input,
            DataFetchingEnvironment environment) {
        return answered(caller, CooperationTransition.ANSWER, input, environment);
    }

    @MutationMapping
    CooperationTask recordCooperationAnswer(
            @AuthenticationPrincipal Caller caller,
            @Argument AnswerInput input,
            DataFetchingEnvironment environment) {
        return answered(caller, CooperationTransition.RECORD_ANSWER, input, environment);
    }

    private CooperationTask answered(
            Caller caller,
            CooperationTransition how,
            AnswerInput input,
            DataFetchingEnvironment environment) {
        return cooperation.answer(
                MutationCall.of(caller, environment),
                stated(environment),
                how,
                new TransitionInput(input.id(), input.version(), input.note()),
                input.outcome());
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }

    @SchemaMapping
    CooperationTask.Origin origin(CooperationTask task) {
        return task.request().origin();
    }

    /** The county of registration needs no number of another county's matter. */
    @SchemaMapping
    @Nullable String matter(CooperationTask task, @AuthenticationPrincipal Caller caller) {
        return task.asks(caller) ? task.request().matter() : null;
    }

    @SchemaMapping
    String region(CooperationTask task) {
        return Regions.county(task.request().places().getFirst());
    }

    @SchemaMapping
    String registeredIn(CooperationTask task) {
        return task.request().registration();
    }

    @SchemaMapping
    @Nullable String letterNo(CooperationTask task) {
        return task.request().letterNo();
    }

    @SchemaMapping
    @Nullable String question(CooperationTask task) {
        return cooperation.question(task);
    }

    @SchemaMapping
    CooperationTask.@Nullable Outcome outcome(CooperationTask task) {
        return task.reply().outcome();
    }

    @SchemaMapping
    @Nullable String answer(CooperationTask task) {
        return cooperation.answer(task);
    }

    @SchemaMapping
    boolean mine(CooperationTask task, @AuthenticationPrincipal Caller caller) {
        return caller.client().equals(task.reply().handler());
    }

    @SchemaMapping
    @Nullable String basis(CooperationTask task, @AuthenticationPrincipal Caller caller) {
        return caller.client().equals(task.reply().handler()) && !Kinship.has(task.kin(), caller)
                ? task.basis()
                : null;
    }
}
