package org.lianji.export;

import org.lianji.compiler.CompiledStatement;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One page of an export: the answer to the question, decided by itself and on the chain.
 *
 * @param decision what may be seen, and under what
 * @param edges records with their cursors, as GraphQL gives them
 * @param more whether there are records behind it
 */
record ExportPage(CompiledStatement decision, List<Map<String, Object>> edges, boolean more) {

    @SuppressWarnings("unchecked")
    static ExportPage of(CompiledStatement decision, Map<String, ?> data) {
        Map<?, ?> records = (Map<?, ?>) Objects.requireNonNull(data.get("records"));
        Map<?, ?> info = (Map<?, ?>) Objects.requireNonNull(records.get("pageInfo"));
        return new ExportPage(
                decision,
                (List<Map<String, Object>>) Objects.requireNonNull(records.get("edges")),
                Boolean.TRUE.equals(info.get("hasNextPage")));
    }

    /** {@return whether as much may be seen as there, and under the same agreements} */
    boolean decidedAs(ExportPage other) {
        return decision.withheld().equals(other.decision.withheld())
                && decision.items().equals(other.decision.items())
                && decision.agreements().equals(other.decision.agreements());
    }
}
