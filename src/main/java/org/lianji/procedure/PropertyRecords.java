package org.lianji.procedure;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records as properties of nodes, and back: each component under its own name, those of a record
 * within it beside them, choices by their names.
 */
final class PropertyRecords {

    private PropertyRecords() {}

    /** {@return what is kept of the record; without what is linked and how far it has come} */
    static Map<String, @Nullable Object> properties(Record record) {
        Map<String, @Nullable Object> properties = new HashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            if (component.isAnnotationPresent(LinkedComponent.class)
                    || component.getType() == Progress.class) {
                continue;
            }
            if (value instanceof Record inner) {
                properties.putAll(properties(inner));
            } else {
                properties.put(component.getName(), kept(value));
            }
        }
        return properties;
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object kept(@Nullable Object value) {
        return switch (value) {
            case Enum<?> choice -> choice.name();
            case Collection<?> some -> some.stream().map(PropertyRecords::kept).toList();
            case null, default -> value;
        };
    }

    /**
     * {@return the record}
     *
     * @param type its class
     * @param row properties and what is linked, by name
     * @param progress how far it has come
     */
    static <R> R read(Class<R> type, Map<String, Object> row, Progress<?> progress) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<R> constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Arrays.stream(components).map(one -> read(one, row, progress)).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object read(
            RecordComponent component, Map<String, Object> row, Progress<?> progress) {
        if (component.getType() == Progress.class) {
            return progress;
        }
        return component.getType().isRecord()
                ? read(component.getType(), row, progress)
                : read(component.getGenericType(), row.get(component.getName()));
    }

    private static @Nullable Object read(Type type, @Nullable Object value) {
        return switch (type) {
            case ParameterizedType some when some.getRawType() == Set.class ->
                    elements(some, value).collect(Collectors.toUnmodifiableSet());
            case ParameterizedType some -> elements(some, value).toList();
            case Class<?> choice when choice.isEnum() && value != null ->
                    Arrays.stream(choice.getEnumConstants())
                            .filter(one -> ((Enum<?>) one).name().equals(value))
                            .findFirst()
                            .orElseThrow();
            case Class<?> whole when whole == int.class || whole == Integer.class ->
                    value == null ? null : Math.toIntExact((Long) value);
            case Class<?> flag when flag == boolean.class -> Boolean.TRUE.equals(value);
            default -> value;
        };
    }

    private static Stream<Object> elements(ParameterizedType type, @Nullable Object value) {
        List<?> elements = value instanceof List<?> list ? list : List.of();
        Type element = type.getActualTypeArguments()[0];
        return elements.stream().map(one -> Objects.requireNonNull(read(element, one)));
    }
}
