package org.lianji.rounds;

import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Ids;
import org.lianji.referral.Matches;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Rounds in the graph: one a day, whichever hub begins it. */
@Component
public final class MatchingRounds {

    private static final char LETTER = 'R';

    /** A hub that has not come to an end by then will not. */
    private static final int HOURS = 1;

    private static final int DAYS = 400;

    /** The constraint on the day lets one of several hubs begin. */
    private static final String BEGIN =
            """
            MERGE (r:MatchingRound {day: $today})
            ON CREATE SET r.id = $id, r.startedAt = $now
            WITH r, r.id = $id OR r.at IS NULL AND r.startedAt < $stale AS begun
            FOREACH (_ IN CASE WHEN begun THEN [1] ELSE [] END | SET r.id = $id, r.startedAt = $now)
            RETURN begun
            """;

    private static final String FINISH =
            """
            MATCH (r:MatchingRound {id: $id})
            SET r.at = $now, r.best = $best
            WITH r
            UNWIND $counties AS row
            CREATE (c:MatchingRoundCounty)-[:OF]->(r) SET c = row
            """;

    private static final String FORGET =
            """
            MATCH (r:MatchingRound) WHERE r.day < $forgotten
            OPTIONAL MATCH (c:MatchingRoundCounty)-[:OF]->(r)
            DETACH DELETE c, r
            """;

    private static final String SOME =
            """
            MATCH (r:MatchingRound) WHERE r.at IS NOT NULL
            WITH r ORDER BY r.day DESC LIMIT $first
            OPTIONAL MATCH (c:MatchingRoundCounty)-[:OF]->(r)
            RETURN r.day AS day, r.at AS at, r.best AS best, c
            ORDER BY day DESC, c.region
            """;

    private final Matches matches;
    private final Neo4jClient graph;
    private final AuditLog chain;
    private final Clock clock;
    private final String lead;
    private final TransactionTemplate writing;

    MatchingRounds(
            Matches matches,
            Neo4jClient graph,
            AuditLog chain,
            Clock clock,
            Catalogue catalogue,
            PlatformTransactionManager transactions) {
        this.matches = matches;
        this.graph = graph;
        this.chain = chain;
        this.clock = clock;
        this.lead = catalogue.lead();
        this.writing = new TransactionTemplate(transactions);
    }

    /** {@return whether this call was today's round, and not another before it} */
    public boolean run() {
        String id = Ids.next(LETTER);
        ZonedDateTime now = ZonedDateTime.now(clock);
        boolean begun =
                graph.query(BEGIN)
                        .bindAll(
                                Map.of(
                                        "today",
                                        now.toLocalDate(),
                                        "id",
                                        id,
                                        "now",
                                        now,
                                        "stale",
                                        now.minusHours(HOURS)))
                        .fetchAs(Boolean.class)
                        .one()
                        .orElse(false);
        if (begun) {
            Matches.Everybody found = matches.everybody();
            writing.executeWithoutResult(_ -> finish(id, found));
        }
        return begun;
    }

    private void finish(String id, Matches.Everybody found) {
        graph.query(FINISH)
                .bindAll(
                        Map.of(
                                "id",
                                id,
                                "now",
                                ZonedDateTime.now(clock),
                                "best",
                                found.best(),
                                "counties",
                                found.counties().stream().map(MatchingRounds::row).toList()))
                .run();
        graph.query(FORGET).bind(LocalDate.now(clock).minusDays(DAYS)).to("forgotten").run();
        chain.join(
                new Entry(
                        Kind.RUN,
                        lead,
                        "hub",
                        "F",
                        id,
                        List.of(),
                        List.of("MZ14"),
                        List.of(),
                        Digests.hex("matching round " + id),
                        null));
    }

    private static Map<String, Object> row(Matches.CountyShare county) {
        List<String> whys = List.copyOf(county.unserved().keySet());
        return Map.of(
                "region",
                county.county(),
                "needs",
                (long) county.needs(),
                "served",
                (long) county.served(),
                "whys",
                whys,
                "counts",
                whys.stream().map(why -> (long) county.unserved().getOrDefault(why, 0)).toList());
    }

    /** {@return the last rounds, the newest first, of the counties in the officer's region} */
    List<MatchingRound> of(Caller caller, int first) {
        if (!caller.department().equals(lead)) {
            return List.of();
        }
        Map<LocalDate, MatchingRound> rounds = new LinkedHashMap<>();
        graph.query(SOME)
                .bind(first)
                .to("first")
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(
                        row ->
                                rounds.merge(
                                        row.get("day").asLocalDate(),
                                        new MatchingRound(
                                                row.get("day").asLocalDate(),
                                                row.get("at").asZonedDateTime(),
                                                row.get("best").asBoolean(),
                                                counties(caller, row.get("c"))),
                                        MatchingRounds::joined));
        return List.copyOf(rounds.values());
    }

    private static MatchingRound joined(MatchingRound one, MatchingRound other) {
        List<MatchingRound.RoundCounty> counties = new ArrayList<>(one.counties());
        counties.addAll(other.counties());
        return new MatchingRound(one.day(), one.at(), one.best(), counties);
    }

    private static List<MatchingRound.RoundCounty> counties(Caller caller, Value county) {
        if (county.isNull()
                || !Regions.upToProvince(county.get("region").asString())
                        .contains(caller.region())) {
            return List.of();
        }
        List<String> whys = county.get("whys").asList(Value::asString);
        List<Integer> counts = county.get("counts").asList(Value::asInt);
        return List.of(
                new MatchingRound.RoundCounty(
                        county.get("region").asString(),
                        county.get("needs").asInt(),
                        county.get("served").asInt(),
                        IntStream.range(0, whys.size())
                                .mapToObj(
                                        i ->
                                                new MatchingRound.UnservedCause(
                                                        whys.get(i), counts.get(i)))
                                .toList()));
    }
}
