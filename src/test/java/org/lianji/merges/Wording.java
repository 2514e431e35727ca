package org.lianji.merges;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What the graph has as a line of text, the same for the same. */
final class Wording {

    private Wording() {}

    static String of(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, String> sorted = new TreeMap<>();
                map.forEach((key, one) -> sorted.put(String.valueOf(key), of(one)));
                yield sorted.toString();
            }
            case byte[] bytes -> Arrays.toString(bytes);
            case Iterable<?> some -> {
                StringBuilder all = new StringBuilder();
                some.forEach(one -> all.append(of(one)).append(", "));
                yield all.toString();
            }
            case null, default -> String.valueOf(value);
        };
    }
}
