package org.lianji.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.people.IdentityHash;
import org.lianji.platform.Reason;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.http.HttpResponse;
import java.util.Map;

/** What can't be written down is not answered. */
@HubTest
class NoEntryNoDataIT {

    private static final String NUMBER = "150902195603121010";
    private static final String QUESTION =
            "query ($n: IdNumber!) { person(idNumber: $n) { id records { nodes { id } } } }";

    @Autowired Hub hub;

    @Autowired Driver driver;

    @Autowired IdentityHash hash;

    @BeforeEach
    void facts() {
        driver.executableQuery(
                        """
                        CREATE (:Record:TemporaryRelief {id: 'Rcanary', key: 'MZ05|1', category: 'MZ05', recordNo: '1',
                          observedAt: datetime('2026-01-01T00:00:00+08:00')})-[:ABOUT]->(:Person {id: 'Pcanary', idNumber: $number, idHash: $hash})
                        """)
                .withParameters(Map.of("number", NUMBER, "hash", hash.of(NUMBER)))
                .execute();
    }

    @Test
    void answersNothingWhileTheChainCannotBeWritten() {
        Reason matter = hub.matter("MZ", NUMBER);
        assertThat(ask(matter).body()).contains("Rcanary");

        // There is an entry of this kind: from now on another can't be written.
        run("CREATE CONSTRAINT no_second_look FOR (s:Sheet) REQUIRE s.kinds IS UNIQUE");
        try {
            HttpResponse<String> refused = ask(matter);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body())
                    .contains("CHAIN_UNAVAILABLE")
                    .doesNotContain("Rcanary", "Pcanary", NUMBER);
        } finally {
            run("DROP CONSTRAINT no_second_look");
        }
        assertThat(ask(matter).body()).contains("Rcanary");
    }

    private HttpResponse<String> ask(Reason reason) {
        return hub.send(hub.question("MZ", reason, QUESTION, Map.of("n", NUMBER)));
    }

    private void run(String cypher) {
        driver.executableQuery(cypher).execute();
    }
}
