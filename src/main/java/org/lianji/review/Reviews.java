package org.lianji.review;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.AwardCheck;
import org.lianji.database.MutationCall;
import org.lianji.items.ItemType;
import org.lianji.items.Values;
import org.lianji.means.OutsideReply;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.Progress;
import org.lianji.procedure.SealedTexts;
import org.lianji.procedure.Texts;
import org.lianji.procedure.TransitionInput;
import org.lianji.rules.RuleParameters;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Reviews: begun, checked, proposed, heard and decided; and objections. */
@Component
final class Reviews {

    /** Until it is decided. */
    static final String REVIEW_CLOCK = "AWARD_REVIEW";

    /** As long as the family may state what it thinks. */
    static final String HEARING_CLOCK = "AWARD_HEARING";

    /** Until less help, or its end, is told in writing. */
    static final String NOTICE_CLOCK = "AWARD_NOTICE";

    /** Until an objection is judged. */
    static final String OBJECTION_CLOCK = "DECISION_OBJECTION";

    /** How many months help goes on in a gradual exit, by county. */
    static final String EXIT_MONTHS = "GRADUAL_EXIT_MONTHS";

    /** Places among the sealed texts of a review. */
    private static final long REASON = 0;

    private static final long ANSWER = -1;

    /**
     * An exit that something else was decided on since doesn't end the help; while an objection is
     * judged it goes on.
     */
    private static final String OVER =
            """
            MATCH (m:AwardReview {state: 'DECIDED', outcome: 'GRADUAL_EXIT'})
            WHERE m.exitUntil < $today
              AND EXISTS { MATCH (r:Record {key: m.category + '|' + m.caseId})
                WHERE r.status = 'GRADUAL_EXIT' AND r.gradualExitUntil = m.exitUntil }
              AND NOT EXISTS { MATCH (w:AwardReview {openKey: 'OBJECTION|' + m.caseId}) }
            RETURN m.id LIMIT 200
            """;

    private final Procedures<ReviewState, ReviewTransition, AwardReview> matters;
    private final Neo4jClient graph;
    private final Awards awards;
    private final AwardCheck check;
    private final RuleParameters parameters;
    private final Values values;
    private final SealedTexts texts;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Reviews(
            ReviewFlow flow,
            ProcedureKernel kernel,
            Neo4jClient graph,
            Awards awards,
            AwardCheck check,
            RuleParameters parameters,
            Values values,
            SealedTexts texts,
            TransactionTemplate transactions,
            Clock clock) {
        this.matters = kernel.of(flow);
        this.graph = graph;
        this.awards = awards;
        this.check = check;
        this.parameters = parameters;
        this.values = values;
        this.texts = texts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * {@return a review of what is given on a case}
     *
     * @throws Problem REVIEW_NO_AWARD, REVIEW_ALREADY_OPEN, REVIEW_OWN_RELATIVE
     */
    AwardReview begin(MutationCall call, Reason stated, String id, @Nullable String note) {
        return begin(
                call,
                stated,
                ReviewTransition.BEGIN,
                id,
                note,
                award -> award.alive() ? ReviewCause.PERIODIC : ReviewCause.DEATH);
    }

    /**
     * {@return an objection to what was decided on a case}
     *
     * @throws Problem REVIEW_NO_AWARD, OBJECTION_OVER, REVIEW_ALREADY_OPEN, REVIEW_OWN_RELATIVE
     */
    AwardReview object(MutationCall call, Reason stated, String id, String note) {
        return begin(
                call,
                stated,
                ReviewTransition.OBJECT,
                id,
                Texts.required("note", note),
                _ -> ReviewCause.OBJECTION);
    }

    /**
     * Whether it can be is judged by the flow, once it is known that the call isn't one that is
     * sent again.
     */
    private AwardReview begin(
            MutationCall call,
            Reason stated,
            ReviewTransition step,
            String id,
            @Nullable String note,
            Function<Award, ReviewCause> cause) {
        try {
            return Objects.requireNonNull(
                    transactions.execute(
                            _ -> {
                                awards.lock(id);
                                Award award =
                                        awards.of(id)
                                                .filter(one -> known(call.caller(), one))
                                                .orElseThrow(Reviews::none);
                                return own(
                                        call.caller(),
                                        matters.begin(
                                                call,
                                                stated,
                                                step,
                                                note,
                                                progress ->
                                                        of(award, cause.apply(award), progress)));
                            }));
        } catch (DataIntegrityViolationException e) {
            throw new Problem(ReviewCode.REVIEW_ALREADY_OPEN);
        }
    }

    /** Who is near to the family is known once it hangs on the case. */
    private AwardReview own(Caller caller, AwardReview begun) {
        AwardReview review = newest(begun);
        if (ReviewGuards.related(caller, review)) {
            throw new Problem(ReviewCode.REVIEW_OWN_RELATIVE);
        }
        return review;
    }

    private static AwardReview of(Award award, ReviewCause cause, Progress<ReviewState> progress) {
        return new AwardReview(
                progress,
                subject(award, cause),
                AwardReview.Findings.NONE,
                AwardReview.Proposal.NONE,
                new AwardReview.Family(award.applicant(), List.of(), null));
    }

    private static Problem none() {
        return new Problem(ReviewCode.REVIEW_NO_AWARD);
    }

    private static AwardReview.Subject subject(Award award, ReviewCause cause) {
        return new AwardReview.Subject(
                award.caseId(),
                award.category(),
                cause,
                award.department(),
                award.places(),
                award.amount(),
                award.status(),
                award.decision().client(),
                award.decision().key());
    }

    private static boolean known(Caller caller, Award award) {
        return caller.is(Role.CITIZEN)
                ? award.applicant().equals(caller.person())
                : caller.department().equals(award.department())
                        && award.places().contains(caller.region());
    }

    /** With what hangs on it since. */
    private AwardReview newest(AwardReview review) {
        return matters.find(review.id()).orElse(review);
    }

    /** {@return the review, with what the sources and the rules say today} */
    AwardReview check(MutationCall call, Reason stated, TransitionInput step) {
        Caller officer = call.caller();
        List<OutsideReply> replies =
                matters.ready(officer, ReviewTransition.CHECK, step)
                        .map(one -> check.replies(officer, one.subject().caseId(), one.basis()))
                        .orElse(List.of());
        return newest(
                matters.take(
                        call,
                        stated,
                        ReviewTransition.CHECK,
                        step,
                        review -> review.with(found(officer, review, replies))));
    }

    private AwardReview.Findings found(
            Caller officer, AwardReview review, List<OutsideReply> replies) {
        AwardCheck.Findings found =
                check.findings(
                        officer, review.subject().caseId(), review.id(), review.basis(), replies);
        return new AwardReview.Findings(
                LocalDate.now(clock),
                found.conclusion(),
                found.found(),
                found.unanswered(),
                found.qualifies(),
                found.amount());
    }

    /** {@return the review, with what the town proposes, and why} */
    AwardReview propose(
            MutationCall call,
            Reason stated,
            TransitionInput step,
            ReviewOutcome outcome,
            @Nullable String amount) {
        return matters.take(
                call,
                stated,
                ReviewTransition.PROPOSE,
                step,
                review ->
                        review.with(
                                proposal(
                                        call.caller(),
                                        review,
                                        outcome,
                                        amount == null ? null : money(amount, review),
                                        Texts.required("note", step.note()))));
    }

    private AwardReview.Proposal proposal(
            Caller officer,
            AwardReview review,
            ReviewOutcome outcome,
            @Nullable Long amount,
            String reason) {
        boolean changes =
                outcome == ReviewOutcome.CHANGED
                        && amount != null
                        && amount > 0
                        && !amount.equals(review.subject().before());
        boolean minimum = review.subject().category().equals(Award.MINIMUM_LIVING);
        if (changes == (amount == null)
                || outcome == ReviewOutcome.CHANGED && !changes
                || outcome == ReviewOutcome.GRADUAL_EXIT && (!minimum || exits(review))
                || review.natural() != (outcome == ReviewOutcome.DECEASED)) {
            throw new Problem(ReviewCode.REVIEW_OUTCOME);
        }
        return new AwardReview.Proposal(
                outcome,
                amount,
                outcome == ReviewOutcome.GRADUAL_EXIT ? exit(review) : null,
                officer.client(),
                texts.close(AwardReview.class, review.id(), REASON, reason),
                null,
                null);
    }

    /** No exit is drawn out by another. */
    private static boolean exits(AwardReview review) {
        return review.subject().status().equals(Award.GRADUAL_EXIT);
    }

    /** {@return the last day of the months that the county lets help go on for} */
    private LocalDate exit(AwardReview review) {
        LocalDate today = LocalDate.now(clock);
        return YearMonth.from(today)
                .plusMonths(parameters.whole(EXIT_MONTHS, review.subject().places(), today))
                .atEndOfMonth();
    }

    private long money(String given, AwardReview review) {
        long fen = (Long) values.required(ItemType.Scalar.MONEY, given, "amount");
        int members =
                awards.of(review.subject().caseId()).orElseThrow(Reviews::none).members().size();
        if (fen > check.most(review.subject().places(), members)) {
            throw new Problem(ReviewCode.AWARD_TOO_HIGH);
        }
        return fen;
    }

    /** {@return the review, with what the family says} */
    AwardReview state(MutationCall call, Reason stated, TransitionInput step) {
        return matters.take(call, stated, ReviewTransition.STATE, step, review -> review);
    }

    /** {@return the review or objection, settled} */
    AwardReview settle(
            MutationCall call, Reason stated, ReviewTransition how, TransitionInput step) {
        return newest(
                matters.take(call, stated, how, step, review -> settled(review, step.note())));
    }

    private AwardReview settled(AwardReview review, @Nullable String note) {
        String sealed =
                texts.close(AwardReview.class, review.id(), ANSWER, Texts.required("note", note));
        return review.with(review.proposal().settled(sealed, LocalDate.now(clock)));
    }

    /** {@return the objection, with another amount in place of the one that was decided} */
    AwardReview replace(MutationCall call, Reason stated, TransitionInput step, String amount) {
        return newest(
                matters.take(
                        call,
                        stated,
                        ReviewTransition.REPLACE,
                        step,
                        review ->
                                replaced(
                                        review,
                                        money(amount, review),
                                        step.note(),
                                        call.caller())));
    }

    private AwardReview replaced(
            AwardReview review, long fen, @Nullable String note, Caller officer) {
        if (fen <= 0 || fen < awards.of(review.subject().caseId()).map(Award::given).orElse(0L)) {
            throw new Problem(ReviewCode.OBJECTION_AMOUNT);
        }
        return settled(
                review.with(
                        new AwardReview.Proposal(
                                ReviewOutcome.CHANGED,
                                fen,
                                null,
                                officer.client(),
                                null,
                                null,
                                null)),
                note);
    }

    /** {@return why it is proposed} */
    @Nullable String reason(AwardReview review) {
        return texts.open(AwardReview.class, review.id(), REASON, review.proposal().reason());
    }

    /** {@return why it was decided so} */
    @Nullable String answer(AwardReview review) {
        return texts.open(AwardReview.class, review.id(), ANSWER, review.proposal().answer());
    }

    boolean allows(Caller caller, ReviewTransition step, AwardReview review) {
        return matters.allowed(caller, review).contains(step);
    }

    Optional<AwardReview> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    ListSource<AwardReview> listing(
            Caller caller, @Nullable ReviewState state, @Nullable String region) {
        return matters.listing(caller, Procedures.within(region), state);
    }

    /** Ends help whose gradual exit is over; nobody has to think of it. */
    void endExits(LocalDate today) {
        graph.query(OVER).bind(today).to("today").fetchAs(String.class).all().stream()
                .flatMap(id -> matters.find(id).stream())
                .forEach(review -> matters.advance(ReviewTransition.END_EXIT, review, one -> one));
    }
}
