package org.lianji.payment;

import org.jspecify.annotations.Nullable;
import org.lianji.paging.Keyset;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.people.Deaths;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Lines in the graph: {@code (:PaymentSheet)-[:HAS]->(:PaymentLine)-[:PAYS]->(:Case)}. A line that
 * stands has a key of its case and month, and a constraint has it unique; one that was cancelled or
 * came back gives it up. Works in the caller's transaction.
 */
@Component
final class PaymentLedger {

    /** Of several that draw up for one township one is first. */
    private static final String LOCK =
            "MATCH (r:Region {code: $township}) SET r.lock = true REMOVE r.lock";

    /** The record is what holds: who was decided for may have been stopped, or have more, since. */
    private static final String ENTITLEMENTS =
            """
            MATCH (c:Case)-[:APPLIES_FOR]->(a:Person)
            WHERE c.state = 'PAYING' AND $township IN c.places
            MATCH (r:Record) WHERE r.key IN ['MZ01|' + c.id, 'MZ02|' + c.id, 'MZ05|' + c.id]
            WITH *, r.category = 'MZ05' AS relief
            RETURN c.id AS case, a.id AS applicant, head(c.places) AS village,
              CASE WHEN relief THEN 'IN_PARTS' ELSE r.status END AS status,
              CASE WHEN relief THEN c.monthlyAmount
                ELSE coalesce(r.monthlyAmount, r.basicAmount + coalesce(r.careAmount, 0)) END AS amount,
              CASE WHEN relief THEN c.startMonth ELSE r.startMonth END AS startMonth,
              CASE WHEN relief THEN left(toString(c.recognisedUntil), 7)
                WHEN r.status = 'GRADUAL_EXIT' THEN left(toString(r.gradualExitUntil), 7) END AS lastMonth,
              COLLECT { MATCH (c)-[:GAVE]->(f:FormerAward) RETURN [f.lastMonth, f.amount] } AS former,
              EXISTS { (c)-[:GRANTED_TO]->(q:Person) WHERE NOT %s } AS alive,
              COLLECT { MATCH (c)-[:AMENDED_BY]->(m:AwardAmendment) RETURN [m.after, m.until, m.amount] } AS amended,
              COLLECT { MATCH (c)<-[:PAYS]-(l:PaymentLine) WHERE l.key IS NOT NULL RETURN [l.month, l.amount] } AS paid
            ORDER BY village, case
            """
                    .formatted(Deaths.of("q"));

    private static final String WRITE =
            """
            MATCH (m:PaymentSheet {id: $sheet})
            UNWIND $lines AS line
            MATCH (c:Case {id: line.caseId})
            CREATE (m)-[:HAS]->(l:PaymentLine)-[:PAYS]->(c)
            SET l = line
            """;

    private static final String LINE =
            "RETURN l {.number, .caseId, .village, .month, .amount, .already, .change, .result,"
                    + " .reason} AS line\n";

    private static final Keyset BY_NUMBER = new Keyset(true, List.of("l.number"));

    private static final String SOME =
            """
            MATCH (m:PaymentSheet {id: $sheet})-[:HAS]->(l:PaymentLine)
            WHERE %s
            WITH l %s
            """
                    + LINE;

    private static final String ALL =
            """
            MATCH (m:PaymentSheet {id: $sheet})-[:HAS]->(l:PaymentLine)
            """
                    + LINE
                    + "ORDER BY line.number";

    private static final String RELEASE =
            "MATCH (m:PaymentSheet {id: $sheet})-[:HAS]->(l:PaymentLine) REMOVE l.key";

    private static final String ANSWER =
            """
            MATCH (m:PaymentSheet {id: $sheet})-[:HAS]->(l:PaymentLine)
            WITH l, $answers[toString(l.number)] AS answer
            WHERE answer IS NOT NULL
            SET l.result = answer.result, l.reason = answer.reason,
                l.key = CASE WHEN answer.result = 'PAID' THEN l.key END
            """;

    /** Applicants of the lines that pay, whose log tells of it. */
    private static final String PAYEES =
            """
            MATCH (m:PaymentSheet {id: $sheet})-[:HAS]->(:PaymentLine)-[:PAYS]->(:Case)-[:APPLIES_FOR]->(a:Person)
            RETURN DISTINCT a.id AS person ORDER BY person
            """;

    private static final Keyset NEWEST_MONTH = Keyset.newestFirst("l.month", "s.createdAt", "s.id");

    private static final String MINE =
            """
            MATCH (:Person {id: $person})<-[:APPLIES_FOR]-(:Case)<-[:PAYS]-(l:PaymentLine)<-[:HAS]-(s:PaymentSheet)
            WHERE s.state IN ['SENT', 'RECONCILED'] AND l.amount > 0 AND %s
            WITH l, s %s
            RETURN s.id AS sheet, s.createdAt AS drawnUp,
              l {.number, .caseId, .village, .month, .amount, .already, .change, .result, .reason} AS line
            """;

    private final Neo4jClient graph;

    PaymentLedger(Neo4jClient graph) {
        this.graph = graph;
    }

    void lock(String township) {
        graph.query(LOCK).bind(township).to("township").run();
    }

    List<Entitlement> entitlements(String township) {
        return List.copyOf(
                graph.query(ENTITLEMENTS)
                        .bind(township)
                        .to("township")
                        .fetchAs(Entitlement.class)
                        .mappedBy((_, row) -> entitlement(row))
                        .all());
    }

    /** {@return what is due in the township and stands on no sheet, numbered from 1} */
    List<PaymentLine> due(String township, List<String> months) {
        List<PaymentLine> lines = new ArrayList<>();
        for (Entitlement one : entitlements(township)) {
            for (PaymentLine line : one.lines(months)) {
                lines.add(line.numbered(lines.size() + 1));
            }
        }
        return lines;
    }

    private static Entitlement entitlement(Record row) {
        return new Entitlement(
                row.get("case").asString(),
                row.get("applicant").asString(),
                row.get("village").asString(),
                row.get("status").asString(),
                row.get("amount").asLong(),
                row.get("startMonth").asString(),
                row.get("lastMonth").asString(null),
                byMonth(row.get("former")),
                row.get("amended").asList(PaymentLedger::amendment),
                row.get("alive").asBoolean(),
                byMonth(row.get("paid")));
    }

    private static AwardAmendment amendment(Value row) {
        return new AwardAmendment(
                row.get(0).asString(), row.get(1).asString(), row.get(2).asLong());
    }

    /** Several lines may pay one month. */
    private static NavigableMap<String, Long> byMonth(Value pairs) {
        NavigableMap<String, Long> amounts = new TreeMap<>();
        pairs.values()
                .forEach(
                        pair ->
                                amounts.merge(
                                        pair.get(0).asString(), pair.get(1).asLong(), Long::sum));
        return amounts;
    }

    void write(String sheet, List<PaymentLine> lines) {
        graph.query(WRITE)
                .bindAll(
                        Map.of(
                                "sheet",
                                sheet,
                                "lines",
                                lines.stream().map(PaymentLedger::properties).toList()))
                .run();
    }

    private static Map<String, @Nullable Object> properties(PaymentLine line) {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("number", line.number());
        properties.put("caseId", line.caseId());
        properties.put("village", line.village());
        properties.put("month", line.month());
        properties.put("amount", line.amount());
        properties.put("already", line.already());
        properties.put("change", line.change().name());
        properties.put("key", line.key());
        return properties;
    }

    /** {@return all lines of the sheet, by number} */
    List<PaymentLine> lines(String sheet) {
        return List.copyOf(
                graph.query(ALL)
                        .bind(sheet)
                        .to("sheet")
                        .fetchAs(PaymentLine.class)
                        .mappedBy((_, row) -> line(row.get("line")))
                        .all());
    }

    ListSource<PaymentLine> listing(String sheet) {
        return new ListSource<>(
                stretch -> some(sheet, stretch), line -> List.of((long) line.number()));
    }

    private List<PaymentLine> some(String sheet, Stretch stretch) {
        Map<String, Object> parameters = new HashMap<>(BY_NUMBER.parameters(stretch));
        parameters.put("sheet", sheet);
        String ordered = BY_NUMBER.ordered(stretch);
        return List.copyOf(
                graph.query(
                                SOME.formatted(BY_NUMBER.within(stretch), ordered)
                                        + ordered.replace("l.number", "line.number"))
                        .bindAll(parameters)
                        .fetchAs(PaymentLine.class)
                        .mappedBy((_, row) -> line(row.get("line")))
                        .all());
    }

    private static PaymentLine line(Value row) {
        return new PaymentLine(
                row.get("number").asInt(),
                row.get("caseId").asString(),
                row.get("village").asString(),
                row.get("month").asString(),
                row.get("amount").asLong(),
                row.get("already").asLong(0),
                PaymentChange.valueOf(row.get("change").asString()),
                row.get("result").isNull()
                        ? null
                        : PaymentResult.valueOf(row.get("result").asString()),
                row.get("reason").isNull() ? null : row.get("reason").asString());
    }

    /** The months of its lines are to be paid anew. */
    void release(String sheet) {
        graph.query(RELEASE).bind(sheet).to("sheet").run();
    }

    /** Keeps what the bank said. */
    void answer(String sheet, List<PaymentLine> answered) {
        Map<String, Object> answers = new HashMap<>();
        for (PaymentLine line : answered) {
            if (line.result() instanceof PaymentResult result) {
                Map<String, @Nullable Object> answer = new HashMap<>();
                answer.put("result", result.name());
                answer.put("reason", line.reason());
                answers.put(Integer.toString(line.number()), answer);
            }
        }
        graph.query(ANSWER).bindAll(Map.of("sheet", sheet, "answers", answers)).run();
    }

    /** {@return tokens of whom the sheet is about} */
    List<String> payees(String sheet) {
        return List.copyOf(graph.query(PAYEES).bind(sheet).to("sheet").fetchAs(String.class).all());
    }

    /** {@return what was sent to a person, the newest month first} */
    ListSource<MyPayment> mine(String person) {
        return new ListSource<>(
                stretch -> mine(person, stretch),
                one -> List.of(one.line().month(), one.drawnUp(), one.sheet()));
    }

    private List<MyPayment> mine(String person, Stretch stretch) {
        Map<String, Object> parameters = new HashMap<>(NEWEST_MONTH.parameters(stretch));
        parameters.put("person", person);
        String ordered = NEWEST_MONTH.ordered(stretch);
        return List.copyOf(
                graph.query(
                                MINE.formatted(NEWEST_MONTH.within(stretch), ordered)
                                        + ordered.replace("l.month", "line.month")
                                                .replace("s.createdAt", "drawnUp")
                                                .replace("s.id", "sheet"))
                        .bindAll(parameters)
                        .fetchAs(MyPayment.class)
                        .mappedBy(
                                (_, row) ->
                                        new MyPayment(
                                                row.get("sheet").asString(),
                                                row.get("drawnUp").asZonedDateTime(),
                                                line(row.get("line"))))
                        .all());
    }
}
