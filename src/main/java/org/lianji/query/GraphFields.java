package org.lianji.query;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.compiler.Compiler;
import org.lianji.compiler.GraphRoots;
import org.lianji.paging.Nodes;
import org.lianji.platform.Caller;
import org.lianji.roles.JudgesRoles;
import org.lianji.roles.RoleMatrix;
import org.lianji.roles.RootRoles;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The fields that the graph answers, where a question asks for others too: each is a look-up in
 * what {@link GraphExecution} has read.
 */
@Component
class GraphFields implements RuntimeWiringConfigurer {

    private static final List<String> ANSWERED =
            List.of(
                    "Person",
                    "Household",
                    "Membership",
                    "SupportDuty",
                    "Region",
                    "Provenance",
                    "ItemValue",
                    "RecordConnection",
                    "RecordEdge",
                    "PageInfo");

    private final Catalogue catalogue;
    private final ResultFields answered;
    private final RoleMatrix matrix;

    /** Looked up when they are asked: some of them need the schema. */
    private final ObjectProvider<Nodes> nodes;

    GraphFields(
            Catalogue catalogue,
            ResultFields answered,
            RoleMatrix matrix,
            ObjectProvider<Nodes> nodes) {
        this.catalogue = catalogue;
        this.answered = answered;
        this.matrix = matrix;
        this.nodes = nodes;
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        TypeResolver resolver =
                environment ->
                        environment
                                .getSchema()
                                .getObjectType(
                                        environment.getLocalContext() instanceof Nodes of
                                                ? of.type()
                                                : answered.typeName(environment.getObject()));
        wiring.type("Node", type -> type.typeResolver(resolver));
        wiring.type("Record", type -> type.typeResolver(resolver));
        for (String root : GraphRoots.NAMES) {
            JudgesRoles<Object> fetcher = root.equals("node") ? this::node : this::root;
            wiring.type("Query", type -> type.dataFetcher(root, fetcher));
        }
        DataFetcher<Object> below = this::below;
        Stream.concat(ANSWERED.stream(), catalogue.categories().stream().map(Category::type))
                .forEach(name -> wiring.type(name, type -> type.defaultDataFetcher(below)));
    }

    /** The first letter of an identifier tells whose it may be. */
    private @Nullable Object node(DataFetchingEnvironment environment) {
        admit(environment);
        String id = Objects.requireNonNull(environment.getArgument("id"));
        if (Compiler.identifies(id)) {
            return root(environment);
        }
        Caller caller = Caller.of(environment);
        return nodes.stream()
                .filter(of -> of.begin(id))
                .flatMap(
                        of ->
                                of.find().apply(caller, id).stream()
                                        .map(
                                                found ->
                                                        DataFetcherResult.newResult()
                                                                .data(found)
                                                                .localContext(of)
                                                                .build()))
                .findFirst()
                .orElse(null);
    }

    /** In the part of the schema that a role knows there is no row: all of it is theirs. */
    private void admit(DataFetchingEnvironment environment) {
        GraphQLFieldDefinition root = environment.getFieldDefinition();
        if (RootRoles.hasRow(root)) {
            matrix.admit(Caller.of(environment), root.getName(), RootRoles.row(root));
        }
    }

    private @Nullable Object root(DataFetchingEnvironment environment) {
        ReadResult reading = reading(environment);
        return answered.page(
                "Query", environment.getField().getName(), reading.at(key(environment)), reading);
    }

    private @Nullable Object below(DataFetchingEnvironment environment) {
        return answered.field(
                ((GraphQLNamedType) environment.getParentType()).getName(),
                environment.getField().getName(),
                key(environment),
                Objects.requireNonNull(environment.getSource()),
                reading(environment));
    }

    /** Below an object of another module stands what was read of its people. */
    private static ReadResult reading(DataFetchingEnvironment environment) {
        return environment.getLocalContext() instanceof ReadResult below
                ? below
                : environment.getGraphQlContext().get(ReadResult.class);
    }

    private static String key(DataFetchingEnvironment environment) {
        return environment.getMergedField().getResultKey();
    }
}
