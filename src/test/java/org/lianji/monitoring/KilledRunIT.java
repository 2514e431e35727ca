package org.lianji.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianji.LongProof;
import org.lianji.bench.city.GenerateCity;
import org.lianji.catalogue.CatalogueFiles;
import org.neo4j.driver.Driver;
import org.springframework.util.FileSystemUtils;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code kill -9} of the hub, and then of hub and database, in the middle of a run over everybody:
 * it goes on, and comes to what one comes to that nobody killed.
 */
@LongProof
class KilledRunIT {

    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final String START = "mutation { startMonitoringRun(input: {}) { id total } }";
    private static final String RUN =
            "query ($id: ID!) { monitoringRun(id: $id) { state rules rulesDone done total raised }"
                    + " }";

    /** Each warning that ever was, whatever became of it. */
    private static final String WARNINGS =
            """
            MATCH (w:Warning)-[:WARNS]->(p:Person)
            RETURN w.rule + ' ' + p.idNumber + ' ' + w.state
            """;

    private static final String TWICE =
            """
            MATCH (w:Warning)
            WITH w.rule AS rule, w.subject AS subject, count(*) AS times WHERE times > 1
            RETURN count(*)
            """;

    private static final String NEWS =
            """
            MATCH (n:News {kind: 'WarningChanged'})
            WITH n.subject AS warning, count(*) AS told
            RETURN count(*), min(told), max(told)
            """;

    private final List<CityHub> started = new ArrayList<>();

    @TempDir Path folder;

    @AfterEach
    void stop() {
        started.forEach(CityHub::close);
    }

    private CityHub on(Path home) {
        CityHub hub = CityHub.on(home);
        started.add(hub);
        return hub;
    }

    @Test
    void goesOnAndFindsWhatOneFindsThatNobodyKilled() throws IOException {
        Path home = filled();
        Path copy = folder.resolve("copy");
        FileSystemUtils.copyRecursively(home, copy);

        CityHub whole = on(home);
        String unbroken = begun(whole);
        JsonNode expected = through(whole, unbroken);
        List<String> found = warnings(whole);
        List<Long> told = row(whole, NEWS);
        whole.close();
        assertThat(found).hasSizeGreaterThan(100);

        CityHub first = on(copy);
        String run = begun(first);
        int before = further(first, run, 3);
        first.process().killAllButItsDatabase();
        CityHub second = on(copy);
        int between = further(second, run, before + 3);
        second.process().database().destroyForcibly();
        second.process().kill();
        CityHub third = on(copy);
        assertThat(asked(third, run).at("/rulesDone").asInt()).isGreaterThanOrEqualTo(between);
        JsonNode after = through(third, run);

        assertThat(after.at("/done")).as("each is counted once").isEqualTo(expected.at("/done"));
        assertThat(after.at("/raised").asInt())
                .as("as far as what was raised was counted before the hub died")
                .isBetween(1, expected.at("/raised").asInt());
        assertThat(warnings(third)).isEqualTo(found);
        assertThat(row(third, TWICE)).containsExactly(0L);
        assertThat(row(third, NEWS)).as("no news lost, none twice").isEqualTo(told);
        JsonNode again = through(third, begun(third));
        assertThat(again.at("/raised").asInt()).as("nothing was left to be raised").isZero();
    }

    private Path filled() throws IOException {
        Path city = folder.resolve("city");
        GenerateCity.main(
                new String[] {
                    "--seed", "11",
                    "--people", "2000",
                    "--errors", "0",
                    "--as-of", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
                    "--cases", "true",
                    "--out", city.toString()
                });
        Path home = folder.resolve("home");
        home.toFile().mkdir();
        try (CityHub hub = CityHub.filled(home, city)) {
            hub.agreed(CatalogueFiles.read());
        }
        return home;
    }

    private static String begun(CityHub hub) {
        return hub.hub().ask("MZ", START).at("/data/startMonitoringRun/id").asString();
    }

    private static JsonNode asked(CityHub hub, String run) {
        return hub.hub().ask("MZ", RUN, Map.of("id", run)).at("/data/monitoringRun");
    }

    /** {@return how many rules are through, once it is so many, and not all} */
    private static int further(CityHub hub, String run, int rules) {
        JsonNode reached =
                await().atMost(LIMIT)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> asked(hub, run), one -> one.at("/rulesDone").asInt() >= rules);
        assertThat(reached.at("/state").asString()).isEqualTo("RUNNING");
        assertThat(reached.at("/rulesDone").asInt()).isLessThan(reached.at("/rules").size());
        return reached.at("/rulesDone").asInt();
    }

    private static JsonNode through(CityHub hub, String run) {
        return await().atMost(LIMIT)
                .until(
                        () -> asked(hub, run),
                        one -> one.at("/state").asString().equals("COMPLETE"));
    }

    private static List<String> warnings(CityHub hub) {
        try (Driver graph = hub.process().connect()) {
            return graph.executableQuery(WARNINGS).execute().records().stream()
                    .map(row -> row.get(0).asString())
                    .sorted()
                    .toList();
        }
    }

    private static List<Long> row(CityHub hub, String statement) {
        try (Driver graph = hub.process().connect()) {
            return graph.executableQuery(statement).execute().records().getFirst().values().stream()
                    .map(value -> value.asLong())
                    .toList();
        }
    }
}
