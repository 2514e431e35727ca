package org.lianji.decision;

import org.jspecify.annotations.Nullable;
import org.lianji.decision.World.Basis;
import org.lianji.decision.World.Fact;
import org.lianji.decision.World.Home;
import org.lianji.decision.World.Human;
import org.lianji.decision.World.Tie;
import org.lianji.people.IdentityHash;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Writes a world into the database, as contributions would have left it there. */
final class Graph {

    private static final String EMPTY =
            "MATCH (n) WHERE n:Person OR n:Household OR n:Record OR n:Superseded OR n:Withdrawn OR"
                    + " n:Basis OR n:Party OR n:Identity DETACH DELETE n";

    private final Driver driver;
    private final IdentityHash hash;

    Graph(Driver driver, IdentityHash hash) {
        this.driver = driver;
        this.hash = hash;
    }

    /** {@return what there is of the regions, by code} */
    Map<String, Map<String, Object>> regions() {
        Map<String, Map<String, Object>> regions = new HashMap<>();
        driver.executableQuery(
                        "MATCH (r:Region) WHERE r.code IN $codes RETURN r {.id, .code, .name,"
                                + " .level, .levelWord} AS region")
                .withParameters(Map.of("codes", Places.ALL))
                .execute()
                .records()
                .forEach(
                        row ->
                                regions.put(
                                        row.get("region").get("code").asString(),
                                        row.get("region").asMap()));
        return regions;
    }

    void write(World world) {
        try (Session session = driver.session()) {
            session.executeWriteWithoutResult(graph -> write(graph, world));
        }
    }

    /** As the module sharing keeps agreements. */
    void write(List<Deal> deals, OffsetDateTime now) {
        driver.executableQuery(
                        """
                        MATCH (old:Agreement) DETACH DELETE old
                        WITH count(*) AS deleted
                        MERGE (v:AgreementsVersion {key: 'current'})
                        SET v.value = coalesce(v.value, 0) + 1
                        WITH v UNWIND $rows AS row
                        CREATE (a:Agreement) SET a = row
                        """)
                .withParameters(Map.of("rows", deals.stream().map(deal -> row(deal, now)).toList()))
                .execute();
    }

    private static Map<String, Object> row(Deal deal, OffsetDateTime now) {
        Map<String, Object> row =
                map(
                        "id",
                        deal.id(),
                        "version",
                        1,
                        "state",
                        deal.state(),
                        "provider",
                        deal.provider(),
                        "consumer",
                        deal.consumer(),
                        "level",
                        "S" + deal.level(),
                        "mode",
                        "API",
                        "months",
                        12,
                        "basis",
                        "law",
                        "scenario",
                        "test");
        row.put("purposes", List.copyOf(deal.purposes()));
        row.put("regions", List.copyOf(deal.regions()));
        row.put("items", names(deal.items()));
        row.put("masked", names(deal.masked()));
        row.put("from", deal.from());
        row.put("until", deal.until());
        row.put("createdAt", now);
        row.put("changedAt", now);
        List.of("materialAsked", "prepared", "extended").forEach(name -> row.put(name, false));
        return row;
    }

    private static List<String> names(Map<String, Set<String>> items) {
        return items.entrySet().stream()
                .flatMap(of -> of.getValue().stream().map(name -> of.getKey() + "." + name))
                .toList();
    }

    private void write(TransactionContext graph, World world) {
        graph.run(EMPTY);
        run(graph, "UNWIND $rows AS row CREATE (n:Person) SET n = row", world.humans(), this::row);
        run(
                graph,
                "UNWIND $rows AS row CREATE (n:Household) SET n = row",
                world.homes(),
                Graph::row);
        for (Fact fact : world.facts()) {
            String labels =
                    fact.label().equals("Record")
                            ? "Record:" + Library.sdl().kind(fact.category()).type()
                            : fact.label();
            graph.run(
                    "CREATE (n:"
                            + labels
                            + ") SET n = $row WITH n OPTIONAL MATCH (p:Person {id: $person})"
                            + " FOREACH (_ IN CASE WHEN p IS NULL THEN [] ELSE [1] END | CREATE"
                            + " (n)-[:ABOUT]->(p)) WITH n OPTIONAL MATCH (h:Household {id: $home})"
                            + " FOREACH (_ IN CASE WHEN h IS NULL THEN [] ELSE [1] END | CREATE"
                            + " (n)-[:ABOUT]->(h))",
                    map("row", row(world, fact), "person", fact.person(), "home", fact.home()));
        }
        for (String type :
                List.of(
                        "MEMBER_OF",
                        "SUPPORTS",
                        "SUPPORT_ENDED",
                        "REGISTERED_IN",
                        "RESIDES_IN",
                        "LIVES_IN")) {
            run(graph, tie(type), world.ties(type), Graph::row);
        }
        bases(graph, world.bases());
        world.bases().forEach(basis -> spares(graph, world, basis));
    }

    private static void spares(TransactionContext graph, World world, Basis basis) {
        List<Map<String, Object>> rows =
                world.humans().stream()
                        .flatMap(
                                human ->
                                        basis.sparesFrom(human.id(), world.now()).stream()
                                                .map(from -> map("id", human.id(), "from", from)))
                        .toList();
        graph.run(
                "MATCH (b:Basis {id: $basis}) UNWIND $rows AS row MATCH (p:Person {id: row.id})"
                        + " MERGE (k:Identity {hash: p.idHash})"
                        + " CREATE (b)-[:SPARES {from: row.from}]->(k)",
                map("basis", basis.id(), "rows", rows));
    }

    private static String tie(String type) {
        String start = type.equals("LIVES_IN") ? "Household" : "Person";
        String end =
                switch (type) {
                    case "MEMBER_OF" -> "Household {id: row.end}";
                    case "SUPPORTS", "SUPPORT_ENDED" -> "Person {id: row.end}";
                    default -> "Region {code: row.end}";
                };
        return "UNWIND $rows AS row MATCH (a:%s {id: row.start}) MATCH (b:%s) CREATE (a)-[e:%s]->(b) SET e = row.properties"
                .formatted(start, end, type);
    }

    private static void bases(TransactionContext graph, List<Basis> bases) {
        run(
                graph,
                "UNWIND $rows AS row CREATE (b:Basis) SET b = row.properties WITH b, row UNWIND"
                        + " row.concerns AS id MATCH (p:Person {id: id}) MERGE (k:Identity {hash:"
                        + " p.idHash}) CREATE (b)-[:CONCERNS]->(k)",
                bases,
                Graph::row);
        run(
                graph,
                "UNWIND $rows AS row MATCH (b:Basis {id: row.properties.id}) UNWIND row.homes AS"
                        + " id MATCH (h:Household {id: id}) CREATE (b)-[:CONCERNS]->(h)",
                bases,
                Graph::row);
        run(
                graph,
                "UNWIND $rows AS row MATCH (b:Basis {id: row.properties.id}) UNWIND row.parties AS"
                        + " party CREATE (b)-[:PARTY]->(p:Party) SET p = party",
                bases,
                Graph::row);
        run(
                graph,
                "UNWIND $rows AS row MATCH (b:Basis {id: row.properties.id}) UNWIND row.covers AS"
                        + " code MATCH (r:Region {code: code}) CREATE (b)-[:COVERS]->(r)",
                bases,
                Graph::row);
    }

    private static <T> void run(
            TransactionContext graph,
            String statement,
            List<T> values,
            Function<T, Map<String, Object>> row) {
        graph.run(statement, Map.of("rows", values.stream().map(row).toList()));
    }

    private Map<String, Object> row(Human human) {
        return map(
                "id",
                human.id(),
                "idNumber",
                human.idNumber(),
                "idHash",
                hash.of(human.idNumber()),
                "demo",
                human.demo() ? true : null);
    }

    private static Map<String, Object> row(Home home) {
        return map(
                "id",
                home.id(),
                "kind",
                home.kind(),
                "number",
                home.number(),
                "key",
                home.kind() + "|" + home.owner() + "|" + home.number());
    }

    private Map<String, Object> row(World world, Fact fact) {
        Map<String, Object> row = new HashMap<>(fact.values());
        for (Library.Part part : Library.sdl().kind(fact.category()).parts()) {
            if (part.type().equals("CertificateNumber")
                    && fact.values().get(part.name()) instanceof String number) {
                row.put(part.name(), Masks.certificate(number));
                row.put(part.name() + " hash", hash.of(number));
            }
        }
        row.putAll(fact.fields());
        row.put("id", fact.id());
        row.put("key", fact.key());
        row.put("category", fact.category());
        row.put("recordNo", fact.recordNo());
        row.put("observedAt", fact.observedAt());
        if (fact.label().equals("Record")) {
            row.putAll(changes(fact, world.before(fact)));
        }
        return row;
    }

    /** What the newest version keeps of those before it, the newest of them first. */
    private static Map<String, Object> changes(Fact newest, List<Fact> older) {
        if (older.isEmpty()) {
            return Map.of();
        }
        TreeMap<OffsetDateTime, Set<String>> changes = new TreeMap<>();
        Set<String> noted = new HashSet<>();
        Fact after = newest;
        for (Fact before : older) {
            Set<String> names = new TreeSet<>(content(before).keySet());
            names.addAll(content(after).keySet());
            for (String name : names) {
                boolean same = Objects.equals(content(before).get(name), content(after).get(name));
                if (!same && noted.add(name)) {
                    changes.computeIfAbsent(after.observedAt(), _ -> new TreeSet<>()).add(name);
                }
            }
            after = before;
        }
        List<String> changed = new ArrayList<>();
        List<OffsetDateTime> changedAt = new ArrayList<>();
        changes.forEach(
                (at, names) -> {
                    changed.addAll(names);
                    names.forEach(_ -> changedAt.add(at));
                });
        return Map.of("changed", changed, "changedAt", changedAt, "firstAt", after.observedAt());
    }

    private static Map<String, Object> content(Fact fact) {
        Map<String, Object> content = new HashMap<>(fact.values());
        if (fact.fields().get("validFrom") instanceof Object from) {
            content.put("validFrom", from);
        }
        return content;
    }

    private static Map<String, Object> row(Tie tie) {
        Map<String, Object> properties =
                map("category", tie.category(), "record", tie.record(), "from", tie.from());
        properties.put("to", tie.to());
        properties.put(tie.type().startsWith("SUPPORT") ? "kind" : "relation", tie.detail());
        return map("start", tie.start(), "end", tie.end(), "properties", properties);
    }

    private static Map<String, Object> row(Basis basis) {
        Map<String, Object> properties =
                map(
                        "id",
                        basis.id(),
                        "key",
                        basis.department() + "|" + basis.kind() + "|" + basis.id(),
                        "kind",
                        basis.kind(),
                        "purposes",
                        basis.purposes(),
                        "reference",
                        basis.id(),
                        "department",
                        basis.department(),
                        "client",
                        basis.client(),
                        "region",
                        basis.region());
        properties.put("opened", basis.opened());
        properties.put("until", basis.until());
        properties.put("closed", basis.closed());
        return map(
                "properties",
                properties,
                "concerns",
                List.copyOf(basis.concerns()),
                "homes",
                List.copyOf(basis.homes()),
                "parties",
                basis.parties().stream().map(Graph::row).toList(),
                "covers",
                List.copyOf(basis.covers()));
    }

    private static Map<String, Object> row(World.Party party) {
        return map(
                "department",
                party.department(),
                "client",
                party.client(),
                "role",
                party.role(),
                "until",
                party.until());
    }

    private static Map<String, Object> map(@Nullable Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
