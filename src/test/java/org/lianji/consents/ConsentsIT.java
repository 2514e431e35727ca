package org.lianji.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.code;
import static org.lianji.assistance.Town.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.assistance.Town;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.people.People;
import org.lianji.platform.Digests;
import org.lianji.platform.Reason;
import org.lianji.review.ReviewOffices;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Nobody is asked about without their consent: who applies, the family, a relative outside it. */
@HubTest
@Import({MovingClock.class, ReviewOffices.class})
class ConsentsIT {

    /** The demo client {@code citizen} speaks for this person, who applies. */
    private static final String CITIZEN = "152627195801035714";

    private static final String WIFE = "150924196004020026";

    /** Of ten, of the family, whose mother lives elsewhere. */
    private static final String CHILD = "150924201605010011";

    /** The demo client {@code citizen-guardian} speaks for their daughter, outside the family. */
    private static final String DAUGHTER = "152631199612132788";

    private static final String STRANGER = "150924198507080038";

    /** The demo client {@code citizen-former} speaks for them. */
    private static final String FORMER = "152601195604079079";

    private static final LocalDate SINCE = LocalDate.parse("2026-10-01");

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;
    @Autowired Neo4jClient graph;
    @Autowired People people;

    private Town town;
    private Monitored city;

    @BeforeEach
    void aFamilyAndADaughterElsewhere() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        town = new Town(hub);
        city = new Monitored(hub, catalogue);
        Agreed agreed = new Agreed(hub);
        agreed.on(
                "GA",
                "MZ",
                "A",
                "S4",
                List.of(),
                List.of("GA01.hukouNo", "GA01.relationToHead", "GA01.hukouRegion"));
        agreed.on(
                "GA",
                "MZ",
                "A",
                "S4",
                List.of(),
                Stream.of("state", "usage", "vehicleType", "value", "registeredOn")
                        .map(item -> "GA03." + item)
                        .toList());
        city.register(CITIZEN, HERE, SINCE);
        city.register("9", DAUGHTER, HERE, SINCE);
        city.register("8", STRANGER, HERE, SINCE);
        city.register("6", FORMER, HERE, SINCE);
        member("2", WIFE, "SPOUSE", "1960-04-02", "H1");
        member("3", CHILD, "GRANDCHILD", "2016-05-01", "H1");
        car("1", DAUGHTER);
        duty(DAUGHTER, CHILD, "GUARDIAN");
    }

    private void member(String no, String number, String relation, String born, String hukou) {
        city.contribute(
                "GA01",
                List.of(
                        Map.of(
                                "recordNo", no,
                                "observedAt", SINCE + "T00:00:00+08:00",
                                "idNumber", number,
                                "hukouNo", hukou,
                                "relationToHead", relation,
                                "hukouRegion", HERE,
                                "name", "某某",
                                "sex", number.charAt(16) % 2 == 0 ? "FEMALE" : "MALE",
                                "birthDate", born)));
    }

    private void car(String no, String number) {
        city.contribute(
                "GA03",
                List.of(
                        Map.of(
                                "recordNo", no,
                                "observedAt", "2026-10-02T00:00:00+08:00",
                                "idNumber", number,
                                "plateTail", "A12",
                                "vehicleType", "SMALL_PASSENGER",
                                "registeredOn", "2024-05-01",
                                "state", "NORMAL",
                                "value", "90000.00")));
    }

    private void duty(String from, String to, String kind) {
        graph.query(
                        "MATCH (a:Person {id: $from}), (b:Person {id: $to}) CREATE (a)-[:SUPPORTS"
                                + " {kind: $kind, from: date('2020-01-01')}]->(b)")
                .bindAll(Map.of("from", token(from), "to", token(to), "kind", kind))
                .run();
    }

    private String token(String number) {
        return people.of(number).orElseThrow();
    }

    private List<JsonNode> consents(String client, JsonNode one) {
        List<JsonNode> found = new ArrayList<>();
        hub.ask(
                        client,
                        "query ($id: ID!) { case(id: $id) { consents { id version state whose"
                            + " relation consentNo signedOn until inForce revokedAt recordedBy"
                            + " person { id } answers { source status found } allowedTransitions }"
                            + " } }",
                        Map.of("id", one.at("/id").asString()))
                .at("/data/case/consents")
                .forEach(found::add);
        return found;
    }

    private JsonNode consent(JsonNode one, String number) {
        return consents(TOWN, one).stream()
                .filter(it -> it.at("/whose").asString().equals(token(number)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> missing(JsonNode one) {
        List<String> found = new ArrayList<>();
        hub.ask(
                        TOWN,
                        "query ($id: ID!) { case(id: $id) { consentsMissing } }",
                        Map.of("id", one.at("/id").asString()))
                .at("/data/case/consentsMissing")
                .forEach(it -> found.add(it.asString()));
        return found;
    }

    private JsonNode record(
            String client, JsonNode one, String number, String relation, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>();
        input.put("caseId", one.at("/id").asString());
        input.put("idNumber", number);
        input.put("relation", relation);
        input.put("consentNo", "SQ-2026-9");
        if (relation.equals("SUPPORTER")) {
            input.put("until", "2026-12-31");
            input.put("note", "户口簿迁出页载明系申请人之女");
        }
        input.putAll(more);
        input.values().removeIf(""::equals);
        return hub.ask(
                client,
                "mutation ($input: CaseConsentInput!) { recordCaseConsent(input: $input) { id"
                        + " version state whose relation until inForce person { id } } }",
                Map.of("input", input));
    }

    private JsonNode supports(JsonNode one) {
        return done(record(TOWN, one, DAUGHTER, "SUPPORTER", Map.of()));
    }

    private JsonNode revoke(String client, JsonNode consent) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!) { revokeCaseConsent(input: {id: $id, version:"
                        + " $version, note: \"本人到窗口提出\"}) { id version state inForce } }",
                Map.of(
                        "id", consent.at("/id").asString(),
                        "version", consent.at("/version").asInt()));
    }

    private JsonNode revokeMine(String client, JsonNode consent) {
        String id = consent.at("/consent").asString(consent.at("/id").asString(""));
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!) { revokeMyCaseConsent(input: {id: $id,"
                        + " version: $version}) { state inForce canRevoke } }",
                Map.of("id", id, "version", consent.at("/version").asInt()));
    }

    private List<JsonNode> mine(String client) {
        List<JsonNode> found = new ArrayList<>();
        hub.ask(
                        client,
                        "{ myCaseConsents { nodes { consent version whose relation state inForce"
                                + " department canRevoke } } }")
                .at("/data/myCaseConsents/nodes")
                .forEach(found::add);
        return found;
    }

    private boolean sees(String client, JsonNode one, String number) {
        String found =
                hub.ask(
                                client,
                                new Reason("A", one.at("/basis").asString()),
                                "query ($n: IdNumber!) { person(idNumber: $n) { id } }",
                                Map.of("n", number))
                        .at("/data/person/id")
                        .asString("");
        return found.equals(token(number));
    }

    private String known(JsonNode one) {
        return hub.ask(
                        TOWN,
                        "query ($id: ID!) { whatIsKnown(case: $id) { known { person category } ask"
                                + " { person } } }",
                        Map.of("id", one.at("/id").asString()))
                .toString();
    }

    private JsonNode surveyed() {
        return town.surveyed(town.taken(TOWN, "acceptCase", done(town.apply(CITIZEN))));
    }

    private JsonNode checked(JsonNode surveyed) {
        return done(
                hub.ask(
                        COUNTY,
                        "mutation ($id: ID!, $version: Int!) { checkMeans(input: {id: $id, version:"
                                + " $version}) { id version basis state check { unasked conclusion"
                                + " sources { source status found } } } }",
                        Map.of(
                                "id", surveyed.at("/id").asString(),
                                "version", surveyed.at("/version").asInt())));
    }

    private static void said(JsonNode check, String source, String status, boolean found) {
        assertThat(check.toString())
                .contains(
                        "{\"source\":\"%s\",\"status\":\"%s\",\"found\":%s}"
                                .formatted(source, status, found));
    }

    private String log(String client) {
        return hub.ask(
                        client,
                        new Reason("H", null),
                        "{ accessLog(first: 50) { nodes { sentence } } }",
                        Map.of())
                .toString();
    }

    @Test
    void theJointPaperIsTheConsentOfWhoAppliesAndOfTheFamily() {
        JsonNode one = done(town.apply(CITIZEN));

        assertThat(consents(TOWN, one).stream().map(it -> it.at("/whose").asString()))
                .containsExactlyInAnyOrder(token(CITIZEN), token(WIFE), token(CHILD));
        JsonNode wife = consent(one, WIFE);
        assertThat(wife.at("/relation").asString()).isEqualTo("FAMILY_MEMBER");
        assertThat(wife.at("/consentNo").asString()).isEqualTo("SQ-2026-1");
        assertThat(wife.at("/signedOn").asString()).isEqualTo("2026-11-02");
        assertThat(wife.at("/until").isNull()).isTrue();
        assertThat(wife.at("/inForce").asBoolean()).isTrue();
        assertThat(wife.at("/recordedBy").asString()).isEqualTo("mz-town");
        assertThat(wife.at("/person/id").asString()).isEqualTo(token(WIFE));
        assertThat(consent(one, CITIZEN).at("/relation").asString()).isEqualTo("APPLICANT");
        assertThat(missing(one)).isEmpty();
        assertThat(mine("CITIZEN")).hasSize(1);
        assertThat(log("CITIZEN")).contains("登记了您的授权：为办理救助申请核对家庭经济状况。");
        JsonNode checked = checked(town.surveyed(town.taken(TOWN, "acceptCase", one)));
        assertThat(checked.at("/check/unasked").asInt()).isZero();
        said(checked.at("/check"), "VEHICLES", "ANSWERED", false);
    }

    @Test
    void aRelativeOutsideTheFamilyOpensNothingWithoutTheirOwn() {
        JsonNode one = surveyed();
        assertThat(sees(TOWN, one, DAUGHTER)).isFalse();
        assertThat(known(one)).doesNotContain(token(DAUGHTER));

        JsonNode given = supports(one);

        assertThat(given.at("/person/id").asString()).isEqualTo(token(DAUGHTER));
        assertThat(sees(TOWN, one, DAUGHTER)).isTrue();
        assertThat(known(one))
                .contains("{\"person\":\"%s\",\"category\":\"GA03\"}".formatted(token(DAUGHTER)))
                .as("nothing is asked of them")
                .doesNotContain("{\"person\":\"%s\"}".formatted(token(DAUGHTER)));
        JsonNode checked = checked(one);
        said(checked.at("/check"), "VEHICLES", "ANSWERED", false);
        said(consent(one, DAUGHTER).at("/answers"), "VEHICLES", "ANSWERED", true);
        assertThat(log("CITIZEN-GUARDIAN")).contains("登记了您的授权").contains("机动车");

        clock.set(Instant.parse("2026-12-31T15:59:00Z"));
        assertThat(sees(TOWN, one, DAUGHTER)).as("its last day").isTrue();
        clock.set(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(sees(TOWN, one, DAUGHTER)).as("last day over").isFalse();
        assertThat(known(one)).doesNotContain(token(DAUGHTER));
        assertThat(consent(one, DAUGHTER).at("/inForce").asBoolean()).isFalse();
        assertThat(consent(one, DAUGHTER).at("/person").isNull()).isTrue();
    }

    @Test
    void theCheckAsksNothingOfARelativeWithoutTheirConsentOrAfterIt() {
        JsonNode one = surveyed();
        JsonNode first = checked(one);
        assertThat(first.toString()).doesNotContain("\"found\":true");
        JsonNode given = supports(one);
        done(revokeMine("CITIZEN-GUARDIAN", given));
        JsonNode again = town.step(TOWN, "withdrawCase", first, "申请人要求撤回");
        assertThat(code(again)).isEmpty();
        assertThat(consent(one, DAUGHTER).at("/answers").isEmpty()).isTrue();
        assertThat(log("CITIZEN-GUARDIAN")).doesNotContain("机动车").contains("您本人撤回了授权");
    }

    /** What is done with whom an application is about is not done with who owes them support. */
    @Test
    void theConsentIsForTheCheckAlone() {
        JsonNode one = surveyed();
        supports(one);

        JsonNode asked =
                hub.ask(
                        TOWN,
                        "mutation ($input: SpecialAidInput!) { requestSpecialAid(input: $input) {"
                                + " id } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "basis",
                                        one.at("/basis").asString(),
                                        "person",
                                        token(DAUGHTER),
                                        "kind",
                                        "MEDICAL",
                                        "note",
                                        "住院")));

        assertThat(code(asked)).isEqualTo("SPECIAL_AID_PERSON");
    }

    @Test
    void whoTakesTheirConsentBackIsNotAskedAboutAndTheDecisionSaysSo() {
        JsonNode one = surveyed();
        assertThat(sees(TOWN, one, WIFE)).isTrue();

        JsonNode taken = done(revoke(TOWN, consent(one, WIFE)));

        assertThat(taken.at("/inForce").asBoolean()).isFalse();
        assertThat(sees(TOWN, one, WIFE)).isFalse();
        assertThat(sees(COUNTY, one, WIFE)).isFalse();
        assertThat(known(one)).doesNotContain(token(WIFE));
        assertThat(missing(one)).containsExactly(token(WIFE));
        assertThat(consent(one, WIFE).at("/person").isNull()).isTrue();
        JsonNode checked = checked(one);
        assertThat(checked.at("/check/unasked").asInt()).isEqualTo(1);
        said(checked.at("/check"), "VEHICLES", "PARTLY", false);
        assertThat(checked.at("/check/conclusion").asString()).isEqualTo("INCOMPLETE");
        assertThat(mineUnasked()).isEqualTo(1);

        JsonNode noticed = town.taken(TOWN, "noticeCase", town.opined(checked, true));
        clock.advance(Duration.ofDays(7));
        JsonNode reported = town.taken(TOWN, "reportCase", noticed, Town.PAPER);
        done(town.confirm(reported, "615.50", CITIZEN));

        assertThat(
                        hub.ask(
                                        TOWN,
                                        "query ($id: ID!) { case(id: $id) { award { unasked } } }",
                                        Map.of("id", one.at("/id").asString()))
                                .at("/data/case/award/unasked")
                                .asInt())
                .isEqualTo(1);
    }

    private int mineUnasked() {
        return hub.ask("CITIZEN", "{ myCases { nodes { check { unasked } } } }")
                .at("/data/myCases/nodes/0/check/unasked")
                .asInt();
    }

    @Test
    void aConsentThatIsRecordedAnewReinstatesThem() {
        JsonNode one = surveyed();
        JsonNode old = consent(one, WIFE);
        done(revoke(TOWN, old));

        done(record(COUNTY, one, WIFE, "FAMILY_MEMBER", Map.of("until", "2026-11-10")));

        assertThat(sees(TOWN, one, WIFE)).isTrue();
        assertThat(missing(one)).isEmpty();
        assertThat(checked(one).at("/check/unasked").asInt()).isZero();
        clock.set(Instant.parse("2026-11-10T16:00:00Z"));
        assertThat(sees(TOWN, one, WIFE)).as("last day over").isFalse();
        assertThat(missing(one)).containsExactly(token(WIFE));
    }

    @Test
    void theNewerConsentStandsInThePlaceOfTheOlder() {
        JsonNode one = surveyed();
        JsonNode old = supports(one);
        JsonNode newer =
                done(record(TOWN, one, DAUGHTER, "SUPPORTER", Map.of("until", "2026-11-05")));

        assertThat(code(revoke(TOWN, old))).isEqualTo("CASE_CONSENT_REPLACED");
        clock.set(Instant.parse("2026-11-05T16:00:00Z"));
        assertThat(sees(TOWN, one, DAUGHTER)).as("the shorter one holds").isFalse();
        done(revoke(TOWN, newer));
        assertThat(consents(TOWN, one).stream().filter(it -> it.at("/inForce").asBoolean()))
                .hasSize(3);
    }

    @Test
    void nothingIsCheckedOnceWhoAppliesTookTheirsBack() {
        JsonNode one = surveyed();
        JsonNode own = mine("CITIZEN").getFirst();
        assertThat(own.at("/canRevoke").asBoolean()).isTrue();

        done(revokeMine("CITIZEN", own));

        assertThat(sees(TOWN, one, CITIZEN)).isFalse();
        assertThat(code(town.step(COUNTY, "checkMeans", one)))
                .isEqualTo("CASE_CONSENT_OF_APPLICANT");
        assertThat(mine("CITIZEN").getFirst().at("/canRevoke").asBoolean()).isFalse();
        assertThat(log("CITIZEN")).contains("您本人撤回了授权");
    }

    /** What somebody has said themself an officer's word alone doesn't undo. */
    @Test
    void whatAPersonTookBackIsRecordedAnewByAPaperThatWasSignedSince() {
        JsonNode one = surveyed();
        done(revokeMine("CITIZEN", mine("CITIZEN").getFirst()));
        clock.advance(Duration.ofDays(1));
        Map<String, Object> paper =
                Map.of(
                        "note", "本人到窗口重新签署",
                        "signedOn", "2026-11-03",
                        "sha256", Digests.hex("the second paper"));
        long before = named();
        for (String missing : paper.keySet()) {
            assertThat(code(recorded(one, paper, missing, "")))
                    .as(missing)
                    .isEqualTo("CASE_CONSENT_TAKEN_BACK");
        }
        assertThat(code(recorded(one, paper, "signedOn", "2026-11-01")))
                .isEqualTo("CASE_CONSENT_TAKEN_BACK");
        assertThat(code(recorded(one, paper, "signedOn", "2026-11-04")))
                .isEqualTo("CASE_CONSENT_SIGNED");
        assertThat(code(recorded(one, paper, "sha256", "12"))).isEqualTo("CASE_CONSENT_DIGEST");
        assertThat(sees(TOWN, one, CITIZEN)).isFalse();
        assertThat(named()).isEqualTo(before);

        done(recorded(one, paper, "note", "本人到窗口重新签署"));

        assertThat(named()).as("it opens them on the officer's word").isEqualTo(before + 1);
        assertThat(consent(one, CITIZEN).at("/signedOn").asString()).isEqualTo("2026-11-03");
        assertThat(checked(one).at("/state").asString()).isEqualTo("CHECKED");
    }

    private JsonNode recorded(
            JsonNode one, Map<String, Object> paper, String field, String instead) {
        Map<String, Object> other = new HashMap<>(paper);
        other.put(field, instead);
        return record(TOWN, one, CITIZEN, "APPLICANT", other);
    }

    @Test
    void aChildsIsTakenBackByTheGuardianAndByNoStranger() {
        JsonNode one = surveyed();
        JsonNode childs = consent(one, CHILD);
        assertThat(mine("CITIZEN-GUARDIAN")).hasSize(1);
        assertThat(code(revokeMine("CITIZEN-FORMER", childs))).isEqualTo("CASE_CONSENT_NOT_FOUND");
        assertThat(code(revokeMine("CITIZEN", childs))).isEqualTo("CASE_CONSENT_NOT_FOUND");
        assertThat(mine("CITIZEN-FORMER")).isEmpty();

        done(revokeMine("CITIZEN-GUARDIAN", childs));

        assertThat(sees(TOWN, one, CHILD)).isFalse();
        assertThat(missing(one)).containsExactly(token(CHILD));
        assertThat(checked(one).at("/check/unasked").asInt()).isEqualTo(1);
    }

    @Test
    void nobodyElsesOfficerRecordsOrTakesBackAConsent() {
        JsonNode one = surveyed();
        JsonNode wife = consent(one, WIFE);
        for (String client :
                List.of(
                        ReviewOffices.OTHER_COUNTY,
                        ReviewOffices.NEXT_TOWN,
                        "YB-TOWN",
                        "GA-TOWN")) {
            assertThat(code(record(client, one, DAUGHTER, "SUPPORTER", Map.of())))
                    .as(client)
                    .isEqualTo("CASE_CONSENT_NO_CASE");
            assertThat(code(revoke(client, wife))).as(client).isEqualTo("CASE_CONSENT_NOT_FOUND");
            assertThat(consents(client, one)).as(client).isEmpty();
            assertThat(node(client, wife)).as(client).isTrue();
        }
        assertThat(code(revoke("MZ-HEAD", wife))).isEqualTo("NOT_ALLOWED");
        assertThat(code(record("CITIZEN", one, DAUGHTER, "SUPPORTER", Map.of()))).isNotEmpty();
        assertThat(node(TOWN, wife)).isFalse();
        assertThat(sees(TOWN, one, WIFE)).isTrue();
    }

    private boolean node(String client, JsonNode consent) {
        return hub.ask(
                        client,
                        "query ($id: ID!) { node(id: $id) { id } }",
                        Map.of("id", consent.at("/id").asString()))
                .at("/data/node")
                .isNull();
    }

    @Test
    void onlyWhoIsNearIsRecordedAndOthersWithAReason() {
        JsonNode one = surveyed();
        assertThat(code(record(TOWN, one, DAUGHTER, "SUPPORTER", Map.of("note", ""))))
                .isEqualTo("CASE_CONSENT_NOT_KIN");
        assertThat(log("CITIZEN-GUARDIAN")).contains("已被拒绝");
        assertThat(code(record(TOWN, one, DAUGHTER, "FAMILY_MEMBER", Map.of())))
                .isEqualTo("CASE_CONSENT_RELATION");
        assertThat(code(record(TOWN, one, WIFE, "SUPPORTER", Map.of())))
                .isEqualTo("CASE_CONSENT_RELATION");
        assertThat(code(record(TOWN, one, CHILD, "SUPPORTER", Map.of())))
                .isEqualTo("CASE_CONSENT_RELATION");
        assertThat(code(record(TOWN, one, DAUGHTER, "APPLICANT", Map.of())))
                .isEqualTo("CASE_CONSENT_RELATION");
        assertThat(code(record(TOWN, one, DAUGHTER, "SUPPORTER", Map.of("until", ""))))
                .isEqualTo("CASE_CONSENT_DAY");
        assertThat(code(record(TOWN, one, DAUGHTER, "SUPPORTER", Map.of("until", "2027-11-03"))))
                .isEqualTo("CASE_CONSENT_DAY");
        assertThat(code(record(TOWN, one, DAUGHTER, "SUPPORTER", Map.of("consentNo", " "))))
                .isEqualTo("CASE_CONSENT_NUMBER");
        assertThat(sees(TOWN, one, DAUGHTER)).isFalse();

        duty(DAUGHTER, CITIZEN, "SUPPORT");

        done(record(TOWN, one, DAUGHTER, "SUPPORTER", Map.of("note", "")));
        assertThat(sees(TOWN, one, DAUGHTER)).isTrue();
        assertThat(sees(TOWN, one, STRANGER)).isFalse();
    }

    @Test
    void nobodyHandlesWhatIsTheirOwn() {
        JsonNode one = surveyed();
        hub = new Hub(hub.address());
        assertThat(code(record("CITIZEN-OFFICER", one, DAUGHTER, "SUPPORTER", Map.of())))
                .isEqualTo("CASE_CONSENT_OF_RELATIVE");
        assertThat(code(revoke("CITIZEN-OFFICER", consent(one, WIFE))))
                .isEqualTo("CASE_CONSENT_OF_RELATIVE");
    }

    @Test
    void theSameCallTwiceIsOneConsentAndAStaleOneIsNone() {
        JsonNode one = surveyed();
        Map<String, Object> key = Map.of("clientMutationKey", "consent-of-the-daughter");
        JsonNode first = done(record(TOWN, one, DAUGHTER, "SUPPORTER", key));
        JsonNode second = done(record(TOWN, one, DAUGHTER, "SUPPORTER", key));
        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        done(revoke(TOWN, first));
        assertThat(code(revoke(TOWN, first))).isEqualTo("VERSION_CONFLICT");
        assertThat(done(record(TOWN, one, DAUGHTER, "SUPPORTER", key)).at("/inForce").asBoolean())
                .as("sent again after it was taken back")
                .isFalse();
        assertThat(sees(TOWN, one, DAUGHTER)).isFalse();
    }

    /** Whoever is named counts to what an officer may open in a day; what stands opens nothing. */
    @Test
    void whoIsNamedCountsOnceAsLongAsTheirConsentStands() {
        JsonNode one = surveyed();
        Map<String, Object> key = Map.of("clientMutationKey", "consent-that-counts");
        long before = named();
        done(record(TOWN, one, DAUGHTER, "SUPPORTER", key));
        assertThat(named()).isEqualTo(before + 1);

        done(record(TOWN, one, DAUGHTER, "SUPPORTER", key));
        JsonNode newer = supports(one);
        done(record(TOWN, one, WIFE, "FAMILY_MEMBER", Map.of()));

        assertThat(named()).as("sent again, and renewed").isEqualTo(before + 1);
        done(revoke(TOWN, newer));
        supports(one);
        assertThat(named()).as("opened anew").isEqualTo(before + 2);
    }

    private long named() {
        return graph.query(
                        "MATCH (c:DeclarationCount) WHERE c.key ENDS WITH ' client mz-town' RETURN"
                                + " sum(c.taken)")
                .fetchAs(Long.class)
                .one()
                .orElse(0L);
    }

    /** Whoever comes to live with the family later has signed nothing. */
    @Test
    void aGrownUpWhoJoinsTheFamilyLaterIsNotAskedAboutWithoutTheirOwn() {
        JsonNode one = surveyed();
        clock.advance(Duration.ofDays(2));
        city.contribute(
                "GA01",
                List.of(
                        Map.of(
                                "recordNo", "7",
                                "observedAt", "2026-11-04T00:00:00+08:00",
                                "idNumber", STRANGER,
                                "hukouNo", "H1",
                                "relationToHead", "SON",
                                "hukouRegion", HERE,
                                "name", "某某",
                                "sex", "MALE",
                                "birthDate", "1985-07-08")));
        assertThat(missing(one)).containsExactly(token(STRANGER));
        assertThat(known(one)).doesNotContain(token(STRANGER));
        assertThat(checked(one).at("/check/unasked").asInt()).isEqualTo(1);

        done(record(TOWN, one, STRANGER, "FAMILY_MEMBER", Map.of()));

        assertThat(missing(one)).isEmpty();
    }

    @Test
    void aConsentIsTakenBackBeforeACheckOrAfterItAndNeverBetween() {
        JsonNode one = surveyed();
        JsonNode given = supports(one);
        CompletableFuture<JsonNode> check =
                CompletableFuture.supplyAsync(() -> town.step(COUNTY, "checkMeans", one));
        CompletableFuture<JsonNode> revocation =
                CompletableFuture.supplyAsync(() -> revoke(TOWN, given));

        assertThat(code(check.join())).isEmpty();
        assertThat(code(revocation.join())).isEmpty();

        JsonNode after = consent(one, DAUGHTER);
        assertThat(after.at("/state").asString()).isEqualTo("REVOKED");
        assertThat(after.at("/answers").isEmpty())
                .isEqualTo(!log("CITIZEN-GUARDIAN").contains("机动车"));
        assertThat(sees(TOWN, one, DAUGHTER)).isFalse();
    }
}
