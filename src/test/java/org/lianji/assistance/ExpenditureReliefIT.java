package org.lianji.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.code;
import static org.lianji.assistance.Town.done;

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

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Relief for expenses: of a family that is recognised, of whom nothing but spending is asked. */
@HubTest
@Import(MovingClock.class)
class ExpenditureReliefIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    /** The demo client {@code citizen-guardian} speaks for this person. */
    private static final String DAUGHTER = "152631199612132788";

    private static final String TOWNSHIP = "150924106000";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;

    private Town town;
    private Monitored city;

    @BeforeEach
    void aMarginFamilyHasHadToPayForTreatment() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        town = new Town(hub);
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, LocalDate.parse("2026-10-01"));
        new Agreed(hub)
                .on("YB", "MZ", "A", "S3", List.of(), List.of("YB02.selfPay", "YB02.settledOn"));
        city.contribute(
                "YB02",
                List.of(
                        Map.of(
                                "recordNo", "Y-1",
                                "observedAt", "2026-10-08T00:00:00+08:00",
                                "idNumber", CITIZEN,
                                "settleNo", "Y-1",
                                "kind", "INPATIENT",
                                "total", "30000.00",
                                "aid", "0.00",
                                "selfPay", "4000.00",
                                "settledOn", "2026-10-08")));
        city.contribute(
                "GA03",
                List.of(
                        Map.of(
                                "recordNo", "C-1",
                                "observedAt", "2026-10-01T00:00:00+08:00",
                                "idNumber", CITIZEN,
                                "plateTail", "345",
                                "registeredOn", "2024-05-01",
                                "vehicleType", "SMALL_PASSENGER",
                                "usage", "NON_COMMERCIAL",
                                "value", "90000.00",
                                "state", "NORMAL")));
    }

    private void recognised() {
        recognised(CITIZEN);
    }

    private void recognised(String... members) {
        city.contribute(
                "MZ03",
                List.of(
                        Map.of(
                                "recordNo", "B-1",
                                "observedAt", "2026-06-01T00:00:00+08:00",
                                "idNumber", CITIZEN,
                                "householdNo", "B-1",
                                "memberIdNumbers", List.of(members),
                                "perCapitaIncome", "700.00",
                                "recognisedOn", "2026-06-01",
                                "validUntil", "2027-05-31",
                                "status", "VALID")));
    }

    private JsonNode submit(Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("idNumber", CITIZEN);
        input.putIfAbsent("kind", "EXPENDITURE_RELIEF");
        return town.submit(TOWN, input);
    }

    private JsonNode checked() {
        return checked(List.of(CITIZEN));
    }

    private JsonNode checked(List<String> members) {
        JsonNode accepted =
                town.taken(TOWN, "acceptCase", done(submit(Map.of("cause", "ILLNESS"))));
        return town.taken(
                COUNTY,
                "checkMeans",
                town.surveyed(
                        accepted,
                        Map.of(
                                "area",
                                "RURAL",
                                "members",
                                members.stream()
                                        .map(one -> Map.of("idNumber", one, "age", 60))
                                        .toList(),
                                "expenditure",
                                Map.of("education", "500.00"))));
    }

    private JsonNode reported() {
        return town.reported(checked(), clock);
    }

    private JsonNode award(JsonNode reported, Object... more) {
        Map<String, Object> input = new HashMap<>();
        input.put("id", reported.at("/id").asString());
        input.put("version", reported.at("/version").asInt());
        input.put("members", List.of(CITIZEN));
        for (int i = 0; i < more.length; i += 2) {
            input.put((String) more[i], more[i + 1]);
        }
        return hub.ask(
                COUNTY,
                "mutation ($input: CaseAwardInput!) { confirmCase(input: $input) { id version state"
                        + " kind cause departure { assessedAmount reason } award { monthlyAmount"
                        + " months startMonth recognisedUntil reviewCycle rule } } }",
                Map.of("input", input));
    }

    private String records(String category, String items) {
        return hub.ask(
                        "MZ",
                        hub.matter("MZ", CITIZEN),
                        "{ records(category: %s) { nodes { ... on %s } } }"
                                .formatted(category, items),
                        Map.of())
                .at("/data/records/nodes")
                .toString();
    }

    /** The car is worth three times the limit, and nobody looks. */
    @Test
    void isCheckedForSpendingAloneAndGrantedInPartsThatArePaidMonthByMonth() {
        recognised();
        JsonNode checked = checked();
        assertThat(checked.at("/check/sources").toString())
                .contains("DEATHS", "CANCELLATIONS", "HOUSEHOLD")
                .doesNotContain("VEHICLES", "BANKS", "PENSIONS");
        assertThat(records("MZ12", "MeansCheckReport { id }")).isEqualTo("[]");

        JsonNode granted =
                done(award(town.reported(checked, clock), "monthlyAmount", "1500.00", "months", 3));

        assertThat(granted.at("/award").toString())
                .isEqualTo(
                        "{\"monthlyAmount\":\"1500.00\",\"months\":3,\"startMonth\":\"2026-11\",\"recognisedUntil\":\"2027-01-31\",\"reviewCycle\":null,\"rule\":null}");
        assertThat(granted.at("/cause").asString()).isEqualTo("ILLNESS");
        assertThat(progress()).isEqualTo("已批准，从本月起发放");
        assertThat(granted.at("/departure").isNull()).as("4,000 and 500 were paid").isTrue();
        assertThat(
                        records(
                                "MZ05",
                                "TemporaryRelief { kind cause reliefFirst amount occurredRegion }"))
                .isEqualTo(
                        "[{\"kind\":\"EXPENDITURE\",\"cause\":\"ILLNESS\",\"reliefFirst\":false,\"amount\":\"4500.00\",\"occurredRegion\":\"150924106001\"}]");
        town.taken(COUNTY, "startCasePayment", granted);
        assertThat(paid("2026-11")).isEqualTo("2026-11 1500.00 FIRST");
        clock.set(Instant.parse("2027-01-10T02:00:00Z"));
        assertThat(paid("2027-01")).isEqualTo("2026-12 1500.00 ARREARS, 2027-01 1500.00 UNCHANGED");
        assertThat(progress()).isEqualTo("救助金发放中");
        clock.set(Instant.parse("2027-02-10T02:00:00Z"));
        assertThat(paid("2027-02")).isEqualTo("PAYMENT_NOTHING_DUE");
        assertThat(progress()).isEqualTo("已批准，发放月份已满");
    }

    private String progress() {
        return hub.ask("CITIZEN", "{ myCases { nodes { progress } } }")
                .at("/data/myCases/nodes/0/progress")
                .asString();
    }

    private String paid(String month) {
        JsonNode answer =
                hub.ask(
                        COUNTY,
                        "mutation { drawUpPayments(input: {township: \"%s\", month: \"%s\"}) { lines { nodes { month amount change } } } }"
                                .formatted(TOWNSHIP, month));
        if (answer.has("errors")) {
            return code(answer);
        }
        return String.join(
                ", ",
                done(answer)
                        .at("/lines/nodes")
                        .valueStream()
                        .map(
                                line ->
                                        "%s %s %s"
                                                .formatted(
                                                        line.at("/month").asString(),
                                                        line.at("/amount").asString(),
                                                        line.at("/change").asString()))
                        .toList());
    }

    @Test
    void asksForSpendingAlone() {
        recognised();
        JsonNode accepted =
                town.taken(TOWN, "acceptCase", done(submit(Map.of("cause", "ILLNESS"))));
        JsonNode known =
                done(
                        hub.ask(
                                TOWN,
                                "query ($id: ID!) { whatIsKnown(case: $id) { known { category } ask"
                                        + " { name } } }",
                                Map.of("id", accepted.at("/id").asString())));

        assertThat(known.at("/known").toString()).doesNotContain("GA03", "GA01");
        assertThat(known.at("/ask").valueStream().map(one -> one.at("/name").asString()))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("Expenditure."));
    }

    @Test
    void isForFamiliesThatAreRecognisedAndSaysWhatCausedTheHardship() {
        assertThat(code(submit(Map.of("cause", "ILLNESS")))).isEqualTo("FAMILY_NOT_RECOGNISED");
        recognised();
        assertThat(code(submit(Map.of()))).isEqualTo("CASE_CAUSE");
        assertThat(code(submit(Map.of("kind", "MINIMUM_LIVING", "cause", "ILLNESS"))))
                .isEqualTo("CASE_CAUSE");
        done(submit(Map.of("cause", "ILLNESS")));
        assertThat(code(submit(Map.of("cause", "EDUCATION")))).isEqualTo("CASE_ALREADY_OPEN");
    }

    @Test
    void isNoMoreThanWasSpentWithoutAReasonAndNoMoreThanTheCapWithoutAConference() {
        recognised();
        JsonNode reported = reported();
        assertThat(code(award(reported))).isEqualTo("CASE_AMOUNT");
        assertThat(code(award(reported, "monthlyAmount", "0.00"))).isEqualTo("CASE_AMOUNT");
        for (int months : List.of(0, 7)) {
            assertThat(code(award(reported, "monthlyAmount", "10.00", "months", months)))
                    .isEqualTo("CASE_MONTHS");
        }
        assertThat(code(award(reported, "monthlyAmount", "10.00", "reviewCycle", "MONTHS_12")))
                .isEqualTo("CASE_MONTHS");
        JsonNode above = award(reported, "monthlyAmount", "4200.00", "months", 2, "reason", "x");
        assertThat(code(above)).as("ten months of 823").isEqualTo("RELIEF_ABOVE_CAP");
        assertThat(above.at("/errors/0/message").asString()).contains("8230.00");
        assertThat(code(award(reported, "monthlyAmount", "4500.01")))
                .isEqualTo("RELIEF_ABOVE_SPENT");

        JsonNode granted = done(award(reported, "monthlyAmount", "4600.00", "reason", "另有未结算的药费"));

        assertThat(granted.at("/departure").toString())
                .isEqualTo("{\"assessedAmount\":\"4500.00\",\"reason\":\"另有未结算的药费\"}");
    }

    /** And the award says by which rule so much is given. */
    @Test
    void isAsMuchAsAConferenceHasDecided() {
        recognised();
        JsonNode reported = reported();
        String convened =
                conference(
                        TOWN,
                        "conveneConference(input: {origin: CASE, matter: \"%s\", topic: \"如何接续\", purpose: D, categories: [\"MZ05\"], lastDay: \"2026-11-13\", members: [{department: \"YB\", client: \"yb-county\"}]})"
                                .formatted(reported.at("/id").asString()));
        conference(TOWN, "openConference(input: {id: \"%s\", version: 1})".formatted(convened));
        conference(
                "YB-COUNTY",
                "giveOpinion(input: {id: \"%s\", version: 2, note: \"药费还要一年\"})"
                        .formatted(convened));
        conference(
                TOWN,
                "decideConference(input: {id: \"%s\", version: 3, note: \"给予\", minutes: \"全文\", amount: \"9000.00\", rule: \"一事一议\"})"
                        .formatted(convened));

        JsonNode above = award(reported, "monthlyAmount", "9000.01", "reason", "药费");
        assertThat(code(above)).isEqualTo("RELIEF_ABOVE_CAP");
        JsonNode granted = done(award(reported, "monthlyAmount", "9000.00", "reason", "药费"));
        assertThat(granted.at("/award/rule").asString()).isEqualTo("一事一议");
    }

    private String conference(String client, String step) {
        return done(hub.ask(client, "mutation { " + step + " { id version } }"))
                .at("/id")
                .asString();
    }

    @Test
    void isGivenOnceAYearForACauseUnlessTheCountySaysWhy() {
        recognised();
        done(award(reported(), "monthlyAmount", "1000.00"));
        JsonNode again = reported();
        assertThat(code(award(again, "monthlyAmount", "1000.00"))).isEqualTo("RELIEF_THIS_YEAR");
        JsonNode departed = done(award(again, "monthlyAmount", "1000.00", "reason", "又一次住院"));
        assertThat(departed.at("/departure/reason").asString()).isEqualTo("又一次住院");
    }

    /** One reason is for all that is out of the ordinary, which is told at once. */
    @Test
    void isGivenForWhatNoReliefWasGivenForYet() {
        recognised();
        done(award(reported(), "monthlyAmount", "4000.00"));
        clock.set(Instant.parse("2027-01-11T02:00:00Z"));
        JsonNode next = reported();

        JsonNode refused = award(next, "monthlyAmount", "500.01");

        assertThat(code(refused)).as("another year").isEqualTo("RELIEF_ABOVE_SPENT");
        assertThat(refused.at("/errors/0/extensions/details/exceptions").toString())
                .isEqualTo("[\"RELIEF_ABOVE_SPENT\"]");
        done(award(next, "monthlyAmount", "500.00"));
        JsonNode again = reported();
        assertThat(
                        award(again, "monthlyAmount", "500.00")
                                .at("/errors/0/extensions/details/exceptions")
                                .toString())
                .isEqualTo("[\"RELIEF_THIS_YEAR\",\"RELIEF_ABOVE_SPENT\"]");
    }

    /** Once, by one of them. */
    @Test
    void isRatedByWhoeverOfTheFamilyItCovers() {
        recognised(CITIZEN, DAUGHTER);
        JsonNode reported = town.reported(checked(List.of(CITIZEN, DAUGHTER)), clock);
        done(award(reported, "monthlyAmount", "300.00", "members", List.of(CITIZEN, DAUGHTER)));
        String waits =
                "[{\"matter\":\"%s\",\"help\":\"ALLOWANCE\",\"day\":\"2026-11-09\"}]"
                        .formatted(reported.at("/id").asString());
        assertThat(unrated("CITIZEN")).isEqualTo(waits);
        assertThat(unrated("CITIZEN-GUARDIAN")).isEqualTo(waits);

        JsonNode rated =
                hub.ask(
                        "CITIZEN-GUARDIAN",
                        "mutation ($m: ID!) { rateHelp(input: {matter: $m, score: 4}) { score } }",
                        Map.of("m", reported.at("/id").asString()));

        assertThat(rated.at("/data/rateHelp/score").asInt()).as(rated.toString()).isEqualTo(4);
        assertThat(unrated("CITIZEN")).isEqualTo("[]");
    }

    private String unrated(String client) {
        return hub.ask(client, "{ unratedHelp { matter help day } }")
                .at("/data/unratedHelp")
                .toString();
    }

    @Test
    void isNotGrantedOnceTheRecognitionIsOver() {
        recognised();
        JsonNode reported = reported();
        city.contribute(
                "MZ03",
                List.of(
                        Map.of(
                                "recordNo", "B-1",
                                "observedAt", "2026-11-09T00:00:00+08:00",
                                "idNumber", CITIZEN,
                                "householdNo", "B-1",
                                "memberIdNumbers", List.of(CITIZEN),
                                "perCapitaIncome", "700.00",
                                "recognisedOn", "2026-06-01",
                                "validUntil", "2026-11-08",
                                "status", "EXPIRED")));

        assertThat(code(award(reported, "monthlyAmount", "1000.00")))
                .isEqualTo("FAMILY_NOT_RECOGNISED");
    }
}
