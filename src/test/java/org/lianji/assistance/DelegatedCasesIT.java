package org.lianji.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import org.lianji.catalogue.Catalogue;
import org.lianji.contribution.Owner;
import org.lianji.monitoring.Monitored;
import org.lianji.sharing.MovingClock;
import org.lianji.workers.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a county lets its towns decide (最低生活保障审核确认办法 §4). */
@HubTest
@Import(MovingClock.class)
class DelegatedCasesIT {

    private static final String SECOND = "MZ-TOWN-2";
    private static final String CITIZEN = "152627195801035714";
    private static final String CADRE = Owner.idNumber("15092419850101301");

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    @Autowired TestClock clock;

    private Town town;
    private Monitored city;

    @BeforeEach
    void theTownDecides() {
        clock.set(Instant.parse("2026-10-29T02:00:00Z"));
        town = new Town(hub);
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, LocalDate.parse("2026-10-01"));
        city.register("2", CADRE, HERE, LocalDate.parse("2026-10-01"));
        decides("150924000000", "1", "2026-11-01");
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
    }

    private void decides(String region, String value, String from) {
        String id =
                done(hub.ask(
                                COUNTY,
                                "mutation ($d: String!) { proposeParameterChange(input: {name: \"DECIDED_BY_TOWN\", region: \"%s\", from: \"%s\", value: \"%s\", document: $d}) { id } }"
                                        .formatted(region, from, value),
                                Map.of("d", "兴民发〔2026〕9号")))
                        .at("/id")
                        .asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !code(approved(id)).equals("PREVIEW_PENDING"));
    }

    private JsonNode approved(String id) {
        return hub.ask(
                "MZ-HEAD",
                "mutation ($id: ID!) { approveParameterChange(step: {id: $id, version: 1}) { state"
                        + " } }",
                Map.of("id", id));
    }

    private String told(JsonNode one) {
        JsonNode shown =
                hub.ask(
                                COUNTY,
                                "query ($id: ID!) { case(id: $id) { decidedBy deadlines { rule {"
                                        + " code } due endedOn } } }",
                                Map.of("id", one.at("/id").asString()))
                        .at("/data/case");
        return shown.at("/decidedBy").asString()
                + shown.at("/deadlines")
                        .valueStream()
                        .filter(clock -> clock.at("/endedOn").isNull())
                        .map(
                                clock ->
                                        " "
                                                + clock.at("/rule/code").asString()
                                                + " "
                                                + clock.at("/due").asString())
                        .sorted()
                        .toList();
    }

    private JsonNode confirm(String client, JsonNode reported) {
        return hub.ask(
                client,
                "mutation ($input: CaseAwardInput!) { confirmCase(input: $input) { id version state"
                        + " } }",
                Map.of(
                        "input",
                        Map.of(
                                "id", reported.at("/id").asString(),
                                "version", reported.at("/version").asInt(),
                                "monthlyAmount", "600.00",
                                "area", "RURAL",
                                "reason", "入户所见与登记不符",
                                "reviewCycle", "MONTHS_12",
                                "members", List.of(CITIZEN))));
    }

    private JsonNode refuse(String client, JsonNode reported) {
        return hub.ask(
                client,
                "mutation ($input: CaseStatement!) { refuseCase(input: $input) { id version state }"
                        + " }",
                Map.of(
                        "input",
                        Map.of(
                                "id", reported.at("/id").asString(),
                                "version", reported.at("/version").asInt(),
                                "note", "家庭收入高于标准")));
    }

    @Test
    void areDecidedByAnotherOfTheTownInTwentyDays() {
        JsonNode accepted = town.taken(TOWN, "acceptCase", town.submitted(CITIZEN));
        assertThat(told(accepted))
                .isEqualTo("TOWN[ DB_SURVEY_START 2026-11-05,  DB_TOTAL_DELEGATED 2026-11-30]");
        JsonNode checked = town.taken(COUNTY, "checkMeans", town.surveyed(accepted));

        JsonNode reported = town.reported(checked, clock);

        assertThat(told(reported)).isEqualTo("TOWN[ DB_TOTAL_DELEGATED 2026-11-30]");
        assertThat(code(confirm(COUNTY, reported))).isEqualTo("NOT_YOUR_TURN");
        assertThat(code(refuse(COUNTY, reported))).isEqualTo("NOT_YOUR_TURN");
        assertThat(code(confirm(TOWN, reported))).isEqualTo("CASE_DECIDED_BY_ANOTHER");
        assertThat(code(refuse(TOWN, reported))).isEqualTo("CASE_DECIDED_BY_ANOTHER");
        JsonNode granted = done(confirm(SECOND, reported));
        assertThat(granted.at("/state").asString()).isEqualTo("CONFIRMED");
        assertThat(told(granted)).doesNotContain("DB_TOTAL_DELEGATED");
    }

    @Test
    void mayBeRefusedByAnotherOfTheTown() {
        JsonNode reported = town.reported(town.checked(CITIZEN), clock);
        assertThat(done(refuse(SECOND, reported)).at("/state").asString()).isEqualTo("REFUSED");
    }

    /** Of a worker's near relative the county decides, and of somebody in extreme hardship. */
    @Test
    void remainTheCountysWhereAWorkersNearRelativeApplies() {
        JsonNode reported = town.reported(town.checked(CITIZEN), clock);
        city.contribute(
                "MZ10",
                List.of(
                        Map.of(
                                "recordNo", "JH-1",
                                "observedAt", "2026-10-02T00:00:00+08:00",
                                "idNumber", CADRE,
                                "action", "MARRIAGE",
                                "spouseIdNo", CITIZEN,
                                "registeredOn", "2020-05-01")));
        new Registry(hub).registered("mz-village", CADRE, "VILLAGE_CADRE", HERE);

        assertThat(told(reported)).startsWith("COUNTY");
        assertThat(code(confirm(SECOND, reported))).isEqualTo("NOT_YOUR_TURN");
        assertThat(code(confirm(COUNTY, reported))).isEqualTo("RECHECK_FIRST");
    }

    @Test
    void areTheCountysAgainOnceItDecidesItself() {
        decides("150924000000", "0", "2026-11-04");
        clock.set(Instant.parse("2026-11-05T02:00:00Z"));
        assertThat(told(town.taken(TOWN, "acceptCase", town.submitted(CITIZEN))))
                .startsWith("COUNTY[ DB_SURVEY_START")
                .contains("DB_TOTAL ");
        assertThat(
                        told(
                                done(
                                        town.submit(
                                                TOWN,
                                                Map.of(
                                                        "idNumber",
                                                        CADRE,
                                                        "kind",
                                                        "EXTREME_HARDSHIP")))))
                .startsWith("COUNTY");
    }
}
