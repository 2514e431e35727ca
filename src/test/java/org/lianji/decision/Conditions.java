package org.lianji.decision;

import org.jspecify.annotations.Nullable;
import org.lianji.decision.Library.Kind;
import org.lianji.decision.Library.Part;
import org.lianji.decision.World.Fact;
import org.lianji.decision.World.Human;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Conditions and orders on records; a value that doesn't show in clear counts as none. */
final class Conditions {

    /** Of every kind, as the schema has them, before the items. */
    private static final List<String> COMMON =
            List.of(
                    "and",
                    "or",
                    "not",
                    "recordNo",
                    "observedAt",
                    "validFrom",
                    "validTo",
                    "receivedAt",
                    "registeredIn",
                    "livesIn");

    private final World world;
    private final Rule rule;
    private final Kind kind;

    Conditions(World world, Rule rule, Kind kind) {
        this.world = world;
        this.rule = rule;
        this.kind = kind;
    }

    /** {@return the code of the first condition that is refused, in the order of the schema} */
    Optional<String> refusal(Map<?, ?> where) {
        return Stream.concat(COMMON.stream(), kind.parts().stream().map(Part::name))
                .filter(where::containsKey)
                .map(name -> refusal(name, where.get(name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Nobody may compare what does not show, nor with nothing. */
    private Optional<String> refusal(String name, @Nullable Object condition) {
        if (!mayCompare(name)) {
            return Optional.of("ITEM_NOT_GRANTED");
        }
        return switch (condition) {
            case null -> Optional.of("NULL_CONDITION");
            case List<?> several when several.isEmpty() -> Optional.of("NULL_CONDITION");
            case List<?> several ->
                    several.stream()
                            .map(one -> ofSome((Map<?, ?>) one))
                            .flatMap(Optional::stream)
                            .findFirst();
            case Map<?, ?> below when name.equals("not") -> ofSome(below);
            case Map<?, ?> operators
                    when operators.isEmpty()
                            || operators.values().stream().anyMatch(Objects::isNull)
                            || operators.get("startsWith") instanceof String text
                                    && text.isBlank() ->
                    Optional.of("NULL_CONDITION");
            default -> Optional.empty();
        };
    }

    /** A condition that says nothing is none. */
    private Optional<String> ofSome(Map<?, ?> where) {
        return where.isEmpty() ? Optional.of("NULL_CONDITION") : refusal(where);
    }

    Optional<String> refusalOfOrder(Map<?, ?> orderBy) {
        return orderBy.keySet().stream().allMatch(item -> rule.mayCompare(kind, (String) item))
                ? Optional.empty()
                : Optional.of("ITEM_NOT_GRANTED");
    }

    private boolean mayCompare(String name) {
        return switch (name) {
            case "receivedAt" -> rule.all(kind);
            case "registeredIn" -> rule.tellsSomebodysPlace("REGISTRATION");
            case "livesIn" -> rule.tellsSomebodysPlace("LIVING");
            default -> COMMON.contains(name) || rule.mayCompare(kind, name);
        };
    }

    boolean meets(Fact fact, Map<?, ?> where) {
        return where.entrySet().stream()
                .allMatch(entry -> meets(fact, (String) entry.getKey(), entry.getValue()));
    }

    private boolean meets(Fact fact, String name, @Nullable Object condition) {
        return switch (name) {
            case "and" ->
                    ((List<?>) condition).stream().allMatch(one -> meets(fact, (Map<?, ?>) one));
            case "or" ->
                    ((List<?>) condition).stream().anyMatch(one -> meets(fact, (Map<?, ?>) one));
            case "not" -> !meets(fact, (Map<?, ?>) condition);
            case "recordNo" -> operators("Key", fact.recordNo(), (Map<?, ?>) condition);
            case "observedAt" -> operators("DateTime", rule.seenAt(fact), (Map<?, ?>) condition);
            case "receivedAt" ->
                    operators("DateTime", fact.fields().get(name), (Map<?, ?>) condition);
            case "validFrom", "validTo" ->
                    operators("Date", fact.fields().get(name), (Map<?, ?>) condition);
            case "registeredIn" ->
                    operators(
                            "RegionCode",
                            rule.placeOf(fact.person(), "REGISTERED_IN"),
                            (Map<?, ?>) condition);
            case "livesIn" ->
                    operators(
                            "RegionCode",
                            rule.placeOf(fact.person(), "RESIDES_IN"),
                            (Map<?, ?>) condition);
            default ->
                    operators(
                            kind.part(name).key() ? "Key" : kind.part(name).type(),
                            kind.part(name).key()
                                    ? rule.compared(fact, name)
                                    : sameDots(rule.compared(fact, name)),
                            (Map<?, ?>) condition);
        };
    }

    private boolean operators(String type, @Nullable Object value, Map<?, ?> operators) {
        return operators.entrySet().stream()
                .allMatch(
                        entry -> operator(type, value, (String) entry.getKey(), entry.getValue()));
    }

    private boolean operator(String type, @Nullable Object value, String operator, Object operand) {
        if (operator.equals("isNull")) {
            return (value == null) == (Boolean) operand;
        }
        if (value == null) {
            return false;
        }
        if (value instanceof OffsetDateTime time) {
            return operator(type, time.toInstant(), operator, operand);
        }
        return switch (operator) {
            case "eq" -> compare(value, parsed(type, operand)) == 0;
            case "in" ->
                    ((List<?>) operand)
                            .stream().anyMatch(one -> compare(value, parsed(type, one)) == 0);
            case "lt" -> compare(value, parsed(type, operand)) < 0;
            case "lte" -> compare(value, parsed(type, operand)) <= 0;
            case "gt" -> compare(value, parsed(type, operand)) > 0;
            case "gte" -> compare(value, parsed(type, operand)) >= 0;
            case "startsWith" -> ((String) value).startsWith((String) parsed(type, operand));
            case "within" -> Places.within((String) value, (String) operand);
            case "has" -> ((List<?>) value).contains(parsed(type, operand));
            case "hasAny" ->
                    ((List<?>) operand)
                            .stream()
                                    .anyMatch(one -> ((List<?>) value).contains(parsed(type, one)));
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private Object parsed(String type, Object operand) {
        return switch (operand) {
            case Ask.Word word -> word.name();
            case Ask.Number number when type.equals("CertificateNumber") -> number.idNumber();
            case Ask.Number number ->
                    world.numbered(number.idNumber()).map(Human::id).orElse("nobody");
            case Integer number when type.equals("Float") -> number.doubleValue();
            case Integer number -> number.longValue();
            case String text ->
                    switch (type) {
                        case "Money" -> new BigDecimal(text).movePointRight(2).longValueExact();
                        case "Date" -> LocalDate.parse(text);
                        case "DateTime" -> OffsetDateTime.parse(text).toInstant();
                        case "String" -> (String) sameDots(text);
                        default -> text;
                    };
            default -> operand;
        };
    }

    /** Names are written with any of five dots, and read as the same. */
    private static @Nullable Object sameDots(@Nullable Object value) {
        return switch (value) {
            case String text -> text.replaceAll("[·•・‧･]", "·");
            case List<?> list -> list.stream().map(Conditions::sameDots).toList();
            case null, default -> value;
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static int compare(Object one, Object other) {
        return ((Comparable) one).compareTo(other);
    }

    /** {@return by the item if one is named, empty ones last, then by record number} */
    Comparator<Fact> order(Map<?, ?> orderBy) {
        Comparator<Fact> byKey = Comparator.comparing(Fact::key);
        if (orderBy.isEmpty()) {
            return byKey;
        }
        String item = (String) orderBy.keySet().iterator().next();
        boolean down = orderBy.get(item).equals(new Ask.Word("DESC"));
        Comparator<Object> values = down ? (a, b) -> compare(b, a) : Conditions::compare;
        Comparator<Optional<Object>> emptyLast =
                (a, b) ->
                        a.isEmpty() || b.isEmpty()
                                ? Boolean.compare(a.isEmpty(), b.isEmpty())
                                : values.compare(a.get(), b.get());
        return Comparator.<Fact, Optional<Object>>comparing(
                        fact -> Optional.ofNullable(rule.compared(fact, item)), emptyLast)
                .thenComparing(down ? byKey.reversed() : byKey);
    }
}
