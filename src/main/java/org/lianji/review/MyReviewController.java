package org.lianji.review;

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
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Locale;

/** What a citizen sees of reviews of their help, says about them, and objects to. */
@Controller
final class MyReviewController {

    private final Reviews reviews;
    private final Connections connections;

    MyReviewController(Reviews reviews, Connections connections) {
        this.reviews = reviews;
        this.connections = connections;
    }

    @QueryMapping
    ListConnection<MyReview> myReviews(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        return connections.page(
                field, reviews.listing(caller, null, null).as(MyReview::new, MyReview::one));
    }

    @MutationMapping
    MyReview objectToMyDecision(
            @AuthenticationPrincipal Caller caller,
            @Argument ReviewController.ObjectionInput input,
            DataFetchingEnvironment environment) {
        return new MyReview(
                reviews.object(
                        MutationCall.of(caller, environment),
                        Reason.of(environment.getGraphQlContext()),
                        input.caseId(),
                        input.note()));
    }

    @MutationMapping
    MyReview stateAtHearing(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return new MyReview(
                reviews.state(
                        MutationCall.of(caller, environment),
                        Reason.of(environment.getGraphQlContext()),
                        input));
    }

    @SchemaMapping
    String review(MyReview mine) {
        return mine.one().id();
    }

    @SchemaMapping
    long version(MyReview mine) {
        return mine.one().version();
    }

    @SchemaMapping(field = "case", typeName = "MyReview")
    String caseOf(MyReview mine) {
        return mine.one().subject().caseId();
    }

    @SchemaMapping
    ReviewCause cause(MyReview mine) {
        return mine.one().subject().cause();
    }

    @SchemaMapping
    ReviewState state(MyReview mine) {
        return mine.one().state();
    }

    @SchemaMapping
    String progress(MyReview mine, Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? mine.one().state().en()
                : mine.one().state().zh();
    }

    /**
     * What the town only thinks of is nobody's business yet; of what is to be taken they are told.
     */
    private static boolean told(AwardReview review) {
        return switch (review.state()) {
            case HEARING, HEARD, DECIDED, ENDED -> true;
            default -> false;
        };
    }

    @SchemaMapping
    @Nullable ReviewOutcome outcome(MyReview mine) {
        return told(mine.one()) ? mine.one().proposal().outcome() : null;
    }

    @SchemaMapping
    @Nullable Long before(MyReview mine) {
        return mine.one().subject().before();
    }

    @SchemaMapping
    @Nullable Long amount(MyReview mine) {
        return told(mine.one()) ? mine.one().proposal().amount() : null;
    }

    @SchemaMapping
    @Nullable LocalDate exitUntil(MyReview mine) {
        return told(mine.one()) ? mine.one().proposal().exitUntil() : null;
    }

    @SchemaMapping
    @Nullable YearMonth effectiveFrom(MyReview mine) {
        return mine.one().effectiveFrom();
    }

    @SchemaMapping
    @Nullable String reason(MyReview mine) {
        return told(mine.one()) ? reviews.reason(mine.one()) : null;
    }

    @SchemaMapping
    @Nullable String answer(MyReview mine) {
        return mine.one().state().open() ? null : reviews.answer(mine.one());
    }

    /** The last day on which they may state what they think, while that runs. */
    @SchemaMapping
    @Nullable LocalDate stateBy(MyReview mine) {
        return mine.one().state() == ReviewState.HEARING
                ? mine.one().lastDay(Reviews.HEARING_CLOCK)
                : null;
    }

    @SchemaMapping
    @Nullable LocalDate noticedOn(MyReview mine) {
        return mine.one().noticedOn();
    }

    @SchemaMapping
    @Nullable LocalDate objectBy(MyReview mine) {
        return mine.one().objectBy();
    }

    @SchemaMapping
    boolean canState(MyReview mine, @AuthenticationPrincipal Caller caller) {
        return reviews.allows(caller, ReviewTransition.STATE, mine.one());
    }

    @SchemaMapping
    ZonedDateTime createdAt(MyReview mine) {
        return mine.one().createdAt();
    }

    @SchemaMapping
    ZonedDateTime changedAt(MyReview mine) {
        return mine.one().changedAt();
    }
}
