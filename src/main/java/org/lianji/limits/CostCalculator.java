package org.lianji.limits;

import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.introspection.Introspection;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an operation may come to, estimated before it runs: one for each field of each object that
 * the answer may hold. A page counts as large as was asked for, a list without pages as large as is
 * assumed of it. Where a selection tells types apart, what it asks of all of them counts once for
 * each type named and once for the others, as the statement that answers it has a branch for each.
 * The parts of that statement are counted beside, since it is planned whatever it finds.
 */
public final class CostCalculator {

    private static final String FIRST = "first";
    private static final String CATEGORIES = "categories";
    private static final String CONTENT = "input";

    /** Relations are asked for on a day. */
    private static final String DAY = "at";

    private static final long RELATIONS = 20;

    /** Fields that a guard weighs as much as, and the most that are told apart. */
    private static final long GUARD = 4;

    private static final long EVERY_CATEGORY = 25;

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final CoercedVariables variables;
    private final LimitSettings limits;
    private final Map<String, CostLevel> known = new HashMap<>();
    private final ConditionWeight conditions;
    private final IntrospectionCost introspection;
    private long aboutTheSchema;
    private boolean varies;

    private CostCalculator(ExecutionContext execution, LimitSettings limits) {
        this.schema = execution.getGraphQLSchema();
        this.fragments = execution.getFragmentsByName();
        this.variables = execution.getCoercedVariables();
        this.limits = limits;
        this.conditions = new ConditionWeight(variables, limits.condition());
        this.introspection = new IntrospectionCost(schema, fragments);
    }

    /** {@return the estimate for a valid operation} */
    public static Cost of(ExecutionContext execution, LimitSettings limits) {
        CostCalculator costing = new CostCalculator(execution, limits);
        OperationDefinition operation = execution.getOperationDefinition();
        CostAmount total =
                costing.of(operation.getSelectionSet(), costing.root(operation), false).total();
        return costing.told(total);
    }

    private Cost told(CostAmount total) {
        return new Cost(
                total.cost() + aboutTheSchema,
                total.parts(),
                conditions.depth(),
                aboutTheSchema,
                introspection.lists(),
                varies || conditions.varies());
    }

    private GraphQLObjectType root(OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> Objects.requireNonNull(schema.getMutationType());
            case SUBSCRIPTION -> Objects.requireNonNull(schema.getSubscriptionType());
        };
    }

    /**
     * @param paged whether the size of the lists in it was counted with the page they are of
     */
    private CostLevel of(@Nullable SelectionSet set, GraphQLCompositeType type, boolean paged) {
        CostLevel level = new CostLevel();
        if (set == null) {
            return level;
        }
        for (var selection : set.getSelections()) {
            switch (selection) {
                case Field field -> level.add(ofField(field, type, paged));
                case InlineFragment inline ->
                        add(
                                level,
                                type,
                                inline.getTypeCondition(),
                                on -> of(inline.getSelectionSet(), on, paged));
                case FragmentSpread spread -> {
                    FragmentDefinition fragment = fragments.get(spread.getName());
                    if (fragment != null) {
                        add(
                                level,
                                type,
                                fragment.getTypeCondition(),
                                on -> of(fragment, on, paged));
                    }
                }
                default -> throw new IllegalArgumentException(selection.getClass().getName());
            }
        }
        return level;
    }

    private interface Below {
        CostLevel on(GraphQLCompositeType type);
    }

    private void add(
            CostLevel level, GraphQLCompositeType type, @Nullable TypeName condition, Below below) {
        GraphQLCompositeType on =
                condition == null
                        ? type
                        : (GraphQLCompositeType) schema.getType(condition.getName());
        if (on == null || on.getName().equals(type.getName()) || isOneOf(type, on)) {
            level.add(below.on(on == null ? type : on));
        } else {
            level.addOn(on.getName(), below.on(on));
        }
    }

    private static boolean isOneOf(GraphQLCompositeType type, GraphQLCompositeType wider) {
        return wider instanceof GraphQLInterfaceType
                && type instanceof GraphQLImplementingType implementing
                && implementing.getInterfaces().stream()
                        .map(GraphQLNamedSchemaElement::getName)
                        .anyMatch(wider.getName()::equals);
    }

    private CostLevel of(FragmentDefinition fragment, GraphQLCompositeType type, boolean paged) {
        String key = fragment.getName() + " " + paged;
        CostLevel found = known.get(key);
        if (found == null) {
            found = of(fragment.getSelectionSet(), type, paged);
            known.put(key, found);
        }
        return found;
    }

    private CostAmount ofField(Field field, GraphQLCompositeType type, boolean paged) {
        if (field.getSelectionSet() == null) {
            return counts(field, type) ? new CostAmount(1, 1, limits.count()) : CostAmount.ONE;
        }
        GraphQLFieldDefinition definition =
                Introspection.getFieldDefinition(
                        schema, (GraphQLFieldsContainer) type, field.getName());
        var below = (GraphQLCompositeType) GraphQLTypeUtil.unwrapAll(definition.getType());
        if (Introspection.isIntrospectionTypes(below)) {
            aboutTheSchema += introspection.of(field);
            return CostAmount.NONE;
        }
        boolean pages = definition.getArgument(FIRST) != null;
        long size = pages ? page(field, definition) : paged ? 1 : list(definition, type, below);
        CostAmount row = of(field.getSelectionSet(), below, pages).total();
        return (pages ? row.rows(size) : row.times(size, 1))
                .and(CostAmount.ONE)
                .and(guards(field, type, definition))
                .and(conditions(field, type));
    }

    /**
     * A list of somebody's records has a guard for each category that is asked for, which is
     * planned anew for each such list of the statement, however few fields it shows.
     */
    private CostAmount guards(
            Field field, GraphQLCompositeType type, GraphQLFieldDefinition definition) {
        if (definition.getArgument(DAY) != null) {
            return new CostAmount(0, RELATIONS, 0);
        }
        if (definition.getArgument(CATEGORIES) == null
                || definition.getArgument(FIRST) == null
                || type == schema.getQueryType()) {
            return CostAmount.NONE;
        }
        long asked =
                field.getArguments().stream()
                        .filter(argument -> argument.getName().equals(CATEGORIES))
                        .mapToLong(argument -> size(value(argument.getValue())))
                        .findFirst()
                        .orElse(EVERY_CATEGORY);
        return new CostAmount(0, GUARD * Math.min(EVERY_CATEGORY, 1 + asked), 0);
    }

    private static long size(@Nullable Object categories) {
        return switch (categories) {
            case ArrayValue list -> list.getValues().size();
            case Collection<?> list -> list.size();
            case null, default -> EVERY_CATEGORY;
        };
    }

    /** What a mutation is given is content, and so is the {@code input} of a query. */
    private CostAmount conditions(Field field, GraphQLCompositeType type) {
        if (type == schema.getMutationType()) {
            return CostAmount.NONE;
        }
        long before = conditions.weight();
        field.getArguments().stream()
                .filter(argument -> !argument.getName().equals(CONTENT))
                .forEach(conditions::add);
        long weight = conditions.weight() - before;
        return new CostAmount(weight, weight, 0);
    }

    private static boolean counts(Field field, GraphQLCompositeType type) {
        return type.getName().endsWith("Connection") && field.getName().startsWith("totalCount");
    }

    private long list(
            GraphQLFieldDefinition definition,
            GraphQLCompositeType type,
            GraphQLCompositeType below) {
        return !GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()))
                ? 1
                : limits.lists()
                        .getOrDefault(type.getName() + "." + definition.getName(), limits.list());
    }

    private long page(Field field, GraphQLFieldDefinition definition) {
        return Stream.of(FIRST, "last")
                .map(name -> given(field, name))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.ofNullable(usual(definition.getArgument(FIRST))))
                .map(size -> Math.max(0, size.longValue()))
                .orElse((long) limits.page());
    }

    private @Nullable Number given(Field field, String name) {
        return field.getArguments().stream()
                .filter(argument -> argument.getName().equals(name))
                .findFirst()
                .map(argument -> value(argument.getValue()))
                .map(CostCalculator::number)
                .orElse(null);
    }

    private @Nullable Object value(Value<?> given) {
        if (given instanceof VariableReference variable) {
            varies = true;
            return variables.get(variable.getName());
        }
        return given;
    }

    private static @Nullable Number usual(GraphQLArgument argument) {
        return number(argument.getArgumentDefaultValue().getValue());
    }

    private static @Nullable Number number(@Nullable Object value) {
        return switch (value) {
            case IntValue literal -> literal.getValue();
            case Number number -> number;
            case null, default -> null;
        };
    }
}
