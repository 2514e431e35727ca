package org.lianji.query;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Item;
import org.lianji.catalogue.ItemType;
import org.lianji.platform.Problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes conditions and orders; one on an item that is not granted is refused before any data is
 * touched.
 */
final class Conditions {

    private final Statement statement;

    Conditions(Statement statement) {
        this.statement = statement;
    }

    /**
     * {@return what an argument says under the category's own name; empty where it was not given}
     */
    Map<String, Object> under(Selection selection, String argument, Category category) {
        return under(selection.<Map<String, Object>>argument(argument), argument, category);
    }

    static Map<String, Object> under(
            @Nullable Map<String, Object> given, String argument, Category category) {
        if (given == null) {
            return Map.of();
        }
        if (!given.keySet().stream().allMatch(category.field()::equals)) {
            throw new Problem(
                    QueryCode.CATEGORY_MISMATCH,
                    Map.of("argument", argument, "expected", category.field()));
        }
        return object(given.get(category.field()));
    }

    List<String> of(Category category, Map<String, Object> where, Shown r) {
        List<String> conditions = new ArrayList<>();
        where.forEach(
                (name, value) -> {
                    if (value != null) {
                        conditions.add(condition(category, name, value, r));
                    }
                });
        return conditions;
    }

    /**
     * {@return the order asked for, else that of record numbers; there the first indexed item which
     * the conditions hold to one value goes before, so that a page costs what it answers}
     */
    Order order(
            Category category, Map<String, Object> where, Map<String, Object> orderBy, Shown r) {
        String key = r.r() + ".key";
        String range =
                namesNumbers(where)
                        ? key + " IS NOT NULL"
                        : "'%2$s|' <= %1$s < '%2$s}'".formatted(key, category.code());
        if (orderBy.isEmpty()) {
            Order.Key number = new Order.Key(key, true, false);
            return new Order(same(category, where, r), List.of(number), range, true);
        }
        Map.Entry<String, Object> by = orderBy.entrySet().iterator().next();
        String item = granted(category, by.getKey()).name();
        boolean ascending = "ASC".equals(by.getValue());
        return new Order(
                null,
                List.of(
                        new Order.Key(r.clear(item), ascending, true),
                        new Order.Key(key, ascending, false)),
                range,
                r.clearOfEveryone(item));
    }

    private static @Nullable String same(Category category, Map<String, Object> where, Shown r) {
        return where.entrySet().stream()
                .filter(
                        condition ->
                                condition.getValue() instanceof Map<?, ?> operators
                                        && operators.get("eq") != null)
                .flatMap(condition -> category.item(condition.getKey()).stream())
                .filter(item -> item.limits().indexed() && r.clearOfEveryone(item.name()))
                .map(item -> r.clear(item.name()))
                .findFirst()
                .orElse(null);
    }

    Page page(Selection selection) {
        Integer first = selection.argument("first");
        Integer last = selection.argument("last");
        String after = selection.argument("after");
        String before = selection.argument("before");
        if ((first != null || after != null) && (last != null || before != null)) {
            throw new Problem(QueryCode.PAGE_DIRECTION);
        }
        boolean forward = last == null && before == null;
        int size = Objects.requireNonNullElse(forward ? first : last, Page.USUAL);
        int largest = statement.question().largest();
        if (size < 1 || size > largest) {
            throw new Problem(QueryCode.PAGE_SIZE, Map.of("max", largest));
        }
        return new Page(size, forward, after != null || before != null, list(selection));
    }

    /** A cursor is good for this caller, these conditions and this order. */
    private String list(Selection selection) {
        Map<String, Object> arguments = new java.util.TreeMap<>(selection.arguments());
        arguments.keySet().removeAll(List.of("first", "after", "last", "before"));
        Question question = statement.question();
        return question.caller().client()
                + " "
                + question.caller().department()
                + " "
                + question.caller().person()
                + " "
                + question.reason().purpose()
                + " "
                + question.reason().basis()
                + " "
                + selection.name()
                + " "
                + arguments;
    }

    private String condition(Category category, String name, Object value, Shown r) {
        return switch (name) {
            case "and" -> joined(category, value, r, " AND ");
            case "or" -> joined(category, value, r, " OR ");
            case "not" -> "NOT coalesce(" + all(category, object(value), r) + ", false)";
            case "recordNo" -> number(category, object(value), r);
            case "observedAt" ->
                    operators(
                            ItemType.Scalar.DATE_TIME, name, object(value), r.r() + ".observedAt");
            default ->
                    operators(granted(category, name).type(), name, object(value), r.clear(name));
        };
    }

    /** {@return whether the conditions hold the key of a record to some or to a beginning} */
    private static boolean namesNumbers(Map<String, Object> where) {
        return where.get("recordNo") instanceof Map<?, ?> operators
                && Stream.of("eq", "in", "startsWith")
                        .anyMatch(operator -> operators.get(operator) != null);
    }

    /** By the key that is indexed: the category's code before the number. */
    private String number(Category category, Map<String, Object> operators, Shown r) {
        Map<String, Object> ofKeys = new LinkedHashMap<>(operators);
        ofKeys.replaceAll(
                (operator, operand) ->
                        switch (operand) {
                            case String number -> category.code() + "|" + number;
                            case List<?> numbers ->
                                    numbers.stream()
                                            .map(number -> category.code() + "|" + number)
                                            .toList();
                            case null -> null;
                            default -> operand;
                        });
        return operators(ItemType.Scalar.STRING, "recordNo", ofKeys, r.r() + ".key");
    }

    private String joined(Category category, Object values, Shown r, String operator) {
        List<String> conditions =
                list(values).stream().map(one -> all(category, object(one), r)).toList();
        return joined(conditions, operator, operator.equals(" AND ") ? "true" : "false");
    }

    private String all(Category category, Map<String, Object> where, Shown r) {
        return joined(of(category, where, r), " AND ", "true");
    }

    private static String joined(List<String> conditions, String operator, String none) {
        return conditions.isEmpty()
                ? none
                : conditions.stream().collect(Collectors.joining(operator, "(", ")"));
    }

    private Item granted(Category category, String name) {
        if (statement.question().grants().on(category).clear(name).isEmpty()) {
            throw new Problem(
                    QueryCode.ITEM_NOT_GRANTED, Map.of("item", category.code() + "." + name));
        }
        return category.item(name).orElseThrow();
    }

    private String operators(
            ItemType type, String item, Map<String, Object> operators, String property) {
        List<String> conditions = new ArrayList<>();
        operators.forEach(
                (operator, operand) -> {
                    if (operand != null) {
                        conditions.add(operator(type, item, operator, operand, property));
                    }
                });
        return joined(conditions, " AND ", "true");
    }

    private String operator(
            ItemType type, String item, String operator, Object operand, String property) {
        return switch (operator) {
            case "eq" -> property + " = " + slot(type, item, operand);
            case "lt" -> property + " < " + slot(type, item, operand);
            case "lte" -> property + " <= " + slot(type, item, operand);
            case "gt" -> property + " > " + slot(type, item, operand);
            case "gte" -> property + " >= " + slot(type, item, operand);
            case "startsWith" -> property + " STARTS WITH " + statement.slots().slot(operand);
            case "in" -> property + " IN " + slots(type, item, operand);
            case "has" -> slot(type, item, operand) + " IN " + property;
            case "hasAny" ->
                    "any(v IN %s WHERE v IN %s)".formatted(slots(type, item, operand), property);
            case "isNull" ->
                    property + (Boolean.TRUE.equals(operand) ? " IS NULL" : " IS NOT NULL");
            case "within" ->
                    "EXISTS { (:Region {code: %s})-[:PART_OF*0..4]->(:Region {code: %s}) }"
                            .formatted(property, slot(type, item, operand));
            default -> throw new IllegalArgumentException(operator);
        };
    }

    /** Records hold the token of the person that an ID number names. */
    private String slot(ItemType type, String item, Object operand) {
        Object value = statement.question().value(type, operand, item);
        return type == ItemType.Scalar.ID_NUMBER
                ? "head(COLLECT { MATCH (t:Person {idHash: %s}) RETURN t.id })"
                        .formatted(statement.slots().slot(statement.question().hash(value)))
                : statement.slots().slot(value);
    }

    private String slots(ItemType type, String item, Object operands) {
        List<Object> values =
                list(operands).stream()
                        .map(operand -> statement.question().value(type, operand, item))
                        .map(
                                value ->
                                        type == ItemType.Scalar.ID_NUMBER
                                                ? statement.question().hash(value)
                                                : value)
                        .toList();
        return type == ItemType.Scalar.ID_NUMBER
                ? "COLLECT { UNWIND %s AS h MATCH (t:Person {idHash: h}) RETURN t.id }"
                        .formatted(statement.slots().slot(values))
                : statement.slots().slot(values);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
