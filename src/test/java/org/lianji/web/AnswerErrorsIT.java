package org.lianji.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Errors of questions that GraphQL itself refuses: a code, a sentence of the hub's, and no value of
 * a person.
 */
@HubTest
@ExtendWith(OutputCaptureExtension.class)
class AnswerErrorsIT {

    private static final String ID_NUMBER = "150902195603121010";
    private static final String PHONE = "13904741234";
    private static final String CARD = "6222 0201 1112 2223 333";

    @Autowired Hub hub;

    static Stream<Arguments> questions() {
        return Stream.of(
                Arguments.of("{", Map.of(), "SYNTAX"),
                Arguments.of("{ __typename \"" + ID_NUMBER + "\" }", Map.of(), "SYNTAX"),
                Arguments.of(ID_NUMBER, Map.of(), "SYNTAX"),
                Arguments.of("{ nothing }", Map.of(), "INVALID_DOCUMENT"),
                Arguments.of("{ p" + ID_NUMBER + " }", Map.of(), "INVALID_DOCUMENT"),
                Arguments.of(
                        "{ catalogue(phone: \"" + PHONE + "\") { __typename } }",
                        Map.of(),
                        "INVALID_DOCUMENT"),
                Arguments.of(
                        "{ region(code: " + PHONE + ") { code } }", Map.of(), "INVALID_DOCUMENT"),
                Arguments.of(
                        "{ records(category: MZ01, where: {minimumLivingAllowance: {memberCount:"
                                + " {eq: \""
                                + CARD
                                + "\"}}}) { nodes { id } } }",
                        Map.of(),
                        "INVALID_DOCUMENT"),
                Arguments.of(
                        "query($n: Int = \""
                                + PHONE
                                + "\") { records(category: MZ01, first: $n) { nodes { id } } }",
                        Map.of(),
                        "INVALID_DOCUMENT"),
                Arguments.of(
                        "query A { __typename } query B { __typename }",
                        Map.of(),
                        "OPERATION_NAME_REQUIRED"),
                Arguments.of("mutation { __typename nothing }", Map.of(), "INVALID_DOCUMENT"),
                Arguments.of(
                        "{ person(idNumber: \"" + ID_NUMBER + "\") { id } }",
                        Map.of(),
                        "ID_IN_DOCUMENT"),
                Arguments.of(
                        "{ person(idNumber: " + ID_NUMBER + ") { id } }",
                        Map.of(),
                        "ID_IN_DOCUMENT"),
                Arguments.of(
                        "{ records(category: MZ01, where: {minimumLivingAllowance:"
                                + " {memberIdNumbers: {has: \""
                                + ID_NUMBER
                                + "\"}}}) { nodes { id } } }",
                        Map.of(),
                        "ID_IN_DOCUMENT"),
                Arguments.of(
                        "query($n: IdNumber = \""
                                + ID_NUMBER
                                + "\") { person(idNumber: $n) { id } }",
                        Map.of(),
                        "ID_IN_DOCUMENT"),
                Arguments.of(
                        "query($n: IdNumber!) { person(idNumber: $n) { id } }",
                        Map.of(),
                        "INVALID_VARIABLES"),
                Arguments.of(
                        "query($n: IdNumber!) { person(idNumber: $n) { id } }",
                        Map.of("n", Long.valueOf(ID_NUMBER)),
                        "INVALID_VARIABLES"),
                Arguments.of(
                        "query($c: CategoryCode!) { records(category: $c) { nodes { id } } }",
                        Map.of("c", CARD),
                        "INVALID_VARIABLES"),
                Arguments.of(
                        "query($w: RecordFilter) { records(category: MZ01, where: $w) { nodes { id"
                                + " } } }",
                        Map.of("w", Map.of("p" + PHONE, 1)),
                        "INVALID_VARIABLES"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void givesEveryErrorACodeAndRepeatsNoNumber(
            String document, Map<String, Object> variables, String code, CapturedOutput output) {
        JsonNode answer = hub.ask("MZ", new Reason("A", "Cnone"), document, variables);

        assertThat(answer.get("errors"))
                .isNotEmpty()
                .allSatisfy(
                        error -> {
                            assertThat(error.at("/extensions/code").asString())
                                    .as("%s", answer)
                                    .isEqualTo(code);
                            assertThat(error.get("message").asString())
                                    .as("in Chinese")
                                    .matches("(?s).*\\p{IsHan}.*");
                        });
        assertThat(answer.toString()).doesNotContain(ID_NUMBER, PHONE, CARD);
        assertThat(output.getAll()).doesNotContain(ID_NUMBER, PHONE, CARD);
    }

    static Stream<Arguments> nulls() {
        return Stream.of(
                Arguments.of(
                        "query ($s: Boolean = false) { regions { code name @include(if: $s) } }",
                        "s",
                        64),
                Arguments.of(
                        "query ($s: Boolean = true) { regions { ...R } } fragment R on Region {"
                                + " code @skip(if: $s) }",
                        "s",
                        87),
                Arguments.of(
                        "query ($c: CategoryCode = MZ13) { records(category: $c) { nodes { id } }"
                                + " }",
                        "c",
                        53),
                Arguments.of(
                        "query ($c: CategoryCode = MZ13) { catalogue { categories(codes: [$c]) {"
                                + " code } } }",
                        "c",
                        66));
    }

    @ParameterizedTest
    @MethodSource("nulls")
    void refusesNullWhereAVariablesDefaultHidThatNoneMayStand(
            String document, String variable, int column) {
        HttpResponse<String> answer =
                hub.send(
                        hub.question(
                                "MZ",
                                Reason.NONE,
                                document,
                                Collections.singletonMap(variable, null)));

        JsonNode error = JsonMapper.shared().readTree(answer.body()).at("/errors/0");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(error.at("/extensions/code").asString()).isEqualTo("INVALID_VARIABLES");
        assertThat(error.at("/extensions/details/path").toString())
                .isEqualTo("[\"" + variable + "\"]");
        assertThat(error.at("/locations").toString())
                .isEqualTo("[{\"line\":1,\"column\":" + column + "}]");
        assertThat(hub.ask("MZ", document).has("errors")).as("without it").isFalse();
    }

    @Test
    void saysThatAnIdNumberBelongsInAVariable() {
        JsonNode answer = hub.ask("MZ", "{ person(idNumber: \"" + ID_NUMBER + "\") { id } }");

        assertThat(answer.at("/errors/0/message").asString()).isEqualTo("公民身份号码只能放在变量里，不能写进查询文本");
        assertThat(answer.at("/errors/0/extensions/details/argument").asString())
                .isEqualTo("idNumber");
        assertThat(answer.at("/errors/0/locations/0/column").asInt()).isPositive();
    }

    @Test
    void saysWhichPlaceInAVariableIsWrong() {
        String document =
                "mutation ($rows: RecordRows!) { contribute(category: GA01, idempotencyKey:"
                        + " \"k\", rows: $rows) { id } }";
        Map<String, Object> good =
                Map.of(
                        "recordNo", "1",
                        "observedAt", "2026-01-02T00:00:00+08:00",
                        "idNumber", ID_NUMBER,
                        "hukouNo", "H1",
                        "relationToHead", "HEAD",
                        "hukouRegion", "150902001001",
                        "name", "某",
                        "sex", "MALE",
                        "birthDate", "1956-03-12");
        Map<String, Object> bad = new HashMap<>(good);
        bad.put("sex", PHONE);

        JsonNode answer =
                hub.ask(
                        "GA",
                        document,
                        Map.of("rows", Map.of("householdRegistration", List.of(good, bad))));

        assertThat(answer.at("/errors/0/extensions/code").asString())
                .isEqualTo("INVALID_VARIABLES");
        assertThat(answer.at("/errors/0/extensions/details/path").toString())
                .isEqualTo("[\"rows\",\"householdRegistration\",1,\"sex\"]");
        assertThat(answer.toString()).doesNotContain(PHONE, ID_NUMBER);
    }

    @Test
    void tellsThePlaceOfANameThatTheCallerMadeUpByWhatIsAroundIt() {
        JsonNode answer =
                hub.ask(
                        "MZ",
                        "query($w: RecordFilter) { records(category: MZ01, where: $w) { nodes { id"
                                + " } } }",
                        Map.of("w", Map.of("minimumLivingAllowance", Map.of("p" + PHONE, 1))));

        assertThat(answer.at("/errors/0/extensions/details/path").toString())
                .isEqualTo("[\"w\",\"minimumLivingAllowance\"]");
    }

    @Test
    void saysWhichNameIsUnknownAndWhere() {
        JsonNode answer = hub.ask("MZ", "{\n  catalogue { nothing }\n}");

        assertThat(answer.at("/errors/0/extensions/details/reason").asString())
                .isEqualTo("Field 'nothing' in type 'Catalogue' is undefined");
        assertThat(answer.at("/errors/0/locations/0/line").asInt()).isEqualTo(2);
    }

    static Stream<Arguments> notOne() {
        String variable =
                "query ($w: RecordFilter) { records(category: MZ01, where: $w) { nodes { id } } }";
        String literal = "{ records(category: MZ01, where: {%s}) { nodes { id } } }";
        Map<String, Object> status = Map.of("status", Map.of("eq", "ACTIVE"));
        return Stream.of(
                Arguments.of(variable, Map.of("w", Map.of())),
                Arguments.of(
                        variable,
                        Map.of(
                                "w",
                                Map.of(
                                        "minimumLivingAllowance",
                                        status,
                                        "motorVehicle",
                                        Map.of()))),
                Arguments.of(variable, Map.of("w", Collections.singletonMap("motorVehicle", null))),
                Arguments.of(literal.formatted(""), Map.of()),
                Arguments.of(literal.formatted("childInHardship: {}, motorVehicle: {}"), Map.of()),
                Arguments.of(literal.formatted("motorVehicle: null"), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("notOne")
    void tellsThatOnlyOneFieldIsTaken(String document, Map<String, Object> variables) {
        JsonNode error = hub.ask("MZ", hub.plan("MZ"), document, variables).at("/errors/0");

        assertThat(error.at("/extensions/code").asString("")).isEqualTo("NOT_ONE_FIELD");
        assertThat(error.get("message").asString()).contains("RecordFilter");
    }
}
