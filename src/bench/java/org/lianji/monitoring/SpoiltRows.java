package org.lianji.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What was written wrongly in a city, and what became of it in the hub. */
final class SpoiltRows {

    static final String NUMBERLESS = "a row without a number lies in review";
    static final String MISNUMBERED = "a row whose number is wrong was refused";
    static final String MISNAMED = "a row whose name differs lies in review";

    private static final Map<String, String> BY_KIND =
            Map.of(
                    "MISSING_ID", NUMBERLESS,
                    "WRONG_DIGIT", MISNUMBERED,
                    "SWAPPED_DIGITS", MISNUMBERED,
                    "OLD_15_DIGITS", MISNUMBERED);

    private final Map<String, Map<String, String>> kinds = new HashMap<>();

    SpoiltRows(Path city) throws IOException {
        List<String> lines = Files.readAllLines(city.resolve("truth/errors.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            kinds.computeIfAbsent(cells[3], _ -> new HashMap<>())
                    .merge(cells[0], cells[2], (one, _) -> one);
        }
    }

    /**
     * {@return what is wrong with rows about these people in these categories; empty where nothing
     * is}
     */
    String cause(Collection<String> people, Set<String> categories) {
        return people.stream()
                .flatMap(one -> kinds.getOrDefault(one, Map.of()).entrySet().stream())
                .filter(one -> categories.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .map((Function<String, String>) kind -> BY_KIND.getOrDefault(kind, MISNAMED))
                .sorted()
                .findFirst()
                .orElse("");
    }
}
