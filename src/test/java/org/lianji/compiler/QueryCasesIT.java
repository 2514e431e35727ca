package org.lianji.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.execution.RawVariables;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.parser.Parser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.people.IdentityHash;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.query.Admission;
import org.lianji.query.Case;
import org.lianji.query.RecordQueries;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.Plan;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The compiler, proven by documents: each file under {@code src/test/resources/query} holds a
 * caller and a query, the Cypher and the slots they must compile to, and the answer over the facts
 * of {@code facts.cypher}. Run with {@code -Dquery.cases=write} to write what is produced, and read
 * the difference.
 */
@HubTest
class QueryCasesIT {

    private static final Path CASES = Path.of("src/test/resources/query");
    private static final List<String> NUMBERS =
            List.of("150902195603121010", "150924198807042025", "150929201602294014");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired Hub hub;

    @Autowired Driver driver;

    @Autowired GraphQlSource source;

    @Autowired RecordQueries reads;

    @Autowired IdentityHash hash;

    @Autowired Clock clock;

    @BeforeEach
    void facts() throws IOException {
        Map<String, Object> hashes = new HashMap<>();
        for (String number : NUMBERS) {
            hashes.put(number, hash.of(number));
        }
        driver.executableQuery(Files.readString(CASES.resolve("facts.cypher")))
                .withParameters(Map.of("hash", hashes))
                .execute();
    }

    static Stream<Path> cases() throws IOException {
        return Files.list(CASES).filter(path -> path.toString().endsWith(".md")).sorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void compilesAndAnswersAsWritten(Path file) throws IOException {
        Case written = Case.read(file);
        Case produced = written.with(compile(written), answer(written));

        if ("write".equals(System.getProperty("query.cases"))) {
            Files.writeString(file, produced.text());
        }
        assertThat(produced.text()).isEqualTo(written.text());
    }

    /** Alone a question is completed in one walk, beside the catalogue field by field. */
    @ParameterizedTest
    @MethodSource("cases")
    void answersTheSameFieldByField(Path file) throws IOException {
        Case written = Case.read(file);
        String question = written.section("graphql");
        int end = question.lastIndexOf('}');
        String more = question.substring(0, end) + " catalogue { departments { code } } }";

        JsonNode alone = ask(written, question).path("data");
        JsonNode beside = ask(written, more).path("data");

        alone.properties()
                .forEach(
                        field ->
                                assertThat(beside.path(field.getKey()).toString())
                                        .isEqualTo(field.getValue().toString()));
        assertThat(beside.path("catalogue").isObject()).isTrue();
    }

    /** What is asked for by name or a page at a time costs what it answers, not what there is. */
    @ParameterizedTest
    @MethodSource("cases")
    void seeksByIndexAndStreams(Path file) throws IOException {
        String cypher = Case.read(file).section("cypher");
        if (!cypher.isEmpty()) {
            Plan plan =
                    driver.executableQuery("EXPLAIN " + cypher)
                            .withParameters(Map.of("rows", List.of()))
                            .execute()
                            .summary()
                            .plan();

            assertThat(operators(plan))
                    .noneMatch(
                            operator ->
                                    operator.startsWith("AllNodesScan")
                                            || operator.startsWith("NodeByLabelScan")
                                            || operator.startsWith("Eager@"));
        }
    }

    private static List<String> operators(Plan plan) {
        return Stream.concat(
                        Stream.of(plan.operatorType()),
                        plan.children().stream().flatMap(child -> operators(child).stream()))
                .toList();
    }

    private Map<String, String> compile(Case written) {
        Map<String, String> sections = new LinkedHashMap<>();
        try {
            CompiledStatement compiled = Compiler.compile(question(written), fields(written));
            sections.put("cypher", compiled.cypher());
            sections.put("json slots", JSON.writeValueAsString(readable(compiled.parameters())));
        } catch (Problem problem) {
            sections.put("text refused", problem.code().name() + " " + problem.details());
        }
        return sections;
    }

    private QueryContext question(Case written) {
        Caller caller =
                new Caller(written.caller(), "test", Set.of(Role.SYSTEM), "150900000000", null);
        return reads.question(caller, Admission.reason(written.reason()));
    }

    private List<graphql.normalized.ExecutableNormalizedField> fields(Case written) {
        var document = Parser.parse(written.section("graphql"));
        return ExecutableNormalizedOperationFactory
                .createExecutableNormalizedOperationWithRawVariables(
                        source.schema(), document, null, RawVariables.of(written.variables()))
                .getTopLevelFields();
    }

    /** The slots of this question alone; hashes and days differ from run to run. */
    private Map<String, Object> readable(Map<String, Object> slots) {
        Map<String, Object> readable = new LinkedHashMap<>();
        slots.forEach(
                (name, value) -> {
                    if (name.matches("p\\d+")) {
                        readable.put(name, readable(value));
                    }
                });
        return readable;
    }

    private Object readable(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::readable).toList();
        }
        if (value.equals(LocalDate.now(clock))) {
            return "today";
        }
        return NUMBERS.stream()
                .filter(number -> value.equals(hash.of(number)))
                .findFirst()
                .map(number -> "hash of " + number)
                .orElse(value.toString());
    }

    private String answer(Case written) {
        JsonNode answer = ask(written, written.section("graphql"));
        // what it cost is the door's matter
        if (answer.get("extensions") instanceof ObjectNode extensions) {
            extensions.remove("cost");
            if (extensions.isEmpty()) {
                ((ObjectNode) answer).remove("extensions");
            }
        }
        return JSON.writeValueAsString(answer)
                .replaceAll("(Cursor\"|cursor\") : \"[^\"]+\"", "$1 : \"…\"");
    }

    private JsonNode ask(Case written, String question) {
        return hub.ask(written.caller(), written.reason(), question, written.variables());
    }
}
