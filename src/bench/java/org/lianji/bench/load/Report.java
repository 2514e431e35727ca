package org.lianji.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The comparison as a table and a chart. */
final class Report {

    private static final List<String> COLOURS = List.of("#1f3b57", "#8a8f98", "#c96f4a", "#d9a441");

    private Report() {}

    /**
     * One round.
     *
     * @param own milliseconds of the server's processor time a request
     * @param database milliseconds of the database's processor time a request
     * @param memory bytes that the server holds
     */
    record Line(
            String server,
            Question question,
            int connections,
            Wrk.Result result,
            double own,
            double database,
            long memory) {}

    /** What people have written below this line stays. */
    private static final String WORDS = "## What it says";

    /**
     * @param machine what it ran on
     */
    static void write(List<Line> lines, List<String> machine, Path folder) throws IOException {
        Path page = folder.resolve("performance.md");
        String before = Files.exists(page) ? Files.readString(page) : "";
        int words = before.indexOf(WORDS);
        Files.writeString(
                page,
                """
                # Performance

                The hub decides, masks and writes down every look; the others do none of this. All answer from the same
                Neo4j with the same data, one after the other in each round; each figure is the median round.

                ```bash
                npm ci --prefix src/bench/npm
                mvn -q -DskipTests package exec:exec@performance   # writes this page; needs wrk
                ```

                %s

                ![Requests a second](performance.svg)

                %s
                %s
                """
                        .formatted(
                                machine.stream()
                                        .map(one -> "- " + one)
                                        .collect(Collectors.joining("\n")),
                                table(lines),
                                words < 0 ? WORDS : before.substring(words).strip()));
        Files.writeString(folder.resolve("performance.svg"), chart(lines));
    }

    private static String table(List<Line> lines) {
        StringBuilder table =
                new StringBuilder(
                        "| question | connections | server | requests/s | p50 ms | p99 ms | CPU s"
                                + " per 1,000: server | database | memory MB |\n"
                                + "|---|---:|---|---:|---:|---:|---:|---:|---:|\n");
        for (Line line : medians(lines)) {
            table.append(
                    "| %s | %d | %s | %.0f%s | %.2f | %.2f | %.2f | %.2f | %d |%n"
                            .formatted(
                                    line.question(),
                                    line.connections(),
                                    line.server(),
                                    line.result().perSecond(),
                                    line.result().failed() ? " (failures)" : "",
                                    line.result().p50(),
                                    line.result().p99(),
                                    line.own(),
                                    line.database(),
                                    line.memory() >> 20));
        }
        return table.toString();
    }

    /** The median round of each. */
    private static List<Line> medians(List<Line> lines) {
        Map<String, List<Line>> rounds =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        line ->
                                                line.question()
                                                        + " "
                                                        + line.connections()
                                                        + " "
                                                        + line.server(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<Line> medians = new ArrayList<>();
        for (List<Line> same : rounds.values()) {
            same.sort(Comparator.comparingDouble(line -> line.result().perSecond()));
            medians.add(same.get(same.size() / 2));
        }
        return medians;
    }

    private static String chart(List<Line> lines) {
        List<Line> shown = medians(lines);
        List<String> servers = shown.stream().map(Line::server).distinct().toList();
        double most = shown.stream().mapToDouble(line -> line.result().perSecond()).max().orElse(1);
        StringBuilder bars = new StringBuilder();
        double y = 40;
        String group = "";
        for (Line line : shown) {
            String title = line.question() + ", " + line.connections() + " connections";
            if (!title.equals(group)) {
                y += 24;
                bars.append(
                        "<text x=\"10\" y=\"%.0f\" font-size=\"12\" font-weight=\"bold\">%s</text>%n"
                                .formatted(y - 4, title));
                group = title;
            }
            double width = 500 * line.result().perSecond() / most;
            bars.append(
                    "<rect x=\"170\" y=\"%.0f\" width=\"%.1f\" height=\"12\" fill=\"%s\"/><text x=\"10\" y=\"%.0f\" font-size=\"11\">%s</text><text x=\"%.0f\" y=\"%.0f\" font-size=\"11\">%.0f</text>%n"
                            .formatted(
                                    y,
                                    width,
                                    COLOURS.get(servers.indexOf(line.server()) % COLOURS.size()),
                                    y + 10,
                                    line.server(),
                                    176 + width,
                                    y + 10,
                                    line.result().perSecond()));
            y += 16;
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 %.0f" font-family="sans-serif" role="img">
        <title>Requests a second</title>
        <rect width="100%%" height="100%%" fill="#fff"/>
        <text x="10" y="24" font-size="14">Requests a second: Lianji with authorisation, masks and audit; the others without</text>
        %s</svg>
        """
                .formatted(y + 20, bars);
    }
}
