package org.lianji.monitoring;

import org.lianji.Hub;
import org.lianji.Lianji;
import org.lianji.bench.MeasuredPage;
import org.lianji.bench.city.GenerateCity;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Sdl;
import org.lianji.rules.BareRules;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long a run of all rules over a whole city takes, and the same statements by the bare driver,
 * in turn; writes a part of docs/monitoring.md. The first run raises the city's warnings, the later
 * ones find them again.
 */
final class MonitoringSpeed {

    private static final Path PAGE = Path.of("docs/monitoring.md");

    private static final long SEED = Long.getLong("monitoring.seed", 20_261_129);
    private static final int PEOPLE = Integer.getInteger("monitoring.people", 20_000);
    private static final int ROUNDS = 3;
    private static final Duration LIMIT = Duration.ofHours(1);

    private MonitoringSpeed() {}

    public static void main(String[] arguments) throws IOException {
        Path folder =
                Files.createTempDirectory(
                        Files.createDirectories(Path.of("target").toAbsolutePath()), "speed");
        Path home = Files.createDirectory(folder.resolve("hub"));
        Catalogue catalogue = Sdl.read().catalogue();
        try (CityHub filled = CityHub.filled(home, city(folder))) {
            filled.agreed(catalogue);
        }
        try (ConfigurableApplicationContext context = started(home)) {
            Hub hub =
                    new Hub(
                            "http://127.0.0.1:"
                                    + context.getEnvironment().getProperty("local.server.port"));
            MeasuredPage.write(
                    PAGE, "speed", measured(new Monitored(hub, catalogue), new BareRules(context)));
        }
        System.exit(0);
    }

    private static Path city(Path folder) throws IOException {
        Path city = folder.resolve("city");
        GenerateCity.main(
                new String[] {
                    "--seed", String.valueOf(SEED),
                    "--people", String.valueOf(PEOPLE),
                    "--as-of", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
                    "--out", city.toString()
                });
        return city;
    }

    private static ConfigurableApplicationContext started(Path home) {
        return SpringApplication.run(
                Lianji.class,
                Stream.concat(
                                CityHub.SETTINGS.stream(),
                                Stream.of(
                                        "--server.port=0",
                                        "--lianji.demo.city=target/none",
                                        "--lianji.database.heap=512m",
                                        "--lianji.database.page-cache=512m",
                                        "--lianji.database.home=" + home.resolve("neo4j")))
                        .toArray(String[]::new));
    }

    private static String measured(Monitored monitored, BareRules bare) {
        JsonNode first = monitored.run(List.of(), LIMIT);
        bare.run();
        List<Double> runs = new ArrayList<>();
        List<Double> bares = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            runs.add(seconds(monitored.run(List.of(), LIMIT)));
            long begin = System.nanoTime();
            bare.run();
            bares.add((System.nanoTime() - begin) / 1e9);
        }
        return """
        %,d people, seed %d, %s: %d rules look at %,d; the first run, which raises %,d warnings, takes %.1f s. Median of %d rounds:

        | run again | the same statements bare | multiple |
        |---|---|---|
        | %.1f s | %.1f s | %.2f |
        """
                .formatted(
                        PEOPLE,
                        SEED,
                        LocalDate.now(ZoneId.of("Asia/Shanghai")),
                        first.at("/rules").size(),
                        first.at("/done").asLong(),
                        first.at("/raised").asLong(),
                        seconds(first),
                        ROUNDS,
                        median(runs),
                        median(bares),
                        median(runs) / median(bares));
    }

    private static double seconds(JsonNode run) {
        return Duration.between(
                                Instant.parse(run.at("/startedAt").asString()),
                                Instant.parse(run.at("/finishedAt").asString()))
                        .toMillis()
                / 1e3;
    }

    private static double median(List<Double> some) {
        return some.stream().sorted().skip(some.size() / 2).findFirst().orElseThrow();
    }
}
