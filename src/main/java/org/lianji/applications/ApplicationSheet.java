package org.lianji.applications;

import org.lianji.disclosure.LetterSheet;
import org.springframework.web.util.HtmlUtils;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An application to be printed and signed.
 *
 * @param title in the middle
 * @param paragraphs each on lines of its own
 */
record ApplicationSheet(String title, List<String> paragraphs) {

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="robots" content="noindex, noarchive">
            <title>%1$s</title>
            <style>
            body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.9 sans-serif; color: #1a1a1a; background: #fff }
            h1 { font-size: 1.6rem; text-align: center }
            p { margin: .2rem 0; break-inside: avoid }
            @media print { body { margin: 0; max-width: none } }
            </style>
            </head>
            <body>
            <h1>%1$s</h1>
            %2$s</body>
            </html>
            """;

    ApplicationSheet {
        paragraphs = List.copyOf(paragraphs);
    }

    /** {@return a page without script, and with nothing from elsewhere} */
    String html() {
        return PAGE.formatted(
                text(title),
                paragraphs.stream()
                        .map(one -> "<p><bdi>" + text(one) + "</bdi></p>\n")
                        .collect(Collectors.joining()));
    }

    byte[] pdf() {
        return LetterSheet.of(title, paragraphs);
    }

    private static String text(String one) {
        return HtmlUtils.htmlEscape(one, StandardCharsets.UTF_8.name());
    }
}
