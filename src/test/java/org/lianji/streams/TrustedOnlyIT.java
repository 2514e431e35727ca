package org.lianji.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Digests;
import org.lianji.platform.SocketClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** A hub on which trusted documents run and nothing else, whatever the way they come. */
@HubTest
@TestPropertySource(properties = "lianji.documents.trusted-only=true")
class TrustedOnlyIT {

    private static final String TEXT = "{ regions { name } }";
    private static final String ID = "sha256:" + Digests.hex(TEXT);
    private static final Map<String, Object> BY_ID = Map.of("documentId", ID);
    private static final Map<String, Object> BY_TEXT = Map.of("query", TEXT);

    @Autowired Hub hub;

    @BeforeEach
    void trust() {
        JsonNode trusted =
                hub.ask(
                        "MZ",
                        "mutation ($t: String!) { trustDocument(text: $t, name: \"top\") { id } }",
                        Map.of("t", TEXT));
        assertThat(trusted.at("/data/trustDocument/id").asString()).isEqualTo(ID);
    }

    private String post(String accept, Map<String, Object> body) {
        return hub.send(
                        hub.as("MZ", "/graphql")
                                .header("Content-Type", "application/json")
                                .header("Accept", accept)
                                .POST(
                                        BodyPublishers.ofString(
                                                JsonMapper.shared().writeValueAsString(body))))
                .body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/graphql-response+json",
                "text/event-stream"
            })
    void runsByIdOnlyOverHttp(String accept) {
        assertThat(post(accept, BY_TEXT)).contains("DOCUMENT_NOT_TRUSTED");
        assertThat(post(accept, BY_ID)).contains("内蒙古自治区");
        assertThat(post(accept, Map.of("documentId", "sha256:0"))).contains("DOCUMENT_UNKNOWN");
    }

    @Test
    void runsByIdOnlyOverWebSocket() {
        SocketClient client = SocketClient.open(hub.address(), GraphQlWebSocketHandler.PROTOCOL);
        client.init(hub.token("MZ"));
        assertThat(client.type()).isEqualTo("connection_ack");
        client.say(Map.of("id", "1", "type", "subscribe", "payload", BY_TEXT));
        assertThat(client.next().toString()).contains("error", "DOCUMENT_NOT_TRUSTED");
        client.say(Map.of("id", "2", "type", "subscribe", "payload", BY_ID));
        assertThat(client.next().toString()).contains("next", "内蒙古自治区");
        assertThat(client.type()).isEqualTo("complete");
        client.say(
                Map.of(
                        "id",
                        "3",
                        "type",
                        "subscribe",
                        "payload",
                        Map.of("documentId", "sha256:0")));
        assertThat(client.next().toString()).contains("error", "DOCUMENT_UNKNOWN");
        assertThat(client.isOpen()).isTrue();
        client.hangUp();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{ trustedDocuments { nodes { id } } regions { name } }",
                "{ ... on Query { regions { name } } }",
                "query A { trustedDocuments { nodes { id } } } query B { regions { name } }",
                "{ ...F } fragment F on Query { regions { name } }",
                "{ trustedDocuments: regions { name } }",
                "{ __schema { types { name } } }"
            })
    void letsNothingThroughBesideTheListItself(String text) {
        assertThat(post("application/json", Map.of("query", text)))
                .contains("DOCUMENT_NOT_TRUSTED");
    }

    @Test
    void letsThoseWhoKeepTheListDoSo() {
        assertThat(
                        hub.ask(
                                        "MZ",
                                        "{ trustedDocuments { nodes { ...D } } } fragment D on"
                                                + " TrustedDocument { text }")
                                .at("/data/trustedDocuments/nodes/0/text")
                                .asString())
                .isEqualTo(TEXT);
        assertThat(hub.ask("MZ-TOWN", "{ trustedDocuments { nodes { id } } }").toString())
                .contains("DOCUMENT_NOT_TRUSTED");
    }
}
