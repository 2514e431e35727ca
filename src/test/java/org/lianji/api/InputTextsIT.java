package org.lianji.api;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.graphql.execution.GraphQlSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An ID number goes where one is asked for; in any text of a request it is refused. */
@HubTest
@ExtendWith(OutputCaptureExtension.class)
class InputTextsIT {

    private static final String NUMBER = "152627195801035714";
    private static final String TEXT = "见 152627-19580103-5714";

    @Autowired Hub hub;
    @Autowired GraphQlSource source;

    /**
     * @param field of Query, Mutation or Subscription
     * @param operation which of them
     * @param argument that holds a text
     * @param path of steps to it below the argument
     */
    private record Place(
            GraphQLFieldDefinition field,
            String operation,
            GraphQLArgument argument,
            List<Step> path) {}

    /**
     * @param name of a field of an input, or null for the first element of a list
     */
    private record Step(@Nullable String name) {}

    @Test
    void everyTextThatTheSchemaTakesIsJudged(CapturedOutput output) {
        List<Place> places =
                Stream.of(source.schema().getQueryType(), source.schema().getMutationType())
                        .flatMap(this::places)
                        .toList();

        assertThat(places).hasSizeGreaterThan(60);
        assertThat(places)
                .allSatisfy(
                        place -> {
                            JsonNode answer = ask(place);
                            assertThat(answer.at("/errors/0/extensions/code").asString())
                                    .as("%s %s", place, answer)
                                    .isEqualTo("ID_NUMBER_IN_TEXT");
                            assertThat(answer.at("/errors/0/extensions/details/path"))
                                    .hasSize(place.path().size() + 1);
                            assertThat(answer.at("/errors/0/extensions/details/position").asInt())
                                    .isEqualTo(3);
                            assertThat(answer.toString()).doesNotContain("19580103");
                        });
        assertThat(output.getAll()).doesNotContain("19580103");
    }

    private Stream<Place> places(GraphQLObjectType root) {
        List<Place> places = new ArrayList<>();
        for (GraphQLFieldDefinition field : root.getFieldDefinitions()) {
            for (GraphQLArgument argument : field.getArguments()) {
                texts(argument.getType(), new HashSet<>())
                        .forEach(
                                path ->
                                        places.add(
                                                new Place(
                                                        field,
                                                        root.getName().equals("Query")
                                                                ? "query"
                                                                : "mutation",
                                                        argument,
                                                        path)));
            }
        }
        return places.stream();
    }

    /** Each type once on a way, since conditions hold conditions. */
    private static Stream<List<Step>> texts(GraphQLType type, Set<String> seen) {
        GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
        return switch (bare) {
            case GraphQLList list ->
                    texts(list.getWrappedType(), seen).map(path -> before(new Step(null), path));
            case GraphQLScalarType scalar ->
                    Set.of("String", "ID").contains(scalar.getName())
                            ? Stream.of(List.of())
                            : Stream.empty();
            case GraphQLInputObjectType object ->
                    object.hasAppliedDirective("row") || !seen.add(object.getName())
                            ? Stream.empty()
                            : object.getFieldDefinitions().stream()
                                    .flatMap(
                                            field ->
                                                    texts(field.getType(), seen)
                                                            .map(
                                                                    path ->
                                                                            before(
                                                                                    new Step(
                                                                                            field
                                                                                                    .getName()),
                                                                                    path)));
            default -> Stream.empty();
        };
    }

    private static List<Step> before(Step step, List<Step> path) {
        return Stream.concat(Stream.of(step), path.stream()).toList();
    }

    /** Texts at one place only; what else the schema requires is made up. */
    private JsonNode ask(Place place) {
        List<String> declared = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        Map<String, Object> variables = new java.util.HashMap<>();
        for (GraphQLArgument argument : place.field().getArguments()) {
            boolean here = argument == place.argument();
            if (here || GraphQLTypeUtil.isNonNull(argument.getType())) {
                declared.add(
                        "$%s: %s"
                                .formatted(
                                        argument.getName(),
                                        GraphQLTypeUtil.simplePrint(argument.getType())));
                passed.add("%1$s: $%1$s".formatted(argument.getName()));
                variables.put(
                        argument.getName(),
                        here ? at(argument.getType(), place.path()) : any(argument.getType()));
            }
        }
        boolean leaf = GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(place.field().getType()));
        return hub.ask(
                "MZ",
                "%s(%s) { %s(%s) %s }"
                        .formatted(
                                place.operation(),
                                String.join(", ", declared),
                                place.field().getName(),
                                String.join(", ", passed),
                                leaf ? "" : "{ __typename }"),
                variables);
    }

    private static Object at(GraphQLInputType type, List<Step> path) {
        if (path.isEmpty()) {
            return TEXT;
        }
        GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
        List<Step> below = path.subList(1, path.size());
        if (bare instanceof GraphQLList list) {
            return List.of(at((GraphQLInputType) list.getWrappedType(), below));
        }
        GraphQLInputObjectType object = (GraphQLInputObjectType) bare;
        String name = path.getFirst().name();
        Map<String, Object> fields = required(object);
        fields.put(name, at(object.getFieldDefinition(name).getType(), below));
        return fields;
    }

    private static Map<String, Object> required(GraphQLInputObjectType object) {
        Map<String, Object> fields = new java.util.HashMap<>();
        object.getFieldDefinitions().stream()
                .filter(field -> GraphQLTypeUtil.isNonNull(field.getType()))
                .forEach(field -> fields.put(field.getName(), any(field.getType())));
        return fields;
    }

    private static Object any(GraphQLInputType type) {
        return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLList _ -> List.of();
            case GraphQLInputObjectType object ->
                    object.isOneOf()
                            ? Map.of(object.getFieldDefinitions().getFirst().getName(), List.of())
                            : required(object);
            case graphql.schema.GraphQLEnumType names -> names.getValues().getFirst().getName();
            case GraphQLScalarType scalar ->
                    switch (scalar.getName()) {
                        case "Int" -> 1;
                        case "Float" -> 1.5;
                        case "Boolean" -> true;
                        default -> "1";
                    };
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    @Test
    void aValidDocumentHoldsNoNumberInATextANameOrANote() {
        for (String document :
                List.of(
                        "{ records(category: MZ01, where: {minimumLivingAllowance: {recordNo: {eq:"
                                + " \""
                                + NUMBER
                                + "\"}}}) { nodes { id } } }",
                        "{ p" + NUMBER + ": regions { code } }",
                        "# 152627 19580103 5714\n{ regions { code } }")) {
            JsonNode answer = hub.ask("MZ", document);

            assertThat(answer.at("/errors/0/extensions/code").asString())
                    .as(document)
                    .isEqualTo("ID_IN_DOCUMENT");
            assertThat(answer.at("/errors/0/locations/0/line").asInt()).isEqualTo(1);
            assertThat(answer.toString()).doesNotContain("195801035714");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "①⑤②⑥②⑦①⑨⑤⑧⓪①⓪③⑤⑦①④, ID_NUMBER_IN_TEXT",
        "k-一五二六二七一九五八〇一〇三五七一四, ID_NUMBER_IN_TEXT",
        "①②, BAD_REQUEST"
    })
    void aHeaderFieldIsReadAsItsSenderWroteIt(String key, String code) throws IOException {
        URI address = URI.create(hub.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request =
                    "POST /contributions/GA01 HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n"
                            + "Authorization: Bearer "
                            + hub.token("GA")
                            + "\r\nContent-Type: text/csv\r\nContent-Length: 0\r\n"
                            + "Idempotency-Key: "
                            + key
                            + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));

            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("\"" + code + "\"");
        }
    }

    @Test
    void noAddressAndNoHeaderFieldHoldsANumber(CapturedOutput output) {
        HttpResponse<String> address =
                hub.send(hub.as("MZ", "/export/MZ01?region=152627%2D195801035714"));
        HttpResponse<String> key =
                hub.send(
                        hub.as("GA", "/contributions/GA01")
                                .header("Idempotency-Key", "k-" + NUMBER)
                                .POST(HttpRequest.BodyPublishers.noBody()));
        HttpResponse<String> basis =
                hub.send(
                        HttpRequest.newBuilder(URI.create(hub.address() + "/graphql"))
                                .header(Reason.BASIS, NUMBER));

        HttpResponse<String> encoded =
                hub.send(
                        hub.as("GA", "/contributions/GA01")
                                .header(
                                        "Idempotency-Key",
                                        Base64.getEncoder()
                                                .encodeToString(
                                                        NUMBER.getBytes(StandardCharsets.UTF_8)))
                                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(encoded.body())
                .contains("ID_NUMBER_IN_TEXT")
                .contains("\"path\":\"Idempotency-Key\"")
                .contains("\"position\":1}");
        assertThat(List.of(address, key, basis))
                .allSatisfy(
                        answer -> {
                            assertThat(answer.statusCode()).isEqualTo(400);
                            assertThat(answer.body())
                                    .contains("ID_NUMBER_IN_TEXT")
                                    .doesNotContain(NUMBER);
                        });
        assertThat(key.body()).contains("\"path\":\"Idempotency-Key\"").contains("\"position\":3");
        assertThat(output.getAll()).doesNotContain(NUMBER);
    }
}
