package org.lianji.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.assistance.Town;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From what a villager sees at night to money every month: help within the hour, its papers, the
 * application, the check, the notice, the decision, the payment, being told and being asked; each
 * step is in the person's own log.
 */
@HubTest
@Import(MovingClock.class)
class FirstNightIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String TOWNSHIP = "150924106000";
    private static final String SHEET = "{ id version state }";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;

    private final Set<String> told = new HashSet<>();
    private Distress distress;
    private Monitored city;
    private Town town;

    @BeforeEach
    void twentyToElevenOnAThursday() {
        clock.set(Instant.parse("2026-11-26T14:40:00Z"));
        distress = new Distress(hub);
        town = new Town(hub);
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, LocalDate.parse("2026-10-01"));
        city.contribute(
                "MZ13",
                List.of(
                        Map.of(
                                "recordNo", "ZC-1",
                                "observedAt", "2026-11-01T00:00:00+08:00",
                                "policyNo", "ZC-1",
                                "title", "医疗救助",
                                "assistanceType", "MEDICAL",
                                "region", "150900000000",
                                "materials", List.of("身份证"),
                                "effectiveFrom", "2026-01-01")));
        distress.funded("900.00");
        told.clear();
        told.addAll(sentences());
    }

    private List<String> sentences() {
        return hub.ask(
                        "CITIZEN",
                        new Reason("H", null),
                        "{ accessLog(first: 100) { nodes { id sentence } } }",
                        Map.of())
                .at("/data/accessLog/nodes")
                .valueStream()
                .map(JsonNode::toString)
                .toList();
    }

    /** What the log tells since it was looked at last. */
    private String log() {
        List<String> fresh = sentences().stream().filter(told::add).toList();
        return String.join("\n", fresh);
    }

    private String board() {
        return hub.send(
                        HttpRequest.newBuilder(URI.create(hub.address() + "/notices/" + HERE))
                                .header("Accept", "application/json"))
                .body();
    }

    private JsonNode sheet(String client, String mutation, JsonNode one) {
        return done(
                hub.ask(
                        client,
                        "mutation ($id: ID!, $version: Int!) { %s(step: {id: $id, version: $version}) %s }"
                                .formatted(mutation, SHEET),
                        Map.of(
                                "id",
                                one.at("/id").asString(),
                                "version",
                                one.at("/version").asInt())));
    }

    @Test
    void leadsFromWhatAVillagerSawToMoneyEveryMonth() {
        done(
                hub.ask(
                        "MZ-VILLAGE",
                        "mutation { reportClue(input: {what: \"老人独居，炉火已灭\", region: \"%s\"}) { id } }"
                                .formatted(HERE)));
        JsonNode opened =
                distress.opened(
                        "MZ-TOWN", "2026-11-26T22:35:00+08:00", Map.of("idNumber", CITIZEN));
        assertThat(log()).as("reported").contains("民政");
        clock.advance(Duration.ofMinutes(25));
        JsonNode given =
                distress.taken("MZ-COUNTY", "giveRelief", opened, Map.of("amount", "600.00"));
        assertThat(distress.balance("MZ-TOWN")).isEqualTo("300.00");
        assertThat(log()).as("helped within the hour").contains("2026年11月26日23时05分");

        clock.set(Instant.parse("2026-11-27T02:00:00Z"));
        JsonNode complete = distress.taken("MZ-TOWN", "completeReliefPapers", given, Map.of());
        assertThat(log()).as("its papers").contains("11月27日");
        distress.taken(
                "MZ-TOWN",
                "referRelief",
                complete,
                Map.of("referral", "DIBAO", "note", "无收入来源，协助申请低保"));
        assertThat(log()).as("referred").contains("11月27日");

        JsonNode noticed = noticed();
        clock.advance(Duration.ofDays(8));
        assertThat(board()).as("it is over").isEqualTo("{\"notices\":[]}");
        JsonNode confirmed =
                done(town.confirm(town.taken(TOWN, "reportCase", noticed), "615.50", CITIZEN));
        assertThat(confirmed.at("/state").asString()).isEqualTo("CONFIRMED");
        assertThat(log()).as("decided").contains("12月5日");

        paid(confirmed);
        toldAndAsked(confirmed);
    }

    /** Applied for, checked and published. */
    private JsonNode noticed() {
        JsonNode checked = town.checked(CITIZEN);
        assertThat(log()).as("applied for, and checked").contains("核对");
        JsonNode opined = town.opined(checked, true);
        done(
                hub.ask(
                        TOWN,
                        "mutation ($n: NoticeInput!) { postNotice(input: $n) { id } }",
                        Map.of(
                                "n",
                                Map.of(
                                        "basis",
                                        opined.at("/basis").asString(),
                                        "person",
                                        city.token("GA01", CITIZEN),
                                        "village",
                                        HERE,
                                        "name",
                                        "李建国",
                                        "members",
                                        1,
                                        "amount",
                                        "615.50",
                                        "kind",
                                        "DIBAO"))));
        assertThat(board()).contains("李建国", "615.50");
        JsonNode noticed = town.taken(TOWN, "noticeCase", opined);
        assertThat(log()).as("published").contains("11月27日");
        return noticed;
    }

    private void paid(JsonNode confirmed) {
        clock.set(Instant.parse("2027-01-05T02:00:00Z"));
        town.taken(COUNTY, "startCasePayment", confirmed);
        JsonNode sheet =
                done(
                        hub.ask(
                                COUNTY,
                                "mutation { drawUpPayments(input: {township: \"%s\", month: \"2027-01\"}) %s }"
                                        .formatted(TOWNSHIP, SHEET)));
        sheet(COUNTY, "sendPayments", sheet("MZ-COUNTY-2", "approvePayments", sheet));
        assertThat(
                        hub.ask("CITIZEN", "{ myPayments { nodes { month amount } } }")
                                .at("/data/myPayments/nodes")
                                .toString())
                .isEqualTo("[{\"month\":\"2027-01\",\"amount\":\"615.50\"}]");
        assertThat(log()).as("paid").contains("2027年1月5日");
    }

    private void toldAndAsked(JsonNode confirmed) {
        JsonNode notice =
                hub.ask(
                        TOWN,
                        hub.matter(TOWN, CITIZEN),
                        "mutation ($p: ID!) { tellPolicies(input: {person: $p, region: \"%s\", policies: [\"ZC-1\"], attestation: SIGNATURE}) { policies } }"
                                .formatted(HERE),
                        Map.of("p", city.token("GA01", CITIZEN)));
        assertThat(done(notice).at("/policies/0").asString()).isEqualTo("ZC-1");
        assertThat(log()).as("told").contains("2027年1月5日");
        assertThat(
                        hub.ask(
                                        "CITIZEN",
                                        "mutation ($m: ID!) { rateHelp(input: {matter: $m, score:"
                                                + " 5}) { score } }",
                                        Map.of("m", confirmed.at("/id").asString()))
                                .at("/data/rateHelp/score")
                                .asInt())
                .isEqualTo(5);
        assertThat(log()).as("asked").contains("您本人");
    }
}
