package org.lianji;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes questions that give null where a schema allows it. */
final class Nulls {

    static final String ID_NUMBER = "152627195801035714";

    /** How null is given. */
    enum Form {
        LITERAL,
        VARIABLE,
        VARIABLE_LEFT_OUT
    }

    /**
     * A field of the schema, and how a question comes to it.
     *
     * @param before the fields above it, the root first
     */
    record Way(String operation, List<Step> before, GraphQLFieldDefinition field) {

        String root() {
            return before.isEmpty() ? field.getName() : before.getFirst().field().getName();
        }
    }

    /**
     * @param on the type of the fragment that what comes next stands in
     */
    record Step(GraphQLFieldDefinition field, Optional<String> on) {}

    /**
     * A place in an argument that may be null.
     *
     * @param path names of input fields, none for the argument itself
     */
    record Position(GraphQLArgument argument, List<String> path, GraphQLType type) {

        /** {@return the category it is about; another where it is about none} */
        Category category(Catalogue catalogue) {
            return catalogue.categories().stream()
                    .filter(one -> !path.isEmpty() && one.field().equals(path.getFirst()))
                    .findFirst()
                    .orElseGet(() -> catalogue.category("MZ05").orElseThrow());
        }

        boolean isCondition() {
            return isIn("RecordFilter");
        }

        boolean isOfRow() {
            return isIn("RecordRows");
        }

        private boolean isIn(String type) {
            return GraphQLTypeUtil.unwrapAll(argument.getType()).getName().equals(type)
                    && path.size() > 1;
        }
    }

    /** A document with its variables. */
    record Text(String document, Map<String, Object> variables) {}

    private final String category;
    private final Position position;
    private final Form form;

    Nulls(String category, Position position, Form form) {
        this.category = category;
        this.position = position;
        this.form = form;
    }

    /** {@return all fields with arguments, each once} */
    static List<Way> ways(GraphQLSchema schema) {
        List<Way> ways = new ArrayList<>();
        schema.getMutationType()
                .getFieldDefinitions()
                .forEach(field -> ways.add(new Way("mutation", List.of(), field)));
        Set<String> seen = new HashSet<>();
        Deque<Map.Entry<GraphQLFieldsContainer, List<Step>>> left = new ArrayDeque<>();
        left.add(Map.entry(schema.getQueryType(), List.of()));
        while (!left.isEmpty()) {
            var next = left.removeFirst();
            if (seen.add(next.getKey().getName())) {
                for (GraphQLFieldDefinition field : fields(schema, next.getKey())) {
                    ways.add(new Way("query", next.getValue(), field));
                    left.addAll(below(schema, next.getValue(), field));
                }
            }
        }
        return ways;
    }

    private static List<GraphQLFieldDefinition> fields(
            GraphQLSchema schema, GraphQLFieldsContainer type) {
        Stream<GraphQLFieldDefinition> own =
                type.getFieldDefinitions().stream().filter(field -> !isInherited(type, field));
        return type == schema.getQueryType()
                ? Stream.concat(
                                own,
                                Stream.of(
                                        Introspection.SchemaMetaFieldDef,
                                        Introspection.TypeMetaFieldDef))
                        .toList()
                : own.toList();
    }

    private static boolean isInherited(GraphQLFieldsContainer type, GraphQLFieldDefinition field) {
        return type instanceof GraphQLImplementingType implementing
                && implementing.getInterfaces().stream()
                        .map(GraphQLInterfaceType.class::cast)
                        .anyMatch(above -> above.getFieldDefinition(field.getName()) != null);
    }

    private static List<Map.Entry<GraphQLFieldsContainer, List<Step>>> below(
            GraphQLSchema schema, List<Step> before, GraphQLFieldDefinition field) {
        if (!(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer type)) {
            return List.of();
        }
        List<Map.Entry<GraphQLFieldsContainer, List<Step>>> below = new ArrayList<>();
        below.add(Map.entry(type, and(before, new Step(field, Optional.empty()))));
        if (type instanceof GraphQLInterfaceType wide) {
            schema.getImplementations(wide)
                    .forEach(
                            one ->
                                    below.add(
                                            Map.entry(
                                                    one,
                                                    and(
                                                            before,
                                                            new Step(
                                                                    field,
                                                                    Optional.of(one.getName()))))));
        }
        return below;
    }

    private static <T> List<T> and(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }

    /** {@return the places in it that may be null; those of an input type once} */
    static List<Position> positions(GraphQLArgument argument) {
        List<Position> positions = new ArrayList<>();
        find(new Position(argument, List.of(), argument.getType()), new HashSet<>(), positions);
        return positions;
    }

    private static void find(Position at, Set<String> seen, List<Position> found) {
        if (!GraphQLTypeUtil.isNonNull(at.type())) {
            found.add(at);
        }
        if (GraphQLTypeUtil.unwrapAll(at.type()) instanceof GraphQLInputObjectType object
                && seen.add(object.getName())) {
            for (GraphQLInputObjectField field : object.getFieldDefinitions()) {
                find(
                        new Position(
                                at.argument(), and(at.path(), field.getName()), field.getType()),
                        seen,
                        found);
            }
        }
    }

    Text text(Way way) {
        String body = field(way.field()) + leaf(way.field());
        for (Step step : way.before().reversed()) {
            String inner = step.on().map(type -> "... on " + type + " { %s }").orElse("%s");
            body = field(step.field()) + " { " + inner.formatted(body) + " }";
        }
        List<String> declared = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>();
        if (form != Form.LITERAL) {
            declared.add("$v: " + GraphQLTypeUtil.simplePrint(position.type()));
        }
        if (form == Form.VARIABLE) {
            variables.put("v", null);
        }
        if (body.contains("$n")) {
            declared.add("$n: IdNumber!");
            variables.put("n", ID_NUMBER);
        }
        String head = declared.isEmpty() ? " " : " (" + String.join(", ", declared) + ") ";
        return new Text(way.operation() + head + "{ " + body + " }", variables);
    }

    private static String leaf(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer
                ? " { __typename }"
                : "";
    }

    private String field(GraphQLFieldDefinition field) {
        String arguments =
                field.getArguments().stream()
                        .filter(
                                one ->
                                        one == position.argument()
                                                || isRequired(one.getType())
                                                        && !one.hasSetDefaultValue())
                        .map(
                                one ->
                                        one.getName()
                                                + ": "
                                                + (one == position.argument()
                                                        ? value(one.getType(), position.path())
                                                        : sample(one.getName(), one.getType())))
                        .collect(Collectors.joining(", "));
        return field.getName() + (arguments.isEmpty() ? "" : "(" + arguments + ")");
    }

    private static boolean isRequired(GraphQLType type) {
        return GraphQLTypeUtil.isNonNull(type);
    }

    /** Null at the end of the path, and around it what must be there. */
    private String value(GraphQLType type, List<String> path) {
        if (path.isEmpty()) {
            return form == Form.LITERAL ? "null" : "$v";
        }
        return switch (type) {
            case GraphQLNonNull required -> value(required.getWrappedType(), path);
            case GraphQLList list -> "[" + value(list.getWrappedType(), path) + "]";
            case GraphQLInputObjectType object ->
                    object(
                            object,
                            field ->
                                    field.getName().equals(path.getFirst())
                                            ? Optional.of(
                                                    value(
                                                            field.getType(),
                                                            path.subList(1, path.size())))
                                            : required(field));
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private Optional<String> required(GraphQLInputObjectField field) {
        return isRequired(field.getType()) && !field.hasSetDefaultValue()
                ? Optional.of(sample(field.getName(), field.getType()))
                : Optional.empty();
    }

    private static String object(
            GraphQLInputObjectType object,
            Function<GraphQLInputObjectField, Optional<String>> value) {
        return object.getFieldDefinitions().stream()
                .flatMap(
                        field ->
                                value
                                        .apply(field)
                                        .map(one -> field.getName() + ": " + one)
                                        .stream())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String sample(String name, GraphQLType type) {
        return switch (type) {
            case GraphQLNonNull required -> sample(name, required.getWrappedType());
            case GraphQLList list -> "[" + sample(name, list.getWrappedType()) + "]";
            case GraphQLInputObjectType object -> object(object, this::required);
            case GraphQLEnumType choice when choice.getName().equals("CategoryCode") -> category;
            case GraphQLEnumType choice -> choice.getValues().getFirst().getName();
            case GraphQLScalarType scalar -> sample(name, scalar);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String sample(String name, GraphQLScalarType scalar) {
        return switch (scalar.getName()) {
            case "Boolean" -> "true";
            case "Int", "Float" -> "1";
            case "IdNumber" -> "$n";
            case "Date" -> "\"2026-01-01\"";
            case "DateTime" -> "\"2026-01-01T00:00:00+08:00\"";
            case "YearMonth" -> "\"2026-01\"";
            case "Money" -> "\"1.00\"";
            case "RegionCode" -> "\"150900000000\"";
            default ->
                    Set.of("idempotencyKey", "reference").contains(name)
                            ? "\"" + UUID.randomUUID() + "\""
                            : "\"Query\"";
        };
    }
}
