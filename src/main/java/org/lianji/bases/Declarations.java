package org.lianji.bases;

import org.lianji.people.IdentityHash;
import org.lianji.people.Kinship;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Faults;
import org.lianji.platform.Problem;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * What clients open on their word: so many a day, and some of it confirmed by the head, a part that
 * is drawn and whatever stands out. Whoever opened it is not told which: that a person is of
 * another region is nothing to be learnt by naming them.
 */
@Component
public class Declarations {

    private static final Pattern NUMBER = Pattern.compile(".*\\d.*", Pattern.DOTALL);

    /** What is taken beyond the bound goes back with the transaction. */
    private static final String TAKE =
            """
            UNWIND $counts AS count
            MERGE (c:DeclarationCount {key: count.key}) ON CREATE SET c.day = $day, c.taken = 0
            SET c.taken = c.taken + count.more
            RETURN all(within IN collect(c.taken <= count.most) WHERE within)
            """;

    private static final String FORGET = "MATCH (c:DeclarationCount) WHERE c.day < $day DELETE c";

    /**
     * Who is known to live or be registered elsewhere, or is the client's own family, by the token
     * or by the account that was registered.
     */
    private static final String STANDING_OUT =
            """
            MATCH (:Basis {id: $id})-[:CONCERNS]->(key:Identity)
            MATCH (p:Person {idHash: key.hash})
            WITH collect(p) AS persons, COLLECT {
              MATCH (self:Person {id: $self}) RETURN self
              UNION MATCH (:Worker {account: $account})-[:IS_PERSON]->(self:Person) RETURN self } AS selves
            RETURN any(p IN persons WHERE NOT $everywhere
                AND EXISTS { (p)-[:RESIDES_IN|REGISTERED_IN]->() }
                AND NOT EXISTS { (p)-[e:RESIDES_IN|REGISTERED_IN]->(:Region)-[:PART_OF*0..4]->(:Region {code: $region})
                  WHERE (e.from IS NULL OR e.from <= $today) AND (e.to IS NULL OR e.to > $today) }) AS elsewhere,
              any(p IN persons WHERE any(self IN selves WHERE p = self
                OR EXISTS { (p)-[:SUPPORTS]-(self) }
                OR EXISTS { (p)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(self) })) AS relative
            """;

    private static final String LATELY =
            """
            MATCH (b:Basis {department: $department})
            WHERE b.opened > $since AND b.client = $client AND b.declared
            RETURN count(b)
            """;

    private static final String AWAIT =
            """
            MATCH (b:Basis {id: $id})
            SET b.confirmReasons = $reasons, b.confirmDue = $due, b.askedUntil = b.until,
              b.until = CASE WHEN b.until < $end THEN b.until ELSE $end END
            """;

    private final Neo4jClient graph;
    private final IdentityHash hash;
    private final BasisDays days;
    private final Regions regions;
    private final DeclarationSettings settings;

    Declarations(
            Neo4jClient graph,
            IdentityHash hash,
            BasisDays days,
            Regions regions,
            DeclarationSettings settings) {
        this.graph = graph;
        this.hash = hash;
        this.days = days;
        this.regions = regions;
        this.settings = settings;
    }

    /**
     * @throws Problem KIND_NOT_DECLARED, BASIS_REFERENCE
     */
    void check(Basis.OpeningRequest opening) {
        if (settings.refused().contains(opening.kind())) {
            throw new Problem(BasisCode.KIND_NOT_DECLARED);
        }
        if (!NUMBER.matcher(opening.reference()).matches()) {
            throw new Problem(BasisCode.BASIS_REFERENCE);
        }
    }

    /**
     * Counts what is opened, in its transaction, and has the head confirm it where need be.
     *
     * @throws Problem TOO_MANY_DECLARED
     */
    void judge(Caller caller, String id, Basis.OpeningRequest opening) {
        count(caller, opening.persons().size());
        List<String> reasons = reasons(caller, id);
        if (!reasons.isEmpty()) {
            graph.query(AWAIT)
                    .bindAll(
                            Map.of(
                                    "id",
                                    id,
                                    "reasons",
                                    reasons,
                                    "due",
                                    days.confirmBy(),
                                    "end",
                                    days.endOf(days.confirmBy())))
                    .run();
        }
    }

    /**
     * Counts what a client opens on its word, in the transaction that opens it; a matter of a flow
     * that an officer begins with a number is no less that.
     *
     * @param persons how many are named
     * @throws Problem TOO_MANY_DECLARED
     */
    public void count(Caller caller, int persons) {
        List<Map<String, Object>> counts =
                List.of(
                        count("department " + caller.department(), 1, settings.perDepartment()),
                        count("client " + caller.client(), persons, settings.personsPerClient()));
        boolean within =
                graph.query(TAKE)
                        .bindAll(Map.of("counts", counts, "day", days.today()))
                        .fetchAs(Boolean.class)
                        .one()
                        .orElse(false);
        if (!within) {
            throw new Problem(
                    BasisCode.TOO_MANY_DECLARED, Map.of(Faults.RETRY_AFTER, days.untilTomorrow()));
        }
    }

    private Map<String, Object> count(String whose, int more, int most) {
        return Map.of("key", days.today() + " " + whose, "more", more, "most", most);
    }

    private List<String> reasons(Caller caller, String id) {
        List<String> reasons = new ArrayList<>();
        if (hash.draw("confirmation of " + id) < settings.drawn()) {
            reasons.add("DRAWN");
        }
        Map<String, Object> out = standingOut(caller, id);
        if (Boolean.TRUE.equals(out.get("relative"))) {
            reasons.add("OWN_FAMILY");
        }
        if (Boolean.TRUE.equals(out.get("elsewhere"))) {
            reasons.add("OTHER_REGION");
        }
        if (lately(caller) > settings.inAnHour()) {
            reasons.add("MANY_AT_ONCE");
        }
        return reasons;
    }

    private Map<String, Object> standingOut(Caller caller, String id) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", id);
        parameters.put("everywhere", regions.whole(caller.region()));
        parameters.put("region", caller.region());
        parameters.put("self", caller.person());
        parameters.put("account", Kinship.account(caller.department(), caller.client()));
        parameters.put("today", days.today());
        return graph.query(STANDING_OUT).bindAll(parameters).fetch().one().orElse(Map.of());
    }

    private long lately(Caller caller) {
        return graph.query(LATELY)
                .bindAll(
                        Map.of(
                                "department", caller.department(),
                                "client", caller.client(),
                                "since", days.now().minusHours(1)))
                .fetchAs(Long.class)
                .one()
                .orElse(0L);
    }

    /** Those of days that are over. */
    @Scheduled(fixedDelay = 60, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
    void forget() {
        graph.query(FORGET).bind(days.today()).to("day").run();
    }
}
