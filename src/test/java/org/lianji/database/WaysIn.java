package org.lianji.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.lianji.Hub;
import org.lianji.platform.Reason;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Every way into a hub that asks its graph, by each of those who have it. */
record WaysIn(Hub hub) {

    static final String QUESTION = "{ regions(parent: \"150900000000\") { code } }";
    static final String MUTATION =
            "mutation { trustDocument(name: \"regions\", text: \"{ regions { code } }\") { id } }";
    static final String URGENT_MUTATION =
            """
            mutation {
              openBasis(input: {kind: REVIEW_PLAN, purpose: B, regions: ["150900000000"], reference: "%s-1"}) { id }
            }
            """;
    private static final String COMPLAINT =
            """
            {"kind": "DELAY", "department": "MZ", "region": "150924000000", "what": "申请三个月没有答复"}
            """;

    static final String HEADER =
            "recordNo,observedAt,idNumber,personName,plateTail,vehicleType,registeredOn,value,state\n";

    /** Tokens need no graph, but a way that is tried has one before. */
    WaysIn {
        for (String client : new String[] {"MZ", "GA", "auditor"}) {
            hub.token(client);
        }
    }

    HttpResponse<String> question() {
        return hub.send(hub.question("MZ", Reason.NONE, QUESTION, Map.of()));
    }

    HttpResponse<String> mutation() {
        return hub.send(hub.question("MZ", Reason.NONE, MUTATION, Map.of()));
    }

    HttpResponse<String> urgentMutation(String reference) {
        return hub.send(
                hub.question("MZ", Reason.NONE, URGENT_MUTATION.formatted(reference), Map.of()));
    }

    /** Which needs no token. */
    HttpResponse<String> complaint() {
        return hub.send(
                HttpRequest.newBuilder(URI.create(hub.address() + "/complaints"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(COMPLAINT)));
    }

    static String row(String recordNo) {
        return recordNo
                + ",2026-11-20T09:00:00+08:00,150902195603121010,张三,A12,小型载客汽车,2020-05-01,32000.00,正常\n";
    }

    HttpResponse<String> upload(String key) {
        return upload(key, HEADER + row(key));
    }

    HttpResponse<String> upload(String key, String file) {
        return hub.send(
                hub.as("GA", "/contributions/GA03")
                        .header("Content-Type", "text/csv; charset=UTF-8")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(file)));
    }

    private Map<String, HttpRequest.Builder> requests() {
        Map<String, HttpRequest.Builder> all = new LinkedHashMap<>();
        all.put("question", hub.question("MZ", Reason.NONE, QUESTION, Map.of()));
        all.put("mutation", hub.question("MZ", Reason.NONE, MUTATION, Map.of()));
        all.put(
                "stream",
                hub.question("MZ", Reason.NONE, QUESTION, Map.of())
                        .header("Accept", "text/event-stream"));
        all.put("document", hub.as("MZ", "/graphql?documentId=sha256:" + "0".repeat(64)));
        all.put(
                "upload",
                hub.as("GA", "/contributions/GA03")
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", "away")
                        .POST(BodyPublishers.ofString(HEADER + row("away"))));
        all.put("rejects", hub.as("GA", "/contributions/batches/B1/rejects"));
        all.put("export", hub.as("MZ", "/export/MZ01").header("Lianji-Purpose", "B"));
        all.put("chain", hub.as("auditor", "/audit/chain"));
        all.put("heads", hub.as("auditor", "/audit/heads/2026-11-20"));
        all.put("log", hub.as("MZ", "/my/access-log"));
        return all;
    }

    /** None answers anything but that, and when to try again. */
    void areClosed(String code) {
        requests()
                .forEach(
                        (way, request) -> {
                            HttpResponse<String> answer = hub.send(request);
                            assertThat(answer.statusCode()).as(way + answer.body()).isEqualTo(503);
                            assertThat(answer.headers().allValues("Retry-After"))
                                    .as(way)
                                    .hasSize(1);
                            assertThat(answer.body()).as(way).contains(code);
                        });
        assertThatThrownBy(this::socket)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(503));
    }

    private void socket() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.newWebSocketBuilder()
                    .subprotocols("graphql-transport-ws")
                    .buildAsync(
                            URI.create(hub.address().replace("http", "ws") + "/graphql"),
                            new java.net.http.WebSocket.Listener() {})
                    .join()
                    .abort();
        }
    }

    /** {@return the status of readiness, 200 where the hub is ready} */
    int readiness() {
        HttpResponse<String> answer =
                hub.send(
                        HttpRequest.newBuilder(
                                URI.create(hub.address() + "/actuator/health/readiness")));
        assertThat(answer.headers().allValues("Retry-After"))
                .hasSize(answer.statusCode() == 503 ? 1 : 0);
        return answer.statusCode();
    }

    boolean areOpen() {
        return readiness() == 200 && question().statusCode() == 200;
    }
}
