package org.lianji.contribution;

import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of the rows of a batch, read back a page at a time. */
@Component
final class Outcomes {

    private static final String CHUNKS =
            """
            MATCH (c:Chunk {batch: $batch})
            WHERE c.last > $after AND c.first > $behind AND any(kind IN $kinds WHERE c.kinds CONTAINS kind)
            RETURN c.first AS first, c.kinds AS kinds, c.recordNos AS recordNos, c.records AS records
            ORDER BY c.first LIMIT 5
            """;

    private static final String FINDINGS =
            "MATCH (r:RejectedRow {batch: $batch}) WHERE r.row IN $rows RETURN r.row AS row,"
                    + " r.findings AS findings";

    private final Neo4jClient graph;

    Outcomes(Neo4jClient graph) {
        this.graph = graph;
    }

    /** {@return so many outcomes of these kinds behind a row, or fewer where the batch ends} */
    List<Outcome> after(String batch, long row, int limit, Set<OutcomeKind> only) {
        Set<OutcomeKind> wanted = only.isEmpty() ? EnumSet.allOf(OutcomeKind.class) : only;
        List<String> kinds = wanted.stream().map(kind -> String.valueOf(kind.letter())).toList();
        List<Outcome> found = new ArrayList<>();
        long behind = 0;
        while (found.size() < limit) {
            var chunks =
                    graph.query(CHUNKS)
                            .bindAll(
                                    Map.of(
                                            "batch", batch, "after", row, "behind", behind, "kinds",
                                            kinds))
                            .fetch()
                            .all();
            if (chunks.isEmpty()) {
                break;
            }
            for (Map<String, Object> chunk : chunks) {
                behind = Fields.of(chunk, "first", Long.class);
                read(chunk, row, limit, wanted, found);
            }
        }
        return withFindings(batch, found);
    }

    private static void read(
            Map<String, Object> chunk,
            long after,
            int limit,
            Set<OutcomeKind> wanted,
            List<Outcome> found) {
        long first = Fields.of(chunk, "first", Long.class);
        String kinds = Fields.of(chunk, "kinds", String.class);
        List<?> recordNos = Fields.of(chunk, "recordNos", List.class);
        List<?> records = Fields.of(chunk, "records", List.class);
        for (int i = 0; i < kinds.length() && found.size() < limit; i++) {
            OutcomeKind kind = OutcomeKind.of(kinds.charAt(i));
            if (first + i > after && wanted.contains(kind)) {
                String recordNo = String.valueOf(recordNos.get(i));
                String record = String.valueOf(records.get(i));
                found.add(
                        new Outcome(
                                first + i,
                                recordNo.isEmpty() ? null : recordNo,
                                kind,
                                record.isEmpty() ? null : record,
                                List.of()));
            }
        }
    }

    private List<Outcome> withFindings(String batch, List<Outcome> outcomes) {
        List<Long> rejected =
                outcomes.stream()
                        .filter(outcome -> outcome.kind() == OutcomeKind.REJECTED)
                        .map(Outcome::row)
                        .toList();
        if (rejected.isEmpty()) {
            return outcomes;
        }
        Map<Long, List<Finding>> findings = new HashMap<>();
        graph.query(FINDINGS)
                .bindAll(Map.of("batch", batch, "rows", rejected))
                .fetch()
                .all()
                .forEach(
                        row ->
                                findings.put(
                                        Fields.of(row, "row", Long.class),
                                        Finding.read(Fields.of(row, "findings", String.class))));
        return outcomes.stream()
                .map(
                        outcome ->
                                new Outcome(
                                        outcome.row(),
                                        outcome.recordNo(),
                                        outcome.kind(),
                                        outcome.record(),
                                        findings.getOrDefault(outcome.row(), List.of())))
                .toList();
    }
}
