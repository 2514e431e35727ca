package org.lianji.selection;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;

import org.jspecify.annotations.Nullable;
import org.lianji.items.ItemType;
import org.lianji.items.ValueCode;
import org.lianji.platform.Problem;
import org.lianji.roles.JudgesRoles;
import org.lianji.roles.RootRoles;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Refuses what is no region code wherever a mutation or a list takes one: six digits of a county
 * would else be a place in which nothing is due. Roots that the compiler answers judge theirs
 * themselves, and rows to contribute are judged where they are read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RegionArguments extends GraphQLTypeVisitorStub
        implements GraphQlSourceBuilderCustomizer {

    private static final Pattern CODE = Pattern.compile("\\d{12}");
    private static final String REGION = ItemType.Scalar.REGION_CODE.sdlName();

    /** What a type of rows has in the schema. */
    private static final String ROW = "row";

    @Override
    public void customize(GraphQlSource.SchemaResourceBuilder schema) {
        schema.typeVisitors(List.of(this));
    }

    /** After who may ask has been judged: this is the code that is judged then. */
    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        if (context.getParentNode() instanceof GraphQLObjectType type
                && RootRoles.ROOTS.contains(type.getName())
                && !field.getArguments().isEmpty()) {
            GraphQLCodeRegistry.Builder code =
                    context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
            FieldCoordinates place = FieldCoordinates.coordinates(type, field);
            DataFetcher<?> fetcher = code.getDataFetcher(place, field);
            if (!(fetcher instanceof JudgesRoles<?>)) {
                code.dataFetcher(place, judged(field, fetcher));
            }
        }
        return TraversalControl.CONTINUE;
    }

    private static DataFetcher<?> judged(GraphQLFieldDefinition field, DataFetcher<?> fetcher) {
        return environment -> {
            field.getArguments()
                    .forEach(
                            one ->
                                    judge(
                                            one.getName(),
                                            environment.getArgument(one.getName()),
                                            one.getType()));
            return fetcher.get(environment);
        };
    }

    private static void judge(String path, @Nullable Object value, GraphQLType type) {
        switch (type) {
            case GraphQLNonNull required -> judge(path, value, required.getWrappedType());
            case GraphQLList list when value instanceof List<?> several ->
                    several.forEach(one -> judge(path, one, list.getWrappedType()));
            case GraphQLInputObjectType object
                    when value instanceof Map<?, ?> given && !object.hasAppliedDirective(ROW) -> {
                for (GraphQLInputObjectField one : object.getFieldDefinitions()) {
                    judge(path + "." + one.getName(), given.get(one.getName()), one.getType());
                }
            }
            case GraphQLScalarType scalar
                    when scalar.getName().equals(REGION)
                            && value instanceof String text
                            && !CODE.matcher(text).matches() ->
                    throw new Problem(
                            QueryCode.VALUE,
                            Map.of("argument", path, "reason", ValueCode.REGION_FORMAT));
            default -> {} // holds no region
        }
    }
}
