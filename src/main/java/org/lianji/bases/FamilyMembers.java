package org.lianji.bases;

import org.jspecify.annotations.Nullable;
import org.lianji.access.AccessPolicy;
import org.lianji.access.BasisReach;
import org.lianji.access.ConsentBounds;
import org.lianji.access.Grant;
import org.lianji.access.PopulationCypher;
import org.lianji.access.ReadPurpose;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.items.HouseholdKind;
import org.lianji.items.Item;
import org.lianji.people.DatedRelations;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Joins an applicant's family to a basis, by the household. Only memberships that show lead to
 * anybody, the applicant's when it is opened, the others' when they are read: what is asked on the
 * basis must not tell who lives with whom.
 */
@Component
final class FamilyMembers {

    private static final String SHOWS =
            """
            any(way IN %3$s WHERE way.category = %1$s.category AND all(scopes IN way.scopes WHERE %2$s))
            AND\s\
            """
                    + DatedRelations.held("%1$s");

    private static final String JOIN =
            """
            MATCH (b:Basis {id: $id})
            MATCH (a:Person {idHash: $applicant})-[m:MEMBER_OF]->(h:Household {kind: $kind})
            WHERE %s
            SET b.family = $kind
            MERGE (b)-[:CONCERNS]->(h)
            RETURN count(*) AS households
            """
                    .formatted(
                            SHOWS.formatted("m", PopulationCypher.covered("a", "scopes"), "$ways"));

    private static final String CONCERNED =
            """
            UNWIND $reasons AS reason
            MATCH (b:Basis {id: reason.basis}) WHERE b.closed IS NULL AND b.until > $now
            WITH b, reason.ways AS ways
            CALL (b, ways) {
              MATCH (b)-[:CONCERNS|ASKS]->(k:Identity) MATCH (p:Person {idHash: k.hash})
              RETURN p
              UNION
              MATCH (b)-[:CONCERNS|ASKS]->(p:Person)
              RETURN p
              UNION
              MATCH (b)-[:CONCERNS]->(:Household)<-[m:MEMBER_OF]-(p:Person)
              WHERE %s
              RETURN p
            }
            WITH DISTINCT b, p WHERE NOT %s AND %s
            RETURN b.id AS basis, p.id AS person ORDER BY person
            """
                    .formatted(
                            SHOWS.formatted("m", PopulationCypher.covered("p", "scopes"), "ways"),
                            ConsentBounds.spare("b", "p", "$now"),
                            BasisReach.covers("b", "p"));

    private static final String AWAIT =
            """
            MATCH (b:Basis {id: $id})
            MERGE (k:Identity {hash: $applicant})
            MERGE (b)-[w:AWAITS_FAMILY]->(k)
            SET w.client = $client, w.roles = $roles, w.region = $region, w.purpose = $purpose
            """;

    /**
     * It starts at the few families that are awaited: the persons of a contribution are a thousand,
     * and one plan that starts at them serves every later contribution too.
     */
    private static final String AWAITED =
            """
            MATCH (b:Basis)-[w:AWAITS_FAMILY]->(k:Identity)
            WHERE b.closed IS NULL AND b.until > $now
            WITH b, w, k
            MATCH (p:Person {idHash: k.hash}) USING INDEX SEEK p:Person(idHash)
            WITH b, w, k, p
            WHERE p.id IN $persons
              OR EXISTS { MATCH (p)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(o:Person) WHERE o.id IN $persons }
            RETURN b.id AS basis, k.hash AS applicant, b.department AS department, w.client AS client,
              w.roles AS roles, w.region AS region, w.purpose AS purpose
            """;

    private static final String FOUND =
            """
            MATCH (b:Basis {id: $id})-[w:AWAITS_FAMILY]->(:Identity {hash: $applicant})
            DELETE w
            RETURN DISTINCT b {.*} AS basis
            """;

    private final Neo4jClient graph;
    private final AccessPolicy policy;
    private final Catalogue catalogue;

    FamilyMembers(Neo4jClient graph, AccessPolicy policy, Catalogue catalogue) {
        this.graph = graph;
        this.policy = policy;
        this.catalogue = catalogue;
    }

    /**
     * Joins those who live together with the applicant or, where no such family shows, those
     * registered with the applicant; the basis says which. Where neither shows they are awaited.
     *
     * @param applicant keyed hash of the ID number
     */
    void join(Caller caller, ReadPurpose reason, String applicant, LocalDate today) {
        if (!shows(caller, reason, applicant, today)) {
            graph.query(AWAIT)
                    .bind(reason.basis())
                    .to("id")
                    .bindAll(
                            Map.of(
                                    "applicant", applicant,
                                    "client", caller.client(),
                                    "roles", caller.roles().stream().map(Role::name).toList(),
                                    "region", caller.region(),
                                    "purpose", Objects.requireNonNull(reason.purpose()).name()))
                    .run();
        }
    }

    /**
     * {@return tokens of whom each basis in force leads the caller to, its families as far as they
     * show}
     */
    Map<String, List<String>> concerned(
            Caller caller, List<ReadPurpose> reasons, ZonedDateTime now) {
        List<Map<String, Object>> ways =
                reasons.stream()
                        .map(
                                reason ->
                                        Map.<String, Object>of(
                                                "basis",
                                                String.valueOf(reason.basis()),
                                                "ways",
                                                ways(policy.grants(caller, reason))))
                        .toList();
        return graph
                .query(CONCERNED)
                .bind(ways)
                .to("reasons")
                .bindAll(BasisReach.parameters(caller, now))
                .bindAll(PopulationCypher.day(now.toLocalDate()))
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.get("basis").asString(),
                                Collectors.mapping(
                                        row -> row.get("person").asString(), Collectors.toList())));
    }

    /**
     * Whose family may show by now.
     *
     * @param caller who asked for the family to be joined, as they were then
     */
    record FamilyRequest(Caller caller, Purpose purpose, String basis, String applicant) {

        private ReadPurpose reason() {
            return new ReadPurpose(purpose, basis);
        }

        private static FamilyRequest of(Record row) {
            return new FamilyRequest(
                    new Caller(
                            row.get("department").asString(),
                            row.get("client").asString(),
                            Set.copyOf(
                                    row.get("roles").asList(role -> Role.valueOf(role.asString()))),
                            row.get("region").asString(),
                            null),
                    Purpose.valueOf(row.get("purpose").asString()),
                    row.get("basis").asString(),
                    row.get("applicant").asString());
        }
    }

    /**
     * {@return which of the families that bases in force await one of the persons may belong to}
     */
    List<FamilyRequest> awaited(Collection<String> persons, ZonedDateTime now) {
        return List.copyOf(
                graph.query(AWAITED)
                        .bindAll(Map.of("persons", List.copyOf(persons), "now", now))
                        .fetchAs(FamilyRequest.class)
                        .mappedBy((_, row) -> FamilyRequest.of(row))
                        .all());
    }

    /** {@return the basis, where the family shows now and so was joined} */
    Optional<Basis> joinAwaited(FamilyRequest awaited, LocalDate today) {
        return shows(awaited.caller(), awaited.reason(), awaited.applicant(), today)
                ? graph.query(FOUND)
                        .bindAll(
                                Map.of(
                                        "id", awaited.basis(),
                                        "applicant", awaited.applicant()))
                        .fetch()
                        .one()
                        .map(Bases::basis)
                : Optional.empty();
    }

    private boolean shows(Caller caller, ReadPurpose reason, String applicant, LocalDate today) {
        List<Map<String, Object>> ways = ways(policy.grants(caller, reason));
        return Stream.of(HouseholdKind.LIVING_TOGETHER, HouseholdKind.REGISTERED)
                .anyMatch(kind -> joined(kind, reason.basis(), applicant, ways, today));
    }

    private boolean joined(
            HouseholdKind kind,
            @Nullable String basis,
            String applicant,
            List<Map<String, Object>> ways,
            LocalDate today) {
        return graph.query(JOIN)
                        .bind(basis)
                        .to("id")
                        .bindAll(PopulationCypher.day(today))
                        .bindAll(
                                Map.of(
                                        "applicant", applicant,
                                        "kind", kind.name(),
                                        "ways", ways))
                        .fetchAs(Long.class)
                        .one()
                        .orElse(0L)
                > 0;
    }

    /** The categories whose memberships show, and for whom: each item that makes them must. */
    private List<Map<String, Object>> ways(Map<String, Grant> grants) {
        return catalogue.categories().stream()
                .filter(category -> !category.makers(Item.Role::makesMembers).isEmpty())
                .map(
                        category ->
                                Map.<String, Object>of(
                                        "category",
                                        category.code(),
                                        "scopes",
                                        category.makers(Item.Role::makesMembers).stream()
                                                .map(item -> scopes(grants, category, item))
                                                .toList()))
                .toList();
    }

    private static List<Map<String, Object>> scopes(
            Map<String, Grant> grants, Category category, Item item) {
        return PopulationCypher.rows(
                grants.getOrDefault(category.code(), new Grant.None(Grant.Refusal.NO_AGREEMENT))
                        .clear(item.name()));
    }
}
