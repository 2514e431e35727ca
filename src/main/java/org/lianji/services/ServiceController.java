package org.lianji.services;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.procedure.TransitionInput;
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

/** Assessments, contracts, and what services there are. */
@Controller
final class ServiceController {

    private final NeedAssessments assessments;
    private final Contracts contracts;
    private final ServiceRegister register;
    private final Connections connections;

    ServiceController(
            NeedAssessments assessments,
            Contracts contracts,
            ServiceRegister register,
            Connections connections) {
        this.assessments = assessments;
        this.contracts = contracts;
        this.register = register;
        this.connections = connections;
    }

    @QueryMapping
    List<ServiceRegister.Vacancy> services(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable HelpKind kind,
            @Argument @Nullable String county) {
        return register.open(caller, kind, county);
    }

    @SchemaMapping(typeName = "OpenService")
    HelpKind.HelpUnit unit(ServiceRegister.Vacancy service) {
        return service.kind().unit();
    }

    @QueryMapping
    ListConnection<NeedAssessment> needAssessments(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable AssessmentState state,
            DataFetchingEnvironment field) {
        return connections.page(field, assessments.listing(caller, state));
    }

    @MutationMapping
    NeedAssessment assessNeed(
            @AuthenticationPrincipal Caller caller,
            @Argument NeedAssessments.Report input,
            DataFetchingEnvironment environment) {
        return assessments.assess(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                input);
    }

    @MutationMapping
    NeedAssessment assignAssessment(
            @AuthenticationPrincipal Caller caller,
            @Argument NeedAssessments.Assignment input,
            DataFetchingEnvironment environment) {
        return assessments.assign(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                input);
    }

    /** What a social worker has found. */
    record AssessmentReport(
            String id, long version, String assessor, NeedAssessment.Scales scales) {}

    @MutationMapping
    NeedAssessment reportAssessment(
            @AuthenticationPrincipal Caller caller,
            @Argument AssessmentReport input,
            DataFetchingEnvironment environment) {
        return assessments.report(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                new TransitionInput(input.id(), input.version(), null),
                input.assessor(),
                input.scales());
    }

    /**
     * Who is sent, and for whom.
     *
     * @param basis on which they read of the person; null once they have assessed
     */
    record AssessmentErrand(
            @Nullable String worker,
            @Nullable LocalDate until,
            String person,
            @Nullable String basis) {}

    @SchemaMapping
    @Nullable AssessmentErrand errand(NeedAssessment one) {
        return one.errand().worker() == null
                ? null
                : new AssessmentErrand(
                        one.errand().worker(), one.errand().until(), one.person(), one.basis());
    }

    @BatchMapping(typeName = "NeedAssessment")
    Map<NeedAssessment, NeedAssessments.Result> result(
            List<NeedAssessment> some, GraphQLContext context) {
        return assessments.results(Caller.of(context), some);
    }

    @QueryMapping
    ListConnection<ServiceContract> serviceContracts(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable ContractState state,
            DataFetchingEnvironment field) {
        return connections.page(field, contracts.listing(caller, state));
    }

    @MutationMapping
    ServiceContract drawUpServiceContract(
            @AuthenticationPrincipal Caller caller,
            @Argument Contracts.Draft input,
            DataFetchingEnvironment environment) {
        return contracts.drawUp(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                input);
    }

    @BatchMapping(typeName = "ServiceContract")
    Map<ServiceContract, Integer> unitsTaken(List<ServiceContract> some, GraphQLContext context) {
        return contracts.used(Caller.of(context), some);
    }

    @SchemaMapping
    HelpKind kind(ServiceContract contract) {
        return contract.terms().kind();
    }

    @SchemaMapping
    HelpKind.HelpUnit unit(ServiceContract contract) {
        return contract.terms().kind().unit();
    }

    @SchemaMapping
    long unitPrice(ServiceContract contract) {
        return contract.terms().unitPrice();
    }

    @SchemaMapping
    int units(ServiceContract contract) {
        return contract.terms().units();
    }

    @SchemaMapping
    long budget(ServiceContract contract) {
        return contract.terms().budget();
    }

    @SchemaMapping
    LocalDate startsOn(ServiceContract contract) {
        return contract.terms().startsOn();
    }

    @SchemaMapping
    LocalDate endsOn(ServiceContract contract) {
        return contract.terms().endsOn();
    }
}
