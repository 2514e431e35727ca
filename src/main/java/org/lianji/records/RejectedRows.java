package org.lianji.records;

import org.lianji.catalogue.Catalogue;
import org.lianji.people.Seal;
import org.lianji.platform.Problem;
import org.lianji.upload.ContributionCode;
import org.lianji.upload.ContributionSettings;
import org.lianji.upload.Fields;
import org.lianji.upload.Finding;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The rows that were not taken, as they were sent: encrypted, since an ID number is stored in clear
 * on its Person only, and for a limited time. What was wrong with them stays for ever.
 */
@Component
public final class RejectedRows {

    private static final String CREATE =
            """
            UNWIND $rows AS row
            CREATE (:RejectedRow {batch: $batch, row: row.row, sealed: row.sealed, sealedAt: $now,
              findings: row.findings})
            """;

    private static final String PAGE =
            """
            MATCH (r:RejectedRow {batch: $batch}) WHERE r.row > $after
            RETURN r.row AS row, r.sealed AS sealed, r.findings AS findings ORDER BY r.row LIMIT 500
            """;

    /** A key changes while no hub runs: where the first and the last can be read, all can. */
    private static final String ENDS =
            """
            MATCH (r:RejectedRow {batch: $batch})
            WITH min(r.row) AS first, max(r.row) AS last, count(r) > count(r.sealed) AS expired
            MATCH (r:RejectedRow {batch: $batch}) WHERE r.row IN [first, last]
            RETURN expired, r.row AS row, r.sealed AS sealed
            """;

    private static final String FORGET =
            """
            MATCH (r:RejectedRow) WHERE r.sealedAt < $before
            WITH r LIMIT 10000
            REMOVE r.sealed, r.sealedAt
            RETURN count(r)
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * @param number its place in the batch, from 1
     * @param source the cells of a CSV row, or the one line of JSON
     * @param findings what was wrong with it
     */
    public record StoredRow(long number, List<String> source, List<Finding> findings) {}

    private final Neo4jClient graph;
    private final Catalogue catalogue;
    private final Seal seal;
    private final ContributionSettings settings;
    private final Clock clock;

    RejectedRows(
            Neo4jClient graph,
            Catalogue catalogue,
            Seal seal,
            ContributionSettings settings,
            Clock clock) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.seal = seal;
        this.settings = settings;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    void keep(String batch, Chunk chunk, List<Outcome> outcomes) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            if (outcome.kind() == OutcomeKind.REJECTED) {
                String source = JSON.writeValueAsString(chunk.source(i));
                rows.add(
                        Map.of(
                                "row", outcome.row(),
                                "sealed", seal.close(subject(batch), outcome.row(), source),
                                "findings", Finding.write(outcome.findings())));
            }
        }
        if (!rows.isEmpty()) {
            graph.query(CREATE)
                    .bindAll(Map.of("batch", batch, "rows", rows, "now", OffsetDateTime.now(clock)))
                    .run();
        }
    }

    /**
     * @throws Problem when the rows of the batch are past their time, or were sealed with another
     *     key; before anything of them is sent
     */
    public void requireReadable(String batch) {
        for (Map<String, Object> row : graph.query(ENDS).bind(batch).to("batch").fetch().all()) {
            if (Fields.of(row, "expired", Boolean.class)) {
                throw new Problem(ContributionCode.REJECTS_EXPIRED);
            }
            source(batch, row);
        }
    }

    /** {@return the next rows behind one} */
    public List<StoredRow> page(String batch, long after) {
        return graph
                .query(PAGE)
                .bindAll(Map.of("batch", batch, "after", after))
                .fetch()
                .all()
                .stream()
                .map(
                        row ->
                                new StoredRow(
                                        Fields.of(row, "row", Long.class),
                                        source(batch, row),
                                        Finding.read(
                                                Fields.of(row, "findings", String.class),
                                                catalogue)))
                .toList();
    }

    /** Deletes the rows whose time is over, a part at a time. */
    @Scheduled(fixedDelay = 60, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void forget() {
        OffsetDateTime before = OffsetDateTime.now(clock).minus(settings.rejectsKept());
        long forgotten;
        do {
            forgotten =
                    graph.query(FORGET)
                            .bind(before)
                            .to("before")
                            .fetchAs(Long.class)
                            .one()
                            .orElse(0L);
        } while (forgotten > 0);
    }

    private List<String> source(String batch, Map<String, Object> row) {
        if (!(row.get("sealed") instanceof byte[] sealed)) {
            throw new Problem(ContributionCode.REJECTS_EXPIRED);
        }
        String source =
                seal.open(subject(batch), Fields.of(row, "row", Long.class), sealed)
                        .orElseThrow(() -> new Problem(ContributionCode.REJECTS_OTHER_KEY));
        return JSON.readValue(source, new TypeReference<>() {});
    }

    private static String subject(String batch) {
        return "rejected rows of " + batch;
    }
}
