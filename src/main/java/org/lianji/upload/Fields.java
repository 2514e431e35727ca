package org.lianji.upload;

import java.util.Map;
import java.util.Objects;

/** Reads the columns of an answer that the statement never leaves empty. */
public final class Fields {

    private Fields() {}

    public static <T> T of(Map<String, Object> row, String name, Class<T> type) {
        return Objects.requireNonNull(type.cast(row.get(name)), name);
    }
}
