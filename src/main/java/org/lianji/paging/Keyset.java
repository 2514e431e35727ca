package org.lianji.paging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a list is in order by, as the parts of a statement that reads a stretch of it.
 *
 * @param ascending from small to large, or the newest first
 * @param keys of a row, none ever empty; all together are unique
 */
public record Keyset(boolean ascending, List<String> keys) {

    /**
     * {@return the order of a list that begins with what is newest}
     *
     * @param keys of a row
     */
    public static Keyset newestFirst(String... keys) {
        return new Keyset(false, List.of(keys));
    }

    /** {@return the condition that a row lies in the stretch, in words that an index answers} */
    public String within(Stretch stretch) {
        return stretch.place() == null ? keys.getFirst() + " IS NOT NULL" : within(stretch, 0);
    }

    private String within(Stretch stretch, int key) {
        boolean last = key == keys.size() - 1;
        String further = ascending == stretch.forward() ? ">" : "<";
        String expression = keys.get(key);
        return last
                ? "%s %s%s $at%d"
                        .formatted(expression, further, stretch.inclusive() ? "=" : "", key)
                : "%1$s %2$s= $at%3$d AND (%1$s <> $at%3$d OR (%4$s))"
                        .formatted(expression, further, key, within(stretch, key + 1));
    }

    /** {@return the same of the first key alone: some rows that hold may lie outside} */
    public String about(Stretch stretch) {
        return stretch.place() == null
                ? "true"
                : "%s %s= $at0"
                        .formatted(keys.getFirst(), ascending == stretch.forward() ? ">" : "<");
    }

    /** {@return the end of a statement that reads the stretch} */
    public String ordered(Stretch stretch) {
        return keys.stream()
                .map(key -> ascending == stretch.forward() ? key : key + " DESC")
                .collect(Collectors.joining(", ", "ORDER BY ", " LIMIT $limit"));
    }

    /** {@return parameters of a statement with these parts} */
    public Map<String, Object> parameters(Stretch stretch) {
        Map<String, Object> parameters = new HashMap<>();
        List<?> place = stretch.place() == null ? List.of() : stretch.place();
        for (int i = 0; i < place.size(); i++) {
            parameters.put("at" + i, place.get(i));
        }
        parameters.put("limit", stretch.limit());
        return parameters;
    }
}
