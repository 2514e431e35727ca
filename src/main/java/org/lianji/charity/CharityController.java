package org.lianji.charity;

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

import java.util.List;

/** Organisations: registered and asked about; the table takes them on. */
@Controller
final class CharityController {

    private final Organisations organisations;
    private final CharityStaff staff;
    private final Connections connections;

    CharityController(Organisations organisations, CharityStaff staff, Connections connections) {
        this.organisations = organisations;
        this.staff = staff;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<CharityOrganisation> charityOrganisations(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable OrganisationState state,
            DataFetchingEnvironment field) {
        return connections.page(field, organisations.listing(caller, state));
    }

    @MutationMapping
    CharityOrganisation registerCharity(
            @AuthenticationPrincipal Caller caller,
            @Argument Organisations.Registration input,
            DataFetchingEnvironment environment) {
        return organisations.register(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                input);
    }

    /** What a provider says of itself. */
    record ProviderInput(String name, String certificate, List<String> managers) {}

    @MutationMapping
    CharityOrganisation registerProvider(
            @AuthenticationPrincipal Caller caller,
            @Argument ProviderInput input,
            DataFetchingEnvironment environment) {
        return organisations.register(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                new Organisations.Registration(
                        input.name(), input.certificate(), null, input.managers()));
    }

    /** What is said anew. */
    record RenewInput(
            String id,
            long version,
            String name,
            String certificate,
            @Nullable String fundraising,
            List<String> managers) {}

    @MutationMapping
    CharityOrganisation renewCharity(
            @AuthenticationPrincipal Caller caller,
            @Argument RenewInput input,
            DataFetchingEnvironment environment) {
        return organisations.renew(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                new TransitionInput(input.id(), input.version(), null),
                new Organisations.Registration(
                        input.name(), input.certificate(), input.fundraising(), input.managers()));
    }

    @QueryMapping
    List<CharityStaff.CharityStaffMember> charityStaff(@AuthenticationPrincipal Caller caller) {
        return staff.of(caller.department());
    }

    @MutationMapping
    CharityStaff.CharityStaffMember setCharityStaff(
            @AuthenticationPrincipal Caller caller,
            @Argument CharityStaff.CharityStaffMember input,
            DataFetchingEnvironment environment) {
        return staff.set(MutationCall.of(caller, environment), input);
    }

    @MutationMapping
    CharityStaff.CharityStaffMember restoreCharityStaff(
            @AuthenticationPrincipal Caller caller,
            @Argument CharityStaff.LostStaff input,
            DataFetchingEnvironment environment) {
        return staff.restore(MutationCall.of(caller, environment), input);
    }

    @SchemaMapping
    OrganisationKind kind(CharityOrganisation one) {
        return one.papers().kind();
    }

    @SchemaMapping
    String name(CharityOrganisation one) {
        return one.papers().name();
    }

    @SchemaMapping
    String certificate(CharityOrganisation one) {
        return one.papers().certificate();
    }

    @SchemaMapping
    @Nullable String fundraising(CharityOrganisation one) {
        return one.papers().fundraising();
    }
}
