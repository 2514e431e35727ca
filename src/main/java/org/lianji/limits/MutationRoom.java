package org.lianji.limits;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;

import org.lianji.platform.Availability;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

import java.util.List;

/**
 * While storage runs low no mutation is done but those that the SDL calls urgent: they are small,
 * and somebody can't wait for help or for protection.
 */
@Component
final class MutationRoom extends GraphQLTypeVisitorStub implements GraphQlSourceBuilderCustomizer {

    private static final String URGENT = "urgent";
    private static final String MUTATION = "Mutation";

    private final Availability availability;

    MutationRoom(Availability availability) {
        this.availability = availability;
    }

    @Override
    public void customize(GraphQlSource.SchemaResourceBuilder schema) {
        schema.typeVisitors(List.of(this));
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        if (context.getParentNode() instanceof GraphQLObjectType type
                && type.getName().equals(MUTATION)
                && !field.hasAppliedDirective(URGENT)) {
            GraphQLCodeRegistry.Builder code =
                    context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
            FieldCoordinates place = FieldCoordinates.coordinates(type, field);
            code.dataFetcher(place, roomy(code.getDataFetcher(place, field)));
        }
        return TraversalControl.CONTINUE;
    }

    private DataFetcher<?> roomy(DataFetcher<?> fetcher) {
        return environment -> {
            availability.requireRoom();
            return fetcher.get(environment);
        };
    }
}
