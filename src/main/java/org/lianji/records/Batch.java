package org.lianji.records;

import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

import java.time.ZonedDateTime;
import java.util.List;

/** A batch as the graph keeps it. One of an earlier hub doesn't tell its character set. */
@Node("Batch")
public record Batch(
        @Id String id,
        String category,
        String department,
        String idempotencyKey,
        String format,
        @Nullable String charset,
        @Nullable List<String> columns,
        String state,
        ZonedDateTime receivedAt,
        @Nullable ZonedDateTime finishedAt,
        long accepted,
        long superseded,
        long unchanged,
        long toReview,
        long rejected,
        @Nullable Long skipped) {

    public Receipt receipt() {
        return new Receipt(
                id,
                category,
                idempotencyKey,
                Receipt.State.valueOf(state),
                receivedAt,
                finishedAt,
                new Receipt.Counts(
                        accepted,
                        superseded,
                        unchanged,
                        toReview,
                        rejected,
                        skipped == null ? 0 : skipped));
    }
}
