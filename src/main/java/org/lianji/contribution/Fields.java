package org.lianji.contribution;

import java.util.Map;
import java.util.Objects;

/** Reads the columns of an answer that the statement never leaves empty. */
final class Fields {

    private Fields() {}

    static <T> T of(Map<String, Object> row, String name, Class<T> type) {
        return Objects.requireNonNull(type.cast(row.get(name)), name);
    }
}
