package org.lianji.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A piece of Cypher with what fills its parameters, so that pieces can be put together and values
 * never become text.
 *
 * @param text Cypher
 * @param parameters values by name, each name meaning the same in all pieces put together
 */
public record Fragment(String text, Map<String, Object> parameters) {

    /** What holds for every row. */
    public static final Fragment TRUE = of("true");

    /** What holds for no row. */
    public static final Fragment FALSE = of("false");

    public Fragment {
        parameters = Map.copyOf(parameters);
    }

    /** {@return Cypher without parameters} */
    public static Fragment of(String text) {
        return new Fragment(text, Map.of());
    }

    /** {@return Cypher with one parameter} */
    public static Fragment of(String text, String name, Object value) {
        return new Fragment(text, Map.of(name, value));
    }

    /** {@return a condition that holds where both do} */
    public Fragment and(Fragment other) {
        return join(List.of(this, other), " AND ");
    }

    /** {@return a condition that holds where one of them does, at no row where there are none} */
    public static Fragment any(List<Fragment> conditions) {
        return conditions.isEmpty() ? FALSE : join(conditions, " OR ");
    }

    private static Fragment join(List<Fragment> parts, String word) {
        Map<String, Object> all = new HashMap<>();
        for (Fragment part : parts) {
            part.parameters.forEach(
                    (name, value) -> {
                        Object other = all.put(name, value);
                        if (other != null && !other.equals(value)) {
                            throw new IllegalArgumentException("two values of $" + name);
                        }
                    });
        }
        return new Fragment(
                parts.stream()
                        .map(Fragment::text)
                        .collect(Collectors.joining(")" + word + "(", "(", ")")),
                all);
    }
}
