package org.lianji.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/**
 * What is no region code is told, wherever one is taken: it is no place in which nothing is due.
 */
@HubTest
class RegionArgumentsIT {

    private static final List<String> LISTS =
            List.of(
                    "warnings",
                    "worklist",
                    "cases",
                    "clues",
                    "specialAids",
                    "visitsDue",
                    "reviewsDue");

    @Autowired Hub hub;

    @ParameterizedTest
    @ValueSource(strings = {"150924", "", "abc", "15092410600１", "1509241060000"})
    void areRegionCodes(String region) {
        for (String list : LISTS) {
            wrong(
                    hub.ask(
                            "MZ-COUNTY",
                            "query ($r: RegionCode) { %s(region: $r) { __typename } }"
                                    .formatted(list),
                            Map.of("r", region)),
                    "region");
            wrong(
                    hub.ask(
                            "MZ-COUNTY",
                            "{ %s(region: \"%s\") { __typename } }".formatted(list, region)),
                    "region");
        }
        wrong(
                hub.ask(
                        "MZ-TOWN",
                        "mutation ($r: RegionCode!) { askForCooperation(input: {matter: \"Jnone\","
                                + " registeredIn: $r, note: \"是否已获救助\"}) { id } }",
                        Map.of("r", region)),
                "input.registeredIn");
    }

    private static void wrong(JsonNode answer, String argument) {
        JsonNode details = answer.at("/errors/0/extensions");
        assertThat(details.at("/code").asString()).as(answer.toString()).isEqualTo("VALUE");
        assertThat(details.toString()).contains("REGION_FORMAT", "\"" + argument + "\"");
    }
}
