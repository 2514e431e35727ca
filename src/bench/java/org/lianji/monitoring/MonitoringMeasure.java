package org.lianji.monitoring;

import org.lianji.bench.MeasuredPage;
import org.lianji.bench.city.GenerateCity;
import org.lianji.bench.city.RuleTruth;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Sdl;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules over a city with errors in its data, beside whom they should find; writes the tables of
 * docs/monitoring.md. The truth comes from the same city without errors: with one seed the two
 * differ in numbers and names of rows alone.
 */
final class MonitoringMeasure {

    private static final Path PAGE = Path.of("docs/monitoring.md");

    private static final long SEED = Long.getLong("monitoring.seed", 20_261_129);
    private static final int PEOPLE = Integer.getInteger("monitoring.people", 20_000);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    /** Memberships of families are read by every rule. */
    private static final List<String> FAMILIES = List.of("MZ01", "MZ03", "MZ04", "GA01");

    private static final Map<String, String> KINDS =
            Map.of(
                    "RISK", "risk",
                    "NO_LONGER_ELIGIBLE", "no longer eligible",
                    "CONTRADICTION", "duplicates and contradictions",
                    "COVERAGE", "coverage");

    /** How much of the rows is written wrongly. */
    private enum Errors {
        NONE(0),
        CLEAN(0.005),
        FIELD(0.02),
        HARSH(0.06);

        private final double share;

        Errors(double share) {
            this.share = share;
        }

        String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Path folder;
    private final RuleTruth truth;
    private final Catalogue catalogue = Sdl.read().catalogue();

    private MonitoringMeasure() throws IOException {
        folder =
                Files.createTempDirectory(
                        Files.createDirectories(Path.of("target").toAbsolutePath()), "monitoring");
        truth = new RuleTruth(city(Errors.NONE), TODAY);
    }

    public static void main(String[] arguments) throws IOException {
        MonitoringMeasure measure = new MonitoringMeasure();
        StringBuilder measured = new StringBuilder();
        for (String level : System.getProperty("monitoring.level", "clean,field").split(",")) {
            measured.append(measure.level(Errors.valueOf(level.toUpperCase(Locale.ROOT))));
            MeasuredPage.write(PAGE, "measured", measured.toString());
        }
        System.exit(0);
    }

    private Path city(Errors errors) throws IOException {
        Path city = folder.resolve("city-" + errors.title());
        if (Files.notExists(city)) {
            GenerateCity.main(
                    new String[] {
                        "--seed", String.valueOf(SEED),
                        "--people", String.valueOf(PEOPLE),
                        "--errors", String.valueOf(errors.share),
                        "--as-of", TODAY.toString(),
                        "--cases", "true",
                        "--out", city.toString()
                    });
        }
        return city;
    }

    private String level(Errors errors) throws IOException {
        Path city = city(errors);
        long begin = System.nanoTime();
        try (CityHub hub =
                CityHub.filled(Files.createDirectory(folder.resolve(errors.title())), city)) {
            System.out.printf("filled in %.0f s%n", seconds(begin));
            JsonNode run = hub.run(catalogue);
            Duration took =
                    Duration.between(
                            Instant.parse(run.at("/startedAt").asString()),
                            Instant.parse(run.at("/finishedAt").asString()));
            return "Level *%s*, %,d people, seed %d, %s: %,d looked at by %d rules in %.0f s, %,d warnings."
                            .formatted(
                                    errors.title(),
                                    PEOPLE,
                                    SEED,
                                    TODAY,
                                    run.at("/done").asLong(),
                                    run.at("/rules").size(),
                                    took.toMillis() / 1000.0,
                                    run.at("/raised").asLong())
                    + scores(hub, new SpoiltRows(city));
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private String scores(CityHub hub, SpoiltRows spoilt) throws IOException {
        Map<String, Set<String>> found = hub.found();
        Files.writeString(folder.resolve("found.txt"), found.toString());
        Map<String, RuleScore> sums = new LinkedHashMap<>();
        Causes causes = new Causes();
        StringBuilder lines = new StringBuilder();
        for (JsonNode rule : hub.rules()) {
            String code = rule.at("/code").asString();
            Set<String> reads = new TreeSet<>(FAMILIES);
            rule.at("/reads").forEach(one -> reads.add(one.asString().substring(0, 4)));
            RuleScore score =
                    RuleScore.of(
                            code, truth, found.getOrDefault(code, Set.of()), reads, spoilt, causes);
            sums.merge(KINDS.get(rule.at("/kind").asString()), score, RuleScore::plus);
            lines.append(line(code + " " + rule.at("/titleEn").asString(), score));
        }
        sums.forEach((kind, sum) -> lines.append(line("**" + kind + "**", sum)));
        String alike = lookalikes(found);
        return """


        | rule | should be found | found | missed | wrongly found | recall | precision |
        |---|---|---|---|---|---|---|
        %s
        %s

        | why | missed | wrongly found |
        |---|---|---|
        %s
        """
                .formatted(lines, alike, causes.lines());
    }

    /** Planted look-alikes; some families have another reason to be found, and don't count. */
    private String lookalikes(Map<String, Set<String>> found) throws IOException {
        int planted = 0;
        Map<String, Integer> fired = new TreeMap<>();
        List<String> lines = Files.readAllLines(city(Errors.NONE).resolve("truth/cases.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", 4);
            boolean alike = cells[1].equals("false");
            if (alike && !truth.names(cells[0], truth.found().get(cells[0]), cells[2])) {
                planted++;
                if (truth.names(cells[0], found.getOrDefault(cells[0], Set.of()), cells[2])) {
                    fired.merge(cells[0] + " " + cells[3].replace("\"", ""), 1, Integer::sum);
                }
            }
        }
        return "Of %,d look-alikes that were planted, %d fired%s."
                .formatted(
                        planted,
                        fired.values().stream().mapToInt(Integer::intValue).sum(),
                        fired.isEmpty() ? "" : ": " + fired);
    }

    private static String line(String title, RuleScore score) {
        return "| %s | %d | %d | %d | %d | %s | %s |%n"
                .formatted(
                        title,
                        score.should(),
                        score.found(),
                        score.should() - score.found(),
                        score.wrong(),
                        share(score.recall()),
                        share(score.precision()));
    }

    private static String share(double share) {
        return Double.isNaN(share) ? "" : "%.3f".formatted(share);
    }
}
