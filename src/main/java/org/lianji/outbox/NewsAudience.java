package org.lianji.outbox;

import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Listeners of a {@link ListenerSource}: they join, leave, and what they could not take. */
@Component
public final class NewsAudience {

    private static final String JOIN =
            """
            OPTIONAL MATCH (log:NewsLog {name: 'news'})
            WITH coalesce(log.seq, 0) AS seq
            MERGE (l:NewsListener {name: $name})
            ON CREATE SET l.after = seq
            SET l.kinds = $kinds, l.seenAt = $now
            """;

    private static final String LEAVE =
            """
            OPTIONAL MATCH (d:ParkedNews {listener: $name})
            DELETE d
            WITH count(*) AS _
            MATCH (l:NewsListener {name: $name})
            DELETE l
            """;

    private static final String DEAD =
            """
            UNWIND $names AS name
            MATCH (d:ParkedNews {listener: name}) WHERE d.deadAt IS NOT NULL
            WITH d ORDER BY d.seq
            MATCH (n:News {seq: d.seq})
            RETURN d{.*, at: n.at,
              waiting: COUNT { MATCH (b:ParkedNews {listener: d.listener, subject: d.subject}) WHERE b.seq > d.seq }} AS letter
            """;

    private final Neo4jClient graph;
    private final NewsLog news;
    private final DeadLetters letters;
    private final Clock clock;

    NewsAudience(Neo4jClient graph, NewsLog news, DeadLetters letters, Clock clock) {
        this.graph = graph;
        this.news = news;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Makes a listener known in the caller's transaction; it hears what is committed from now on.
     *
     * @param name what it is known by
     * @param kinds of news that it wants to hear
     */
    public void join(String name, Set<String> kinds) {
        news.place();
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("kinds", List.copyOf(kinds));
        values.put("now", ZonedDateTime.now(clock));
        graph.query(JOIN).bindAll(values).run();
    }

    /** Forgets a listener, and what it could not take, in the caller's transaction. */
    public void leave(String name) {
        graph.query(LEAVE).bind(name).to("name").run();
    }

    /** {@return what listeners were told in vain however often, in order} */
    public List<DeadLetter> dead(Collection<String> names) {
        return List.copyOf(
                graph.query(DEAD)
                        .bind(List.copyOf(names))
                        .to("names")
                        .fetchAs(DeadLetter.class)
                        .mappedBy((_, row) -> DeadLetter.read(row.get("letter")))
                        .all());
    }

    /**
     * Has a listener told again what it could not take, in the caller's transaction: from the first
     * of each subject on.
     */
    public void replay(String name) {
        letters.replay(name);
    }
}
