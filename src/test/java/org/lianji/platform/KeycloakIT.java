package org.lianji.platform;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.lianji.HubTest;
import org.lianji.security.IssuerCases;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The hub in production mode behind a real Keycloak; runs with {@code -Pkeycloak}. */
@HubTest
@TestPropertySource(
        properties = {
            "lianji.mode=production",
            "lianji.identity.key=h7Wq2vX9pLz4Tn8Rb1Yd6Fk3Ms5Gc0Je",
            "spring.neo4j.authentication.password=Zt5xV0qLr8",
            "lianji.tls-terminated-by-proxy=true",
            "server.forward-headers-strategy=native"
        })
@EnabledIfSystemProperty(named = "keycloak.home", matches = ".+")
class KeycloakIT extends IssuerCases {

    private static Keycloak keycloak;

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

    @Override
    public List<String> clients() {
        List<String> clients = new ArrayList<>();
        keycloak.clients().forEach(client -> clients.add(client.get("clientId").asString()));
        return clients;
    }

    @Override
    public String token(String client) throws Exception {
        return keycloak.token(client);
    }
}
