package org.lianji.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.charity.Charities.code;
import static org.lianji.charity.Charities.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.EventReader;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.charity.Charities;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Needs are published without a name, and a charity asks for one by its own name of it. */
@HubTest
@Import(MovingClock.class)
class PublishedNeedsIT {

    private static final String ASK =
            "mutation ($need: ID!, $offer: ID!) { askForPairing(input: {need: $need, offer:"
                    + " $offer}) { need offer } }";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;

    private Charities charities;
    private NeedyFamilies families;

    @BeforeEach
    void somebodyIsKnown() {
        clock.set(Instant.now());
        charities = new Charities(hub);
        families = new NeedyFamilies(hub, new Monitored(hub, catalogue), LocalDate.now(clock));
        charities.approved("CHARITY-A");
    }

    private JsonNode publish() {
        return done(
                hub.ask("MZ", "mutation { publishNeeds { publishedOn until needs } }"),
                "publishNeeds");
    }

    private JsonNode shown(String client) {
        return done(
                hub.ask(
                        client,
                        "{ publishedNeeds(first: 200) { totalCount nodes { pseudonym kind quantity"
                                + " unit region hardship age urgency publishedOn until } } }"),
                "publishedNeeds");
    }

    private JsonNode wishes(String client) {
        return done(
                        hub.ask(
                                client,
                                "{ pairingWishes { nodes { id need offer organisation askedOn open"
                                        + " } } }"),
                        "pairingWishes")
                .at("/nodes");
    }

    private JsonNode ask(String client, String need, JsonNode offer) {
        return hub.ask(client, ASK, Map.of("need", need, "offer", offer.at("/id").asString()));
    }

    @Test
    void showTenFamiliesWithoutAName() {
        families.state(families.families(10), Map.of());

        assertThat(publish().at("/needs").asInt()).isEqualTo(10);

        JsonNode shown = shown("CHARITY-A");
        assertThat(shown.at("/totalCount").asInt()).isEqualTo(10);
        assertThat(shown.at("/nodes"))
                .allSatisfy(
                        one -> {
                            assertThat(one.at("/kind").asString()).isEqualTo("DAILY_CARE");
                            assertThat(one.at("/quantity").asString()).isEqualTo("UP_TO_10");
                            assertThat(one.at("/region").asString()).isEqualTo("150924000000");
                            assertThat(one.at("/age").asString()).isEqualTo("FROM_60");
                            assertThat(one.at("/urgency").asString()).isEqualTo("SOON");
                            assertThat(one.at("/publishedOn").asString())
                                    .isEqualTo(LocalDate.now(clock).toString());
                        });
        assertThat(shown("CHARITY-B").at("/totalCount").asInt()).as("not approved").isZero();
        assertThat(hub.ask("MZ-COUNTY", "{ publishedNeeds { totalCount } }").has("errors"))
                .isTrue();
        assertThat(code(hub.ask("YB", "mutation { publishNeeds { needs } }")))
                .isEqualTo("PUBLISHED_BY_LEAD");
    }

    @Test
    void showNobodyWhoHasDied() {
        List<NeedyFamilies.Member> members = families.families(10);
        families.state(members, Map.of());
        new Monitored(hub, catalogue)
                .contribute(
                        "MZ11",
                        List.of(
                                Map.of(
                                        "recordNo",
                                        "X-1",
                                        "observedAt",
                                        LocalDate.now(clock) + "T00:00:00+08:00",
                                        "idNumber",
                                        members.getFirst().idNumber(),
                                        "diedOn",
                                        LocalDate.now(clock).toString())));

        assertThat(publish().at("/needs").asInt()).as("of nine families nobody is").isZero();
    }

    @Test
    void tellApprovedCharitiesOfEachBatch() {
        families.state(families.families(10), Map.of());
        String document = "subscription { needsPublished { cursor batch { publishedOn needs } } }";
        try (EventReader charity = EventReader.listen(hub, "CHARITY-A", document)) {
            publish();

            assertThat(told(charity)).isEqualTo(LocalDate.now(clock) + " 10");
        }
    }

    private static String told(EventReader reader) {
        JsonNode batch = reader.answer().at("/data/needsPublished/batch");
        return batch.at("/publishedOn").asString() + " " + batch.at("/needs").asInt();
    }

    @Test
    void tellOfficersWhatACharityWishesAndTheCharityNothing() {
        List<JsonNode> needs = families.state(families.families(10), Map.of());
        publish();
        JsonNode offer = charities.offered("CHARITY-A", Map.of());
        String wanted = shown("CHARITY-A").at("/nodes/0/pseudonym").asString();

        assertThat(done(ask("CHARITY-A", wanted, offer), "askForPairing").at("/need").asString())
                .isEqualTo(wanted);
        ask("CHARITY-A", wanted, offer);

        JsonNode wishes = wishes("MZ-COUNTY");
        assertThat(wishes).hasSize(1);
        assertThat(needs.stream().map(one -> one.at("/id").asString()))
                .contains(wishes.at("/0/need").asString());
        assertThat(wishes("YB-COUNTY")).isEmpty();
        done(
                hub.ask(
                        "MZ-COUNTY",
                        "mutation ($n: ID!, $o: ID!) { proposePairing(input: {need: $n, offer:"
                                + " $o}) { id } }",
                        Map.of(
                                "n", wishes.at("/0/need").asString(),
                                "o", wishes.at("/0/offer").asString())),
                "proposePairing");
        assertThat(wishes("MZ-COUNTY")).as("what was taken up").isEmpty();
        assertThat(hub.ask("CHARITY-A", "{ pairings { nodes { id } } }").at("/data/pairings/nodes"))
                .as("before consent")
                .isEmpty();
    }

    @Test
    void dismissAWishOnceAndForAll() {
        families.state(families.families(10), Map.of());
        publish();
        JsonNode offer = charities.offered("CHARITY-A", Map.of());
        ask("CHARITY-A", shown("CHARITY-A").at("/nodes/0/pseudonym").asString(), offer);
        String wish = wishes("MZ-COUNTY").at("/0/id").asString();
        String dismiss = "mutation ($w: ID!) { dismissPairingWish(input: {id: $w}) { open } }";

        assertThat(code(hub.ask("YB-COUNTY", dismiss, Map.of("w", wish))))
                .isEqualTo("WISH_NOT_FOUND");
        assertThat(
                        done(hub.ask("MZ-COUNTY", dismiss, Map.of("w", wish)), "dismissPairingWish")
                                .at("/open")
                                .asBoolean())
                .isFalse();
        assertThat(wishes("MZ-COUNTY")).isEmpty();
        assertThat(code(hub.ask("MZ-COUNTY", dismiss, Map.of("w", wish))))
                .isEqualTo("WISH_NOT_FOUND");
    }

    @Test
    void tellWhomSomethingIsShownOfAndWhoAskedForThem() {
        List<NeedyFamilies.Member> members = families.families(10);
        families.state(members, Map.of());
        int before = looks();

        publish();
        assertThat(looks()).as("published").isEqualTo(before + 1);

        JsonNode offer = charities.offered("CHARITY-A", Map.of());
        shown("CHARITY-A")
                .at("/nodes")
                .forEach(one -> ask("CHARITY-A", one.at("/pseudonym").asString(), offer));
        assertThat(looks()).as("asked for, and read by nobody").isEqualTo(before + 2);
    }

    /** {@return entries of the log of the first of them} */
    private int looks() {
        return hub.ask(
                        "CITIZEN",
                        new Reason("H", null),
                        "{ accessLog { totalCount nodes { sentence } } }",
                        Map.of())
                .at("/data/accessLog/totalCount")
                .asInt();
    }
}
