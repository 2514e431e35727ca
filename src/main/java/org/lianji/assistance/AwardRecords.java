package org.lianji.assistance;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.Assessments.Assessment;
import org.lianji.contribution.FlowRecord;
import org.lianji.contribution.FlowRecords;
import org.lianji.items.Yuan;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What was granted, in the library: no decision without its record, and no record without it. */
@Component
final class AwardRecords {

    private static final double LEAST_RATIO = 1.0;
    private static final double MOST_RATIO = 1.5;
    private static final int MONTHS_LOOKED_BACK = 12;

    private static final String COVER =
            """
            MATCH (m:Case {id: $id})
            UNWIND $members AS member
            MATCH (q:Person {id: member})
            MERGE (m)-[:GRANTED_TO]->(q)
            """;

    /** Whoever of the family had it, and whichever way it was given. */
    private static final String RELIEVED =
            """
            RETURN EXISTS { MATCH (q:Person)<-[:ABOUT]-(r:TemporaryRelief {cause: $cause})
              WHERE q.id IN $members AND r.grantedAt.year = $year AND r.recordNo <> $id }
            """;

    /** For what was spent the same relief is not given twice. */
    private static final String RELIEF =
            """
            MATCH (q:Person)<-[:ABOUT]-(r:TemporaryRelief {kind: 'EXPENDITURE'})
            WHERE q.id IN $members AND date(r.grantedAt) > $since AND r.recordNo <> $id
            WITH DISTINCT r
            RETURN coalesce(sum(r.amount), 0)
            """;

    private final Neo4jClient graph;
    private final People people;
    private final Assessments assessments;
    private final FlowRecords records;
    private final Clock clock;

    AwardRecords(
            Neo4jClient graph,
            People people,
            Assessments assessments,
            FlowRecords records,
            Clock clock) {
        this.graph = graph;
        this.people = people;
        this.assessments = assessments;
        this.records = records;
        this.clock = clock;
    }

    /** Ties the case to whom it covers, and writes its record. */
    void write(Caller officer, Case one) {
        graph.query(COVER)
                .bindAll(Map.of("id", one.id(), "members", one.decision().members()))
                .run();
        records.write(
                officer,
                new FlowRecord(
                        one.application().kind().category(),
                        one.family().applicant(),
                        one.id(),
                        OffsetDateTime.now(clock),
                        items(one)));
    }

    /** {@return whether any of these has had relief for the case's cause in this calendar year} */
    boolean relievedThisYear(Case one, List<String> members) {
        return graph.query(RELIEVED)
                .bindAll(
                        Map.of(
                                "members",
                                members,
                                "cause",
                                Objects.requireNonNull(one.application().cause()),
                                "year",
                                LocalDate.now(clock).getYear(),
                                "id",
                                one.id()))
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }

    /** {@return fen of relief for expenses that any of these has had within a year} */
    long relief(Case one, List<String> members) {
        return graph.query(RELIEF)
                .bindAll(
                        Map.of(
                                "members",
                                members,
                                "since",
                                LocalDate.now(clock).minusYears(1),
                                "id",
                                one.id()))
                .fetchAs(Long.class)
                .one()
                .orElse(0L);
    }

    private Map<String, Object> items(Case one) {
        Case.Decision decision = one.decision();
        Optional<Assessment> assessment = assessments.of(one, LocalDate.now(clock));
        Map<String, Object> items = new HashMap<>();
        switch (one.application().kind()) {
            case MINIMUM_LIVING -> allowance(items, one, decision);
            case EXTREME_HARDSHIP -> support(items, one, decision);
            case MARGIN_FAMILY -> margin(items, one, decision, assessment);
            case RIGID_EXPENDITURE -> rigid(items, one, decision, assessment);
            case EXPENDITURE_RELIEF -> relief(items, one, decision);
        }
        return items;
    }

    private void allowance(Map<String, Object> items, Case one, Case.Decision decision) {
        family(items, one, decision);
        items.put("area", Objects.requireNonNull(decision.area()));
        items.put("memberCount", decision.members().size());
        money(items, "monthlyAmount", decision.monthlyAmount());
        items.put("startMonth", Objects.requireNonNull(decision.startMonth()));
        items.put("reviewCycle", Objects.requireNonNull(decision.reviewCycle()));
        items.put("status", "ACTIVE");
    }

    private static void support(Map<String, Object> items, Case one, Case.Decision decision) {
        items.put("supportForm", Objects.requireNonNull(decision.supportForm()));
        items.put("selfCare", Objects.requireNonNull(one.inquiry().selfCare()).name());
        items.put("sixItems", one.inquiry().sixItems());
        money(items, "basicAmount", decision.monthlyAmount());
        money(items, "careAmount", decision.careAmount());
        items.put("startMonth", Objects.requireNonNull(decision.startMonth()));
        items.put("status", "ACTIVE");
    }

    private void margin(
            Map<String, Object> items,
            Case one,
            Case.Decision decision,
            Optional<Assessment> assessment) {
        family(items, one, decision);
        recognised(items, decision);
        money(items, "perCapitaIncome", decision.income());
        assessment
                .map(it -> ratio(decision.income(), it.result().standard().monthly()))
                .filter(ratio -> ratio >= LEAST_RATIO && ratio <= MOST_RATIO)
                .ifPresent(ratio -> items.put("incomeRatio", ratio));
        items.put("status", "VALID");
    }

    private void rigid(
            Map<String, Object> items,
            Case one,
            Case.Decision decision,
            Optional<Assessment> assessment) {
        family(items, one, decision);
        recognised(items, decision);
        money(items, "incomeTotal", decision.income());
        items.put("lookbackMonths", MONTHS_LOOKED_BACK);
        Map.of(
                        "livingExp", Assessment.LIVING,
                        "medicalExp", Assessment.MEDICAL,
                        "educationExp", Assessment.EDUCATION,
                        "rehabExp", Assessment.REHABILITATION)
                .forEach(
                        (item, figure) ->
                                money(
                                        items,
                                        item,
                                        assessment.flatMap(it -> it.figure(figure)).orElse(null)));
        Long income = decision.income();
        if (income != null && income > 0) {
            assessment
                    .flatMap(it -> it.figure(Assessment.RIGID))
                    .ifPresent(spent -> items.put("ratio", ratio(spent, income)));
        }
    }

    private void relief(Map<String, Object> items, Case one, Case.Decision decision) {
        items.put("kind", "EXPENDITURE");
        items.put("cause", Objects.requireNonNull(one.application().cause()));
        items.put("reliefFirst", false);
        items.put("occurredRegion", one.application().places().getFirst());
        items.put("grantedAt", OffsetDateTime.now(clock).toString());
        money(items, "amount", decision.amount());
    }

    private void family(Map<String, Object> items, Case one, Case.Decision decision) {
        items.put("householdNo", one.id());
        items.put("memberIdNumbers", people.numbers(decision.members()));
    }

    private void recognised(Map<String, Object> items, Case.Decision decision) {
        items.put("recognisedOn", LocalDate.now(clock).toString());
        items.put("validUntil", String.valueOf(decision.recognisedUntil()));
    }

    private static void money(Map<String, Object> items, String name, @Nullable Long fen) {
        if (fen != null) {
            items.put(name, Yuan.text(fen));
        }
    }

    private static double ratio(@Nullable Long one, long other) {
        return BigDecimal.valueOf(Objects.requireNonNull(one))
                .divide(BigDecimal.valueOf(other), 4, RoundingMode.DOWN)
                .doubleValue();
    }
}
