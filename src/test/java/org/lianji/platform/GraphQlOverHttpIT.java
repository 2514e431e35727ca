package org.lianji.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.Npm;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

/**
 * The audits of the GraphQL over HTTP specification, one test each. What the specification leaves
 * open is not asked.
 */
@HubTest
class GraphQlOverHttpIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired Hub hub;

    @TestFactory
    List<DynamicTest> keepsToTheSpecification() {
        Npm.Result audits =
                Npm.run(
                        Map.of("HUB_URL", hub.address() + "/graphql", "HUB_TOKEN", hub.token("MZ")),
                        "node",
                        "src/test/npm/audits.js");
        assertThat(audits.exit()).as(audits.output()).isZero();
        List<JsonNode> results = audits.output().lines().map(JSON::readTree).toList();
        assertThat(results).as("audits").hasSizeGreaterThan(60);
        return results.stream()
                .filter(result -> !result.get("name").asString().startsWith("MAY"))
                .map(GraphQlOverHttpIT::test)
                .toList();
    }

    private static DynamicTest test(JsonNode result) {
        return DynamicTest.dynamicTest(
                result.get("id").asString() + " " + result.get("name").asString(),
                () ->
                        assertThat(result.get("status").asString())
                                .as(result.toPrettyString())
                                .isEqualTo("ok"));
    }
}
