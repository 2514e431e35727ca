package org.lianji.roles;

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

import org.lianji.platform.Caller;
import org.lianji.platform.Role;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Has the role matrix judge every root of the schema before its own code runs. */
public final class RootRoles extends GraphQLTypeVisitorStub {

    static final String DIRECTIVE = "allowed";

    /** Types whose fields are where a document begins. */
    public static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    private final RoleMatrix matrix;

    RootRoles(RoleMatrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        if (context.getParentNode() instanceof GraphQLObjectType type
                && ROOTS.contains(type.getName())) {
            GraphQLCodeRegistry.Builder code =
                    context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
            FieldCoordinates place = FieldCoordinates.coordinates(type, field);
            Set<Role> allowed = row(field);
            DataFetcher<?> fetcher = code.getDataFetcher(place, field);
            code.dataFetcher(
                    place,
                    fetcher instanceof JudgesRoles<?> judge
                            ? staffed(field.getName(), judge)
                            : judged(field.getName(), allowed, fetcher));
        }
        return TraversalControl.CONTINUE;
    }

    private JudgesRoles<?> staffed(String root, JudgesRoles<?> fetcher) {
        return environment -> {
            matrix.admitStaff(Caller.of(environment), root);
            return fetcher.get(environment);
        };
    }

    private DataFetcher<?> judged(String root, Set<Role> allowed, DataFetcher<?> fetcher) {
        return environment -> {
            matrix.admit(Caller.of(environment), root, allowed);
            return fetcher.get(environment);
        };
    }

    /** {@return whether the SDL says who may ask for it} */
    public static boolean hasRow(GraphQLFieldDefinition root) {
        return root.getAppliedDirective(DIRECTIVE) != null;
    }

    /**
     * {@return the roles that may ask for it}
     *
     * @throws IllegalStateException where the SDL doesn't say
     */
    public static Set<Role> row(GraphQLFieldDefinition root) {
        GraphQLAppliedDirective row = root.getAppliedDirective(DIRECTIVE);
        if (row == null || !(row.getArgument("roles").getValue() instanceof List<?> names)) {
            throw new IllegalStateException(
                    "The root "
                            + root.getName()
                            + " does not say who may ask for it: write @allowed(roles: […])");
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> roles.add(Role.valueOf(String.valueOf(name))));
        return roles;
    }
}
