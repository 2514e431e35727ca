package org.lianji.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.charity.Charities.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.assistance.Town;
import org.lianji.catalogue.Catalogue;
import org.lianji.charity.Charities;
import org.lianji.monitoring.Monitored;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What was begun for an application ends with it, and what the person consented to is their own.
 */
@HubTest
class EndedCasesIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    private Town town;
    private Charities charities;
    private String person;
    private JsonNode applied;

    @BeforeEach
    void somebodyApplies() {
        Monitored city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, TODAY);
        person = city.token("GA01", CITIZEN);
        town = new Town(hub);
        charities = new Charities(hub);
        charities.approved("CHARITY-A");
        applied = Town.done(town.apply(CITIZEN));
    }

    private String need(String kind, int quantity) {
        return done(
                        hub.ask(
                                TOWN,
                                "mutation ($input: HelpNeedInput!) { stateNeed(input: $input) { id"
                                        + " } }",
                                Map.of(
                                        "input",
                                        Map.of(
                                                "basis",
                                                applied.at("/basis").asString(),
                                                "person",
                                                person,
                                                "kind",
                                                kind,
                                                "quantity",
                                                quantity,
                                                "urgency",
                                                "SOON",
                                                "hardship",
                                                "OLD_AGE",
                                                "until",
                                                TODAY.plusDays(30).toString()))),
                        "stateNeed")
                .at("/id")
                .asString();
    }

    private JsonNode proposed(String need, JsonNode offer) {
        return done(
                hub.ask(
                        TOWN,
                        "mutation ($need: ID!, $offer: ID!) { proposePairing(input: {need: $need,"
                                + " offer: $offer}) { id version } }",
                        Map.of("need", need, "offer", offer.at("/id").asString())),
                "proposePairing");
    }

    private JsonNode step(String client, String mutation, String more, JsonNode pairing) {
        return done(
                hub.ask(
                        client,
                        "mutation ($id: ID!, $version: Int!) { %s(input: {id: $id, version: $version%s}) { id version state } }"
                                .formatted(mutation, more),
                        Map.of(
                                "id",
                                pairing.at("/id").asString(),
                                "version",
                                pairing.at("/version").asInt())),
                mutation);
    }

    private List<String> needs(String state) {
        return hub.ask(TOWN, "{ helpNeeds(state: %s) { nodes { id } } }".formatted(state))
                .at("/data/helpNeeds/nodes")
                .findValuesAsString("id");
    }

    private List<String> pairings(String state) {
        return hub.ask(TOWN, "{ pairings(state: %s) { nodes { id } } }".formatted(state))
                .at("/data/pairings/nodes")
                .findValuesAsString("id");
    }

    @Test
    void needsThatNobodyWasAskedAboutEndAndAConsentStands() {
        JsonNode offer = charities.offered("CHARITY-A", Map.of());
        String open = need("COUNSELLING", 1);
        String asked = need("DAILY_CARE", 2);
        JsonNode unanswered = proposed(asked, offer);
        String agreed = need("COMPANY", 3);
        JsonNode consented =
                step(
                        "CITIZEN",
                        "consentToPairing",
                        ", until: \"%s\", name: \"老李\"".formatted(TODAY.plusDays(20)),
                        proposed(
                                agreed, charities.offered("CHARITY-A", Map.of("kind", "COMPANY"))));

        town.taken(TOWN, "withdrawCase", applied, "申请人要求撤回");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(needs("WITHDRAWN"))
                                        .containsExactlyInAnyOrder(open, asked));
        assertThat(pairings("WITHDRAWN")).containsExactly(unanswered.at("/id").asString());
        assertThat(pairings("CONSENTED")).containsExactly(consented.at("/id").asString());
        assertThat(needs("PAIRED")).containsExactly(agreed);

        step("CITIZEN", "revokeConsent", "", consented);

        assertThat(needs("OPEN")).as("once the pairing leaves it").isEmpty();
        assertThat(needs("WITHDRAWN")).hasSize(3);
    }
}
