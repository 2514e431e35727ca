package org.lianji.review;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.CaseReturns;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisKind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Purpose;
import org.lianji.database.Fragment;
import org.lianji.items.Yuan;
import org.lianji.people.Kinship;
import org.lianji.people.MatterPlaces;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reviews in the graph: {@code (:AwardReview)-[:REVIEWS]->(:Case)}. */
@Component
final class ReviewFlow implements Flow<ReviewState, ReviewTransition, AwardReview> {

    /** A basis of a review ends with it, and after so many days at the latest. */
    private static final int OPEN_DAYS = 90;

    private static final String LINK =
            """
            MATCH (m:AwardReview {id: $id}), (c:Case {id: $case})
            MERGE (m)-[:REVIEWS]->(c)
            """;

    /** Tokens of the applicant, the members, who lives with them and their near relatives. */
    private static final String KIN =
            """
            , applicant: head([(m)-[:REVIEWS]->(:Case)-[:APPLIES_FOR]->(p:Person) | p.id])
            , kin: COLLECT { MATCH (m)-[:REVIEWS]->(:Case)-[:APPLIES_FOR|GRANTED_TO]->(p:Person) UNWIND %s AS near RETURN DISTINCT near }
            """
                    .formatted(Kinship.of("p"));

    private final Neo4jClient graph;
    private final BasisRegistry bases;
    private final Awards awards;
    private final CaseReturns cases;

    ReviewFlow(Neo4jClient graph, BasisRegistry bases, Awards awards, CaseReturns cases) {
        this.graph = graph;
        this.bases = bases;
        this.awards = awards;
        this.cases = cases;
    }

    @Override
    public Class<ReviewState> states() {
        return ReviewState.class;
    }

    @Override
    public Class<ReviewTransition> table() {
        return ReviewTransition.class;
    }

    @Override
    public Class<AwardReview> matter() {
        return AwardReview.class;
    }

    @Override
    public char letter() {
        return 'V';
    }

    @Override
    public Code notFound() {
        return ReviewCode.REVIEW_NOT_FOUND;
    }

    @Override
    public String linked() {
        return KIN + BasisRegistry.OF_MATTER;
    }

    /** Officers of the department that answers for it in whose region it lies, and who applied. */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        if (caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)) {
            return Fragment.of("m.department = $department", "department", caller.department())
                    .and(MatterPlaces.within("region", caller.region()));
        }
        return caller.person() instanceof String self
                ? Fragment.of(
                        "EXISTS { (m)-[:REVIEWS]->(:Case)-[:APPLIES_FOR]->(:Person {id: $self}) }",
                        "self",
                        self)
                : Fragment.FALSE;
    }

    /** Of a near relative's an officer learns how it stands, and nothing more. */
    @Override
    public boolean opens(Actor actor, AwardReview review) {
        return !ReviewGuards.related(actor.caller(), review);
    }

    @Override
    public Optional<Entry> opened(Actor actor, AwardReview review) {
        return actor.caller().is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                ? Optional.of(read(actor.caller(), review, "history"))
                : Optional.empty();
    }

    @Override
    public Map<String, Object> derived(AwardReview review) {
        return review.state().open() ? Map.of("openKey", review.openKey()) : Map.of();
    }

    @Override
    public void taken(Actor actor, ReviewTransition step, AwardReview after) {
        switch (step) {
            case BEGIN, OBJECT -> open(actor, after);
            case DECIDE, REPLACE -> {
                write(actor, after);
                end(actor, after);
            }
            case SET_DECISION_ASIDE -> {
                cases.setAside(after.subject().caseId());
                end(actor, after);
            }
            case UPHOLD, CLOSE -> end(actor, after);
            case END_EXIT -> endExit(actor, after);
            default -> {}
        }
    }

    /** Officers of the town and of the county see the family, for purpose B. */
    private void open(Actor actor, AwardReview review) {
        String id = review.subject().caseId();
        Award award = awards.of(id).orElseThrow();
        ReviewCode refusal = award.refusal(review.subject().cause(), actor.today());
        if (refusal != null) {
            throw new Problem(refusal);
        }
        graph.query(LINK).bindAll(Map.of("id", review.id(), "case", id)).run();
        Caller office = acting(actor, review);
        String basis =
                bases.register(
                        office,
                        new BasisRegistry.Registration(
                                BasisKind.CASE,
                                review.id(),
                                review.id(),
                                List.of(Purpose.B),
                                Stream.concat(
                                                Stream.of(award.applicant()),
                                                award.members().stream())
                                        .collect(Collectors.toSet()),
                                Set.of(),
                                Set.of(),
                                Stream.of(Role.TOWN_OFFICER, Role.COUNTY_OFFICER)
                                        .map(role -> party(review, role))
                                        .toList(),
                                actor.today().plusDays(OPEN_DAYS)));
        bases.joinFamilyOf(office, basis, Purpose.B, award.applicant());
    }

    private static BasisRegistry.Party party(AwardReview review, Role role) {
        return new BasisRegistry.Party(review.subject().department(), null, role, null);
    }

    private void end(Actor actor, AwardReview review) {
        if (review.family().basis() instanceof String basis) {
            bases.end(acting(actor, review), basis);
        }
    }

    /** The department that answers for it keeps its bases and records, whoever takes the step. */
    private static Caller acting(Actor actor, AwardReview review) {
        return actor.of(review.subject().department());
    }

    /** The record says what was decided, or neither is. */
    private void write(Actor actor, AwardReview review) {
        AwardReview.Proposal decided = review.proposal();
        ReviewOutcome outcome = Objects.requireNonNull(decided.outcome());
        if (outcome == ReviewOutcome.UNCHANGED) {
            return;
        }
        awards.lock(review.subject().caseId());
        Award award = awards.of(review.subject().caseId()).orElseThrow();
        if (!award.takes(review.subject(), outcome)) {
            throw new Problem(ReviewCode.AWARD_CHANGED);
        }
        Map<String, Object> items = new HashMap<>();
        switch (outcome) {
            case CHANGED -> {
                items.put("status", "ACTIVE");
                items.put(award.amountItem(), Yuan.text(Objects.requireNonNull(decided.amount())));
            }
            case GRADUAL_EXIT -> {
                items.put("status", Award.GRADUAL_EXIT);
                items.put(
                        "gradualExitUntil", Objects.requireNonNull(decided.exitUntil()).toString());
            }
            default -> items.putAll(ended(award, outcome));
        }
        awards.write(
                acting(actor, review),
                award,
                items,
                outcome == ReviewOutcome.GRADUAL_EXIT ? null : kept(review));
        if (decided.amount() instanceof Long fen && !review.adverse()) {
            awards.amend(award, fen);
        }
    }

    /**
     * Less is given from the next month on, more from this month on; what was decided wrongly is
     * put right for all months since, and what is lacking of those that are paid is owed.
     */
    private static @Nullable YearMonth kept(AwardReview review) {
        return review.effectiveFrom() instanceof YearMonth from ? from.minusMonths(1) : null;
    }

    private static Map<String, Object> ended(Award award, ReviewOutcome outcome) {
        return award.category().equals(Award.MINIMUM_LIVING)
                ? Map.of("status", "STOPPED")
                : Map.of(
                        "status",
                        "ENDED",
                        "stopReason",
                        outcome == ReviewOutcome.DECEASED ? "DEATH" : "MEANS_CHANGED");
    }

    /** Unless something else was decided since. */
    private void endExit(Actor actor, AwardReview review) {
        awards.lock(review.subject().caseId());
        Award award = awards.of(review.subject().caseId()).orElseThrow();
        if (award.status().equals(Award.GRADUAL_EXIT)) {
            awards.write(
                    acting(actor, review),
                    award,
                    ended(award, ReviewOutcome.STOPPED),
                    kept(review));
        }
    }

    @Override
    public Entry entry(Actor actor, Reason stated, ReviewTransition step, AwardReview after) {
        return entry(
                actor.caller(),
                Kind.WRITE,
                after,
                List.of(after.subject().category()),
                after.stepText(step));
    }

    /** {@return that something of it was read: what its check says, or what people wrote} */
    static Entry read(Caller caller, AwardReview review, String what) {
        return entry(
                caller,
                Kind.READ,
                review,
                List.of(review.subject().category()),
                review.id() + " " + what);
    }

    private static Entry entry(
            Caller caller, Kind kind, AwardReview review, List<String> categories, String what) {
        return new Entry(
                kind,
                caller.department(),
                caller.client(),
                Purpose.B.name(),
                review.family().basis(),
                List.of(),
                categories,
                List.of(review.family().applicant()),
                Digests.hex(what),
                null);
    }
}
