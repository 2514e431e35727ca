package org.lianji.bases;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Registers, closes and lists the reasons that reads are bound to. */
@Controller
final class BasisController {

    private final Bases bases;
    private final BasisInput input;
    private final Connections connections;

    BasisController(Bases bases, BasisInput input, Connections connections) {
        this.bases = bases;
        this.input = input;
        this.connections = connections;
    }

    @MutationMapping
    Basis openBasis(@AuthenticationPrincipal Caller caller, DataFetchingEnvironment environment) {
        return bases.open(
                MutationCall.of(caller, environment),
                input.opening(environment.getArgument("input")));
    }

    @MutationMapping
    @Nullable Basis closeBasis(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return bases.close(caller, id).orElse(null);
    }

    @QueryMapping
    @Nullable Basis basis(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return bases.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<Basis> bases(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable Boolean awaitingReview,
            @Argument @Nullable Boolean awaitingSignature,
            DataFetchingEnvironment field) {
        Bases.Filter filter =
                new Bases.Filter(
                        Boolean.TRUE.equals(awaitingReview),
                        Boolean.TRUE.equals(awaitingSignature));
        return connections.page(field, bases.listing(caller, filter));
    }
}
