package org.lianji.looks;

import org.jspecify.annotations.Nullable;
import org.lianji.paging.ListConnection;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** "Who looked at my data" as a page that needs nothing else, and prints well. */
final class AccessPage {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.7 sans-serif; color: #1a1a1a; background: #fff }
            h1 { font-size: 1.5rem }
            li { margin: .6rem 0; break-inside: avoid }
            .denied { border-left: .25rem solid #a40000; padding-left: .6rem }
            small { color: #555; word-break: break-all }
            @media print { body { margin: 0; max-width: none } nav { display: none } }
            </style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            <p>下面是各部门查看、使用这些信息的记录，新的在前。每一条都已写入不可更改的访问记录链，对记录有疑问的，可凭编号向提供部门或者社会救助主管部门查询、投诉。</p>
            %2$s
            </main>
            <nav>%3$s</nav>
            </body>
            </html>
            """;

    private AccessPage() {}

    static String html(ListConnection<Access> page, @Nullable String child, boolean behindOthers) {
        List<Access> accesses = page.nodes();
        String end = page.pageInfo().endCursor();
        String next = end != null && page.pageInfo().getHasNextPage() ? end : "";
        StringBuilder rows = new StringBuilder(accesses.isEmpty() ? "<p>没有记录。</p>" : "<ol>\n");
        for (Access access : accesses) {
            rows.append(access.denied() ? "<li class=\"denied\">" : "<li>")
                    .append(escaped(access.sentence()))
                    .append("<br><small>编号 ")
                    .append(escaped(access.id()))
                    .append("</small></li>\n");
        }
        rows.append(accesses.isEmpty() ? "" : "</ol>");
        String title = child == null ? "谁看过我的信息" : "谁看过我孩子的信息";
        return PAGE.formatted(title, rows, links(behindOthers, next, child));
    }

    private static String links(boolean behindOthers, String next, @Nullable String child) {
        String of = child == null ? "" : "child=" + encoded(child);
        String first = behindOthers ? link("?" + of, "最新的记录") : "";
        return next.isEmpty()
                ? first
                : first
                        + " "
                        + link("?" + of + (of.isEmpty() ? "" : "&") + "after=" + next, "更早的记录");
    }

    private static String link(String to, String text) {
        return "<a href=\"" + escaped(to) + "\">" + text + "</a>";
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
