package org.lianji.outbox;

import org.springframework.data.neo4j.core.Neo4jClient;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Writes down what it hears, each once, and hangs in the middle of it where it is to. */
final class DurableEar implements NewsListener {

    static final String KIND = "DurablyCounted";

    /** News that it hangs at. */
    static final String SUBJECT = "b";

    static final int NUMBER = 3;

    /**
     * @param number how far it is
     */
    record Count(int number) {}

    private static final String HEAR =
            """
            MERGE (all:HeardCount {name: 'all'}) SET all.value = coalesce(all.value, 0) + 1
            MERGE (h:Heard {seq: $seq})
            ON CREATE SET h.subject = $subject, h.number = $number, h.by = $by, h.place = all.value, h.times = 0
            SET h.times = h.times + 1
            """;

    private final Neo4jClient graph;
    private final String by;
    private final boolean hangs;

    DurableEar(Neo4jClient graph, String by, boolean hangs) {
        this.graph = graph;
        this.by = by;
        this.hangs = hangs;
    }

    @Override
    public String name() {
        return "test-durable";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void on(News news) {
        int number = news.as(Count.class).number();
        graph.query(HEAR)
                .bindAll(
                        Map.of(
                                "seq",
                                news.seq(),
                                "subject",
                                news.subject(),
                                "number",
                                number,
                                "by",
                                by))
                .run();
        if (hangs && news.subject().equals(SUBJECT) && number == NUMBER) {
            hang();
        }
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
