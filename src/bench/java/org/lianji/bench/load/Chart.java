package org.lianji.bench.load;

import org.lianji.bench.load.Report.Line;

import java.util.List;

/** Requests a second as bars, a group for each number of connections. */
final class Chart {

    private static final List<String> COLOURS =
            List.of(
                    "#1f3b57", "#8a8f98", "#3e7d5a", "#7fb08f", "#c96f4a", "#d9a441", "#a4453a",
                    "#b9892d");
    private static final int BAR = 500;
    private static final int LEFT = 250;

    private Chart() {}

    static String of(Question question, List<Line> lines) {
        List<String> servers = lines.stream().map(Line::server).distinct().toList();
        double most = lines.stream().mapToDouble(line -> line.result().perSecond()).max().orElse(1);
        StringBuilder bars = new StringBuilder();
        int y = 40;
        int group = 0;
        for (Line line : lines) {
            if (line.connections() != group) {
                group = line.connections();
                y += 24;
                bars.append(text(10, y - 4, 12, group + " connections"));
            }
            double width = BAR * line.result().perSecond() / most;
            bars.append(
                    "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"12\" fill=\"%s\"/>\n"
                            .formatted(
                                    LEFT,
                                    y,
                                    width,
                                    COLOURS.get(servers.indexOf(line.server()) % COLOURS.size())));
            bars.append(text(10, y + 10, 11, line.server()));
            bars.append(
                    text(
                            LEFT + 6 + (int) width,
                            y + 10,
                            11,
                            "%.0f".formatted(line.result().perSecond())));
            y += 16;
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 830 %1$d" font-family="sans-serif" role="img">
        <title>%2$s: requests a second</title>
        <rect width="100%%" height="100%%" fill="#fff"/>
        <text x="10" y="24" font-size="14">Requests a second: %2$s</text>
        %3$s</svg>
        """
                .formatted(y + 20, question.meaning(), bars);
    }

    private static String text(int x, int y, int size, String text) {
        return "<text x=\"%d\" y=\"%d\" font-size=\"%d\">%s</text>\n".formatted(x, y, size, text);
    }
}
