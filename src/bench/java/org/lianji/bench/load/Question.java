package org.lianji.bench.load;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is asked of the hub and of its peers: the same of the same person, each in its own words.
 * The words are files of {@code src/bench/questions}, named by question and tongue.
 */
enum Question {
    FAMILY("family by a member's ID number, four levels deep"),
    PAGE("a page of 20 records of a category, with a filter"),
    FIVE("a person's records of five departments"),
    COUNTS("people on the minimum living allowance by county"),
    CATALOGUE("departments, categories and items");

    private static final Path WORDS = Path.of("src/bench/questions");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String meaning;

    Question(String meaning) {
        this.meaning = meaning;
    }

    /** The languages of those who are asked. */
    enum Tongue {
        HUB("hub.graphql"),
        NEO4J_GRAPHQL("neo4j.graphql"),
        SPRING("spring.graphql"),
        FLOOR("floor.cypher");

        private final String suffix;

        Tongue(String suffix) {
            this.suffix = suffix;
        }
    }

    /**
     * @param idNumber whom the hub is asked about
     * @param idHash the same person, as all others know them
     */
    record Somebody(String idNumber, String idHash) {}

    String meaning() {
        return meaning;
    }

    /** {@return whether it can be asked so: the catalogue is not in the graph, but in the hub} */
    boolean in(Tongue tongue) {
        return Files.exists(file(tongue));
    }

    /** {@return whether it is asked for statistics, for which there is no basis} */
    boolean counts() {
        return this == COUNTS;
    }

    String words(Tongue tongue) {
        try {
            return Files.readString(file(tongue));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the body of a request about that person, on one line} */
    String body(Tongue tongue, Somebody somebody) {
        return JSON.writeValueAsString(
                switch (tongue) {
                    case FLOOR -> Map.of("question", name(), "h", somebody.idHash());
                    case HUB -> graphQl(words(tongue), Map.of("n", somebody.idNumber()));
                    case NEO4J_GRAPHQL, SPRING ->
                            graphQl(
                                    words(tongue),
                                    Map.of(
                                            "h", somebody.idHash(),
                                            "today", LocalDate.now().toString()));
                });
    }

    private static Map<String, Object> graphQl(String document, Map<String, String> variables) {
        String query = document.replaceAll("\\s+", " ").strip();
        return Map.of(
                "query",
                query,
                "variables",
                variables.entrySet().stream()
                        .filter(variable -> query.contains("$" + variable.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Path file(Tongue tongue) {
        return WORDS.resolve(name().toLowerCase(Locale.ROOT) + "." + tongue.suffix);
    }
}
