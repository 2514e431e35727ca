package org.lianji.bench.load;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.lianji.Hub;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Item;
import org.lianji.catalogue.Parsed;
import org.lianji.catalogue.Sdl;
import org.lianji.catalogue.Values;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Contributes a file of the city through the hub and, in turn, by a bare loop of the driver with
 * the statement that creates records, of the same rows, read and typed before the clock starts.
 * Prints rows a second. The hub also spools, checks, looks for earlier versions, keeps outcomes and
 * the chain.
 */
public final class Bulk {

    private static final String CODE = "YB01";
    private static final Path CITY = Path.of("target/demo-city");
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 2);
    private static final int CHUNK = 1_000;

    private static final String CREATE =
            """
            MATCH (b:Batch {id: $batch})
            UNWIND $rows AS row
            CREATE (r:Record:`%s`)-[:FROM]->(b) SET r = row.properties
            WITH r, row
            MATCH (p:Person {idHash: row.subject})
            CREATE (r)-[:ABOUT]->(p)
            """;

    private final Graph graph = new Graph(Performance.HOME.resolve("data-bulk"));
    private final Values values = new Values(Clock.systemDefaultZone());
    private final Category category;
    private final List<NamedCsvRecord> records;

    private Bulk() throws IOException {
        this.category = Sdl.read().catalogue().category(CODE).orElseThrow();
        try (var csv =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        new GZIPInputStream(
                                                Files.newInputStream(
                                                        CITY.resolve(CODE + ".csv.gz"))),
                                        StandardCharsets.UTF_8))) {
            this.records = csv.stream().toList();
        }
    }

    public static void main(String[] arguments) throws Exception {
        new Bulk().run();
    }

    /** The first upload makes the persons, and warms the hub up. */
    private void run() throws Exception {
        Path registered = Files.createDirectories(Performance.HOME.resolve("city-bulk"));
        Files.copy(
                CITY.resolve("GA01.csv.gz"),
                registered.resolve("GA01.csv.gz"),
                StandardCopyOption.REPLACE_EXISTING);
        try (Server server = Contestant.startHub(graph, registered);
                Driver driver = graph.connect()) {
            Hub hub = new Hub(server.address());
            long run = System.currentTimeMillis();
            print("hub, warm-up", upload(hub, run + "-w-"));
            Map<String, String> hashes = hashes(driver);
            print("driver, warm-up", loop(driver, hashes, run + "-x-"));
            for (int round = 1; round <= ROUNDS; round++) {
                print("hub", upload(hub, run + "-h" + round + "-"));
                print("driver", loop(driver, hashes, run + "-d" + round + "-"));
            }
        }
    }

    private void print(String who, double seconds) {
        System.out.printf(
                "%s: %s, %,d rows, %,.0f rows/s%n",
                who, CODE, records.size(), records.size() / seconds);
    }

    private double upload(Hub hub, String prefix) {
        String header = String.join(",", records.getFirst().getHeader());
        String body =
                records.stream()
                        .map(
                                one ->
                                        prefix
                                                + one.getFields().stream()
                                                        .map(Bulk::cell)
                                                        .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n", header + "\n", "\n"));
        long start = System.nanoTime();
        HttpResponse<String> answer =
                hub.send(
                        hub.as(CODE.substring(0, 2), "/contributions/" + CODE)
                                .header("Content-Type", "text/csv; charset=UTF-8")
                                .header("Idempotency-Key", prefix)
                                .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static String cell(String text) {
        return text.matches("[^,\"\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static Map<String, String> hashes(Driver driver) {
        return driver
                .executableQuery(
                        "MATCH (p:Person) WHERE p.idNumber IS NOT NULL RETURN p.idNumber AS n,"
                                + " p.idHash AS h")
                .execute()
                .records()
                .stream()
                .collect(
                        Collectors.toMap(
                                row -> row.get("n").asString(), row -> row.get("h").asString()));
    }

    private double loop(Driver driver, Map<String, String> hashes, String prefix) {
        List<Map<String, Object>> rows =
                records.stream().map(one -> row(one, hashes, prefix)).toList();
        String cypher = CREATE.formatted(category.type());
        long start = System.nanoTime();
        try (Session session = driver.session()) {
            session.run("CREATE (:Batch {id: $id, key: $id})", Map.of("id", prefix)).consume();
            for (int at = 0; at < rows.size(); at += CHUNK) {
                Map<String, Object> parameters =
                        Map.of(
                                "batch",
                                prefix,
                                "rows",
                                rows.subList(at, Math.min(at + CHUNK, rows.size())));
                session.executeWriteWithoutResult(work -> work.run(cypher, parameters).consume());
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private Map<String, Object> row(
            NamedCsvRecord record, Map<String, String> hashes, String prefix) {
        Map<String, Object> properties = new HashMap<>();
        for (Item item : category.items()) {
            String text = record.getField(item.name());
            if (!text.isEmpty()
                    && values.parse(item, item.list() ? List.of(text.split(";")) : text)
                            instanceof Parsed.Good good) {
                properties.put(item.name(), good.value());
            }
        }
        String recordNo = prefix + record.getField("recordNo");
        properties.put("id", "R" + recordNo);
        properties.put("key", CODE + "|" + recordNo);
        properties.put("category", CODE);
        properties.put("recordNo", recordNo);
        properties.put("observedAt", OffsetDateTime.parse(record.getField("observedAt")));
        properties.put("personName", record.getField("personName"));
        properties.put("receivedAt", ZonedDateTime.now());
        properties.put("department", CODE.substring(0, 2));
        properties.put("batch", prefix);
        properties.put("linkage", "LINKED");
        Map<String, Object> row = new HashMap<>();
        row.put("properties", properties);
        row.put("subject", hashes.get(record.getField("idNumber")));
        return row;
    }
}
