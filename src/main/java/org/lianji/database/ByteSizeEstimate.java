package org.lianji.database;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** How heavy what goes to the database and comes from it is, about, in bytes. */
public final class ByteSizeEstimate {

    private static final int VALUE = 8;

    private ByteSizeEstimate() {}

    /** {@return two bytes a character and eight a value, those in maps and lists included} */
    public static int of(@Nullable Object value) {
        return switch (value) {
            case null -> VALUE;
            case String text -> VALUE + 2 * text.length();
            case Map<?, ?> map -> VALUE + of(map.keySet()) + of(map.values());
            case Iterable<?> several -> {
                int sum = VALUE;
                for (Object one : several) {
                    sum += of(one);
                }
                yield sum;
            }
            default -> VALUE;
        };
    }
}
