package org.lianji.informing;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.database.MutationCall;
import org.lianji.database.MutationKeys;
import org.lianji.people.Guardianship;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Ids;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.procedure.SealedTexts;
import org.lianji.procedure.Texts;
import org.lianji.statistics.PublicCount;
import org.neo4j.driver.Record;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people say of the help that they got: once a help, their own word before an officer's, and
 * shown to nobody but in figures of whole tens, in the order in which they came.
 */
@Component
final class HelpRatings {

    private static final char LETTER = 'I';
    private static final int BEST = 5;
    private static final long WORD = 0;

    /** First help is there once it is given, an application once it is granted. */
    private static final String ARRIVED =
            "(m.givenAt IS NOT NULL OR m.state IN ['CONFIRMED', 'PAYING'])";

    /**
     * Help that has arrived, to be rated by whoever of the family it covers, and for a child by its
     * guardian, too. Others who live there are told by it of nothing that another has got.
     */
    private static final String HELP =
            """
            MATCH (m:ReliefCase|Case {id: $matter})-[whose:FOR|APPLIES_FOR|GRANTED_TO]->(p:Person)
            WHERE %s
              AND (%s
                OR $officer AND $region IN m.places
                  AND NOT EXISTS { MATCH (e:ProcedureEvent) WHERE e.matter = m.id AND e.version > 0 AND e.client = $client })
            RETURN p.id AS person, labels(m)[0] AS kind, last(m.places) AS place
            ORDER BY type(whose) = 'GRANTED_TO' LIMIT 1
            """
                    .formatted(ARRIVED, Guardianship.selfOrWard("p"));

    /** Of a year: who was asked for longer than that doesn't want to say. */
    private static final String UNRATED =
            """
            CALL () {
              MATCH (p:Person {id: $caller}) RETURN p
              UNION
              %s RETURN p
            }
            MATCH (m:ReliefCase|Case)-[:FOR|APPLIES_FOR|GRANTED_TO]->(p)
            WHERE %s AND NOT EXISTS { (m)<-[:OF]-(:HelpRating {own: true}) }
            WITH DISTINCT m, coalesce(date(m.givenAt), m.decidedOn) AS day
            WHERE day >= $since
            RETURN m.id AS matter, labels(m)[0] AS kind, day ORDER BY day DESC, matter
            """
                    .formatted(Guardianship.wards("p"), ARRIVED);

    private static final String WRITE =
            """
            MATCH (m:ReliefCase|Case {id: $matter})
            CREATE (r:HelpRating)-[:OF]->(m) SET r = $rating
            """;

    /** What somebody says themself goes before what an officer has written down for them. */
    private static final String OVERRULE =
            "MATCH (r:HelpRating {matter: $matter, own: false}) DETACH DELETE r";

    /** In tens as they came, so that one more is not seen by itself. */
    private static final String FIGURES =
            """
            CALL () {
              MATCH (r:HelpRating) WHERE r.on >= $from AND r.on < $to
              RETURN r.at AS at, r.id AS id, r.county AS region, r.kind AS kind, r.score AS score
              UNION ALL
              MATCH (m:Pairing {state: 'CONFIRMED'}) WHERE m.changedAt >= $begin AND m.changedAt < $end
              RETURN m.changedAt AS at, m.id AS id, head([place IN m.places WHERE place ENDS WITH '000000']) AS region,
                'CHARITY_HELP' AS kind, m.satisfaction AS score
              UNION ALL
              MATCH (m:ServiceOrder {state: 'CONFIRMED'}) WHERE m.changedAt >= $begin AND m.changedAt < $end
              RETURN m.changedAt AS at, m.id AS id, head([place IN m.places WHERE place ENDS WITH '000000']) AS region,
                'SERVICE' AS kind, m.evaluation AS score
            }
            WITH at, id, region, kind, score WHERE score IS NOT NULL AND region IS NOT NULL ORDER BY at, id
            WITH region, kind, collect(score) AS scores
            WITH region, kind, scores[0..(size(scores) / $least * $least)] AS scores
            WHERE size(scores) > 0
            RETURN region, kind, size(scores) AS count, reduce(sum = 0, one IN scores | sum + one) AS sum
            ORDER BY region, kind
            """;

    private final Neo4jClient graph;
    private final MutationKeys keys;
    private final SealedTexts texts;
    private final AuditLog chain;
    private final Clock clock;
    private final String lead;
    private final TransactionTemplate writing;

    HelpRatings(
            Neo4jClient graph,
            MutationKeys keys,
            SealedTexts texts,
            AuditLog chain,
            Clock clock,
            Catalogue catalogue,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.keys = keys;
        this.texts = texts;
        this.chain = chain;
        this.clock = clock;
        this.lead = catalogue.lead();
        this.writing = new TransactionTemplate(transactions);
    }

    /** How content they are, and what they say. */
    record Verdict(String matter, int score, @Nullable String word) {}

    /** What was written down. */
    record HelpRating(String matter, int score) {}

    /**
     * Help that waits for a word.
     *
     * @param day on which it was given, or granted
     */
    record UnratedHelp(String matter, Help help, LocalDate day) {}

    /** {@return what a citizen, or a ward of theirs, has had within a year and not rated} */
    List<UnratedHelp> unrated(Caller citizen) {
        LocalDate today = LocalDate.now(clock);
        return List.copyOf(
                graph.query(UNRATED)
                        .bindAll(
                                Guardianship.parameters(
                                        citizen.person() == null ? "" : citizen.person(), today))
                        .bind(today.minusYears(1))
                        .to("since")
                        .fetchAs(UnratedHelp.class)
                        .mappedBy(
                                (_, row) ->
                                        new UnratedHelp(
                                                row.get("matter").asString(),
                                                Help.of(row.get("kind").asString()),
                                                row.get("day").asLocalDate()))
                        .all());
    }

    /** Writes it down, once. */
    HelpRating rate(MutationCall call, Verdict said) {
        if (said.score() < 1 || said.score() > BEST) {
            throw new Problem(InformingCode.SCORE);
        }
        String word = Texts.word("word", said.word());
        String id = Ids.next(LETTER);
        try {
            writing.executeWithoutResult(
                    _ -> {
                        if (keys.earlier(call, id).isEmpty()) {
                            write(call.caller(), said, word, id);
                        }
                    });
        } catch (DataIntegrityViolationException e) {
            throw new Problem(InformingCode.HELP_NOT_RATED);
        }
        return new HelpRating(said.matter(), said.score());
    }

    private void write(Caller caller, Verdict said, @Nullable String word, String id) {
        Record help = help(caller, said.matter());
        ZonedDateTime now = ZonedDateTime.now(clock);
        Map<String, Object> rating = new HashMap<>();
        rating.put("id", id);
        rating.put("matter", said.matter());
        rating.put("score", said.score());
        rating.put("kind", Help.of(help.get("kind").asString()).name());
        rating.put("county", county(help.get("place").asString()));
        boolean own = caller.is(Role.CITIZEN);
        if (own) {
            graph.query(OVERRULE).bind(said.matter()).to("matter").run();
        }
        rating.put("own", own);
        rating.put("at", now);
        rating.put("on", now.toLocalDate());
        if (word != null) {
            rating.put("word", texts.close(HelpRatings.class, id, WORD, word));
        }
        graph.query(WRITE).bindAll(Map.of("matter", said.matter(), "rating", rating)).run();
        chain.join(
                new Entry(
                        Kind.WRITE,
                        caller.department(),
                        caller.client(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(help.get("person").asString()),
                        Digests.hex("rating " + id),
                        null));
    }

    private static String county(String place) {
        return Regions.county(place);
    }

    private Record help(Caller caller, String matter) {
        boolean officer =
                caller.department().equals(lead)
                        && caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER);
        return graph.query(HELP)
                .bindAll(
                        Map.of(
                                "matter",
                                matter,
                                "officer",
                                officer,
                                "region",
                                caller.region(),
                                "client",
                                caller.client()))
                .bindAll(
                        Guardianship.parameters(
                                caller.person() == null ? "" : caller.person(),
                                LocalDate.now(clock)))
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .one()
                .orElseThrow(() -> new Problem(InformingCode.HELP_NOT_RATED));
    }

    /** What kind of help it was. */
    enum Help {
        FIRST_HELP,
        ALLOWANCE,
        /** A charity's: said when the person confirms it. */
        CHARITY_HELP,
        /** An order of services: likewise. */
        SERVICE;

        private static Help of(String label) {
            return label.equals("ReliefCase") ? FIRST_HELP : ALLOWANCE;
        }
    }

    /**
     * Of a year, a county and a kind of help.
     *
     * @param count of ratings, in whole tens
     * @param average of these, to a tenth
     */
    record Figure(int year, String region, Help help, int count, double average) {}

    List<Figure> figures(@Nullable Integer asked) {
        int year = asked == null ? LocalDate.now(clock).getYear() : Math.clamp(asked, 1, 9998);
        LocalDate from = LocalDate.of(year, 1, 1);
        return List.copyOf(
                graph.query(FIGURES)
                        .bindAll(
                                Map.of(
                                        "from",
                                        from,
                                        "to",
                                        from.plusYears(1),
                                        "begin",
                                        from.atStartOfDay(clock.getZone()),
                                        "end",
                                        from.plusYears(1).atStartOfDay(clock.getZone()),
                                        "least",
                                        PublicCount.LEAST))
                        .fetchAs(Figure.class)
                        .mappedBy(
                                (_, row) ->
                                        new Figure(
                                                year,
                                                row.get("region").asString(),
                                                Help.valueOf(row.get("kind").asString()),
                                                row.get("count").asInt(),
                                                Math.round(
                                                                10.0
                                                                        * row.get("sum").asInt()
                                                                        / row.get("count").asInt())
                                                        / 10.0))
                        .all());
    }
}
