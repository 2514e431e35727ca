package org.lianji.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.charity.Charities.code;
import static org.lianji.charity.Charities.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.charity.Charities;
import org.lianji.monitoring.Monitored;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What charities try, alone and together, to find out whose a published need is. */
@HubTest
@Import(MovingClock.class)
class PublishedNeedsAttackIT {

    private static final String NODES =
            "{ totalCount totalCountIsExact pageInfo { hasNextPage endCursor } edges { cursor node"
                + " { pseudonym kind quantity unit region hardship age urgency publishedOn until }"
                + " } }";

    private static final String ASK =
            "mutation ($need: ID!, $offer: ID!) { askForPairing(input: {need: $need, offer:"
                    + " $offer}) { need offer } }";

    private static final Map<String, Object> FOOD = Map.of("kind", "FOOD");
    private static final List<String> KINDS = List.of("DAILY_CARE", "FOOD", "COMPANY");
    private static final List<String> REGIONS =
            List.of("150900000000", "150924000000", "150924106000", "150924106001");

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
        charities.approved("CHARITY-B");
    }

    private int publish() {
        return done(hub.ask("MZ", "mutation { publishNeeds { needs } }"), "publishNeeds")
                .at("/needs")
                .asInt();
    }

    private int publishAfter(int days) {
        clock.advance(Duration.ofDays(days));
        return publish();
    }

    private JsonNode shown(String client) {
        return done(
                hub.ask(client, "{ publishedNeeds(first: 200) " + NODES + " }"), "publishedNeeds");
    }

    private List<String> pseudonyms(String client) {
        return shown(client).at("/edges").findValuesAsString("pseudonym");
    }

    private JsonNode ask(String client, String need, String offer) {
        return hub.ask(client, ASK, Map.of("need", need, "offer", offer));
    }

    private String offer(String client) {
        return charities.offered(client, Map.of()).at("/id").asString();
    }

    private JsonNode wishes() {
        return hub.ask("MZ-COUNTY", "{ pairingWishes(first: 200) { nodes { need organisation } } }")
                .at("/data/pairingWishes/nodes");
    }

    /** {@return all that a charity can ask, answered} */
    private String everything(String client) {
        StringBuilder answers = new StringBuilder().append(shown(client));
        for (String kind : KINDS) {
            for (String region : REGIONS) {
                answers.append(
                        hub.ask(
                                client,
                                "{ publishedNeeds(kind: %s, region: \"%s\", first: 3) %s }"
                                        .formatted(kind, region, NODES)));
            }
        }
        String page = "{ publishedNeeds(last: 4) " + NODES + " }";
        return answers.append(hub.ask(client, page))
                .append(hub.ask(client, "{ pairings { totalCount nodes { id } } }"))
                .append(hub.ask(client, "{ helpOffers { totalCount nodes { id version } } }"))
                .toString();
    }

    private void step(String client, String mutation, String id, int version) {
        done(
                hub.ask(
                        client,
                        "mutation ($id: ID!, $v: Int!) { %s(input: {id: $id, version: $v}) { id } }"
                                .formatted(mutation),
                        Map.of("id", id, "v", version)),
                mutation);
    }

    @Test
    void oneMoreInACellOfNineBringsTenAndOneMoreInACellOfTenBringsNothing() {
        families.state(families.families(9), Map.of());
        assertThat(publish()).isZero();
        assertThat(pseudonyms("CHARITY-A")).isEmpty();

        families.state(families.families(1), Map.of());
        assertThat(publish()).as("once a day").isZero();
        assertThat(publishAfter(1)).isEqualTo(10);
        String ten = everything("CHARITY-A");
        List<String> known = pseudonyms("CHARITY-A");

        families.state(families.families(1), Map.of());
        assertThat(publishAfter(1)).as("the eleventh would be known as new").isZero();
        assertThat(everything("CHARITY-A")).isEqualTo(ten);

        assertThat(publishAfter(6)).as("with all who are still open").isEqualTo(11);
        assertThat(pseudonyms("CHARITY-A")).hasSize(11).doesNotContainAnyElementsOf(known);
    }

    @Test
    void whatBecomesOfANeedShowsNothingUntilAllOfItsDayDisappear() {
        List<JsonNode> needs = families.state(families.families(10), Map.of());
        publish();
        String offer = offer("CHARITY-B");
        String before = everything("CHARITY-A");

        step("MZ-COUNTY", "withdrawNeed", needs.get(0).at("/id").asString(), 1);
        String pairing =
                done(
                                hub.ask(
                                        "MZ-COUNTY",
                                        "mutation ($n: ID!, $o: ID!) { proposePairing(input: {need:"
                                                + " $n, offer: $o}) { id } }",
                                        Map.of("n", needs.get(1).at("/id").asString(), "o", offer)),
                                "proposePairing")
                        .at("/id")
                        .asString();
        assertThat(everything("CHARITY-A")).as("paired").isEqualTo(before);
        done(
                hub.ask(
                        "MZ-TOWN",
                        "mutation ($p: ID!, $u: Date!) { consentToPairing(input: {id: $p, version:"
                                + " 1, until: $u, name: \"某\"}) { id } }",
                        Map.of("p", pairing, "u", LocalDate.now(clock).plusDays(20).toString())),
                "consentToPairing");
        assertThat(everything("CHARITY-A")).as("consented to another").isEqualTo(before);
        step("MZ-TOWN", "revokeConsent", pairing, 2);
        assertThat(publishAfter(1)).as("what is open again is shown already").isZero();
        assertThat(everything("CHARITY-A")).as("revoked").isEqualTo(before);

        clock.advance(Duration.ofDays(5));
        assertThat(everything("CHARITY-A")).as("its last day").isEqualTo(before);
        assertThat(publishAfter(1)).as("nine are open").isZero();
        assertThat(pseudonyms("CHARITY-A")).isEmpty();
    }

    /** Two worlds that differ in one family's need: nobody can tell which of them this is. */
    @Test
    void worldsThatDifferInOneNeedBelowTheThresholdAnswerByteForByteAlike() {
        families.state(families.families(10), Map.of());
        publish();
        families.state(families.families(8), FOOD);
        publishAfter(1);
        String a = everything("CHARITY-A");
        String b = everything("CHARITY-B");

        families.state(families.families(1), FOOD);
        publishAfter(1);

        assertThat(everything("CHARITY-A")).isEqualTo(a);
        assertThat(everything("CHARITY-B")).isEqualTo(b);
    }

    @Test
    void noFilterLeavesFewerThanTen() {
        families.state(families.families(10), Map.of());
        families.state(families.families(6), Map.of("kind", "FOOD", "urgency", "AT_ONCE"));
        families.state(families.families(6), Map.of("kind", "FOOD", "hardship", "ILLNESS"));
        families.state(families.families(7), Map.of("kind", "COMPANY"));
        assertThat(publish()).isEqualTo(22);

        Set<Integer> sizes = new HashSet<>();
        for (String kind : KINDS) {
            for (String region : REGIONS) {
                sizes.add(
                        hub.ask(
                                        "CHARITY-A",
                                        "{ publishedNeeds(kind: %s, region: \"%s\") { totalCount } }"
                                                .formatted(kind, region))
                                .at("/data/publishedNeeds/totalCount")
                                .asInt());
            }
        }
        assertThat(sizes).containsExactlyInAnyOrder(0, 10, 12);
        assertThat(shown("CHARITY-A").at("/edges"))
                .filteredOn(one -> one.at("/node/kind").asString().equals("FOOD"))
                .allSatisfy(
                        one -> {
                            assertThat(one.at("/node/urgency").isNull()).isTrue();
                            assertThat(one.at("/node/hardship").isNull()).isTrue();
                        });
    }

    @Test
    void twoCharitiesTogetherCannotTellWhichOfTheirsAreTheSame() {
        List<String> stated = new ArrayList<>();
        families.state(families.families(10), Map.of())
                .forEach(need -> stated.add(need.at("/id").asString()));
        publish();
        List<String> a = pseudonyms("CHARITY-A");
        List<String> b = pseudonyms("CHARITY-B");
        assertThat(a).hasSize(10).isSorted().doesNotContainAnyElementsOf(b);
        assertThat(shown("CHARITY-A").at("/edges").findValuesAsString("cursor"))
                .doesNotContainAnyElementsOf(
                        shown("CHARITY-B").at("/edges").findValuesAsString("cursor"));

        List<String> first = order("CHARITY-A", a);
        List<String> second = order("CHARITY-B", b);

        assertThat(first).containsExactlyInAnyOrderElementsOf(stated).isNotEqualTo(stated);
        assertThat(second).containsExactlyInAnyOrderElementsOf(stated).isNotEqualTo(stated);
        assertThat(first).as("place by place").isNotEqualTo(second);
        String cursor = shown("CHARITY-A").at("/pageInfo/endCursor").asString();
        assertThat(
                        code(
                                hub.ask(
                                        "CHARITY-B",
                                        "{ publishedNeeds(after: \"%s\") { totalCount } }"
                                                .formatted(cursor))))
                .isEqualTo("CURSOR");
    }

    /** {@return the needs in the order in which a charity sees them, as only officers know} */
    private List<String> order(String client, List<String> pseudonyms) {
        String offer = offer(client);
        List<String> needs = new ArrayList<>();
        for (String pseudonym : pseudonyms) {
            clock.advance(Duration.ofSeconds(1));
            done(ask(client, pseudonym, offer), "askForPairing");
            needs.add(wishes().at("/0/need").asString());
        }
        return needs;
    }

    @Test
    void unknownForeignAndForgottenPseudonymsAnswerAlikeAndSoDoOpenAndSettledNeeds() {
        List<JsonNode> needs = families.state(families.families(10), Map.of());
        publish();
        String offer = offer("CHARITY-A");
        List<String> own = pseudonyms("CHARITY-A");
        String unknown = ask("CHARITY-A", "Inobody", offer).toString();
        assertThat(unknown).contains("NEED_NOT_PUBLISHED");
        assertThat(ask("CHARITY-A", pseudonyms("CHARITY-B").getFirst(), offer).toString())
                .isEqualTo(unknown);
        assertThat(ask("CHARITY-A", needs.getFirst().at("/id").asString(), offer).toString())
                .as("the need's own identifier")
                .isEqualTo(unknown);

        needs.subList(0, 5)
                .forEach(need -> step("MZ-COUNTY", "withdrawNeed", need.at("/id").asString(), 1));
        own.forEach(one -> answersAlike(one, offer));
        assertThat(wishes()).as("for those that are open").hasSize(5);
        clock.advance(Duration.ofDays(13));
        publish();
        own.forEach(one -> answersAlike(one, offer));
        publishAfter(1);
        assertThat(ask("CHARITY-A", own.getFirst(), offer).toString())
                .as("long after")
                .isEqualTo(unknown);
    }

    private void answersAlike(String pseudonym, String offer) {
        assertThat(ask("CHARITY-A", pseudonym, offer).at("/data/askForPairing").toString())
                .isEqualTo("{\"need\":\"%s\",\"offer\":\"%s\"}".formatted(pseudonym, offer));
    }

    @Test
    void manyProbingOffersAreStoppedAndSoIsWhoeverIsSuspended() {
        families.state(families.families(10), Map.of());
        publish();
        List<String> own = pseudonyms("CHARITY-A");
        String offer = offer("CHARITY-A");
        for (int round = 0; round < 5; round++) {
            own.forEach(need -> done(ask("CHARITY-A", need, offer), "askForPairing"));
        }
        assertThat(code(ask("CHARITY-A", own.getFirst(), offer)))
                .as("each repeat is an entry, too")
                .isEqualTo("ASKS_TODAY");
        String more = offer("CHARITY-A");
        assertThat(code(ask("CHARITY-A", own.getFirst(), more))).isEqualTo("ASKS_TODAY");
        assertThat(code(ask("CHARITY-A", "Inobody", more))).isEqualTo("ASKS_TODAY");
        assertThat(code(ask("CHARITY-B", pseudonyms("CHARITY-B").getFirst(), more)))
                .as("another's offer")
                .isEqualTo("OFFER_NOT_SUITABLE");
        clock.advance(Duration.ofDays(1));
        done(ask("CHARITY-A", own.getFirst(), more), "askForPairing");

        JsonNode charity =
                hub.ask("CHARITY-A", "{ charityOrganisations { nodes { id version } } }")
                        .at("/data/charityOrganisations/nodes/0");
        charities.taken("MZ", "suspendCharity", ", note: \"核查\"", charity);

        assertThat(pseudonyms("CHARITY-A")).isEmpty();
        assertThat(code(ask("CHARITY-A", own.getFirst(), more)))
                .isEqualTo("ORGANISATION_NOT_APPROVED");
    }
}
