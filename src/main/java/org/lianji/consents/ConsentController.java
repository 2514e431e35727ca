package org.lianji.consents;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.procedure.Procedure;
import org.lianji.procedure.Texts;
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

/** Consents as officers and those whose they are see them, and what both do with them. */
@Controller
final class ConsentController {

    private final CaseConsents consents;
    private final Connections connections;

    ConsentController(CaseConsents consents, Connections connections) {
        this.consents = consents;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<MyCaseConsent> myCaseConsents(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        return connections.page(
                field, consents.listing(caller).as(MyCaseConsent::new, MyCaseConsent::one));
    }

    /** A consent on paper that came in. */
    record ConsentInput(
            String caseId,
            String idNumber,
            CaseConsent.Relation relation,
            String consentNo,
            @Nullable LocalDate signedOn,
            @Nullable String sha256,
            @Nullable String until,
            @Nullable String note) {

        @Nullable String digest() {
            return sha256 == null ? null : Texts.digest(sha256, ConsentCode.CASE_CONSENT_DIGEST);
        }
    }

    @MutationMapping
    CaseConsent recordCaseConsent(
            @AuthenticationPrincipal Caller caller,
            @Argument ConsentInput input,
            DataFetchingEnvironment environment) {
        return consents.record(MutationCall.of(caller, environment), stated(environment), input);
    }

    @MutationMapping
    CaseConsent revokeCaseConsent(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return revoked(caller, ConsentTransition.REVOKE, input, environment);
    }

    @MutationMapping
    MyCaseConsent revokeMyCaseConsent(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return new MyCaseConsent(revoked(caller, ConsentTransition.REVOKE_OWN, input, environment));
    }

    private CaseConsent revoked(
            Caller caller,
            ConsentTransition how,
            TransitionInput input,
            DataFetchingEnvironment environment) {
        return consents.revoke(
                MutationCall.of(caller, environment), stated(environment), how, input);
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }

    @BatchMapping(field = "consents", typeName = "Case")
    List<List<CaseConsent>> consents(List<Procedure<?>> cases, GraphQLContext context) {
        Map<String, List<CaseConsent>> found = consents.of(Caller.of(context), ids(cases));
        return cases.stream().map(one -> found.getOrDefault(one.id(), List.of())).toList();
    }

    @BatchMapping(field = "consentsMissing", typeName = "Case")
    List<List<String>> missing(List<Procedure<?>> cases, GraphQLContext context) {
        Map<String, List<String>> found = consents.missing(Caller.of(context), ids(cases));
        return cases.stream().map(one -> found.getOrDefault(one.id(), List.of())).toList();
    }

    private static List<String> ids(List<Procedure<?>> cases) {
        return cases.stream().<String>map(Procedure::id).toList();
    }

    @SchemaMapping(field = "case", typeName = "CaseConsent")
    String caseOf(CaseConsent one) {
        return one.matter().caseId();
    }

    @SchemaMapping
    String whose(CaseConsent one) {
        return one.matter().person();
    }

    @SchemaMapping
    CaseConsent.Relation relation(CaseConsent one) {
        return one.paper().relation();
    }

    @SchemaMapping
    String consentNo(CaseConsent one) {
        return one.paper().consentNo();
    }

    @SchemaMapping
    LocalDate signedOn(CaseConsent one) {
        return one.paper().signedOn();
    }

    @SchemaMapping
    @Nullable LocalDate until(CaseConsent one) {
        return one.paper().until();
    }

    @SchemaMapping
    boolean inForce(CaseConsent one) {
        return consents.inForce(one);
    }

    @SchemaMapping
    @Nullable String recordedBy(CaseConsent one) {
        return one.paper().recordedBy();
    }
}
