package org.lianji.agreements;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Faults;
import org.lianji.terms.AgreementCode;
import org.lianji.terms.AgreementState;
import org.lianji.terms.PartyRole;
import org.lianji.terms.Terms;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is asked about agreements. */
@Controller
final class AgreementController {

    private final Agreements requests;
    private final AgreementGraph graph;
    private final Connections connections;

    AgreementController(Agreements requests, AgreementGraph graph, Connections connections) {
        this.requests = requests;
        this.graph = graph;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable Agreement agreement(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return requests.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<Agreement> agreements(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable PartyRole side,
            @Argument @Nullable AgreementState state,
            DataFetchingEnvironment field) {
        return connections.page(field, requests.listing(caller, side, state));
    }

    @SchemaMapping
    @Nullable LocalDate from(Agreement agreement) {
        return agreement.standing().from();
    }

    @SchemaMapping
    @Nullable LocalDate until(Agreement agreement) {
        return agreement.standing().until();
    }

    @SchemaMapping
    @Nullable LocalDate suspendedUntil(Agreement agreement) {
        return agreement.standing().suspension().until();
    }

    @SchemaMapping
    @Nullable String terminationProposedBy(Agreement agreement) {
        return agreement.standing().terminationProposedBy();
    }

    @SchemaMapping
    @Nullable Integer extensionAsked(Agreement agreement) {
        return agreement.standing().extensionAsked();
    }

    @SchemaMapping
    boolean overdue(Agreement agreement) {
        return agreement.overdue(requests.today());
    }

    @SchemaMapping
    List<AgreementTransition> allowedTransitions(
            Agreement agreement, @AuthenticationPrincipal Caller caller) {
        return requests.open(caller, agreement);
    }

    @SchemaMapping
    List<Notice> notices(Agreement agreement, Locale locale) {
        return agreement.terms().charity()
                ? List.of(Notice.of(AgreementCode.CHARITY_AGREEMENT, locale))
                : List.of();
    }

    /**
     * What both sides should know.
     *
     * @param code stable
     * @param message in the caller's language
     */
    record Notice(String code, String message) {

        static Notice of(AgreementCode code, Locale locale) {
            return new Notice(code.name(), Faults.message(code, Map.of(), locale));
        }
    }

    @BatchMapping
    List<List<AgreementEvent>> history(List<Agreement> agreements) {
        Map<String, List<AgreementEvent>> events =
                graph.history(agreements.stream().map(Agreement::id).toList());
        return agreements.stream()
                .map(agreement -> events.getOrDefault(agreement.id(), List.of()))
                .toList();
    }

    @SchemaMapping(typeName = "AgreementTerms")
    List<Terms.Scope> scope(Terms terms) {
        return terms.scope();
    }
}
