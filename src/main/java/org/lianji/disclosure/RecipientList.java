package org.lianji.disclosure;

import org.lianji.catalogue.Catalogue;
import org.lianji.people.Deaths;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.procedure.SealedTexts;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list of those in receipt (长期公示, 最低生活保障审核确认办法 第二十四条): whose notice nobody objected to stands
 * on it with what the decision in force gives, for as long as that gives it.
 */
@Component
final class RecipientList {

    private static final int ADULT_YEARS = 18;
    private static final long NAME = 0;

    private static final Map<String, String> CATEGORIES =
            Map.of("DIBAO", "MZ01", "EXTREME_HARDSHIP", "MZ02");

    private static final String IN_FORCE =
            """
            r.status IN ['ACTIVE', 'GRADUAL_EXIT'] AND r.startMonth <= $month
              AND NOT (r.status = 'GRADUAL_EXIT' AND coalesce(r.gradualExitUntil < $today, false))
              AND (r.validFrom IS NULL OR r.validFrom <= $today) AND (r.validTo IS NULL OR r.validTo >= $today)
            """;

    /** Nothing of children, of the dead and of who is in danger. */
    private static final String SHOWN =
            """
            n.state = 'POSTED' AND n.lastDay < $today AND n.kind IN keys($categories)
              AND p.idNumber IS NOT NULL AND substring(p.idNumber, 6, 8) <= $adult
              AND NOT %s
              AND %s
            """
                    .formatted(Deaths.of("p"), NoticeSubjects.SHOWABLE);

    private static final String OF_VILLAGE =
            """
            MATCH (n:PublicNotice {village: $village})-[:FOR]->(p:Person)
            WHERE %s
            MATCH (p)<-[:ABOUT]-(r:Record)
            WHERE r.category = $categories[n.kind] AND %s
            WITH p, r, n ORDER BY n.lastDay DESC, n.id
            WITH p, r, head(collect(n)) AS n
            RETURN n.id AS id, n.name AS name, n.kind AS kind,
              coalesce(r.memberCount, n.members) AS members,
              coalesce(r.monthlyAmount, r.basicAmount + coalesce(r.careAmount, 0)) AS amount
            ORDER BY kind, id
            """
                    .formatted(SHOWN, IN_FORCE);

    private static final String COVERAGE =
            """
            MATCH (g:Region)-[:PART_OF*0..3]->(:Region {code: $region})
            WHERE NOT EXISTS { (:Region)-[:PART_OF]->(g) }
            MATCH (g)<-[at:RESIDES_IN|REGISTERED_IN]-(p:Person)<-[:ABOUT]-(r:Record)
            WHERE (at.to IS NULL OR at.to > $today) AND r.category IN ['MZ01', 'MZ02'] AND %s
            WITH g, r, collect(p) AS family
            WITH g, r, any(p IN family WHERE EXISTS { MATCH (n:PublicNotice {village: g.code})-[:FOR]->(p)
                WHERE $categories[n.kind] = r.category AND %s }) AS listed
            RETURN g.code AS village, count(r) AS inReceipt, count(CASE WHEN listed THEN r END) AS listed
            ORDER BY village
            """
                    .formatted(IN_FORCE, SHOWN);

    private final Neo4jClient graph;
    private final PublicitySwitch publicity;
    private final Regions regions;
    private final SealedTexts texts;
    private final Clock clock;
    private final String lead;

    RecipientList(
            Neo4jClient graph,
            PublicitySwitch publicity,
            Regions regions,
            SealedTexts texts,
            Clock clock,
            Catalogue catalogue) {
        this.graph = graph;
        this.publicity = publicity;
        this.regions = regions;
        this.texts = texts;
        this.clock = clock;
        this.lead = catalogue.lead();
    }

    /**
     * What everybody reads.
     *
     * @param amount a month, in fen
     */
    record Line(String name, int members, long amount, PublicNotice.Kind kind) {}

    /** {@return who of the village receives help; nobody where the list is not public} */
    List<Line> of(String village) {
        LocalDate today = LocalDate.now(clock);
        return publicity.isPublic(village, today)
                ? graph
                        .query(OF_VILLAGE)
                        .bind(village)
                        .to("village")
                        .bindAll(parameters(today))
                        .fetchAs(Record.class)
                        .mappedBy((_, row) -> row)
                        .all()
                        .stream()
                        .flatMap(row -> line(row).stream())
                        .toList()
                : List.of();
    }

    private Map<String, Object> parameters(LocalDate today) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("today", today);
        parameters.put("now", ZonedDateTime.now(clock));
        parameters.put("month", YearMonth.from(today).toString());
        parameters.put("categories", CATEGORIES);
        parameters.put(
                "adult", today.minusYears(ADULT_YEARS).format(DateTimeFormatter.BASIC_ISO_DATE));
        return parameters;
    }

    private Optional<Line> line(Record row) {
        Value amount = row.get("amount");
        return Optional.ofNullable(
                        texts.open(
                                PublicNotice.class,
                                row.get("id").asString(),
                                NAME,
                                row.get("name").asString()))
                .map(
                        name ->
                                new Line(
                                        name,
                                        row.get("members").asInt(),
                                        amount.isNull() ? 0 : amount.asLong(),
                                        PublicNotice.Kind.valueOf(row.get("kind").asString())));
    }

    /** How many families of a village receive help, and how many of them stand on its list. */
    record Coverage(String village, int inReceipt, int listed) {}

    /**
     * {@return for each village of a region of the caller's how far its list is whole}
     *
     * @throws Problem NOTICE_REGION
     */
    List<Coverage> coverage(Caller caller, String region) {
        if (!caller.department().equals(lead)
                || !regions.exists(region)
                || !Regions.upToProvince(region).contains(caller.region())) {
            throw new Problem(DisclosureCode.NOTICE_REGION);
        }
        return List.copyOf(
                graph.query(COVERAGE)
                        .bind(region)
                        .to("region")
                        .bindAll(parameters(LocalDate.now(clock)))
                        .fetchAs(Coverage.class)
                        .mappedBy(
                                (_, row) ->
                                        new Coverage(
                                                row.get("village").asString(),
                                                row.get("inReceipt").asInt(),
                                                row.get("listed").asInt()))
                        .all());
    }
}
