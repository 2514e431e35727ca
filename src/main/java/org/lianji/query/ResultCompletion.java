package org.lianji.query;

import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Completes what the graph answered to what GraphQL promises, in one walk: fields in the order of
 * the question, scalars as they are written, names of types.
 */
public final class ResultCompletion {

    private final ResultFields answered;
    private final ReadResult reading;
    private final GraphQLSchema schema;
    private final GraphQLContext context;
    private final Locale locale;

    /**
     * Something that promises a value has none: GraphQL's own way finds out how far that reaches.
     */
    private static final class Incomplete extends RuntimeException {

        private static final long serialVersionUID = 1;

        Incomplete() {
            super(null, null, false, false);
        }
    }

    ResultCompletion(ResultFields answered, ReadResult reading, ExecutionContext execution) {
        this(
                answered,
                reading,
                execution.getGraphQLSchema(),
                execution.getGraphQLContext(),
                execution.getLocale());
    }

    public ResultCompletion(
            ResultFields answered,
            ReadResult reading,
            GraphQLSchema schema,
            GraphQLContext context,
            Locale locale) {
        this.answered = answered;
        this.reading = reading;
        this.schema = schema;
        this.context = context;
        this.locale = locale;
    }

    /** {@return the answer to these fields of Query, or nothing where GraphQL has to judge it} */
    public Optional<Map<String, @Nullable Object>> of(List<ExecutableNormalizedField> fields) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        try {
            for (ExecutableNormalizedField field : fields) {
                String key = field.getResultKey();
                Object answer =
                        answered.page("Query", field.getFieldName(), reading.at(key), reading);
                data.put(key, value(field, type("Query", field), answer));
            }
            return Optional.of(data);
        } catch (Incomplete | CoercingSerializeException _) {
            return Optional.empty();
        }
    }

    private GraphQLType type(String parent, ExecutableNormalizedField field) {
        return Objects.requireNonNull(schema.getObjectType(parent))
                .getFieldDefinition(field.getFieldName())
                .getType();
    }

    private @Nullable Object value(
            ExecutableNormalizedField field, GraphQLType type, @Nullable Object answer) {
        if (type instanceof GraphQLNonNull promised) {
            Object value = value(field, promised.getWrappedType(), answer);
            if (value == null) {
                throw new Incomplete();
            }
            return value;
        }
        if (answer == null) {
            return null;
        }
        return switch (type) {
            case GraphQLScalarType scalar ->
                    scalar.getCoercing().serialize(answer, context, locale);
            case GraphQLEnumType choice -> choice.serialize(answer, context, locale);
            case GraphQLList list -> list(field, list.getWrappedType(), (List<?>) answer);
            case GraphQLObjectType object -> object(field, object.getName(), answer);
            default -> object(field, answered.typeName((Map<?, ?>) answer), answer);
        };
    }

    private List<@Nullable Object> list(
            ExecutableNormalizedField field, GraphQLType type, List<?> answers) {
        List<@Nullable Object> values = new ArrayList<>(answers.size());
        for (Object answer : answers) {
            values.add(value(field, type, answer));
        }
        return values;
    }

    private Map<String, @Nullable Object> object(
            ExecutableNormalizedField field, String type, Object answer) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (ExecutableNormalizedField child : field.getChildren()) {
            if (child.getObjectTypeNames().contains(type)) {
                String key = child.getResultKey();
                values.put(
                        key,
                        child.getFieldName().equals("__typename")
                                ? type
                                : value(
                                        child,
                                        type(type, child),
                                        answered.field(
                                                type, child.getFieldName(), key, answer, reading)));
            }
        }
        return values;
    }
}
