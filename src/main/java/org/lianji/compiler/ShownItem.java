package org.lianji.compiler;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.items.Yuan;
import org.lianji.platform.BeijingTime;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An item of a record as it shows: a value of any type as text.
 *
 * @param value as the graph answers it, null where none shows
 */
public record ShownItem(Item item, @Nullable Object value, State state) {

    /** How an item shows; that it is empty and that it is hidden of this person are the same. */
    public enum State {
        CLEAR,
        MASKED,
        WITHHELD,
        EMPTY
    }

    /** {@return all items of the category, in its order} */
    public static List<ShownItem> of(Category category, Map<?, ?> answer) {
        return category.items().stream().map(item -> of(item, answer)).toList();
    }

    private static ShownItem of(Item item, Map<?, ?> answer) {
        if (list(answer, ItemsCypher.WITHHELD).contains(item.name())) {
            return new ShownItem(item, null, State.WITHHELD);
        }
        return value(item, answer, ItemsCypher.CLEAR)
                .map(clear -> new ShownItem(item, clear, shown(item)))
                .or(
                        () ->
                                value(item, answer, ItemsCypher.MASKED)
                                        .map(masked -> new ShownItem(item, masked, State.MASKED)))
                .orElseGet(() -> new ShownItem(item, null, State.EMPTY));
    }

    /** Nobody sees the identity part of a certificate's number. */
    private static State shown(Item item) {
        return item.type() == ItemType.Scalar.CERTIFICATE_NUMBER ? State.MASKED : State.CLEAR;
    }

    /** What is empty in clear is empty masked too. */
    private static Optional<Object> value(Item item, Map<?, ?> answer, String way) {
        return list(answer, way).stream()
                .filter(Objects::nonNull)
                .flatMap(part -> Stream.<Object>ofNullable(((Map<?, ?>) part).get(item.name())))
                .filter(value -> !(value instanceof List<?> several && several.isEmpty()))
                .findFirst();
    }

    private static List<?> list(Map<?, ?> answer, String key) {
        return (List<?>) Objects.requireNonNull(answer.get(key));
    }

    /** {@return what the item answers to a field of that name} */
    @Nullable
    public Object field(String name) {
        return switch (name) {
            case "name" -> item.name();
            case "labelZh" -> item.nameZh();
            case "labelEn" -> item.nameEn();
            case "value" -> text(";", ShownItem::text);
            case "valueZh" -> text("；", ShownItem::textZh);
            case "state" -> state.name();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private @Nullable String text(String between, BiFunction<ItemType, Object, String> one) {
        return switch (value) {
            case null -> null;
            case List<?> list ->
                    list.stream()
                            .map(element -> one.apply(item.type(), element))
                            .collect(Collectors.joining(between));
            default -> one.apply(item.type(), value);
        };
    }

    private static String text(ItemType type, Object value) {
        return switch (value) {
            case ZonedDateTime time -> BeijingTime.text(time.toInstant());
            case Long fen when type == ItemType.Scalar.MONEY -> Yuan.text(fen);
            case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    private static String textZh(ItemType type, Object value) {
        return switch (value) {
            case Boolean flag -> flag ? "是" : "否";
            case String code when type instanceof ItemType.Choice choice ->
                    choice.labels().getOrDefault(code, code);
            default -> text(type, value);
        };
    }
}
