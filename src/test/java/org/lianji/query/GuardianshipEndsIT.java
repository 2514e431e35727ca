package org.lianji.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Whoever is a child's guardian no longer sees nothing of the child any more. */
@HubTest
class GuardianshipEndsIT {

    private static final String GUARDIAN = "152627195801035714";
    private static final String CHILD = "150981201305183014";
    private static final Reason OWN = new Reason("H", null);

    @Autowired Hub hub;

    private Hub citizen;
    private String child = "";

    @BeforeEach
    void guardianship() {
        contribute("1", "2026-01-01", "FULFILLING");
        citizen = new Hub(hub.address());
        child = seen().at("/data/person/id").asString();
    }

    private void contribute(String recordNo, String day, String state) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("recordNo", recordNo);
        row.put("observedAt", day + "T08:00:00+08:00");
        row.put("idNumber", CHILD);
        row.put("childType", "FAMILY_HARDSHIP");
        row.put("guardianIdNo", GUARDIAN);
        row.put("guardianState", state);
        assertThat(
                        hub.send(
                                        hub.as("MZ", "/contributions/MZ07")
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

    private JsonNode seen() {
        return citizen.ask(
                "citizen",
                OWN,
                "query ($n: IdNumber!) { person(idNumber: $n) { id records(categories: [MZ07]) {"
                        + " nodes { recordNo } } } }",
                Map.of("n", CHILD));
    }

    private JsonNode log() {
        return citizen.ask(
                "citizen",
                "query ($child: ID!) { accessLog(child: $child) { nodes { sentence } } }",
                Map.of("child", child));
    }

    private String page() {
        return citizen.send(citizen.as("citizen", "/my/access-log?child=" + child)).body();
    }

    private void seesTheChild(boolean sees) {
        assertThat(seen().at("/data/person").isNull()).isEqualTo(!sees);
        assertThat(log().at("/data/accessLog/nodes").isEmpty()).isEqualTo(!sees);
        assertThat(page().contains("没有记录")).isEqualTo(!sees);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GUARDIANSHIP_REVOKED",
                "DEAD",
                "DECLARED_MISSING",
                "LOST_CONTACT",
                "IMPRISONED",
                "EXPELLED"
            })
    void seesNothingOnceTheDutyHasEnded(String state) {
        seesTheChild(true);

        contribute("1", "2026-02-01", state);

        seesTheChild(false);
    }

    @Test
    void seesNothingOnceAnotherRecordSaysSo() {
        contribute("2", "2026-02-01", "GUARDIANSHIP_REVOKED");
        seesTheChild(false);

        contribute("1", "2026-01-15", "FULFILLING");
        seesTheChild(false);
    }

    @Test
    void seesAgainOnceTheEndIsTakenBackOrOver() {
        contribute("1", "2026-02-01", "GUARDIANSHIP_REVOKED");
        JsonNode withdrawn =
                hub.ask(
                        "MZ",
                        "mutation { withdraw(category: MZ07, recordNo: \"1\", reason: \"录错\") {"
                                + " record } }");
        assertThat(withdrawn.has("errors")).isFalse();
        seesTheChild(true);

        contribute("1", "2026-03-01", "LOST_CONTACT");
        seesTheChild(false);
        contribute("1", "2026-04-01", "FULFILLING");
        seesTheChild(true);
    }
}
