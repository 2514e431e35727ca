package org.lianji.records;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.upload.Fields;
import org.lianji.upload.Finding;
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
public final class Outcomes {

    private static final String CHUNKS =
            """
            MATCH (c:Chunk {batch: $batch})
            WHERE %s AND any(kind IN $kinds WHERE c.kinds CONTAINS kind)
            RETURN c.first AS first, c.kinds AS kinds, c.recordNos AS recordNos, c.records AS records,
              coalesce(c.nameDiffers, []) AS nameDiffers
            ORDER BY c.first%s LIMIT 5
            """;

    private static final String FORTH =
            CHUNKS.formatted("c.last >= $from AND c.first > $behind", "");
    private static final String BACK =
            CHUNKS.formatted("c.first <= $from AND c.first < $behind", " DESC");

    private static final String FINDINGS =
            "MATCH (r:RejectedRow {batch: $batch}) WHERE r.row IN $rows RETURN r.row AS row,"
                    + " r.findings AS findings";

    private final Neo4jClient graph;
    private final Catalogue catalogue;

    Outcomes(Neo4jClient graph, Catalogue catalogue) {
        this.graph = graph;
        this.catalogue = catalogue;
    }

    /** {@return the outcomes of these kinds, or of all where none is named, by row} */
    public ListSource<Outcome> listing(String batch, Set<OutcomeKind> only) {
        Set<OutcomeKind> wanted = only.isEmpty() ? EnumSet.allOf(OutcomeKind.class) : only;
        return new ListSource<>(
                stretch -> withFindings(batch, read(batch, wanted, stretch)),
                outcome -> List.of(outcome.row()));
    }

    private List<Outcome> read(String batch, Set<OutcomeKind> wanted, Stretch stretch) {
        List<String> kinds = wanted.stream().map(kind -> String.valueOf(kind.letter())).toList();
        boolean forward = stretch.forward();
        long from = from(stretch);
        List<Outcome> found = new ArrayList<>();
        long behind = forward ? 0 : Long.MAX_VALUE;
        while (found.size() < stretch.limit()) {
            var chunks =
                    graph.query(forward ? FORTH : BACK)
                            .bindAll(
                                    Map.of(
                                            "batch", batch, "from", from, "behind", behind, "kinds",
                                            kinds))
                            .fetch()
                            .all();
            if (chunks.isEmpty()) {
                break;
            }
            for (Map<String, Object> chunk : chunks) {
                behind = Fields.of(chunk, "first", Long.class);
                List<Outcome> rows = rows(chunk);
                (forward ? rows : rows.reversed())
                        .stream()
                                .filter(row -> forward ? row.row() >= from : row.row() <= from)
                                .filter(row -> wanted.contains(row.kind()))
                                .limit(stretch.limit() - (long) found.size())
                                .forEach(found::add);
            }
        }
        return found;
    }

    /** {@return the first row that may be in the stretch} */
    private static long from(Stretch stretch) {
        if (stretch.place() == null) {
            return stretch.forward() ? 1 : Long.MAX_VALUE;
        }
        long row = (Long) stretch.place().getFirst();
        if (stretch.inclusive()) {
            return row;
        }
        return stretch.forward() ? row + 1 : row - 1;
    }

    private static List<Outcome> rows(Map<String, Object> chunk) {
        long first = Fields.of(chunk, "first", Long.class);
        String kinds = Fields.of(chunk, "kinds", String.class);
        List<?> recordNos = Fields.of(chunk, "recordNos", List.class);
        List<?> records = Fields.of(chunk, "records", List.class);
        List<?> differing = Fields.of(chunk, "nameDiffers", List.class);
        List<Outcome> rows = new ArrayList<>();
        for (int i = 0; i < kinds.length(); i++) {
            rows.add(
                    new Outcome(
                            first + i,
                            orNull(String.valueOf(recordNos.get(i))),
                            OutcomeKind.of(kinds.charAt(i)),
                            orNull(String.valueOf(records.get(i))),
                            differing.contains(first + i) ? Outcome.NAME_DIFFERS : List.of()));
        }
        return rows;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
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
                                        Finding.read(
                                                Fields.of(row, "findings", String.class),
                                                catalogue)));
        return outcomes.stream()
                .map(
                        outcome ->
                                new Outcome(
                                        outcome.row(),
                                        outcome.recordNo(),
                                        outcome.kind(),
                                        outcome.record(),
                                        findings.getOrDefault(outcome.row(), outcome.findings())))
                .toList();
    }
}
