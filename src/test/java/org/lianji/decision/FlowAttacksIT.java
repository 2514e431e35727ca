package org.lianji.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianji.decision.FlowWalk.COUNTY;
import static org.lianji.decision.FlowWalk.HERE;
import static org.lianji.decision.FlowWalk.TOWN;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.people.People;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What an officer who means ill tries with the flows that help people. */
@FlowTest
class FlowAttacksIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final int NAMED_A_DAY = 8;

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;
    @Autowired People people;

    private Monitored city;
    private FlowSteps steps;

    @BeforeEach
    void somebodyIsKnown() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        hub = new Hub(hub.address());
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, LocalDate.parse("2026-10-01"));
        steps = new FlowSteps(hub);
        steps.act(COUNTY, "openPettyFund", "region", "150924106000", "amount", "2000.00");
    }

    private JsonNode open(String client, String whom, String value, String second) {
        return steps.answer(
                client,
                "openRelief",
                "region",
                HERE,
                "cause",
                "ACCIDENT",
                "foundAt",
                "2026-11-02T09:30:00+08:00",
                whom,
                value,
                "secondWorker",
                second);
    }

    private String opened(String client, String whom, String value, String second) {
        return steps.noted(open(client, whom, value, second).at("/data/openRelief"));
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    private @Nullable String basis(String client, String relief) {
        JsonNode basis =
                hub.ask(
                                client,
                                "query ($id: ID!) { reliefCase(id: $id) { basis person { id } } }",
                                Map.of("id", relief))
                        .at("/data/reliefCase");
        assertThat(basis.at("/basis").isNull()).isEqualTo(basis.at("/person").isNull());
        return basis.at("/basis").isNull() ? null : basis.at("/basis").asString();
    }

    private JsonNode looked(String client, String basis) {
        return hub.ask(
                client,
                new Reason("D", basis),
                "query ($n: IdNumber!) { person(idNumber: $n) { id } }",
                Map.of("n", CITIZEN));
    }

    /** Whoever it was that was helped: nobody makes them somebody whose life they want to read. */
    @Test
    void whoSaysAloneWhoSomebodyWasMakesThemNobody() {
        String relief = opened(TOWN, "description", "老人", "mz-county");
        steps.step(COUNTY, "giveRelief", relief, "goods", "棉衣");
        steps.step(COUNTY, "identifyRelief", relief, "idNumber", CITIZEN);
        steps.step(COUNTY, "identifyRelief", relief, "idNumber", CITIZEN);

        assertThat(basis(COUNTY, relief)).isNull();
        assertThat(basis(TOWN, relief)).isNull();

        steps.step(TOWN, "identifyRelief", relief, "idNumber", CITIZEN);

        assertThat(looked(TOWN, basis(TOWN, relief)).at("/data/person/id").isNull()).isFalse();
        assertThat(looked(COUNTY, basis(COUNTY, relief)).at("/data/person/id").isNull()).isFalse();
    }

    @Test
    void whoSaysWhoSomebodyIsAndGivesTheHelpIsOneAndNotTwo() {
        String relief = opened(TOWN, "description", "老人", "mz-county");
        steps.step(COUNTY, "identifyRelief", relief, "idNumber", CITIZEN);
        steps.step(COUNTY, "giveRelief", relief, "goods", "棉衣");

        assertThat(basis(COUNTY, relief)).isNull();
        assertThat(basis(TOWN, relief)).isNotNull();
    }

    @Test
    void twoHaveActedWhereTheFirstNamesThemAndTheOtherHelps() {
        String relief = opened(TOWN, "description", "老人", "mz-county");
        steps.step(TOWN, "identifyRelief", relief, "idNumber", CITIZEN);
        steps.step(COUNTY, "giveRelief", relief, "goods", "棉衣");

        assertThat(basis(COUNTY, relief)).isNotNull();
        assertThat(basis(TOWN, relief)).isNotNull();
    }

    @Test
    void thatSomebodyHadHelpBeforeIsToldWithAnEntryInTheirLog() {
        steps.step(
                COUNTY, "giveRelief", opened(TOWN, "idNumber", CITIZEN, "mz-county"), "goods", "米");
        String again = opened(TOWN, "idNumber", CITIZEN, "mz-county");
        long before = looks();

        assertThat(code(steps.tried(COUNTY, "giveRelief", again, "goods", "米")))
                .isEqualTo("RELIEF_GIVEN_BEFORE");

        assertThat(looks()).isEqualTo(before + 1);
    }

    private long looks() {
        return hub.ask(
                        "CITIZEN",
                        new Reason("H", null),
                        "{ accessLog(first: 1) { totalCount } }",
                        Map.of())
                .at("/data/accessLog/totalCount")
                .asLong();
    }

    /** Else whether a family is in receipt could be asked of everybody, one after the other. */
    @Test
    void whoIsRefusedHasNamedSomebodyToo() {
        steps.act(TOWN, "submitCase", application(CITIZEN));
        List<String> told =
                IntStream.range(0, NAMED_A_DAY)
                        .mapToObj(_ -> code(steps.answer(TOWN, "submitCase", application(CITIZEN))))
                        .toList();

        assertThat(told.getFirst()).isEqualTo("CASE_ALREADY_OPEN");
        assertThat(told.getLast()).isEqualTo("TOO_MANY_DECLARED");
        assertThat(code(open(TOWN, "idNumber", CITIZEN, "mz-county")))
                .as("by whatever flow")
                .isEqualTo("TOO_MANY_DECLARED");
        assertThat(code(open(TOWN, "description", "老人", "mz-county")))
                .as("nobody is named")
                .isEmpty();
    }

    private static Object[] application(String idNumber) {
        return new Object[] {
            "kind", "MINIMUM_LIVING",
            "idNumber", idNumber,
            "region", HERE,
            "statement", "没有收入",
            "channel", "WINDOW",
            "consentNo", "SQ-1"
        };
    }

    @Test
    void whatIsTakenBackHangsInTheVillageNoLonger() {
        String one = steps.act(TOWN, "submitCase", application(CITIZEN));
        steps.act(
                TOWN,
                "postNotice",
                "basis",
                hub.ask(TOWN, "{ cases { nodes { basis } } }")
                        .at("/data/cases/nodes/0/basis")
                        .asString(),
                "person",
                city.token("GA01", CITIZEN),
                "village",
                HERE,
                "name",
                "李建国",
                "members",
                3,
                "amount",
                "615.00",
                "kind",
                "DIBAO");
        assertThat(board()).contains("李建国");

        steps.step(TOWN, "withdrawCase", one, "note", "申请人要求撤回");

        await().until(() -> !board().contains("李建国"));
    }

    private String board() {
        return hub.send(
                        HttpRequest.newBuilder(URI.create(hub.address() + "/notices/" + HERE))
                                .header("Accept", "application/json"))
                .body();
    }

    @Test
    void nobodyHandlesWhatIsForThemselves() {
        people.ensure(Set.of(people.identity(OtherOffices.RELATIVE_NUMBER)));
        hub = new Hub(hub.address());
        steps = new FlowSteps(hub);
        String number = OtherOffices.RELATIVE_NUMBER;

        assertThat(code(open(OtherOffices.RELATIVE, "idNumber", number, "mz-county")))
                .isEqualTo("RELIEF_OF_RELATIVE");
        assertThat(code(steps.answer(OtherOffices.RELATIVE, "submitCase", application(number))))
                .isEqualTo("OWN_RELATIVE");
        String relief =
                opened(TOWN, "idNumber", number, OtherOffices.RELATIVE.toLowerCase(Locale.ROOT));
        for (String step : List.of("giveRelief", "dismissRelief")) {
            assertThat(
                            code(
                                    steps.tried(
                                            OtherOffices.RELATIVE,
                                            step,
                                            relief,
                                            step.equals("giveRelief") ? "goods" : "note",
                                            "棉衣")))
                    .as(step)
                    .isEqualTo("RELIEF_OF_RELATIVE");
        }
        String unknown = opened(OtherOffices.RELATIVE, "description", "老人", "mz-county");
        assertThat(
                        code(
                                steps.tried(
                                        OtherOffices.RELATIVE,
                                        "identifyRelief",
                                        unknown,
                                        "idNumber",
                                        number)))
                .isEqualTo("RELIEF_OF_RELATIVE");
    }
}
