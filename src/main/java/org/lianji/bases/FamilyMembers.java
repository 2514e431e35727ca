package org.lianji.bases;

import org.jspecify.annotations.Nullable;
import org.lianji.access.AccessPolicy;
import org.lianji.access.Grant;
import org.lianji.access.PopulationCypher;
import org.lianji.access.ReadPurpose;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.items.HouseholdKind;
import org.lianji.items.Item;
import org.lianji.platform.Caller;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Joins an applicant's family to a basis, by the household. Only memberships that show lead to
 * anybody, the applicant's when it is opened, the others' when they are read: what is asked on the
 * basis must not tell who lives with whom.
 */
@Component
final class FamilyMembers {

    private static final String SHOWS =
            """
            any(way IN $ways WHERE way.category = %1$s.category AND all(scopes IN way.scopes WHERE %2$s))
            AND (%1$s.from IS NULL OR %1$s.from <= $today) AND (%1$s.to IS NULL OR %1$s.to > $today)
            """;

    private static final String JOIN =
            """
            MATCH (b:Basis {id: $id})
            MATCH (a:Person {idHash: $applicant})-[m:MEMBER_OF]->(h:Household {kind: $kind})
            WHERE %s
            SET b.family = $kind
            MERGE (b)-[:CONCERNS]->(h)
            RETURN count(*) AS households
            """
                    .formatted(SHOWS.formatted("m", PopulationCypher.covered("a", "scopes")));

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
     * registered with the applicant; the basis says which.
     *
     * @param applicant keyed hash of the ID number
     */
    void join(Caller caller, ReadPurpose reason, String applicant, LocalDate today) {
        List<Map<String, Object>> ways = ways(policy.grants(caller, reason));
        for (HouseholdKind kind :
                List.of(HouseholdKind.LIVING_TOGETHER, HouseholdKind.REGISTERED)) {
            if (joined(kind, reason.basis(), applicant, ways, today)) {
                return;
            }
        }
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
