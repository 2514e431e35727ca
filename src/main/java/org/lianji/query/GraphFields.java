package org.lianji.query;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
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

    static final List<String> ROOTS =
            List.of("node", "person", "household", "region", "regions", "records");
    private static final List<String> ANSWERED =
            List.of(
                    "Person",
                    "Household",
                    "Membership",
                    "SupportDuty",
                    "Region",
                    "Provenance",
                    "RecordConnection",
                    "RecordEdge",
                    "PageInfo");

    private final Catalogue catalogue;
    private final Answered answered;

    GraphFields(Catalogue catalogue, Answered answered) {
        this.catalogue = catalogue;
        this.answered = answered;
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        TypeResolver resolver =
                environment ->
                        environment
                                .getSchema()
                                .getObjectType(answered.typeName(environment.getObject()));
        wiring.type("Node", type -> type.typeResolver(resolver));
        wiring.type("Record", type -> type.typeResolver(resolver));
        for (String root : ROOTS) {
            wiring.type("Query", type -> type.dataFetcher(root, this::root));
        }
        DataFetcher<Object> below = this::below;
        Stream.concat(ANSWERED.stream(), catalogue.categories().stream().map(Category::type))
                .forEach(name -> wiring.type(name, type -> type.defaultDataFetcher(below)));
    }

    private @Nullable Object root(DataFetchingEnvironment environment) {
        Reading reading = reading(environment);
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

    private static Reading reading(DataFetchingEnvironment environment) {
        return environment.getGraphQlContext().get(Reading.class);
    }

    private static String key(DataFetchingEnvironment environment) {
        return environment.getMergedField().getResultKey();
    }
}
