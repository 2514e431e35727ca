package org.lianji.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Caller;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.roles.AllowedRoles;
import org.lianji.roles.RootRoles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every root and every endpoint of files, each role, against the table of docs/roles.md. */
@HubTest
class RoleMatrixIT {

    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ([A-Z_, ]+) \\|");

    private static final Map<String, Object> VALUES =
            Map.of(
                    "Int", 1,
                    "Boolean", true,
                    "IdNumber", "152627195801035714",
                    "RegionCode", "150900000000",
                    "Date", "2026-11-28",
                    "DateTime", "2026-11-28T10:00:00+08:00");

    @Autowired Hub hub;

    @Autowired GraphQlSource source;

    @Autowired WebGraphQlHandler door;

    @Autowired Neo4jClient graph;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    private static Map<String, Set<Role>> table(Pattern what) throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs/roles.md")))
                .results()
                .filter(row -> what.matcher(row.group(1)).matches())
                .collect(
                        Collectors.toMap(
                                row -> row.group(1),
                                row ->
                                        Arrays.stream(row.group(2).split(", "))
                                                .map(Role::valueOf)
                                                .collect(Collectors.toSet()),
                                (one, _) -> one,
                                TreeMap::new));
    }

    private List<GraphQLFieldDefinition> mutations() {
        return source.schema().getMutationType().getFieldDefinitions();
    }

    private List<GraphQLFieldDefinition> queries() {
        return source.schema().getQueryType().getFieldDefinitions();
    }

    private List<GraphQLFieldDefinition> subscriptions() {
        return source.schema().getSubscriptionType().getFieldDefinitions();
    }

    private Stream<GraphQLFieldDefinition> roots() {
        return Stream.of(queries(), mutations(), subscriptions()).flatMap(List::stream);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void refusesEveryMutationAndQueryToWhomTheTableDoesNotName(Role role) throws IOException {
        Map<String, Set<Role>> table = table(Pattern.compile("\\w+"));
        subscriptions().forEach(stream -> table.remove(stream.getName()));
        Set<String> open = new TreeSet<>();

        for (GraphQLFieldDefinition mutation : mutations()) {
            if (!refused("mutation", mutation, role)) {
                open.add(mutation.getName());
            }
        }
        for (GraphQLFieldDefinition query : queries()) {
            if (!refused("query", query, role)) {
                open.add(query.getName());
            }
        }

        assertThat(open)
                .containsExactlyInAnyOrderElementsOf(
                        table.keySet().stream()
                                .filter(name -> table.get(name).contains(role))
                                .toList());
    }

    private boolean refused(String kind, GraphQLFieldDefinition mutation, Role role) {
        Map<String, Object> variables = new HashMap<>();
        StringBuilder declared = new StringBuilder();
        StringBuilder given = new StringBuilder();
        for (GraphQLArgument argument : mutation.getArguments()) {
            if (argument.getType() instanceof GraphQLNonNull) {
                String name = argument.getName();
                variables.put(name, value(argument.getType()));
                declared.append("$%s: %s ".formatted(name, type(argument.getType())));
                given.append("%s: $%s ".formatted(name, name));
            }
        }
        String document =
                "%s (%s) { %s(%s) { __typename } }"
                        .formatted(kind, declared, mutation.getName(), given)
                        .replace("()", "");
        if (mutation.getName().equals("records")) {
            variables.put("category", "MZ13");
        }
        Reason reason = reason(mutation.getName(), role);
        RequestContext asked = new RequestContext(caller(role), reason, RequestContext.Way.POST);
        WebGraphQlRequest question =
                new WebGraphQlRequest(
                        URI.create(Addresses.GRAPHQL),
                        new HttpHeaders(),
                        null,
                        null,
                        Map.of(),
                        Map.of("query", document, "variables", variables),
                        "1",
                        Locale.CHINA);
        asked.accompany(question);
        List<String> codes =
                door.handleRequest(question).block().getErrors().stream()
                        .map(error -> String.valueOf(error.getExtensions().get("code")))
                        .toList();
        assertThat(codes).as(document).doesNotContain("null", "INTERNAL");
        return codes.contains("NOT_ALLOWED") || codes.contains("NOT_FOR_CHARITIES");
    }

    @Test
    void refusesWhoeverIsNotKnown() {
        WebGraphQlRequest question =
                new WebGraphQlRequest(
                        URI.create(Addresses.GRAPHQL),
                        new HttpHeaders(),
                        null,
                        null,
                        Map.of(),
                        Map.of("query", "{ regions { code } }"),
                        "1",
                        Locale.CHINA);

        assertThatThrownBy(() -> door.handleRequest(question).block())
                .hasMessage("SIGN_IN_REQUIRED");
    }

    /** Of a read about people the role is judged once it says for what it is. */
    private static Reason reason(String root, Role role) {
        return switch (root) {
            case "person", "household" ->
                    role == Role.CITIZEN ? new Reason("H", null) : new Reason("A", "Cnone");
            case "statistics" -> new Reason("G", null);
            default -> Reason.NONE;
        };
    }

    private static String type(GraphQLType type) {
        return GraphQLTypeUtil.simplePrint(type);
    }

    private static Object value(GraphQLType type) {
        return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLList _ -> List.of();
            case GraphQLEnumType choice -> choice.getValues().getFirst().getName();
            case GraphQLInputObjectType one when one.isOneOf() -> {
                GraphQLInputObjectField first = one.getFields().getFirst();
                yield Map.of(first.getName(), value(first.getType()));
            }
            case GraphQLInputObjectType input -> {
                Map<String, Object> fields = new HashMap<>();
                input.getFields().stream()
                        .filter(field -> field.getType() instanceof GraphQLNonNull)
                        .forEach(field -> fields.put(field.getName(), value(field.getType())));
                yield fields;
            }
            case GraphQLType scalar -> VALUES.getOrDefault(type(scalar), "x");
        };
    }

    private static Caller caller(Role role) {
        return switch (role) {
            case CHARITY, VOLUNTEER, PROVIDER ->
                    new Caller("53150900MJ0000018Q", "c", Set.of(role), "", null);
            case AUDITOR -> new Caller("", "a", Set.of(role), "", null);
            case CITIZEN -> new Caller("", "p", Set.of(role), "", "P1");
            default -> new Caller("MZ", "m", Set.of(role), "150900000000", null);
        };
    }

    @Test
    void theTableHasARowForEveryRoot() throws IOException {
        assertThat(table(Pattern.compile("\\w+")))
                .isEqualTo(
                        roots().collect(
                                        Collectors.toMap(
                                                GraphQLFieldDefinition::getName, RootRoles::row)));
    }

    @Test
    void aRootWithoutARowDoesNotStart() {
        GraphQLFieldDefinition bare =
                mutations()
                        .getFirst()
                        .transform(
                                field -> {
                                    field.clearDirectives();
                                    field.replaceAppliedDirectives(List.of());
                                });

        assertThatThrownBy(() -> RootRoles.row(bare))
                .hasMessageContaining(bare.getName(), "@allowed");
    }

    @Test
    void theTableHasARowForEveryEndpointOfFiles() throws IOException {
        Map<String, Set<Role>> rows = new TreeMap<>();
        endpoints.getHandlerMethods().entrySet().stream()
                .filter(entry -> ofFiles(entry.getValue()))
                .forEach(entry -> rows.put(name(entry.getKey()), roles(entry.getValue())));

        assertThat(rows).hasSizeGreaterThan(5).isEqualTo(table(Pattern.compile("(GET|POST) /.*")));
    }

    /**
     * Complaints, public notices, lists and disclosures, the playground's own files and the answer
     * to what failed are for everybody.
     */
    private static final Set<String> OF_NOBODY =
            Set.of(
                    "ComplaintDesk",
                    "FundBoard",
                    "NoticeBoard",
                    "Playground",
                    "ProjectBoard",
                    "RefusalController");

    private static boolean ofFiles(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.lianji")
                && !OF_NOBODY.contains(method.getBeanType().getSimpleName());
    }

    private static String name(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().iterator().next()
                + " "
                + mapping.getPatternValues().iterator().next();
    }

    private static Set<Role> roles(HandlerMethod method) {
        AllowedRoles allowed = method.getMethodAnnotation(AllowedRoles.class);
        assertThat(allowed).as(method.toString()).isNotNull();
        return Set.of(allowed.value());
    }

    @ParameterizedTest
    @CsvSource({
        "CL-TOWN, POST, /contributions/CL01, NOT_ALLOWED",
        "CL-HEAD, POST, /contributions/CL01, NOT_ALLOWED",
        "AUDITOR, POST, /contributions/CL01, NOT_ALLOWED",
        "CL-COUNTY, GET, /contributions/batches/B1/rejects, NOT_ALLOWED",
        "AUDITOR, GET, /export/CL01, NOT_ALLOWED",
        "CHARITY-A, GET, /export/MZ13, NOT_FOR_CHARITIES",
        "MZ, GET, /audit/chain, NOT_ALLOWED",
        "MZ, GET, /my/access-log, NOT_ALLOWED",
        "CHARITY-A, GET, /audit/heads/2026-11-25, NOT_FOR_CHARITIES"
    })
    void refusesAnEndpointAsAProblem(String client, String method, String path, String code) {
        HttpResponse<String> answer =
                hub.send(hub.as(client, path).method(method, BodyPublishers.ofString("x")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void writesDownWhoTried() {
        hub.ask(
                "CL-TOWN",
                "mutation { withdraw(category: CL03, recordNo: \"CL03-0000002\", reason: \"x\") {"
                        + " record } }");

        assertThat(
                        graph.query(
                                        "MATCH (s:Sheet) WHERE s.kinds = ['DENIAL'] RETURN"
                                                + " s.texts[0]")
                                .fetchAs(String.class)
                                .one())
                .hasValueSatisfying(entry -> assertThat(entry).contains("cl-town"));
    }
}
