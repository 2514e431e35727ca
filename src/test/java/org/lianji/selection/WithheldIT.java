package org.lianji.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/** What is told of withheld things: only what was in question, and only steps that can be taken. */
@HubTest
class WithheldIT {

    private static final String GROWN = "150924198807042025";
    private static final String CHILD = "150924201805060021";
    private static final String ABOUT_ONE =
            "query ($n: IdNumber!) { person(idNumber: $n) { records(categories: [MZ01]) { nodes {"
                    + " recordNo } } } }";

    /** The demo client {@code citizen}. */
    private static final String CITIZEN = "152627195801035714";

    @Autowired Hub hub;

    /** Item, code and next step of each. */
    private List<String> withheld(String client, Reason reason, String text, String number) {
        return withheld(hub, client, reason, text, number);
    }

    private static List<String> withheld(
            Hub hub, String client, Reason reason, String text, String number) {
        Map<String, Object> variables = number.isEmpty() ? Map.of() : Map.of("n", number);
        JsonNode answer = hub.ask(client, reason, text, variables);
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer.at("/extensions/withheld")
                .valueStream()
                .map(
                        one ->
                                "%s %s %s"
                                        .formatted(
                                                one.at("/item").asString(),
                                                one.at("/code").asString(),
                                                one.at("/next")))
                .toList();
    }

    @Test
    void tellsOfChildrenOnlyWhereOneWasInQuestion() {
        Reason reason = hub.matter("JY", GROWN);
        String minors =
                "MZ01 MINORS"
                    + " {\"by\":\"SHARING_UNIT\",\"level\":\"S4\",\"provider\":\"MZ\",\"step\":\"REQUEST_AGREEMENT\"}";

        assertThat(withheld("JY", reason, ABOUT_ONE, GROWN)).isEmpty();
        assertThat(withheld("JY", reason, ABOUT_ONE, CHILD)).containsExactly(minors);
        assertThat(withheld("JY", reason, ABOUT_ONE, GROWN)).isEmpty();
        assertThat(withheld("JY", reason, "{ records(category: MZ01) { nodes { recordNo } } }", ""))
                .as("anybody's records")
                .containsExactly(minors);
    }

    @Test
    void neverTellsOfChildrenWhereRecordsAreAboutNobody() {
        String policies = "{ records(category: MZ13) { nodes { recordNo } } }";

        for (String client : List.of("JY", "MZ", "CHARITY-A", "AUDITOR")) {
            assertThat(withheld(client, Reason.NONE, policies, "")).as(client).isEmpty();
        }
    }

    /** Under the purpose of citizens nobody else is granted anything, and no agreement helps. */
    @Test
    void tellsOfThePurposeWhereItIsAnothers() {
        String policies = "{ records(category: MZ13) { nodes { recordNo } } }";

        for (String client : List.of("CHARITY-A", "JY", "AUDITOR")) {
            assertThat(withheld(client, new Reason("H", null), policies, ""))
                    .as(client)
                    .isNotEmpty()
                    .allSatisfy(
                            told ->
                                    assertThat(told)
                                            .contains(" PURPOSE ", "STATE_ANOTHER_PURPOSE"));
            assertThat(withheld(client, new Reason("F", null), policies, "")).isEmpty();
        }
    }

    @Test
    void namesNoStepThatTheCallerCannotTake() {
        Reason own = new Reason("H", null);
        known(CITIZEN);
        assertThat(
                        withheld(
                                new Hub(hub.address()),
                                "CITIZEN",
                                own,
                                "{ records(category: MZ12) { nodes { recordNo } } }",
                                ""))
                .as("a citizen has one purpose and makes no agreements")
                .containsExactly("MZ12 PURPOSE {\"step\":\"NONE\"}");
        new Agreed(hub).on("GA", "JY", "A", "S2", List.of(), List.of("GA01.name"));
        assertThat(
                        withheld(
                                "JY",
                                hub.matter("JY", GROWN),
                                "{ records(category: GA01) { nodes { personName ... on"
                                        + " HouseholdRegistration { sex } } } }",
                                ""))
                .as("no agreement opens what is its owner's alone")
                .contains(
                        "GA01.personName NO_AGREEMENT {\"step\":\"NONE\"}",
                        "GA01.sex NO_AGREEMENT"
                            + " {\"by\":\"SHARING_UNIT\",\"provider\":\"GA\",\"step\":\"REQUEST_AGREEMENT\"}");
    }

    /** A citizen signs in, anew in each test, as somebody of whom the hub knows. */
    private void known(String idNumber) {
        String rows =
                "recordNo,observedAt,idNumber,personName,unitNo,right,registeredOn\n"
                        + "1,2026-03-01T08:00:00+08:00,%s,李庆富,150902001001GB00001F00010001,HOUSE_OWNERSHIP,2009-05-04\n"
                                .formatted(idNumber);
        assertThat(
                        hub.send(
                                        hub.as("ZR", "/contributions/ZR01")
                                                .header("Content-Type", "text/csv")
                                                .header("Idempotency-Key", "1")
                                                .POST(BodyPublishers.ofString(rows)))
                                .body())
                .contains("\"accepted\":1");
    }

    @Test
    void namesOnlyPurposesForWhichPeopleAreRead() {
        assertThat(
                        withheld(
                                "MZ",
                                hub.matter("MZ", GROWN),
                                "{ records(category: CL03) { nodes { recordNo } } }",
                                ""))
                .containsExactly(
                        "CL03 PURPOSE"
                            + " {\"purposes\":[\"C\",\"E\"],\"step\":\"STATE_ANOTHER_PURPOSE\"}");
    }
}
