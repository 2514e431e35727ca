package org.lianji.boards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who is missed and whose help is wrong: families for those who see why, and numbers for others.
 */
@HubTest
class FamilyListsIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String OTHER = "152627195004255212";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final List<String> RULES = List.of("R101", "R102", "R213");

    private static final String LISTS =
            """
            { missedFamilies { totalCount nodes { level region confirmed warnings { rule finding { person household explanation facts { category } } } } }
              wrongHelp { totalCount nodes { level confirmed warnings { rule } } } }
            """;

    private static final String FIGURES =
            """
            query ($region: RegionCode) { familyFigures(region: $region) { region exact missed wrong below { region name missed wrong } } }
            """;

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private Monitored city;

    /** One has paid too much and gets no subsidy; of another a recognition is over. */
    @BeforeEach
    void twoFamilies() {
        city = new Monitored(hub, catalogue);
        city.agreeOn(RULES);
        city.register(CITIZEN, "150924106001", TODAY);
        city.contribute(
                "GA01",
                List.of(
                        row(
                                OTHER,
                                Map.of(
                                        "hukouNo", "H2",
                                        "relationToHead", "HEAD",
                                        "hukouRegion", "150902001001",
                                        "name", "某",
                                        "sex", "MALE",
                                        "birthDate", "1950-04-25"))));
        city.contribute(
                "YB03",
                List.of(
                        row(
                                CITIZEN,
                                Map.of(
                                        "windowMonths",
                                        12,
                                        "selfPayTotal",
                                        "20609.39",
                                        "threshold",
                                        "15000.00",
                                        "exceeded",
                                        true))));
        city.contribute(
                "CL01",
                List.of(
                        row(
                                CITIZEN,
                                Map.of(
                                        "certNo", CITIZEN + "41",
                                        "type", "PHYSICAL",
                                        "grade", "GRADE_1",
                                        "issuedOn", TODAY.minusDays(900).toString(),
                                        "state", "VALID"))));
        city.contribute(
                "MZ03",
                List.of(
                        row(
                                OTHER,
                                Map.of(
                                        "householdNo",
                                        "F1",
                                        "memberIdNumbers",
                                        List.of(OTHER),
                                        "perCapitaIncome",
                                        "900.00",
                                        "recognisedOn",
                                        TODAY.minusDays(100).toString(),
                                        "validUntil",
                                        TODAY.minusDays(20).toString(),
                                        "status",
                                        "VALID"))));
        city.run(RULES);
    }

    private static Map<String, Object> row(String idNumber, Map<String, Object> items) {
        Map<String, Object> row = new HashMap<>(items);
        row.put("recordNo", "N" + idNumber.substring(10));
        row.put("observedAt", TODAY + "T00:00:00+08:00");
        row.put("idNumber", idNumber);
        return row;
    }

    private JsonNode data(String client, String document) {
        JsonNode answer = hub.ask(client, document);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data");
    }

    private void familiesAreShared() {
        new Agreed(hub)
                .on(
                        "GA",
                        "MZ",
                        "C",
                        "S4",
                        List.of("150900000000"),
                        List.of("GA01.hukouNo", "GA01.relationToHead"));
    }

    private static List<String> rules(JsonNode family) {
        return family.at("/warnings").valueStream().map(one -> one.at("/rule").asString()).toList();
    }

    private static Stream<List<String>> families(JsonNode list) {
        return list.at("/nodes").valueStream().map(FamilyListsIT::rules);
    }

    @Test
    void tellAFamilyWithAllThatLedThere() {
        familiesAreShared();

        JsonNode town = data("MZ-TOWN", LISTS);
        assertThat(families(town.at("/missedFamilies"))).containsExactly(List.of("R101", "R102"));
        JsonNode family = town.at("/missedFamilies/nodes/0");
        assertThat(family.at("/level").asString()).isEqualTo("ORANGE");
        assertThat(family.at("/region").asString()).isEqualTo("150924106001");
        assertThat(family.at("/confirmed").asBoolean()).isFalse();
        assertThat(family.at("/warnings/0/finding/facts/0/category").asString()).isEqualTo("YB03");
        assertThat(family.at("/warnings/1/finding/person").asString())
                .isEqualTo(city.token("GA01", CITIZEN));
        assertThat(town.at("/wrongHelp/totalCount").asInt()).as("another county's").isZero();
        JsonNode all = data("MZ", LISTS);
        assertThat(all.at("/missedFamilies/totalCount").asInt()).isOne();
        assertThat(families(all.at("/wrongHelp"))).containsExactly(List.of("R213"));
    }

    /** That both are one family's shows to nobody to whom families don't. */
    @Test
    void keepApartWhatDoesNotShowToBeOneFamily() {
        assertThat(families(data("MZ-TOWN", LISTS).at("/missedFamilies")))
                .containsExactly(List.of("R101"), List.of("R102"));
    }

    @Test
    void forgetAWarningWhoseFindingDoesNotShowAnyMore() {
        familiesAreShared();
        hub.ask("CL", "{ agreements { nodes { id version } } }")
                .at("/data/agreements/nodes")
                .forEach(
                        agreement ->
                                hub.ask(
                                        "CL",
                                        "mutation ($step: AgreementSuspension!) {"
                                                + " suspendAgreement(step: $step) { id } }",
                                        Map.of(
                                                "step",
                                                Map.of(
                                                        "id",
                                                        agreement.at("/id").asString(),
                                                        "version",
                                                        agreement.at("/version").asInt(),
                                                        "note",
                                                        "泄露",
                                                        "incident",
                                                        "INC-1",
                                                        "days",
                                                        5))));

        assertThat(families(data("MZ-TOWN", LISTS).at("/missedFamilies")))
                .containsExactly(List.of("R101"));
    }

    @Test
    void areEmptyForOthers() {
        for (String client : List.of("YB", "YB-TOWN", "GA-COUNTY", "JY-TOWN")) {
            JsonNode lists = data(client, LISTS);
            assertThat(lists.at("/missedFamilies/totalCount").asInt()).as(client).isZero();
            assertThat(lists.at("/wrongHelp/totalCount").asInt()).as(client).isZero();
        }
        assertThat(hub.ask("MZ-HEAD", LISTS).at("/errors/0/extensions/code").asString())
                .isEqualTo("NOT_ALLOWED");
    }

    @Test
    void areOnTheChainAndInThePersonsLogOnceFactsAreRead() {
        familiesAreShared();
        String looks = "{ accessLog(first: 200) { nodes { kind department items } } }";
        Reason self = new Reason("H", null);
        int before = hub.ask("CITIZEN", self, looks, Map.of()).at("/data/accessLog/nodes").size();

        data("MZ-TOWN", "{ missedFamilies { totalCount nodes { level region since } } }");
        assertThat(hub.ask("CITIZEN", self, looks, Map.of()).at("/data/accessLog/nodes"))
                .as("nobody was looked at")
                .hasSize(before);
        data("MZ-TOWN", LISTS);
        assertThat(
                        hub.ask("CITIZEN", self, looks, Map.of())
                                .at("/data/accessLog/nodes")
                                .valueStream()
                                .filter(one -> one.at("/department").asString().equals("MZ"))
                                .filter(one -> one.at("/kind").asString().equals("READ"))
                                .map(one -> one.at("/items").toString()))
                .anyMatch(items -> items.contains("YB03.selfPayTotal"))
                .anyMatch(items -> items.contains("CL01.grade"));
    }

    /** By who has taken a warning on, the family is read on the warning's own basis. */
    @Test
    void leadToPeopleForWhoHasTakenAWarningOn() {
        familiesAreShared();
        String people =
                "{ missedFamilies { nodes { warnings { id version rule person { id } household {"
                        + " id } } } } }";
        JsonNode warning = data("MZ-TOWN", people).at("/missedFamilies/nodes/0/warnings/0");
        assertThat(warning.at("/person").isNull()).isTrue();
        hub.ask(
                "MZ-TOWN",
                "mutation ($id: ID!) { claimWarning(input: {id: $id, version: 1}) { id } }",
                Map.of("id", warning.at("/id").asString()));

        JsonNode claimed = data("MZ-TOWN", people).at("/missedFamilies/nodes/0/warnings");
        assertThat(claimed.at("/0/person/id").asString()).isEqualTo(city.token("GA01", CITIZEN));
        assertThat(claimed.at("/1/person").isNull()).as("not taken on").isTrue();
    }

    @Test
    void pageBothWays() {
        List<String> seen =
                Stream.of(
                                "first: 1",
                                "first: 1, after: \"%s\"",
                                "last: 1",
                                "last: 1, before: \"%s\"")
                        .map(
                                page ->
                                        page.formatted(
                                                data(
                                                                "MZ-TOWN",
                                                                "{ missedFamilies(%s: 1) { edges { cursor } } }"
                                                                        .formatted(
                                                                                page.substring(
                                                                                        0,
                                                                                        page
                                                                                                .indexOf(
                                                                                                        ':'))))
                                                        .at("/missedFamilies/edges/0/cursor")
                                                        .asString()))
                        .map(
                                page ->
                                        rules(
                                                        data(
                                                                        "MZ-TOWN",
                                                                        "{ missedFamilies(%s) { nodes { warnings { rule } } } }"
                                                                                .formatted(page))
                                                                .at("/missedFamilies/nodes/0"))
                                                .getFirst())
                        .toList();

        assertThat(seen).containsExactly("R101", "R102", "R102", "R101");
        assertThat(
                        data("MZ-TOWN", "{ missedFamilies(level: YELLOW) { totalCount } }")
                                .at("/missedFamilies/totalCount")
                                .asInt())
                .isOne();
        assertThat(
                        data("MZ-TOWN", "{ missedFamilies(confirmed: true) { totalCount } }")
                                .at("/missedFamilies/totalCount")
                                .asInt())
                .isZero();
    }

    private JsonNode figures(String client, String region) {
        JsonNode answer =
                hub.ask(client, FIGURES, region.isEmpty() ? Map.of() : Map.of("region", region));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/familyFigures");
    }

    /** Not even a number tells that two are of one family. */
    @Test
    void areCountedAsTheyAreListed() {
        assertThat(figures("MZ", "").at("/missed").asInt())
                .isEqualTo(data("MZ", LISTS).at("/missedFamilies/totalCount").asInt())
                .isEqualTo(2);

        familiesAreShared();

        assertThat(figures("MZ", "").at("/missed").asInt())
                .isEqualTo(data("MZ", LISTS).at("/missedFamilies/totalCount").asInt())
                .isOne();
    }

    @Test
    void areCountedByTheRegionsBelow() {
        familiesAreShared();
        JsonNode all = figures("MZ", "");
        assertThat(all.at("/exact").asBoolean()).isTrue();
        assertThat(all.at("/missed").asInt()).isOne();
        assertThat(all.at("/wrong").asInt()).isOne();
        assertThat(
                        all.at("/below")
                                .valueStream()
                                .filter(
                                        one ->
                                                one.at("/missed").asInt() + one.at("/wrong").asInt()
                                                        > 0)
                                .map(
                                        one ->
                                                one.at("/region").asString()
                                                        + " "
                                                        + one.at("/missed").asInt()
                                                        + " "
                                                        + one.at("/wrong").asInt()))
                .containsExactly("150902000000 0 1", "150924000000 1 0");
        for (String other : List.of("150902000000", "150924000000")) {
            assertThat(
                            hub.ask("MZ-TOWN", FIGURES, Map.of("region", other))
                                    .at("/errors/0/extensions/code")
                                    .asString())
                    .as(other)
                    .isEqualTo("BOARD_REGION");
        }
    }

    @Test
    void tellOthersNoNumberOfAFew() {
        for (String client : List.of("YB", "WJ-COUNTY", "GA-HEAD", "MZ-HEAD", "auditor")) {
            JsonNode figures = figures(client, "");
            assertThat(figures.at("/exact").asBoolean()).isFalse();
            assertThat(figures.at("/missed").isNull()).as(client).isTrue();
            assertThat(figures.at("/below").valueStream())
                    .allMatch(one -> one.at("/missed").isNull() && one.at("/wrong").isNull());
        }
        assertThat(figures("YB", "").at("/below")).hasSize(figures("MZ", "").at("/below").size());
    }
}
