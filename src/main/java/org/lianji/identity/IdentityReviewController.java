package org.lianji.identity;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.corrections.Corrections;
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
import java.util.Locale;

/** Reviews of identities, asked about and worked on; most steps the table takes by itself. */
@Controller
final class IdentityReviewController {

    private static final int MOST_RUNS = 100;

    private final IdentityReviews reviews;
    private final IdentityRuns runs;
    private final IdentityComparisons comparisons;
    private final Connections connections;

    IdentityReviewController(
            IdentityReviews reviews,
            IdentityRuns runs,
            IdentityComparisons comparisons,
            Connections connections) {
        this.reviews = reviews;
        this.runs = runs;
        this.comparisons = comparisons;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable IdentityReview identityReview(
            @AuthenticationPrincipal Caller caller, @Argument String id) {
        return reviews.find(caller, id).orElse(null);
    }

    @QueryMapping
    List<IdentityRun> identityRuns(@AuthenticationPrincipal Caller caller, @Argument int first) {
        return runs.of(caller, Math.clamp(first, 1, MOST_RUNS));
    }

    @QueryMapping
    ListConnection<IdentityReview> identityReviews(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable IdentityReviewState state,
            @Argument IdentityReview.@Nullable Risk risk,
            @Argument @Nullable String region,
            @Argument @Nullable Boolean mine,
            DataFetchingEnvironment field) {
        IdentityReviews.Filter filter =
                new IdentityReviews.Filter(state, risk, region, Boolean.TRUE.equals(mine));
        return connections.page(field, reviews.listing(caller, filter));
    }

    @MutationMapping
    IdentityReview claimReview(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return reviews.claim(MutationCall.of(caller, environment), stated(environment), input);
    }

    /** What is said to be wrong at its source. */
    record AskSourceInput(
            String id,
            long version,
            String record,
            String category,
            String item,
            String claim,
            @Nullable String evidence) {}

    @MutationMapping
    IdentityReview askSource(
            @AuthenticationPrincipal Caller caller,
            @Argument AskSourceInput input,
            DataFetchingEnvironment environment) {
        return reviews.ask(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), null),
                new Corrections.Claim(
                        input.record(),
                        input.category(),
                        input.item(),
                        input.claim(),
                        input.evidence()));
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }

    @SchemaMapping
    String category(IdentityReview review) {
        return review.of().category();
    }

    @SchemaMapping
    String record(IdentityReview review) {
        return review.of().fact();
    }

    @SchemaMapping
    IdentityReview.Reason reason(IdentityReview review) {
        return review.of().reason();
    }

    @SchemaMapping
    IdentityReview.Risk risk(IdentityReview review) {
        return review.of().risk();
    }

    @SchemaMapping
    int rivals(IdentityReview review) {
        return review.of().rivals();
    }

    @SchemaMapping
    String region(IdentityReview review) {
        return review.of().places().getFirst();
    }

    @SchemaMapping
    @Nullable String basis(IdentityReview review) {
        return review.state().looked() ? review.basis() : null;
    }

    @SchemaMapping
    IdentityComparisons.@Nullable IdentityComparison comparison(
            IdentityReview review, @AuthenticationPrincipal Caller caller) {
        return comparisons.of(caller, review).orElse(null);
    }

    @SchemaMapping
    String words(ComparedItem item, Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? item.en() : item.zh();
    }
}
