package org.lianji.special;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
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
import java.util.Map;
import java.util.Objects;

/** Special assistance, asked about by officers of the door and of the departments that decide. */
@Controller
final class SpecialAidController {

    private final SpecialAids aids;
    private final Connections connections;

    SpecialAidController(SpecialAids aids, Connections connections) {
        this.aids = aids;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable SpecialAid specialAid(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return aids.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<SpecialAid> specialAids(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable SpecialAidState state,
            @Argument @Nullable SpecialAidKind kind,
            @Argument @Nullable String region,
            DataFetchingEnvironment field) {
        return connections.page(field, aids.listing(caller, state, kind, region));
    }

    /**
     * For whom, what kind of help, and why.
     *
     * @param caseId the application that it is a part of
     * @param basis of the officer's that leads to somebody who is in receipt already
     * @param person who that is
     */
    record SpecialAidInput(
            @Nullable String caseId,
            @Nullable String basis,
            @Nullable String person,
            SpecialAidKind kind,
            String note) {}

    @MutationMapping
    SpecialAid requestSpecialAid(
            @AuthenticationPrincipal Caller caller,
            @Argument SpecialAidInput input,
            DataFetchingEnvironment environment) {
        return aids.send(MutationCall.of(caller, environment), stated(environment), input);
    }

    @MutationMapping
    SpecialAid receiveSpecialAid(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput step,
            DataFetchingEnvironment environment) {
        return aids.receive(MutationCall.of(caller, environment), stated(environment), step);
    }

    @MutationMapping
    SpecialAid grantSpecialAid(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return answer(caller, SpecialAidTransition.GRANT, input, environment);
    }

    /** The row is read as it came: what may be in it the catalogue tells. */
    @MutationMapping
    SpecialAid recordSpecialAid(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        Map<String, Map<String, Object>> given =
                Objects.requireNonNull(environment.getArgument("input"));
        return aids.record(
                MutationCall.of(caller, environment),
                stated(environment),
                input,
                given.getOrDefault("rows", Map.of()));
    }

    @MutationMapping
    SpecialAid refuseSpecialAid(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return answer(caller, SpecialAidTransition.REFUSE, input, environment);
    }

    @MutationMapping
    SpecialAid returnSpecialAid(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return answer(caller, SpecialAidTransition.RETURN, input, environment);
    }

    private SpecialAid answer(
            Caller caller,
            SpecialAidTransition how,
            TransitionInput input,
            DataFetchingEnvironment environment) {
        return aids.answer(MutationCall.of(caller, environment), stated(environment), how, input);
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }

    /** The application's own parts. */
    @BatchMapping(field = "specialAids", typeName = "Case")
    List<List<SpecialAid>> specialAids(List<Procedure<?>> cases, GraphQLContext context) {
        Map<String, List<SpecialAid>> some =
                aids.of(Caller.of(context), cases.stream().map(Procedure::id).toList());
        return cases.stream().map(one -> some.getOrDefault(one.id(), List.of())).toList();
    }

    @SchemaMapping(field = "case", typeName = "SpecialAid")
    @Nullable String caseOf(SpecialAid aid) {
        return aid.origin().caseId();
    }

    @SchemaMapping
    String department(SpecialAid aid) {
        return aid.kind().department();
    }

    @SchemaMapping
    String region(SpecialAid aid) {
        return aid.origin().places().getFirst();
    }

    @SchemaMapping
    @Nullable String basis(SpecialAid aid, @AuthenticationPrincipal Caller caller) {
        return aid.anchor(caller) == null ? null : aid.family().basis();
    }

    @SchemaMapping
    List<SpecialAid.Given> records(SpecialAid aid, @AuthenticationPrincipal Caller caller) {
        return aid.keepsOff(caller) ? List.of() : aid.records();
    }

    @SchemaMapping
    @Nullable String answer(SpecialAid aid, @AuthenticationPrincipal Caller caller) {
        return aid.keepsOff(caller) ? null : aids.answer(aid);
    }
}
