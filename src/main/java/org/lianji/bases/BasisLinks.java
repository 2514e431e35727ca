package org.lianji.bases;

import org.jspecify.annotations.Nullable;
import org.lianji.access.ReadPurpose;
import org.lianji.people.Identity;
import org.lianji.people.IdentityHash;
import org.lianji.people.MergedPersons;
import org.lianji.platform.Caller;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ties a basis to whom it is about and who may read on it. A person is tied by what they are known
 * by, so that who comes to be known later is in sight from then on.
 */
@Component
final class BasisLinks {

    private static final String CONCERN =
            """
            MATCH (b:Basis {id: $id})
            UNWIND $persons AS person
            MERGE (k:Identity {hash: person.hash})
            MERGE (b)-[c:CONCERNS]->(k)
            SET c.consent = person.consent
            """;

    private static final String CONCERN_KNOWN =
            """
            MATCH (b:Basis {id: $id})
            UNWIND $tokens AS token
            MATCH %s
            WITH DISTINCT b, p
            %s
            MERGE (b)-[:CONCERNS]->(who)
            """
                    .formatted(
                            MergedPersons.led("id", "token", "p"),
                            MergedPersons.knownBy("p", "who"));

    private static final String CONCERN_HOUSEHOLDS =
            """
            MATCH (b:Basis {id: $id})
            MATCH (h:Household) WHERE h.id IN $tokens
            MERGE (b)-[:CONCERNS]->(h)
            """;

    private static final String COVER =
            """
            MATCH (b:Basis {id: $id})
            MATCH (g:Region) WHERE g.code IN $regions
            MERGE (b)-[:COVERS]->(g)
            """;

    private static final String PARTY =
            """
            MATCH (b:Basis {id: $id})
            CREATE (b)-[:PARTY]->(p:Party)
            SET p = $party
            """;

    private static final String PARTIES =
            """
            UNWIND $ids AS id
            MATCH (:Basis {id: id})-[:PARTY]->(p:Party)
            WITH id, p ORDER BY p.department, p.client, p.role, p.until
            RETURN id, collect(p {.department, .client, .role, .until}) AS parties
            """;

    private final Neo4jClient graph;
    private final IdentityHash hash;
    private final FamilyMembers family;
    private final BasisDays days;
    private final MergedPersons merged;

    BasisLinks(
            Neo4jClient graph,
            IdentityHash hash,
            FamilyMembers family,
            BasisDays days,
            MergedPersons merged) {
        this.graph = graph;
        this.hash = hash;
        this.family = family;
        this.days = days;
        this.merged = merged;
    }

    /** Who may read on a basis, as it is shown. */
    record PartyView(
            String department,
            @Nullable String client,
            @Nullable String role,
            @Nullable ZonedDateTime until) {

        private static PartyView of(Value party) {
            return new PartyView(
                    party.get("department").asString(),
                    party.get("client").asString(null),
                    party.get("role").asString(null),
                    party.get("until").isNull() ? null : party.get("until").asZonedDateTime());
        }
    }

    /** {@return the parties of each basis that has some} */
    Map<String, List<PartyView>> parties(Collection<String> ids) {
        Map<String, List<PartyView>> parties = new HashMap<>();
        graph.query(PARTIES)
                .bind(List.copyOf(ids))
                .to("ids")
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(
                        row ->
                                parties.put(
                                        row.get("id").asString(),
                                        row.get("parties").asList(PartyView::of)));
        return parties;
    }

    /** Of what a client opens its department is the party. */
    void of(Caller caller, String id, Basis.OpeningRequest opening) {
        List<Basis.ConcernedPerson> persons = opening.persons();
        concern(id, persons.stream().map(this::row).toList());
        if (opening.withFamily() && !persons.isEmpty()) {
            family.join(
                    caller,
                    new ReadPurpose(opening.purpose(), id),
                    hash.of(persons.getFirst().idNumber()),
                    days.today());
        }
        graph.query(COVER).bindAll(Map.of("id", id, "regions", opening.regions())).run();
        party(id, BasisRegistry.Party.of(caller.department()));
    }

    /** Whom a flow's matter is about. */
    void of(String id, BasisRegistry.Registration matter) {
        concern(id, matter.identities().stream().map(BasisLinks::row).toList());
        link(CONCERN_KNOWN, id, matter.persons());
        link(CONCERN_HOUSEHOLDS, id, matter.households());
        matter.parties().forEach(party -> party(id, party));
    }

    void party(String id, BasisRegistry.Party party) {
        ZonedDateTime until = party.until() == null ? null : days.endOf(party.until());
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("department", party.department());
        row.put("client", party.client());
        row.put("role", party.role() == null ? null : party.role().name());
        row.put("until", until);
        graph.query(PARTY).bindAll(Map.of("id", id, "party", row)).run();
    }

    private void concern(String id, List<Map<String, Object>> persons) {
        graph.query(CONCERN).bindAll(Map.of("id", id, "persons", persons)).run();
        merged.follow(
                persons.stream()
                        .map(row -> new Identity(String.valueOf(row.get("hash")), ""))
                        .toList());
    }

    private void link(String statement, String id, Collection<String> tokens) {
        graph.query(statement).bindAll(Map.of("id", id, "tokens", List.copyOf(tokens))).run();
    }

    private Map<String, Object> row(Basis.ConcernedPerson person) {
        Map<String, Object> row = new HashMap<>(row(hash.of(person.idNumber())));
        row.put("consent", person.consentNo());
        return row;
    }

    private static Map<String, Object> row(String hash) {
        return Map.of("hash", hash);
    }
}
