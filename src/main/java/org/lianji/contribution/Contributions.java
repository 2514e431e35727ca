package org.lianji.contribution;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Values;
import org.lianji.people.People;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Ids;
import org.lianji.platform.Problem;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;

/**
 * Takes batches in: whose they are, whether they came before, and row by row what becomes of them.
 */
@Component
final class Contributions {

    private static final String OPEN =
            """
            MERGE (d:Department {code: $department})
            MERGE (b:Batch {key: $key})
            ON CREATE SET b += $properties
            FOREACH (_ IN CASE WHEN b.id = $id THEN [1] ELSE [] END | CREATE (b)-[:BY]->(d))
            RETURN b.id AS id, b.digest AS digest, b.next AS next, b.state AS state
            """;

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,100}");

    /**
     * @param receipt of the batch
     * @param repeated whether the batch was complete already
     */
    record Taken(Receipt receipt, boolean repeated) {}

    private final Catalogue catalogue;
    private final Values values;
    private final People people;
    private final Regions regions;
    private final Neo4jClient graph;
    private final Batches batches;
    private final ChunkWriter writer;
    private final News news;
    private final Clock clock;

    Contributions(
            Catalogue catalogue,
            Values values,
            People people,
            Regions regions,
            Neo4jClient graph,
            Batches batches,
            ChunkWriter writer,
            News news,
            Clock clock) {
        this.catalogue = catalogue;
        this.values = values;
        this.people = people;
        this.regions = regions;
        this.graph = graph;
        this.batches = batches;
        this.writer = writer;
        this.news = news;
        this.clock = clock;
    }

    /**
     * {@return the category, if it is the caller's to contribute to}
     *
     * @param key the batch's name, judged before anything is read
     * @throws Problem otherwise
     */
    Category admit(Caller caller, String code, @Nullable String key) {
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

    /** Writes what is not written yet of the batch. */
    Taken contribute(Caller caller, Category category, String key, Content content) {
        Ticket batch = writer.inTransaction(() -> open(caller, category, key, content));
        if (!batch.complete()) {
            write(batch, category, content);
        }
        return new Taken(receipt(caller, batch.id()), batch.complete());
    }

    /** The next chunk is read and checked while this one is written. */
    private void write(Ticket batch, Category category, Content content) {
        Chunks chunks =
                new Chunks(
                        content.rows(),
                        new RowChecks(category, values, people, regions),
                        batch.next());
        Chunk chunk = chunks.next();
        while (!chunk.last()) {
            var following = new FutureTask<>(chunks::next);
            Thread reader = Thread.startVirtualThread(following);
            try {
                write(batch, category, content, chunk);
            } finally {
                join(reader);
            }
            chunk = result(following);
        }
        write(batch, category, content, chunk);
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

    private void write(Ticket batch, Category category, Content content, Chunk chunk) {
        if (chunk.first() >= batch.next()
                && writer.write(batch, category, content, chunk)
                && chunk.last()) {
            news.tell(new Contributed(batch.id(), category.code(), batch.department()));
        }
    }

    private Ticket open(Caller caller, Category category, String key, Content content) {
        String id = Ids.next('B');
        Map<String, Object> properties =
                Map.ofEntries(
                        Map.entry("id", id),
                        Map.entry("category", category.code()),
                        Map.entry("department", caller.department()),
                        Map.entry("idempotencyKey", key),
                        Map.entry("digest", content.digest()),
                        Map.entry("format", content.format().name()),
                        Map.entry("columns", content.columns()),
                        Map.entry("state", Receipt.State.RUNNING.name()),
                        Map.entry("next", 1L),
                        Map.entry("receivedAt", OffsetDateTime.now(clock)),
                        Map.entry("accepted", 0L),
                        Map.entry("superseded", 0L),
                        Map.entry("unchanged", 0L),
                        Map.entry("toReview", 0L),
                        Map.entry("rejected", 0L));
        Map<String, Object> batch =
                graph.query(OPEN)
                        .bindAll(
                                Map.of(
                                        "department",
                                        caller.department(),
                                        "key",
                                        caller.department() + "|" + category.code() + "|" + key,
                                        "id",
                                        id,
                                        "properties",
                                        properties))
                        .fetch()
                        .one()
                        .orElseThrow();
        if (!content.digest().equals(batch.get("digest"))) {
            throw new Problem(ContributionCode.IDEMPOTENCY_CONFLICT);
        }
        return new Ticket(
                String.valueOf(batch.get("id")),
                caller.department(),
                caller.client(),
                batch.get("next") instanceof Long next ? next : 1L,
                Receipt.State.COMPLETE.name().equals(batch.get("state")));
    }

    private Receipt receipt(Caller caller, String id) {
        return batches.findByIdAndDepartment(id, caller.department()).orElseThrow().receipt();
    }
}
