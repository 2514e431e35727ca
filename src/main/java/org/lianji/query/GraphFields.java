package org.lianji.query;

import graphql.execution.CoercedVariables;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.relay.ConnectionCursor;
import graphql.relay.Edge;
import graphql.relay.PageInfo;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.platform.Caller;
import org.lianji.platform.ListConnection;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fields that the graph answers. The first of them in a request compiles and reads for all;
 * below it every field is a look-up in the answer under its result key.
 */
@Component
class GraphFields implements RuntimeWiringConfigurer {

    private static final List<String> ROOTS =
            List.of("node", "person", "household", "region", "regions", "records");
    private static final List<String> ANSWERED_AS_MAPS =
            List.of("Person", "Household", "Membership", "SupportDuty", "Region", "Provenance");

    private final Catalogue catalogue;
    private final Cursors cursors;
    private final Reads reads;

    GraphFields(Catalogue catalogue, Cursors cursors, Reads reads) {
        this.catalogue = catalogue;
        this.cursors = cursors;
        this.reads = reads;
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        DataFetcher<Object> byKey = environment -> below(environment);
        DataFetcher<Object> page = environment -> page(environment, below(environment));
        TypeResolver resolver =
                environment ->
                        environment.getSchema().getObjectType(typeName(environment.getObject()));
        wiring.type("Node", type -> type.typeResolver(resolver));
        wiring.type("Record", type -> type.typeResolver(resolver));
        for (String root : ROOTS) {
            wiring.type("Query", type -> type.dataFetcher(root, this::root));
        }
        Stream.concat(
                        ANSWERED_AS_MAPS.stream(),
                        catalogue.categories().stream().map(Category::type))
                .forEach(name -> wiring.type(name, type -> type.defaultDataFetcher(byKey)));
        wiring.type("Person", type -> type.dataFetcher("records", page));
        wiring.type("Household", type -> type.dataFetcher("records", page));
        wiring.type(
                "RecordConnection",
                type ->
                        type.dataFetcher("nodes", GraphFields::nodes)
                                .dataFetcher(
                                        "edges",
                                        environment ->
                                                rows(environment).getEdges().stream()
                                                        .map(
                                                                edge ->
                                                                        new KeyedEdge(
                                                                                edge,
                                                                                key(environment)))
                                                        .toList()));
        wiring.type(
                "RecordEdge",
                type ->
                        type.dataFetcher(
                                        "node",
                                        environment -> edge(environment).node(key(environment)))
                                .dataFetcher(
                                        "cursor",
                                        environment ->
                                                edge(environment).edge().getCursor().getValue()));
        DataFetcher<Object> cursor = environment -> cursor(environment);
        wiring.type(
                "PageInfo",
                type -> type.dataFetcher("startCursor", cursor).dataFetcher("endCursor", cursor));
    }

    /** An edge whose node was asked for under a key of {@code edges}. */
    private record KeyedEdge(Edge<Map<String, Object>> edge, String key) {

        @Nullable Object node(String nodeKey) {
            return ((Map<?, ?>) Objects.requireNonNull(edge.getNode().get(key))).get(nodeKey);
        }
    }

    private String typeName(Map<String, Object> answer) {
        return Optional.ofNullable((String) answer.get(Pages.CATEGORY))
                .flatMap(catalogue::category)
                .map(Category::type)
                .orElseGet(() -> String.valueOf(answer.get("__typename")));
    }

    private @Nullable Object root(DataFetchingEnvironment environment) {
        Reading reading = environment.getGraphQlContext().get(Reading.class);
        if (!reading.done()) {
            reading.answered(
                    reads.answer(
                            caller(environment),
                            reason(environment),
                            reading.document(),
                            fields(environment)));
        }
        Object answer = reading.at(key(environment));
        return environment.getField().getName().equals("records")
                ? page(environment, answer)
                : answer;
    }

    private static Caller caller(DataFetchingEnvironment environment) {
        Caller caller = environment.getGraphQlContext().get(Caller.class);
        if (caller == null) {
            throw new Problem(PlatformCode.SIGN_IN_REQUIRED);
        }
        return caller;
    }

    private static Reason reason(DataFetchingEnvironment environment) {
        return environment.getGraphQlContext().getOrDefault(Reason.class, Reason.NONE);
    }

    private static List<ExecutableNormalizedField> fields(DataFetchingEnvironment environment) {
        return ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                        environment.getGraphQLSchema(),
                        environment.getOperationDefinition(),
                        environment.getFragmentsByName(),
                        CoercedVariables.of(environment.getVariables()))
                .getTopLevelFields()
                .stream()
                .filter(field -> ROOTS.contains(field.getFieldName()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object page(DataFetchingEnvironment environment, @Nullable Object answer) {
        Reading reading = environment.getGraphQlContext().get(Reading.class);
        return answer == null
                ? null
                : Pages.rows((Map<String, Object>) answer, reading.pages(), cursors);
    }

    private static Object nodes(DataFetchingEnvironment environment) {
        return rows(environment).rows().stream().map(row -> row.get(key(environment))).toList();
    }

    private static Pages.Rows rows(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getSource());
    }

    private static KeyedEdge edge(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getSource());
    }

    /** Lists of other modules have cursors that are text already. */
    private static @Nullable Object cursor(DataFetchingEnvironment environment) {
        boolean start = environment.getField().getName().equals("startCursor");
        Object page = Objects.requireNonNull(environment.getSource());
        if (page instanceof ListConnection.PageInfo own) {
            return start ? own.startCursor() : own.endCursor();
        }
        PageInfo info = (PageInfo) page;
        ConnectionCursor cursor = start ? info.getStartCursor() : info.getEndCursor();
        return cursor == null ? null : cursor.getValue();
    }

    private static @Nullable Object below(DataFetchingEnvironment environment) {
        Map<String, Object> source = Objects.requireNonNull(environment.getSource());
        return source.get(key(environment));
    }

    private static String key(DataFetchingEnvironment environment) {
        return environment.getMergedField().getResultKey();
    }
}
