package org.lianji.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.OutsideWorld.all;
import static org.lianji.assistance.OutsideWorld.first;
import static org.lianji.assistance.OutsideWorld.status;
import static org.lianji.assistance.OutsideWorld.text;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.code;
import static org.lianji.assistance.Town.done;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The check of means asks sources outside, waits for none, and tells what exceeds which limit. */
@HubTest
@Import(MovingClock.class)
class MeansIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String SPOUSE = "15092419620312002X";

    private static final OutsideWorld WORLD = new OutsideWorld();

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;
    @Autowired Neo4jClient graph;

    private Town town;
    private Monitored city;

    @DynamicPropertySource
    static void connected(DynamicPropertyRegistry settings) {
        for (String who : List.of("bank", "tax", "securities", "payment-institution")) {
            settings.add("lianji.outside." + who + ".url", () -> WORLD.address(who));
            settings.add("lianji.outside." + who + ".timeout", () -> "2s");
            settings.add("lianji.outside." + who + ".retries", () -> "2");
            settings.add("lianji.outside." + who + ".backoff", () -> "5ms");
        }
        settings.add("lianji.outside.bank.token", () -> "of-the-hub");
    }

    @AfterAll
    static void end() {
        WORLD.close();
    }

    @BeforeEach
    void somebodyIsKnown() {
        WORLD.quiet();
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        town = new Town(hub);
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, LocalDate.parse("2026-10-01"));
    }

    /** Whom the register of households has with him. */
    private void married() {
        new Agreed(hub)
                .on(
                        "GA",
                        "MZ",
                        "A",
                        "S4",
                        List.of(),
                        List.of("GA01.hukouNo", "GA01.relationToHead"));
        city.contribute(
                "GA01",
                List.of(
                        member("1", CITIZEN, "HEAD", "某", "MALE", "1958-01-03"),
                        member("2", SPOUSE, "SPOUSE", "某氏", "FEMALE", "1962-03-12")));
    }

    private static Map<String, Object> member(
            String recordNo, String number, String relation, String name, String sex, String born) {
        return Map.of(
                "recordNo", recordNo,
                "observedAt", "2026-10-02T00:00:00+08:00",
                "idNumber", number,
                "hukouNo", "H1",
                "relationToHead", relation,
                "hukouRegion", HERE,
                "name", name,
                "sex", sex,
                "birthDate", born);
    }

    private static String source(JsonNode one, String name) {
        return one.at("/check/sources")
                .valueStream()
                .filter(source -> source.at("/source").asString().equals(name))
                .map(
                        source ->
                                source.at("/status").asString()
                                        + (source.at("/found").asBoolean() ? " found" : ""))
                .findFirst()
                .orElse("");
    }

    private JsonNode askedAgain(JsonNode one) {
        return hub.ask(
                COUNTY,
                "mutation ($id: ID!, $version: Int!) { askMeansAgain(input: {id: $id, version:"
                        + " $version}) "
                        + Town.SHOWN
                        + " }",
                Map.of("id", one.at("/id").asString(), "version", one.at("/version").asInt()));
    }

    private JsonNode report() {
        return hub.ask(
                        "MZ",
                        hub.matter("MZ", CITIZEN),
                        "{ records(category: MZ12) { nodes { ... on MeansCheckReport { sources"
                                + " deposits securities insurance taxedIncome overLimit conclusion"
                                + " consentNo } } } }",
                        Map.of())
                .at("/data/records/nodes");
    }

    private static final String EXCESS =
            " { check { conclusion sources { source excess { sentence { zh } limit { name value }"
                    + " withheld facts { person category item recordNo value observedAt } } } } } ";

    private static JsonNode excess(JsonNode one, String source) {
        return one.at("/check/sources")
                .valueStream()
                .filter(answer -> answer.at("/source").asString().equals(source))
                .map(answer -> answer.at("/excess"))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode seen(String client, JsonNode one) {
        return hub.ask(
                        client,
                        "query ($id: ID!) { case(id: $id)" + EXCESS + "}",
                        Map.of("id", one.at("/id").asString()))
                .at("/data/case");
    }

    private JsonNode mine() {
        return hub.ask("CITIZEN", "{ myCases { nodes" + EXCESS + "} }").at("/data/myCases/nodes/0");
    }

    @Test
    void asksByNumberUnderTheConsentAndNothingElse() {
        town.checked(CITIZEN);

        OutsideWorld.Asked asked = WORLD.asked("bank").getFirst();
        assertThat(WORLD.asked("bank")).hasSize(1);
        assertThat(asked.token()).isEqualTo("Bearer of-the-hub");
        assertThat(WORLD.asked("tax").getFirst().token()).isNull();
        assertThat(asked.question().at("/kind").asString()).isEqualTo("BANK");
        assertThat(asked.question().at("/consentNo").asString()).isEqualTo("SQ-2026-1");
        assertThat(asked.question().at("/persons").toString())
                .isEqualTo("[{\"ref\":\"1\",\"idNumber\":\"%s\"}]".formatted(CITIZEN));
        assertThat(asked.question().toString()).doesNotContain(city.token("GA01", CITIZEN));
    }

    @Test
    void tellsEachSourceBySourceAndWritesTheReport() {
        WORLD.say("bank", all("60000.00"));
        WORLD.say("tax", all("9780.00"));

        JsonNode within = town.checked(CITIZEN);

        assertThat(source(within, "BANKS")).isEqualTo("ANSWERED");
        assertThat(source(within, "TAX")).isEqualTo("ANSWERED");
        assertThat(source(within, "INSURERS")).isEqualTo("NOT_CONNECTED");
        assertThat(report().toString())
                .contains(
                        "\"sources\":[\"TAX\",\"BANK\",\"SECURITIES\",\"PAYMENT_INSTITUTION\",\"OTHER\"],\"deposits\":\"60000.00\",\"securities\":\"0.00\",\"insurance\":null,\"taxedIncome\":\"9780.00\",\"overLimit\":false")
                .contains("\"consentNo\":\"SQ-2026-1\"");
        town.taken(TOWN, "withdrawCase", within, "申请人要求撤回");

        WORLD.say("tax", all("9780.01"));
        WORLD.say("payment-institution", all("0.01"));
        JsonNode over = town.checked(CITIZEN);
        assertThat(source(over, "TAX")).isEqualTo("ANSWERED found");
        assertThat(source(over, "BANKS")).as("with the wallet").isEqualTo("ANSWERED found");
        assertThat(source(over, "PAYMENT_INSTITUTIONS")).isEqualTo("ANSWERED found");
        assertThat(source(over, "SECURITIES")).isEqualTo("ANSWERED");
        assertThat(over.at("/check/conclusion").asString()).isEqualTo("OVER_LIMITS");
    }

    @Test
    void waitsForNobodyAndAsksAgainWhoDidNotAnswer() {
        WORLD.say("bank", WORLD.hangs());
        WORLD.say("tax", status(403));
        WORLD.say(
                "securities",
                text("{\"persons\":[{\"ref\":\"1\",\"amount\":\"-1\",\"asOf\":\"2026-11-01\"}]}"));

        JsonNode checked = town.checked(CITIZEN);

        assertThat(checked.at("/state").asString()).isEqualTo("CHECKED");
        assertThat(source(checked, "BANKS")).isEqualTo("NOT_ANSWERED");
        assertThat(source(checked, "TAX")).isEqualTo("NOT_ANSWERED");
        assertThat(source(checked, "SECURITIES")).isEqualTo("NOT_ANSWERED");
        assertThat(source(checked, "PAYMENT_INSTITUTIONS")).isEqualTo("ANSWERED");
        assertThat(checked.at("/check/conclusion").asString()).isEqualTo("INCOMPLETE");
        assertThat(WORLD.asked("bank")).as("three attempts").hasSize(3);
        assertThat(WORLD.asked("tax")).as("refused for good").hasSize(1);
        assertThat(report().toString())
                .contains("\"sources\":[\"PAYMENT_INSTITUTION\",\"OTHER\"]")
                .contains("\"securities\":null");

        WORLD.quiet();
        clock.advance(Duration.ofMinutes(5));
        WORLD.say("bank", all("60000.01"));
        JsonNode again = done(askedAgain(checked));

        assertThat(again.at("/state").asString()).isEqualTo("CHECKED");
        assertThat(source(again, "BANKS")).isEqualTo("ANSWERED found");
        assertThat(source(again, "TAX")).isEqualTo("ANSWERED");
        assertThat(WORLD.asked("payment-institution")).as("has answered").isEmpty();
        assertThat(report().toString()).contains("\"deposits\":\"60000.01\"").contains("true");
        assertThat(code(askedAgain(again))).isEqualTo("MEANS_ALL_ANSWERED");
        assertThat(code(askedAgain(checked))).isEqualTo("VERSION_CONFLICT");
    }

    @Test
    void triesAgainWhoIsBusy() {
        WORLD.say("bank", WORLD.busy("bank", 2, all("100.00")));

        JsonNode checked = town.checked(CITIZEN);

        assertThat(source(checked, "BANKS")).isEqualTo("ANSWERED");
        assertThat(WORLD.asked("bank")).hasSize(3);
    }

    @Test
    void saysPartlyWhereSomeOfTheFamilyAreNotAnsweredAbout() {
        married();
        WORLD.say("bank", first("50.00"));

        JsonNode checked = town.checked(CITIZEN);

        assertThat(WORLD.asked("bank").getFirst().question().at("/persons").size()).isEqualTo(2);
        assertThat(source(checked, "BANKS")).isEqualTo("PARTLY");
        assertThat(source(checked, "TAX")).isEqualTo("ANSWERED");
    }

    @Test
    void asksNobodyWhereTheStepCannotBeTaken() {
        JsonNode accepted = town.taken(TOWN, "acceptCase", town.submitted(CITIZEN));
        assertThat(code(town.step(COUNTY, "checkMeans", accepted)))
                .isEqualTo("TRANSITION_NOT_ALLOWED");
        JsonNode surveyed = town.surveyed(accepted);
        assertThat(town.step(TOWN, "checkMeans", surveyed).has("errors")).isTrue();
        assertThat(code(town.step(COUNTY, "checkMeans", accepted))).isEqualTo("VERSION_CONFLICT");

        assertThat(WORLD.asked("bank")).isEmpty();
    }

    private JsonNode assessed(String bank, String tax, Map<String, Object> said) {
        WORLD.say("bank", all(bank));
        WORLD.say("tax", all(tax));
        JsonNode accepted = town.taken(Town.TOWN, "acceptCase", town.submitted(CITIZEN));
        JsonNode checked =
                town.taken(
                        COUNTY,
                        "checkMeans",
                        town.surveyed(
                                accepted,
                                Map.of(
                                        "area",
                                        "RURAL",
                                        "members",
                                        List.of(
                                                Map.of(
                                                        "idNumber",
                                                        CITIZEN,
                                                        "age",
                                                        68,
                                                        "incomes",
                                                        List.of(
                                                                Map.of(
                                                                        "kind", "WAGE", "yearly",
                                                                        "2000.00")))),
                                        "property",
                                        said)));
        return hub.ask(
                        COUNTY,
                        "query ($id: ID!) { case(id: $id) { assessment { qualifies inputs { name"
                                + " value category item stated } result { steps { code value } } }"
                                + " } }",
                        Map.of("id", checked.at("/id").asString()))
                .at("/data/case/assessment");
    }

    /** The same money isn't counted twice: what was said and what banks say, earnings and tax. */
    @Test
    void isReckonedWithByTheRules() {
        JsonNode within = assessed("9000.00", "3000.00", Map.of("deposits", "4000.00"));

        assertThat(within.at("/qualifies").asBoolean()).isTrue();
        assertThat(within.at("/inputs").toString())
                .contains("\"value\":\"9000.00\",\"category\":\"MZ12\",\"item\":\"deposits\"")
                .contains("\"value\":\"3000.00\",\"category\":\"MZ12\",\"item\":\"taxedIncome\"");
        assertThat(within.at("/result/steps").toString())
                .contains("\"code\":\"deposits\",\"value\":\"9000")
                .contains("\"code\":\"wages\",\"value\":\"3000");
    }

    @Test
    void makesTheRulesRefuseWhoHasMoreThanTheLimit() {
        JsonNode beyond = assessed("60000.00", "0.00", Map.of());

        assertThat(beyond.at("/qualifies").asBoolean()).isFalse();
    }

    @Test
    void tellsTheCountyWhatExceedsWhichLimitByWhichFact() {
        married();
        WORLD.say("bank", all("40000.00"));
        JsonNode checked = town.checked(CITIZEN);

        JsonNode county = excess(seen(COUNTY, checked), "BANKS");

        assertThat(county.at("/sentence/zh").asString()).isEqualTo("银行存款等金融资产合计超过限额");
        assertThat(county.at("/limit").toString())
                .isEqualTo("{\"name\":\"DEPOSIT_LIMIT\",\"value\":\"60000.00\"}");
        assertThat(county.at("/facts").size()).isEqualTo(2);
        assertThat(county.at("/facts/0").toString())
                .contains(
                        "\"category\":\"MZ12\",\"item\":\"deposits\",\"recordNo\":\"%s\",\"value\":\"40000.00\",\"observedAt\":\"2026-11-01T00:00:00.000+08:00\""
                                .formatted(checked.at("/id").asString()));
        assertThat(seen("MZ-COUNTY-2", checked).toString()).contains("40000.00");
    }

    @Test
    void tellsWhoAppliesInWordsAndOfTheirOwnAlone() {
        married();
        new Agreed(hub)
                .on(
                        "GA",
                        "MZ",
                        "A",
                        "S3",
                        List.of(),
                        List.of("GA03.state", "GA03.usage", "GA03.vehicleType", "GA03.value"));
        car("1", CITIZEN, "31000.00");
        car("2", SPOUSE, "32000.00");
        WORLD.say("bank", all("61000.00"));
        JsonNode checked = town.checked(CITIZEN);

        JsonNode own = excess(mine(), "VEHICLES");
        assertThat(own.at("/sentence/zh").asString()).isEqualTo("有机动车的价值超过限额");
        assertThat(own.at("/limit/value").asString()).isEqualTo("30000.00");
        assertThat(own.at("/facts").findValuesAsString("value")).containsExactly("31000.00");
        assertThat(own.at("/withheld").asBoolean()).isTrue();
        JsonNode banks = excess(mine(), "BANKS");
        assertThat(banks.at("/facts").size())
                .as("MZ12 isn't shared with whom it is about")
                .isZero();
        assertThat(mine().toString()).doesNotContain("32000").doesNotContain("61000");

        assertThat(excess(seen(COUNTY, checked), "VEHICLES").at("/facts").size()).isEqualTo(2);
        town.taken(TOWN, "withdrawCase", checked, "申请人要求撤回");
        JsonNode after = excess(seen(COUNTY, checked), "VEHICLES");
        assertThat(after.at("/facts").size()).as("nothing is read on it any more").isZero();
        assertThat(after.at("/withheld").asBoolean()).isTrue();
    }

    private void car(String recordNo, String number, String value) {
        city.contribute(
                "GA03",
                List.of(
                        new HashMap<>(
                                Map.of(
                                        "recordNo", recordNo,
                                        "observedAt", "2026-10-02T00:00:00+08:00",
                                        "idNumber", number,
                                        "plateTail", "A12",
                                        "vehicleType", "SMALL_PASSENGER",
                                        "registeredOn", "2024-05-01",
                                        "state", "NORMAL",
                                        "usage", "NON_COMMERCIAL",
                                        "value", value))));
    }

    @Test
    void keepsNothingInClearAndTellsThePersonWhoWasAsked() {
        WORLD.say("bank", all("61234.56"));
        town.checked(CITIZEN);

        assertThat(
                        graph.query("MATCH (m:Case) RETURN toString(properties(m).means)")
                                .fetchAs(String.class)
                                .one()
                                .orElseThrow())
                .doesNotContain("61234")
                .doesNotContain(CITIZEN);
        assertThat(
                        hub.ask("CITIZEN", "{ accessLog(first: 20) { nodes { sentence } } }")
                                .at("/data/accessLog/nodes")
                                .toString())
                .contains("公民身份号码向平台以外的机构查询了");
    }

    @Test
    void isDoneAgainWithNewAnswersWhereTheApplicantObjects() {
        WORLD.say("bank", all("61000.00"));
        JsonNode checked = town.checked(CITIZEN);
        assertThat(checked.at("/check/conclusion").asString()).isEqualTo("OVER_LIMITS");
        JsonNode mine =
                hub.ask("CITIZEN", "{ myCases { nodes { case version } } }")
                        .at("/data/myCases/nodes/0");
        done(
                hub.ask(
                        "CITIZEN",
                        "mutation ($id: ID!, $version: Int!) { objectToMyCheck(input: {id: $id,"
                                + " version: $version, note: \"存款是代收的村集体款，已退回\"}) { state } }",
                        Map.of(
                                "id",
                                mine.at("/case").asString(),
                                "version",
                                mine.at("/version").asInt())));
        clock.advance(Duration.ofDays(1));
        WORLD.quiet();
        WORLD.say("bank", all("300.00"));

        JsonNode again = town.taken(COUNTY, "checkMeans", town.seen(TOWN));

        assertThat(source(again, "BANKS")).isEqualTo("ANSWERED");
        assertThat(again.at("/check/conclusion").asString()).isNotEqualTo("OVER_LIMITS");
        assertThat(WORLD.asked("tax")).as("asked anew").hasSize(1);
        assertThat(report().toString()).contains("\"deposits\":\"300.00\"");
    }

    /** Two officers at once, and a call that is sent again: one check, one report. */
    @Test
    void isOneCheckWhereACallIsSentAgain() {
        JsonNode surveyed = town.surveyed(town.taken(TOWN, "acceptCase", town.submitted(CITIZEN)));
        String call =
                "mutation ($id: ID!, $version: Int!) { checkMeans(input: {id: $id, version:"
                        + " $version, clientMutationKey: \"K-1\"}) { version } }";
        Map<String, Object> values =
                Map.of(
                        "id",
                        surveyed.at("/id").asString(),
                        "version",
                        surveyed.at("/version").asInt());

        JsonNode once = done(hub.ask(COUNTY, call, values));
        assertThat(done(hub.ask(COUNTY, call, values))).isEqualTo(once);

        assertThat(WORLD.asked("bank")).hasSize(1);
        assertThat(report().size()).isEqualTo(1);
    }
}
