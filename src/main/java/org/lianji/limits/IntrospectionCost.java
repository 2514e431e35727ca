package org.lianji.limits;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What a question about the schema may come to: a list in it counts as long as such lists are on
 * average. How deep they are within one another counts too, since the schema leads from any type to
 * most others.
 */
final class IntrospectionCost {

    private static final long MOST = 1L << 40;

    private int deepest;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Long> sizes;

    /**
     * @param fragments of the document, by name
     */
    IntrospectionCost(GraphQLSchema schema, Map<String, FragmentDefinition> fragments) {
        this.fragments = fragments;
        this.sizes = sizes(schema);
    }

    private static Map<String, Long> sizes(GraphQLSchema schema) {
        List<GraphQLNamedType> types = schema.getAllTypesAsList();
        long fields = average(types, GraphQLFieldsContainer.class, one -> one.getFields().size());
        return Map.of(
                "types",
                (long) types.size(),
                "directives",
                (long) schema.getDirectives().size(),
                "fields",
                fields,
                "args",
                1L,
                "inputFields",
                average(types, GraphQLInputObjectType.class, one -> one.getFields().size()),
                "enumValues",
                average(types, GraphQLEnumType.class, one -> one.getValues().size()),
                "interfaces",
                average(types, GraphQLImplementingType.class, one -> one.getInterfaces().size()),
                "possibleTypes",
                average(
                        types,
                        GraphQLInterfaceType.class,
                        one -> schema.getImplementations(one).size()));
    }

    /** {@return how many a type has, of all types} */
    private static <T> long average(
            Collection<GraphQLNamedType> types, Class<T> kind, ToIntFunction<T> number) {
        long all = types.stream().filter(kind::isInstance).map(kind::cast).mapToInt(number).sum();
        return Math.ceilDiv(all, types.size());
    }

    /** {@return fields of all objects that the answer may hold} */
    long of(Field field) {
        return ofField(field, 0);
    }

    /** {@return how many lists are within one another, of what was asked so far} */
    int lists() {
        return deepest;
    }

    private long ofField(Field field, int lists) {
        long size = sizes.getOrDefault(field.getName(), 1L);
        int within = sizes.containsKey(field.getName()) ? lists + 1 : lists;
        deepest = Math.max(deepest, within);
        long below = ofAll(field.getSelectionSet(), within);
        return Math.min(MOST, 1 + (isWrapped(field) ? Math.ceilDiv(below, 2) : size * below));
    }

    /** About every other type is one of another. */
    private static boolean isWrapped(Field field) {
        return field.getName().equals("ofType");
    }

    private long ofAll(@Nullable SelectionSet set, int lists) {
        return set == null
                ? 0
                : set.getSelections().stream()
                        .mapToLong(selection -> of(selection, lists))
                        .reduce(0, (one, other) -> Math.min(MOST, one + other));
    }

    private long of(Selection<?> selection, int lists) {
        return switch (selection) {
            case Field field -> ofField(field, lists);
            case InlineFragment inline -> ofAll(inline.getSelectionSet(), lists);
            case FragmentSpread spread -> {
                FragmentDefinition fragment = fragments.get(spread.getName());
                yield fragment == null ? 0 : ofAll(fragment.getSelectionSet(), lists);
            }
            default -> throw new IllegalArgumentException(selection.getClass().getName());
        };
    }
}
