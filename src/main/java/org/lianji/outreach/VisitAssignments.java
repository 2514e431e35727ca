package org.lianji.outreach;

import org.jspecify.annotations.Nullable;
import org.lianji.bases.BasisInput;
import org.lianji.bases.BasisRegistry;
import org.lianji.database.MutationCall;
import org.lianji.database.MutationKeys;
import org.lianji.outreach.VisitMatters.VisitMatter;
import org.lianji.paging.Keyset;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is sent to the door: they read of the family what their role gives, as long as they are sent
 * and the matter is in hand, and say what they found.
 */
@Component
final class VisitAssignments {

    private static final int LONGEST_NAME = 100;
    private static final int USUAL_DAYS = 14;
    private static final int MOST_DAYS = 30;

    private static final String ASSIGN =
            """
            MATCH (m:Warning|Clue {id: $matter})
            MERGE (a:VisitAssignment {key: $key})
            MERGE (a)-[:FOR]->(m)
            SET a += {department: $department, worker: $worker, role: $role, assignedBy: $client, assignedAt: $now,
              until: $until, withdrawnAt: null}
            """;

    private static final String WITHDRAW =
            """
            MATCH (a:VisitAssignment {key: $key}) WHERE a.withdrawnAt IS NULL
            SET a.withdrawnAt = $now
            RETURN a.key
            """;

    private static final String READ =
            """
            MATCH (a:VisitAssignment)-[:FOR]->(m:Warning|Clue)
            WHERE a.department = $department AND %s
            RETURN a {.*, warning: CASE WHEN m:Warning THEN m.id END, clue: CASE WHEN m:Clue THEN m.id END, region: m.places[0],
              visited: EXISTS { MATCH (v:Visit)-[:ON]->(m) WHERE v.recordedAt >= a.assignedAt },
              persons: COLLECT { MATCH (m)-[:WARNS]->(p:Person) RETURN p.id
                UNION MATCH (m)-[:CONCERNS]->(k:Identity) MATCH (p:Person {idHash: k.hash}) RETURN p.id }} AS assignment
            %s
            """;

    /** Who is sent knows it as long as they are; who sends them knows what they did. */
    private static final String WORKERS =
            "a.worker = $client AND a.role IN $roles AND a.withdrawnAt IS NULL AND a.until >="
                    + " $today AND $region IN m.places";

    private static final String SENDERS = "a.assignedBy = $client";

    private static final Keyset EARLIEST = new Keyset(true, List.of("a.until", "a.key"));

    private final Neo4jClient graph;
    private final VisitMatters matters;
    private final BasisRegistry bases;
    private final MutationKeys keys;
    private final Clock clock;
    private final TransactionTemplate writing;

    VisitAssignments(
            Neo4jClient graph,
            VisitMatters matters,
            BasisRegistry bases,
            MutationKeys keys,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.matters = matters;
        this.bases = bases;
        this.keys = keys;
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * Who is to go where.
     *
     * @param warning for which, or
     * @param clue for which
     * @param until last day; null for a fortnight
     */
    record Errand(
            @Nullable String warning,
            @Nullable String clue,
            String worker,
            Role role,
            @Nullable LocalDate until) {}

    /**
     * {@return the assignment; one that there was of the same worker and matter holds anew}
     *
     * @throws Problem MATTER_NOT_YOURS where the caller doesn't work on such a matter, ERRAND where
     *     the worker, their role or the last day can't be
     */
    VisitAssignment assign(MutationCall call, Errand errand) {
        String matter = VisitMatters.one(errand.warning(), errand.clue());
        Caller caller = call.caller();
        String worker = BasisInput.text("worker", errand.worker(), 1, LONGEST_NAME);
        LocalDate today = LocalDate.now(clock);
        LocalDate until =
                Objects.requireNonNullElseGet(errand.until(), () -> today.plusDays(USUAL_DAYS));
        if (worker.equals(caller.client())
                || !Role.AT_THE_DOOR.contains(errand.role())
                || until.isBefore(today)
                || until.isAfter(today.plusDays(MOST_DAYS))) {
            throw new Problem(OutreachCode.ERRAND);
        }
        String key = key(matter, caller, worker);
        writing.executeWithoutResult(
                _ -> {
                    VisitMatter held = held(caller, matter);
                    if (keys.earlier(call, key).isEmpty()) {
                        String basis = Objects.requireNonNull(held.basis());
                        bases.leave(caller, basis, worker);
                        bases.join(
                                caller,
                                basis,
                                new BasisRegistry.Party(
                                        caller.department(), worker, errand.role(), until));
                        write(caller, matter, key, worker, errand.role(), until);
                    }
                });
        return find(caller, key).orElseThrow();
    }

    private void write(
            Caller caller, String matter, String key, String worker, Role role, LocalDate until) {
        Map<String, Object> values = new HashMap<>();
        values.put("matter", matter);
        values.put("key", key);
        values.put("department", caller.department());
        values.put("client", caller.client());
        values.put("worker", worker);
        values.put("role", role.name());
        values.put("until", until);
        values.put("now", ZonedDateTime.now(clock));
        graph.query(ASSIGN).bindAll(values).run();
    }

    /**
     * {@return the assignment, taken back: from the next look on nothing is read on it}
     *
     * @throws Problem MATTER_NOT_YOURS where the caller doesn't work on such a matter, ERRAND where
     *     nobody of that name is sent
     */
    VisitAssignment withdraw(
            MutationCall call, @Nullable String warning, @Nullable String clue, String worker) {
        String matter = VisitMatters.one(warning, clue);
        Caller caller = call.caller();
        String key = key(matter, caller, worker);
        writing.executeWithoutResult(
                _ -> {
                    VisitMatter held = held(caller, matter);
                    if (keys.earlier(call, key).isEmpty()) {
                        bases.leave(caller, Objects.requireNonNull(held.basis()), worker);
                        graph.query(WITHDRAW)
                                .bindAll(Map.of("key", key, "now", ZonedDateTime.now(clock)))
                                .fetchAs(String.class)
                                .one()
                                .orElseThrow(() -> new Problem(OutreachCode.ERRAND));
                    }
                });
        return find(caller, key).orElseThrow();
    }

    private VisitMatter held(Caller caller, String matter) {
        return matters.held(caller, matter)
                .orElseThrow(() -> new Problem(OutreachCode.MATTER_NOT_YOURS));
    }

    private static String key(String matter, Caller caller, String worker) {
        return String.join(" ", matter, caller.department(), worker);
    }

    private Optional<VisitAssignment> find(Caller caller, String key) {
        return read(caller, SENDERS + " AND a.key = $key", "", Map.of("key", key)).stream()
                .findFirst();
    }

    /** {@return to whom the caller is sent, or whom the caller has sent, the earliest end first} */
    ListSource<VisitAssignment> listing(Caller caller) {
        String whose = caller.atTheDoor() ? WORKERS : SENDERS;
        return new ListSource<>(
                stretch -> some(caller, whose, stretch), one -> List.of(one.until(), one.key()));
    }

    private List<VisitAssignment> some(Caller caller, String whose, Stretch stretch) {
        return read(
                caller,
                whose + " AND (%s)".formatted(EARLIEST.within(stretch)),
                EARLIEST.ordered(stretch),
                EARLIEST.parameters(stretch));
    }

    private List<VisitAssignment> read(
            Caller caller, String which, String order, Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("department", caller.department());
        values.put("client", caller.client());
        values.put("region", caller.region());
        values.put("roles", caller.roles().stream().map(Enum::name).toList());
        values.put("today", LocalDate.now(clock));
        Collection<VisitAssignment> some =
                graph.query(READ.formatted(which, order))
                        .bindAll(values)
                        .fetchAs(VisitAssignment.class)
                        .mappedBy((_, row) -> assignment(row.get("assignment")))
                        .all();
        Map<String, String> open =
                bases.inForce(caller, some.stream().map(VisitAssignment::matter).toList());
        return some.stream().map(one -> one.readOn(open.get(one.matter()))).toList();
    }

    private static VisitAssignment assignment(Value row) {
        return new VisitAssignment(
                row.get("key").asString(),
                row.get("warning").isNull() ? null : row.get("warning").asString(),
                row.get("clue").isNull() ? null : row.get("clue").asString(),
                row.get("worker").asString(),
                Role.valueOf(row.get("role").asString()),
                row.get("region").asString(),
                row.get("assignedAt").asZonedDateTime(),
                row.get("until").asLocalDate(),
                row.get("withdrawnAt").isNull() ? null : row.get("withdrawnAt").asZonedDateTime(),
                row.get("visited").isTrue(),
                null,
                row.get("persons").asList(Value::asString));
    }
}
