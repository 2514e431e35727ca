package org.lianji.compiler;

/**
 * Writes since when and until when a dated relation has been so without a gap: each version of a
 * record makes it anew, and that a version came is not told where nothing that shows has changed.
 *
 * @param e the relation in the statement
 * @param start where it starts
 * @param type its type
 * @param end where it ends
 * @param same what the versions must have in common beside that, of {@code %s} and the relation
 */
record UnbrokenRelation(
        String e, String start, String type, String end, String same, ParameterNames slots) {

    UnbrokenRelation(String e, String start, String type, String end, ParameterNames slots) {
        this(e, start, type, end, "", slots);
    }

    /** {@return the first day} */
    String since() {
        return walked("from", "to", " DESC");
    }

    /** {@return the day on which it is over} */
    String until() {
        return walked("to", "from", "");
    }

    private String walked(String far, String near, String direction) {
        String x = slots.variable("x");
        String day = slots.variable("d");
        return "reduce(%1$s = %2$s.%3$s, %4$s IN COLLECT { MATCH (%5$s)-[%4$s:%6$s {category: %2$s.category}]->(%7$s)%8$s RETURN %4$s ORDER BY %4$s.from%9$s } | CASE WHEN %4$s.%10$s = %1$s THEN %4$s.%3$s ELSE %1$s END)"
                .formatted(
                        day,
                        e,
                        far,
                        x,
                        start,
                        type,
                        end,
                        same.isEmpty() ? "" : " WHERE " + same.formatted(x),
                        direction,
                        near);
    }
}
