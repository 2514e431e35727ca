package org.lianji.publication;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;
import org.lianji.charity.Organisations;
import org.lianji.database.MutationCall;
import org.lianji.outbox.NewsFeed;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.platform.Caller;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import reactor.core.publisher.Flux;

import java.util.Optional;
import java.util.Set;

/** Published needs, and what charities ask to be paired with. */
@Controller
final class PublicationController {

    private final NeedPublication publication;
    private final NeedBoard board;
    private final PairingWishes wishes;
    private final Organisations organisations;
    private final NewsFeed news;
    private final Connections connections;

    PublicationController(
            NeedPublication publication,
            NeedBoard board,
            PairingWishes wishes,
            Organisations organisations,
            NewsFeed news,
            Connections connections) {
        this.publication = publication;
        this.board = board;
        this.wishes = wishes;
        this.organisations = organisations;
        this.news = news;
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

    /**
     * A batch as those who listen are told of it.
     *
     * @param cursor behind which one can go on listening
     * @param batch what was published
     */
    record PublishedBatch(String cursor, NeedBatch batch) {}

    @SubscriptionMapping
    Flux<PublishedBatch> needsPublished(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        return news.of(
                field,
                Set.of(NeedPublication.NEWS),
                NeedPublication.NEWS,
                (one, cursor) ->
                        organisations.approvedCharity(caller.department())
                                ? Optional.of(new PublishedBatch(cursor, one.as(NeedBatch.class)))
                                : Optional.empty(),
                PublishedBatch::cursor);
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
