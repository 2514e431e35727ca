package org.lianji.referral;

import org.jspecify.annotations.Nullable;
import org.lianji.charity.HelpKind;
import org.lianji.charity.HelpRecords;
import org.lianji.charity.Organisations;
import org.lianji.people.Deaths;
import org.lianji.people.Kinship;
import org.lianji.platform.Caller;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to match: open needs, offers that have not ended, and which fit. */
@Component
final class MatchGraph {

    /** Needs of one run. */
    private static final int NEEDS = 5_000;

    /** Needs of a run over everybody. */
    private static final int ALL_NEEDS = 100_000;

    /** Needs whose offers are looked up in one statement. */
    private static final int TOGETHER = 500;

    /** Offers that are looked at for one need. */
    private static final int CANDIDATES = 20;

    /** In the order in which they are proposed, so that nobody waits in a ring. */
    private static final String LOCK =
            """
            MATCH (n:HelpNeed {state: 'OPEN'}) WHERE $region IN n.places AND $own IN n.places
            WITH n ORDER BY n.id
            SET n.lock = true
            REMOVE n.lock
            WITH collect(DISTINCT n.kind) AS kinds
            MATCH (o:HelpOffer {state: 'OPEN'}) WHERE o.kind IN kinds
            WITH o ORDER BY o.id
            SET o.lock = true
            REMOVE o.lock
            """;

    private static final String HELPED = HelpRecords.helped("n.kind");

    private static final String ONE =
            "MATCH (n:HelpNeed {id: $need})-[:FOR]->(p:Person)\n"
                    + HelpRecords.lockFamily("n.kind")
                    + "WITH n, p, "
                    + HELPED
                    + "RETURN helped";

    private static final String OPEN =
            """
            MATCH (n:HelpNeed {state: 'OPEN'})-[:FOR]->(p:Person)
            WHERE ($region IS NULL OR $region IN n.places) AND ($own IS NULL OR $own IN n.places) AND n.until >= $today
              AND NOT p.id IN $kin AND NOT %s
            WITH n, p ORDER BY $tiers[n.urgency], n.createdAt, n.id LIMIT $needs
            WITH n, p, COLLECT { MATCH (p)-[:MEMBER_OF]->(h:Household) RETURN DISTINCT h.key ORDER BY h.key } AS households,
            """
                            .formatted(Deaths.of("p"))
                    + HELPED
                    + """
                    RETURN n.id AS id, p.id AS person, n.kind AS kind, n.quantity AS quantity, $tiers[n.urgency] AS tier,
                      n.hardship AS hardship, head([place IN n.places WHERE place ENDS WITH '000000']) AS county,
                      households, [k IN family | k.id] AS family, helped
                    ORDER BY tier, n.createdAt, id
                    """;

    private static final String LEFT =
            """
            MATCH (o:HelpOffer {state: 'OPEN'}) WHERE o.until >= $today AND o.kind IN $kinds
            RETURN o.id AS id, o.capacity - reduce(sum = 0, q IN COLLECT { MATCH (m:Pairing {offer: o.id}) WHERE m.state IN $taking RETURN m.quantity } | sum + q) AS left
            """;

    /** Once a need and an offer have come apart, nobody is asked the same again. */
    private static final String FITTING =
            """
            UNWIND $needs AS id
            MATCH (n:HelpNeed {id: id})-[:FOR]->(p:Person)
            CALL (n, p) {
              MATCH (o:HelpOffer {kind: n.kind})
              WHERE $left[o.id] IS NOT NULL
              MATCH (g:CharityOrganisation {organisation: o.organisation})
              WHERE %s AND NOT EXISTS { MATCH (m:Pairing {need: n.id}) WHERE m.offer = o.id }
              WITH o, $left[o.id] >= n.quantity AS room, any(region IN o.regions WHERE region IN n.places AND NOT region ENDS WITH '00000000') AS near,
                (CASE WHEN size(o.ages) > 0 THEN 1 ELSE 0 END) + (CASE WHEN size(o.hardships) > 0 THEN 1 ELSE 0 END) AS narrow
              ORDER BY room DESC, near DESC, narrow DESC, o.id LIMIT $candidates
              RETURN o, near, narrow
            }
            RETURN n.id AS need, o.id AS offer, near, narrow
            """
                    .formatted(OfferFit.FITS);

    private static final List<String> TAKING =
            Stream.of(PairingState.values()).filter(PairingState::taking).map(Enum::name).toList();

    private static final String ORGANISATIONS =
            "MATCH (o:HelpOffer) WHERE o.id IN $offers RETURN DISTINCT o.organisation";

    private final Neo4jClient graph;
    private final Organisations organisations;
    private final Clock clock;

    MatchGraph(Neo4jClient graph, Organisations organisations, Clock clock) {
        this.graph = graph;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * @param id identifier
     * @param person token
     * @param kind of help
     * @param quantity in the kind's unit
     * @param tier 0 for the most urgent
     * @param hardship of the family
     * @param county code
     * @param households keys of those that they are of
     * @param family tokens of whose help was looked for
     * @param helped whether they have such help already
     */
    record OpenNeed(
            String id,
            String person,
            HelpKind kind,
            int quantity,
            int tier,
            String hardship,
            String county,
            List<String> households,
            List<String> family,
            boolean helped) {

        OpenNeed {
            households = List.copyOf(households);
            family = List.copyOf(family);
        }
    }

    /**
     * @param need identifier
     * @param offer identifier
     * @param near whether it is for the county and not for the whole city
     * @param narrow how much of age and hardship it is meant for
     */
    record FittingOffer(String need, String offer, boolean near, int narrow) {}

    /** Nobody else pairs them until the transaction ends. */
    void lock(String region, String own) {
        graph.query(LOCK).bindAll(Map.of("region", region, "own", own)).run();
    }

    /**
     * {@return open needs, the most urgent first, then the oldest; none of the caller's own or of
     * near relatives, which another officer pairs}
     */
    List<OpenNeed> open(String region, Caller caller) {
        return open(region, caller.region(), kin(caller), NEEDS);
    }

    /** {@return the same of everybody} */
    List<OpenNeed> open() {
        return open(null, null, List.of(), ALL_NEEDS);
    }

    private Collection<String> kin(Caller caller) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("person", caller.person());
        parameters.put("account", Kinship.account(caller.department(), caller.client()));
        return graph.query(Kinship.OF_CALLER).bindAll(parameters).fetchAs(String.class).all();
    }

    private List<OpenNeed> open(
            @Nullable String region, @Nullable String own, Collection<String> kin, int most) {
        Map<String, Object> parameters = helping("");
        parameters.put("region", region);
        parameters.put("own", own);
        parameters.put("kin", List.copyOf(kin));
        parameters.put("today", LocalDate.now(clock));
        parameters.put("needs", most);
        parameters.put(
                "tiers",
                Stream.of(HelpNeed.Urgency.values())
                        .collect(Collectors.toMap(Enum::name, Enum::ordinal)));
        return List.copyOf(
                graph.query(OPEN)
                        .bindAll(parameters)
                        .fetchAs(OpenNeed.class)
                        .mappedBy((_, row) -> need(row))
                        .all());
    }

    /**
     * {@return whether who has the need has such help already; nobody else pairs them until the
     * transaction ends}
     *
     * @param except identifier of a pairing that doesn't count
     */
    boolean helped(String need, String except) {
        Map<String, Object> parameters = helping(except);
        parameters.put("need", need);
        return graph.query(ONE).bindAll(parameters).fetchAs(Boolean.class).one().orElse(false);
    }

    private Map<String, Object> helping(String except) {
        return new HashMap<>(HelpRecords.helping(except, ZonedDateTime.now(clock)));
    }

    private static OpenNeed need(MapAccessor row) {
        return new OpenNeed(
                row.get("id").asString(),
                row.get("person").asString(),
                HelpKind.valueOf(row.get("kind").asString()),
                row.get("quantity").asInt(),
                row.get("tier").asInt(),
                row.get("hardship").asString(),
                row.get("county").asString(),
                row.get("households").asList(Value::asString),
                row.get("family").asList(Value::asString),
                row.get("helped").asBoolean());
    }

    /** {@return of each offer of the kinds, how much is left} */
    Map<String, Integer> left(Collection<HelpKind> kinds) {
        Map<String, Integer> left = new HashMap<>();
        graph.query(LEFT)
                .bindAll(
                        Map.of(
                                "today",
                                LocalDate.now(clock),
                                "kinds",
                                kinds.stream().map(Enum::name).toList(),
                                "taking",
                                TAKING))
                .fetch()
                .all()
                .forEach(
                        row ->
                                left.put(
                                        String.valueOf(row.get("id")),
                                        Math.max(
                                                0,
                                                ((Number) Objects.requireNonNull(row.get("left")))
                                                        .intValue())));
        return left;
    }

    /** {@return which of the offers could be proposed for which of the needs} */
    List<FittingOffer> fitting(List<String> needs, Map<String, Integer> left) {
        Collection<String> offering =
                graph.query(ORGANISATIONS)
                        .bind(List.copyOf(left.keySet()))
                        .to("offers")
                        .fetchAs(String.class)
                        .all();
        Map<String, List<String>> relatives = organisations.relatives(offering);
        List<FittingOffer> fitting = new ArrayList<>();
        for (int from = 0; from < needs.size(); from += TOGETHER) {
            fitting.addAll(
                    some(
                            needs.subList(from, Math.min(from + TOGETHER, needs.size())),
                            left,
                            relatives));
        }
        return fitting;
    }

    private List<FittingOffer> some(
            List<String> needs, Map<String, Integer> left, Map<String, List<String>> relatives) {
        return List.copyOf(
                graph.query(FITTING)
                        .bindAll(
                                Map.of(
                                        "needs", needs,
                                        "left", left,
                                        "relatives", relatives,
                                        "today", LocalDate.now(clock),
                                        "candidates", CANDIDATES))
                        .fetchAs(FittingOffer.class)
                        .mappedBy(
                                (_, row) ->
                                        new FittingOffer(
                                                row.get("need").asString(),
                                                row.get("offer").asString(),
                                                row.get("near").asBoolean(),
                                                row.get("narrow").asInt()))
                        .all());
    }
}
