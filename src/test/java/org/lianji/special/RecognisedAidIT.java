package org.lianji.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.code;
import static org.lianji.assistance.Town.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whom the library has recognised already has special assistance without applying again. */
@HubTest
@Import(MovingClock.class)
class RecognisedAidIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    /** The demo client {@code citizen-guardian} speaks for this person. */
    private static final String OTHER = "152631199612132788";

    private static final LocalDate DAY = LocalDate.parse("2026-10-01");

    private static final String SHOWN =
            "{ id version state department case region applicant { id } history { transition } }";

    private static final String MINE = "{ specialAid version case state answer }";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    @Autowired TestClock clock;

    private Monitored city;

    @BeforeEach
    void oneIsInReceiptAndAnotherIsNot() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        city = new Monitored(hub, catalogue);
        city.register("1", CITIZEN, HERE, DAY);
        city.register("2", OTHER, HERE, DAY);
        allowance("ACTIVE");
    }

    private void allowance(String status) {
        city.contribute(
                "MZ01",
                List.of(
                        Map.of(
                                "recordNo", "A1",
                                "observedAt", clock.instant().toString(),
                                "idNumber", CITIZEN,
                                "householdNo", "A1",
                                "area", "RURAL",
                                "memberCount", 1,
                                "monthlyAmount", "600.00",
                                "startMonth", "2026-05",
                                "status", status)));
    }

    private JsonNode ask(String client, Map<String, Object> whom) {
        Map<String, Object> input = new HashMap<>(whom);
        input.put("kind", "MEDICAL");
        input.put("note", "住院自付费用很高");
        boolean mine = client.startsWith("CITIZEN");
        return hub.ask(
                client,
                "mutation ($i: SpecialAidInput!) { %s(input: $i) %s }"
                        .formatted(
                                mine ? "requestMySpecialAid" : "requestSpecialAid",
                                mine ? MINE : SHOWN),
                Map.of("i", input));
    }

    private Map<String, Object> led(String client, String idNumber) {
        return Map.of(
                "basis",
                String.valueOf(hub.matter(client, idNumber).basis()),
                "person",
                city.token("GA01", idNumber));
    }

    private JsonNode atTheDepartment() {
        return hub.ask("YB-COUNTY", "{ specialAids { nodes " + SHOWN + " } }")
                .at("/data/specialAids/nodes");
    }

    @Test
    void aCitizenInReceiptAsksWithoutAnApplicationAndIsAnswered() {
        JsonNode asked = done(ask("CITIZEN", Map.of()));
        assertThat(asked.at("/case").isNull()).isTrue();
        JsonNode came = atTheDepartment().at("/0");
        assertThat(came.at("/region").asString()).isEqualTo(HERE);
        JsonNode received =
                done(
                        hub.ask(
                                "YB-COUNTY",
                                "mutation ($id: ID!) { receiveSpecialAid(step: {id: $id, version:"
                                        + " 1}) "
                                        + SHOWN
                                        + " }",
                                Map.of("id", came.at("/id").asString())));

        assertThat(received.at("/applicant/id").asString()).isEqualTo(city.token("GA01", CITIZEN));
        assertThat(hub.ask(TOWN, "{ specialAids { nodes { id } } }").at("/data/specialAids/nodes"))
                .as("the town is the door of all help")
                .hasSize(1);
        assertThat(code(ask("CITIZEN", Map.of()))).isEqualTo("SPECIAL_AID_ALREADY_SENT");
        assertThat(hub.ask("CITIZEN", "{ accessLog { nodes { purpose items } } }").toString())
                .contains("{\"purpose\":\"H\",\"items\":[\"MZ01\"]}");
    }

    @Test
    void anOfficerAsksForWhomABasisLeadsTo() {
        JsonNode sent = done(ask(TOWN, led(TOWN, CITIZEN)));

        assertThat(sent.at("/department").asString()).isEqualTo("YB");
        assertThat(sent.at("/case").isNull()).isTrue();
        assertThat(atTheDepartment()).hasSize(1);
        assertThat(hub.ask("CITIZEN", "{ mySpecialAids { nodes { state } } }").toString())
                .contains("SENT");
    }

    @Test
    void whoIsNotInReceiptAppliesFirst() {
        assertThat(code(ask("CITIZEN-GUARDIAN", Map.of()))).isEqualTo("SPECIAL_AID_NOT_IN_RECEIPT");
        assertThat(code(ask(TOWN, led(TOWN, OTHER)))).isEqualTo("SPECIAL_AID_NOT_IN_RECEIPT");

        clock.advance(Duration.ofDays(1));
        allowance("STOPPED");

        assertThat(code(ask("CITIZEN", Map.of()))).isEqualTo("SPECIAL_AID_NOT_IN_RECEIPT");
        assertThat(atTheDepartment()).isEmpty();
    }

    @Test
    void nobodyAsksForWhomNoBasisOfTheirsLeadsTo() {
        Map<String, Object> led = led("YB-COUNTY", CITIZEN);

        assertThat(code(ask(TOWN, led))).as("another's basis").isEqualTo("SPECIAL_AID_PERSON");
        assertThat(code(ask("YB-COUNTY", led)))
                .as("another department is no door")
                .isEqualTo("SPECIAL_AID_PERSON");
        assertThat(code(ask(TOWN, Map.of()))).isEqualTo("SPECIAL_AID_WHOM");
        assertThat(code(ask("CITIZEN", led))).isEqualTo("SPECIAL_AID_WHOM");
        assertThat(code(ask("CITIZEN", Map.of("caseId", "Snone"))))
                .isEqualTo("SPECIAL_AID_NOT_YOUR_CASE");
        assertThat(atTheDepartment()).isEmpty();
    }
}
