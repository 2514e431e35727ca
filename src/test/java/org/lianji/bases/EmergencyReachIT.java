package org.lianji.bases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Whom an emergency lets be reached, and who may read on it. */
@HubTest
class EmergencyReachIT {

    private static final String GUARDIAN = "152627195801035714";
    private static final String CHILD = "150981201305183014";

    private static final String ASKED =
            "query ($n: IdNumber!) { person(idNumber: $n) { id supportedBy { supporter { id } }"
                    + " guardians { name } records { nodes { category } } } }";

    @Autowired Hub hub;

    private String basis = "";

    @BeforeEach
    void found() {
        contribute(
                "MZ",
                "MZ07",
                CHILD,
                Map.of(
                        "childType",
                        "FAMILY_HARDSHIP",
                        "guardianIdNo",
                        GUARDIAN,
                        "guardianState",
                        "FULFILLING"));
        contribute(
                "GA",
                "GA01",
                GUARDIAN,
                Map.of(
                        "hukouNo",
                        "H1",
                        "relationToHead",
                        "HEAD",
                        "hukouRegion",
                        "150902001001",
                        "name",
                        "王守护",
                        "sex",
                        "MALE",
                        "birthDate",
                        "1958-01-03"));
        JsonNode opened =
                hub.ask(
                        "YJ-TOWN",
                        "mutation ($n: IdNumber!) { breakGlass(idNumber: $n, reason:"
                                + " \"走失儿童在救助站，须立即联系其监护人\") { id } }",
                        Map.of("n", CHILD));
        basis = opened.at("/data/breakGlass/id").asString();
        assertThat(basis).as("%s", opened).startsWith("E");
    }

    private void contribute(
            String department, String category, String idNumber, Map<String, Object> items) {
        Map<String, Object> row = new HashMap<>(items);
        row.put("recordNo", "1");
        row.put("observedAt", "2026-01-01T08:00:00+08:00");
        row.put("idNumber", idNumber);
        assertThat(
                        hub.send(
                                        hub.as(department, "/contributions/" + category)
                                                .header("Content-Type", "application/x-ndjson")
                                                .header(
                                                        "Idempotency-Key",
                                                        UUID.randomUUID().toString())
                                                .POST(
                                                        BodyPublishers.ofString(
                                                                JsonMapper.shared()
                                                                        .writeValueAsString(row))))
                                .body())
                .contains("\"rejected\":0");
    }

    private JsonNode seen(String client, Reason reason, String idNumber) {
        return hub.ask(client, reason, ASKED, Map.of("n", idNumber));
    }

    /** A marriage makes nobody a guardian. */
    @Test
    void noItemIsWithheldThatSaysNothingOfGuardians() {
        JsonNode answer =
                hub.ask(
                        "YJ-TOWN",
                        new Reason("D", basis),
                        "query ($n: IdNumber!) { person(idNumber: $n) { guardians { name } } }",
                        Map.of("n", CHILD));

        assertThat(answer.at("/data/person/guardians/0/name").asString()).isEqualTo("王守护");
        assertThat(answer.toString()).doesNotContain("MZ10", "MZ02");
    }

    @Test
    void theGuardianOfAFoundChildIsNamedAndNothingElse() {
        JsonNode child = seen("YJ-TOWN", new Reason("D", basis), CHILD).at("/data/person");

        assertThat(child.at("/guardians").toString()).isEqualTo("[{\"name\":\"王守护\"}]");
        assertThat(child.at("/supportedBy")).as("the guardian is not in sight").isEmpty();
        assertThat(
                        new Hub(hub.address())
                                .ask("citizen", "{ accessLog { nodes { kind items } } }")
                                .at("/data/accessLog/nodes")
                                .toString())
                .contains("EMERGENCY", "GA01.name")
                .as("of the child")
                .doesNotContain("MZ07.childType", "\"MZ07\"");
    }

    @Test
    void elsewhereAGuardianIsNamedWhoIsInSight() {
        assertThat(seen("MZ", hub.matter("MZ", CHILD), CHILD).at("/data/person/guardians"))
                .isEmpty();
        assertThat(
                        seen("MZ", hub.matter("MZ", CHILD, GUARDIAN), CHILD)
                                .at("/data/person/guardians"))
                .hasSize(1);
        assertThat(seen("MZ", hub.matter("MZ", GUARDIAN), GUARDIAN).at("/data/person/guardians"))
                .as("of age")
                .isEmpty();
    }

    @Test
    void aColleagueMayNotReadOnIt() {
        JsonNode colleague = seen("YJ-COUNTY", new Reason("D", basis), CHILD);
        assertThat(colleague.at("/errors/0/extensions/code").asString())
                .isEqualTo("BASIS_NOT_IN_FORCE");
        assertThat(colleague.at("/data/person").isNull()).isTrue();
        assertThat(seen("YJ", new Reason("D", basis), CHILD).at("/errors/0/extensions/code"))
                .asString()
                .contains("BASIS_NOT_IN_FORCE");
        assertThat(seen("YJ-TOWN", new Reason("D", basis), CHILD).has("errors")).isFalse();
    }
}
