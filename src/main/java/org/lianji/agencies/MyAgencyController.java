package org.lianji.agencies;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.procedure.TransitionInput;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.LocalDate;
import java.time.ZonedDateTime;

/** Agencies as the two see them between whom they are: neither is told who the other is. */
@Controller
final class MyAgencyController {

    private final Agencies agencies;
    private final Connections connections;

    MyAgencyController(Agencies agencies, Connections connections) {
        this.agencies = agencies;
        this.connections = connections;
    }

    /** What a citizen is in an agency. */
    enum Side {
        PRINCIPAL,
        AGENT
    }

    /**
     * An agency as one of the two sees it.
     *
     * @param one the agency
     */
    record MyAgency(Agency one) {}

    @QueryMapping
    ListConnection<MyAgency> myAgencies(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        return connections.page(
                field, agencies.listing(caller, null, null).as(MyAgency::new, MyAgency::one));
    }

    @MutationMapping
    MyAgency revokeMyAgency(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return new MyAgency(
                agencies.revokeOwn(
                        MutationCall.of(caller, environment),
                        Reason.of(environment.getGraphQlContext()),
                        input));
    }

    @SchemaMapping
    String agency(MyAgency mine) {
        return mine.one().id();
    }

    @SchemaMapping
    long version(MyAgency mine) {
        return mine.one().version();
    }

    @SchemaMapping
    Side side(MyAgency mine, @AuthenticationPrincipal Caller caller) {
        return mine.one().parties().principal().equals(caller.person())
                ? Side.PRINCIPAL
                : Side.AGENT;
    }

    @SchemaMapping
    Agency.Kind kind(MyAgency mine) {
        return mine.one().authority().kind();
    }

    @SchemaMapping
    Agency.Scope covers(MyAgency mine) {
        return mine.one().authority().covers();
    }

    @SchemaMapping
    AgencyState state(MyAgency mine) {
        return mine.one().state();
    }

    @SchemaMapping
    String authorityNo(MyAgency mine) {
        return mine.one().authority().authorityNo();
    }

    @SchemaMapping
    @Nullable LocalDate until(MyAgency mine) {
        return mine.one().authority().until();
    }

    @SchemaMapping
    boolean inForce(MyAgency mine) {
        return agencies.inForce(mine.one());
    }

    @SchemaMapping
    boolean canRevoke(MyAgency mine, @AuthenticationPrincipal Caller caller) {
        return agencies.allows(caller, AgencyTransition.REVOKE_OWN, mine.one());
    }

    @SchemaMapping
    ZonedDateTime createdAt(MyAgency mine) {
        return mine.one().createdAt();
    }
}
