package org.lianji.agencies;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
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
import java.util.Set;
import java.util.stream.Collectors;

/** Agencies as officers see them; the table ends them at the window by itself. */
@Controller
final class AgencyController {

    private final Agencies agencies;
    private final Connections connections;

    AgencyController(Agencies agencies, Connections connections) {
        this.agencies = agencies;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<Agency> agencies(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable AgencyState state,
            @Argument @Nullable String region,
            DataFetchingEnvironment field) {
        return connections.page(field, agencies.listing(caller, state, region));
    }

    @MutationMapping
    Agency recordAgency(
            @AuthenticationPrincipal Caller caller,
            @Argument Agencies.AgencyInput input,
            DataFetchingEnvironment environment) {
        return agencies.record(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                input);
    }

    @SchemaMapping
    String principal(Agency one) {
        return one.parties().principal();
    }

    @SchemaMapping
    String agent(Agency one) {
        return one.parties().agent();
    }

    @SchemaMapping
    Agency.Kind kind(Agency one) {
        return one.authority().kind();
    }

    @SchemaMapping
    Agency.Scope covers(Agency one) {
        return one.authority().covers();
    }

    @SchemaMapping
    String authorityNo(Agency one) {
        return one.authority().authorityNo();
    }

    @SchemaMapping
    String authorityHash(Agency one) {
        return one.authority().authorityHash();
    }

    @SchemaMapping
    @Nullable LocalDate until(Agency one) {
        return one.authority().until();
    }

    @SchemaMapping
    String region(Agency one) {
        return one.authority().places().getFirst();
    }

    @SchemaMapping
    boolean inForce(Agency one) {
        return agencies.inForce(one);
    }

    /** For the county alone: whom else somebody acts for is none of a town's business. */
    @BatchMapping(field = "manyFamilies", typeName = "Agency")
    Map<Agency, Boolean> manyFamilies(List<Agency> some, GraphQLContext context) {
        if (!Caller.of(context).is(Role.COUNTY_OFFICER)) {
            return Map.of();
        }
        Set<Agency> flagged = agencies.ofMany(some);
        return some.stream().distinct().collect(Collectors.toMap(one -> one, flagged::contains));
    }
}
