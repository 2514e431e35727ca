package org.lianji.contribution;

import org.lianji.platform.Faults;
import org.lianji.platform.Problem;
import org.lianji.upload.ContributionCode;
import org.lianji.upload.ContributionSettings;
import org.lianji.upload.Fields;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;

/** Bounds what one department sends in a day, so that one can't fill the disk of all. */
@Component
final class DailyIntake {

    private static final String SO_FAR =
            "MATCH (i:Intake {key: $key}) RETURN i.rows AS rows, i.bytes AS bytes";

    private static final String ADD =
            """
            MERGE (i:Intake {key: $key})
            SET i.rows = coalesce(i.rows, 0) + $rows, i.bytes = coalesce(i.bytes, 0) + $bytes
            RETURN i.rows AS rows, i.bytes AS bytes
            """;

    private final Neo4jClient graph;
    private final ContributionSettings settings;
    private final Clock clock;

    DailyIntake(Neo4jClient graph, ContributionSettings settings, Clock clock) {
        this.graph = graph;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @throws Problem DAY_FULL where nothing more is taken from the department today
     */
    void requireRoom(String department) {
        graph.query(SO_FAR)
                .bind(key(department))
                .to("key")
                .fetch()
                .one()
                .filter(
                        sum ->
                                rows(sum) >= settings.rowsPerDay()
                                        || bytes(sum) >= settings.bytesPerDay().toBytes())
                .ifPresent(
                        _ -> {
                            throw full();
                        });
    }

    /**
     * Counts a file, whatever becomes of it: it was sent, and has cost what it cost.
     *
     * @return whether the day has room for it
     */
    boolean file(String department, long bytes) {
        return bytes(add(department, 0, bytes)) <= settings.bytesPerDay().toBytes();
    }

    /**
     * Counts a new batch, in the transaction that opens it.
     *
     * @throws Problem DAY_FULL where these are too many
     */
    void batch(String department, long rows) {
        if (rows(add(department, rows, 0)) > settings.rowsPerDay()) {
            throw full();
        }
    }

    private Map<String, Object> add(String department, long rows, long bytes) {
        return graph.query(ADD)
                .bindAll(Map.of("key", key(department), "rows", rows, "bytes", bytes))
                .fetch()
                .one()
                .orElseThrow();
    }

    private static long rows(Map<String, Object> sum) {
        return Fields.of(sum, "rows", Long.class);
    }

    private static long bytes(Map<String, Object> sum) {
        return Fields.of(sum, "bytes", Long.class);
    }

    private String key(String department) {
        return department + "|" + LocalDate.now(clock);
    }

    /** {@return the refusal, until the next day begins in China} */
    Problem full() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        ZonedDateTime tomorrow = now.toLocalDate().plusDays(1).atStartOfDay(now.getZone());
        return new Problem(
                ContributionCode.DAY_FULL,
                Map.of(
                        Faults.RETRY_AFTER,
                        Duration.between(now, tomorrow).toSeconds() + 1,
                        "rowsPerDay",
                        settings.rowsPerDay(),
                        "bytesPerDay",
                        settings.bytesPerDay().toBytes()));
    }
}
