package org.lianji.bench.load;

import org.lianji.bench.Microbenchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The comparison as a page with tables, and a chart a question. */
record Report(List<Line> lines, List<Apart> apart, List<Count> counts, List<String> facts) {

    /** From the first of these on the page is others': it stays. */
    private static final List<String> OTHERS =
            List.of(Microbenchmarks.HEADING, Microbenchmarks.WORDS);

    private static final String NONE = "none in that time | – | – | – | – | – | –";

    /**
     * One round.
     *
     * @param own seconds of the server's processor time per 1,000 requests
     * @param database the same of the database
     * @param allocated bytes that the server allocates for a request, NaN where unknown
     * @param memory bytes that the server holds
     */
    record Line(
            String server,
            Question question,
            int connections,
            Wrk.Result result,
            double own,
            double database,
            double allocated,
            long memory) {}

    /**
     * What is measured beside the rounds.
     *
     * @param paced at four fifths of the most that the server answers
     * @param rate how many a second that are
     */
    record Apart(Question question, String server, WarmUp warmUp, Wrk.Result paced, double rate) {}

    /**
     * @param first its first part
     * @param seconds how long all of it took
     */
    record WarmUp(Wrk.Result first, int seconds) {}

    /**
     * What a request costs the database, its share of what it has in common with others included.
     *
     * @param statements for a request
     * @param hits database hits for a request
     */
    record Count(
            Question question, String server, int connections, double statements, double hits) {}

    /** {@return requests a second where that server answers most} */
    static double most(List<Line> lines, Question question, String server) {
        return medians(
                        lines.stream()
                                .filter(line -> line.question() == question)
                                .filter(line -> line.server().equals(server)))
                .stream()
                .mapToDouble(line -> line.result().perSecond())
                .max()
                .orElseThrow();
    }

    void write(Path page) throws IOException {
        String before = Files.exists(page) ? Files.readString(page) : "";
        int others =
                OTHERS.stream().mapToInt(before::indexOf).filter(at -> at >= 0).min().orElse(-1);
        String name = page.getFileName().toString().replace(".md", "");
        StringBuilder questions = new StringBuilder();
        for (Question question : asked()) {
            String picture = name + "-" + question.name().toLowerCase(Locale.ROOT) + ".svg";
            Files.writeString(
                    page.resolveSibling(picture), Chart.of(question, medians(of(question))));
            questions.append(section(question, picture));
        }
        Files.writeString(
                page,
                """
                # Performance

                The hub decides, masks and writes down every look; the others do none of this, but for the lines with
                `@authorization`. All answer from the same Neo4j with the same data, one after the other in each round.

                ```bash
                npm ci --prefix src/bench/npm
                mvn -q -DskipTests package exec:exec@performance   # writes this page; needs wrk
                ```

                `-Dbench.people=200000` has a page of its own; `-Dbench.categories=GA01,MZ01,CL01,YB01,RS03` leaves such a
                city what the questions need, which halves its rows; `-Dbench.servers=FLOOR,YOGA` asks only these beside the hub,
                `-Dbench.questions=PAGE` only that, `-Dbench.hub=lianji.reads.together=false` of a hub with such settings.

                %s

                - floor: hand-written Cypher, one query a request, by the bare driver
                - spring-repositories: Spring for GraphQL with Spring Data Neo4j, a repository query a field, on the threads
                  that Spring Boot gives it
                - spring-batch: Spring for GraphQL with `@BatchMapping` over `Neo4jClient`, on virtual threads
                - neo4j-graphql: @neo4j/graphql as in src/bench/npm/package.json; with `@authorization` a record shows
                  to those whose token names its department
                - CPU: seconds of processor time per 1,000 requests. Allocated: by all threads of a Java server, for a
                  request. Statements and database hits for a request, as counted over Bolt under PROFILE, entries of the
                  audit and what runs in the background included. At 80 %%: as many requests a second as four fifths of
                  the most that it answers, sent when they are due; behind: share that could not be

                %s
                %s
                """
                        .formatted(
                                facts.stream()
                                        .map("- %s"::formatted)
                                        .collect(Collectors.joining("\n")),
                                questions,
                                others < 0
                                        ? Microbenchmarks.WORDS
                                        : before.substring(others).strip()));
    }

    private List<Question> asked() {
        return Stream.of(Question.values())
                .filter(question -> of(question).findAny().isPresent())
                .toList();
    }

    private Stream<Line> of(Question question) {
        return lines.stream().filter(line -> line.question() == question);
    }

    private String section(Question question, String picture) {
        return "## %s: %s\n\n![Requests a second](%s)\n\n%s\n%s\n%s"
                .formatted(
                        question,
                        question.meaning(),
                        picture,
                        rounds(question),
                        beside(question),
                        Stream.of(Question.Tongue.values()).allMatch(question::in)
                                ? ""
                                : "Only the hub is asked: the catalogue is its schema, and not in"
                                        + " the graph.\n\n");
    }

    private String rounds(Question question) {
        StringBuilder table =
                new StringBuilder(
                        """
                        | connections | server | requests/s | p50 ms | p99 ms | CPU s: server | CPU s: database | allocated kB | memory MB |
                        |---:|---|---:|---:|---:|---:|---:|---:|---:|
                        """);
        for (Line line : medians(of(question))) {
            table.append("| %d | %s | ".formatted(line.connections(), line.server()))
                    .append(line.result().requests() == 0 ? NONE : figures(line))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String figures(Line line) {
        return "%.0f%s | %.2f | %.2f | %.2f | %.2f | %s | %d"
                .formatted(
                        line.result().perSecond(),
                        line.result().failed() ? " (failures)" : "",
                        line.result().p50(),
                        line.result().p99(),
                        line.own(),
                        line.database(),
                        Double.isNaN(line.allocated())
                                ? "–"
                                : "%.0f".formatted(line.allocated() / 1024),
                        line.memory() >> 20);
    }

    private String beside(Question question) {
        StringBuilder table =
                new StringBuilder(
                        """
                        | server | statements alone | with 32 | database hits alone | with 32 | warm-up: s | first requests/s | first p99 ms | at 80 %: requests/s | p50 ms | p99 ms | behind |
                        |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                        """);
        for (Apart one : apart) {
            if (one.question() == question) {
                table.append(
                        "| %s | %s | %d | %.0f | %.2f | %.0f | %.2f | %.2f | %.0f %% |\n"
                                .formatted(
                                        one.server(),
                                        counted(one),
                                        one.warmUp().seconds(),
                                        one.warmUp().first().perSecond(),
                                        one.warmUp().first().p99(),
                                        one.paced().perSecond(),
                                        one.paced().p50(),
                                        one.paced().p99(),
                                        100.0 * one.paced().late() / one.paced().requests()));
            }
        }
        return table.toString();
    }

    private String counted(Apart one) {
        Predicate<Count> same =
                count -> count.question() == one.question() && count.server().equals(one.server());
        List<Count> both = counts.stream().filter(same).toList();
        if (both.size() < 2) {
            return "– | – | – | –";
        }
        return Stream.concat(
                        both.stream().map(count -> "%.2f".formatted(count.statements())),
                        both.stream().map(count -> "%.0f".formatted(count.hits())))
                .collect(Collectors.joining(" | "));
    }

    /** The median round of each. */
    private static List<Line> medians(Stream<Line> lines) {
        Map<String, List<Line>> rounds =
                lines.collect(
                        Collectors.groupingBy(
                                line -> line.connections() + " " + line.server(),
                                LinkedHashMap::new,
                                Collectors.toCollection(ArrayList::new)));
        return rounds.values().stream()
                .map(
                        same -> {
                            same.sort(Comparator.comparingDouble(one -> one.result().perSecond()));
                            return same.get(same.size() / 2);
                        })
                .toList();
    }
}
