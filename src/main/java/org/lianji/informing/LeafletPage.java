package org.lianji.informing;

import org.jspecify.annotations.Nullable;
import org.lianji.items.Yuan;
import org.springframework.web.util.HtmlUtils;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a family may ask for and what to bring, as a page to print and to leave at the door: no name
 * stands on it, so that whoever finds it learns of nobody.
 */
final class LeafletPage {

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="robots" content="noindex, noarchive">
            <title>社会救助政策告知单</title>
            <style>
            body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.7 sans-serif; color: #1a1a1a; background: #fff }
            h1 { font-size: 1.6rem }
            h2 { font-size: 1.2rem; margin-bottom: .2rem }
            section { break-inside: avoid }
            @media print { body { margin: 0; max-width: none } }
            </style>
            </head>
            <body>
            <h1>社会救助政策告知单</h1>
            <p>%s</p>
            %s<p>不懂的地方请问苏木乡镇（街道）社会救助窗口，或拨打 12349。申请救助不收费。</p>
            <p>告知人：____________ 被告知人：____________ 日期：%s</p>
            </body>
            </html>
            """;

    private LeafletPage() {}

    static String of(List<Policies.Advice> policies, LocalDate day) {
        return PAGE.formatted(
                policies.isEmpty() ? "当地没有施行中的救助政策。" : "下列政策您的家庭可以申请：",
                policies.stream().map(LeafletPage::section).collect(Collectors.joining()),
                day);
    }

    private static String section(Policies.Advice one) {
        Long standard = one.standard();
        return "<section>\n<h2>"
                + text(one.title())
                + "</h2>\n<ul>\n"
                + item("标准", standard == null ? null : Yuan.text(standard) + " 元")
                + item("条件", one.conditions())
                + item("带什么", one.materials().isEmpty() ? null : String.join("、", one.materials()))
                + item("到哪里办", one.channel())
                + item("电话", one.hotline())
                + item("文号", one.docNo())
                + "</ul>\n</section>\n";
    }

    private static String item(String what, @Nullable String said) {
        return said == null || said.isBlank()
                ? ""
                : "<li>" + what + "：<bdi>" + text(said) + "</bdi></li>\n";
    }

    private static String text(String one) {
        return HtmlUtils.htmlEscape(one, StandardCharsets.UTF_8.name());
    }
}
