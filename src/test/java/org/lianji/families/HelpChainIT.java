package org.lianji.families;

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
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A family's chain of help is a read like any: decided, withheld, and told to each person. */
@HubTest
class HelpChainIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String WIFE = "152625196608084444";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String CHAIN =
            """
            query ($person: ID!, $day: Date) { chainOfHelp(person: $person, asOf: $day) { person household members layer complete
              groups { group layer person since until record { category } }
              helps { person category title recordNo department form kind amount from to }
              gaps { from to } duplicates { person reason records { category } } } }
            """;

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private Monitored city;
    private String husband;
    private String wife;

    @BeforeEach
    void family() {
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, "150924106001", TODAY.minusDays(1));
        city.contribute("GA01", List.of(registration()));
        city.contribute(
                "MZ03",
                List.of(
                        row(
                                "1",
                                CITIZEN,
                                Map.of(
                                        "householdNo", "F1",
                                        "perCapitaIncome", "900.00",
                                        "recognisedOn", TODAY.minusDays(800).toString(),
                                        "validUntil", TODAY.minusDays(436).toString(),
                                        "status", "EXPIRED"))));
        city.contribute(
                "MZ01",
                List.of(
                        row(
                                "1",
                                CITIZEN,
                                Map.of(
                                        "householdNo", "F2",
                                        "memberIdNumbers", List.of(CITIZEN, WIFE),
                                        "area", "RURAL",
                                        "memberCount", 2,
                                        "monthlyAmount", "615.00",
                                        "startMonth",
                                                YearMonth.from(TODAY).minusMonths(2).toString(),
                                        "status", "ACTIVE"))));
        city.contribute(
                "YB02",
                List.of(
                        row(
                                "1",
                                WIFE,
                                Map.of(
                                        "settleNo", "S1",
                                        "kind", "INPATIENT",
                                        "total", "30000.00",
                                        "aid", "4000.00",
                                        "selfPay", "9000.00",
                                        "settledOn", TODAY.minusDays(30).toString()))));
        husband = city.token("GA01", CITIZEN);
        wife = city.token("GA01", WIFE);
    }

    private static Map<String, Object> row(
            String recordNo, String idNumber, Map<String, Object> items) {
        Map<String, Object> row = new HashMap<>(items);
        row.put("recordNo", recordNo);
        row.put("observedAt", TODAY.minusDays(1) + "T08:00:00+08:00");
        row.put("idNumber", idNumber);
        return row;
    }

    private static Map<String, Object> registration() {
        return row(
                "2",
                WIFE,
                Map.of(
                        "hukouNo", "H1",
                        "relationToHead", "SPOUSE",
                        "hukouRegion", "150924106001",
                        "name", "某",
                        "sex", "FEMALE",
                        "birthDate", "1966-08-08"));
    }

    private Reason run(String client) {
        JsonNode answer =
                hub.ask(
                        client,
                        "mutation { openBasis(input: {kind: COMPARISON_RUN, purpose: C, regions: [\"150924000000\"], reference: \"%s\"}) { id } }"
                                .formatted(UUID.randomUUID()));
        return new Reason("C", answer.at("/data/openBasis/id").asString());
    }

    private JsonNode asked(String client, Reason reason, String person, LocalDate day) {
        return hub.ask(client, reason, CHAIN, Map.of("person", person, "day", day.toString()));
    }

    private JsonNode chain(String client, Reason reason, LocalDate day) {
        JsonNode answer = asked(client, reason, husband, day);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/chainOfHelp");
    }

    private static List<String> texts(JsonNode list, String pointer) {
        return list.valueStream().map(one -> one.at(pointer).asString()).toList();
    }

    @Test
    void tellsWhatTheFamilyWasGivenItsGroupsAndGaps() {
        JsonNode chain = chain("MZ", run("MZ"), TODAY);

        assertThat(chain.at("/members").toString()).contains(husband, wife);
        assertThat(chain.at("/layer").asString()).isEqualTo("IN_RECEIPT");
        assertThat(texts(chain.at("/groups"), "/group")).containsExactly("DIBAO");
        assertThat(texts(chain.at("/helps"), "/category")).containsExactly("MZ01", "MZ03");
        assertThat(chain.at("/helps/0").toString())
                .contains("\"title\":\"最低生活保障对象\"", "\"amount\":\"615.00\"", "\"to\":null");
        assertThat(chain.at("/gaps/0/from").asString()).isEqualTo(TODAY.minusDays(435).toString());
        assertThat(chain.at("/gaps").size()).isOne();
        assertThat(chain.at("/complete").asBoolean()).isTrue();
        JsonNode before = chain("MZ", run("MZ"), TODAY.minusDays(500));
        assertThat(before.at("/layer").asString()).isEqualTo("BORDERLINE");
        assertThat(texts(before.at("/groups"), "/group")).containsExactly("MARGIN");
    }

    @Test
    void withholdsWhatIsNotGrantedAndSaysSo() {
        Reason reason = run("MZ");
        JsonNode answer = asked("MZ", reason, husband, TODAY);
        assertThat(answer.at("/extensions/withheld").toString())
                .contains("\"path\":[\"chainOfHelp\"]", "\"item\":\"YB02\"", "\"item\":\"CL02\"");

        new Agreed(hub)
                .on(
                        "YB",
                        "MZ",
                        "C",
                        "S3",
                        List.of("150900000000"),
                        List.of("YB02.kind", "YB02.aid", "YB02.settledOn"));
        JsonNode chain = chain("MZ", reason, TODAY);
        assertThat(texts(chain.at("/helps"), "/category")).containsExactly("YB02", "MZ01", "MZ03");
        assertThat(chain.at("/helps/0").toString())
                .contains(
                        "\"person\":\"" + wife + "\"",
                        "\"department\":\"YB\"",
                        "\"form\":\"ONCE\"",
                        "\"amount\":\"4000.00\"");
        assertThat(texts(chain("YB", run("YB"), TODAY).at("/helps"), "/category"))
                .as("of others what all may know, and no family")
                .doesNotContain("YB02");
    }

    @Test
    void isToldToThePersonAndToThemselves() {
        chain("MZ", run("MZ"), TODAY);

        assertThat(
                        hub.ask("citizen", "{ accessLog { nodes { kind sentence } } }")
                                .at("/data/accessLog/nodes")
                                .toString())
                .contains("民政局", "最低生活保障对象");
        JsonNode own = chain("citizen", new Reason("H", null), TODAY);
        assertThat(texts(own.at("/groups"), "/group")).containsExactly("DIBAO");
        assertThat(own.at("/members").toString()).contains(husband).doesNotContain(wife);
    }

    @Test
    void isNobodysWithoutAReasonThatLeadsThere() {
        assertThat(code(asked("MZ", Reason.NONE, husband, TODAY))).isEqualTo("PURPOSE_REQUIRED");
        assertThat(code(asked("YB", run("MZ"), husband, TODAY))).isEqualTo("BASIS_NOT_IN_FORCE");
        JsonNode elsewhere = asked("MZ", run("MZ"), "Pxxxxxxxxxxxxxxxxxxxxxx", TODAY);
        assertThat(elsewhere.has("errors")).isFalse();
        assertThat(elsewhere.at("/data/chainOfHelp").isNull()).isTrue();
        assertThat(
                        asked("citizen", new Reason("H", null), wife, TODAY)
                                .at("/data/chainOfHelp")
                                .isNull())
                .isTrue();
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }
}
