package org.lianji.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianji.Hub;
import org.lianji.TestClock;
import org.lianji.platform.DoorTest;
import org.lianji.platform.Reason;
import org.lianji.platform.Ticks;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests that ask for more than one may, each sent as it would come. */
@DoorTest
class LimitsIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired Hub hub;
    @Autowired Ticks.Pulse pulse;
    @Autowired TestClock clock;

    @BeforeEach
    void fillBuckets() {
        clock.advance(Duration.ofSeconds(2));
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("TOO_MANY_TOKENS", "{ a(b: [" + "1 ".repeat(20_000) + "]) }"),
                Arguments.of("TOO_DEEP", nested(13)),
                Arguments.of("TOO_DEEP", nested(150)),
                Arguments.of("TOO_DEEP", "{ a(b: " + "[".repeat(900) + "]".repeat(900) + ") }"),
                Arguments.of("TOO_DEEP", "{ ...A } fragment A on Query " + nested(13)),
                Arguments.of("TOO_MANY_ALIASES", many(4_000, "a%d: __typename")),
                Arguments.of("TOO_MANY_FIELDS", many(2_001, "f%d")),
                Arguments.of("TOO_MANY_FIELDS", "{ f0 { x } }" + bomb(60)),
                Arguments.of("TOO_MANY_FIELDS", "{ ...F0 }" + bomb(60)),
                Arguments.of(
                        "TOO_MANY_FIELDS", "{ ...A } fragment A on Query " + many(2_001, "f%d")),
                Arguments.of("TOO_MANY_REPEATS", "{" + " __typename".repeat(15_000) + "}"),
                Arguments.of(
                        "TOO_MANY_DIRECTIVES",
                        "{ __typename" + " @include(if: true)".repeat(101) + "}"),
                Arguments.of(
                        "TOO_MANY_DIRECTIVES",
                        "query" + " @include(if: true)".repeat(101) + " { __typename }"),
                Arguments.of("TOO_MANY_FRAGMENTS", "{ __typename }" + chain(201)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void refusesADocumentThatAsksForTooMuch(String code, String document) {
        assertRefused(send("MZ", document, Map.of()), 400, code);
    }

    /** Levels of selections, each of one field. */
    private static String nested(int levels) {
        return "{ a ".repeat(levels) + "}".repeat(levels);
    }

    private static String many(int number, String field) {
        return IntStream.range(0, number)
                .mapToObj(field::formatted)
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    /** Each fragment spreads the next one twice: two to the power of that number, expanded. */
    private static String bomb(int fragments) {
        return IntStream.range(0, fragments)
                        .mapToObj(
                                i ->
                                        " fragment F%d on Query { ...F%d ...F%d }"
                                                .formatted(i, i + 1, i + 1))
                        .collect(Collectors.joining())
                + " fragment F%d on Query { __typename }".formatted(fragments);
    }

    private static String chain(int fragments) {
        return IntStream.range(0, fragments)
                .mapToObj(
                        i ->
                                " fragment F%d on Query { %s }"
                                        .formatted(
                                                i,
                                                i == fragments - 1
                                                        ? "__typename"
                                                        : "...F" + (i + 1)))
                .collect(Collectors.joining());
    }

    @Test
    void takesFragmentsOneBelowTheOther() {
        assertThat(hub.ask("MZ", "{ ...F0 }" + chain(200)).at("/data/__typename").asString())
                .isEqualTo("Query");
    }

    @Test
    void leavesFragmentsThatSpreadThemselvesToValidation() {
        JsonNode answer =
                hub.ask(
                        "MZ",
                        "{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A"
                                + " ...A }");

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("INVALID_DOCUMENT");
    }

    static Stream<Arguments> variables() {
        return Stream.of(
                Arguments.of("variableDepth", nestedList(11)),
                Arguments.of("variableValues", Collections.nCopies(25_000, 1)),
                Arguments.of("variableCharacters", "x".repeat(200_001)),
                Arguments.of(
                        "variableCharacters", Map.of("x".repeat(40_000), "x".repeat(160_001))));
    }

    @ParameterizedTest
    @MethodSource("variables")
    void refusesVariablesThatAreTooLarge(String what, Object value) {
        HttpResponse<String> answer = send("MZ", "{ __typename }", Map.of("v", value));

        assertRefused(answer, 400, "VARIABLES_TOO_LARGE");
        assertThat(answer.body()).contains("\"what\":\"" + what + "\"");
    }

    private static Object nestedList(int depth) {
        Object value = 1;
        for (int i = 0; i < depth; i++) {
            value = List.of(value);
        }
        return value;
    }

    static Stream<Arguments> expensive() {
        String people = "{ person { records(first: 200) { nodes { id recordNo } } } }";
        return Stream.of(
                Arguments.of(
                        "{ records(category: MZ01, first: 200) { nodes " + people + " } }",
                        Map.of()),
                Arguments.of(
                        "{ records(category: MZ01, last: 200) { edges { node " + people + " } } }",
                        Map.of()),
                Arguments.of(
                        "query ($n: Int) { records(category: MZ01, first: $n) { nodes "
                                + people
                                + " } }",
                        Map.of("n", 200)),
                Arguments.of(
                        "{ records(category: MZ01, first: 100000) { nodes { id } } }", Map.of()),
                Arguments.of("{ ...A } " + repeated(60), Map.of()));
    }

    /** A page asked for sixty times in a fragment, and the fragment's children spread again. */
    private static String repeated(int times) {
        return "fragment A on Query "
                + many(
                        times,
                        "a%d: records(category: MZ01, first: 200) { nodes { id recordNo person { id"
                                + " name sex birthDate memberships { category } } } }");
    }

    @ParameterizedTest
    @MethodSource("expensive")
    void refusesAnOperationThatCostsTooMuch(String document, Map<String, Object> variables) {
        HttpResponse<String> answer = send("MZ", document, variables);

        assertRefused(answer, 400, "TOO_EXPENSIVE");
        JsonNode details = JSON.readTree(answer.body()).at("/errors/0/extensions/details");
        assertThat(details.get("cost").asLong()).isGreaterThan(details.get("limit").asLong());
    }

    /** Branches multiply the statement's text, whatever the size of the pages. */
    @Test
    void countsABranchForEachTypeAtEachLevel() {
        String types =
                Stream.of(
                                "MinimumLivingAllowance",
                                "HouseholdRegistration",
                                "ExtremeHardshipSupport",
                                "TemporaryRelief")
                        .map("... on %s { recordNo }"::formatted)
                        .collect(Collectors.joining(" "));
        String level = "records(first: 1) { nodes { " + types + " id person { %s } } }";

        long one = cost("{ node(id: \"P1\") { ... on Person { " + level.formatted("id") + " } } }");
        long two =
                cost(
                        "{ node(id: \"P1\") { ... on Person { "
                                + level.formatted(level.formatted("id"))
                                + " } } }");

        assertThat(two).isGreaterThan(5 * one);
    }

    @Test
    void refusesAStatementOfTooManyBranches() {
        String level =
                "nodes { ... on MinimumLivingAllowance { id } ... on TemporaryRelief { id } ... on"
                        + " MotorVehicle { id } person { records(first: 1) { %s } } }";
        String document = "nodes { id }";
        for (int i = 0; i < 4; i++) {
            document = level.formatted(document);
        }

        assertRefused(
                send("MZ", "{ records(category: MZ01, first: 1) { " + document + " } }", Map.of()),
                400,
                "TOO_DEEP");
        assertRefused(
                send(
                        "MZ",
                        "{ records(category: MZ01, first: 1) { ...A } } " + nestedBranches(),
                        Map.of()),
                400,
                "TOO_COMPLEX");
    }

    /** Three levels of records, each told apart by all types of six departments. */
    private static String nestedBranches() {
        String types =
                "... on MinimumLivingAllowance { id } ... on TemporaryRelief { id } ... on"
                    + " MotorVehicle { id } ... on ChildInHardship { id } ... on RealEstate { id }"
                    + " ... on FarmSubsidy { id } ... on MarketEntityRole { id } ... on"
                    + " PensionPayment { id } ";
        String people = "id name sex birthDate nation idNumber ";
        return "fragment A on RecordConnection { nodes { "
                + types
                + " id recordNo person { "
                + people
                + " records(first: 1) { nodes { "
                + types
                + " id recordNo person { "
                + people
                + " records(first: 1) { nodes { "
                + types
                + " id recordNo observedAt } } } } } } } }";
    }

    @Test
    void tellsTheCostBesideTheAnswer() {
        assertThat(cost("{ __typename }")).isEqualTo(1);
        assertThat(cost("{ region(code: \"150900000000\") { code name } }")).isEqualTo(3);
        assertThat(cost("{ records(category: MZ01, first: 50) { nodes { id recordNo } } }"))
                .isEqualTo(1 + 50 * (1 + 2));
        assertThat(
                        cost(
                                "{ records(category: MZ01) { edges { node { id } } pageInfo {"
                                        + " hasNextPage } } }"))
                .isEqualTo(1 + 20 * (1 + 2 + 2));
        assertThat(cost("{ receipts { nodes { id } } }")).isEqualTo(1 + 50 * 2);
        assertThat(cost("{ regions { children { code } } }")).isEqualTo(1 + 20 * (1 + 20));
    }

    @Test
    void countsThePageThatAVariableAsksForEachTime() {
        String page = "query ($n: Int) { records(category: MZ01, first: $n) { nodes { id } } }";

        assertThat(cost(page, Map.of("n", 2))).isEqualTo(1 + 2 * 2);
        assertThat(cost(page, Map.of("n", 50))).isEqualTo(1 + 50 * 2);
    }

    private long cost(String document) {
        return cost(document, Map.of());
    }

    private long cost(String document, Map<String, Object> variables) {
        JsonNode answer = JSON.readTree(send("MZ", document, variables).body());
        assertThat(answer.at("/extensions/cost").isNumber()).as(answer.toString()).isTrue();
        return answer.at("/extensions/cost").asLong();
    }

    @ParameterizedTest
    @CsvSource({"MZ", "MZ-HEAD", "MZ-COUNTY", "MZ-TOWN", "AUDITOR"})
    void showsTheSchemaToThoseOfADepartmentAndAuditors(String caller) {
        assertThat(hub.ask(caller, "{ __schema { queryType { name } } }").has("errors")).isFalse();
        assertThat(hub.send(hub.as(caller, "/graphql/schema")).statusCode()).isEqualTo(200);
    }

    static Stream<Arguments> aboutTheSchema() {
        return Stream.of(
                Arguments.of(
                        "{ __schema { queryType { fields { name } } mutationType { fields { name }"
                                + " } } }",
                        ""),
                Arguments.of(
                        "{ a: __type(name: \"Query\") { name } b: __type(name: \"Mutation\") { name"
                            + " } s: __schema { types { name inputFields { name } fields { name } }"
                            + " } }",
                        ""),
                Arguments.of(
                        "{ __schema { types { fields { type { fields { type { fields { name } } } }"
                                + " } } } }",
                        "INTROSPECTION_TOO_DEEP"),
                Arguments.of(
                        "{ __schema { types "
                                + many(60, "f%d: fields { args { name type { name kind } } }")
                                + " } }",
                        "INTROSPECTION_TOO_LARGE"),
                Arguments.of(
                        "{ ...A } fragment A on Query { __schema { types { possibleTypes { ...B } }"
                                + " } } fragment B on __Type { fields { args { name } } }",
                        "INTROSPECTION_TOO_DEEP"));
    }

    @ParameterizedTest
    @MethodSource("aboutTheSchema")
    void weighsQuestionsAboutTheSchemaByWhatTheyComeTo(String document, String code) {
        assertThat(hub.ask("MZ", document).at("/errors/0/extensions/code").asString(""))
                .isEqualTo(code);
    }

    @Test
    void announcesOnlyDirectivesThatItCarriesOut() {
        JsonNode answer = hub.ask("MZ", "{ __schema { directives { name } } }");

        assertThat(
                        answer.at("/data/__schema/directives")
                                .valueStream()
                                .map(one -> one.get("name").asString()))
                .contains("include", "skip", "deprecated", "specifiedBy", "oneOf", "item")
                .doesNotContain("defer", "experimental_disableErrorPropagation");
    }

    @Test
    void refusesADirectiveThatItDoesNotCarryOut() {
        JsonNode answer = hub.ask("MZ", "{ catalogue { ... @defer { departments { code } } } }");

        assertThat(answer.at("/errors/0/extensions/details/reason").asString())
                .isEqualTo("Unknown directive 'defer'");
        assertThat(answer.at("/errors/0/locations/0/column").asInt()).isEqualTo(19);
    }

    @Test
    void tellsWhatSpecifiesItsScalars() {
        JsonNode types =
                hub.ask("MZ", "{ __schema { types { name kind specifiedByURL isOneOf } } }");

        Map<String, JsonNode> byName = new HashMap<>();
        types.at("/data/__schema/types")
                .forEach(type -> byName.put(type.get("name").asString(), type));
        assertThat(
                        List.of(
                                "Date",
                                "DateTime",
                                "YearMonth",
                                "Money",
                                "RegionCode",
                                "UnifiedCode",
                                "IdNumber"))
                .allSatisfy(
                        name ->
                                assertThat(byName.get(name).get("specifiedByURL").asString(""))
                                        .as(name)
                                        .startsWith("https://"));
        assertThat(List.of("RecordFilter", "RecordOrder", "RecordRows"))
                .allMatch(name -> byName.get(name).get("isOneOf").asBoolean());
    }

    static Stream<Arguments> conditions() {
        Map<String, Object> number = Map.of("recordNo", Map.of("eq", "x"));
        return Stream.of(
                Arguments.of("or", Collections.nCopies(1_000, number), "TOO_COMPLEX"),
                Arguments.of("and", Collections.nCopies(1_000, number), "TOO_COMPLEX"),
                Arguments.of(
                        "or",
                        List.of(Map.of("or", Collections.nCopies(1_000, number))),
                        "TOO_COMPLEX"),
                Arguments.of(
                        "recordNo", Map.of("in", Collections.nCopies(24_000, "x")), "TOO_COMPLEX"),
                Arguments.of(
                        "or",
                        Collections.nCopies(
                                20, Map.of("registeredIn", Map.of("within", "150924000000"))),
                        "TOO_COMPLEX"),
                Arguments.of("or", Collections.nCopies(100, number), ""),
                Arguments.of("recordNo", Map.of("in", Collections.nCopies(1_000, "x")), ""));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void weighsConditions(String name, Object value, String code) {
        Map<String, Object> where = Map.of("minimumLivingAllowance", Map.of(name, value));
        String document =
                "query ($w: RecordFilter) { records(category: MZ01, first: 1, where: $w) { nodes {"
                        + " id } } }";
        String literal =
                "{ records(category: MZ01, first: 1, where: "
                        + JSON.writeValueAsString(where).replaceAll("\"(\\w+)\":", "$1:")
                        + ") { nodes { id } } }";

        Reason plan = hub.plan("MZ");
        assertThat(code(hub.ask("MZ", plan, document, Map.of("w", where)))).isEqualTo(code);
        if (literal.length() < 60_000) {
            assertThat(code(hub.ask("MZ", plan, literal, Map.of()))).isEqualTo(code);
        }
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString("");
    }

    @Test
    void boundsConditionsWithinOneAnother() {
        String nested = "{status: {eq: ACTIVE}}";
        for (int i = 0; i < 5; i++) {
            nested = "{not: " + nested + "}";
        }
        String document =
                "{ records(category: MZ01, first: 1, where: {minimumLivingAllowance: %s}) { nodes {"
                        + " id } } }";
        Reason plan = hub.plan("MZ");

        assertThat(code(hub.ask("MZ", plan, document.formatted(nested), Map.of()))).isEmpty();
        assertThat(code(hub.ask("MZ", plan, document.formatted("{not: " + nested + "}"), Map.of())))
                .isEqualTo("TOO_DEEP");
    }

    @Test
    void answersIntrospectionAsToolsWriteIt() {
        JsonNode answer = hub.ask("MZ", graphql.introspection.IntrospectionQueryBuilder.build());

        assertThat(answer.has("errors")).as(answer.toString().substring(0, 200)).isFalse();
    }

    @Test
    void refusesASubscriptionByPost() {
        assertRefused(
                send("MZ", "subscription { ticks }", Map.of()), 400, "SUBSCRIPTION_NEEDS_STREAM");
        assertThat(pulse.news).isEmpty();
    }

    private HttpResponse<String> send(
            String caller, String document, Map<String, Object> variables) {
        Map<String, Object> body = new HashMap<>(Map.of("query", document));
        body.put("variables", variables);
        return hub.send(
                hub.as(caller, "/graphql")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).propertyNames()).containsExactly("errors");
    }
}
