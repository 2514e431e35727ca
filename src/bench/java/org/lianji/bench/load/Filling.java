package org.lianji.bench.load;

import org.lianji.bench.city.GenerateCity;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The city in the graph: made once for each size, and contributed through the hub. */
final class Filling {

    private static final List<String> CATEGORIES =
            List.of(System.getProperty("bench.categories", "").split(","));

    private Filling() {}

    /**
     * Fills the graph where it is new, by a start of its own, so that the one measured finds its
     * data.
     *
     * @return how long that took, which is kept beside the data
     */
    static String fill(Graph graph, int people) throws IOException {
        Path filled = graph.home().resolveSibling(graph.home().getFileName() + ".txt");
        if (Files.notExists(filled)) {
            Path city = city(people);
            if (people != Performance.USUAL && Files.notExists(city)) {
                GenerateCity.main(
                        new String[] {
                            "--people", String.valueOf(people), "--out", city.toString()
                        });
                leave(city);
            }
            try (Server hub = Contestant.startHub(graph, city)) {
                Files.writeString(
                        filled,
                        "%,d records about %,d people contributed through the hub in %.0f s, its start included"
                                .formatted(graph.records(), people, hub.age()));
            }
        }
        return Files.readString(filled).strip();
    }

    static Path city(int people) {
        return people == Performance.USUAL
                ? Path.of("target/demo-city")
                : Performance.HOME.resolve("city-" + people);
    }

    /** Leaves of a city the categories that are wanted. */
    private static void leave(Path city) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(city, "*.csv.gz")) {
            for (Path file : files) {
                String category = file.getFileName().toString().replace(".csv.gz", "");
                if (!CATEGORIES.contains("") && !CATEGORIES.contains(category)) {
                    Files.delete(file);
                }
            }
        }
    }
}
