package org.lianji.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A condition that has no value, or says nothing, is told; it never lets more be seen. */
@HubTest
class UnsetConditionsIT {

    @Autowired Hub hub;

    private JsonNode asked(String document, Map<String, Object> variables) {
        return hub.ask("MZ", hub.plan("MZ"), document, variables);
    }

    static Stream<Arguments> unset() {
        return Stream.of(
                Arguments.of(
                        "$w: MinimumLivingAllowanceFilter",
                        "where: {minimumLivingAllowance: $w}",
                        "where.minimumLivingAllowance"),
                Arguments.of(
                        "$w: DibaoStatusFilter",
                        "where: {minimumLivingAllowance: {recordNo: {eq: \"1\"}, status: $w}}",
                        "where.minimumLivingAllowance.status"),
                Arguments.of(
                        "$w: String",
                        "where: {minimumLivingAllowance: {recordNo: {eq: \"1\", startsWith: $w}}}",
                        "where.minimumLivingAllowance.recordNo.startsWith"),
                Arguments.of(
                        "$w: [MinimumLivingAllowanceFilter!]",
                        "where: {minimumLivingAllowance: {and: $w}}",
                        "where.minimumLivingAllowance.and"),
                Arguments.of(
                        "$w: MinimumLivingAllowanceOrder",
                        "orderBy: {minimumLivingAllowance: $w}",
                        "orderBy.minimumLivingAllowance"));
    }

    /** By itself: what is asked beside it is answered. */
    @ParameterizedTest
    @MethodSource("unset")
    void aVariableWithoutValueIsToldAtItsField(String declared, String argument, String place) {
        String document =
                "query (%s) { ok: records(category: MZ01) { totalCount } bad: records(category: MZ01, %s) { totalCount } regions { code } }"
                        .formatted(declared, argument);
        Map<String, Object> empty = new HashMap<>();
        empty.put("w", null);
        for (Map<String, Object> variables : List.of(Map.<String, Object>of(), empty)) {
            JsonNode answer = asked(document, variables);
            assertThat(answer.at("/errors")).as("%s", answer).hasSize(1);
            JsonNode error = answer.at("/errors/0");
            assertThat(error.at("/path").toString()).isEqualTo("[\"bad\"]");
            assertThat(error.at("/extensions/code").asString()).isEqualTo("VARIABLE_WITHOUT_VALUE");
            assertThat(error.at("/extensions/details/variable").asString()).isEqualTo("w");
            assertThat(error.at("/extensions/details/argument").asString()).isEqualTo(place);
            assertThat(error.at("/locations/0/column").asInt()).isPositive();
            assertThat(error.at("/message").asString()).contains("$w");
            assertThat(answer.at("/data/ok/totalCount").asInt(-1)).isZero();
            assertThat(answer.at("/data/bad").isNull()).isTrue();
            assertThat(answer.at("/data/regions")).isNotEmpty();
        }
    }

    @Test
    void aWholeArgumentMayBeLeftOut() {
        JsonNode answer =
                asked(
                        "query ($w: RecordFilter, $o: RecordOrder) { records(category: MZ01, where:"
                                + " $w, orderBy: $o) { totalCount } }",
                        Map.of());
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{and: []}",
                "{and: [{}]}",
                "{or: []}",
                "{or: [{}, {recordNo: {eq: \"1\"}}]}",
                "{not: {}}",
                "{and: [{not: {}}]}",
                "{recordNo: {}}",
                "{recordNo: {startsWith: \"\"}}",
                "{recordNo: {startsWith: \" \"}}"
            })
    void aConditionThatSaysNothingIsRefused(String condition) {
        JsonNode answer =
                asked(
                        "{ records(category: MZ01, where: {minimumLivingAllowance: %s}) { totalCount } }"
                                .formatted(condition),
                        Map.of());
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("NULL_CONDITION");
        assertThat(answer.at("/errors/0/extensions/details/argument").asString())
                .startsWith("where.minimumLivingAllowance");
        assertThat(answer.at("/errors/0/path").toString()).isEqualTo("[\"records\"]");
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of(Map.of(), "NOT_ONE_FIELD", "[\"w\"]", "RecordFilter"),
                Arguments.of(
                        Collections.singletonMap("minimumLivingAllowance", null),
                        "NOT_ONE_FIELD",
                        "[\"w\"]",
                        "RecordFilter"),
                Arguments.of(
                        Map.of("minimumLivingAllowance", Map.of("recordNo", Map.of("eq", 1))),
                        "INVALID_VARIABLES",
                        "[\"w\",\"minimumLivingAllowance\",\"recordNo\",\"eq\"]",
                        "String"));
    }

    /**
     * GraphQL refuses the request before it runs: it is told which variable, where, and of what
     * type.
     */
    @ParameterizedTest
    @MethodSource("misfits")
    void aVariableThatDoesNotFitIsNamed(
            Map<String, Object> value, String code, String path, String type) {
        JsonNode answer =
                asked(
                        "query ($w: RecordFilter) { records(category: MZ01, where: $w) { totalCount"
                                + " } }",
                        Map.of("w", value));
        JsonNode error = answer.at("/errors/0");
        assertThat(error.at("/extensions/code").asString()).as("%s", answer).isEqualTo(code);
        assertThat(error.at("/extensions/details/path").toString()).isEqualTo(path);
        assertThat(error.at("/extensions/details/variable").asString()).isEqualTo("w");
        assertThat(error.at("/extensions/details/type").asString()).isEqualTo(type);
        assertThat(error.at("/locations/0/column").asInt()).isEqualTo(8);
        assertThat(answer.has("data")).isFalse();
    }
}
