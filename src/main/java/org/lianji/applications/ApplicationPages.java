package org.lianji.applications;

import org.lianji.assistance.CaseState;
import org.lianji.assistance.Cases;
import org.lianji.catalogue.Catalogue;
import org.lianji.items.ItemType;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.procedure.ProcedureEvent;
import org.lianji.roles.AllowedRoles;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An application to print and sign, for who applies and officers who see it. Its ID number, and the
 * name where it doesn't show, are written in by hand.
 */
@RestController
final class ApplicationPages {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private static final String REGION =
            """
            MATCH way = (:Region {code: $code})-[:PART_OF*0..5]->(top:Region)
            WHERE NOT EXISTS { (top)-[:PART_OF]->() }
            RETURN reduce(names = '', r IN reverse(nodes(way)) | names + r.name)
            """;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private static final String BLANK = "＿＿＿＿＿＿＿＿";

    private final Cases cases;
    private final CasePapers papers;
    private final ApplicantName names;
    private final Catalogue catalogue;
    private final Neo4jClient graph;
    private final Clock clock;

    ApplicationPages(
            Cases cases,
            CasePapers papers,
            ApplicantName names,
            Catalogue catalogue,
            Neo4jClient graph,
            Clock clock) {
        this.cases = cases;
        this.papers = papers;
        this.names = names;
        this.catalogue = catalogue;
        this.graph = graph;
        this.clock = clock;
    }

    @AllowedRoles({Role.COUNTY_OFFICER, Role.TOWN_OFFICER, Role.CITIZEN})
    @GetMapping("/cases/{id}/application")
    ResponseEntity<String> page(
            @AuthenticationPrincipal Caller caller, @PathVariable("id") String id) {
        return answer(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(sheet(caller, id).html());
    }

    @AllowedRoles({Role.COUNTY_OFFICER, Role.TOWN_OFFICER, Role.CITIZEN})
    @GetMapping("/cases/{id}/application.pdf")
    ResponseEntity<byte[]> pdf(
            @AuthenticationPrincipal Caller caller, @PathVariable("id") String id) {
        return answer(MediaType.APPLICATION_PDF).body(sheet(caller, id).pdf());
    }

    private static ResponseEntity.BodyBuilder answer(MediaType type) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .header("Content-Security-Policy", POLICY);
    }

    /** Of what the caller may not see there is as little as of what is not there. */
    private ApplicationSheet sheet(Caller caller, String id) {
        Cases.FiledCase filed =
                cases.filed(caller, id)
                        .orElseThrow(() -> new Problem(ApplicationCode.APPLICATION_NOT_FOUND));
        List<String> lines = new ArrayList<>();
        lines.add("编号：" + id);
        lines.add("申请救助：" + filed.kind().zh());
        if (filed.cause() instanceof String cause) {
            lines.add("致困原因：" + label(filed.kind().category(), cause));
        }
        lines.add("申请日期：" + day(filed.way().getFirst().at()));
        lines.add("提交渠道：" + channel(filed.channel()));
        lines.add("家庭居住地：" + region(filed.village()));
        lines.add("申请人：" + names.of(caller, filed).orElse(BLANK));
        lines.add("公民身份号码：" + BLANK + BLANK + "（手工填写）");
        lines.add("核对授权书编号：" + filed.consentNo());
        lines.add("申请人的陈述：" + (filed.statement() == null ? BLANK : filed.statement()));
        lines.addAll(papers(papers.of(caller, List.of(id)).getFirst()));
        lines.addAll(way(filed.way()));
        lines.add("");
        lines.add("申请人（签字）：" + BLANK + "　　日期：" + BLANK);
        lines.add("受理人（签字）：" + BLANK + "　　日期：" + BLANK);
        return new ApplicationSheet("社会救助申请书", lines);
    }

    private String label(String category, String cause) {
        return catalogue
                .category(category)
                .flatMap(it -> it.item("cause"))
                .map(item -> item.type() instanceof ItemType.Choice choice ? choice : null)
                .map(choice -> choice.labels().get(cause))
                .orElse(cause);
    }

    private static List<String> papers(CasePapers.Papers papers) {
        List<String> lines = new ArrayList<>();
        papers.recorded().forEach(one -> lines.add("材料：" + named(one) + "　" + number(one)));
        if (!papers.missing().isEmpty()) {
            lines.add(
                    "尚缺材料："
                            + papers.missing().stream()
                                    .map(Paper::nameZh)
                                    .collect(Collectors.joining("；")));
        }
        return lines;
    }

    private static String named(CasePaper one) {
        return one.paper() == null ? one.code() : one.paper().nameZh();
    }

    private static String number(CasePaper one) {
        return one.reference() == null ? BLANK : one.reference();
    }

    /** Each state that it came into, with the day. */
    private List<String> way(List<ProcedureEvent> steps) {
        return steps.stream()
                .filter(step -> !step.to().equals(step.from()))
                .map(step -> day(step.at()) + "　" + CaseState.valueOf(step.to()).zh())
                .toList();
    }

    private String day(ZonedDateTime at) {
        return at.withZoneSameInstant(clock.getZone()).format(DAY);
    }

    private static String channel(String name) {
        return switch (name) {
            case "WINDOW" -> "受理窗口";
            case "VILLAGE" -> "嘎查村、社区";
            default -> "网上";
        };
    }

    /** {@return the name of a region with those of what it lies in} */
    private String region(String code) {
        return graph.query(REGION).bind(code).to("code").fetchAs(String.class).one().orElse(code);
    }
}
