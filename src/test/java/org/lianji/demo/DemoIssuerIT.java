package org.lianji.demo;

import org.junit.jupiter.api.BeforeEach;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.people.IdentityHash;
import org.lianji.security.IssuerCases;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The hub with the issuer inside it. */
@HubTest
class DemoIssuerIT extends IssuerCases {

    @Autowired DemoClients demo;
    @Autowired IdentityHash hash;
    @Autowired Driver driver;

    @BeforeEach
    void citizensAreKnown() {
        demo.clients().stream().filter(client -> client.idNumber() != null).forEach(this::make);
    }

    private void make(DemoClients.Client citizen) {
        String id = citizen.clientId().equals("citizen") ? CITIZEN : citizen.clientId();
        String number = Objects.requireNonNull(citizen.idNumber());
        driver.executableQuery("CREATE (:Person {id: $id, idHash: $hash, idNumber: $number})")
                .withParameters(Map.of("id", id, "hash", hash.of(number), "number", number))
                .execute();
    }

    @Override
    public List<String> clients() {
        return demo.clients().stream().map(DemoClients.Client::clientId).toList();
    }

    /** A new one: the hub of the test may hold one from before the citizen was known. */
    @Override
    public String token(String client) {
        return new Hub(hub.address()).token(client);
    }
}
