package org.lianji.contribution;

import org.lianji.catalogue.Category;
import org.lianji.platform.Caller;
import org.lianji.platform.Ids;
import org.lianji.platform.Problem;
import org.lianji.records.BatchHandle;
import org.lianji.records.Receipt;
import org.lianji.upload.Content;
import org.lianji.upload.ContributionCode;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/** Opens batches, and finds those again that came before. */
@Component
final class BatchRegistry {

    private static final String OPEN =
            """
            MERGE (d:Department {code: $department})
            MERGE (b:Batch {key: $key})
            ON CREATE SET b += $properties
            FOREACH (_ IN CASE WHEN b.id = $id THEN [1] ELSE [] END | CREATE (b)-[:BY]->(d))
            RETURN b.id AS id, b.digest AS digest, b.next AS next, b.state AS state
            """;

    private final Neo4jClient graph;
    private final DailyIntake intake;
    private final Clock clock;

    BatchRegistry(Neo4jClient graph, DailyIntake intake, Clock clock) {
        this.graph = graph;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * {@return the batch of that name, made in the caller's transaction where there is none}
     *
     * @throws Problem IDEMPOTENCY_CONFLICT where it has other content; DAY_FULL where it is new and
     *     the department's day has no room for it
     */
    BatchHandle open(Caller caller, Category category, String key, Content content) {
        return open(
                caller,
                category,
                key,
                content,
                Map.of(),
                () -> intake.batch(caller.department(), content.size()));
    }

    /**
     * {@return the batch of that name, made in the caller's transaction where there is none}; what
     * flows write takes no room of the department's day: a decision can't wait for tomorrow.
     */
    BatchHandle ofFlow(Caller owner, Category category, String key, Content content) {
        return open(owner, category, key, content, Map.of("ofFlow", true), () -> {});
    }

    private BatchHandle open(
            Caller caller,
            Category category,
            String key,
            Content content,
            Map<String, Object> more,
            Runnable counts) {
        String id = Ids.next('B');
        String digest = content.digest();
        Map<String, Object> properties = new HashMap<>(more);
        properties.putAll(
                Map.ofEntries(
                        Map.entry("id", id),
                        Map.entry("category", category.code()),
                        Map.entry("department", caller.department()),
                        Map.entry("idempotencyKey", key),
                        Map.entry("digest", digest),
                        Map.entry("format", content.format().name()),
                        Map.entry("charset", content.charset().name()),
                        Map.entry("columns", content.columns()),
                        Map.entry("state", Receipt.State.RUNNING.name()),
                        Map.entry("next", 1L),
                        Map.entry("receivedAt", OffsetDateTime.now(clock)),
                        Map.entry("accepted", 0L),
                        Map.entry("superseded", 0L),
                        Map.entry("unchanged", 0L),
                        Map.entry("toReview", 0L),
                        Map.entry("rejected", 0L),
                        Map.entry("skipped", 0L)));
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
        if (!digest.equals(batch.get("digest"))) {
            throw new Problem(ContributionCode.IDEMPOTENCY_CONFLICT);
        }
        if (id.equals(batch.get("id"))) {
            counts.run();
        }
        return new BatchHandle(
                String.valueOf(batch.get("id")),
                caller.department(),
                caller.client(),
                batch.get("next") instanceof Long next ? next : 1L,
                Receipt.State.COMPLETE.name().equals(batch.get("state")),
                content.invented());
    }
}
