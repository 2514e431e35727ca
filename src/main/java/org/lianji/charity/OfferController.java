package org.lianji.charity;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
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

import java.time.LocalDate;
import java.util.List;

/** Offers: made and asked about; the table takes them back. */
@Controller
final class OfferController {

    private final Offers offers;
    private final Connections connections;

    OfferController(Offers offers, Connections connections) {
        this.offers = offers;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<HelpOffer> helpOffers(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable HelpKind kind,
            @Argument @Nullable OfferState state,
            DataFetchingEnvironment field) {
        return connections.page(field, offers.listing(caller, kind, state));
    }

    @MutationMapping
    HelpOffer offerHelp(
            @AuthenticationPrincipal Caller caller,
            @Argument Offers.Proposal input,
            DataFetchingEnvironment environment) {
        return offers.offer(
                MutationCall.of(caller, environment),
                Reason.of(environment.getGraphQlContext()),
                input);
    }

    @SchemaMapping
    String project(HelpOffer offer) {
        return offer.what().project();
    }

    @SchemaMapping
    HelpKind kind(HelpOffer offer) {
        return offer.what().kind();
    }

    @SchemaMapping
    int capacity(HelpOffer offer) {
        return offer.what().capacity();
    }

    @SchemaMapping
    HelpKind.HelpUnit unit(HelpOffer offer) {
        return offer.what().kind().unit();
    }

    @SchemaMapping
    HelpKind.HelpForm form(HelpOffer offer) {
        return offer.what().kind().form();
    }

    @SchemaMapping
    LocalDate until(HelpOffer offer) {
        return offer.what().until();
    }

    @SchemaMapping
    List<String> regions(HelpOffer offer) {
        return offer.whom().regions();
    }

    @SchemaMapping
    List<AgeBand> ages(HelpOffer offer) {
        return offer.whom().ages();
    }

    @SchemaMapping
    List<Hardship> hardships(HelpOffer offer) {
        return offer.whom().hardships();
    }
}
