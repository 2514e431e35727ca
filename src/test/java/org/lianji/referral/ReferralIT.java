package org.lianji.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import org.lianji.platform.Reason;
import org.lianji.sharing.MovingClock;
import org.lianji.workers.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Needs, offers and consent: who learns of whom, and until when. */
@HubTest
@Import(MovingClock.class)
class ReferralIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String HERE = "150924106001";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String NAME = "某慈善会";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");
    private static final String CONSENT =
            ", until: \"%s\", name: \"老李\", phone: \"0474-1234567\"".formatted(TODAY.plusDays(20));
    private static final String SHOWN =
            "{ id version state consentUntil recipient { name phone address } }";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    @Autowired ReferralLapse lapse;

    @Autowired TestClock clock;

    private Charities charities;
    private Monitored city;
    private Reason matter;
    private String person;

    @BeforeEach
    void somebodyIsKnown() {
        clock.set(Instant.now());
        charities = new Charities(hub);
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, TODAY);
        matter = hub.matter("MZ-COUNTY", CITIZEN);
        person = city.token("GA01", CITIZEN);
    }

    @Test
    void openAPersonByTheirConsentAloneAndCloseThemWhenItIsTakenBack() {
        charities.approved("CHARITY-A");
        charities.approved("CHARITY-B");
        JsonNode offer = charities.offered("CHARITY-A", Map.of());
        JsonNode pairing = proposed(need(4), offer);
        assertThat(seen("CHARITY-A")).as("before consent").isEmpty();
        assertThat(seen("CITIZEN")).hasSize(1);

        JsonNode consented = consented("CITIZEN", pairing);

        assertThat(seen("CHARITY-B")).as("another charity").isEmpty();
        assertThat(
                        hub.ask("CHARITY-B", "{ node(id: \"%s\") { id } }".formatted(id(pairing)))
                                .at("/data/node")
                                .isNull())
                .isTrue();
        JsonNode recipient = seen("CHARITY-A").at("/0/recipient");
        assertThat(recipient.at("/name").asString()).isEqualTo("老李");
        assertThat(recipient.at("/phone").asString()).isEqualTo("0474-1234567");
        assertThat(recipient.at("/address").isNull()).as("what was not named").isTrue();
        assertThat(log())
                .contains("53150900MJ0000018Q")
                .contains("您本人同意由", "知悉您的姓名、联系电话，至")
                .contains("凭您的同意查看了您的姓名、联系电话。")
                .doesNotContain("去标识", "地址。");

        JsonNode accepted = charities.taken("CHARITY-A", "acceptPairing", "", consented);
        done(step("CITIZEN", "revokeConsent", "", accepted), "revokeConsent");

        assertThat(seen("CHARITY-A").at("/0/recipient").isNull()).as("after revocation").isTrue();
        assertThat(seen("CHARITY-A").at("/0/state").asString()).isEqualTo("REVOKED");
        proposed(need("OPEN"), offer);
    }

    @Test
    void goFromTheNeedToTheConfirmedHelpAndThenCloseThePerson() {
        charities.approved("CHARITY-A");
        JsonNode pairing = proposed(need(4), charities.offered("CHARITY-A", Map.of()));
        assertThat(code(step("MZ-COUNTY", "consentToPairing", CONSENT, pairing)))
                .as("who proposed it")
                .isEqualTo("OWN_PAIRING");
        JsonNode one = consented("MZ-TOWN", pairing);
        for (String step : List.of("acceptPairing", "startHelp", "deliverHelp")) {
            one = charities.taken("CHARITY-A", step, "", one);
        }
        assertThat(seen("CHARITY-A").at("/0/recipient/name").asString()).isEqualTo("老李");
        assertThat(code(step("MZ-COUNTY", "confirmHelp", ", satisfaction: 5", one)))
                .as("who proposed it")
                .isEqualTo("OWN_PAIRING");

        JsonNode confirmed =
                done(step("CITIZEN", "confirmHelp", ", satisfaction: 5", one), "confirmHelp");

        assertThat(confirmed.at("/state").asString()).isEqualTo("CONFIRMED");
        assertThat(seen("CHARITY-A").at("/0/recipient").isNull()).isTrue();
        assertThat(need("MET").isMissingNode()).isFalse();
        assertThat(log())
                .as("what an officer wrote down for the person, and what the hub did by itself")
                .contains("民政局记下了您的同意：由" + NAME)
                .contains("知悉您的姓名、联系电话，至" + DAY.format(TODAY.plusDays(20)) + "止。")
                .contains(NAME + "（统一社会信用代码53150900MJ0000018Q）为提供帮扶，凭您的同意查看了")
                .contains("平台办理了为您联系慈善帮扶的事项。")
                .doesNotContain("另一位依法可以查询的个人");
        assertThat(given())
                .isEqualTo(
                        "[{\"recordNo\":\"%1$s\",\"providerUscc\":\"53150900MJ0000018Q\",\"project\":\"暖冬\",\"form\":\"SERVICE\",\"serviceType\":\"DAILY_CARE\",\"units\":4,\"value\":null,\"deliveredOn\":\"%2$s\",\"needNo\":\"%1$s\",\"satisfaction\":5}]"
                                .formatted(id(pairing), TODAY));
    }

    /** {@return the records of help that the leading department reads of the person} */
    private String given() {
        return hub.ask(
                        "MZ",
                        hub.matter("MZ", CITIZEN),
                        "{ records(category: MZ14) { nodes { recordNo ... on CharityHelp {"
                                + " providerUscc project form serviceType units value deliveredOn"
                                + " needNo satisfaction } } } }",
                        Map.of())
                .at("/data/records/nodes")
                .toString();
    }

    /**
     * An officer's note may tell of violence at home, which the charity and a guardian don't read.
     */
    @Test
    void tellNobodyButOfficersWhatOfficersWrote() {
        charities.approved("CHARITY-A");
        JsonNode pairing =
                done(
                        hub.ask(
                                "MZ-COUNTY",
                                "mutation ($need: ID!, $offer: ID!) { proposePairing(input: {need:"
                                        + " $need, offer: $offer, note: \"家中有暴力\"}) "
                                        + SHOWN
                                        + " }",
                                Map.of(
                                        "need",
                                        id(need(4)),
                                        "offer",
                                        id(charities.offered("CHARITY-A", Map.of())))),
                        "proposePairing");
        JsonNode one = consented("CITIZEN", pairing);
        one = charities.taken("CHARITY-A", "acceptPairing", ", note: \"周三上门\"", one);
        done(step("CITIZEN", "revokeConsent", "", one), "revokeConsent");

        assertThat(notes("MZ-COUNTY")).contains("周三上门", "家中有暴力");
        assertThat(notes("CHARITY-A")).contains("周三上门").doesNotContain("家中有暴力");
        assertThat(notes("CITIZEN")).contains("周三上门").doesNotContain("家中有暴力");
    }

    private String notes(String client) {
        return hub.ask(client, "{ pairings { nodes { history { note } } } }")
                .at("/data/pairings/nodes")
                .toString();
    }

    @Test
    void lapseWhenTheLastDayIsOverAndOpenNobodyAfterIt() {
        charities.approved("CHARITY-A");
        JsonNode offer = charities.offered("CHARITY-A", Map.of());
        consented("CITIZEN", proposed(need(4), offer));
        JsonNode waiting =
                proposed(
                        need("COMPANY", 2),
                        charities.offered("CHARITY-A", Map.of("kind", "COMPANY")));
        clock.advance(Duration.ofDays(20));
        lapse.lapse();
        assertThat(states("PROPOSED")).as("its last day is still to come").hasSize(1);
        assertThat(states("CONSENTED")).as("its last day").hasSize(1);

        clock.advance(Duration.ofDays(1));
        lapse.lapse();

        assertThat(seen("CHARITY-A").at("/0/state").asString()).isEqualTo("LAPSED");
        assertThat(seen("CHARITY-A").at("/0/recipient").isNull()).isTrue();
        assertThat(need("OPEN").isMissingNode()).as("open for another charity").isFalse();
        clock.advance(Duration.ofDays(10));
        lapse.lapse();
        lapse.lapse();
        assertThat(states("LAPSED")).hasSize(2);
        assertThat(need("OPEN").isMissingNode()).as("its own last day is over").isTrue();
        assertThat(code(step("CITIZEN", "declinePairing", "", waiting)))
                .isEqualTo("VERSION_CONFLICT");
    }

    private JsonNode states(String state) {
        return hub.ask("MZ-COUNTY", "{ pairings(state: %s) { nodes { id } } }".formatted(state))
                .at("/data/pairings/nodes");
    }

    @Test
    void showASuspendedCharityNobodyFromTheNextRequestOn() {
        JsonNode approved = charities.approved("CHARITY-A");
        consented("CITIZEN", proposed(need(4), charities.offered("CHARITY-A", Map.of())));
        assertThat(seen("CHARITY-A")).hasSize(1);

        charities.taken("MZ", "suspendCharity", ", note: \"核查\"", approved);

        assertThat(seen("CHARITY-A")).isEmpty();
    }

    /** Nobody waits for help that will not come: what they need is open again. */
    @Test
    void endWhatWaitsForAnOfferThatIsTakenBack() {
        charities.approved("CHARITY-A");
        JsonNode care = charities.offered("CHARITY-A", Map.of());
        JsonNode company = charities.offered("CHARITY-A", Map.of("kind", "COMPANY"));
        JsonNode food = charities.offered("CHARITY-A", Map.of("kind", "FOOD"));
        JsonNode asked = proposed(need(4), care);
        JsonNode agreed = consented("CITIZEN", proposed(need("COMPANY", 2), company));
        JsonNode begun =
                charities.taken(
                        "CHARITY-A",
                        "acceptPairing",
                        "",
                        consented("CITIZEN", proposed(need("FOOD", 2), food)));

        List.of(care, company, food)
                .forEach(one -> charities.taken("CHARITY-A", "withdrawOffer", "", one));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(all("helpNeeds", "OPEN")).hasSize(2));
        assertThat(all("pairings", "WITHDRAWN")).containsExactlyInAnyOrder(id(asked), id(agreed));
        assertThat(all("pairings", "ACCEPTED")).as("what was taken on").containsExactly(id(begun));
        assertThat(seen("CHARITY-A").findValues("recipient"))
                .filteredOn(one -> !one.isNull())
                .as("whom it still helps")
                .hasSize(1);
        assertThat(
                        hub.ask(
                                        "CITIZEN",
                                        "{ pairings(state: WITHDRAWN) { nodes { history {"
                                                + " transition } } } }")
                                .toString())
                .contains("OFFER_END");
    }

    @Test
    void endWhatWaitsForACharityThatIsSuspendedAndLetOfficersEndWhatHasBegun() {
        JsonNode approved = charities.approved("CHARITY-A");
        JsonNode asked = proposed(need(4), charities.offered("CHARITY-A", Map.of()));
        JsonNode begun =
                begun(
                        need("COMPANY", 2),
                        charities.offered("CHARITY-A", Map.of("kind", "COMPANY")));
        assertThat(code(step("MZ-COUNTY", "withdrawPairing", "", begun)))
                .as("while the charity helps")
                .isEqualTo("HELP_UNDER_WAY");

        charities.taken("MZ", "suspendCharity", ", note: \"核查\"", approved);

        assertThat(code(step("CITIZEN", "consentToPairing", CONSENT, asked))).isNotEmpty();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(all("pairings", "WITHDRAWN")).containsExactly(id(asked)));
        assertThat(all("helpNeeds", "OPEN")).hasSize(1);
        assertThat(all("pairings", "DELIVERING")).containsExactly(id(begun));

        done(step("MZ-COUNTY", "withdrawPairing", "", begun), "withdrawPairing");

        assertThat(all("helpNeeds", "OPEN")).hasSize(2);
    }

    /** What was left before the hub ended it by itself is ended in the morning. */
    @Test
    void endInTheMorningWhatWasLeftWaiting() {
        JsonNode approved = charities.approved("CHARITY-A");
        JsonNode asked = proposed(need(4), charities.offered("CHARITY-A", Map.of()));
        charities.taken("MZ", "suspendCharity", ", note: \"核查\"", approved);

        lapse.lapse();

        assertThat(all("pairings", "WITHDRAWN")).containsExactly(id(asked));
    }

    private JsonNode begun(JsonNode need, JsonNode offer) {
        JsonNode one = consented("CITIZEN", proposed(need, offer));
        one = charities.taken("CHARITY-A", "acceptPairing", "", one);
        return charities.taken("CHARITY-A", "startHelp", "", one);
    }

    private List<String> all(String list, String state) {
        return hub.ask("MZ-COUNTY", "{ %s(state: %s) { nodes { id } } }".formatted(list, state))
                .at("/data/" + list + "/nodes")
                .findValuesAsString("id");
    }

    /** {@return the day of the help that was delivered} */
    private String delivered() {
        JsonNode answer =
                hub.ask("MZ-COUNTY", "{ pairings(state: DELIVERED) { nodes { deliveredOn } } }");
        JsonNode day = answer.at("/data/pairings/nodes/0/deliveredOn");
        assertThat(day.isString()).as(answer.toString()).isTrue();
        return day.asString();
    }

    /** Help of the last day is told some days later, and stays help of the last day. */
    @Test
    void tellWhatWasGivenByTheLastDaySomeDaysAfterIt() {
        charities.approved("CHARITY-A");
        JsonNode told = begun(need(4), charities.offered("CHARITY-A", Map.of()));
        JsonNode late =
                begun(
                        need("COMPANY", 2),
                        charities.offered("CHARITY-A", Map.of("kind", "COMPANY")));
        clock.advance(Duration.ofDays(27));
        lapse.lapse();
        assertThat(all("pairings", "DELIVERING")).hasSize(2);
        assertThat(seen("CHARITY-A").at("/0/recipient").isNull()).as("consent is over").isTrue();

        charities.taken("CHARITY-A", "deliverHelp", "", told);
        clock.advance(Duration.ofDays(1));

        assertThat(code(step("CHARITY-A", "deliverHelp", late))).isEqualTo("CONSENT_OVER");
        lapse.lapse();
        assertThat(all("pairings", "LAPSED")).containsExactly(id(late));
        assertThat(delivered()).isEqualTo(TODAY.plusDays(20).toString());
    }

    /** Who takes the consent back while help is under way is not known any more at once. */
    @Test
    void tellWhatWasGivenUntilTheConsentWasTakenBack() {
        charities.approved("CHARITY-A");
        JsonNode told = begun(need(4), charities.offered("CHARITY-A", Map.of()));
        JsonNode left =
                begun(
                        need("COMPANY", 2),
                        charities.offered("CHARITY-A", Map.of("kind", "COMPANY")));
        told = done(step("CITIZEN", "revokeConsent", "", told), "revokeConsent");
        left = done(step("CITIZEN", "revokeConsent", "", left), "revokeConsent");
        assertThat(seen("CHARITY-A").findValues("recipient"))
                .allSatisfy(one -> assertThat(one.isNull()).isTrue());
        assertThat(code(step("CITIZEN", "revokeConsent", "", left))).isEqualTo("CONSENT_OVER");

        clock.advance(Duration.ofDays(7));
        lapse.lapse();
        charities.taken("CHARITY-A", "deliverHelp", "", told);
        done(step("MZ-COUNTY", "withdrawPairing", "", left), "withdrawPairing");

        assertThat(all("helpNeeds", "OPEN")).as("what was not given").hasSize(1);
        assertThat(delivered()).isEqualTo(TODAY.toString());
    }

    private JsonNode step(String client, String mutation, JsonNode one) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!) { %s(step: {id: $id, version: $version}) { id } }"
                        .formatted(mutation),
                Map.of("id", id(one), "version", one.at("/version").asInt()));
    }

    @Test
    void askNobodyForWhoHasDied() {
        charities.approved("CHARITY-A");
        JsonNode pairing = proposed(need(4), charities.offered("CHARITY-A", Map.of()));
        need("COMPANY", 2);
        city.contribute(
                "WJ01",
                List.of(
                        Map.of(
                                "recordNo",
                                "T-1",
                                "observedAt",
                                TODAY + "T00:00:00+08:00",
                                "idNumber",
                                CITIZEN,
                                "certNo",
                                "SW-9",
                                "diedOn",
                                TODAY.toString())));

        assertThat(code(step("MZ-TOWN", "consentToPairing", CONSENT, pairing)))
                .isEqualTo("HELPED_PERSON_DIED");
        assertThat(code(state("MZ-COUNTY", matter.basis(), person, 1)))
                .isEqualTo("HELPED_PERSON_DIED");
        assertThat(
                        hub.ask(
                                        "MZ-COUNTY",
                                        "mutation { matchNeeds(input: {dryRun: true}) { suggestions"
                                                + " { need } unserved { need } } }")
                                .at("/data/matchNeeds")
                                .toString())
                .isEqualTo("{\"suggestions\":[],\"unserved\":[]}");

        lapse.lapse();

        assertThat(all("pairings", "LAPSED")).containsExactly(id(pairing));
        assertThat(all("helpNeeds", "LAPSED")).hasSize(2);
        assertThat(all("helpNeeds", "OPEN")).isEmpty();
    }

    /** 社会救助法 §62. */
    @Test
    void areHandledByNobodyForTheirOwn() {
        charities.approved("CHARITY-A");
        JsonNode need = need(2);
        JsonNode other = need("COMPANY", 2);
        JsonNode offer = charities.offered("CHARITY-A", Map.of());
        charities.offered("CHARITY-A", Map.of("kind", "COMPANY"));
        JsonNode pairing = proposed(need, offer);
        Registry registry = new Registry(hub);
        registry.registered("mz-town", CITIZEN, "TOWN_OFFICER", "150924106000");

        assertThat(code(step("MZ-TOWN", "consentToPairing", CONSENT, pairing)))
                .isEqualTo("PAIRING_OF_RELATIVE");
        assertThat(code(step("MZ-TOWN", "withdrawPairing", "", pairing)))
                .isEqualTo("PAIRING_OF_RELATIVE");
        consented("CITIZEN", pairing);

        done(
                registry.register(
                        "MZ-COUNTY-2", "mz-county", CITIZEN, "COUNTY_OFFICER", Registry.COUNTY),
                "registerWorker");

        assertThat(code(propose(other, offer))).isEqualTo("PAIRING_OF_RELATIVE");
        assertThat(
                        code(
                                hub.ask(
                                        "MZ-COUNTY",
                                        "mutation ($id: ID!) { withdrawNeed(input: {id: $id,"
                                                + " version: 1}) { id } }",
                                        Map.of("id", id(other)))))
                .isEqualTo("NEED_OF_RELATIVE");
        assertThat(
                        hub.ask(
                                        "MZ-COUNTY",
                                        "mutation { matchNeeds(input: {dryRun: false}) {"
                                                + " suggestions { need } unserved { need } } }")
                                .at("/data/matchNeeds")
                                .toString())
                .as("another officer pairs it")
                .isEqualTo("{\"suggestions\":[],\"unserved\":[]}");
    }

    @Test
    void standInTheWorklistUntilThePersonHasAnsweredAndConfirmed() {
        charities.approved("CHARITY-A");
        JsonNode pairing = proposed(need(4), charities.offered("CHARITY-A", Map.of()));
        assertThat(clocks()).containsExactly("HELP_ANSWER");

        JsonNode one = consented("CITIZEN", pairing);
        assertThat(clocks()).containsExactly("HELP_REPORT");
        for (String step : List.of("acceptPairing", "startHelp", "deliverHelp")) {
            one = charities.taken("CHARITY-A", step, "", one);
        }
        assertThat(clocks()).containsExactly("HELP_CONFIRM");

        done(step("CITIZEN", "confirmHelp", ", satisfaction: 5", one), "confirmHelp");
        assertThat(clocks()).isEmpty();
    }

    private List<String> clocks() {
        JsonNode answer =
                hub.ask("MZ-COUNTY", "{ worklist { nodes { deadline { rule { code } } } } }");
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/worklist").findValuesAsString("code");
    }

    @Test
    void neverTakeMoreThanAnOfferHas() {
        charities.approved("CHARITY-A");
        JsonNode offer = charities.offered("CHARITY-A", Map.of("capacity", 5));
        JsonNode first = proposed(need(4), offer);
        assertThat(code(propose(need(2), offer))).isEqualTo("OFFER_FULL");

        done(step("CITIZEN", "declinePairing", "", first), "declinePairing");

        proposed(need(2), offer);
        assertThat(seen("CHARITY-A")).as("what was declined").isEmpty();
    }

    @Test
    void helpNobodyWithTheSameTwiceAtATime() {
        charities.approved("CHARITY-A");
        charities.approved("CHARITY-B");
        JsonNode first = proposed(need(4), charities.offered("CHARITY-A", Map.of()));
        JsonNode other = charities.offered("CHARITY-B", Map.of());
        JsonNode again = need(2);
        assertThat(code(propose(again, other))).isEqualTo("HELPED_ALREADY");
        assertThat(seen("MZ-COUNTY")).as("nothing is begun").hasSize(1);

        done(step("CITIZEN", "declinePairing", "", first), "declinePairing");

        proposed(again, other);
    }

    @Test
    void helpNobodyWhomAManagerOfTheCharityIsOrWhomAnOfferIsNotFor() {
        charities.approved("CHARITY-A", CITIZEN);
        charities.approved("CHARITY-B");
        JsonNode need = need(2);
        assertThat(code(propose(need, charities.offered("CHARITY-A", Map.of()))))
                .isEqualTo("OFFER_NOT_FIT");
        assertThat(
                        code(
                                propose(
                                        need,
                                        charities.offered(
                                                "CHARITY-B", Map.of("ages", List.of("UNDER_18"))))))
                .isEqualTo("OFFER_NOT_FIT");
        assertThat(
                        code(
                                propose(
                                        need,
                                        charities.offered(
                                                "CHARITY-B",
                                                Map.of("regions", List.of("150981000000"))))))
                .isEqualTo("OFFER_NOT_FIT");
        proposed(need, charities.offered("CHARITY-B", Map.of("ages", List.of("FROM_60"))));
    }

    @Test
    void stateANeedOnlyOfWhomABasisOfTheOfficersLeadsTo() {
        assertThat(code(state("MZ-TOWN", "Cnothing", person, 1))).isEqualTo("NEED_PERSON");
        assertThat(code(state("MZ-COUNTY", matter.basis(), "Pnobody", 1))).isEqualTo("NEED_PERSON");
        assertThat(code(state("YB-COUNTY", hub.matter("YB-COUNTY", CITIZEN).basis(), person, 1)))
                .as("it would tell where the person lives")
                .isEqualTo("NEEDS_OF_LEAD");
        assertThat(code(state("CHARITY-A", matter.basis(), person, 1)))
                .isEqualTo("NOT_FOR_CHARITIES");
        assertThat(code(hub.ask("CHARITY-A", "{ helpNeeds { nodes { id } } }")))
                .isEqualTo("NOT_FOR_CHARITIES");
    }

    @Test
    void areStatedWhereThePersonLivesNotWhereTheyAreRegistered() {
        city.contribute(
                "GA04",
                List.of(
                        Map.of(
                                "recordNo",
                                "R1",
                                "observedAt",
                                TODAY + "T00:00:00+08:00",
                                "idNumber",
                                CITIZEN,
                                "permitNo",
                                "J1",
                                "liveRegion",
                                "150981005000",
                                "from",
                                TODAY.minusDays(90).toString())));

        assertThat(code(state("MZ-COUNTY", matter.basis(), person, 1))).isEqualTo("NEED_PERSON");
    }

    @Test
    void whoANeedIsForIsReadIntoTheirLog() {
        need(4);
        long before = looks();

        hub.ask("MZ-COUNTY", "{ helpNeeds { nodes { id kind region } } }");
        assertThat(looks()).as("nobody named").isEqualTo(before);
        assertThat(
                        hub.ask("MZ-COUNTY", "{ helpNeeds { nodes { person region } } }")
                                .at("/data/helpNeeds/nodes/0")
                                .toString())
                .isEqualTo("{\"person\":\"%s\",\"region\":\"150924106000\"}".formatted(person));
        assertThat(looks()).isEqualTo(before + 1);
    }

    @Test
    void tellThePersonWhoHelpsAndWhatTheyHaveOpened() {
        charities.approved("CHARITY-A");
        JsonNode pairing = proposed(need(4), charities.offered("CHARITY-A", Map.of()));
        assertThat(provider().at("/provider/organisation").asString()).isNotEmpty();
        assertThat(provider().at("/provider/project").asString()).isNotEmpty();
        assertThat(provider().at("/recipient").isNull()).as("before consent").isTrue();

        consented("CITIZEN", pairing);

        assertThat(provider().at("/recipient/name").asString()).isEqualTo("老李");
        JsonNode bases = hub.ask("MZ", "{ bases(first: 50) { nodes { parties { department } } } }");
        assertThat(bases.has("errors")).as(bases.toString()).isFalse();
        assertThat(bases.toString()).contains("53150900MJ0000018Q");
    }

    private JsonNode provider() {
        return hub.ask(
                        "CITIZEN",
                        "{ pairings { nodes { provider { organisation project } recipient { name }"
                                + " } } }")
                .at("/data/pairings/nodes/0");
    }

    @Test
    void consentNamesSomebodyAndEndsWithTheOffer() {
        charities.approved("CHARITY-A");
        JsonNode pairing = proposed(need(4), charities.offered("CHARITY-A", Map.of()));

        assertThat(
                        code(
                                step(
                                        "CITIZEN",
                                        "consentToPairing",
                                        ", until: \"%s\", name: \"老李\""
                                                .formatted(TODAY.plusDays(61)),
                                        pairing)))
                .isEqualTo("CONSENT_TOO_LONG");
        assertThat(
                        code(
                                step(
                                        "CITIZEN",
                                        "consentToPairing",
                                        ", until: \"%s\", name: \"\\u200b\""
                                                .formatted(TODAY.plusDays(20)),
                                        pairing)))
                .isEqualTo("SAYS_NOTHING");
    }

    private JsonNode state(String client, String basis, String whom, int quantity) {
        return state(client, basis, whom, "DAILY_CARE", quantity);
    }

    private JsonNode state(String client, String basis, String whom, String kind, int quantity) {
        Map<String, Object> input = new HashMap<>();
        input.put("basis", basis);
        input.put("person", whom);
        input.put("kind", kind);
        input.put("quantity", quantity);
        input.put("urgency", "SOON");
        input.put("hardship", "OLD_AGE");
        input.put("until", TODAY.plusDays(30).toString());
        return hub.ask(
                client,
                "mutation ($input: HelpNeedInput!) { stateNeed(input: $input) { id version } }",
                Map.of("input", input));
    }

    private JsonNode need(int quantity) {
        return done(state("MZ-COUNTY", matter.basis(), person, quantity), "stateNeed");
    }

    private JsonNode need(String kind, int quantity) {
        return done(state("MZ-COUNTY", matter.basis(), person, kind, quantity), "stateNeed");
    }

    /** {@return the newest need in the state} */
    private JsonNode need(String state) {
        return hub.ask(
                        "MZ-COUNTY",
                        "{ helpNeeds(state: %s) { nodes { id version } } }".formatted(state))
                .at("/data/helpNeeds/nodes/0");
    }

    private JsonNode propose(JsonNode need, JsonNode offer) {
        return hub.ask(
                "MZ-COUNTY",
                "mutation ($need: ID!, $offer: ID!) { proposePairing(input: {need: $need, offer:"
                        + " $offer}) "
                        + SHOWN
                        + " }",
                Map.of("need", id(need), "offer", id(offer)));
    }

    private JsonNode proposed(JsonNode need, JsonNode offer) {
        return done(propose(need, offer), "proposePairing");
    }

    private JsonNode consented(String client, JsonNode pairing) {
        return done(step(client, "consentToPairing", CONSENT, pairing), "consentToPairing");
    }

    private JsonNode step(String client, String mutation, String more, JsonNode pairing) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!) { %s(input: {id: $id, version: $version%s}) %s }"
                        .formatted(mutation, more, SHOWN),
                Map.of("id", id(pairing), "version", pairing.at("/version").asInt()));
    }

    private JsonNode seen(String client) {
        JsonNode answer = hub.ask(client, "{ pairings { nodes " + SHOWN + " } }");
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/pairings/nodes");
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

    private String log() {
        return hub.ask(
                        "CITIZEN",
                        new Reason("H", null),
                        "{ accessLog(first: 50) { nodes { sentence } } }",
                        Map.of())
                .toString();
    }

    private static String id(JsonNode one) {
        return one.at("/id").asString();
    }
}
