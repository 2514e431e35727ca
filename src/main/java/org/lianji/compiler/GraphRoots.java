package org.lianji.compiler;

import graphql.normalized.ExecutableNormalizedField;

import java.util.List;

/** The fields of Query that the graph answers. */
public final class GraphRoots {

    public static final List<String> NAMES =
            List.of("node", "person", "household", "region", "regions", "records");

    private GraphRoots() {}

    /** Whether the graph answers that field of Query; of objects of other modules it knows none. */
    static boolean answer(ExecutableNormalizedField field) {
        return NAMES.contains(field.getFieldName())
                && !(field.getFieldName().equals("node")
                        && !Compiler.identifies(
                                String.valueOf(field.getResolvedArguments().get("id"))));
    }
}
