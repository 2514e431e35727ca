package org.lianji.identity;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.corrections.Corrections;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.paging.ListSource;
import org.lianji.people.KnownNames;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.TransitionInput;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reviews of identities: opened by the hub as records come in, decided by people. */
@Component
final class IdentityReviews {

    /** Until somebody looks into whose a death is. */
    static final String LIFE_CLOCK = "IDENTITY_LIFE";

    /** Until what somebody has taken on is decided. */
    static final String DECIDE_CLOCK = "IDENTITY_DECIDE";

    /** Of a common name many may wait. */
    private static final int AT_ONCE = 1000;

    /** The newest versions of facts that are about nobody, and that nobody looks into. */
    private static final String ARRIVED =
            """
            UNWIND $facts AS fact
            MATCH (r:Record {id: fact}) WHERE r.linkage = 'TO_REVIEW'
              AND NOT EXISTS { MATCH (m:IdentityReview {openKey: fact}) }
            OPTIONAL MATCH (:Person {idHash: r.claims})-[:MERGED_INTO*0..8]->(p:Person WHERE NOT EXISTS { (p)-[:MERGED_INTO]->() })
            OPTIONAL MATCH (l:IdentityLabel {key: r.key + '|' + coalesce(r.claims, '')}) WHERE l.same = false
            WITH r, p, l WHERE l IS NULL AND (p IS NOT NULL OR r.claims IS NULL)
            RETURN r {.*} AS record, p.id AS person, left(p.idNumber, 6) AS county
            """;

    /** Open reviews whose record is not any more what is looked into. */
    private static final String STALE =
            """
            UNWIND $facts AS fact
            MATCH (m:IdentityReview {openKey: fact})
            WHERE NOT EXISTS { MATCH (r:Record {version: m.recordVersion}) WHERE r.linkage = 'TO_REVIEW' }
            RETURN m.id
            """;

    /** Deaths and ends of registrations. */

    /** Payments, and statuses that give a right to them. */
    private static final Set<String> OF_LIVELIHOOD =
            Set.of(
                    "MZ01", "MZ02", "MZ03", "MZ04", "MZ05", "MZ07", "MZ08", "MZ09", "JY02", "JY03",
                    "NM01", "NM03", "RS03", "RS04", "YB02", "YJ01", "ZJ01", "CL01");

    private final Neo4jClient graph;
    private final Procedures<IdentityReviewState, IdentityReviewTransition, IdentityReview> matters;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Corrections corrections;
    private final CandidateSearch candidates;
    private final DecidedLinks links;

    IdentityReviews(
            Neo4jClient graph,
            IdentityReviewFlow flow,
            ProcedureKernel kernel,
            Catalogue catalogue,
            Regions regions,
            Corrections corrections,
            CandidateSearch candidates,
            DecidedLinks links) {
        this.graph = graph;
        this.matters = kernel.of(flow);
        this.catalogue = catalogue;
        this.regions = regions;
        this.corrections = corrections;
        this.candidates = candidates;
        this.links = links;
    }

    /** Somebody else may be meant where one was told apart. */
    void decided(String review) {
        matters.find(review).ifPresent(one -> arrived(List.of(one.of().fact())));
    }

    /**
     * What came of rows that were looked at.
     *
     * @param opened reviews that were opened
     * @param linked rows without a number that were linked by what was decided before
     */
    record Tally(int opened, int linked) {

        private Tally and(Tally other) {
            return new Tally(opened + other.opened, linked + other.linked);
        }
    }

    /** {@return what was opened, to be looked into; what is so no longer lapses} */
    Tally arrived(Collection<String> facts) {
        List<String> all = List.copyOf(facts);
        Tally looked = new Tally(0, 0);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            looked = looked.and(some(all.subList(from, Math.min(from + AT_ONCE, all.size()))));
        }
        return looked;
    }

    private Tally some(List<String> facts) {
        for (String stale :
                graph.query(STALE).bind(facts).to("facts").fetchAs(String.class).all()) {
            matters.find(stale)
                    .ifPresent(
                            review ->
                                    matters.advance(
                                            IdentityReviewTransition.LAPSE, review, one -> one));
        }
        Tally looked = new Tally(0, 0);
        Map<String, List<Record>> numberless = new TreeMap<>();
        for (Record arrived :
                graph.query(ARRIVED)
                        .bind(facts)
                        .to("facts")
                        .fetchAs(Record.class)
                        .mappedBy((_, row) -> row)
                        .all()) {
            if (arrived.get("person").isNull()) {
                numberless
                        .computeIfAbsent(
                                arrived.get("record").get("category").asString(),
                                _ -> new ArrayList<>())
                        .add(arrived);
            } else {
                boolean opened =
                        open(
                                arrived.get("record"),
                                IdentityReview.Reason.NAME_DIFFERS,
                                new CandidateSearch.Candidate(arrived.get("person").asString(), 0),
                                arrived.get("county").asString());
                looked = looked.and(new Tally(opened ? 1 : 0, 0));
            }
        }
        for (Map.Entry<String, List<Record>> some : numberless.entrySet()) {
            looked =
                    looked.and(
                            search(
                                    catalogue.category(some.getKey()).orElseThrow(),
                                    some.getValue().stream()
                                            .map(one -> one.get("record"))
                                            .toList()));
        }
        return looked;
    }

    private Tally search(Category category, List<Value> records) {
        List<Value> undecided = records.stream().filter(one -> !links.link(category, one)).toList();
        Map<String, CandidateSearch.Candidate> found = candidates.of(category, undecided);
        int opened = 0;
        for (Value record : undecided) {
            CandidateSearch.Candidate likeliest = found.get(record.get("id").asString());
            if (likeliest != null && open(record, IdentityReview.Reason.NO_NUMBER, likeliest, "")) {
                opened++;
            }
        }
        return new Tally(opened, records.size() - undecided.size());
    }

    /**
     * {@return whether it was opened: not where whoever was faster has, nor where the candidate has
     * gone since the search}
     */
    private boolean open(
            Value record,
            IdentityReview.Reason reason,
            CandidateSearch.Candidate candidate,
            String county) {
        Category category = catalogue.category(record.get("category").asString()).orElseThrow();
        IdentityReview.Of of =
                new IdentityReview.Of(
                        category.owner().code(),
                        category.code(),
                        record.get("id").asString(),
                        record.get("version").asString(),
                        reason,
                        risk(category),
                        candidate.rivals(),
                        places(category, record, county));
        try {
            matters.beginByHub(
                    IdentityReviewTransition.ARRIVE,
                    begun -> new IdentityReview(begun, of, null, null, candidate.person(), null));
            return true;
        } catch (DataIntegrityViolationException e) {
            return false;
        } catch (Problem e) {
            if (e.code() != IdentityCode.RECORD_MOVED_ON) {
                throw e;
            }
            return false;
        }
    }

    private static IdentityReview.Risk risk(Category category) {
        if (KnownNames.OF_LIFE.contains(category.code())) {
            return IdentityReview.Risk.LIFE;
        }
        return OF_LIVELIHOOD.contains(category.code())
                ? IdentityReview.Risk.LIVELIHOOD
                : IdentityReview.Risk.ORDINARY;
    }

    /**
     * {@return where it lies: where the record says, else in the county of the number that it came
     * with; never where the person is known to live, which its department may not know}
     */
    private List<String> places(Category category, Value record, String county) {
        String region =
                category.items().stream()
                        .filter(item -> item.type() == ItemType.Scalar.REGION_CODE && !item.list())
                        .map(Item::name)
                        .filter(name -> !record.get(name).isNull())
                        .map(name -> record.get(name).asString())
                        .findFirst()
                        .or(() -> Regions.countyOf(county))
                        .orElse(county + "000000");
        return regions.exists(region) && !regions.whole(region)
                ? Regions.upToProvince(region)
                : Regions.WHOLE.reversed();
    }

    Optional<IdentityReview> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    /**
     * Which reviews a caller asks for; null asks for all.
     *
     * @param risk what hangs on them
     * @param region code of a region in which they lie
     * @param mine only those that the caller has taken on
     */
    record Filter(
            @Nullable IdentityReviewState state,
            IdentityReview.@Nullable Risk risk,
            @Nullable String region,
            boolean mine) {

        private Fragment which(Caller caller) {
            Fragment which = Procedures.within(region);
            which =
                    risk == null
                            ? which
                            : which.and(Fragment.of("m.risk = $risk", "risk", risk.name()));
            return mine
                    ? which.and(Fragment.of("m.handler = $client", "client", caller.client()))
                    : which;
        }
    }

    /** {@return the reviews of the caller's department and region, the newest first} */
    ListSource<IdentityReview> listing(Caller caller, Filter filter) {
        return matters.listing(caller, filter.which(caller), filter.state());
    }

    /** {@return the review, taken on by the caller, with the basis that was registered} */
    IdentityReview claim(MutationCall call, Reason stated, TransitionInput step) {
        IdentityReview claimed =
                matters.take(
                        call,
                        stated,
                        IdentityReviewTransition.CLAIM,
                        step,
                        one -> one.handledBy(call.caller().client()));
        return matters.find(claimed.id()).orElse(claimed);
    }

    /**
     * {@return the review, in which its handler says that the source of an item is wrong}
     *
     * @throws Problem ITEM_NOT_SEEN where they don't see the item on the review's basis
     */
    IdentityReview ask(
            MutationCall call, Reason stated, TransitionInput step, Corrections.Claim claim) {
        return matters.take(
                call,
                stated,
                IdentityReviewTransition.ASK_SOURCE,
                step,
                one ->
                        one.asking(
                                corrections.raise(
                                        call.caller(),
                                        new Reason(Purpose.C.name(), one.basis()),
                                        claim)));
    }
}
