package org.lianji.households;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.people.Kinship;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Changes of households, asked about and reported; the other steps the table takes by itself. */
@Controller
final class HouseholdChangeController {

    private final HouseholdChanges changes;
    private final Connections connections;

    HouseholdChangeController(HouseholdChanges changes, Connections connections) {
        this.changes = changes;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable HouseholdChange householdChange(
            @AuthenticationPrincipal Caller caller, @Argument String id) {
        return changes.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<HouseholdChange> householdChanges(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable HouseholdChangeState state,
            @Argument @Nullable String visit,
            DataFetchingEnvironment field) {
        return connections.page(field, changes.listing(caller, state, visit));
    }

    @MutationMapping
    HouseholdChange reportHouseholdChange(
            @AuthenticationPrincipal Caller caller,
            @Argument HouseholdChanges.Report input,
            DataFetchingEnvironment environment) {
        return changes.report(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                input);
    }

    @SchemaMapping
    @Nullable String basis(HouseholdChange change, @AuthenticationPrincipal Caller caller) {
        return change.state().open() && !Kinship.has(change.kin(), caller) ? change.basis() : null;
    }

    @SchemaMapping
    String region(HouseholdChange change) {
        return change.of().places().getFirst();
    }

    @SchemaMapping
    HouseholdChangeKind kind(HouseholdChange change) {
        return change.of().kind();
    }

    @SchemaMapping
    String visit(HouseholdChange change) {
        return change.of().visit();
    }
}
