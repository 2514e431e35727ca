package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HubTest
class UploadIT {

    private static final String HEADER =
            "recordNo,observedAt,idNumber,personName,hukouNo,relationToHead,hukouRegion,name,sex,birthDate\n";
    private static final String FIRST =
            "1,2026-03-01T08:00:00+08:00,150902195603121010,张三,H1,户主,150902001001,张三,男,1956-03-12\n";

    @Autowired
    Hub hub;

    @Autowired
    Neo4jClient graph;

    @Test
    void keepsARowAndItsRelations() {
        HttpResponse<String> response = upload("GA", "GA01", "k1", HEADER + FIRST);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        JsonNode receipt = JsonMapper.shared().readTree(response.body());
        assertThat(receipt.at("/state").asString()).isEqualTo("COMPLETE");
        assertThat(receipt.at("/counts/accepted").asInt()).isEqualTo(1);
        assertThat(count("MATCH (:Region {code: '150902001001'})<-[:REGISTERED_IN]-(p:Person)-[m:MEMBER_OF]->(:Household"
                        + " {key: 'REGISTERED|GA|H1'})-[:LIVES_IN]->(:Region) WHERE m.relation = 'HEAD' RETURN count(*)"))
                .isEqualTo(1);
        assertThat(count("MATCH (:Department {code: 'GA'})<-[:BY]-(:Batch)<-[:FROM]-(r:Record:HouseholdRegistration"
                        + " {linkage: 'LINKED'})-[:ABOUT]->(:Person) RETURN count(r)"))
                .isEqualTo(1);
    }

    private long count(String statement) {
        return graph.query(statement).fetchAs(Long.class).one().orElseThrow();
    }

    private HttpResponse<String> upload(String department, String category, String key, String body) {
        return hub.send(hub.as(department, "/contributions/" + category)
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }
}
