package org.lianji.records;

import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;

/**
 * Keeps with the newest version of a fact which of its properties changed last, and when, so that
 * whoever sees a part of them is told since when that part has been as it is. Works in the caller's
 * transaction.
 */
@Component
public final class Changes {

    /** The same as migration V050 does for what was there before. */
    private static final String NOTE =
            """
            UNWIND $keys AS key
            MATCH (r:Record {key: key})
            WITH r, COLLECT { MATCH (v:Superseded {key: r.key}) RETURN v ORDER BY v.observedAt } AS older
            WITH r, older, older + [r] AS versions
            WITH r, older, COLLECT {
              UNWIND range(1, size(versions) - 1) AS i
              WITH versions[i - 1] AS before, versions[i] AS after
              UNWIND [name IN keys(after) + [gone IN keys(before) WHERE after[gone] IS NULL] WHERE NOT name IN $common
                AND NOT name STARTS WITH 'formerly ' AND NOT coalesce(before[name] = after[name], false)] AS name
              WITH name, max(after.observedAt) AS at ORDER BY at, name
              RETURN {name: name, at: at}
            } AS changes
            SET r.changed = CASE WHEN older <> [] THEN [change IN changes | change.name] END,
              r.changedAt = CASE WHEN older <> [] THEN [change IN changes | change.at] END,
              r.firstAt = CASE WHEN older <> [] THEN older[0].observedAt END
            """;

    /** What differs between versions and says nothing of the fact, or shows to its owner alone. */
    private static final List<String> COMMON =
            List.of(
                    "id",
                    "version",
                    "key",
                    "category",
                    "recordNo",
                    "observedAt",
                    "validTo",
                    "personName",
                    "receivedAt",
                    "supersededAt",
                    "department",
                    "batch",
                    "row",
                    "digest",
                    "linkage",
                    "changed",
                    "changedAt",
                    "firstAt");

    private final Neo4jClient graph;

    public Changes(Neo4jClient graph) {
        this.graph = graph;
    }

    /**
     * @param keys of facts that have several versions, or had
     */
    public void note(Collection<String> keys) {
        if (!keys.isEmpty()) {
            graph.query(NOTE).bind(List.copyOf(keys)).to("keys").bind(COMMON).to("common").run();
        }
    }
}
