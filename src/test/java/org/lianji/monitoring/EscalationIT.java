package org.lianji.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.platform.Reason;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A warning that nobody takes on, or that somebody took on and left, finds somebody else. */
@HubTest
@Import(MovingClock.class)
class EscalationIT {

    private static final String CITIZEN = "152627195801035714";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired WarningEscalation escalation;
    @Autowired TestClock clock;

    @BeforeEach
    void raisedOnThursday() {
        clock.set(Instant.parse("2026-11-26T02:00:00Z"));
        Monitored city = new Monitored(hub, catalogue);
        city.agreeOn(List.of("R101"));
        city.register(CITIZEN, "150924106001", LocalDate.parse("2026-11-01"));
        city.contribute(
                "YB03",
                List.of(
                        Map.of(
                                "recordNo", "1",
                                "observedAt", "2026-11-02T00:00:00+08:00",
                                "idNumber", CITIZEN,
                                "windowMonths", 12,
                                "selfPayTotal", "20609.39",
                                "threshold", "15000.00",
                                "exceeded", true)));
        city.run(List.of("R101"));
    }

    private JsonNode one(String client) {
        return hub.ask(
                        client,
                        "{ warnings(rule: \"R101\") { nodes { id version state assigned mine basis"
                                + " overdue history { transition department } } } }")
                .at("/data/warnings/nodes/0");
    }

    private JsonNode step(String client, String mutation, String more) {
        JsonNode warning = one(client);
        JsonNode answer =
                hub.ask(
                        client,
                        "mutation ($id: ID!, $v: Int!) { %s(input: {id: $id, version: $v%s}) { state basis } }"
                                .formatted(mutation, more),
                        Map.of(
                                "id",
                                warning.at("/id").asString(),
                                "v",
                                warning.at("/version").asInt()));
        return answer.has("errors")
                ? answer.at("/errors/0/extensions/code")
                : answer.at("/data/" + mutation);
    }

    @Test
    void whatNobodyTakesOnInTwoWorkingDaysIsTheCountys() {
        clock.set(Instant.parse("2026-11-30T15:59:00Z"));
        escalation.escalate();
        assertThat(one("MZ-TOWN").at("/assigned").asString())
                .as("Monday is the second working day")
                .isEqualTo("TOWNSHIP");

        clock.set(Instant.parse("2026-11-30T16:00:00Z"));
        escalation.escalate();
        escalation.escalate();

        JsonNode warning = one("MZ-COUNTY");
        assertThat(warning.at("/assigned").asString()).isEqualTo("COUNTY");
        assertThat(warning.at("/state").asString()).isEqualTo("PUSHED");
        assertThat(warning.at("/overdue").asBoolean()).as("the clock runs anew").isFalse();
        assertThat(warning.at("/history").findValuesAsString("transition"))
                .containsExactly("RAISE", "ESCALATE");
    }

    @Test
    void whatIsTakenOnIsNotTakenAway() {
        assertThat(step("MZ-TOWN", "claimWarning", "").at("/state").asString())
                .isEqualTo("CLAIMED");
        clock.set(Instant.parse("2026-12-20T16:00:00Z"));

        escalation.escalate();

        assertThat(one("MZ-TOWN").at("/state").asString()).isEqualTo("CLAIMED");
        assertThat(one("MZ-TOWN").at("/mine").asBoolean()).isTrue();
    }

    @Test
    void whatTheCountyKeepsIsNotTakenOnByATownship() {
        step("MZ-TOWN", "claimWarning", "");
        step("MZ-COUNTY", "recallWarning", ", note: \"承办人回避\"");
        step("MZ-COUNTY", "pushWarning", ", assigned: COUNTY");

        assertThat(step("MZ-TOWN", "claimWarning", "").asString()).isEqualTo("NOT_YOUR_TURN");
        assertThat(one("MZ-TOWN").at("/state").asString()).isEqualTo("PUSHED");
        assertThat(step("MZ-COUNTY", "claimWarning", "").at("/state").asString())
                .isEqualTo("CLAIMED");
    }

    @Test
    void theCountyTakesItBackInWritingForAnother() {
        String basis = step("MZ-TOWN", "claimWarning", "").at("/basis").asString();
        Reason reason = new Reason("C", basis);
        String person = "query ($n: IdNumber!) { person(idNumber: $n) { id } }";
        assertThat(hub.ask("MZ-TOWN", reason, person, Map.of("n", CITIZEN)).toString())
                .as(basis)
                .doesNotContain("errors");

        assertThat(step("MZ-TOWN", "recallWarning", ", note: \"承办人请假，另派他人\"").asString())
                .isEqualTo("NOT_ALLOWED");
        assertThat(
                        step("MZ-COUNTY", "recallWarning", ", note: \"承办人请假，另派他人\"")
                                .at("/state")
                                .asString())
                .isEqualTo("PUSHED");

        assertThat(
                        hub.ask("MZ-TOWN", reason, person, Map.of("n", CITIZEN))
                                .at("/errors/0/extensions/code")
                                .asString())
                .isEqualTo("BASIS_NOT_IN_FORCE");
        assertThat(step("MZ-COUNTY", "claimWarning", "").at("/state").asString())
                .isEqualTo("CLAIMED");
    }
}
