package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.LI;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A newer fact supersedes an older one whichever arrives first, and its relations follow. */
@HubTest
class VersionsIT {

    private static final String MEMBERSHIPS =
            """
            MATCH (:Person)-[m:MEMBER_OF]->(h:Household)
            RETURN h.number + ' ' + toString(m.from) + ' ' + coalesce(toString(m.to), 'open') ORDER BY m.from, h.number
            """;
    private static final String CURRENT =
            "MATCH (r:Record:HouseholdRegistration) RETURN r.hukouNo ORDER BY r.key";

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    private Owner owner;

    @BeforeEach
    void owner() {
        owner = new Owner(hub);
    }

    private List<String> outcomes(String key, String... rows) {
        return owner.outcomes(owner.send(key, HEADER + String.join("", rows)));
    }

    private List<String> texts(String statement) {
        return List.copyOf(graph.query(statement).fetchAs(String.class).all());
    }

    @Test
    void supersedes() {
        outcomes("k1", row("1", "2026-03-01", ZHANG, "H1"));

        assertThat(outcomes("k2", row("1", "2026-04-01", ZHANG, "H2"))).containsExactly("ACCEPTED");

        assertThat(texts(CURRENT)).containsExactly("H2");
        assertThat(texts(MEMBERSHIPS))
                .containsExactly("H1 2026-03-01 2026-04-01", "H2 2026-04-01 open");
        assertThat(
                        texts(
                                "MATCH (s:Superseded) WHERE NOT s:Record AND NOT"
                                        + " s:HouseholdRegistration RETURN toString(s.validTo)"))
                .containsExactly("2026-04-01");
    }

    @Test
    void keepsALateFactWithoutDisplacingANewerOne() {
        outcomes("k1", row("1", "2026-03-01", ZHANG, "H1"), row("1", "2026-05-01", ZHANG, "H3"));

        assertThat(outcomes("k2", row("1", "2026-04-01", ZHANG, "H2")))
                .containsExactly("SUPERSEDED");

        assertThat(texts(CURRENT)).containsExactly("H3");
        assertThat(texts(MEMBERSHIPS))
                .containsExactly(
                        "H1 2026-03-01 2026-04-01",
                        "H2 2026-04-01 2026-05-01",
                        "H3 2026-05-01 open");
    }

    @Test
    void takesRepeatedRowsOfOneBatchInOrder() {
        assertThat(
                        outcomes(
                                "k1",
                                row("1", "2026-04-01", ZHANG, "H2"),
                                row("1", "2026-04-01", ZHANG, "H2"),
                                row("1", "2026-03-01", ZHANG, "H1"),
                                row("1", "2026-04-01", ZHANG, "H9"),
                                row("1", "2026-05-01", ZHANG, "H3")))
                .containsExactly(
                        "ACCEPTED",
                        "UNCHANGED",
                        "SUPERSEDED",
                        "REJECTED SAME_TIME_OTHER_CONTENT@observedAt",
                        "ACCEPTED");
        assertThat(texts(CURRENT)).containsExactly("H3");
    }

    @Test
    void leavesAFactThatIsThereAlready() {
        outcomes("k1", row("1", "2026-03-01", ZHANG, "H1"));

        assertThat(outcomes("k2", row("1", "2026-03-01", ZHANG, "H1")))
                .containsExactly("UNCHANGED");
        assertThat(outcomes("k3", row("1", "2026-03-01", ZHANG, "H2")))
                .containsExactly("REJECTED SAME_TIME_OTHER_CONTENT@observedAt");
        assertThat(texts(MEMBERSHIPS)).containsExactly("H1 2026-03-01 open");
    }

    @Test
    void withdrawsAndRestores() {
        outcomes("k1", row("1", "2026-03-01", ZHANG, "H1"), row("1", "2026-04-01", ZHANG, "H2"));

        JsonNode foreign = withdraw("MZ", "1");
        JsonNode first = withdraw("GA", "1");

        assertThat(foreign.at("/errors/0/extensions/code").asString())
                .isEqualTo("RECORD_NOT_FOUND");
        assertThat(first.at("/data/withdraw/restored").isNull()).as("%s", first).isFalse();
        assertThat(texts(CURRENT)).containsExactly("H1");
        assertThat(texts(MEMBERSHIPS))
                .containsExactly("H1 2026-03-01 open", "H2 2026-04-01 2026-04-01");
        assertThat(withdraw("GA", "1").at("/data/withdraw/restored").isNull()).isTrue();
        assertThat(texts(CURRENT)).isEmpty();
        assertThat(withdraw("GA", "1").at("/errors/0/extensions/code").asString())
                .isEqualTo("RECORD_NOT_FOUND");
        assertThat(outcomes("k2", row("1", "2026-04-01", ZHANG, "H2"))).containsExactly("ACCEPTED");
    }

    private JsonNode withdraw(String department, String recordNo) {
        return hub.ask(
                department,
                "mutation ($no: String!) { withdraw(category: GA01, recordNo: $no, reason: \"录错\")"
                        + " { record restored } }",
                Map.of("no", recordNo));
    }

    @Test
    void endsADutyToSupportWithDivorceWhicheverArrivesFirst() {
        String supports =
                "MATCH (:Person)-[s:SUPPORTS]->(:Person) RETURN toString(s.from) + ' ' +"
                        + " coalesce(toString(s.to), 'open')";
        String header = "recordNo,observedAt,idNumber,action,spouseIdNo,registeredOn\n";
        String marriage =
                "M1,2020-05-01T08:00:00+08:00,%s,MARRIAGE,%s,2020-05-01\n".formatted(ZHANG, LI);
        String divorce =
                "D1,2024-06-01T08:00:00+08:00,%s,DIVORCE,%s,2024-06-01\n".formatted(LI, ZHANG);

        marry("k1", header + divorce);
        marry("k2", header + marriage);
        assertThat(texts(supports)).containsExactly("2020-05-01 2024-06-01");

        hub.ask(
                "MZ",
                "mutation { withdraw(category: MZ10, recordNo: \"D1\", reason: \"录错\") { record }"
                        + " }");
        assertThat(texts(supports)).containsExactly("2020-05-01 open");
    }

    private void marry(String key, String body) {
        var response =
                owner.send(
                        "MZ", "MZ10", key, "text/csv", null, body.getBytes(StandardCharsets.UTF_8));
        assertThat(Owner.json(response).at("/counts/accepted").asInt())
                .as(response.body())
                .isEqualTo(1);
    }
}
