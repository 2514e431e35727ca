package org.lianji.disclosure;

import org.lianji.charity.OneFamily;
import org.lianji.people.Regions;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What social assistance has paid, for everybody (社会救助法 第六十七条). */
@Component
final class FundFigures {

    private static final int LONGEST_MONTH = 7;

    /**
     * What was sent to the bank and did not come back, and each part of first help in the month in
     * which it left the township's fund: of a month that was told nothing changes.
     */
    private static final String PAID =
            """
            CALL () {
              MATCH (s:PaymentSheet {month: $month})-[:HAS]->(l:PaymentLine)-[:PAYS]->(c:Case)
              WHERE $county IN s.places AND s.state IN ['SENT', 'RECONCILED'] AND l.amount > 0 AND coalesce(l.result, 'PAID') = 'PAID'
              RETURN l.village AS village, c.kind AS kind, c.id AS family, l.amount AS fen
              UNION ALL
              MATCH (v:FundMovement {kind: 'SPENT'}) WHERE v.at >= $from AND v.at < $to
              MATCH (m:ReliefCase {id: v.relief}) WHERE $county IN m.places
              RETURN head(m.places) AS village, 'FIRST_HELP' AS kind,
                coalesce(head([(m)-[:FOR]->(p:Person) | p.id]), m.id) AS family, -v.change AS fen
            }
            WITH village, kind, family, fen WHERE kind IN $kinds
            WITH village, kind, collect(DISTINCT family) AS helped, sum(fen) AS fen
            RETURN village, kind, fen, [one IN helped | [one] + COLLECT { MATCH (:Person {id: one})-[:MEMBER_OF]->(h:Household) RETURN DISTINCT h.key }] AS helped
            """;

    private static final String NAMES =
            "MATCH (r:Region)-[:PART_OF*0..2]->(:Region {code: $county}) RETURN r.code AS code,"
                    + " r.name AS name";

    private final Neo4jClient graph;
    private final Clock clock;

    FundFigures(Neo4jClient graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /**
     * {@return what was paid in a county in a month that is over; nothing where there is no such
     * county or month}
     */
    List<FundCells.Cell> of(String county, String month) {
        YearMonth asked = month(month).orElse(null);
        if (asked == null
                || !Regions.counties().contains(county)
                || !asked.isBefore(YearMonth.now(clock))) {
            return List.of();
        }
        return FundCells.of(county, paid(county, asked), names(county));
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return text.length() == LONGEST_MONTH
                    ? Optional.of(YearMonth.parse(text))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private List<FundCells.Paid> paid(String county, YearMonth month) {
        return List.copyOf(
                graph.query(PAID)
                        .bindAll(
                                Map.of(
                                        "county",
                                        county,
                                        "month",
                                        month.toString(),
                                        "from",
                                        start(month.atDay(1)),
                                        "to",
                                        start(month.plusMonths(1).atDay(1)),
                                        "kinds",
                                        Stream.of(FundCells.Kind.values())
                                                .map(Enum::name)
                                                .toList()))
                        .fetchAs(FundCells.Paid.class)
                        .mappedBy(
                                (_, row) ->
                                        new FundCells.Paid(
                                                row.get("village").asString(),
                                                FundCells.Kind.valueOf(row.get("kind").asString()),
                                                families(row.get("helped")),
                                                row.get("fen").asLong()))
                        .all());
    }

    /** Who is helped first is a person: several of one household are one family. */
    private static long families(Value helped) {
        OneFamily families = new OneFamily();
        List<List<String>> some = helped.asList(one -> one.asList(Value::asString));
        some.forEach(one -> families.add(one.getFirst(), one.subList(1, one.size())));
        return some.stream().map(one -> families.of(one.getFirst())).distinct().count();
    }

    private ZonedDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone());
    }

    private Map<String, String> names(String county) {
        return graph.query(NAMES).bind(county).to("county").fetch().all().stream()
                .collect(
                        Collectors.toMap(
                                row -> String.valueOf(row.get("code")),
                                row -> String.valueOf(row.get("name")),
                                (one, _) -> one));
    }
}
