package org.lianji.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.charity.Charities.code;
import static org.lianji.charity.Charities.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.charity.Charities;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** For a child answers whoever is its guardian today, and nobody else with a citizen's token. */
@HubTest
class GuardianAnswersIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String GUARDIAN = "152627195801035714";

    /** Under 14. */
    private static final String CHILD = "150981201305183014";

    private static final String HERE = "150924106001";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String CONSENT =
            ", until: \"%s\", name: \"小明\"".formatted(TODAY.plusDays(20));
    private static final String SHOWN = "{ id version state recipient { name } }";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private Charities charities;
    private Monitored city;
    private JsonNode pairing;

    @BeforeEach
    void helpIsProposedForAChild() {
        charities = new Charities(hub);
        city = new Monitored(hub, catalogue);
        city.register("1", CHILD, HERE, TODAY);
        city.register("2", GUARDIAN, HERE, TODAY);
        city.register("3", "152601195604079079", HERE, TODAY);
        guardian("FULFILLING", TODAY.minusDays(40));
        charities.approved("CHARITY-A");
        Reason matter = hub.matter("MZ-COUNTY", CHILD);
        Map<String, Object> need = new HashMap<>();
        need.put("basis", matter.basis());
        need.put("person", city.token("GA01", CHILD));
        need.put("kind", "DAILY_CARE");
        need.put("quantity", 2);
        need.put("urgency", "SOON");
        need.put("hardship", "CHILD_IN_DIFFICULTY");
        need.put("until", TODAY.plusDays(30).toString());
        String stated =
                done(
                                hub.ask(
                                        "MZ-COUNTY",
                                        "mutation ($input: HelpNeedInput!) { stateNeed(input:"
                                                + " $input) { id } }",
                                        Map.of("input", need)),
                                "stateNeed")
                        .at("/id")
                        .asString();
        pairing =
                done(
                        hub.ask(
                                "MZ-COUNTY",
                                "mutation ($n: ID!, $o: ID!) { proposePairing(input: {need: $n,"
                                        + " offer: $o}) { id version } }",
                                Map.of(
                                        "n",
                                        stated,
                                        "o",
                                        charities
                                                .offered("CHARITY-A", Map.of())
                                                .at("/id")
                                                .asString())),
                        "proposePairing");
    }

    private void guardian(String state, LocalDate day) {
        city.contribute(
                "MZ07",
                List.of(
                        Map.of(
                                "recordNo",
                                "1",
                                "observedAt",
                                day + "T00:00:00+08:00",
                                "idNumber",
                                CHILD,
                                "childType",
                                "FAMILY_HARDSHIP",
                                "guardianIdNo",
                                GUARDIAN,
                                "guardianState",
                                state)));
    }

    private JsonNode step(String client, String mutation, String more, JsonNode one) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!) { %s(input: {id: $id, version: $version%s}) %s }"
                        .formatted(mutation, more, SHOWN),
                Map.of("id", one.at("/id").asString(), "version", one.at("/version").asInt()));
    }

    private JsonNode seen(String client) {
        return hub.ask(client, "{ pairings { nodes %s } }".formatted(SHOWN))
                .at("/data/pairings/nodes");
    }

    private String log(String more) {
        return hub.ask(
                        "CITIZEN",
                        new Reason("H", null),
                        "{ accessLog(first: 50%s) { nodes { sentence } } }".formatted(more),
                        Map.of())
                .toString();
    }

    @Test
    void theGuardianConsentsReadsWhatIsOpenAndTakesItBack() {
        assertThat(seen("CITIZEN-FORMER")).isEmpty();
        assertThat(code(step("CITIZEN-FORMER", "consentToPairing", CONSENT, pairing)))
                .isEqualTo("PAIRING_NOT_FOUND");

        JsonNode consented =
                done(step("CITIZEN", "consentToPairing", CONSENT, pairing), "consentToPairing");

        assertThat(seen("CHARITY-A").at("/0/recipient/name").asString()).isEqualTo("小明");
        assertThat(seen("CITIZEN").at("/0/recipient/name").asString()).isEqualTo("小明");
        String child = ", child: \"%s\"".formatted(city.token("GA01", CHILD));
        assertThat(log(child))
                .contains("您本人同意由")
                .contains("知悉您的孩子的姓名")
                .contains("凭您的孩子的同意查看了您的孩子的姓名")
                .containsPattern("您本人为“[^”]*”查看了您的孩子的");
        assertThat(log("")).as("it is the child's log").doesNotContain("查看了您的姓名");

        done(step("CITIZEN", "revokeConsent", "", consented), "revokeConsent");

        assertThat(seen("CHARITY-A").at("/0/recipient").isNull()).isTrue();
    }

    @Test
    void theGuardianConfirmsWhatTheChildGot() {
        JsonNode one =
                done(step("CITIZEN", "consentToPairing", CONSENT, pairing), "consentToPairing");
        for (String step : List.of("acceptPairing", "startHelp", "deliverHelp")) {
            one = charities.taken("CHARITY-A", step, "", one);
        }
        JsonNode confirmed =
                done(step("CITIZEN", "confirmHelp", ", satisfaction: 4", one), "confirmHelp");

        assertThat(confirmed.at("/state").asString()).isEqualTo("CONFIRMED");
    }

    @Test
    void whoIsGuardianNoLongerSeesAndDecidesNothing() {
        JsonNode consented =
                done(step("CITIZEN", "consentToPairing", CONSENT, pairing), "consentToPairing");

        guardian("GUARDIANSHIP_REVOKED", TODAY.minusDays(2));

        assertThat(seen("CITIZEN")).isEmpty();
        assertThat(code(step("CITIZEN", "revokeConsent", "", consented)))
                .isEqualTo("PAIRING_NOT_FOUND");
        assertThat(seen("CHARITY-A")).as("the consent stands until an officer ends it").hasSize(1);
    }

    @Test
    void theGuardianDeclines() {
        assertThat(
                        done(step("CITIZEN", "declinePairing", "", pairing), "declinePairing")
                                .at("/state")
                                .asString())
                .isEqualTo("DECLINED");
    }
}
