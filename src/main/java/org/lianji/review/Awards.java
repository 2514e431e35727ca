package org.lianji.review;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.AssistanceKind;
import org.lianji.contribution.FlowRecord;
import org.lianji.contribution.FlowRecords;
import org.lianji.items.Yuan;
import org.lianji.people.Deaths;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was decided, read from cases and their records, and written anew. */
@Component
final class Awards {

    /** Of a refusal of whatever kind, and of what is paid. */
    private static final Map<String, String> CATEGORIES =
            Stream.of(AssistanceKind.values())
                    .collect(Collectors.toMap(AssistanceKind::name, AssistanceKind::category));

    private static final int MOST = 200;
    private static final int DAYS_AHEAD = 30;

    /** The lock comes first, so that of several who begin one is first. */
    private static final String LOCK =
            "MATCH (c:Case {id: $case}) SET c.reviewLock = true REMOVE c.reviewLock";

    private static final String ONE =
            """
            MATCH (c:Case {id: $case})-[:APPLIES_FOR]->(a:Person)
            WITH c, a, c.state IN ['REFUSED', 'ABORTED'] AS refused
            WHERE refused OR c.kind IN ['MINIMUM_LIVING', 'EXTREME_HARDSHIP'] AND c.state IN ['CONFIRMED', 'PAYING']
            OPTIONAL MATCH (r:Record) WHERE r.key IN ['MZ01|' + c.id, 'MZ02|' + c.id] AND NOT refused
            RETURN refused, c.department AS department, c.places AS places, a.id AS applicant, $categories[c.kind] AS category,
              [(c)-[:GRANTED_TO]->(q:Person) | q.id] AS members,
              EXISTS { (c)-[:GRANTED_TO]->(q:Person) WHERE NOT %s } AS alive,
              r {.area, .memberCount, .memberIdNumbers, .monthlyAmount, .startMonth, .reviewCycle, .status, .supportForm, .selfCare, .sixItems,
                .basicAmount, .careAmount} AS items,
              head(COLLECT { MATCH (e:ProcedureEvent)
                WHERE e.matter IN [c.id] + COLLECT { MATCH (w:AwardReview {caseId: c.id}) RETURN w.id }
                  AND e.transition IN ['CONFIRM', 'REFUSE', 'ABORT', 'DECIDE', 'REPLACE']
                RETURN e {.client, .at, .transition, key: e.matter + '|' + e.version,
                  toBeTold: refused OR EXISTS { MATCH (:AwardReview {id: e.matter})<-[:OF]-(:Deadline {code: 'AWARD_NOTICE'}) },
                  told: head(COLLECT { MATCH (n:ProcedureEvent {matter: e.matter}) WHERE n.transition IN ['NOTICE_REFUSAL', 'NOTICE_AWARD_CHANGE'] RETURN n.at })}
                ORDER BY e.at DESC, e.matter DESC LIMIT 1 }) AS decision,
              COLLECT { MATCH (w:AwardReview {caseId: c.id, cause: 'OBJECTION'}) WHERE w.openKey IS NULL RETURN w.decision } AS objected
            """
                    .formatted(Deaths.of("q"));

    /** Of several decisions in a month the first has what was given before them. */
    private static final String FORMER =
            """
            MATCH (c:Case {id: $case})
            MATCH (r:Record) WHERE r.key IN ['MZ01|' + c.id, 'MZ02|' + c.id] AND r.status IN ['ACTIVE', 'GRADUAL_EXIT']
            MERGE (c)-[:GAVE]->(f:FormerAward {lastMonth: $month})
            ON CREATE SET f.amount = coalesce(r.monthlyAmount, r.basicAmount + coalesce(r.careAmount, 0))
            """;

    /** What is given more counts from the month after the last for which something else was. */
    private static final String AMEND =
            """
            MATCH (c:Case {id: $case})
            WITH c, coalesce(head(COLLECT { MATCH (c)-[:GAVE]->(f:FormerAward) RETURN f.lastMonth ORDER BY f.lastMonth DESC LIMIT 1 }), '') AS after
            MERGE (c)-[:AMENDED_BY]->(:AwardAmendment {after: after, until: $until, amount: $amount})
            """;

    private static final String DUE =
            """
            MATCH (c:Case)
            WHERE c.kind IN ['MINIMUM_LIVING', 'EXTREME_HARDSHIP'] AND c.state IN ['CONFIRMED', 'PAYING']
              AND c.department = $department AND $region IN c.places AND ($within IS NULL OR $within IN c.places)
              AND NOT EXISTS { MATCH (w:AwardReview {openKey: 'REVIEW|' + c.id}) }
            MATCH (r:Record) WHERE r.key IN ['MZ01|' + c.id, 'MZ02|' + c.id] AND NOT r.status IN ['STOPPED', 'ENDED']
            WITH c,
              head(COLLECT { MATCH (w:AwardReview {caseId: c.id}) WHERE w.settledOn IS NOT NULL AND w.cause <> 'OBJECTION' RETURN w.settledOn ORDER BY w.settledOn DESC LIMIT 1 }) AS last,
              NOT EXISTS { (c)-[:GRANTED_TO]->(q:Person) WHERE NOT %s } AS dead
            WITH c, dead, CASE WHEN dead THEN $today ELSE coalesce(last, c.decidedOn)
              + duration({months: toInteger(split(coalesce(c.reviewCycle, 'MONTHS_12'), '_')[1])}) END AS dueOn
            WHERE dueOn <= $until
            RETURN c.id AS case, head(c.places) AS village, dueOn, dead ORDER BY dueOn, case LIMIT $most
            """
                    .formatted(Deaths.of("q"));

    private final Neo4jClient graph;
    private final People people;
    private final FlowRecords records;
    private final Clock clock;

    Awards(Neo4jClient graph, People people, FlowRecords records, Clock clock) {
        this.graph = graph;
        this.people = people;
        this.records = records;
        this.clock = clock;
    }

    /**
     * A review that is due.
     *
     * @param caseId the case
     * @param village where the family lives
     * @param dueOn the day by which it is to be reviewed
     * @param cause why
     */
    record ReviewDue(String caseId, String village, LocalDate dueOn, ReviewCause cause) {}

    /** Till the end of the transaction nothing else is decided on the case. */
    void lock(String id) {
        graph.query(LOCK).bind(id).to("case").run();
    }

    /** {@return what was decided on the case, to be given or refused} */
    Optional<Award> of(String id) {
        return graph.query(ONE)
                .bindAll(Map.of("case", id, "categories", CATEGORIES))
                .fetchAs(Award.class)
                .mappedBy((_, row) -> award(id, row))
                .one();
    }

    private Award award(String id, Record row) {
        Map<String, Object> items = new HashMap<>();
        if (!row.get("items").isNull()) {
            row.get("items").asMap().forEach((name, value) -> keep(items, name, value));
        }
        return new Award(
                id,
                row.get("refused").asBoolean(),
                row.get("category").asString(),
                row.get("department").asString(),
                row.get("places").asList(Value::asString),
                row.get("applicant").asString(),
                row.get("members").asList(Value::asString),
                row.get("alive").asBoolean(),
                items,
                decision(row));
    }

    /**
     * What was decided on an objection isn't objected to again; a refusal, and less help than
     * before, are told in writing.
     */
    private Award.Decision decision(Record row) {
        Value last = row.get("decision");
        if (last.isNull()) {
            return new Award.Decision(null, null, null, false);
        }
        String key = last.get("key").asString();
        Value told = last.get(last.get("toBeTold").asBoolean() ? "told" : "at");
        return new Award.Decision(
                key,
                last.get("client").asString(),
                told.isNull() ? null : day(told),
                last.get("transition").asString().equals("REPLACE")
                        || row.get("objected").asList(one -> one.asString("")).contains(key));
    }

    private LocalDate day(Value time) {
        return time.asZonedDateTime().withZoneSameInstant(clock.getZone()).toLocalDate();
    }

    private static void keep(Map<String, Object> items, String name, @Nullable Object value) {
        if (value != null) {
            items.put(name, value);
        }
    }

    /** {@return what is to be reviewed within the next weeks, where the officer looks after} */
    List<ReviewDue> due(Caller caller, @Nullable String within) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> values = new HashMap<>();
        values.put("department", caller.department());
        values.put("region", caller.region());
        values.put("within", within);
        values.put("today", today);
        values.put("until", today.plusDays(DAYS_AHEAD));
        values.put("most", MOST);
        return List.copyOf(
                graph.query(DUE)
                        .bindAll(values)
                        .fetchAs(ReviewDue.class)
                        .mappedBy(
                                (_, row) ->
                                        new ReviewDue(
                                                row.get("case").asString(),
                                                row.get("village").asString(),
                                                row.get("dueOn").asLocalDate(),
                                                row.get("dead").asBoolean()
                                                        ? ReviewCause.DEATH
                                                        : ReviewCause.PERIODIC))
                        .all());
    }

    /** What was paid already of months for which more is given now is owed. */
    void amend(Award award, long amount) {
        long care = award.items().get("careAmount") instanceof Long fen ? fen : 0;
        graph.query(AMEND)
                .bindAll(
                        Map.of(
                                "case",
                                award.caseId(),
                                "until",
                                YearMonth.now(clock).toString(),
                                "amount",
                                amount + care))
                .run();
    }

    /**
     * Writes the record anew, in the transaction of the step.
     *
     * @param changed items that are other than before
     * @param last the month up to which it gives what it gave; null where all that isn't paid yet
     *     goes by what is written
     */
    void write(Caller author, Award award, Map<String, Object> changed, @Nullable YearMonth last) {
        if (last != null) {
            graph.query(FORMER)
                    .bindAll(Map.of("case", award.caseId(), "month", last.toString()))
                    .run();
        }
        Map<String, Object> items = new HashMap<>(award.items());
        for (String money : List.of("monthlyAmount", "basicAmount", "careAmount")) {
            items.computeIfPresent(money, (_, fen) -> Yuan.text((Long) fen));
        }
        if (award.category().equals(Award.MINIMUM_LIVING)) {
            items.put("householdNo", award.caseId());
            items.put("memberIdNumbers", people.numbers(award.counted()));
        }
        items.putAll(changed);
        records.write(
                author,
                new FlowRecord(
                        award.category(),
                        award.applicant(),
                        award.caseId(),
                        OffsetDateTime.now(clock),
                        items));
    }
}
