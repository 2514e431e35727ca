package org.lianji.corrections;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.clocks.Deadline;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Corrections: asked about and raised; the table takes them on. */
@Controller
final class CorrectionController {

    private final Corrections corrections;

    private final Connections connections;

    CorrectionController(Corrections corrections, Connections connections) {
        this.corrections = corrections;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable Correction correction(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return corrections.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<Correction> corrections(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable CorrectionSide side,
            @Argument @Nullable CorrectionState state,
            DataFetchingEnvironment field) {
        return connections.page(field, corrections.listing(caller, side, state));
    }

    @MutationMapping
    Correction raiseCorrection(
            @AuthenticationPrincipal Caller caller,
            @Argument Corrections.Claim input,
            DataFetchingEnvironment environment) {
        Reason stated = Reason.of(environment.getGraphQlContext());
        return corrections.raise(MutationCall.of(caller, environment), stated, input);
    }

    @SchemaMapping
    String record(Correction correction) {
        return correction.on().record();
    }

    @SchemaMapping
    String category(Correction correction) {
        return correction.on().category();
    }

    @SchemaMapping
    String item(Correction correction) {
        return correction.on().item();
    }

    @SchemaMapping
    String owner(Correction correction) {
        return correction.owner();
    }

    @SchemaMapping
    @Nullable String raisedBy(Correction correction) {
        return correction.raiser().person() == null ? correction.raiser().department() : null;
    }

    @SchemaMapping
    String purpose(Correction correction) {
        return correction.raiser().purpose();
    }

    @SchemaMapping
    @Nullable String claim(Correction correction, @AuthenticationPrincipal Caller caller) {
        return corrections.claim(caller, correction);
    }

    @SchemaMapping
    @Nullable String evidence(Correction correction, @AuthenticationPrincipal Caller caller) {
        return corrections.evidence(caller, correction);
    }

    @SchemaMapping
    Deadline deadline(Correction correction) {
        return correction.deadlines().getFirst();
    }
}
