package peers.batch;

import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields, each asked for all parents at once. */
@Controller
final class Fields {

    record Person(String id, String idNumber) {}

    record Household(String id, String number, String kind) {}

    /** A record of any category. */
    record Entry(String id, String recordNo, String name, String status, String startMonth) {}

    private static final String TODAY =
            "(m.from IS NULL OR m.from <= date()) AND (m.to IS NULL OR m.to > date())";

    private final Neo4jClient graph;

    Fields(Neo4jClient graph) {
        this.graph = graph;
    }

    @QueryMapping
    Optional<Person> person(@Argument String idHash) {
        return graph.query("MATCH (x:Person {idHash: $h}) RETURN x {.id, .idNumber} AS x")
                .bind(idHash)
                .to("h")
                .fetchAs(Person.class)
                .mappedBy((_, row) -> person(row))
                .one();
    }

    @QueryMapping
    Collection<Entry> allowances(@Argument String status, @Argument int first) {
        return graph.query(
                        """
                        MATCH (x:Record&MinimumLivingAllowance) WHERE x.key STARTS WITH 'MZ01|' AND x.status = $status
                        RETURN x ORDER BY x.status, x.key LIMIT $first
                        """)
                .bindAll(Map.of("status", status, "first", first))
                .fetchAs(Entry.class)
                .mappedBy((_, row) -> entry(row))
                .all();
    }

    @SchemaMapping
    List<Household> households(Person person, @Argument String kind) {
        return graph
                .query(
                        "MATCH (:Person {id: $id})-[m:MEMBER_OF]->(x:Household {kind: $kind}) WHERE"
                                + " "
                                + TODAY
                                + " RETURN x")
                .bindAll(Map.of("id", person.id(), "kind", kind))
                .fetchAs(Household.class)
                .mappedBy((_, row) -> household(row))
                .all()
                .stream()
                .toList();
    }

    @BatchMapping
    Map<Household, List<Person>> members(List<Household> households) {
        return below(
                households,
                Household::id,
                "MATCH (p:Household {id: id})<-[m:MEMBER_OF]-(x:Person) WHERE " + TODAY,
                Fields::person);
    }

    @BatchMapping
    Map<Person, List<Entry>> registrations(List<Person> persons) {
        return about(persons, "HouseholdRegistration");
    }

    @BatchMapping
    Map<Person, List<Entry>> allowances(List<Person> persons) {
        return about(persons, "MinimumLivingAllowance");
    }

    @BatchMapping
    Map<Person, List<Entry>> disabilities(List<Person> persons) {
        return about(persons, "DisabilityCertificate");
    }

    @BatchMapping
    Map<Person, List<Entry>> insurances(List<Person> persons) {
        return about(persons, "MedicalInsurance");
    }

    @BatchMapping
    Map<Person, List<Entry>> pensions(List<Person> persons) {
        return about(persons, "PensionPayment");
    }

    @BatchMapping(typeName = "MinimumLivingAllowance")
    Map<Entry, List<Person>> persons(List<Entry> allowances) {
        return below(
                allowances,
                Entry::id,
                "MATCH (:Record {id: id})-[:ABOUT]->(x:Person)",
                Fields::person);
    }

    private Map<Person, List<Entry>> about(List<Person> persons, String label) {
        return below(
                persons,
                Person::id,
                "MATCH (:Person {id: id})<-[:ABOUT]-(x:%s)".formatted(label),
                Fields::entry);
    }

    /** {@return what the pattern finds as {@code x} below each parent} */
    private <P, X> Map<P, List<X>> below(
            List<P> parents, Function<P, String> id, String pattern, Function<Record, X> read) {
        Map<String, List<X>> found =
                graph
                        .query("UNWIND $ids AS id " + pattern + " RETURN id, x")
                        .bind(parents.stream().map(id).toList())
                        .to("ids")
                        .fetchAs(Map.Entry.class)
                        .mappedBy((_, row) -> Map.entry(row.get("id").asString(), read.apply(row)))
                        .all()
                        .stream()
                        .map(row -> (Map.Entry<String, X>) row)
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        return parents.stream()
                .distinct()
                .collect(
                        Collectors.toMap(
                                parent -> parent,
                                parent -> found.getOrDefault(id.apply(parent), List.of())));
    }

    private static Person person(Record row) {
        return new Person(text(row, "id"), text(row, "idNumber"));
    }

    private static Household household(Record row) {
        return new Household(text(row, "id"), text(row, "number"), text(row, "kind"));
    }

    private static Entry entry(Record row) {
        return new Entry(
                text(row, "id"),
                text(row, "recordNo"),
                text(row, "name"),
                text(row, "status"),
                text(row, "startMonth"));
    }

    private static String text(Record row, String property) {
        return row.get("x").get(property).asString(null);
    }
}
