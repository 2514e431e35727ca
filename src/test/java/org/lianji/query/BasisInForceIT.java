package org.lianji.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.audit.Kind;
import org.lianji.people.People;
import org.lianji.platform.Reason;
import org.lianji.platform.SocketClient;
import org.lianji.proof.Looks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whoever states a basis that is none is told so, by every way in, and learns nothing else. */
@HubTest
class BasisInForceIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String EVERYBODY = "{ records(category: MZ05) { nodes { id } } }";

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    @Autowired People people;

    @BeforeEach
    void fact() {
        people.ensure(Set.of(people.identity(CITIZEN)));
        graph.query(
                        """
                        MATCH (p:Person {id: $person})
                        CREATE (:Record:TemporaryRelief {id: 'Rmz', key: 'MZ05|1', category: 'MZ05', recordNo: '1',
                          observedAt: datetime('2026-01-01T00:00:00+08:00')})-[:ABOUT]->(p)
                        """)
                .bind(people.of(CITIZEN).orElseThrow())
                .to("person")
                .run();
    }

    /** Ways in. */
    private enum Way {
        POST,
        EVENTS,
        SOCKET,
        EXPORT,
        CORRECTION
    }

    /** What may be wrong with a basis. */
    private enum Wrong {
        UNKNOWN,
        CLOSED,
        ENDED,
        FOREIGN,
        OF_ANOTHER_PURPOSE
    }

    private Reason reason(Wrong wrong) {
        Reason plan = hub.plan(wrong == Wrong.FOREIGN ? "GA" : "MZ");
        return switch (wrong) {
            case UNKNOWN -> new Reason("B", "Vtypo");
            case FOREIGN -> plan;
            case OF_ANOTHER_PURPOSE -> new Reason("C", plan.basis());
            case CLOSED -> {
                hub.ask(
                        "MZ",
                        "mutation ($id: ID!) { closeBasis(id: $id) { closed } }",
                        Map.of("id", plan.basis()));
                yield plan;
            }
            case ENDED -> {
                graph.query("MATCH (b:Basis) SET b.until = datetime() - duration('PT1S')").run();
                yield plan;
            }
        };
    }

    private String answer(Way way, Reason reason) {
        return switch (way) {
            case POST -> hub.ask("MZ", reason, EVERYBODY, Map.of()).toString();
            case EVENTS ->
                    hub.send(
                                    hub.question("MZ", reason, EVERYBODY, Map.of())
                                            .header("Accept", "text/event-stream"))
                            .body();
            case SOCKET -> bySocket(reason).toString();
            case EXPORT ->
                    hub.send(
                                    hub.as("MZ", "/export/MZ05")
                                            .header(Reason.PURPOSE, reason.purpose())
                                            .header(Reason.BASIS, reason.basis()))
                            .body();
            case CORRECTION ->
                    hub.ask(
                                    "MZ",
                                    reason,
                                    "mutation { raiseCorrection(input: {record: \"Rmz\", category:"
                                            + " MZ05, item: \"amount\", claim: \"x\"}) { id } }",
                                    Map.of())
                            .toString();
        };
    }

    private JsonNode bySocket(Reason reason) {
        SocketClient socket = SocketClient.open(hub.address(), "graphql-transport-ws");
        socket.say(
                Map.of(
                        "type",
                        "connection_init",
                        "payload",
                        Map.of(
                                "Authorization",
                                "Bearer " + hub.token("MZ"),
                                Reason.PURPOSE,
                                reason.purpose(),
                                Reason.BASIS,
                                reason.basis())));
        socket.next();
        socket.say(Map.of("id", "1", "type", "subscribe", "payload", Map.of("query", EVERYBODY)));
        try {
            return socket.next();
        } finally {
            socket.hangUp();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isToldByEveryWayIn(Way way) {
        String wrong = answer(way, reason(Wrong.UNKNOWN));

        assertThat(wrong).contains("BASIS_NOT_IN_FORCE").doesNotContain("Rmz");
        assertThat(Looks.all(graph, Kind.READ)).isEmpty();
        assertThat(Looks.all(graph, Kind.EMERGENCY)).isEmpty();
        assertThat(Looks.all(graph, Kind.DENIAL))
                .singleElement()
                .satisfies(
                        denial -> {
                            assertThat(denial.text("client")).isEqualTo("mz");
                            assertThat(denial.text("basis")).isEqualTo("Vtypo");
                            assertThat(denial.saw()).isEmpty();
                        });
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameWhateverIsWrong(Wrong wrong) {
        JsonNode told = hub.ask("MZ", reason(wrong), EVERYBODY, Map.of());

        assertThat(told).isEqualTo(hub.ask("MZ", reason(Wrong.UNKNOWN), EVERYBODY, Map.of()));
        assertThat(told.at("/errors/0/extensions/code").asString()).isEqualTo("BASIS_NOT_IN_FORCE");
    }

    @Test
    void isNothingThatThePersonHearsOf() {
        hub.ask(
                "MZ",
                new Reason("A", "Ctypo"),
                "query ($n: IdNumber!) { person(idNumber: $n) { id } }",
                Map.of("n", CITIZEN));

        JsonNode log = new Hub(hub.address()).ask("citizen", "{ accessLog { nodes { id } } }");

        assertThat(log.at("/data/accessLog/nodes").size()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void isNoneOfThisWhereItIsInForce(Way way) {
        assertThat(answer(way, hub.plan("MZ"))).doesNotContain("BASIS_NOT_IN_FORCE");
    }

    /** What is about nobody needs none. */
    @Test
    void isNotAskedForWherePeopleAreNot() {
        for (String document :
                List.of("{ regions { code } }", "{ records(category: MZ13) { nodes { id } } }")) {
            JsonNode answer = hub.ask("MZ", new Reason("B", "Vtypo"), document, Map.of());
            assertThat(JsonMapper.shared().writeValueAsString(answer)).doesNotContain("errors");
        }
    }
}
