package org.lianji.review;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.database.MutationCall;
import org.lianji.paging.Connections;
import org.lianji.paging.ListConnection;
import org.lianji.people.Kinship;
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
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reviews: asked about by officers, and the steps that take more than a note. */
@Controller
final class ReviewController {

    private final Reviews reviews;
    private final Awards awards;
    private final AuditLog chain;
    private final Connections connections;

    ReviewController(Reviews reviews, Awards awards, AuditLog chain, Connections connections) {
        this.reviews = reviews;
        this.awards = awards;
        this.chain = chain;
        this.connections = connections;
    }

    @QueryMapping
    @Nullable AwardReview awardReview(@AuthenticationPrincipal Caller caller, @Argument String id) {
        return reviews.find(caller, id).orElse(null);
    }

    @QueryMapping
    ListConnection<AwardReview> awardReviews(
            @AuthenticationPrincipal Caller caller,
            @Argument @Nullable ReviewState state,
            @Argument @Nullable String region,
            DataFetchingEnvironment field) {
        return connections.page(field, reviews.listing(caller, state, region));
    }

    @QueryMapping
    List<Awards.ReviewDue> reviewsDue(
            @AuthenticationPrincipal Caller caller, @Argument @Nullable String region) {
        return awards.due(caller, region);
    }

    /** Which decision, and what is said. */
    record SubjectInput(String caseId, @Nullable String note) {}

    @MutationMapping
    AwardReview beginAwardReview(
            @AuthenticationPrincipal Caller caller,
            @Argument SubjectInput input,
            DataFetchingEnvironment environment) {
        return reviews.begin(
                MutationCall.of(caller, environment),
                stated(environment),
                input.caseId(),
                input.note());
    }

    /** An objection that the family made to an officer. */
    record ObjectionInput(String caseId, String note) {}

    @MutationMapping
    AwardReview recordDecisionObjection(
            @AuthenticationPrincipal Caller caller,
            @Argument ObjectionInput input,
            DataFetchingEnvironment environment) {
        return reviews.object(
                MutationCall.of(caller, environment),
                stated(environment),
                input.caseId(),
                input.note());
    }

    @MutationMapping
    AwardReview checkAwardReview(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return reviews.check(MutationCall.of(caller, environment), stated(environment), input);
    }

    /** What becomes of the help. */
    record ProposalInput(
            String id, long version, ReviewOutcome outcome, @Nullable String amount, String note) {}

    @MutationMapping
    AwardReview proposeAwardChange(
            @AuthenticationPrincipal Caller caller,
            @Argument ProposalInput input,
            DataFetchingEnvironment environment) {
        return reviews.propose(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.outcome(),
                input.amount());
    }

    @MutationMapping
    AwardReview recordHearing(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return reviews.state(MutationCall.of(caller, environment), stated(environment), input);
    }

    @MutationMapping
    AwardReview decideAwardReview(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return settle(caller, ReviewTransition.DECIDE, input, environment);
    }

    @MutationMapping
    AwardReview upholdDecision(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return settle(caller, ReviewTransition.UPHOLD, input, environment);
    }

    @MutationMapping
    AwardReview setDecisionAside(
            @AuthenticationPrincipal Caller caller,
            @Argument TransitionInput input,
            DataFetchingEnvironment environment) {
        return settle(caller, ReviewTransition.SET_DECISION_ASIDE, input, environment);
    }

    private AwardReview settle(
            Caller caller,
            ReviewTransition how,
            TransitionInput input,
            DataFetchingEnvironment environment) {
        return reviews.settle(
                MutationCall.of(caller, environment), stated(environment), how, input);
    }

    /** Another amount, and why. */
    record ReplacementInput(String id, long version, String amount, String note) {}

    @MutationMapping
    AwardReview replaceDecision(
            @AuthenticationPrincipal Caller caller,
            @Argument ReplacementInput input,
            DataFetchingEnvironment environment) {
        return reviews.replace(
                MutationCall.of(caller, environment),
                stated(environment),
                new TransitionInput(input.id(), input.version(), input.note()),
                input.amount());
    }

    @SchemaMapping(field = "case", typeName = "AwardReview")
    String caseOf(AwardReview review) {
        return review.subject().caseId();
    }

    @SchemaMapping
    ReviewCause cause(AwardReview review) {
        return review.subject().cause();
    }

    @SchemaMapping
    String region(AwardReview review) {
        return review.subject().places().getFirst();
    }

    @SchemaMapping
    @Nullable Long before(AwardReview review) {
        return review.subject().before();
    }

    @SchemaMapping
    @Nullable String basis(AwardReview review, @AuthenticationPrincipal Caller caller) {
        return Kinship.has(review.family().kin(), caller) ? null : review.family().basis();
    }

    /** What the check says is for who may handle it, and is on the chain before it leaves. */
    @BatchMapping(field = "findings", typeName = "AwardReview")
    Map<AwardReview, AwardReview.Findings> findings(
            List<AwardReview> some, GraphQLContext context) {
        Caller caller = Caller.of(context);
        List<AwardReview> shown =
                some.stream()
                        .filter(review -> review.findings().checkedOn() != null)
                        .filter(review -> !ReviewGuards.related(caller, review))
                        .toList();
        chain.append(
                shown.stream().map(review -> ReviewFlow.read(caller, review, "findings")).toList());
        return shown.stream().collect(Collectors.toMap(it -> it, AwardReview::findings));
    }

    @SchemaMapping
    @Nullable ReviewOutcome outcome(AwardReview review) {
        return review.proposal().outcome();
    }

    @SchemaMapping
    @Nullable Long amount(AwardReview review) {
        return review.proposal().amount();
    }

    @SchemaMapping
    @Nullable LocalDate exitUntil(AwardReview review) {
        return review.proposal().exitUntil();
    }

    @SchemaMapping
    @Nullable YearMonth effectiveFrom(AwardReview review) {
        return review.effectiveFrom();
    }

    @SchemaMapping
    boolean toBeHeard(AwardReview review) {
        return review.adverse();
    }

    @SchemaMapping(field = "case", typeName = "ReviewDue")
    String caseDue(Awards.ReviewDue due) {
        return due.caseId();
    }

    @SchemaMapping(field = "region", typeName = "ReviewDue")
    String regionDue(Awards.ReviewDue due) {
        return due.village();
    }

    private static Reason stated(DataFetchingEnvironment environment) {
        return Reason.of(environment.getGraphQlContext());
    }
}
