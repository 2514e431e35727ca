package org.lianji.referral;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
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

/** Pairings: asked about, and the steps of officers and persons. */
@Controller
final class PairingController {

    private final Pairings pairings;
    private final Connections connections;

    PairingController(Pairings pairings, Connections connections) {
        this.pairings = pairings;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<Pairing> pairings(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable PairingState state,
            DataFetchingEnvironment field) {
        return connections.page(field, pairings.listing(caller, state));
    }

    /** What meets. */
    record ProposeInput(String need, String offer, @Nullable String note) {}

    @MutationMapping
    Pairing proposePairing(
            @AuthenticationPrincipal Caller caller,
            @Argument ProposeInput input,
            DataFetchingEnvironment environment) {
        return pairings.propose(
                MutationCall.of(caller, environment),
                stated(environment),
                input.need(),
                input.offer(),
                input.note());
    }

    /** A consent. */
    record ConsentInput(
            String id,
            long version,
            String until,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address) {}

    @MutationMapping
    Pairing consentToPairing(
            @AuthenticationPrincipal Caller caller,
            @Argument ConsentInput input,
            DataFetchingEnvironment environment) {
        return pairings.consent(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), null),
                input.until(),
                new Pairings.Recipient(input.name(), input.phone(), input.address()));
    }

    @MutationMapping
    Pairing declinePairing(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return pairings.take(
                MutationCall.of(caller, environment),
                stated(environment),
                PairingTransition.DECLINE,
                input);
    }

    /** The day on which it was there is kept, since it may be told later. */
    @MutationMapping
    Pairing deliverHelp(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput step,
            DataFetchingEnvironment environment) {
        return pairings.take(
                MutationCall.of(caller, environment),
                stated(environment),
                PairingTransition.DELIVER,
                step);
    }

    @MutationMapping
    Pairing withdrawPairing(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return pairings.take(
                MutationCall.of(caller, environment),
                stated(environment),
                PairingTransition.WITHDRAW,
                input);
    }

    @MutationMapping
    Pairing revokeConsent(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return pairings.revoke(MutationCall.of(caller, environment), stated(environment), input);
    }

    /** A confirmation. */
    record ConfirmInput(String id, long version, int satisfaction, @Nullable String word) {}

    @MutationMapping
    Pairing confirmHelp(
            @AuthenticationPrincipal Caller caller,
            @Argument ConfirmInput input,
            DataFetchingEnvironment environment) {
        return pairings.confirm(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), null),
                new Pairings.Verdict(input.satisfaction(), input.word()));
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }

    @BatchMapping(typeName = "Pairing")
    Map<Pairing, OfferFit.Provider> provider(List<Pairing> some) {
        return pairings.providers(some);
    }

    /** Who gives help reads of it in figures alone. */
    @SchemaMapping
    @Nullable Integer satisfaction(Pairing pairing, @AuthenticationPrincipal Caller caller) {
        return caller.is(Role.CITIZEN) ? pairing.satisfaction() : null;
    }

    @SchemaMapping
    String offer(Pairing pairing) {
        return pairing.pair().offer();
    }

    @SchemaMapping
    HelpKind kind(Pairing pairing) {
        return pairing.pair().kind();
    }

    @SchemaMapping
    int quantity(Pairing pairing) {
        return pairing.pair().quantity();
    }

    @SchemaMapping
    HelpKind.HelpUnit unit(Pairing pairing) {
        return pairing.pair().kind().unit();
    }

    @SchemaMapping
    @Nullable LocalDate consentUntil(Pairing pairing) {
        return pairing.consent().consentUntil();
    }

    @SchemaMapping
    Pairings.@Nullable Recipient recipient(
            Pairing pairing, @AuthenticationPrincipal Caller caller) {
        return pairings.recipient(caller, pairing);
    }
}
