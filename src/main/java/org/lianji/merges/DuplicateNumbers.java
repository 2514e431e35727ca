package org.lianji.merges;

import org.lianji.access.AccessPolicy;
import org.lianji.access.Grant;
import org.lianji.access.LedPerson;
import org.lianji.access.PopulationCypher;
import org.lianji.access.ReadPurpose;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.people.Kinship;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether two persons may be merged. Two valid numbers are two people, unless the police have
 * cancelled one as a duplicate: judged by what shows to the caller alone for what the basis serves,
 * and refused in the same words whatever is missing, so that a refusal tells nothing.
 */
@Component
final class DuplicateNumbers {

    /** Cancelled registrations, and why. */
    private static final String CANCELLED = "GA02";

    private static final String REASON = "reason";

    /** Of the caller's own region, and on a basis whose looks the person is told of. */
    private static final String LED =
            LedPerson.MATCH
                    + """
                      AND (b.shownFrom IS NULL OR b.shownFrom <= $now)
                      AND ($everywhere OR EXISTS {
                        MATCH (p)-[at:RESIDES_IN|REGISTERED_IN]->(:Region)-[:PART_OF*0..4]->(:Region {code: $region})
                        WHERE (at.from IS NULL OR at.from <= $today) AND (at.to IS NULL OR at.to > $today) })
                    UNWIND b.purposes AS purpose RETURN DISTINCT purpose
                    """;

    private static final String PROVEN =
            """
            MATCH (p:Person {id: $merged}), (k:Person {id: $kept})
            WHERE p <> k
              AND NOT EXISTS { (p)-[:MERGED_INTO]->() } AND NOT EXISTS { (k)-[:MERGED_INTO]->() }
              AND NOT k.id IN %s
              AND toInteger(substring(p.idNumber, 16, 1)) %% 2 = toInteger(substring(k.idNumber, 16, 1)) %% 2
              AND NOT EXISTS { MATCH (m:PersonMerge {pair: $pair}) WHERE m.state IN ['DIFFERENT', 'SPLIT'] }
              AND EXISTS { MATCH (p)<-[:ABOUT]-(r:Record:`%s`) WHERE r.reason = 'DUPLICATE' }
              AND NOT EXISTS { MATCH (k)<-[:ABOUT]-(r:Record:`%s`) }
              AND %s
            RETURN p.id LIMIT 1
            """;

    private static final String RELATED =
            "MATCH (p:Person) WHERE p.id IN [$kept, $merged] WITH p, %s AS kin WHERE any(one IN $self WHERE one IN kin) RETURN p.id LIMIT 1"
                    .formatted(Kinship.of("p"));

    private final Neo4jClient graph;
    private final AccessPolicy policy;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Clock clock;

    DuplicateNumbers(
            Neo4jClient graph,
            AccessPolicy policy,
            Catalogue catalogue,
            Regions regions,
            Clock clock) {
        this.regions = regions;
        this.graph = graph;
        this.policy = policy;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * Checks what is judged before both when it is proposed and when it is confirmed.
     *
     * @throws Problem MERGE_NOT_PROVEN, MERGE_OF_RELATIVE
     */
    void check(Caller caller, String basis, PersonMerge.Of of) {
        Set<String> purposes = purposes(caller, basis, of.kept());
        purposes.retainAll(purposes(caller, basis, of.merged()));
        if (purposes.stream().noneMatch(one -> proven(caller, Purpose.valueOf(one), basis, of))) {
            throw new Problem(PersonMergeCode.MERGE_NOT_PROVEN);
        }
        if (found(
                RELATED,
                Map.of("kept", of.kept(), "merged", of.merged(), "self", Kinship.names(caller)))) {
            throw new Problem(PersonMergeCode.MERGE_OF_RELATIVE);
        }
    }

    /** What the basis serves; nothing of whom it does not lead to. */
    private Set<String> purposes(Caller caller, String basis, String person) {
        Map<String, Object> values =
                LedPerson.parameters(caller, basis, person, ZonedDateTime.now(clock));
        values.put("today", LocalDate.now(clock));
        values.put("region", caller.region());
        values.put("everywhere", regions.whole(caller.region()));
        return new HashSet<>(graph.query(LED).bindAll(values).fetchAs(String.class).all());
    }

    private boolean proven(Caller caller, Purpose purpose, String basis, PersonMerge.Of of) {
        Category cancelled = catalogue.category(CANCELLED).orElseThrow();
        Grant grant = policy.grant(caller, new ReadPurpose(purpose, basis), cancelled);
        Map<String, Object> values = new HashMap<>(PopulationCypher.day(LocalDate.now(clock)));
        values.put("scope", PopulationCypher.rows(grant.clear(REASON)));
        values.putAll(Map.of("kept", of.kept(), "merged", of.merged(), "pair", of.pair()));
        return found(
                PROVEN.formatted(
                        Kinship.of("p"),
                        cancelled.type(),
                        cancelled.type(),
                        PopulationCypher.covered("p", "$scope")),
                values);
    }

    private boolean found(String statement, Map<String, Object> values) {
        return !graph.query(statement).bindAll(values).fetchAs(String.class).all().isEmpty();
    }

    /** {@return the categories that it is judged by} */
    static Set<String> categories() {
        return Set.of(CANCELLED);
    }
}
