package org.lianji.bases;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.paging.Keyset;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The head confirms what was declared, or refuses it; others keep watch over how that goes. */
@Component
final class Confirmations {

    /** The lock comes first, so that of several who confirm one does. */
    private static final String LOCK =
            """
            MATCH (b:Basis {id: $id}) WHERE b.confirmDue IS NOT NULL
            SET b.locked = true
            REMOVE b.locked
            """;

    private static final String SETTLE =
            """
            MATCH (b:Basis {id: $id})
            SET b.confirmation = $verdict, b.confirmNote = $note, b.confirmedBy = $client, b.confirmedAt = $now,
              b.until = CASE WHEN $verdict = 'CONFIRMED' THEN b.askedUntil ELSE b.until END,
              b.closed = CASE WHEN $verdict = 'REFUSED' THEN $now ELSE b.closed END,
              b.shownFrom = CASE WHEN $verdict = 'REFUSED' AND b.shownFrom > $showBy THEN $showBy ELSE b.shownFrom END
            """;

    private static final String WATCHED =
            """
            MATCH (b:Basis)
            WHERE b.confirmDue IS NOT NULL AND b.client <> $client AND %s
              AND ($department IS NULL OR b.department = $department)
            OPTIONAL MATCH (b)-[:CONCERNS]->(key:Identity)
            WITH b, count(key) AS persons
            RETURN b {.*} AS basis, persons
            """;

    private static final String FIGURES =
            """
            MATCH (b:Basis)
            WHERE b.declared AND b.opened >= $from AND b.opened < $to
              AND ($department IS NULL OR b.department = $department)
            RETURN b.department AS department, count(*) AS opened,
              count(b.confirmDue) AS selected,
              count(CASE WHEN b.confirmation = 'CONFIRMED' THEN 1 END) AS confirmed,
              count(CASE WHEN b.confirmation = 'REFUSED' THEN 1 END) AS refused,
              count(CASE WHEN b.confirmDue IS NOT NULL AND b.confirmation IS NULL AND b.until <= $now THEN 1 END) AS lapsed
            ORDER BY department
            """;

    private static final Keyset NEWEST = Keyset.newestFirst("b.opened", "b.id");

    private final Neo4jClient graph;
    private final Bases bases;
    private final BasisEntries entries;
    private final BasisDays days;
    private final String lead;
    private final TransactionTemplate writing;

    Confirmations(
            Neo4jClient graph,
            Bases bases,
            BasisEntries entries,
            BasisDays days,
            Catalogue catalogue,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.bases = bases;
        this.entries = entries;
        this.days = days;
        this.lead = catalogue.lead();
        this.writing = new TransactionTemplate(transactions);
    }

    /** A declared basis that the head must confirm, without the persons. */
    record DeclaredBasis(
            String basis,
            String department,
            String client,
            BasisKind kind,
            String purpose,
            ZonedDateTime opened,
            int persons,
            List<String> reasons,
            LocalDate due,
            String state) {}

    /** What a department's clients opened on their word, and what became of it. */
    record Figures(
            String department, int opened, int selected, int confirmed, int refused, int lapsed) {}

    /** {@return the basis with its verdict; empty where the caller sees none of that name} */
    Optional<Basis> settle(Caller caller, String id, String verdict, String note) {
        return Objects.requireNonNull(
                writing.execute(
                        _ -> {
                            graph.query(LOCK).bind(id).to("id").run();
                            Optional<Basis> found =
                                    bases.find(caller, id)
                                            .filter(
                                                    basis ->
                                                            basis.department()
                                                                    .equals(caller.department()));
                            found.ifPresent(basis -> settle(caller, basis, verdict, note));
                            return found.flatMap(_ -> bases.find(caller, id));
                        }));
    }

    private void settle(Caller caller, Basis basis, String verdict, String note) {
        if (basis.client().equals(caller.client())) {
            throw new Problem(BasisCode.OWN_DECLARATION);
        }
        Basis.Confirmation asked = basis.confirmation();
        if (asked == null
                || basis.closed() != null
                || !asked.state(basis.until(), days.now()).equals("AWAITED")) {
            throw new Problem(BasisCode.NOTHING_TO_CONFIRM);
        }
        graph.query(SETTLE)
                .bindAll(
                        Map.of(
                                "id", basis.id(),
                                "verdict", verdict,
                                "showBy", days.unsignedUntil(LocalDate.MAX),
                                "note", note,
                                "client", caller.client(),
                                "now", days.now()))
                .run();
        entries.confirmed(caller, basis, verdict, note);
    }

    /** {@return those that a head must confirm or had to, the newest first} */
    ListSource<DeclaredBasis> listing(Caller caller) {
        Map<String, Object> watched = watched(caller);
        return new ListSource<>(
                stretch ->
                        List.copyOf(
                                graph.query(
                                                WATCHED.formatted(NEWEST.within(stretch))
                                                        + NEWEST.ordered(stretch))
                                        .bindAll(watched)
                                        .bindAll(NEWEST.parameters(stretch))
                                        .fetchAs(DeclaredBasis.class)
                                        .mappedBy(
                                                (_, row) ->
                                                        watched(
                                                                Basis.of(row.get("basis").asMap()),
                                                                row.get("persons").asInt()))
                                        .all()),
                one -> List.of(one.opened(), one.basis()));
    }

    private DeclaredBasis watched(Basis basis, int persons) {
        Basis.Confirmation asked = Objects.requireNonNull(basis.confirmation());
        return new DeclaredBasis(
                basis.id(),
                basis.department(),
                basis.client(),
                basis.kind(),
                basis.purpose(),
                basis.opened(),
                persons,
                asked.reasons(),
                asked.due(),
                asked.state(basis.until(), days.now()));
    }

    /** {@return figures of what was declared on these days, by department} */
    List<Figures> figures(Caller caller, @Nullable LocalDate from, @Nullable LocalDate to) {
        return List.copyOf(
                graph.query(FIGURES)
                        .bindAll(watched(caller))
                        .bindAll(days.between(from, to))
                        .fetchAs(Figures.class)
                        .mappedBy(
                                (_, row) ->
                                        new Figures(
                                                row.get("department").asString(),
                                                row.get("opened").asInt(),
                                                row.get("selected").asInt(),
                                                row.get("confirmed").asInt(),
                                                row.get("refused").asInt(),
                                                row.get("lapsed").asInt()))
                        .all());
    }

    /** The lead department's sharing and auditors watch all, others their own. */
    private Map<String, Object> watched(Caller caller) {
        boolean all = caller.is(Role.AUDITOR) || caller.department().equals(lead);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("department", all ? null : caller.department());
        parameters.put("client", caller.client());
        parameters.put("now", days.now());
        return parameters;
    }
}
