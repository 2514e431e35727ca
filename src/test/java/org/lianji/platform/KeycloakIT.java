package org.lianji.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/** The hub in production mode behind a real Keycloak; runs with {@code -Pkeycloak}. */
@HubTest
@TestPropertySource(
        properties = {
            "lianji.mode=production",
            "lianji.identity.key=h7Wq2vX9pLz4Tn8Rb1Yd6Fk3Ms5Gc0Je",
            "spring.neo4j.authentication.password=Zt5xV0qLr8",
            "lianji.tls-terminated-by-proxy=true"
        })
@EnabledIfSystemProperty(named = "keycloak.home", matches = ".+")
class KeycloakIT {

    private static Keycloak keycloak;

    @Autowired Hub hub;
    @Autowired JwtDecoder tokens;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) throws Exception {
        keycloak = new Keycloak(Path.of(System.getProperty("keycloak.home")));
        settings.add(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> keycloak.issuer());
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @Test
    void answersEveryClientOfTheRealm() throws Exception {
        for (JsonNode client : keycloak.clients()) {
            String id = client.get("clientId").asString();
            HttpResponse<String> answer = ask(keycloak.token(id));
            assertThat(answer.statusCode()).as("%s %s", id, answer.body()).isEqualTo(200);
        }
    }

    @Test
    void readsWhoTheyAre() throws Exception {
        assertThat(caller("mz"))
                .extracting(Caller::department, Caller::roles, Caller::region, Caller::person)
                .containsExactly(
                        "MZ", Set.of(Role.SYSTEM, Role.SHARING_UNIT), "150900000000", null);
        assertThat(caller("ga-head").roles()).containsExactly(Role.SHARING_HEAD);
        assertThat(caller("wj-county").region()).isEqualTo("150924000000");
        assertThat(caller("nm-town").roles()).containsExactly(Role.TOWN_OFFICER);
        assertThat(caller("charity-b"))
                .extracting(Caller::department, Caller::roles, Caller::region)
                .containsExactly("53150900MJ0000002B", Set.of(Role.CHARITY), "");
        assertThat(caller("auditor").roles()).containsExactly(Role.AUDITOR);
        assertThat(caller("citizen").person()).isEqualTo("P0");
    }

    private Caller caller(String client) throws Exception {
        return Callers.read(tokens.decode(keycloak.token(client))).orElseThrow();
    }

    @Test
    void refusesItsTokensForOthers() throws Exception {
        String token = keycloak.token("mz");
        JwtDecoder other =
                new ExternalIssuer()
                        .jwtDecoder(
                                keycloak.issuer(),
                                new SecuritySettings(
                                        "another-hub", "http://unused", Duration.ofHours(1)));

        assertThatExceptionOfType(BadJwtException.class)
                .isThrownBy(() -> other.decode(token))
                .withMessageContaining("aud claim");
    }

    @Test
    void refusesATokenThatWasChanged() throws Exception {
        String[] parts = keycloak.token("mz-town").split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]));
        String forged =
                parts[0]
                        + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(
                                        claims.replace("TOWN_OFFICER", "SHARING_HEAD").getBytes())
                        + "."
                        + parts[2];

        assertThat(ask(forged).statusCode()).isEqualTo(401);
    }

    @Test
    void bindsStreamsToTheLifeOfItsTokens() throws Exception {
        Jwt token = tokens.decode(keycloak.token("mz"));

        assertThat(new SignedIn(token).until()).isEqualTo(token.getExpiresAt());
        assertThat(
                        SocketClient.open(hub.address(), SocketDoor.PROTOCOL)
                                .init(token.getTokenValue())
                                .type())
                .isEqualTo("connection_ack");
    }

    private HttpResponse<String> ask(String token) {
        return hub.send(
                HttpRequest.newBuilder(URI.create(hub.address() + "/graphql"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString("{\"query\":\"{ __typename }\"}")));
    }
}
