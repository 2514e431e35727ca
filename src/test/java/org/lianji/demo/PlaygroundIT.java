package org.lianji.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import graphql.execution.RawVariables;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.parser.Parser;
import graphql.validation.Validator;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.Npm;
import org.lianji.platform.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The playground as a newcomer meets it: in a browser, and by its examples. */
@HubTest
class PlaygroundIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired Hub hub;

    @Autowired GraphQlSource source;

    @Autowired DemoClients clients;

    @Test
    void offersToCompleteWhatATypistOfAnyRoleMayAsk() {
        JsonNode visitors =
                JSON.readTree(
                        hub.send(
                                        HttpRequest.newBuilder(
                                                URI.create(
                                                        hub.address()
                                                                + "/playground/clients.json")))
                                .body());

        assertThat(visitors).isNotEmpty();
        assertThat(visitors)
                .allSatisfy(
                        visitor ->
                                assertThat(visitor.get("readsSchema").asBoolean())
                                        .as(visitor.toString())
                                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "ga, zh-CN, 1280, 目录：部门",
        "citizen, en-GB, 390, Catalogue: departments",
        "charity-a, zh-CN, 390, 目录：部门",
        "auditor, en-GB, 390, Catalogue: departments"
    })
    void signsInRunsAnExampleAndAsksNobodyButTheHub(
            String client, String language, String width, String example) {
        assumeTrue(
                Files.isExecutable(CHROMIUM) || System.getenv("CI") != null,
                "no " + CHROMIUM + ": apt-get install chromium");
        if (client.equals("citizen")) {
            People.makeCitizens(hub);
        }
        Npm.Result visit =
                Npm.run(
                        Map.of(
                                "HUB", hub.address(),
                                "CLIENT", client,
                                "LANGUAGE", language,
                                "WIDTH", width,
                                "EXAMPLE", example,
                                "CHROMIUM", CHROMIUM.toString()),
                        "node",
                        "src/test/npm/playground.js");
        assertThat(visit.exit()).as(visit.output()).isZero();
        JsonNode seen = JSON.readTree(visit.output());

        assertThat(strings(seen.get("complaints"))).isEmpty();
        assertThat(strings(seen.get("requests")))
                .hasSizeGreaterThan(5)
                .contains(hub.address() + "/oauth2/token", hub.address() + "/graphql")
                .allMatch(
                        address ->
                                address.startsWith(hub.address() + "/")
                                        || address.startsWith("blob:" + hub.address() + "/")
                                        || address.startsWith("data:"));
        assertThat(seen.at("/lang").asString())
                .isEqualTo(language.substring(0, 2).equals("zh") ? "zh-CN" : "en");
        assertThat(strings(seen.get("welcomes"))).containsExactlyInAnyOrder("zh", "en");
        assertThat(seen.at("/title").asString()).startsWith(example);
        assertThat(strings(seen.get("examples")))
                .allMatch(
                        title -> language.startsWith("zh") == title.matches("(?s).*\\p{IsHan}.*"));
        assertThat(strings(seen.get("unfit"))).isEmpty();
        assertThat(seen.at("/seen/width").asInt()).isGreaterThan(300);
        assertThat(seen.at("/answer/errors").isMissingNode()).as(visit.output()).isTrue();
        assertThat(seen.at("/answer/data/catalogue/departments")).hasSize(12);
        assertThat(seen.at("/shown").asString()).contains("departments");
    }

    @TestFactory
    List<DynamicTest> everyExampleFitsTheSchema() {
        Npm.Result printed =
                Npm.run(
                        Map.of("CLIENTS", JSON.writeValueAsString(clients.clients())),
                        "node",
                        "src/test/npm/examples.js");
        assertThat(printed.exit()).as(printed.output()).isZero();
        List<DynamicTest> tests = new ArrayList<>();
        Set<String> queries = new HashSet<>();
        JSON.readTree(printed.output())
                .forEachEntry(
                        (whose, examples) -> {
                            assertThat(examples).as(whose).isNotEmpty();
                            examples.forEach(
                                    example -> {
                                        if (queries.add(example.at("/query").asString())) {
                                            tests.add(
                                                    DynamicTest.dynamicTest(
                                                            whose
                                                                    + " "
                                                                    + example.at("/title")
                                                                            .asString(),
                                                            () -> validate(example)));
                                        }
                                    });
                        });
        assertThat(tests).hasSizeGreaterThan(40);
        return tests;
    }

    private void validate(JsonNode example) {
        var document = Parser.parse(example.at("/query").asString());
        assertThat(new Validator().validateDocument(source.schema(), document, Locale.ENGLISH))
                .isEmpty();
        Map<String, Object> variables =
                example.has("variables")
                        ? JSON.convertValue(example.get("variables"), new TypeReference<>() {})
                        : Map.of();
        assertThat(
                        ExecutableNormalizedOperationFactory
                                .createExecutableNormalizedOperationWithRawVariables(
                                        source.schema(), document, null, RawVariables.of(variables))
                                .getTopLevelFields())
                .isNotEmpty();
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
