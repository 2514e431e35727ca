package org.lianji.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.LI;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.contribution.Owner;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** People who came with a demo's city before there was a mark for them get it, and nobody else. */
@HubTest
class DemoPersonsIT {

    @Autowired Hub hub;
    @Autowired Driver driver;

    @Test
    void thoseOfTheCitysOwnBatchesAreMarked() throws IOException {
        Owner owner = new Owner(hub);
        owner.send("demo-GA01", HEADER + row("1", "2026-03-01", ZHANG, "H1"));
        owner.send("k", HEADER + row("2", "2026-03-01", LI, "H2"));
        owner.send("demo-GA01-2", HEADER + row("3", "2026-03-01", LI, "H2"));

        migrate();
        migrate();

        assertThat(demo()).isEqualTo(Map.of("1", "true", "2", "false", "3", "false"));
    }

    private Map<String, String> demo() {
        JsonNode nodes =
                hub.ask(
                                "GA",
                                hub.plan("GA"),
                                "{ records(category: GA01) { nodes { recordNo person { demo } } }"
                                        + " }",
                                Map.of())
                        .at("/data/records/nodes");
        return nodes.valueStream()
                .collect(
                        Collectors.toMap(
                                node -> node.get("recordNo").asString(),
                                node -> node.at("/person/demo").asString()));
    }

    private void migrate() throws IOException {
        String file =
                Files.readString(
                        Path.of("schema/graph/V024__demo_persons.cypher"), StandardCharsets.UTF_8);
        try (Session session = driver.session()) {
            for (String statement : file.replaceAll("(?m)^//.*$", "").split(";\\n")) {
                if (!statement.isBlank()) {
                    session.run(statement).consume();
                }
            }
        }
    }
}
