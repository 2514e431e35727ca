package org.lianji;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.Introspection;
import graphql.language.AstPrinter;
import graphql.language.Node;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.DirectiveInfo;
import graphql.schema.idl.ScalarInfo;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The schema as a whole, derived types included: served, described, in good form, and every field
 * of it answered.
 */
@HubTest
class SchemaIT {

    private static final Pattern CHINESE_THEN_ENGLISH =
            Pattern.compile(
                    "(?s)[^/]*\\p{IsHan}.* /"
                            + " \\P{IsHan}*[A-Za-z]\\P{IsHan}*(\\p{IsHan}{1,4}\\P{IsHan}*)*");

    @Autowired Hub hub;

    @Autowired GraphQlSource source;

    @Autowired AtomicReference<SchemaReport> report;

    @TestConfiguration
    static class Inspection {

        @Bean
        AtomicReference<SchemaReport> report() {
            return new AtomicReference<>();
        }

        @Bean
        GraphQlSourceBuilderCustomizer inspection(AtomicReference<SchemaReport> report) {
            return builder -> builder.inspectSchemaMappings(report::set);
        }
    }

    @Test
    void everyFieldIsAnsweredAndEveryHandlerBelongsToOne() {
        assertThat(report.get().unmappedFields()).as("fields without a fetcher").isEmpty();
        assertThat(report.get().unmappedRegistrations()).as("fetchers without a field").isEmpty();
        assertThat(report.get().unmappedArguments()).as("parameters without an argument").isEmpty();
    }

    /** A field that fails takes no other with it. */
    @Test
    void everyFieldAtTheRootMayBeNull() {
        GraphQLSchema schema = source.schema();
        assertThat(
                        Stream.of(
                                        schema.getQueryType(),
                                        schema.getMutationType(),
                                        schema.getSubscriptionType())
                                .flatMap(type -> type.getFieldDefinitions().stream())
                                .filter(field -> GraphQLTypeUtil.isNonNull(field.getType()))
                                .map(GraphQLFieldDefinition::getName))
                .isEmpty();
    }

    @Test
    void everythingIsDescribedInChineseAndEnglish() {
        assertThat(elements(source.schema()))
                .hasSizeGreaterThan(2_000)
                .allSatisfy(
                        (name, description) ->
                                assertThat(description)
                                        .as(name)
                                        .isNotNull()
                                        .matches(CHINESE_THEN_ENGLISH));
    }

    @Test
    void whateverHasAnIdentifierIsANode() {
        assertThat(objects())
                .filteredOn(type -> "ID!".equals(type(type.getFieldDefinition("id"))))
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        type ->
                                assertThat(type.getInterfaces())
                                        .as(type.getName())
                                        .extracting(GraphQLNamedSchemaElement::getName)
                                        .contains("Node"));
    }

    @Test
    void everyListOfPagesHasTheSameShape() {
        List<GraphQLObjectType> connections =
                objects().filter(type -> type.getName().endsWith("Connection")).toList();
        assertThat(connections).hasSizeGreaterThan(8).allSatisfy(this::isConnection);
        assertThat(objects().flatMap(type -> type.getFieldDefinitions().stream()))
                .filteredOn(
                        field ->
                                connections.contains(
                                        (GraphQLType) GraphQLTypeUtil.unwrapAll(field.getType())))
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        field ->
                                assertThat(arguments(field))
                                        .as(field.getName())
                                        .contains("after: String", "last: Int", "before: String")
                                        .containsAnyOf("first: Int = 20", "first: Int = 50"));
    }

    private void isConnection(GraphQLObjectType type) {
        String name = type.getName().replaceFirst("Connection$", "");
        assertThat(fields(type))
                .as(type.getName())
                .containsExactly(
                        "edges: [%sEdge!]!".formatted(name),
                        "nodes: [%s!]!".formatted(name),
                        "pageInfo: PageInfo!",
                        "totalCount: Int!",
                        "totalCountIsExact: Boolean!");
        assertThat(fields(source.schema().getObjectType(name + "Edge")))
                .as(name + "Edge")
                .containsExactly("cursor: String!", "node: %s!".formatted(name));
    }

    private Stream<GraphQLObjectType> objects() {
        return source.schema().getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast);
    }

    private static List<String> fields(GraphQLObjectType type) {
        return type.getFieldDefinitions().stream()
                .map(field -> field.getName() + ": " + type(field))
                .sorted()
                .toList();
    }

    private static String type(@Nullable GraphQLFieldDefinition field) {
        return field == null ? "" : GraphQLTypeUtil.simplePrint(field.getType());
    }

    private static List<String> arguments(GraphQLFieldDefinition field) {
        return field.getArguments().stream()
                .map(
                        argument ->
                                argument.getName()
                                        + ": "
                                        + GraphQLTypeUtil.simplePrint(argument.getType())
                                        + (argument.hasSetDefaultValue()
                                                ? " = "
                                                        + AstPrinter.printAst(
                                                                (Node<?>)
                                                                        Objects.requireNonNull(
                                                                                argument.getArgumentDefaultValue()
                                                                                        .getValue()))
                                                : ""))
                .toList();
    }

    @Test
    void keepsToTheRulesOfGoodSchemas() throws IOException {
        Path file = Path.of("target/lianji.graphqls");
        Files.writeString(file, hub.send(hub.as("MZ", "/graphql/schema")).body());

        Npm.Result eslint =
                Npm.run(
                        Map.of(),
                        "node",
                        "src/test/npm/node_modules/eslint/bin/eslint.js",
                        "--config",
                        "src/test/npm/eslint.config.js",
                        "--max-warnings=0",
                        file.toString());

        assertThat(eslint.exit()).as(eslint.output()).isZero();
    }

    @Test
    void servesTheFullSchemaOnceToThoseWhoKeepIt() {
        HttpResponse<String> first = hub.send(hub.as("MZ", "/graphql/schema"));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(first.body())
                .contains("最低生活保障对象")
                .contains("input MinimumLivingAllowanceFilter")
                .contains("@category(code : \"MZ01\"");

        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second =
                hub.send(hub.as("MZ", "/graphql/schema").header("If-None-Match", tag));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(
                        hub.send(
                                        hub.as("MZ", "/graphql/schema")
                                                .header("If-None-Match", "\"other\""))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void servesTheSchemaToNobodyWithoutAToken() {
        HttpResponse<String> answer =
                hub.send(HttpRequest.newBuilder(URI.create(hub.address() + "/graphql/schema")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("SIGN_IN_REQUIRED").doesNotContain("type Query");
    }

    private static Map<String, String> elements(GraphQLSchema schema) {
        Map<String, String> found = new TreeMap<>();
        Stream.concat(
                        schema.getAllTypesAsList().stream()
                                .filter(type -> !Introspection.isIntrospectionTypes(type))
                                .filter(
                                        type ->
                                                !(type instanceof GraphQLScalarType scalar
                                                        && ScalarInfo.isGraphqlSpecifiedScalar(
                                                                scalar))),
                        schema.getDirectives().stream()
                                .filter(
                                        directive ->
                                                !DirectiveInfo.isGraphqlSpecifiedDirective(
                                                        directive)))
                .forEach(element -> put(found, "", element));
        return found;
    }

    private static void put(
            Map<String, String> found, String parent, GraphQLNamedSchemaElement element) {
        String name = parent + element.getName();
        found.put(name, element.getDescription());
        below(element).forEach(child -> put(found, name + ".", child));
    }

    private static Stream<? extends GraphQLNamedSchemaElement> below(
            GraphQLNamedSchemaElement element) {
        return switch (element) {
            case GraphQLFieldsContainer type -> type.getFieldDefinitions().stream();
            case GraphQLInputObjectType type -> type.getFieldDefinitions().stream();
            case GraphQLEnumType type -> type.getValues().stream();
            case GraphQLFieldDefinition field -> field.getArguments().stream();
            case GraphQLDirective directive -> directive.getArguments().stream();
            default -> Stream.empty();
        };
    }
}
