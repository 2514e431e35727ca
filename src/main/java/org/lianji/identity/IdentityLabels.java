package org.lianji.identity;

import org.lianji.people.KnownNames;
import org.lianji.platform.Problem;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * What people have decided, kept apart: a fact and the person of a number are the same, or may
 * never be linked. It holds for later versions of the fact, and can teach the next model.
 */
@Component
final class IdentityLabels {

    private static final String RECORD =
            "MATCH (r:Record {version: $version}) RETURN r.key AS fact, r.personName AS name";

    private static final String KEEP =
            """
            MATCH (p:Person {id: $person})
            MERGE (l:IdentityLabel {key: $fact + '|' + p.idHash})
            SET l.fact = $fact, l.hash = p.idHash, l.same = $same, l.name = $name, l.review = $review,
              l.category = $category, l.at = $now
            """;

    private static final String FORGET = "MATCH (l:IdentityLabel {review: $review}) DELETE l";

    private final Neo4jClient graph;
    private final KnownNames names;
    private final Clock clock;

    IdentityLabels(Neo4jClient graph, KnownNames names, Clock clock) {
        this.graph = graph;
        this.names = names;
        this.clock = clock;
    }

    /** Keeps it in the transaction of the decision, in place of an earlier one of the same two. */
    void keep(IdentityReview review, boolean same) {
        Map<String, Object> record =
                graph.query(RECORD)
                        .bind(review.of().recordVersion())
                        .to("version")
                        .fetch()
                        .one()
                        .orElseThrow(() -> new Problem(IdentityCode.RECORD_MOVED_ON));
        Map<String, Object> values = new HashMap<>();
        values.put("person", review.candidate());
        values.put("fact", record.get("fact"));
        values.put("same", same);
        values.put(
                "name", record.get("name") instanceof String name ? names.remembered(name) : null);
        values.put("review", review.id());
        values.put("category", review.of().category());
        values.put("now", ZonedDateTime.now(clock));
        graph.query(KEEP).bindAll(values).run();
    }

    /** The two are as if nobody had decided. */
    void forget(IdentityReview review) {
        graph.query(FORGET).bind(review.id()).to("review").run();
    }
}
