package org.lianji.households;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.contribution.FlowRecord;
import org.lianji.contribution.FlowRecords;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.items.Yuan;
import org.lianji.people.DatedRelations;
import org.lianji.people.Identity;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The records that say who lives together, in force: read, and written anew as civil affairs'. */
@Component
final class HouseholdRecords {

    /** Their categories: families on the allowance, on its margin, and with rigid expenditure. */
    static final List<String> CATEGORIES = List.of("MZ01", "MZ03", "MZ04");

    private static final String MEMBERS = "memberIdNumbers";

    private static final String OF_VISIT =
            """
            MATCH (v:Visit {id: $visit})-[:ON]->(m:Warning|Clue)
            WHERE m.department = $department AND m.client = $client
            MATCH (h:Household {id: $household, kind: 'LIVING_TOGETHER'})
            WHERE EXISTS { MATCH (m)-[:WARNS]->(:Person)-[at:MEMBER_OF]->(h) WHERE %1$s }
               OR EXISTS { MATCH (m)-[:CONCERNS]->(k:Identity) MATCH (:Person {idHash: k.hash})-[at:MEMBER_OF]->(h) WHERE %1$s }
            RETURN m.places AS places
            """
                    .formatted(DatedRelations.held("at"));

    /** Whether nobody whom a visit of the caller's is about is of a household by a record. */
    private static final String NONE =
            """
            MATCH (v:Visit {id: $visit})-[:ON]->(m:Warning|Clue)
            WHERE m.department = $department AND m.client = $client
            WITH COLLECT {
                MATCH (m)-[:WARNS]->(p:Person) RETURN p
                UNION MATCH (m)-[:CONCERNS]->(k:Identity) MATCH (p:Person {idHash: k.hash}) RETURN p } AS persons
            RETURN none(p IN persons WHERE EXISTS {
              MATCH (p)-[at:MEMBER_OF]->(:Household {kind: 'LIVING_TOGETHER'})<-[:ABOUT]-(r:Record {version: at.record})
              WHERE r.category IN $categories AND %s })
            """
                    .formatted(DatedRelations.held("at"));

    /** A record is in force as long as it makes somebody a member. */
    private static final String IN_FORCE =
            """
            MATCH (h:Household {id: $household})<-[:ABOUT]-(r:Record)-[:ABOUT]->(p:Person)
            WHERE r.category IN $categories
              AND EXISTS { MATCH (:Person)-[at:MEMBER_OF {record: r.version}]->(h) WHERE %1$s }
            RETURN r.category AS category, r.recordNo AS recordNo, p.id AS about, r {.*} AS items,
              COLLECT { MATCH (q:Person)-[at:MEMBER_OF {record: r.version}]->(h) WHERE %1$s RETURN q.id } AS members
            ORDER BY category, recordNo
            """
                    .formatted(DatedRelations.held("at"));

    private final Neo4jClient graph;
    private final Catalogue catalogue;
    private final People people;
    private final FlowRecords records;
    private final Clock clock;

    HouseholdRecords(
            Neo4jClient graph,
            Catalogue catalogue,
            People people,
            FlowRecords records,
            Clock clock) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.people = people;
        this.records = records;
        this.clock = clock;
    }

    /**
     * A record in force.
     *
     * @param about token of whom it is about, who is a member of it whatever happens
     * @param members tokens of whom it makes members
     */
    record Current(
            String category,
            String recordNo,
            String about,
            List<String> members,
            Map<String, Object> items) {}

    /**
     * {@return where the family lives; none where the visit is not for a matter of the caller's, or
     * the household not one of somebody whom it is about}
     */
    Optional<List<String>> places(Caller caller, String visit, String household) {
        return graph.query(OF_VISIT)
                .bindAll(
                        Map.of(
                                "visit",
                                visit,
                                "household",
                                household,
                                "department",
                                caller.department(),
                                "client",
                                caller.client(),
                                "today",
                                LocalDate.now(clock)))
                .fetch()
                .one()
                .map(row -> strings(Objects.requireNonNull(row.get("places"))));
    }

    /**
     * {@return whether the visit is for a matter of the caller's, and nobody whom it is about is of
     * a household by a record in force}
     */
    boolean none(Caller caller, String visit) {
        return graph.query(NONE)
                .bindAll(
                        Map.of(
                                "visit",
                                visit,
                                "department",
                                caller.department(),
                                "client",
                                caller.client(),
                                "categories",
                                CATEGORIES,
                                "today",
                                LocalDate.now(clock)))
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    /** {@return the records in force that say who lives in the household} */
    List<Current> of(String household) {
        return List.copyOf(
                graph.query(IN_FORCE)
                        .bindAll(
                                Map.of(
                                        "household",
                                        household,
                                        "categories",
                                        CATEGORIES,
                                        "today",
                                        LocalDate.now(clock)))
                        .fetchAs(Current.class)
                        .mappedBy(
                                (_, row) ->
                                        new Current(
                                                row.get("category").asString(),
                                                row.get("recordNo").asString(),
                                                row.get("about").asString(),
                                                row.get("members").asList(one -> one.asString()),
                                                row.get("items").asMap()))
                        .all());
    }

    /**
     * Writes the change into each record in force that it is one of.
     *
     * @return whether it was one of any
     */
    boolean enter(Caller officer, HouseholdChange change) {
        List<Current> changed =
                of(change.household()).stream()
                        .filter(one -> applies(change.of().kind(), change.person(), one))
                        .toList();
        changed.forEach(one -> write(officer, one, change));
        return !changed.isEmpty();
    }

    /** {@return whether the person can come to the record, or leave it} */
    static boolean applies(HouseholdChangeKind kind, String person, Current record) {
        return switch (kind) {
            case JOINED -> !record.members().contains(person);
            case LEFT -> record.members().contains(person) && !record.about().equals(person);
        };
    }

    private void write(Caller officer, Current record, HouseholdChange change) {
        List<String> members = new ArrayList<>(record.members());
        switch (change.of().kind()) {
            case JOINED -> members.add(change.person());
            case LEFT -> members.remove(change.person());
        }
        Map<String, Object> items = items(record);
        items.put(MEMBERS, people.numbers(members));
        records.write(
                officer,
                new FlowRecord(
                        record.category(),
                        record.about(),
                        record.recordNo(),
                        OffsetDateTime.now(clock),
                        items));
    }

    /** All else that it says, as a contribution writes it. */
    private Map<String, Object> items(Current record) {
        Category category = catalogue.category(record.category()).orElseThrow();
        Map<String, Object> items = new HashMap<>();
        for (Item item : category.items()) {
            if (!item.name().equals(MEMBERS)
                    && record.items().get(item.name()) instanceof Object value) {
                items.put(item.name(), written(item, value));
            }
        }
        return items;
    }

    private Object written(Item item, Object value) {
        return switch (value) {
            case List<?> some -> some.stream().map(one -> written(item, one)).toList();
            case Long fen when item.type() == ItemType.Scalar.MONEY -> Yuan.text(fen);
            case String token when item.type() == ItemType.Scalar.ID_NUMBER ->
                    people.known(token).map(Identity::number).orElseThrow();
            case Number number -> number;
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }
}
