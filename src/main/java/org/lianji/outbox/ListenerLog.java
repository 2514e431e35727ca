package org.lianji.outbox;

import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How far each listener is, and with which hub. A listener stays with a hub as long as that says so
 * now and then, by the database's clock; then any other may take it.
 */
@Component
final class ListenerLog {

    private static final String REGISTER =
            """
            UNWIND $listeners AS listener
            MERGE (l:NewsListener {name: listener.name})
            ON CREATE SET l.after = 0
            SET l.kinds = listener.kinds, l.seenAt = $now
            """;

    private static final String WORK =
            """
            OPTIONAL MATCH (l:NewsListener) WHERE l.name IN $names
            WITH collect(l) AS known
            RETURN size(known) AS known, EXISTS { MATCH (:Unplaced) } AS unplaced,
              [l IN known WHERE (l.until IS NULL OR l.until <= datetime.realtime() OR l.holder = $hub)
                AND (any(kind IN l.kinds WHERE EXISTS { MATCH (n:News {kind: kind}) WHERE n.seq > l.after })
                  OR EXISTS { MATCH (d:ParkedNews {listener: l.name}) WHERE d.retryAt <= $now }) | l.name] AS due,
              COLLECT { MATCH (log:NewsLog) RETURN log.seq }[0] AS seq
            """;

    private static final String TAKE =
            """
            MATCH (l:NewsListener {name: $name})
            SET l.lock = true REMOVE l.lock
            WITH l WHERE l.until IS NULL OR l.until <= datetime.realtime() OR l.holder = $hub
            SET l.holder = $hub, l.until = datetime.realtime() + duration({milliseconds: $lease}), l.seenAt = $now
            RETURN l.after
            """;

    private static final String KEEP =
            """
            MATCH (l:NewsListener {holder: $hub}) WHERE l.name IN $names
            SET l.until = datetime.realtime() + duration({milliseconds: $lease}), l.seenAt = $now
            """;

    private static final String ADVANCE =
            """
            MATCH (l:NewsListener {name: $name})
            SET l.lock = true REMOVE l.lock
            WITH l WHERE l.holder = $hub
            SET l.after = $seq
            RETURN count(l) > 0
            """;

    private static final String LEAVE =
            "MATCH (l:NewsListener {name: $name, holder: $hub}) REMOVE l.holder, l.until";

    /**
     * What is to be done.
     *
     * @param known how many of the listeners are known
     * @param unplaced whether there are news without a place
     * @param due listeners that have something to hear from this hub
     * @param seq the last place
     */
    record Work(long known, boolean unplaced, List<String> due, long seq) {}

    private final Neo4jClient graph;
    private final OutboxSettings settings;
    private final Clock clock;

    ListenerLog(Neo4jClient graph, OutboxSettings settings, Clock clock) {
        this.graph = graph;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes listeners known; a new one hears all that is kept. */
    void register(Collection<NewsListener> listeners) {
        graph.query(REGISTER)
                .bind(
                        listeners.stream()
                                .<Map<String, Object>>map(
                                        listener ->
                                                Map.of(
                                                        "name",
                                                        listener.name(),
                                                        "kinds",
                                                        List.copyOf(listener.kinds())))
                                .toList())
                .to("listeners")
                .bind(ZonedDateTime.now(clock))
                .to("now")
                .run();
    }

    Work work(String hub, Set<String> names) {
        return graph.query(WORK)
                .bindAll(
                        Map.of(
                                "hub",
                                hub,
                                "names",
                                List.copyOf(names),
                                "now",
                                ZonedDateTime.now(clock)))
                .fetchAs(Work.class)
                .mappedBy(
                        (_, row) ->
                                new Work(
                                        row.get("known").asLong(),
                                        row.get("unplaced").asBoolean(),
                                        row.get("due").asList(name -> name.asString()),
                                        row.get("seq").asLong(0)))
                .one()
                .orElseThrow();
    }

    /** {@return up to where a listener has heard, if this hub has it now} */
    OptionalLong take(String hub, String listener) {
        return graph
                .query(TAKE)
                .bindAll(leased(hub))
                .bind(listener)
                .to("name")
                .fetchAs(Long.class)
                .all()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Has the listeners stay with this hub, as far as they are still with it. */
    void keep(String hub, Set<String> listeners) {
        graph.query(KEEP).bindAll(leased(hub)).bind(List.copyOf(listeners)).to("names").run();
    }

    private Map<String, Object> leased(String hub) {
        return Map.of(
                "hub", hub, "lease", settings.lease().toMillis(), "now", ZonedDateTime.now(clock));
    }

    /** {@return whether the listener is still with this hub, and now known to have heard so far} */
    boolean advance(String hub, String listener, long seq) {
        return graph.query(ADVANCE)
                .bindAll(Map.of("hub", hub, "name", listener, "seq", seq))
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }

    /** Lets any hub have the listener. */
    void leave(String hub, String listener) {
        graph.query(LEAVE).bindAll(Map.of("hub", hub, "name", listener)).run();
    }
}
