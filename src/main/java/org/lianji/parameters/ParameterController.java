package org.lianji.parameters;

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
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Changes of parameters: asked about and proposed; the table takes them on. */
@Controller
final class ParameterController {

    private final ParameterChanges changes;
    private final ParameterPreviews previews;
    private final ParameterExamples examples;
    private final Connections connections;

    ParameterController(
            ParameterChanges changes,
            ParameterPreviews previews,
            ParameterExamples examples,
            Connections connections) {
        this.changes = changes;
        this.previews = previews;
        this.examples = examples;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable ParameterChange parameterChange(
            @AuthenticationPrincipal Caller caller, @Argument String id) {
        return changes.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<ParameterChange> parameterChanges(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable ParameterChangeState state,
            DataFetchingEnvironment field) {
        return connections.page(field, changes.listing(caller, state));
    }

    /** What is to hold. */
    record ProposalInput(
            String name, String region, LocalDate from, String value, String document) {}

    @MutationMapping
    ParameterChange proposeParameterChange(
            @AuthenticationPrincipal Caller caller,
            @Argument ProposalInput input,
            DataFetchingEnvironment environment) {
        return changes.propose(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                new ParameterChange.NewValue(
                        input.name(),
                        input.region(),
                        input.from(),
                        input.value(),
                        input.document()));
    }

    @BatchMapping(typeName = "ParameterChange")
    Map<ParameterChange, List<ParameterPreviews.Effect>> effects(
            List<ParameterChange> some, GraphQLContext context) {
        return previews.of(Caller.of(context), some);
    }

    @SchemaMapping
    List<? extends Procedure<?>> examples(
            ParameterChange change, @AuthenticationPrincipal Caller caller) {
        return examples.of(caller, change);
    }

    @SchemaMapping
    String name(ParameterChange change) {
        return change.to().name();
    }

    @SchemaMapping
    String region(ParameterChange change) {
        return change.to().region();
    }

    @SchemaMapping
    LocalDate from(ParameterChange change) {
        return change.to().startsOn();
    }

    @SchemaMapping
    String value(ParameterChange change) {
        return change.to().value();
    }

    @SchemaMapping
    String document(ParameterChange change) {
        return change.to().document();
    }

    @SchemaMapping
    String proposedBy(ParameterChange change) {
        return change.proposer().client();
    }

    @SchemaMapping(typeName = "ParameterEffect")
    @Nullable String region(ParameterPreviews.Effect effect) {
        return effect.region().isEmpty() ? null : effect.region();
    }
}
