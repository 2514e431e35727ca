package org.lianji.disclosure;

import org.springframework.web.util.HtmlUtils;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What is public as a page to print: no script, nothing from elsewhere, names as text. */
final class NoticePage {

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><meta name="robots" content="noindex, noarchive"><title>%1$s</title></head>
            <body>
            <h1>%1$s</h1>
            <p>%2$s</p>
            <table border="1">
            <thead><tr>%3$s</tr></thead>
            <tbody>
            %4$s</tbody>
            </table>
            </body>
            </html>
            """;

    private NoticePage() {}

    static String of(PublicTable table) {
        return PAGE.formatted(
                text(table.title()),
                text(table.words()),
                table.heads().stream()
                        .map(head -> "<th>" + text(head) + "</th>")
                        .collect(Collectors.joining()),
                table.rows().stream().map(NoticePage::row).collect(Collectors.joining()));
    }

    /** The name may be in letters of any direction, and turns nothing else round. */
    private static String row(List<String> cells) {
        return "<tr><td><bdi>"
                + text(cells.getFirst())
                + "</bdi></td>"
                + cells.stream()
                        .skip(1)
                        .map(one -> "<td>" + text(one) + "</td>")
                        .collect(Collectors.joining())
                + "</tr>\n";
    }

    private static String text(String one) {
        return HtmlUtils.htmlEscape(one, StandardCharsets.UTF_8.name());
    }
}
