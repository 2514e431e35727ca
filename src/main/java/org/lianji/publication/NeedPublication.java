package org.lianji.publication;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.charity.AgeBand;
import org.lianji.charity.Hardship;
import org.lianji.charity.HelpKind;
import org.lianji.outbox.Outbox;
import org.lianji.people.Deaths;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Ids;
import org.lianji.platform.Problem;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Publishes open needs, once a day: what is shown of one stays as it is until the week of its day
 * is over, whatever becomes of it, and then all of that day disappear together.
 */
@Component
final class NeedPublication {

    /** How long those who had seen a need may still ask for it. */
    static final int GRACE = 7;

    private static final int SHOWN = 6;
    private static final int TOGETHER = 500;

    /** Of several hubs at once the constraint lets one begin; the others find its batch. */
    private static final String BEGIN =
            """
            MERGE (b:NeedBatch {day: $today})
            ON CREATE SET b.id = $id, b.until = $until, b.needs = 0
            RETURN b.id = $id AS begun, b.until AS until, b.needs AS needs
            """;

    private static final String OPEN =
            """
            MATCH (n:HelpNeed {state: 'OPEN'})-[:FOR]->(p:Person)
            WHERE n.until >= $today AND NOT EXISTS { MATCH (x:PublishedNeed {need: n.id}) WHERE x.until >= $today }
              AND NOT %s
            RETURN n.id AS id, p.id AS person, n.kind AS kind, n.quantity AS quantity, n.places[0] AS place,
              n.hardship AS hardship, n.age AS age, n.urgency AS urgency,
              COLLECT { MATCH (p)-[:MEMBER_OF]->(h:Household) RETURN DISTINCT h.key } AS households
            """
                    .formatted(Deaths.of("p"));

    private static final String PUBLISH =
            """
            UNWIND $rows AS row
            MATCH (n:HelpNeed {id: row.need})
            CREATE (x:PublishedNeed)-[:OF]->(n) SET x = row
            """;

    private static final String COUNT = "MATCH (b:NeedBatch {day: $today}) SET b.needs = $needs";

    private static final String FORGET =
            "MATCH (x:PublishedNeed) WHERE x.until < $forgotten DETACH DELETE x";

    /** Kind of the news of a batch, which are a {@link NeedBatch}. */
    static final String NEWS = "NeedsPublished";

    private final Neo4jClient graph;
    private final Outbox outbox;
    private final AuditLog chain;
    private final Clock clock;
    private final String lead;
    private final TransactionTemplate writing;

    NeedPublication(
            Neo4jClient graph,
            Outbox outbox,
            AuditLog chain,
            Clock clock,
            Catalogue catalogue,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.outbox = outbox;
        this.chain = chain;
        this.clock = clock;
        this.lead = catalogue.lead();
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * {@return what is published today, also where that has been done already}
     *
     * @throws Problem PUBLISHED_BY_LEAD where the caller is of another department
     */
    NeedBatch publish(Caller caller) {
        if (!caller.department().equals(lead)) {
            throw new Problem(PublicationCode.PUBLISHED_BY_LEAD);
        }
        return publish(caller.client());
    }

    /** {@return the same, by the hub itself where its client is none} */
    NeedBatch publish(String client) {
        LocalDate today = LocalDate.now(clock);
        return Objects.requireNonNull(writing.execute(_ -> batch(client, today)));
    }

    private NeedBatch batch(String client, LocalDate today) {
        LocalDate until = today.plusDays(SHOWN);
        Map<String, Object> batch =
                graph.query(BEGIN)
                        .bindAll(Map.of("today", today, "id", Ids.next('I'), "until", until))
                        .fetch()
                        .one()
                        .orElseThrow();
        if (!Boolean.TRUE.equals(batch.get("begun")) && batch.get("needs") instanceof Long needs) {
            return new NeedBatch(today, until, needs);
        }
        List<OpenNeed> published = NeedCoarsening.published(open(today));
        write(published, today, until);
        remember(client, today, published);
        NeedBatch told = new NeedBatch(today, until, published.size());
        outbox.post(NEWS, today.toString(), told);
        return told;
    }

    private Collection<OpenNeed> open(LocalDate today) {
        return graph.query(OPEN)
                .bind(today)
                .to("today")
                .fetchAs(OpenNeed.class)
                .mappedBy((_, row) -> open(row))
                .all();
    }

    private static OpenNeed open(Record row) {
        String county = Regions.county(row.get("place").asString());
        return new OpenNeed(
                row.get("id").asString(),
                row.get("person").asString(),
                new HashSet<>(row.get("households").asList(value -> value.asString())),
                new NeedCell(
                        HelpKind.valueOf(row.get("kind").asString()),
                        QuantityBand.of(row.get("quantity").asInt()),
                        county,
                        Hardship.valueOf(row.get("hardship").asString()),
                        AgeBand.valueOf(row.get("age").asString()),
                        row.get("urgency").asString()));
    }

    private void write(List<OpenNeed> published, LocalDate today, LocalDate until) {
        for (int from = 0; from < published.size(); from += TOGETHER) {
            List<OpenNeed> some =
                    published.subList(from, Math.min(from + TOGETHER, published.size()));
            graph.query(PUBLISH)
                    .bind(some.stream().map(need -> row(need, today, until)).toList())
                    .to("rows")
                    .run();
        }
        graph.query(COUNT).bindAll(Map.of("today", today, "needs", published.size())).run();
        graph.query(FORGET).bind(today.minusDays(GRACE)).to("forgotten").run();
    }

    private static Map<String, @Nullable Object> row(
            OpenNeed need, LocalDate today, LocalDate until) {
        NeedCell cell = need.cell();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", Ids.next('I'));
        row.put("need", need.id());
        row.put("day", today);
        row.put("until", until);
        row.put("kind", cell.kind().name());
        row.put("quantity", cell.quantity().name());
        row.put("region", cell.region());
        row.put("hardship", name(cell.hardship()));
        row.put("age", name(cell.age()));
        row.put("urgency", cell.urgency());
        return row;
    }

    private static @Nullable String name(@Nullable Enum<?> choice) {
        return choice == null ? null : choice.name();
    }

    /** On the chain, and in the log of each person of whom something is shown. */
    private void remember(String client, LocalDate today, List<OpenNeed> published) {
        List<String> persons =
                published.stream().map(OpenNeed::person).distinct().sorted().toList();
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from == 0 || from < persons.size(); from += TOGETHER) {
            parts.add(persons.subList(from, Math.min(from + TOGETHER, persons.size())));
        }
        for (List<String> part : parts) {
            chain.join(
                    PublicationEntries.of(
                            new Caller(lead, client, Set.of(), "", null),
                            Kind.WRITE,
                            part,
                            "published " + today));
        }
    }
}
