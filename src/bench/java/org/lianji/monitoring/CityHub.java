package org.lianji.monitoring;

import org.lianji.AnotherHub;
import org.lianji.Hub;
import org.lianji.catalogue.Catalogue;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A hub with a database of its own and the records of a city, each contributed by its owner. */
final class CityHub implements AutoCloseable {

    private static final String SUFFIX = ".csv.gz";

    /** Households and names first, since all else is about these people. */
    private static final String FIRST = "GA01";

    private static final String FOUND =
            "MATCH (w:Warning)-[:WARNS]->(p:Person) WHERE w.openKey IS NOT NULL RETURN w.rule AS"
                    + " rule, p.idNumber AS person";

    /** What happens by itself is left out. */
    static final List<String> SETTINGS =
            List.of(
                    "--lianji.demo.agreements=false",
                    "--lianji.calendar.file=src/test/resources/calendar/later-years.json",
                    "--lianji.monitoring.nightly=-",
                    "--lianji.publication.daily=-",
                    "--lianji.referral.daily=-",
                    "--lianji.services.daily=-",
                    "--lianji.worklist.watch=-",
                    "--lianji.emergency.drawn=0",
                    "--lianji.declared.drawn=0",
                    "--lianji.limits.time=10m",
                    "--spring.transaction.default-timeout=10m");

    private static final Duration LIMIT = Duration.ofHours(1);

    private static final String RULES = "{ rules { code kind titleEn reads } }";

    private final AnotherHub process;
    private final Hub hub;

    private CityHub(AnotherHub process) {
        this.process = process;
        this.hub = process.hub();
    }

    /**
     * @param home an empty folder
     * @param city whose records it is given
     */
    static CityHub filled(Path home, Path city) throws IOException {
        CityHub filled = on(home);
        try (Stream<Path> files = Files.list(city)) {
            List<Path> sorted =
                    files.filter(file -> file.toString().endsWith(SUFFIX))
                            .sorted(
                                    Comparator.comparing(
                                                    (Path file) -> !category(file).equals(FIRST))
                                            .thenComparing(CityHub::category))
                            .toList();
            for (Path file : sorted) {
                filled.contribute(file);
            }
        }
        return filled;
    }

    /** {@return a hub with what lies in the folder} */
    static CityHub on(Path home) {
        return new CityHub(AnotherHub.start(LIMIT, home, SETTINGS.toArray(String[]::new)));
    }

    private static String category(Path file) {
        return file.getFileName().toString().replace(SUFFIX, "");
    }

    private void contribute(Path file) throws IOException {
        String category = category(file);
        String receipt =
                hub.send(
                                hub.as(category.substring(0, 2), "/contributions/" + category)
                                        .header("Content-Type", "text/csv; charset=UTF-8")
                                        .header("Content-Encoding", "gzip")
                                        .header("Idempotency-Key", "city-" + category)
                                        .POST(BodyPublishers.ofFile(file)))
                        .body();
        if (!receipt.contains("\"state\":\"COMPLETE\"")) {
            throw new IllegalStateException(category + ": " + receipt);
        }
        System.out.println(category + " " + receipt.substring(receipt.indexOf("\"counts\"")));
    }

    /**
     * Agrees on all that rules read, and looks at everybody with all rules.
     *
     * @return how that went
     */
    JsonNode run(Catalogue catalogue) {
        agreed(catalogue);
        return new Monitored(hub, catalogue).run(List.of(), LIMIT);
    }

    /** Agrees on all that rules read. */
    void agreed(Catalogue catalogue) {
        new Monitored(hub, catalogue).agree();
    }

    Hub hub() {
        return hub;
    }

    AnotherHub process() {
        return process;
    }

    /** {@return the rules, as the hub tells of them} */
    List<JsonNode> rules() {
        return hub.ask("MZ", RULES).at("/data/rules").valueStream().toList();
    }

    /** {@return the ID numbers of whom warnings are open about, by rule} */
    Map<String, Set<String>> found() {
        Map<String, Set<String>> found = new TreeMap<>();
        try (Driver driver = process.connect();
                Session session = driver.session()) {
            session.run(FOUND)
                    .forEachRemaining(
                            row ->
                                    found.computeIfAbsent(
                                                    row.get("rule").asString(),
                                                    _ -> new TreeSet<>())
                                            .add(row.get("person").asString("")));
        }
        return found;
    }

    @Override
    public void close() {
        process.stop();
    }
}
