package org.lianji.contribution;

import org.lianji.catalogue.Category;
import org.lianji.database.ByteSizeEstimate;
import org.lianji.database.RequestBatcher;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.records.BatchHandle;
import org.lianji.records.Chunk;
import org.lianji.records.ChunkWriter;
import org.lianji.upload.Content;
import org.lianji.upload.ContributionSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Batches of one chunk: opened and written in one transaction, which those that arrive at the same
 * time share (group commit). Where it fails, each goes alone and nobody has another's fault.
 */
@Component
final class SmallBatches {

    private static final Logger log = LoggerFactory.getLogger(SmallBatches.class);

    /** Batches and bytes in one transaction; one lane, since two would wait for the same locks. */
    private static final RequestBatcher.Bounds BOUNDS =
            RequestBatcher.Bounds.ofOneLane(100, 1 << 20, Duration.ofMinutes(1));

    /** What a row weighs beside its own values, in bytes: fewer than a thousand go together. */
    private static final int ROW = 1 << 10;

    /**
     * A batch that is its only chunk.
     *
     * @param caller who contributes it
     * @param category what its rows are
     * @param key its name
     * @param content as it was sent
     * @param chunk its rows, checked
     */
    record Small(Caller caller, Category category, String key, Content content, Chunk chunk) {}

    private final BatchRegistry tickets;
    private final ChunkWriter writer;
    private final ContributionSettings settings;
    private final RequestBatcher<Small, Optional<BatchHandle>> together;

    SmallBatches(BatchRegistry tickets, ChunkWriter writer, ContributionSettings settings) {
        this.tickets = tickets;
        this.writer = writer;
        this.settings = settings;
        this.together = new RequestBatcher<>(this::together, SmallBatches::weight, BOUNDS);
    }

    private static int weight(Small small) {
        return small.chunk().rows().stream()
                .mapToInt(row -> ROW + ByteSizeEstimate.of(row.raw().source()))
                .sum();
    }

    /**
     * Returns once the batch is durable.
     *
     * @return the batch as it was found, complete where there was nothing to do
     * @throws Problem where it is refused, or TIMED_OUT: it may be written, and can be sent again
     */
    BatchHandle write(Small small) {
        return settings.together()
                ? together.await(small.caller().department(), small).orElseGet(() -> alone(small))
                : alone(small);
    }

    /** {@return how many wait for the transaction before theirs to end} */
    int waiting() {
        return together.waiting();
    }

    private List<Optional<BatchHandle>> together(List<Small> group) {
        if (group.size() == 1) {
            return List.of(Optional.of(alone(group.getFirst())));
        }
        try {
            return writer.inTransaction(
                    () -> group.stream().map(small -> Optional.of(inside(small))).toList());
        } catch (RuntimeException fault) {
            log.debug("{} batches that shared a transaction go alone", group.size(), fault);
            return Collections.nCopies(group.size(), Optional.empty());
        }
    }

    private BatchHandle alone(Small small) {
        return writer.inTransaction(() -> inside(small));
    }

    private BatchHandle inside(Small small) {
        BatchHandle batch =
                tickets.open(small.caller(), small.category(), small.key(), small.content());
        if (!batch.complete()) {
            writer.write(batch, small.category(), small.chunk());
        }
        return batch;
    }
}
