package org.lianji.publication;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Published needs, and what charities ask to be paired with. */
@Controller
final class PublicationController {

    private final NeedPublication publication;
    private final NeedBoard board;
    private final PairingWishes wishes;
    private final Connections connections;

    PublicationController(
            NeedPublication publication,
            NeedBoard board,
            PairingWishes wishes,
            Connections connections) {
        this.publication = publication;
        this.board = board;
        this.wishes = wishes;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<PublishedNeed> publishedNeeds(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable HelpKind kind,
            @Argument @Nullable String region,
            DataFetchingEnvironment field) {
        return connections.page(field, board.listing(caller, kind, region));
    }

    @QueryMapping
    ListConnection<PairingWish> pairingWishes(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        return connections.page(field, wishes.listing(caller));
    }

    @MutationMapping
    NeedBatch publishNeeds(@AuthenticationPrincipal Caller caller) {
        return publication.publish(caller);
    }

    /**
     * What a charity asks for, and all that it is told.
     *
     * @param need pseudonym of the need
     * @param offer its own offer
     */
    record PairingAsk(String need, String offer) {}

    @MutationMapping
    PairingAsk askForPairing(
            @AuthenticationPrincipal Caller caller,
            @Argument PairingAsk input,
            DataFetchingEnvironment environment) {
        wishes.ask(MutationCall.of(caller, environment), input.need(), input.offer());
        return input;
    }

    /** A wish that isn't taken up. */
    record DismissInput(String id) {}

    @MutationMapping
    PairingWish dismissPairingWish(
            @AuthenticationPrincipal Caller caller,
            @Argument DismissInput input,
            DataFetchingEnvironment environment) {
        return wishes.dismiss(MutationCall.of(caller, environment), input.id());
    }
}
