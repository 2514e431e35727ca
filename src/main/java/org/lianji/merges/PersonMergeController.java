package org.lianji.merges;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.people.Kinship;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.procedure.TransitionInput;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Merges of persons, asked about and worked on; most steps the table takes by itself. */
@Controller
final class PersonMergeController {

    private final PersonMerges merges;
    private final Connections connections;

    PersonMergeController(PersonMerges merges, Connections connections) {
        this.merges = merges;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable PersonMerge personMerge(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return merges.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<PersonMerge> personMerges(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable PersonMergeState state,
            DataFetchingEnvironment field) {
        return connections.page(field, merges.listing(caller, state));
    }

    @MutationMapping
    PersonMerge mergePersons(
            @AuthenticationPrincipal Caller caller,
            @Argument PersonMerges.MergePersonsInput input,
            DataFetchingEnvironment environment) {
        return merges.propose(MutationCall.of(caller, environment), stated(environment), input);
    }

    @MutationMapping
    PersonMerge splitPerson(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return merges.split(MutationCall.of(caller, environment), stated(environment), input);
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }

    @SchemaMapping
    @Nullable String basis(PersonMerge merge, @AuthenticationPrincipal Caller caller) {
        return merge.state().looked() && !Kinship.has(merge.kin(), caller) ? merge.basis() : null;
    }

    @SchemaMapping
    String region(PersonMerge merge) {
        return merge.of().places().getFirst();
    }
}
