package org.lianji.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.done;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.assistance.Town;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Digests;
import org.lianji.review.ReviewOffices;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** An application on paper: for whoever may see it, and with no more than they may see. */
@HubTest
@Import({MovingClock.class, ReviewOffices.class})
class ApplicationPagesIT {

    /** The demo client {@code citizen} speaks for this person, who applies. */
    private static final String CITIZEN = "152627195801035714";

    private static final String SAID = "老伴重病，土地流转后没有收入";
    private static final String NAME = "申请人：李建国";
    private static final String NOBODY = "申请人：＿＿";

    /** The demo client {@code citizen-former} speaks for this person. */
    private static final String FORMER = "152601195604079079";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;

    private Town town;
    private JsonNode one;

    @BeforeEach
    void somebodyApplies() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        town = new Town(hub);
        Monitored city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, LocalDate.parse("2026-10-01"));
        city.register("6", FORMER, HERE, LocalDate.parse("2026-10-01"));
        one = done(town.apply(CITIZEN));
    }

    private HttpResponse<String> page(String client, String id) {
        return hub.send(hub.as(client, "/cases/" + id + "/application"));
    }

    private String printed(String client) {
        HttpResponse<String> page = page(client, one.at("/id").asString());
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).doesNotContain(CITIZEN, CITIZEN.substring(6, 14), "<script");
        return page.body();
    }

    private void nameIsShared() {
        new Agreed(hub).on("GA", "MZ", "A", "S4", List.of(), List.of("GA01.name"));
    }

    @Test
    void isPrintedForTheOfficeWithTheNameOnTheApplicationsBasisAlone() {
        assertThat(printed(TOWN)).as("without an agreement").contains(NOBODY);
        nameIsShared();

        for (String client : List.of(TOWN, COUNTY)) {
            assertThat(printed(client))
                    .contains(NAME, SAID, "最低生活保障", "受理窗口", "SQ-2026-1", "2026年11月2日")
                    .contains("城关镇", "尚缺材料：最低生活保障书面申请", "申请人（签字）");
        }
        assertThat(hub.ask("CITIZEN", "{ accessLog(first: 5) { nodes { sentence } } }").toString())
                .contains("姓名");

        town.taken(TOWN, "withdrawCase", one, "申请人要求撤回");
        assertThat(printed(TOWN))
                .as("nothing leads to the family any more")
                .contains(NOBODY, "您已撤回申请")
                .doesNotContain(NAME, "尚缺材料");
    }

    @Test
    void isPrintedForWhoAppliesWithTheirOwnName() {
        done(
                hub.ask(
                        TOWN,
                        "mutation ($input: CasePaperInput!) { recordCasePaper(input: $input) { code"
                                + " } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "caseId",
                                        one.at("/id").asString(),
                                        "code",
                                        "TRUE_ACCOUNT",
                                        "reference",
                                        "兴城档<12>",
                                        "sha256",
                                        Digests.hex("a promise")))));

        assertThat(printed("CITIZEN")).contains(NAME, SAID, "兴城档&lt;12&gt;").doesNotContain("<12>");
    }

    @Test
    void isPrintedAsPdf() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                HttpClient.newHttpClient()
                        .send(
                                hub.as(
                                                "CITIZEN",
                                                "/cases/%s/application.pdf"
                                                        .formatted(one.at("/id").asString()))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        try (PDDocument sheet = Loader.loadPDF(answer.body())) {
            assertThat(new PDFTextStripper().getText(sheet).replaceAll("\\s", ""))
                    .contains("社会救助申请书", "李建国", SAID)
                    .doesNotContain(CITIZEN);
        }
    }

    @Test
    void isThereForNobodyElse() {
        String id = one.at("/id").asString();
        for (String client :
                List.of(
                        ReviewOffices.NEXT_TOWN,
                        ReviewOffices.OTHER_COUNTY,
                        "YB-TOWN",
                        "CITIZEN-FORMER")) {
            for (String form : List.of("/application", "/application.pdf")) {
                HttpResponse<String> hidden = hub.send(hub.as(client, "/cases/" + id + form));
                HttpResponse<String> never =
                        hub.send(hub.as(client, "/cases/Snothing000000000000000" + form));
                assertThat(hidden.statusCode()).as(client).isEqualTo(404);
                assertThat(hidden.body().replace(id, "Snothing000000000000000"))
                        .as(client)
                        .isEqualTo(never.body());
            }
        }
        for (String client : List.of("MZ", "MZ-VILLAGE", "CHARITY-A", "AUDITOR")) {
            assertThat(page(client, id).statusCode()).as(client).isEqualTo(403);
        }
    }
}
