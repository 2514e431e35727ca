package org.lianji.bases;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.looks.Grounds;
import org.lianji.paging.Keyset;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * What those who keep watch see of emergencies and of hidden looks: which and how many, never whom
 * nor what was written. And what a person's log must know of the bases of looks.
 */
@Component
final class BasisOversight implements Grounds {

    private static final String OVERDUE =
            """
            MATCH (b:Basis {kind: 'EMERGENCY'})
            WHERE b.opened < $overdueBefore AND b.verdict IS NULL AND %s
              AND ($department IS NULL OR b.department = $department)
            RETURN b.id AS id, b.department AS department, b.opened AS opened, coalesce(b.reviewer, 'HEAD') AS reviewer
            """;

    private static final String FIGURES =
            """
            MATCH (b:Basis {kind: 'EMERGENCY'})
            WHERE b.opened >= $from AND b.opened < $to
              AND ($department IS NULL OR b.department = $department)
            RETURN b.department AS department, count(*) AS opened,
              count(CASE WHEN b.verdict = 'JUSTIFIED' THEN 1 END) AS justified,
              count(CASE WHEN b.verdict = 'UNJUSTIFIED' THEN 1 END) AS unjustified,
              count(CASE WHEN b.verdict IS NULL THEN 1 END) AS awaiting,
              count(CASE WHEN b.verdict IS NULL AND b.opened < $overdueBefore THEN 1 END) AS overdue
            ORDER BY department
            """;

    private static final String HIDDEN =
            """
            MATCH (b:Basis)
            WHERE b.shownFrom > $now AND b.hidingGround IS NOT NULL AND %s
              AND ($department IS NULL OR b.department = $department)
            RETURN b {.*} AS basis
            """;

    private static final String HIDDEN_FIGURES =
            """
            MATCH (b:Basis)
            WHERE b.shownFrom > $now AND b.hidingGround IS NOT NULL
              AND ($department IS NULL OR b.department = $department)
            RETURN b.department AS department,
              count(CASE WHEN b.hidingSignedAt IS NULL THEN 1 END) AS pending,
              count(b.hidingSignedAt) AS signed
            ORDER BY department
            """;

    private static final String HIDDEN_IDS = "MATCH (b:Basis) WHERE b.shownFrom > $now RETURN b.id";

    private static final String UNFOUNDED =
            """
            MATCH (b:Basis) WHERE b.shownFrom <= $now AND (b.verdict = 'UNJUSTIFIED' OR b.confirmation = 'REFUSED')
            RETURN b.id
            """;

    private static final String DECLARED =
            "UNWIND $ids AS id MATCH (b:Basis {id: id}) WHERE b.declared RETURN id";

    private static final String JUDGED =
            """
            UNWIND $ids AS id
            MATCH (b:Basis {id: id}) WHERE b.verdict IS NOT NULL
            RETURN id, b.verdict AS verdict, b.note AS note
            """;

    /**
     * An emergency that nobody judged in time.
     *
     * @param basis its identifier
     * @param due when somebody should have
     */
    record Overdue(
            String basis,
            String department,
            ZonedDateTime opened,
            LocalDate due,
            Reviewer reviewer) {}

    /** How many emergencies a department opened, and what became of them. */
    record Figures(
            String department,
            int opened,
            int justified,
            int unjustified,
            int awaiting,
            int overdue) {}

    /** A basis whose looks are hidden, without the persons and what was written. */
    record Hidden(
            String basis,
            String department,
            BasisKind kind,
            String purpose,
            Safeguarding.State state,
            SafeguardingGround ground,
            ZonedDateTime askedAt,
            ZonedDateTime hiddenUntil) {}

    /** How many of a department's bases are hidden. */
    record HiddenFigures(String department, int pending, int signed) {}

    private static final Keyset OLDEST = new Keyset(true, List.of("b.opened", "b.id"));
    private static final Keyset NEWEST = Keyset.newestFirst("b.hidingAskedAt", "b.id");

    private final Neo4jClient graph;
    private final BasisDays days;
    private final String lead;

    BasisOversight(Neo4jClient graph, BasisDays days, Catalogue catalogue) {
        this.graph = graph;
        this.days = days;
        this.lead = catalogue.lead();
    }

    /** The lead department's sharing and auditors watch all, others their own. */
    private Map<String, Object> watched(Caller caller) {
        boolean all = caller.is(Role.AUDITOR) || caller.department().equals(lead);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("department", all ? null : caller.department());
        parameters.put("overdueBefore", days.overdueBefore());
        parameters.put("now", days.now());
        return parameters;
    }

    /** {@return the oldest first} */
    ListSource<Overdue> overdue(Caller caller) {
        Map<String, Object> watched = watched(caller);
        return new ListSource<>(
                stretch -> rows(OVERDUE, OLDEST, stretch, watched, Overdue.class, this::overdue),
                one -> List.of(one.opened(), one.basis()));
    }

    private <T> List<T> rows(
            String statement,
            Keyset order,
            Stretch stretch,
            Map<String, Object> watched,
            Class<T> type,
            Function<Record, T> row) {
        return List.copyOf(
                graph.query(statement.formatted(order.within(stretch)) + order.ordered(stretch))
                        .bindAll(watched)
                        .bindAll(order.parameters(stretch))
                        .fetchAs(type)
                        .mappedBy((_, found) -> row.apply(found))
                        .all());
    }

    private Overdue overdue(Record row) {
        ZonedDateTime opened = row.get("opened").asZonedDateTime();
        return new Overdue(
                row.get("id").asString(),
                row.get("department").asString(),
                opened,
                days.due(opened).day(),
                Reviewer.valueOf(row.get("reviewer").asString()));
    }

    /**
     * {@return figures of the emergencies that were opened on these days, by department}
     *
     * @param from first day
     * @param to last day
     */
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
                                                row.get("justified").asInt(),
                                                row.get("unjustified").asInt(),
                                                row.get("awaiting").asInt(),
                                                row.get("overdue").asInt()))
                        .all());
    }

    /** {@return those hidden at present, the newest first} */
    ListSource<Hidden> hidden(Caller caller) {
        Map<String, Object> watched = watched(caller);
        return new ListSource<>(
                stretch ->
                        rows(
                                HIDDEN,
                                NEWEST,
                                stretch,
                                watched,
                                Hidden.class,
                                row -> hidden(Basis.of(row.get("basis").asMap()))),
                one -> List.of(one.askedAt(), one.basis()));
    }

    private Hidden hidden(Basis basis) {
        Safeguarding asked = Objects.requireNonNull(basis.safeguarding());
        return new Hidden(
                basis.id(),
                basis.department(),
                basis.kind(),
                basis.purpose(),
                asked.state(days.now()),
                asked.ground(),
                asked.askedAt(),
                asked.hiddenUntil());
    }

    List<HiddenFigures> hiddenFigures(Caller caller) {
        return List.copyOf(
                graph.query(HIDDEN_FIGURES)
                        .bindAll(watched(caller))
                        .fetchAs(HiddenFigures.class)
                        .mappedBy(
                                (_, row) ->
                                        new HiddenFigures(
                                                row.get("department").asString(),
                                                row.get("pending").asInt(),
                                                row.get("signed").asInt()))
                        .all());
    }

    @Override
    public Set<String> hidden(Instant at) {
        return ids(HIDDEN_IDS, at);
    }

    @Override
    public Set<String> unfounded(Instant at) {
        return ids(UNFOUNDED, at);
    }

    private Set<String> ids(String statement, Instant at) {
        return new HashSet<>(
                graph.query(statement)
                        .bind(at.atZone(days.now().getZone()))
                        .to("now")
                        .fetchAs(String.class)
                        .all());
    }

    @Override
    public Set<String> declared(Collection<String> bases) {
        return new HashSet<>(
                graph.query(DECLARED)
                        .bind(List.copyOf(bases))
                        .to("ids")
                        .fetchAs(String.class)
                        .all());
    }

    @Override
    public Map<String, Judgement> judged(Collection<String> bases) {
        Map<String, Judgement> judged = new HashMap<>();
        graph.query(JUDGED)
                .bind(List.copyOf(bases))
                .to("ids")
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(row -> judged.put(row.get("id").asString(), judged(row)));
        return judged;
    }

    private static Judgement judged(Record row) {
        String note = row.get("note").asString();
        String verdict = row.get("verdict").asString();
        return new Judgement(note, BasisEntries.digest(row.get("id").asString(), verdict, note));
    }
}
