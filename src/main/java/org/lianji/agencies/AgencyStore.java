package org.lianji.agencies;

import org.lianji.people.DatedRelations;
import org.lianji.people.Deaths;
import org.lianji.people.Guardianship;
import org.lianji.people.Kinship;
import org.lianji.people.MergedPersons;
import org.lianji.platform.Caller;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the graph knows of agencies and of those between whom they are. */
@Component
final class AgencyStore {

    private static final String LINK =
            """
            MATCH (m:Agency {id: $id}), (p:Person {id: $principal}), (a:Person {id: $agent})
            CREATE (m)-[:ACTS_FOR]->(p), (m)-[:ACTS_BY]->(a)
            """;

    /** Works in social assistance where the places are, or for a region that they lie in. */
    private static final String WORKS =
            """
            EXISTS { MATCH (a)<-[:IS_PERSON]-(w:Worker {state: 'REGISTERED'})
              WHERE w.places[0] IN $places OR $town IN w.places }\
            """;

    private static final String JUDGE =
            """
            MATCH (p:Person {id: $principal}), (a:Person {id: $agent})
            WITH p, a, %s AS principals, %s AS agents
            RETURN any(one IN $self WHERE one IN principals OR one IN agents) AS related,
              %s OR %s AS dead, %s AS works,
              coalesce(%s, false) AS child, coalesce(%s, false) AS young
            """
                    .formatted(
                            Kinship.of("p"),
                            Kinship.of("a"),
                            Deaths.of("p"),
                            Deaths.of("a"),
                            WORKS,
                            Guardianship.child("p"),
                            Guardianship.child("a"));

    private static final String OVER =
            "MATCH (m:Agency {state: 'VALID'}) WHERE NOT %s RETURN m.id".formatted(inForce("m"));

    private static final String OVER_OF =
            "MATCH (:Person {id: $principal})<-[:ACTS_FOR]-(m:Agency {state: 'VALID'}) WHERE NOT %s RETURN m.id"
                    .formatted(inForce("m"));

    /** Of a child, or by an agency; whoever it is not says the same as whoever there is not. */
    private static final String APPLICANT =
            """
            MATCH (a:Person {id: $caller})<-[:ACTS_BY]-(x:Agency {id: $for})-[:ACTS_FOR]->(p:Person)
            WHERE %s
            RETURN p.id AS person, x.id AS agency, %s AS works
            UNION
            MATCH %s
            WHERE %s
            RETURN w.id AS person, null AS agency, false AS works
            """
                    .formatted(
                            inForce("x"),
                            WORKS,
                            MergedPersons.led("id", "$for", "w"),
                            Guardianship.selfOrWard("w"));

    /** An agency that was ended meanwhile begins nothing. */
    private static final String BEGUN =
            """
            MATCH (x:Agency {id: $agency}) SET x.lock = true REMOVE x.lock
            WITH x WHERE x.state = 'VALID'
            MATCH (m {id: $matter})-[:APPLIES_FOR]->(:Person)
            MERGE (m)-[:APPLIED_UNDER]->(x)
            RETURN count(*) > 0
            """;

    /** Their own, their wards', and what they began for whom they act for today. */
    private static final String MATTERS =
            "MATCH (:Person {id: $caller})<-[:APPLIES_FOR]-(m) RETURN m.id AS id\nUNION\n"
                    + Guardianship.wards("ward")
                    + """
                    MATCH (ward)<-[:APPLIES_FOR]-(m) RETURN m.id AS id
                    UNION
                    MATCH (a:Person {id: $caller})<-[:ACTS_BY]-(x:Agency)-[:ACTS_FOR]->(p:Person)
                    WHERE %s
                    MATCH (p)<-[:APPLIES_FOR]-(m)-[:APPLIED_UNDER]->(:Agency)-[:ACTS_BY]->(a)
                    RETURN m.id AS id
                    """
                            .formatted(inForce("x"));

    /** Families of whom somebody lives in none count by themselves. */
    private static final String OF_MANY =
            """
            UNWIND $agents AS id
            MATCH (a:Person {id: id})
            WITH a, COUNT {
              MATCH (a)<-[:ACTS_BY]-(x:Agency {kind: 'MANDATE'})-[:ACTS_FOR]->(p:Person) WHERE %s
              RETURN DISTINCT coalesce(head(COLLECT { MATCH (p)-[at:MEMBER_OF]->(h:Household) WHERE %s
                RETURN h.id ORDER BY h.kind, h.id }), p.id) AS family } AS families
            WHERE families > $most
            RETURN a.id
            """
                    .formatted(inForce("x"), DatedRelations.held("at"));

    private final Neo4jClient graph;
    private final Clock clock;

    AgencyStore(Neo4jClient graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /** {@return the condition that both of an agency are alive, as far as is known} */
    static String alive(String agency) {
        return "NOT EXISTS { MATCH (%s)-[:ACTS_FOR|ACTS_BY]->(gone:Person) WHERE %s }"
                .formatted(agency, Deaths.of("gone"));
    }

    /** {@return the condition that the agent may act {@code $today}} */
    static String inForce(String agency) {
        return "(%1$s.state = 'VALID' AND (%1$s.until IS NULL OR %1$s.until >= $today) AND %2$s)"
                .formatted(agency, alive(agency));
    }

    void link(Agency agency) {
        graph.query(LINK)
                .bindAll(
                        Map.of(
                                "id",
                                agency.id(),
                                "principal",
                                agency.parties().principal(),
                                "agent",
                                agency.parties().agent()))
                .run();
    }

    /**
     * What is known of the two of whom one is to act for the other.
     *
     * @param related whether either is near to the officer
     * @param dead whether either has died
     * @param works whether the agent works in social assistance there
     * @param child whether the principal is under 18
     * @param young whether the agent is
     */
    record Judgement(boolean related, boolean dead, boolean works, boolean child, boolean young) {}

    Judgement judge(Caller officer, Agency agency) {
        return graph.query(JUDGE)
                .bindAll(days())
                .bindAll(at(agency.authority().places()))
                .bindAll(
                        Map.of(
                                "principal",
                                agency.parties().principal(),
                                "agent",
                                agency.parties().agent(),
                                "self",
                                Kinship.names(officer)))
                .fetchAs(Judgement.class)
                .mappedBy(
                        (_, row) ->
                                new Judgement(
                                        row.get("related").asBoolean(),
                                        row.get("dead").asBoolean(),
                                        row.get("works").asBoolean(),
                                        row.get("child").asBoolean(),
                                        row.get("young").asBoolean()))
                .one()
                .orElseThrow();
    }

    /** {@return identifiers of valid agencies whose last day is over, or of which one has died} */
    Collection<String> over() {
        return graph.query(OVER).bindAll(days()).fetchAs(String.class).all();
    }

    /** {@return the same of one principal} */
    Collection<String> over(String principal) {
        return graph.query(OVER_OF)
                .bindAll(days())
                .bind(principal)
                .to("principal")
                .fetchAs(String.class)
                .all();
    }

    /**
     * For whom somebody applies.
     *
     * @param agency by which; empty for a child's guardian
     * @param works whether they work in social assistance there
     */
    record Found(String person, String agency, boolean works) {}

    Optional<Found> applicant(String self, String forWhom, List<String> places) {
        return graph.query(APPLICANT)
                .bindAll(days())
                .bindAll(at(places))
                .bindAll(Map.of("caller", self, "for", forWhom))
                .fetchAs(Found.class)
                .mappedBy(
                        (_, row) ->
                                new Found(
                                        row.get("person").asString(),
                                        row.get("agency").asString(""),
                                        row.get("works").asBoolean()))
                .first();
    }

    /** {@return whether the agency was still valid under which a matter begins} */
    boolean begun(String matter, String agency) {
        return graph.query(BEGUN)
                .bindAll(Map.of("matter", matter, "agency", agency))
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }

    /** {@return identifiers of what applies for a citizen, or for whom they act today} */
    List<String> matters(String self) {
        return List.copyOf(
                graph.query(MATTERS)
                        .bindAll(days())
                        .bind(self)
                        .to("caller")
                        .fetchAs(String.class)
                        .all());
    }

    /** {@return those agents who act for more families than that by mandates in force} */
    Set<String> ofMany(Collection<String> agents, int most) {
        return new HashSet<>(
                graph.query(OF_MANY)
                        .bindAll(days())
                        .bindAll(Map.of("agents", List.copyOf(agents), "most", most))
                        .fetchAs(String.class)
                        .all());
    }

    private static Map<String, Object> at(List<String> places) {
        return Map.of("places", places, "town", places.get(1));
    }

    private Map<String, Object> days() {
        return new HashMap<>(Guardianship.days(LocalDate.now(clock)));
    }
}
