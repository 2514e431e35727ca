package org.lianji.compiler;

import org.jspecify.annotations.Nullable;
import org.lianji.access.Grant;
import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.items.TextKind;
import org.lianji.paging.PageRequest;
import org.lianji.people.MergedPersons;
import org.lianji.people.Regions;
import org.lianji.platform.Problem;
import org.lianji.selection.Place;
import org.lianji.selection.QueryCode;
import org.lianji.selection.Selection;
import org.lianji.texts.PlainText;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes conditions and orders; one on an item that is not granted is refused before any data is
 * touched.
 */
public final class Conditions {

    /** Rows of a page where the question does not say. */
    private static final int USUAL = 20;

    private final Statement statement;

    public Conditions(Statement statement) {
        this.statement = statement;
    }

    /**
     * {@return what an argument says under the category's own name; empty where it was not given}
     */
    Map<String, Object> under(Selection selection, String argument, Category category) {
        return under(
                selection.<Map<String, Object>>argument(argument),
                selection.place(argument),
                category);
    }

    public static Map<String, Object> under(
            @Nullable Map<String, Object> given, Place place, Category category) {
        if (given == null) {
            return Map.of();
        }
        if (!given.keySet().stream().allMatch(category.field()::equals)) {
            throw place.refused(QueryCode.CATEGORY_MISMATCH, Map.of("expected", category.field()));
        }
        Object below = given.get(category.field());
        return below == null || object(below).isEmpty()
                ? refusedAsEmpty(given, place.field(category.field()))
                : object(below);
    }

    /** Of nothing written under the category nobody knows what it was to be. */
    private static Map<String, Object> refusedAsEmpty(Map<String, Object> given, Place place) {
        if (given.isEmpty()) {
            return Map.of();
        }
        throw place.refused(QueryCode.NULL_CONDITION);
    }

    /**
     * {@return the conditions, all of which must hold}
     *
     * @param place where they are written
     */
    public List<String> of(
            Category category, Map<String, Object> where, ItemProjection r, Place place) {
        List<String> conditions = new ArrayList<>();
        where.forEach(
                (name, value) ->
                        conditions.add(condition(category, name, value, r, place.field(name))));
        return conditions;
    }

    /**
     * {@return the order asked for, else that of record numbers; there the first indexed item which
     * the conditions hold to one value goes before, so that a page costs what it answers}
     */
    Order order(
            Category category,
            Map<String, Object> where,
            Map<String, Object> orderBy,
            ItemProjection r,
            Place place) {
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
        String item = granted(category, by.getKey(), place.field(by.getKey())).name();
        boolean ascending = "ASC".equals(by.getValue());
        return new Order(
                null,
                List.of(
                        new Order.Key(r.clear(item), ascending, true),
                        new Order.Key(key, ascending, false)),
                range,
                r.clearOfEveryone(item));
    }

    private static @Nullable String same(
            Category category, Map<String, Object> where, ItemProjection r) {
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

    /**
     * {@return which part of a list is asked for; a cursor is good for this caller, these
     * conditions and this order}
     */
    PageRequest page(Selection selection) {
        QueryContext question = statement.question();
        String list =
                "%s %s %s %s"
                        .formatted(
                                PageRequest.of(question.caller()),
                                question.reason().purpose(),
                                question.reason().basis(),
                                selection.name());
        PageRequest.Given given =
                new PageRequest.Given(
                        selection.arguments(),
                        USUAL,
                        question.largest(),
                        !selection.isGiven("first"));
        return selection.placed(() -> PageRequest.of(list, given));
    }

    /** Left out silently, a condition on null would let more of people be seen. */
    private String condition(
            Category category, String name, @Nullable Object value, ItemProjection r, Place place) {
        ComparedProperty compared = compared(category, name, r, place);
        if (value == null) {
            throw place.refused(QueryCode.NULL_CONDITION);
        }
        return switch (name) {
            case "and" -> all(each(category, some(list(value), place), r, place));
            case "or" -> any(each(category, some(list(value), place), r, place));
            case "not" -> "NOT coalesce(" + all(category, object(value), r, place) + ", false)";
            case "recordNo" -> operators(compared, ofKeys(category, object(value)), place);
            default -> operators(compared, object(value), place);
        };
    }

    /**
     * What a condition compares.
     *
     * @param type of its values
     * @param property in the statement
     * @param folded whether it is text of which the forms of a character are one
     */
    private record ComparedProperty(ItemType type, String property, boolean folded) {}

    private ComparedProperty compared(
            Category category, String name, ItemProjection r, Place place) {
        return switch (name) {
            case "and", "or", "not", "recordNo" ->
                    new ComparedProperty(ItemType.Scalar.STRING, r.r() + ".key", false);
            case "observedAt" ->
                    new ComparedProperty(
                            ItemType.Scalar.DATE_TIME,
                            new ObservationTime(statement, r.r(), r.p()).of(List.of(category)),
                            false);
            case "validFrom", "validTo" -> common(ItemType.Scalar.DATE, name, r);
            case "receivedAt" -> {
                if (!(r.grant() instanceof Grant.All)) {
                    throw refused(category, name, place);
                }
                yield common(ItemType.Scalar.DATE_TIME, name, r);
            }
            case "registeredIn", "livesIn" ->
                    new ComparedProperty(
                            ItemType.Scalar.REGION_CODE,
                            new PersonsPlace(statement).of(name, r, place),
                            false);
            default -> compared(granted(category, name, place), r);
        };
    }

    private static ComparedProperty compared(Item item, ItemProjection r) {
        String property = r.lookup(item);
        boolean folded =
                item.type() == ItemType.Scalar.STRING && item.limits().text() != TextKind.KEY;
        if (!folded) {
            return new ComparedProperty(item.type(), property, false);
        }
        return new ComparedProperty(
                item.type(),
                item.list()
                        ? "[v IN %s | %s]".formatted(property, Statement.folded("v"))
                        : Statement.folded(property),
                true);
    }

    private static ComparedProperty common(ItemType type, String name, ItemProjection r) {
        return new ComparedProperty(type, r.r() + "." + name, false);
    }

    /** {@return whether the conditions hold the key of a record to some or to a beginning} */
    private static boolean namesNumbers(Map<String, Object> where) {
        return where.get("recordNo") instanceof Map<?, ?> operators
                && Stream.of("eq", "in", "startsWith")
                        .anyMatch(operator -> operators.get(operator) != null);
    }

    /** By the key that is indexed: the category's code before the number. */
    private static Map<String, Object> ofKeys(Category category, Map<String, Object> operators) {
        Map<String, Object> ofKeys = new LinkedHashMap<>(operators);
        ofKeys.replaceAll(
                (_, operand) ->
                        switch (operand) {
                            case String number -> key(category, number);
                            case List<?> numbers ->
                                    numbers.stream()
                                            .map(number -> key(category, number.toString()))
                                            .toList();
                            case null -> null;
                            default -> operand;
                        });
        return ofKeys;
    }

    private static String key(Category category, String number) {
        return number.isBlank() ? "" : category.code() + "|" + PlainText.kept(number);
    }

    private List<String> each(
            Category category, List<Object> values, ItemProjection r, Place place) {
        List<String> conditions = new ArrayList<>();
        for (Object one : values) {
            conditions.add(all(category, object(one), r, place.index(conditions.size())));
        }
        return conditions;
    }

    private String all(
            Category category, Map<String, Object> where, ItemProjection r, Place place) {
        some(where.values(), place);
        return all(of(category, where, r, place));
    }

    /** Nothing of all, or none of nothing, would let more of people be seen, or less. */
    private static <C extends Collection<?>> C some(C parts, Place place) {
        if (parts.isEmpty()) {
            throw place.refused(QueryCode.NULL_CONDITION);
        }
        return parts;
    }

    private static String all(List<String> conditions) {
        return conditions.isEmpty()
                ? "true"
                : conditions.stream().collect(Collectors.joining(" AND ", "(", ")"));
    }

    /** As elements of a list, for the planner would multiply out what stands between ORs. */
    private String any(List<String> conditions) {
        String c = statement.slots().variable("c");
        return switch (conditions.size()) {
            case 0 -> "false";
            case 1 -> conditions.getFirst();
            default -> "any(%s IN [%s] WHERE %s)".formatted(c, String.join(", ", conditions), c);
        };
    }

    private Item granted(Category category, String name, Place place) {
        if (statement.question().grants().on(category).clear(name).isEmpty()) {
            throw refused(category, name, place);
        }
        statement.compare(category, name);
        return category.item(name).orElseThrow();
    }

    private static Problem refused(Category category, String name, Place place) {
        return place.refused(
                QueryCode.ITEM_NOT_GRANTED, Map.of("item", category.code() + "." + name));
    }

    private String operators(
            ComparedProperty compared, Map<String, Object> operators, Place place) {
        if (operators.isEmpty()) {
            throw place.refused(QueryCode.NULL_CONDITION);
        }
        List<String> conditions = new ArrayList<>();
        operators.forEach(
                (operator, operand) ->
                        conditions.add(
                                operator(compared, operator, operand, place.field(operator))));
        return all(conditions);
    }

    private String operator(
            ComparedProperty compared, String operator, @Nullable Object operand, Place place) {
        if (operand == null || operator.equals("startsWith") && operand.toString().isBlank()) {
            throw place.refused(QueryCode.NULL_CONDITION);
        }
        String property = compared.property();
        return switch (operator) {
            case "eq" ->
                    compared.type() == ItemType.Scalar.ID_NUMBER
                            ? property + " IN " + named(slot(compared, operand, place))
                            : property + " = " + slot(compared, operand, place);
            case "lt" -> property + " < " + slot(compared, operand, place);
            case "lte" -> property + " <= " + slot(compared, operand, place);
            case "gt" -> property + " > " + slot(compared, operand, place);
            case "gte" -> property + " >= " + slot(compared, operand, place);
            case "startsWith" -> property + " STARTS WITH " + beginning(compared, operand);
            case "in" -> property + " IN " + slots(compared, operand, place);
            case "has" ->
                    compared.type() == ItemType.Scalar.ID_NUMBER
                            ? "any(v IN %s WHERE v IN %s)"
                                    .formatted(named(slot(compared, operand, place)), property)
                            : slot(compared, operand, place) + " IN " + property;
            case "hasAny" ->
                    "any(v IN %s WHERE v IN %s)"
                            .formatted(slots(compared, operand, place), property);
            case "isNull" ->
                    property + (Boolean.TRUE.equals(operand) ? " IS NULL" : " IS NOT NULL");
            case "within" ->
                    property
                            + " STARTS WITH "
                            + statement
                                    .slots()
                                    .slot(Regions.prefix((String) value(compared, operand, place)));
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private String slot(ComparedProperty compared, Object operand, Place place) {
        return statement.slots().slot(value(compared, operand, place));
    }

    /** Records hold the token of the person that an ID number names. */
    private static String named(String slot) {
        return MergedPersons.all("[" + slot + "]");
    }

    private String slots(ComparedProperty compared, Object operands, Place place) {
        List<Object> values = new ArrayList<>();
        for (Object operand : list(operands)) {
            values.add(value(compared, operand, place.index(values.size())));
        }
        return compared.type() == ItemType.Scalar.ID_NUMBER
                ? MergedPersons.all(statement.slots().slot(values))
                : statement.slots().slot(values);
    }

    private Object value(ComparedProperty compared, Object operand, Place place) {
        if (compared.type() == ItemType.Scalar.ID_NUMBER) {
            return statement.question().hash(operand, place);
        }
        Object value = statement.question().value(compared.type(), operand, place);
        if (compared.type() == ItemType.Scalar.CERTIFICATE_NUMBER) {
            return statement.question().hashes().of((String) value);
        }
        return compared.folded() ? PlainText.comparable((String) value) : value;
    }

    /** A beginning may end in a blank. */
    private String beginning(ComparedProperty compared, Object operand) {
        String text = Normalizer.normalize((String) operand, Normalizer.Form.NFC);
        return statement.slots().slot(compared.folded() ? PlainText.comparable(text) : text);
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
