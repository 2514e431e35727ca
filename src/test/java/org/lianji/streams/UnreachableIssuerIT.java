package org.lianji.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.SocketClient;
import org.lianji.platform.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** A token can't be judged while its issuer doesn't answer: neither refused nor believed. */
@HubTest
@TestPropertySource(
        properties = {
            "lianji.mode=production",
            "lianji.identity.key=h7Wq2vX9pLz4Tn8Rb1Yd6Fk3Ms5Gc0Je",
            "spring.neo4j.authentication.password=Zt5xV0qLr8",
            "lianji.tls-terminated-by-proxy=true",
            "server.forward-headers-strategy=native"
        })
class UnreachableIssuerIT {

    private static String address;
    private static String token;

    @Autowired Hub hub;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) throws Exception {
        try (TestIssuer gone = new TestIssuer()) {
            address = gone.address();
            token = gone.token();
        }
        settings.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> address);
    }

    @Test
    void saysThatItIsUnavailable() {
        HttpResponse<String> answer =
                hub.send(
                        HttpRequest.newBuilder(URI.create(hub.address() + "/graphql"))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + token)
                                .POST(BodyPublishers.ofString("{\"query\":\"{ __typename }\"}")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"UNAVAILABLE\"");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void closesASocketThatMayTryAgain() {
        SocketClient client =
                SocketClient.open(hub.address(), GraphQlWebSocketHandler.PROTOCOL).init(token);

        assertThat(client.closed()).isEqualTo("1013 Try again later");
    }

    @Test
    void knowsStillWhoHasNoTokenAtAll() {
        HttpResponse<String> answer =
                hub.send(
                        HttpRequest.newBuilder(URI.create(hub.address() + "/graphql"))
                                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(401);
    }
}
