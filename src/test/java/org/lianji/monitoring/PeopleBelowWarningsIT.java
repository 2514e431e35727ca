package org.lianji.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.EventReader;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.database.AutoCommit;
import org.lianji.platform.Reason;
import org.lianji.texts.IdNumbers;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The people below a list of warnings: each for the reason that its warning gives, all at once. */
@HubTest
class PeopleBelowWarningsIT {

    private static final int MANY = 50;

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static final String FAMILIES =
            """
            { warnings(rule: "R101", first: 50) { nodes { id version basis
              person { id records(categories: [YB03]) { nodes { recordNo ... on MedicalCostWarning { selfPayTotal } } pageInfo { endCursor } } }
              household { id members { person { id memberships { household { id members { person { id name } } } } } } }
              finding { person household } } } }
            """;

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private final Logger statements = (Logger) LoggerFactory.getLogger(AutoCommit.class);
    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();

    private Monitored city;

    @BeforeEach
    void city() {
        city = new Monitored(hub, catalogue);
        city.agree();
        new Agreed(hub)
                .on(
                        "GA",
                        "MZ",
                        "C",
                        "S4",
                        List.of("150900000000"),
                        List.of("GA01.hukouNo", "GA01.relationToHead", "GA01.name"));
        seen.start();
        statements.addAppender(seen);
    }

    @AfterEach
    void stopListening() {
        statements.setLevel(null);
        statements.detachAppender(seen);
    }

    private void live(List<String> idNumbers) {
        city.contribute(
                "GA01",
                IntStream.range(0, idNumbers.size())
                        .mapToObj(i -> registered(i, idNumbers.get(i)))
                        .toList());
        city.contribute(
                "YB03",
                IntStream.range(0, idNumbers.size())
                        .mapToObj(i -> cost(i, idNumbers.get(i)))
                        .toList());
        city.run(List.of("R101"));
    }

    private static Map<String, Object> row(int number, String idNumber) {
        Map<String, Object> row = new HashMap<>();
        row.put("recordNo", "N" + number);
        row.put("observedAt", TODAY.minusDays(1) + "T00:00:00+08:00");
        row.put("idNumber", idNumber);
        return row;
    }

    private static Map<String, Object> registered(int number, String idNumber) {
        Map<String, Object> row = row(number, idNumber);
        row.put("hukouNo", "H" + number);
        row.put("relationToHead", "HEAD");
        row.put("hukouRegion", "150924106001");
        row.put("name", "某" + number);
        row.put("sex", "MALE");
        row.put("birthDate", "1958-01-03");
        return row;
    }

    private static Map<String, Object> cost(int number, String idNumber) {
        Map<String, Object> row = row(number, idNumber);
        row.put("windowMonths", 12);
        row.put("selfPayTotal", "20609.39");
        row.put("threshold", "15000.00");
        row.put("exceeded", true);
        return row;
    }

    /** Other numbers of people born on one day. */
    private static List<String> idNumbers() {
        return IntStream.range(100, 1_000)
                .boxed()
                .flatMap(
                        i ->
                                "0123456789X"
                                        .chars()
                                        .mapToObj(last -> "15262719580103" + i + (char) last))
                .filter(number -> IdNumbers.in(number, TODAY).isPresent())
                .filter(number -> (number.charAt(16) - '0') % 2 == 1)
                .limit(MANY)
                .toList();
    }

    private JsonNode warnings(String client, Reason reason) {
        JsonNode answer = hub.ask(client, reason, FAMILIES, Map.of());
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/warnings/nodes");
    }

    private JsonNode step(String client, String mutation, String more, JsonNode warning) {
        return hub.ask(
                        client,
                        "mutation ($id: ID!, $version: Int!) { %s(input: {id: $id, version: $version%s}) { id version person { id } } }"
                                .formatted(mutation, more),
                        Map.of(
                                "id",
                                warning.at("/id").asString(),
                                "version",
                                warning.at("/version").asInt()))
                .at("/data/" + mutation);
    }

    @Test
    void showFiftyFamiliesFourDeepInOneFurtherStatement() {
        live(idNumbers());
        warnings("MZ-TOWN", Reason.NONE)
                .forEach(warning -> step("MZ-TOWN", "claimWarning", "", warning));
        seen.list.clear();
        statements.setLevel(Level.DEBUG);

        JsonNode all = warnings("MZ-TOWN", Reason.NONE);

        assertThat(all).hasSize(MANY);
        assertThat(all)
                .allSatisfy(
                        one -> {
                            assertThat(one.at("/person/id")).isEqualTo(one.at("/finding/person"));
                            assertThat(one.at("/person/records/nodes/0/selfPayTotal").asString())
                                    .isEqualTo("20609.39");
                            assertThat(
                                            one.at(
                                                    "/household/members/0/person/memberships/0/household/members/0/person/id"))
                                    .isEqualTo(one.at("/finding/person"));
                        });
        assertThat(
                        seen.list.stream()
                                .map(ILoggingEvent::getFormattedMessage)
                                .filter(text -> text.contains("AS inForce")))
                .hasSize(1);
    }

    @Test
    void areThereForWhoHasTakenItOnUntilItEnds() {
        live(List.of(CITIZEN));
        JsonNode warning = warnings("MZ-TOWN", Reason.NONE).get(0);
        assertThat(warning.at("/person").isNull()).isTrue();

        JsonNode taken = step("MZ-TOWN", "claimWarning", "", warning);

        assertThat(taken.at("/person/id")).isEqualTo(warning.at("/finding/person"));
        assertThat(warnings("MZ-COUNTY", Reason.NONE).get(0).at("/person").isNull()).isTrue();
        assertThat(warnings("MZ-TOWN", new Reason("C", null)).get(0).at("/person").isNull())
                .isFalse();
        assertThat(warnings("MZ-TOWN", new Reason("A", null)).get(0).at("/person").isNull())
                .as("a purpose that the basis doesn't serve")
                .isTrue();
        assertThat(
                        warnings("MZ-TOWN", hub.plan("MZ-TOWN", "150924106000"))
                                .get(0)
                                .at("/person")
                                .isNull())
                .as("B with a basis of one's own, which isn't the warning's")
                .isTrue();

        step("MZ-TOWN", "handBackWarning", ", note: \"不在辖区\"", taken);
        assertThat(warnings("MZ-TOWN", Reason.NONE).get(0).at("/person").isNull()).isTrue();
    }

    @Test
    void areOnTheChainUnderTheirWarningAndInTheirLog() {
        live(List.of(CITIZEN));
        step("MZ-TOWN", "claimWarning", "", warnings("MZ-TOWN", Reason.NONE).get(0));

        hub.ask(
                "MZ-TOWN",
                "{ warnings { nodes { person { records(categories: [YB03]) { nodes { ... on"
                        + " MedicalCostWarning { selfPayTotal } } } } } } }");

        JsonNode log =
                hub.ask("citizen", "{ accessLog { nodes { kind purpose items sentence } } }")
                        .at("/data/accessLog/nodes/0");
        assertThat(log.at("/kind").asString()).as(log.toString()).isEqualTo("READ");
        assertThat(log.at("/purpose").asString()).isEqualTo("C");
        assertThat(log.toString()).contains("YB03.selfPayTotal");
    }

    @Test
    void areThereForWhoListensByTheSameRulesAndInTheirLog() {
        live(List.of(CITIZEN));
        try (EventReader listener =
                EventReader.listen(
                        hub,
                        "MZ-TOWN",
                        "subscription { warningChanged { step warning { finding { person } person {"
                            + " id records(categories: [YB03]) { nodes { ... on MedicalCostWarning"
                            + " { selfPayTotal } } } } } } }")) {
            JsonNode taken =
                    step("MZ-TOWN", "claimWarning", "", warnings("MZ-TOWN", Reason.NONE).get(0));

            JsonNode change = listener.answer().at("/data/warningChanged");
            assertThat(change.at("/step").asString()).isEqualTo("CLAIM");
            assertThat(change.at("/warning/person/id"))
                    .isEqualTo(change.at("/warning/finding/person"));
            assertThat(change.at("/warning/person/records/nodes/0/selfPayTotal").asString())
                    .isEqualTo("20609.39");

            step("MZ-TOWN", "handBackWarning", ", note: \"另有任务\"", taken);

            assertThat(listener.answer().at("/data/warningChanged/warning/person").isNull())
                    .isTrue();
        }
        assertThat(
                        hub.ask("citizen", "{ accessLog { nodes { items } } }")
                                .at("/data/accessLog/nodes/0/items")
                                .toString())
                .contains("YB03.selfPayTotal");
    }

    @Test
    void tellWhatIsWithheldAndWhatIsWrongAtTheirPlace() {
        live(List.of(CITIZEN));
        step("MZ-TOWN", "claimWarning", "", warnings("MZ-TOWN", Reason.NONE).get(0));

        JsonNode answer =
                hub.ask(
                        "MZ-TOWN",
                        "{ warnings { nodes { id person { records(categories: [GA01], first: 0) {"
                                + " nodes { id } } } household { members { person { nation } } } }"
                                + " } }");

        assertThat(answer.at("/errors/0/path").toString())
                .as(answer.toString())
                .startsWith("[\"warnings\",\"nodes\",0,\"person\"");
        assertThat(answer.at("/data/warnings/nodes/0/id").isString()).isTrue();
        assertThat(answer.at("/data/warnings/nodes/0/household/members").size()).isOne();
        assertThat(answer.at("/extensions/withheld/0/path").toString())
                .startsWith("[\"warnings\",\"nodes\",\"household\",\"members\",\"person\"");
    }
}
