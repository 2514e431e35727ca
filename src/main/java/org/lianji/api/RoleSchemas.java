package org.lianji.api;

import graphql.GraphQL;
import graphql.schema.GraphQLSchema;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.roles.RoleSchema;
import org.lianji.roles.RoleView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schema as callers know it. Who works for a department, or oversees them, knows the whole;
 * organisations, citizens and those who go to doors what they may ask for: made when the first of
 * them comes, and kept.
 */
@Component
final class RoleSchemas {

    private static final Set<Role> OF_THEIR_OWN =
            EnumSet.of(
                    Role.CITIZEN,
                    Role.CHARITY,
                    Role.VOLUNTEER,
                    Role.PROVIDER,
                    Role.VILLAGE_CADRE,
                    Role.ASSISTANT,
                    Role.SOCIAL_WORKER);

    private final GraphQlSource source;
    private final ObjectProvider<RoleView> view;
    private final Map<Set<Role>, Known> known = new ConcurrentHashMap<>();

    RoleSchemas(GraphQlSource source, ObjectProvider<RoleView> view) {
        this.source = source;
        this.view = view;
    }

    /**
     * A schema as some callers know it.
     *
     * @param graphQl that runs what fits it
     * @param text for code generators and checkers
     */
    record Known(GraphQLSchema schema, GraphQL graphQl, String text) implements GraphQlSource {}

    /** {@return the roles of a caller who does not know the whole schema, none for others} */
    static Set<Role> restricting(Caller caller) {
        return restricting(caller.roles());
    }

    /** {@return these roles where they don't know the whole schema, else none} */
    static Set<Role> restricting(Set<Role> roles) {
        return OF_THEIR_OWN.containsAll(roles) ? roles : Set.of();
    }

    /** {@return the whole schema} */
    Known whole() {
        return known.computeIfAbsent(
                Set.of(),
                _ -> new Known(source.schema(), source.graphQl(), SchemaText.of(source.schema())));
    }

    /** {@return the schema as the caller knows it} */
    Known of(Caller caller) {
        Set<Role> roles = restricting(caller);
        Known whole = whole();
        return roles.isEmpty() ? whole : known.computeIfAbsent(roles, _ -> part(whole, roles));
    }

    private Known part(Known whole, Set<Role> roles) {
        GraphQLSchema schema =
                RoleSchema.of(whole.schema(), whole.text(), roles, view.getIfAvailable(() -> ALL));
        return new Known(
                schema,
                whole.graphQl().transform(graphQl -> graphQl.schema(schema)),
                SchemaText.of(schema));
    }

    private static final RoleView ALL =
            new RoleView() {
                @Override
                public boolean hides(Set<Role> roles, String type) {
                    return false;
                }

                @Override
                public boolean hides(Set<Role> roles, String type, String member) {
                    return false;
                }
            };
}
