package org.lianji.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.code;
import static org.lianji.assistance.Town.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.assistance.Town;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.review.ReviewOffices;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What somebody began to write is theirs alone, opens nothing, and goes away by itself. */
@HubTest
@Import({MovingClock.class, ReviewOffices.class})
class CaseDraftsIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String NEIGHBOUR = "150924198507080038";
    private static final String STATEMENT = "老伴重病，等女儿寄来户口页";

    private static final String SHOWN =
            "{ draft kind idNumber region statement channel consentNo savedAt until }";

    /** The demo client {@code citizen-former} speaks for this person. */
    private static final String FORMER = "152601195604079079";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;
    @Autowired CaseDrafts drafts;
    @Autowired Neo4jClient graph;

    private Town town;

    @BeforeEach
    void somebodyIsKnown() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        town = new Town(hub);
        Monitored city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, LocalDate.parse("2026-10-01"));
        city.register("6", FORMER, HERE, LocalDate.parse("2026-10-01"));
    }

    private JsonNode save(String client, Map<String, Object> input) {
        return hub.ask(
                client,
                "mutation ($input: CaseDraftInput!) { saveCaseDraft(input: $input) " + SHOWN + " }",
                Map.of("input", input));
    }

    private JsonNode saveMine(Map<String, Object> input) {
        return hub.ask(
                "CITIZEN",
                "mutation ($input: MyCaseDraftInput!) { saveMyCaseDraft(input: $input) "
                        + SHOWN
                        + " }",
                Map.of("input", input));
    }

    private JsonNode saved(String number) {
        return done(
                save(
                        TOWN,
                        Map.of(
                                "kind", "MINIMUM_LIVING",
                                "idNumber", number,
                                "region", HERE,
                                "channel", "VILLAGE",
                                "statement", STATEMENT)));
    }

    private JsonNode list(String client) {
        return hub.ask(client, "{ caseDrafts " + SHOWN + " }").at("/data/caseDrafts");
    }

    private JsonNode mine() {
        return hub.ask("CITIZEN", "{ myCaseDrafts " + SHOWN + " }").at("/data/myCaseDrafts");
    }

    private JsonNode discard(String client, JsonNode draft) {
        return hub.ask(
                client,
                "mutation ($d: ID!) { discardCaseDraft(draft: $d) { draft } }",
                Map.of("d", draft.at("/draft").asString()));
    }

    private long kept() {
        return graph.query("MATCH (d:CaseDraft) RETURN count(d)")
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }

    @Test
    void areKeptSealedAndChangedStepByStep() {
        assertThat(done(save(TOWN, Map.of())).at("/kind").isNull()).as("all is optional").isTrue();
        JsonNode first = saved(CITIZEN);
        assertThat(first.at("/idNumber").asString()).isEqualTo("152627************");
        clock.advance(Duration.ofMinutes(1));

        JsonNode second =
                done(
                        save(
                                TOWN,
                                Map.of(
                                        "draft", first.at("/draft").asString(),
                                        "kind", "MARGIN_FAMILY",
                                        "consentNo", "SQ-1")));

        assertThat(second.at("/draft")).isEqualTo(first.at("/draft"));
        assertThat(second.at("/kind").asString()).isEqualTo("MARGIN_FAMILY");
        assertThat(second.at("/statement").isNull()).isTrue();
        assertThat(second.at("/idNumber"))
                .as("which nobody need write again")
                .isEqualTo(first.at("/idNumber"));
        assertThat(list(TOWN)).hasSize(2);
        assertThat(list(TOWN).at("/0")).isEqualTo(second);
        assertThat(
                        graph.query("MATCH (d:CaseDraft) RETURN collect(d {.*})")
                                .fetchAs(Object.class)
                                .one()
                                .toString())
                .doesNotContain(STATEMENT, "152627", "MARGIN_FAMILY", "SQ-1");
    }

    @Test
    void areSeenByNobodyElse() {
        JsonNode draft = saved(CITIZEN);
        JsonNode own = done(saveMine(Map.of("statement", "没有收入")));

        for (String client : List.of("MZ-BOTH", ReviewOffices.NEXT_TOWN)) {
            assertThat(list(client)).as(client).isEmpty();
            assertThat(code(discard(client, draft))).isEqualTo("CASE_DRAFT_NOT_FOUND");
            assertThat(code(save(client, Map.of("draft", draft.at("/draft").asString()))))
                    .isEqualTo("CASE_DRAFT_NOT_FOUND");
        }
        assertThat(code(discard("CITIZEN", draft))).isEqualTo("CASE_DRAFT_NOT_FOUND");
        assertThat(code(discard("CITIZEN-FORMER", own))).isEqualTo("CASE_DRAFT_NOT_FOUND");
        assertThat(code(discard(TOWN, own))).isEqualTo("CASE_DRAFT_NOT_FOUND");
        assertThat(hub.ask("CITIZEN-FORMER", "{ myCaseDrafts { draft } }").at("/data").toString())
                .isEqualTo("{\"myCaseDrafts\":[]}");
        assertThat(code(save("YB-TOWN", Map.of("idNumber", CITIZEN)))).isEqualTo("NOT_YOUR_TURN");
        assertThat(save(COUNTY, Map.of()).has("errors")).isTrue();
        assertThat(list(TOWN)).hasSize(1);
        assertThat(mine()).hasSize(1);
    }

    @Test
    void openNothingAndTellNothingOfAnybody() {
        JsonNode known = saved(CITIZEN);
        JsonNode unknown = saved(NEIGHBOUR);

        assertThat(known.propertyNames()).isEqualTo(unknown.propertyNames());
        assertThat(
                        hub.ask(TOWN, "{ bases { nodes { id } } cases { nodes { id } } }")
                                .at("/data")
                                .findValues("id"))
                .isEmpty();
        assertThat(hub.ask("CITIZEN", "{ accessLog(first: 5) { nodes { sentence } } }").toString())
                .doesNotContain("民政局");
        assertThat(code(save(TOWN, Map.of("statement", "身份证 " + NEIGHBOUR))))
                .isEqualTo("ID_NUMBER_IN_TEXT");
    }

    @Test
    void areGoneOnceTheyAreDiscardedOrTheirTimeIsOver() {
        JsonNode draft = saved(CITIZEN);
        JsonNode other = saved(NEIGHBOUR);
        done(discard(TOWN, draft));
        assertThat(code(discard(TOWN, draft))).isEqualTo("CASE_DRAFT_NOT_FOUND");
        assertThat(list(TOWN)).hasSize(1);

        clock.advance(Duration.ofDays(30));
        drafts.forget();
        assertThat(list(TOWN)).as("on the last day").hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        assertThat(list(TOWN)).isEmpty();
        assertThat(code(save(TOWN, Map.of("draft", other.at("/draft").asString()))))
                .isEqualTo("CASE_DRAFT_NOT_FOUND");
        drafts.forget();
        assertThat(kept()).isZero();
    }

    @Test
    void goWithTheApplicationThatTheyBecome() {
        saved(CITIZEN);
        JsonNode ofAnother = saved(NEIGHBOUR);
        JsonNode ofAnotherKind =
                done(save(TOWN, Map.of("kind", "MARGIN_FAMILY", "idNumber", CITIZEN)));
        JsonNode own = done(saveMine(Map.of("kind", "MINIMUM_LIVING")));

        done(town.apply(CITIZEN));

        await().until(() -> list(TOWN).size() < 3);
        assertThat(list(TOWN).valueStream().map(one -> one.at("/draft")).toList())
                .containsExactlyInAnyOrder(ofAnother.at("/draft"), ofAnotherKind.at("/draft"));
        assertThat(mine().at("/0/draft")).as("another writer's").isEqualTo(own.at("/draft"));
    }

    @Test
    void ofACitizenGoWithTheirOwnApplication() {
        done(saveMine(Map.of("kind", "MINIMUM_LIVING", "region", HERE)));

        done(
                hub.ask(
                        "CITIZEN",
                        "mutation { submitMyCase(input: {kind: MINIMUM_LIVING, region: \"%s\", statement: \"没有收入\", consentNo: \"SQ-2\"}) { case } }"
                                .formatted(HERE)));

        await().until(() -> mine().isEmpty());
    }

    @Test
    void stayWhereTheyWereSavedAfterIt() {
        JsonNode submitted = done(town.apply(CITIZEN));
        clock.advance(Duration.ofSeconds(1));
        JsonNode next = saved(CITIZEN);

        drafts.submitted(submitted.at("/id").asString());

        assertThat(list(TOWN).at("/0/draft")).isEqualTo(next.at("/draft"));
    }

    @Test
    void areNoMoreThanFiftyOfOneWriter() {
        for (int i = 0; i < 50; i++) {
            done(save(TOWN, Map.of("consentNo", "SQ-" + i)));
        }

        assertThat(code(save(TOWN, Map.of()))).isEqualTo("CASE_DRAFTS_FULL");
        done(save(TOWN, Map.of("draft", list(TOWN).at("/0/draft").asString(), "consentNo", "SQ")));
    }

    @Test
    void areSavedOnceWhereACallIsSentAgain() {
        Map<String, Object> named = Map.of("consentNo", "SQ-1", "clientMutationKey", "draft-1");

        JsonNode first = done(save(TOWN, named));

        assertThat(done(save(TOWN, named))).isEqualTo(first);
        assertThat(list(TOWN)).hasSize(1);
    }
}
