package org.lianji.identity;

import org.lianji.audit.Act;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisKind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.database.Fragment;
import org.lianji.people.MatterPlaces;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.lianji.records.RecordLinks;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reviews in the graph: {@code (:IdentityReview)-[:CANDIDATE]->(:Person)}. */
@Component
final class IdentityReviewFlow
        implements Flow<IdentityReviewState, IdentityReviewTransition, IdentityReview> {

    private static final String LINK =
            """
            MATCH (m:IdentityReview {id: $id}), (p:Person {id: $person})
            MERGE (m)-[:CANDIDATE]->(p)
            RETURN true
            """;

    /** A basis of a review ends with it, and after so many days at the latest. */
    private static final int OPEN_DAYS = 60;

    private final Neo4jClient graph;
    private final BasisRegistry bases;
    private final IdentityLabels labels;
    private final RecordLinks links;
    private final Catalogue catalogue;

    IdentityReviewFlow(
            Neo4jClient graph,
            BasisRegistry bases,
            IdentityLabels labels,
            RecordLinks links,
            Catalogue catalogue) {
        this.graph = graph;
        this.bases = bases;
        this.labels = labels;
        this.links = links;
        this.catalogue = catalogue;
    }

    @Override
    public Class<IdentityReviewState> states() {
        return IdentityReviewState.class;
    }

    @Override
    public Class<IdentityReviewTransition> table() {
        return IdentityReviewTransition.class;
    }

    @Override
    public Class<IdentityReview> matter() {
        return IdentityReview.class;
    }

    @Override
    public char letter() {
        return 'I';
    }

    @Override
    public Code notFound() {
        return IdentityCode.REVIEW_NOT_FOUND;
    }

    @Override
    public String linked() {
        return """
        , candidate: head([(m)-[:CANDIDATE]->(p:Person) | p.id])
        """
                + BasisRegistry.OF_MATTER;
    }

    /** Officers of the department whose record it is, in whose region it lies. */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        return caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                ? Fragment.of("m.department = $department", "department", caller.department())
                        .and(
                                Fragment.any(
                                        List.of(
                                                MatterPlaces.within("region", caller.region()),
                                                Fragment.of("m.inCounty IS NULL"))))
                : Fragment.FALSE;
    }

    /** A fact is looked into once at a time. */
    @Override
    public Map<String, Object> derived(IdentityReview review) {
        return review.state().open() ? Map.of("openKey", review.of().fact()) : Map.of();
    }

    @Override
    public void taken(Actor actor, IdentityReviewTransition step, IdentityReview after) {
        switch (step) {
            case ARRIVE -> link(after);
            case CLAIM -> register(actor, after);
            case CONFIRM_SAME -> {
                moved(links.link(category(after), version(after), candidate(after), after.id()));
                labels.keep(after, true);
                end(actor, after);
            }
            case DECIDE_DIFFERENT -> {
                labels.keep(after, false);
                end(actor, after);
            }
            case SEPARATE -> {
                labels.keep(after, false);
                moved(links.unlink(category(after), version(after), candidate(after), after.id()));
            }
            case REOPEN -> labels.forget(after);
            case RELEASE, DEFER, LAPSE -> end(actor, after);
            case ASK_SOURCE, PROPOSE_SAME, RETURN -> {}
        }
    }

    private static void moved(boolean asItWas) {
        if (!asItWas) {
            throw new Problem(IdentityCode.RECORD_MOVED_ON);
        }
    }

    private Category category(IdentityReview review) {
        return catalogue.category(review.of().category()).orElseThrow();
    }

    private static String version(IdentityReview review) {
        return review.of().recordVersion();
    }

    private static String candidate(IdentityReview review) {
        String candidate = review.candidate();
        if (candidate == null) {
            throw new Problem(IdentityCode.RECORD_MOVED_ON);
        }
        return candidate;
    }

    private void link(IdentityReview review) {
        moved(
                graph.query(LINK)
                        .bindAll(Map.of("id", review.id(), "person", candidate(review)))
                        .fetchAs(Boolean.class)
                        .one()
                        .orElse(false));
    }

    private void register(Actor actor, IdentityReview review) {
        LocalDate until = actor.today().plusDays(OPEN_DAYS);
        String department = review.of().department();
        bases.register(
                actor.caller(),
                new BasisRegistry.Registration(
                        BasisKind.IDENTITY_REVIEW,
                        review.id(),
                        review.id(),
                        List.of(Purpose.C),
                        Set.of(candidate(review)),
                        Set.of(),
                        Set.of(),
                        Stream.of(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                                .map(role -> new BasisRegistry.Party(department, null, role, null))
                                .toList(),
                        until));
    }

    private void end(Actor actor, IdentityReview review) {
        if (review.basis() instanceof String basis) {
            bases.end(ending(actor, review), basis);
        }
    }

    /** What the hub ends is ended for the department whose record it is. */
    private static Caller ending(Actor actor, IdentityReview review) {
        return actor.caller().department().isEmpty()
                ? new Caller(review.of().department(), "hub", Set.of(), "", null)
                : actor.caller();
    }

    /** The candidate reads of what is decided about them. */
    @Override
    public Entry entry(
            Actor actor, Reason stated, IdentityReviewTransition step, IdentityReview after) {
        Act act =
                switch (step) {
                    case CONFIRM_SAME -> Act.RECORD_LINKED;
                    case DECIDE_DIFFERENT -> Act.RECORD_TOLD_APART;
                    case SEPARATE -> Act.RECORD_SEPARATED;
                    default -> null;
                };
        return new Entry(
                Kind.WRITE,
                actor.caller().department(),
                actor.caller().client(),
                Purpose.C.name(),
                after.basis(),
                List.of(),
                List.of(after.of().category()),
                act == null ? List.of() : List.of(candidate(after)),
                Digests.hex(after.stepText(step)),
                null,
                act);
    }
}
