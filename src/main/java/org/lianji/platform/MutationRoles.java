package org.lianji.platform;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Has the role matrix judge every mutation of the schema before its own code runs. */
final class MutationRoles extends GraphQLTypeVisitorStub {

    static final String DIRECTIVE = "allowed";

    private static final String MUTATION = "Mutation";

    private final RoleMatrix matrix;

    MutationRoles(RoleMatrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        if (context.getParentNode() instanceof GraphQLObjectType type
                && type.getName().equals(MUTATION)) {
            GraphQLCodeRegistry.Builder code =
                    context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
            FieldCoordinates place = FieldCoordinates.coordinates(type, field);
            code.dataFetcher(place, judged(field, code.getDataFetcher(place, field)));
        }
        return TraversalControl.CONTINUE;
    }

    private DataFetcher<?> judged(GraphQLFieldDefinition field, DataFetcher<?> fetcher) {
        Set<Role> allowed = row(field);
        return environment -> {
            Caller caller = environment.getGraphQlContext().get(Caller.class);
            matrix.admit(Objects.requireNonNull(caller), field.getName(), allowed);
            return fetcher.get(environment);
        };
    }

    /**
     * {@return the roles that may do it}
     *
     * @throws IllegalStateException where the SDL doesn't say
     */
    static Set<Role> row(GraphQLFieldDefinition mutation) {
        GraphQLAppliedDirective row = mutation.getAppliedDirective(DIRECTIVE);
        if (row == null || !(row.getArgument("roles").getValue() instanceof List<?> names)) {
            throw new IllegalStateException(
                    "The mutation "
                            + mutation.getName()
                            + " does not say who may do it: write @allowed(roles: […])");
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> roles.add(Role.valueOf(String.valueOf(name))));
        return roles;
    }
}
