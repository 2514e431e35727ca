package org.lianji.bench.load;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.lianji.Hub;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Sdl;
import org.lianji.platform.Ids;
import org.lianji.records.CreateStatement;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Contributes a file of the city through the hub and, in turn, by a bare loop of the driver with
 * the hub's own statement and the rows as the hub makes them, ready before the clock starts. Prints
 * rows a second. The hub also spools, checks, looks for earlier versions, keeps outcomes and the
 * chain.
 */
public final class Bulk {

    private static final String CODE = "YB01";
    private static final Path CITY = Path.of("target/demo-city");
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 2);
    private static final int CHUNK = 1_000;

    private static final String MADE_BY_THE_HUB =
            """
            MATCH (:Batch {key: $key})<-[:FROM]-(r:Record)-[:ABOUT]->(p:Person)
            RETURN properties(r) AS properties, p.idHash AS subject, null AS household
            ORDER BY r.row
            """;

    private final Graph graph = new Graph(Performance.HOME.resolve("data-bulk"));
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
            List<Map<String, Object>> rows = rows(driver, "YB|" + CODE + "|" + run + "-w-");
            print("driver, warm-up", loop(driver, rows, run + "-x-"));
            for (int round = 1; round <= ROUNDS; round++) {
                print("hub", upload(hub, run + "-h" + round + "-"));
                print("driver", loop(driver, rows, run + "-d" + round + "-"));
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

    /** The rows as the hub wrote them in its warm-up. */
    private static List<Map<String, Object>> rows(Driver driver, String key) {
        return driver
                .executableQuery(MADE_BY_THE_HUB)
                .withParameters(Map.of("key", key))
                .execute()
                .records()
                .stream()
                .map(Record::asMap)
                .toList();
    }

    private double loop(Driver driver, List<Map<String, Object>> made, String prefix) {
        List<Map<String, Object>> rows = made.stream().map(row -> again(row, prefix)).toList();
        String cypher = CreateStatement.of(category);
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

    /** The same row as another record. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> again(Map<String, Object> row, String prefix) {
        Map<String, Object> properties = new HashMap<>((Map<String, Object>) row.get("properties"));
        properties.computeIfPresent("recordNo", (_, number) -> prefix + number);
        properties.put("key", CODE + "|" + properties.get("recordNo"));
        properties.put("id", Ids.next('R'));
        properties.put("batch", prefix);
        Map<String, Object> again = new HashMap<>(row);
        again.put("properties", properties);
        return again;
    }
}
