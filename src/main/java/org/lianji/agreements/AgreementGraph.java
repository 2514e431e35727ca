package org.lianji.agreements;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.outbox.Outbox;
import org.lianji.paging.Keyset;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.platform.Digests;
import org.lianji.terms.AgreementState;
import org.lianji.terms.PartyRole;
import org.lianji.terms.Terms;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Agreements in the graph. Works in the caller's transaction. */
@Component
public final class AgreementGraph {

    private static final String WHOLE =
            " RETURN a{.*, deadlines: [(d:AgreementDeadline)-[:OF]->(a) | d{.*}]} AS agreement";

    private static final String FIND = "MATCH (a:Agreement {id: $id})" + WHOLE;

    private static final String IN_STATES = "MATCH (a:Agreement) WHERE a.state IN $states" + WHOLE;

    private static final String RUN_OUT =
            "MATCH (a:Agreement) WHERE a.state IN $states AND a.until < $today" + WHOLE;

    private static final String SUSPENDED_OVER =
            "MATCH (a:Agreement) WHERE a.state IN $states AND a.suspendedUntil < $today" + WHOLE;

    private static final Keyset NEWEST = Keyset.newestFirst("a.createdAt", "a.id");

    private static final String SOME =
            """
            MATCH (a:Agreement)
            WHERE ($side IS NULL AND ($all OR $department IN [a.provider, a.consumer]))
              OR ($side = 'PROVIDER' AND a.provider = $department)
              OR ($side = 'CONSUMER' AND a.consumer = $department)
            WITH a, CASE
              WHEN a.state IN $expirable AND a.until < $today THEN 'EXPIRED'
              WHEN a.state IN $suspended AND a.suspendedUntil < $today THEN 'ACTIVE'
              ELSE a.state END AS state
            WHERE (NOT state IN $drafts OR a.consumer = $department OR $overseer) AND ($state IS NULL OR state = $state) AND %1$s
            WITH a %2$s
            """
                    + WHOLE
                    + " %2$s";

    private static final Keyset EARLIEST = new Keyset(true, List.of("d.due", "d.key"));

    /** Whoever keeps a clock is a party of the agreement, which is a draft no longer. */
    private static final String RUNNING =
            """
            MATCH (d:AgreementDeadline {department: $department})-[:OF]->(a:Agreement)
            WHERE d.endedOn IS NULL AND d.pausedOn IS NULL AND d.due <= $lastDay
            WITH a, {due: d.due, key: a.id + '|' + d.code + '|' + toString(d.startedOn)} AS d
            WHERE %1$s
            WITH a, d %2$s
            RETURN d.key AS key, a{.*, deadlines: [(o:AgreementDeadline)-[:OF]->(a) | o{.*}]} AS agreement %2$s
            """;

    /** The lock comes first and the comparison after it, so that of several callers one wins. */
    private static final String REPLACE =
            """
            MATCH (a:Agreement {id: $id})
            SET a.lock = true
            WITH a WHERE a.version = $version
            SET a = $properties
            """;

    private static final String CREATE = "CREATE (a:Agreement) SET a = $properties\n";

    private static final String REMEMBER =
            """
            CREATE (e:AgreementEvent)-[:OF]->(a) SET e = $event
            FOREACH (row IN $deadlines |
              MERGE (d:AgreementDeadline {agreement: $id, code: row.code})
              MERGE (d)-[:OF]->(a)
              SET d = row)
            MERGE (v:AgreementsVersion {key: 'current'})
            SET v.lock = true
            SET v.value = coalesce(v.value, 0) + 1 REMOVE v.lock
            SET e.sequence = v.value
            RETURN count(a) AS written
            """;

    private static final String VERSION =
            "OPTIONAL MATCH (v:AgreementsVersion {key: 'current'}) RETURN coalesce(v.value, 0) AS"
                    + " value";

    private static final String CLAIM =
            """
            MERGE (v:AgreementsVersion {key: 'current'})
            SET v.lock = true
            WITH v
            RETURN NOT EXISTS { (:Agreement) } AS none
            """;

    private static final String HISTORY =
            """
            MATCH (e:AgreementEvent)-[:OF]->(a:Agreement) WHERE a.id IN $ids
            RETURN e{.*} AS event ORDER BY e.version
            """;

    /**
     * Which agreements.
     *
     * @param department whose
     * @param all whether those of others, too
     * @param overseer whether drafts of others, too
     * @param side on which it stands
     * @param state where they stand
     */
    record Which(
            String department,
            boolean all,
            boolean overseer,
            @Nullable PartyRole side,
            @Nullable AgreementState state) {}

    private final Neo4jClient graph;
    private final AuditLog chain;
    private final Outbox outbox;

    AgreementGraph(Neo4jClient graph, AuditLog chain, Outbox outbox) {
        this.graph = graph;
        this.chain = chain;
        this.outbox = outbox;
    }

    Optional<Agreement> find(String id, LocalDate today) {
        return graph.query(FIND)
                .bind(id)
                .to("id")
                .fetchAs(Agreement.class)
                .mappedBy((_, row) -> AgreementRows.agreement(row.get("agreement"), today))
                .one();
    }

    /** {@return those in force, and those that will be again when their suspension is over} */
    List<Agreement> active(LocalDate today) {
        List<String> states =
                Stream.concat(Stream.of(AgreementState.ACTIVE.name()), suspended().stream())
                        .toList();
        return find(IN_STATES, Map.of("states", states), today);
    }

    /** Those whose last day has passed, though nobody has written so yet. */
    List<Agreement> runOut(LocalDate today) {
        return find(RUN_OUT, Map.of("states", expirable(), "today", today), LocalDate.MIN);
    }

    /** Those whose suspension is over, though nobody has written so yet. */
    List<Agreement> suspendedBefore(LocalDate today) {
        return find(SUSPENDED_OVER, Map.of("states", suspended(), "today", today), LocalDate.MIN);
    }

    private List<Agreement> find(String cypher, Map<String, Object> parameters, LocalDate today) {
        return List.copyOf(
                graph.query(cypher)
                        .bindAll(parameters)
                        .fetchAs(Agreement.class)
                        .mappedBy((_, row) -> AgreementRows.agreement(row.get("agreement"), today))
                        .all());
    }

    /** {@return agreements, the newest first} */
    ListSource<Agreement> listing(Which which, LocalDate today) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("department", which.department());
        parameters.put("all", which.all());
        parameters.put("side", which.side() == null ? null : which.side().name());
        parameters.put("state", which.state() == null ? null : which.state().name());
        parameters.put("overseer", which.overseer());
        parameters.put("drafts", Agreement.DRAFTS.stream().map(AgreementState::name).toList());
        parameters.put("expirable", expirable());
        parameters.put("suspended", suspended());
        parameters.put("today", today);
        return new ListSource<>(
                stretch ->
                        List.copyOf(
                                graph.query(
                                                SOME.formatted(
                                                        NEWEST.within(stretch),
                                                        NEWEST.ordered(stretch)))
                                        .bindAll(parameters)
                                        .bindAll(NEWEST.parameters(stretch))
                                        .fetchAs(Agreement.class)
                                        .mappedBy(
                                                (_, row) ->
                                                        AgreementRows.agreement(
                                                                row.get("agreement"), today))
                                        .all()),
                agreement -> List.of(agreement.createdAt(), agreement.id()));
    }

    /** {@return the clocks that a department must keep by then, those of the stretch} */
    List<AgreementClock> running(
            String department, LocalDate lastDay, LocalDate today, Stretch stretch) {
        return List.copyOf(
                graph.query(RUNNING.formatted(EARLIEST.within(stretch), EARLIEST.ordered(stretch)))
                        .bindAll(EARLIEST.parameters(stretch))
                        .bindAll(Map.of("department", department, "lastDay", lastDay))
                        .fetchAs(AgreementClock.class)
                        .mappedBy(
                                (_, row) ->
                                        AgreementClock.of(
                                                AgreementRows.agreement(
                                                        row.get("agreement"), today),
                                                row.get("key").asString()))
                        .all());
    }

    void create(Agreement agreement, AgreementEvent event) {
        write(CREATE + REMEMBER, agreement, event);
    }

    /** {@return whether the agreement still had the version before this one, and now has this} */
    boolean replace(Agreement agreement, AgreementEvent event) {
        return write(REPLACE + REMEMBER, agreement, event);
    }

    /** Each step is on the chain and news with the change, or none is there (政务数据共享条例 §29). */
    private boolean write(String cypher, Agreement agreement, AgreementEvent event) {
        boolean written = rows(cypher, agreement, event) > 0;
        if (written) {
            chain.join(
                    new Entry(
                            Kind.GRANT,
                            event.department(),
                            event.client(),
                            null,
                            null,
                            List.of(agreement.id() + "@" + agreement.version()),
                            items(agreement),
                            List.of(),
                            Digests.hex(agreement.id() + " " + event.transition()),
                            null));
            outbox.post(
                    ChangedAgreement.KIND, agreement.id(), ChangedAgreement.of(agreement, event));
        }
        return written;
    }

    /**
     * Of a draft none: the provider, who is shown entries by its categories, doesn't know of it.
     */
    private static List<String> items(Agreement agreement) {
        Terms terms = agreement.terms();
        return Agreement.DRAFTS.contains(agreement.state())
                ? List.of()
                : Stream.concat(terms.itemNames().stream(), terms.maskedNames().stream()).toList();
    }

    private long rows(String cypher, Agreement agreement, AgreementEvent event) {
        return graph.query(cypher)
                .bindAll(
                        Map.of(
                                "id",
                                agreement.id(),
                                "version",
                                agreement.version() - 1,
                                "properties",
                                AgreementRows.properties(agreement),
                                "event",
                                AgreementRows.properties(agreement.id(), event),
                                "deadlines",
                                agreement.deadlines().stream()
                                        .map(one -> AgreementRows.properties(agreement.id(), one))
                                        .toList()))
                .fetchAs(Long.class)
                .one()
                .orElse(0L);
    }

    /** {@return a number that grows with each change of any agreement} */
    public long version() {
        return graph.query(VERSION).fetchAs(Long.class).one().orElse(0L);
    }

    /** {@return whether there is no agreement; others who ask wait until this transaction ends} */
    public boolean claimEmpty() {
        return graph.query(CLAIM).fetchAs(Boolean.class).one().orElse(false);
    }

    Map<String, List<AgreementEvent>> history(List<String> ids) {
        Map<String, List<AgreementEvent>> events = new HashMap<>();
        graph.query(HISTORY)
                .bind(ids)
                .to("ids")
                .fetchAs(Value.class)
                .mappedBy((_, row) -> row.get("event"))
                .all()
                .forEach(
                        event ->
                                events.computeIfAbsent(
                                                event.get("agreement").asString(),
                                                _ -> new ArrayList<>())
                                        .add(AgreementRows.event(event)));
        return events;
    }

    private static List<String> suspended() {
        return AgreementTransition.END_SUSPENSION.from().stream()
                .map(AgreementState::name)
                .toList();
    }

    private static List<String> expirable() {
        return AgreementTransition.EXPIRE.from().stream().map(AgreementState::name).toList();
    }
}
