package org.lianji.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.code;
import static org.lianji.assistance.Town.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.assistance.Town;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Digests;
import org.lianji.review.ReviewOffices;
import org.lianji.sharing.MovingClock;
import org.lianji.workers.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Papers of an application: asked for once, by number and digest, and never what is known. */
@HubTest
@Import({MovingClock.class, ReviewOffices.class})
class CasePapersIT {

    /** The demo client {@code citizen} speaks for this person, who applies. */
    private static final String CITIZEN = "152627195801035714";

    private static final String WIFE = "150924196004020026";
    private static final LocalDate SINCE = LocalDate.parse("2026-10-01");
    private static final String DIGEST = Digests.hex("the paper as it was scanned");

    private static final String PAPERS =
            "{ recorded { code paper { nameZh } reference sha256 note } missing { code } known {"
                    + " code category } }";

    /** The demo client {@code citizen-former} speaks for this person. */
    private static final String FORMER = "152601195604079079";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;
    @Autowired Neo4jClient graph;

    private Town town;
    private Monitored city;

    @BeforeEach
    void somebodyMayApply() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        town = new Town(hub);
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, SINCE);
        city.register("6", FORMER, HERE, SINCE);
    }

    private JsonNode applied() {
        return done(town.apply(CITIZEN));
    }

    private JsonNode record(String client, JsonNode one, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>();
        input.put("caseId", one.at("/id").asString());
        input.put("code", "TRUE_ACCOUNT");
        input.put("reference", "兴城档〔2026〕12号");
        input.put("sha256", DIGEST);
        input.putAll(more);
        return hub.ask(
                client,
                "mutation ($input: CasePaperInput!) { recordCasePaper(input: $input) { code"
                        + " reference sha256 note recordedAt paper { nameZh } } }",
                Map.of("input", input));
    }

    private JsonNode papers(String client, JsonNode one) {
        return hub.ask(
                        client,
                        "query ($id: ID!) { case(id: $id) { papers %s } }".formatted(PAPERS),
                        Map.of("id", one.at("/id").asString()))
                .at("/data/case/papers");
    }

    private JsonNode mine() {
        return hub.ask("CITIZEN", "{ myCases { nodes { papers %s } } }".formatted(PAPERS))
                .at("/data/myCases/nodes/0/papers");
    }

    private static List<String> codes(JsonNode papers, String which) {
        return papers.at("/" + which).valueStream().map(one -> one.at("/code").asString()).toList();
    }

    private JsonNode list(String client, String kind, String day) {
        return hub.ask(
                client,
                "{ papers(kind: %s, region: \"%s\", asOf: \"%s\") { code nameZh nameEn bringer form askedOf category always basis region from } }"
                        .formatted(kind, HERE, day));
    }

    @Test
    void areListedForWhoeverAsksAndAskNothingThatACategoryAnswers() {
        for (String client : List.of("CITIZEN", TOWN, COUNTY, "YB", "MZ-VILLAGE", "AUDITOR")) {
            JsonNode listed = list(client, "EXTREME_HARDSHIP", "2026-11-02").at("/data/papers");
            assertThat(listed.valueStream().map(one -> one.at("/code").asString()).toList())
                    .as(client)
                    .contains("APPLICATION", "LIVING_STATEMENT", "DISABILITY_CERTIFICATE")
                    .doesNotContain("MEDICAL_BILLS");
            assertThat(listed.valueStream())
                    .allSatisfy(
                            one ->
                                    assertThat(one.at("/askedOf").asString())
                                            .isEqualTo(
                                                    one.at("/category").isNull()
                                                            ? "APPLICANT"
                                                            : "LIBRARY"));
        }
        assertThat(list("CITIZEN", "RIGID_EXPENDITURE", "2024-12-31").at("/data/papers"))
                .as("before there was such help")
                .isEmpty();
    }

    @Test
    void areRecordedByNumberAndDigestUntilNoneIsMissing() {
        JsonNode one = applied();
        assertThat(codes(papers(TOWN, one), "missing"))
                .containsExactly("APPLICATION", "CHECK_CONSENT", "TRUE_ACCOUNT");
        assertThat(codes(papers(COUNTY, one), "known")).contains("VEHICLES");

        JsonNode made = done(record(TOWN, one, Map.of("note", "原件已退还")));
        done(record(TOWN, one, Map.of("code", "APPLICATION")));
        done(record(TOWN, one, Map.of("code", "CHECK_CONSENT")));
        done(record(TOWN, one, Map.of("code", "MANDATE")));

        assertThat(made.at("/reference").asString()).isEqualTo("兴城档〔2026〕12号");
        JsonNode now = papers(COUNTY, one);
        assertThat(codes(now, "missing")).isEmpty();
        assertThat(codes(now, "recorded"))
                .containsExactlyInAnyOrder(
                        "TRUE_ACCOUNT", "APPLICATION", "CHECK_CONSENT", "MANDATE");
        assertThat(mine()).as("the applicant sees the same").isEqualTo(now);
        assertThat(now.toString()).contains("原件已退还", DIGEST);
        assertThat(
                        graph.query("MATCH (p:CasePaper) RETURN collect(p {.*})")
                                .fetchAs(Object.class)
                                .one()
                                .toString())
                .doesNotContain("兴城档", "原件已退还");
        assertThat(hub.ask("CITIZEN", "{ accessLog(first: 10) { nodes { sentence } } }").toString())
                .contains("登记了您的救助申请的一份材料");
    }

    @Test
    void areNotAskedForWhereTheLibraryHasThem() {
        JsonNode one = applied();

        JsonNode refused = record(TOWN, one, Map.of("code", "VEHICLES"));

        assertThat(code(refused)).isEqualTo("CASE_PAPER_KNOWN");
        assertThat(refused.toString()).contains("GA03");
        assertThat(code(record(TOWN, one, Map.of("code", "MEDICAL_BILLS"))))
                .as("of another kind of help")
                .isEqualTo("CASE_PAPER_UNKNOWN");
        assertThat(code(record(TOWN, one, Map.of("code", "DIARY"))))
                .isEqualTo("CASE_PAPER_UNKNOWN");
        assertThat(codes(papers(TOWN, one), "recorded")).isEmpty();
    }

    @Test
    void areRecordedOfAnOpenApplicationByTheTownAlone() {
        JsonNode one = applied();

        assertThat(code(record(ReviewOffices.NEXT_TOWN, one, Map.of())))
                .isEqualTo("CASE_PAPER_NO_CASE");
        assertThat(code(record("YB-TOWN", one, Map.of()))).isEqualTo("CASE_PAPER_NO_CASE");
        for (String client : List.of(COUNTY, "CITIZEN", "MZ", "CHARITY-A")) {
            assertThat(record(client, one, Map.of()).has("errors")).as(client).isTrue();
        }
        town.taken(TOWN, "withdrawCase", one, "申请人要求撤回");
        assertThat(code(record(TOWN, one, Map.of()))).isEqualTo("CASE_PAPER_NO_CASE");
        JsonNode over = papers(TOWN, one);
        assertThat(codes(over, "recorded")).isEmpty();
        assertThat(codes(over, "missing")).as("nothing is asked any more").isEmpty();
        assertThat(
                        hub.ask(
                                        "CITIZEN-FORMER",
                                        "{ myCases { nodes { papers { known { code } } } } }")
                                .at("/data")
                                .toString())
                .isEqualTo("{\"myCases\":{\"nodes\":[]}}");
    }

    @Test
    void areRecordedByNoNearRelative() {
        JsonNode one = applied();
        city.contribute(
                "GA01",
                List.of(
                        Map.of(
                                "recordNo", "2",
                                "observedAt", SINCE + "T00:00:00+08:00",
                                "idNumber", WIFE,
                                "hukouNo", "H1",
                                "relationToHead", "SPOUSE",
                                "hukouRegion", HERE,
                                "name", "某某",
                                "sex", "FEMALE",
                                "birthDate", "1960-04-02")));
        new Registry(hub).registered("mz-town", WIFE, "TOWN_OFFICER", "150924106000");

        assertThat(code(record(TOWN, one, Map.of()))).isEqualTo("CASE_PAPER_OF_RELATIVE");
        assertThat(codes(papers(COUNTY, one), "recorded")).isEmpty();
    }

    @Test
    void holdNoNumberOfAnybodyAndNoContent() {
        JsonNode one = applied();

        assertThat(code(record(TOWN, one, Map.of("reference", "身份证 " + WIFE))))
                .isEqualTo("ID_NUMBER_IN_TEXT");
        assertThat(code(record(TOWN, one, Map.of("note", WIFE)))).isEqualTo("ID_NUMBER_IN_TEXT");
        assertThat(code(record(TOWN, one, Map.of("sha256", "扫描件")))).isEqualTo("CASE_PAPER_DIGEST");
        assertThat(record(TOWN, one, Map.of("reference", " ")).has("errors")).isTrue();
        assertThat(record(TOWN, one, Map.of("reference", "号".repeat(101))).has("errors")).isTrue();
        assertThat(codes(papers(TOWN, one), "recorded")).isEmpty();
    }

    @Test
    void areRecordedOnceWhereACallIsSentAgain() {
        JsonNode one = applied();
        Map<String, Object> named = Map.of("clientMutationKey", "paper-1");

        JsonNode first = done(record(TOWN, one, named));

        assertThat(done(record(TOWN, one, named))).isEqualTo(first);
        assertThat(codes(papers(TOWN, one), "recorded")).hasSize(1);
        town.taken(TOWN, "withdrawCase", one, "申请人要求撤回");
        assertThat(done(record(TOWN, one, named)))
                .as("also once the application is over")
                .isEqualTo(first);
    }
}
