package org.lianji.bench.load;

import org.lianji.database.EmbeddedDatabase;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Loads the graph that the hub made of a city once more, into an empty database, by {@code
 * neo4j-admin database import}, and builds its indexes and constraints. Prints how long each took;
 * how long the hub did stands beside its data. The import checks nothing and links nothing: its
 * files, exported from the hub's graph, hold what came of that.
 */
public final class AdminImport {

    private static final Path JARS = Path.of("target/neo4j");
    private static final String BETWEEN = "\u001f";
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("String", "string"),
                    Map.entry("StringArray", "string[]"),
                    Map.entry("Long", "long"),
                    Map.entry("LongArray", "long[]"),
                    Map.entry("Double", "double"),
                    Map.entry("Boolean", "boolean"),
                    Map.entry("BooleanArray", "boolean[]"),
                    Map.entry("ByteArray", "byte[]"),
                    Map.entry("DateArray", "date[]"),
                    Map.entry("DateTimeArray", "datetime[]"),
                    Map.entry("Date", "date"),
                    Map.entry("DateTime", "datetime"));

    private static final String NODES =
            """
            CALL db.schema.nodeTypeProperties() YIELD nodeLabels, propertyName, propertyTypes
            RETURN substring(reduce(all = '', label IN nodeLabels | all + ':' + label), 1) AS group,
              propertyName AS name, propertyTypes AS types
            """;

    private static final String RELATIONS =
            """
            CALL db.schema.relTypeProperties() YIELD relType, propertyName, propertyTypes
            RETURN substring(relType, 2, size(relType) - 3) AS group,
              propertyName AS name, propertyTypes AS types
            """;

    private static final String CONSTRAINTS =
            """
            SHOW CONSTRAINTS YIELD createStatement RETURN createStatement AS statement
            """;

    private static final String INDEXES =
            """
            SHOW INDEXES YIELD createStatement, owningConstraint, type
            WHERE owningConstraint IS NULL AND type <> 'LOOKUP'
            RETURN createStatement AS statement
            """;

    private final List<String> files = new ArrayList<>();
    private final List<String> schema = new ArrayList<>();
    private final Path work;
    private long records;

    private AdminImport(Path work) {
        this.work = work;
    }

    public static void main(String[] arguments) throws Exception {
        int people = Integer.getInteger("bench.people", Performance.USUAL);
        Graph filled = new Graph(Performance.HOME.resolve("data-" + people));
        System.out.println(Filling.fill(filled, people));
        new AdminImport(Files.createDirectories(Performance.HOME.resolve("import-" + people)))
                .run(filled);
    }

    private void run(Graph filled) throws IOException {
        long start = System.nanoTime();
        try (EmbeddedDatabase _ = database(filled.home());
                Driver driver = filled.connect();
                Session session = driver.session()) {
            session.run(CONSTRAINTS).forEachRemaining(row -> schema.add(row.get(0).asString()));
            session.run(INDEXES).forEachRemaining(row -> schema.add(row.get(0).asString()));
            records = filled.records();
            for (var group : groups(session, NODES).entrySet()) {
                nodes(session, group.getKey(), group.getValue());
            }
            for (var group : groups(session, RELATIONS).entrySet()) {
                relations(session, group.getKey(), group.getValue());
            }
        }
        double exported = secondsSince(start);
        Graph empty = new Graph(Files.createDirectories(work.resolve("data")));
        database(empty.home()).close();
        start = System.nanoTime();
        load(empty.home());
        double loaded = secondsSince(start);
        try (EmbeddedDatabase _ = database(empty.home());
                Driver driver = empty.connect();
                Session session = driver.session()) {
            start = System.nanoTime();
            schema.forEach(statement -> session.run(statement).consume());
            session.run("CALL db.awaitIndexes(3600)").consume();
            double indexed = secondsSince(start);
            if (empty.records() != records) {
                throw new IOException("the graph has %,d records".formatted(empty.records()));
            }
            System.out.printf(
                    "neo4j-admin import: %,d records; its files written in %.0f s, imported in %.0f"
                            + " s, indexes and constraints in %.0f s%n",
                    records, exported, loaded, indexed);
        }
    }

    private static EmbeddedDatabase database(Path home) {
        return new EmbeddedDatabase(home, JARS, "768m", "512m").ready();
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** {@return labels or type of what is alike, and the types of its properties} */
    private static Map<String, Map<String, String>> groups(Session session, String statement) {
        Map<String, Map<String, String>> groups = new TreeMap<>();
        for (Record row : session.run(statement).list()) {
            Map<String, String> properties =
                    groups.computeIfAbsent(row.get("group").asString(), _ -> new TreeMap<>());
            if (!row.get("name").isNull()) {
                properties.put(row.get("name").asString(), type(row.get("types")));
            }
        }
        return groups;
    }

    private static String type(Value types) {
        String type = types.size() == 1 ? TYPES.get(types.get(0).asString()) : null;
        if (type == null) {
            throw new IllegalStateException("no file can hold " + types);
        }
        return type;
    }

    private void nodes(Session session, String labels, Map<String, String> properties)
            throws IOException {
        String pattern =
                Stream.of(labels.split(":"))
                        .map(label -> ":`" + label + "`")
                        .collect(Collectors.joining());
        int count = labels.split(":").length;
        write(
                "--nodes=" + labels + "=",
                ":ID",
                properties,
                session.run(
                        "MATCH (n%s) WHERE size(labels(n)) = %d RETURN [id(n)] AS ends, properties(n) AS of"
                                .formatted(pattern, count)));
    }

    private void relations(Session session, String type, Map<String, String> properties)
            throws IOException {
        write(
                "--relationships=" + type + "=",
                ":START_ID,:END_ID",
                properties,
                session.run(
                        "MATCH (a)-[r:`%s`]->(b) RETURN [id(a), id(b)] AS ends, properties(r) AS of"
                                .formatted(type)));
    }

    private void write(String option, String ends, Map<String, String> properties, Result rows)
            throws IOException {
        Path file = work.resolve(files.size() + ".csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(ends);
            for (var property : properties.entrySet()) {
                out.write("," + property.getKey() + ":" + property.getValue());
            }
            out.write("\n");
            while (rows.hasNext()) {
                Record row = rows.next();
                out.write(
                        row.get("ends").asList().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",")));
                for (String name : properties.keySet()) {
                    out.write("," + cell(row.get("of").get(name)));
                }
                out.write("\n");
            }
        }
        files.add(option + file.toAbsolutePath());
    }

    private static String cell(Value value) {
        return switch (value.asObject()) {
            case null -> "";
            case String text -> '"' + text.replace("\"", "\"\"") + '"';
            case List<?> list -> cell(list.stream());
            case byte[] bytes -> cell(IntStream.range(0, bytes.length).mapToObj(i -> bytes[i]));
            case Object other -> other.toString();
        };
    }

    private static String cell(Stream<?> elements) {
        return elements.map(element -> String.valueOf(element).replace("\"", "\"\""))
                .collect(Collectors.joining(BETWEEN, "\"", "\""));
    }

    private void load(Path home) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "env",
                                "NEO4J_HOME=" + home.toAbsolutePath(),
                                "NEO4J_CONF=" + home.resolve("conf").toAbsolutePath(),
                                Contestant.JAVA,
                                "-Xmx1g",
                                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                JARS + "/*",
                                "org.neo4j.cli.AdminTool",
                                "database",
                                "import",
                                "full",
                                "neo4j",
                                "--overwrite-destination",
                                "--id-type=integer",
                                "--multiline-fields=true",
                                "--array-delimiter=U+001F"));
        command.addAll(files);
        Server.run(command);
    }
}
