package org.lianji.cooperation;

import org.jspecify.annotations.Nullable;
import org.lianji.disclosure.LetterSheet;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.roles.AllowedRoles;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The letter to a county outside of the city, to be printed. Whom it is about who sends it writes
 * in by hand: no name and no number leaves the hub with it.
 */
@RestController
final class CooperationLetter {

    private static final String NAMES =
            """
            MATCH way = (:Region {code: $code})-[:PART_OF*0..3]->(top:Region)
            WHERE NOT EXISTS { (top)-[:PART_OF]->() }
            RETURN reduce(names = '', r IN reverse(nodes(way)) | names + r.name)
            """;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final Cooperation cooperation;
    private final Neo4jClient graph;

    CooperationLetter(Cooperation cooperation, Neo4jClient graph) {
        this.cooperation = cooperation;
        this.graph = graph;
    }

    @AllowedRoles({Role.COUNTY_OFFICER, Role.TOWN_OFFICER})
    @GetMapping("/cooperation/{task}.pdf")
    ResponseEntity<byte[]> letter(
            @AuthenticationPrincipal Caller caller, @PathVariable("task") String id) {
        CooperationTask task =
                cooperation
                        .find(caller, id)
                        .filter(one -> one.asks(caller))
                        .orElseThrow(() -> new Problem(CooperationCode.COOPERATION_NOT_FOUND));
        if (!(task.request().letterNo() instanceof String number)) {
            throw new Problem(CooperationCode.COOPERATION_NO_LETTER);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(number + ".pdf")
                                .build()
                                .toString())
                .body(LetterSheet.of("户籍地协助函", paragraphs(task, number)));
    }

    private List<String> paragraphs(CooperationTask task, String number) {
        CooperationTask.Request request = task.request();
        return Stream.of(
                        "函号：" + number,
                        "",
                        name(request.registration()) + "民政局：",
                        "　　下列人员户籍登记在贵地，%s。依照《中华人民共和国社会救助法》第三十七条，请予协助；救助照常办理，不等待答复。"
                                .formatted(helped(request.origin())),
                        "　　姓名：＿＿＿＿＿＿＿＿　公民身份号码：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿",
                        "　　（由经办人手工填写）",
                        "　　请协助事项：" + question(cooperation.question(task)),
                        answerBy(task.lastDay(Cooperation.CLOCK)),
                        "　　□ 户籍在本地，未获救助　□ 户籍在本地，已获救助　□ 户籍不在本地",
                        "　　复函请注明函号。",
                        "",
                        "经办人：＿＿＿＿＿＿　联系电话：＿＿＿＿＿＿＿＿＿＿",
                        name(Regions.county(request.places().getFirst())) + "民政局（盖章）",
                        task.createdAt().toLocalDate().format(DAY))
                .toList();
    }

    private static String helped(CooperationTask.Origin origin) {
        return switch (origin) {
            case RELIEF -> "在我地遇到急难，已由我地先行救助";
            case CASE -> "在我地申请社会救助，已由我地受理";
        };
    }

    private static String question(@Nullable String asked) {
        return asked == null ? "＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿" : asked;
    }

    private static String answerBy(@Nullable LocalDate day) {
        return "　　"
                + (day == null ? "请答复（在所选项打勾）：" : "请于%s前答复（在所选项打勾）：".formatted(day.format(DAY)));
    }

    /** {@return the name of a county with those of what it lies in} */
    private String name(String code) {
        return graph.query(NAMES).bind(code).to("code").fetchAs(String.class).one().orElse(code);
    }
}
