package org.lianji.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.platform.SocketClient;
import org.lianji.streams.GraphQlWebSocketHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** What holds for the tokens of any issuer, the hub's own or a real Keycloak. */
public abstract class IssuerCases {

    /** The token of the person that the client {@code citizen} stands for. */
    public static final String CITIZEN = "P0";

    @Autowired public Hub hub;
    @Autowired JwtDecoder tokens;

    /** {@return names of all clients of the issuer} */
    public abstract List<String> clients();

    /** {@return a token as the client gets it} */
    public abstract String token(String client) throws Exception;

    @Test
    void answersEveryClient() throws Exception {
        assertThat(clients()).hasSizeGreaterThan(50);
        for (String client : clients()) {
            HttpResponse<String> answer = ask(token(client));
            assertThat(answer.statusCode()).as("%s %s", client, answer.body()).isEqualTo(200);
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
                .containsExactly("53150900MJ0000026K", Set.of(Role.CHARITY), "");
        assertThat(caller("auditor").roles()).containsExactly(Role.AUDITOR);
        assertThat(caller("citizen").person()).isEqualTo(CITIZEN);
    }

    private Caller caller(String client) throws Exception {
        return Callers.read(tokens.decode(token(client))).orElseThrow();
    }

    @Test
    void givesNoTokensForOthers() throws Exception {
        Jwt token = tokens.decode(token("mz"));
        String issuer = token.getClaimAsString("iss");

        assertThat(TokenChecks.of(issuer, "another-hub").validate(token).getErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.getDescription()).contains("aud claim"));
        assertThat(TokenChecks.of("http://another", token.getAudience().getFirst()).validate(token))
                .satisfies(result -> assertThat(result.hasErrors()).isTrue());
    }

    @Test
    void refusesATokenThatWasChanged() throws Exception {
        String[] parts = token("mz-town").split("\\.");
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
        Jwt token = tokens.decode(token("mz"));

        assertThat(new SignedIn(token).until()).isEqualTo(token.getExpiresAt());
        assertThat(
                        SocketClient.open(hub.address(), GraphQlWebSocketHandler.PROTOCOL)
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
