package org.lianji;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.lianji.platform.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * The hub with the settings of real use: an issuer outside, a database outside, and nothing made
 * for demonstrations.
 */
@HubTest
@TestPropertySource(
        properties = {
            "lianji.mode=production",
            "lianji.identity.key=h7Wq2vX9pLz4Tn8Rb1Yd6Fk3Ms5Gc0Je",
            "spring.neo4j.authentication.password=Zt5xV0qLr8",
            "lianji.tls-terminated-by-proxy=true",
            "server.forward-headers-strategy=native"
        })
class ProductionIT {

    private static final TestIssuer ISSUER = start();

    @Autowired Hub hub;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) {
        settings.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::address);
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @Test
    void answersATokenOfTheIssuer() throws Exception {
        HttpResponse<String> answer =
                hub.send(question().header("Authorization", "Bearer " + ISSUER.token()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"code\":\"MZ\"").doesNotContain("errors");
    }

    @Test
    void answersNobodyElse() {
        assertThat(hub.send(question()).statusCode()).isEqualTo(401);
        assertThat(hub.send(question().header("Authorization", "Bearer x.y.z")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void issuesNoTokensAndShowsNoDemoClients() throws Exception {
        String token = ISSUER.token();
        for (String path :
                new String[] {"/oauth2/jwks", "/playground/clients.json", "/playground/"}) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(hub.address() + path))
                            .header("Authorization", "Bearer " + token);
            assertThat(hub.send(request).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void knowsNoTimeButTheRealOne() throws Exception {
        HttpResponse<String> answer =
                hub.send(
                        question("mutation { advanceClock(days: 1) { now } }")
                                .header("Authorization", "Bearer " + ISSUER.token()));

        assertThat(answer.body()).contains("INVALID_DOCUMENT");
    }

    private HttpRequest.Builder question() {
        return question("{ catalogue { departments { code } } }");
    }

    private HttpRequest.Builder question(String document) {
        return HttpRequest.newBuilder(URI.create(hub.address() + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + document + "\"}"));
    }

    private static TestIssuer start() {
        try {
            return new TestIssuer();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
