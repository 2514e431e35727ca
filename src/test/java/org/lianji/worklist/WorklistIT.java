package org.lianji.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianji.EventReader;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.sharing.MovingClock;
import org.lianji.sharing.Paper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Who must be in time sees what is due in one list, and hears of it before it is too late. */
@HubTest
@Import(MovingClock.class)
class WorklistIT {

    private static final String HERE = "150924106001";
    private static final String BESIDE = "150924106002";
    private static final String ELSEWHERE = "150981005000";
    private static final String ITEMS =
            "{ worklist%s { totalCount nodes { deadline { due overdue rule { code } } matter {"
                    + " __typename id stage { code } } } } }";

    @Autowired Hub hub;
    @Autowired TestClock clock;
    @Autowired DeadlineWatch watch;
    @Autowired Neo4jClient graph;

    @AfterEach
    void today() {
        clock.set(Instant.now());
    }

    private void reported(String region) {
        JsonNode answer =
                hub.ask(
                        "JY-TOWN",
                        "mutation ($r: RegionCode!) { reportClue(input: {what: \"门前无人清雪\","
                                + " region: $r}) { id } }",
                        Map.of("r", region));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    }

    private JsonNode items(String client, String arguments) {
        JsonNode answer = hub.ask(client, ITEMS.formatted(arguments));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/worklist");
    }

    private static List<String> rules(JsonNode items) {
        return items.at("/nodes")
                .valueStream()
                .map(item -> item.at("/deadline/rule/code").asString())
                .toList();
    }

    private void accepted(String region) {
        JsonNode clue =
                hub.ask(
                                "MZ-TOWN",
                                "query ($r: RegionCode!) { clues(region: $r) { nodes { id version"
                                        + " } } }",
                                Map.of("r", region))
                        .at("/data/clues/nodes/0");
        JsonNode answer =
                hub.ask(
                        "MZ-TOWN",
                        "mutation ($id: ID!, $v: Int!) { acceptClue(input: {id: $id, version: $v})"
                                + " { id } }",
                        Map.of("id", clue.at("/id").asString(), "v", clue.at("/version").asInt()));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    }

    @Test
    void listsWhatMustBeDoneInTheOwnRegionTheMostUrgentFirst() {
        reported(HERE);
        accepted(HERE);
        reported(BESIDE);
        reported(ELSEWHERE);

        JsonNode items = items("MZ-TOWN", "");

        assertThat(rules(items)).containsExactly("CLUE_ACCEPT", "CLUE_VISIT");
        assertThat(items.at("/nodes/0/matter/__typename").asString()).isEqualTo("Clue");
        assertThat(items.at("/nodes/0/matter/stage/code").asString()).isEqualTo("REPORTED");
        assertThat(items.at("/totalCount").asInt()).isEqualTo(2);
        assertThat(rules(items("MZ-TOWN", "(region: \"" + HERE + "\")")))
                .containsExactly("CLUE_VISIT");
        assertThat(rules(items("MZ-TOWN", "(region: \"" + ELSEWHERE + "\")"))).isEmpty();
    }

    @Test
    void pagesFromBothEndsOverAllFlows() {
        reported(HERE);
        accepted(HERE);
        reported(BESIDE);
        JsonNode first =
                hub.ask(
                        "MZ-TOWN",
                        "{ worklist(first: 1) { pageInfo { endCursor hasNextPage } nodes {"
                                + " deadline { rule { code } } } } }");
        String cursor = first.at("/data/worklist/pageInfo/endCursor").asString();

        assertThat(rules(first.at("/data/worklist"))).containsExactly("CLUE_ACCEPT");
        assertThat(first.at("/data/worklist/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(rules(items("MZ-TOWN", "(first: 1, after: \"" + cursor + "\")")))
                .containsExactly("CLUE_VISIT");
        assertThat(rules(items("MZ-TOWN", "(last: 1)"))).containsExactly("CLUE_VISIT");
    }

    /** An agreement's clock is kept by its provider: it lies in no region. */
    @Test
    void hasTheClocksOfAgreements() {
        Paper paper =
                Paper.draft(hub, "JY", Paper.input("RS01", List.of(), "E"))
                        .done("JY-HEAD", "signAgreement");
        assertThat(rules(items("RS", ""))).as("a draft").isEmpty();
        paper.done("JY", "submitAgreement");

        JsonNode item =
                hub.ask(
                                "RS",
                                "{ worklist { nodes { matter { id } agreement { id state deadlines"
                                        + " { due } } deadline { due rule { code } } } } }")
                        .at("/data/worklist/nodes");
        assertThat(item).hasSize(1);
        assertThat(item.at("/0/agreement/id").asString()).isEqualTo(paper.id());
        assertThat(item.at("/0/matter").isNull()).isTrue();
        assertThat(item.at("/0/deadline/rule/code").asString()).startsWith("SHARE_ANSWER");
        assertThat(rules(items("RS", "(region: \"150900000000\")"))).isEmpty();
        assertThat(rules(items("JY", ""))).isEmpty();

        paper.done("RS", "prepareApproval").done("RS-HEAD", "approveAgreement");
        assertThat(rules(items("RS", ""))).containsExactly("SHARE_DELIVER");
    }

    @Test
    void isNobodyElses() {
        reported(HERE);

        assertThat(rules(items("YB-TOWN", ""))).isEmpty();
        assertThat(hub.ask("AUDITOR", ITEMS.formatted("")).toString()).contains("NOT_ALLOWED");
    }

    @Test
    void leavesOutWhatIsDone() {
        reported(HERE);
        accepted(HERE);

        assertThat(rules(items("MZ-TOWN", ""))).containsExactly("CLUE_VISIT");
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
        assertThat(rules(items("MZ-TOWN", "(until: \"" + today.minusDays(1) + "\")"))).isEmpty();
    }

    private EventReader listen(String arguments) {
        return EventReader.listen(
                hub,
                "MZ-TOWN",
                "subscription { deadlineNear%s { cursor deadline { rule { code } } matter { id } } }"
                        .formatted(arguments));
    }

    private static String told(JsonNode answer) {
        JsonNode near = answer.at("/data/deadlineNear");
        return near.at("/deadline/rule/code").asString() + " " + near.at("/matter/id").asString();
    }

    private String clue(String region) {
        return items("MZ-TOWN", "(region: \"" + region + "\")").at("/nodes/0/matter/id").asString();
    }

    /** Who listens is there at today's time: with the days their token would end. */
    @Test
    void tellsOfALastDayOnceBeforeAndOnceAfter() {
        reported(ELSEWHERE);
        reported(HERE);
        String cursor;
        try (EventReader town = listen("")) {
            watch.watch();
            JsonNode near = town.answer();
            assertThat(told(near)).isEqualTo("CLUE_ACCEPT " + clue(HERE));
            cursor = near.at("/data/deadlineNear/cursor").asString();
        }
        watch.watch();
        clock.advance(Duration.ofDays(3));
        watch.watch();
        watch.watch();
        today();
        reported(BESIDE);
        watch.watch();

        try (EventReader town = listen("(after: \"" + cursor + "\")")) {
            assertThat(told(town.answer())).isEqualTo("CLUE_ACCEPT " + clue(HERE));
            assertThat(told(town.answer())).isEqualTo("CLUE_ACCEPT " + clue(BESIDE));
        }
    }

    private void age(int days) {
        graph.query("MATCH (n:News) SET n.at = n.at - duration({days: $days})")
                .bind(days)
                .to("days")
                .run();
    }

    /** What is kept no longer may go at any moment: nobody is told half of it. */
    @Test
    void tellsOfAGapAfterSevenDays() {
        reported(HERE);
        String cursor;
        try (EventReader town = listen("")) {
            watch.watch();
            cursor = town.answer().at("/data/deadlineNear/cursor").asString();
        }
        reported(BESIDE);
        watch.watch();

        age(6);
        try (EventReader town = listen("(after: \"" + cursor + "\")")) {
            assertThat(told(town.answer())).isEqualTo("CLUE_ACCEPT " + clue(BESIDE));
        }
        age(2);
        try (EventReader town = listen("(after: \"" + cursor + "\")")) {
            assertThat(town.next().toString()).contains("STREAM_GAP");
        }
    }

    /** Their webhooks tell departments, too: those that must keep the clock. */
    @Test
    void tellsTheSystemsOfWhoMustBeInTime() throws IOException {
        Queue<String> told = new ConcurrentLinkedQueue<>();
        HttpServer system =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        system.createContext(
                "/",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    told.add(exchange.getRequestURI().getPath() + " " + body);
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        system.start();
        try {
            for (String client : List.of("JY", "MZ")) {
                JsonNode answer =
                        hub.ask(
                                client,
                                "mutation ($url: String!) { registerWebhook(input: {url: $url,"
                                        + " kinds: [\"DeadlineNear\"]}) { id } }",
                                Map.of(
                                        "url",
                                        "http://127.0.0.1:%d/%s"
                                                .formatted(system.getAddress().getPort(), client)));
                assertThat(answer.has("errors")).as(answer.toString()).isFalse();
            }
            reported(HERE);
            watch.watch();

            await().atMost(Duration.ofMinutes(1)).until(() -> !told.isEmpty());
            assertThat(told)
                    .singleElement()
                    .asString()
                    .startsWith("/MZ ")
                    .contains("\"DeadlineNear\"", clue(HERE));
        } finally {
            system.stop(0);
        }
    }
}
