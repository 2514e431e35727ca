package org.lianji.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.LI;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.audit.Kind;
import org.lianji.contribution.Owner;
import org.lianji.proof.Looks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import java.util.stream.Stream;

/** What is written is on the chain, or is not written. */
@HubTest
class WrittenIT {

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    private Owner owner;

    @BeforeEach
    void owner() {
        owner = new Owner(hub);
    }

    private Stream<String> entries() {
        return Looks.all(graph, Kind.WRITE).stream()
                .map(
                        look ->
                                "%s %s %s %d"
                                        .formatted(
                                                look.text("department"),
                                                look.text("client"),
                                                look.items().getFirst(),
                                                look.saw().size()));
    }

    private long records() {
        return graph.query("MATCH (r:Record) RETURN count(r)")
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }

    @Test
    void aChunkIsOneEntryAndTheSameBatchAgainIsNone() {
        String file =
                HEADER + row("1", "2026-03-01", ZHANG, "H1") + row("2", "2026-03-01", LI, "H1");
        owner.send("k", file);
        owner.send("k", file);

        assertThat(entries()).containsExactly("GA ga GA01 0");
    }

    @Test
    void aWithdrawalNamesThePerson() {
        owner.send("k", HEADER + row("1", "2026-03-01", ZHANG, "H1"));
        hub.ask(
                "GA",
                "mutation { withdraw(category: GA01, recordNo: \"1\", reason: \"录错\") { record }"
                        + " }");

        assertThat(entries()).containsExactly("GA ga GA01 0", "GA ga GA01 1");
    }

    @Test
    void nothingIsWrittenWithoutItsEntry() {
        owner.send("k1", HEADER + row("1", "2026-03-01", ZHANG, "H1"));
        graph.query("CREATE CONSTRAINT broken FOR (s:Sheet) REQUIRE s.kinds IS UNIQUE").run();
        int refused;
        try {
            refused = owner.send("k2", HEADER + row("2", "2026-03-01", LI, "H1")).statusCode();
        } finally {
            graph.query("DROP CONSTRAINT broken").run();
        }

        assertThat(refused).isEqualTo(500);
        assertThat(records()).isEqualTo(1);
        assertThat(owner.send("k2", HEADER + row("2", "2026-03-01", LI, "H1")).statusCode())
                .isEqualTo(201);
        assertThat(records()).isEqualTo(2);
    }
}
