package org.lianji.disclosure;

import org.lianji.items.Yuan;
import org.springframework.web.util.HtmlUtils;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A village's notices as a page to print: no script, nothing from elsewhere, names as text. */
final class NoticePage {

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><meta name="robots" content="noindex, noarchive"><title>社会救助公示</title></head>
            <body>
            <h1>社会救助公示</h1>
            <p>对以下公示有异议的，请在公示期内向苏木乡镇人民政府（街道办事处）反映，可以不留姓名。</p>
            <table border="1">
            <thead><tr><th>申请人</th><th>家庭成员数</th><th>金额（元）</th><th>类别</th><th>公示至</th></tr></thead>
            <tbody>
            %s</tbody>
            </table>
            </body>
            </html>
            """;

    private static final String ROW =
            "<tr><td><bdi>%s</bdi></td><td>%d</td><td>%s</td><td>%s</td><td>%s</td></tr>\n";

    private NoticePage() {}

    static String of(List<Notices.Line> lines) {
        return PAGE.formatted(lines.stream().map(NoticePage::row).collect(Collectors.joining()));
    }

    private static String row(Notices.Line line) {
        return ROW.formatted(
                HtmlUtils.htmlEscape(line.name(), StandardCharsets.UTF_8.name()),
                line.members(),
                Yuan.text(line.amount()),
                line.kind().zh(),
                line.lastDay());
    }
}
