package org.lianji.contribution;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.items.Values;
import org.lianji.people.KnownNames;
import org.lianji.people.People;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.records.BatchHandle;
import org.lianji.records.Batches;
import org.lianji.records.Chunk;
import org.lianji.records.ChunkWriter;
import org.lianji.records.Chunks;
import org.lianji.records.Receipt;
import org.lianji.records.RowChecks;
import org.lianji.upload.Content;
import org.lianji.upload.ContributionCode;
import org.springframework.stereotype.Component;

import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;

/**
 * Takes batches in: whose they are, whether they came before, and row by row what becomes of them.
 */
@Component
public final class Contributions {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,100}");

    /**
     * @param receipt of the batch
     * @param repeated whether the batch was complete already
     */
    public record ContributionResult(Receipt receipt, boolean repeated) {}

    private final Catalogue catalogue;
    private final Values values;
    private final People people;
    private final Regions regions;
    private final KnownNames names;
    private final Batches batches;
    private final BatchRegistry tickets;
    private final ChunkWriter writer;
    private final SmallBatches small;
    private final DailyIntake intake;

    Contributions(
            Catalogue catalogue,
            Values values,
            People people,
            Regions regions,
            KnownNames names,
            Batches batches,
            BatchRegistry tickets,
            ChunkWriter writer,
            SmallBatches small,
            DailyIntake intake) {
        this.catalogue = catalogue;
        this.values = values;
        this.people = people;
        this.regions = regions;
        this.names = names;
        this.batches = batches;
        this.tickets = tickets;
        this.writer = writer;
        this.small = small;
        this.intake = intake;
    }

    /**
     * {@return the category, if it is the caller's to contribute to}
     *
     * @param key the batch's name, judged before anything is read
     * @throws Problem otherwise
     */
    public Category admit(Caller caller, String code, @Nullable String key) {
        Category category =
                catalogue
                        .category(code)
                        .orElseThrow(() -> new Problem(ContributionCode.UNKNOWN_CATEGORY));
        if (!category.owner().code().equals(caller.department())) {
            throw new Problem(ContributionCode.NOT_THE_OWNER);
        }
        if (key == null || !KEY.matcher(key).matches()) {
            throw new Problem(ContributionCode.IDEMPOTENCY_KEY_MISSING);
        }
        return category;
    }

    /**
     * @throws Problem DAY_FULL where no file is taken from the caller's department today
     */
    void requireRoom(Caller caller) {
        intake.requireRoom(caller.department());
    }

    /**
     * Counts a file that has come in.
     *
     * @throws Problem DAY_FULL where it was one too many
     */
    void received(Caller caller, long bytes) {
        if (!writer.inTransaction(() -> intake.file(caller.department(), bytes))) {
            throw intake.full();
        }
    }

    /** Writes what is not written yet of the batch. */
    public ContributionResult contribute(
            Caller caller, Category category, String key, Content content) {
        return contribute(caller, category, key, content, () -> {});
    }

    /**
     * Writes what is not written yet of the batch.
     *
     * @param waits run before each part of a large one; what it throws ends the work
     */
    ContributionResult contribute(
            Caller caller, Category category, String key, Content content, Runnable waits) {
        Chunks chunks =
                new Chunks(
                        content.rows(),
                        category,
                        new RowChecks(category, values, people, regions),
                        people,
                        names);
        Chunk chunk = chunks.next(1);
        BatchHandle batch;
        if (chunk.last()) {
            batch = small.write(new SmallBatches.Small(caller, category, key, content, chunk));
        } else {
            batch = writer.inTransaction(() -> tickets.open(caller, category, key, content));
            if (!batch.complete()) {
                write(batch, category, chunks, chunk, waits);
            }
        }
        return new ContributionResult(receipt(caller, batch.id()), batch.complete());
    }

    /** The next chunk is read and checked while this one is written. */
    private void write(
            BatchHandle batch, Category category, Chunks chunks, Chunk first, Runnable waits) {
        Chunk chunk = first;
        while (!chunk.last()) {
            waits.run();
            var following = new FutureTask<>(() -> chunks.next(batch.next()));
            Thread reader = Thread.startVirtualThread(following);
            try {
                write(batch, category, chunk);
            } finally {
                join(reader);
            }
            chunk = result(following);
        }
        write(batch, category, chunk);
    }

    private static void join(Thread reader) {
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a batch was read", e);
        }
    }

    private static Chunk result(FutureTask<Chunk> following) {
        if (following.state() == Future.State.FAILED
                && following.exceptionNow() instanceof RuntimeException fault) {
            throw fault;
        }
        return following.resultNow();
    }

    private void write(BatchHandle batch, Category category, Chunk chunk) {
        if (chunk.first() >= batch.next()) {
            writer.inTransaction(() -> writer.write(batch, category, chunk));
        }
    }

    private Receipt receipt(Caller caller, String id) {
        return batches.findByIdAndDepartment(id, caller.department()).orElseThrow().receipt();
    }
}
