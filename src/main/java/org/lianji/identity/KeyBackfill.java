package org.lianji.identity;

import org.lianji.outbox.Outbox;
import org.lianji.platform.Faults;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;

/**
 * Has keys made for persons and waiting records that were there before there were such keys: from
 * the start of a hub on, a step once the one before has been heard, so that what comes in meanwhile
 * needn't wait. It goes on where it stood, at whichever hub, and ends when nothing is left.
 */
@Component
final class KeyBackfill {

    private static final Logger log = LoggerFactory.getLogger(KeyBackfill.class);

    /** Persons first, then records, which find them by then; through when there are neither. */
    private static final String STEP =
            """
            MATCH (b:KeyBackfill)
            SET b.lock = true
            REMOVE b.lock
            WITH b,
              COLLECT { MATCH (p:Person) WHERE p.id > b.after RETURN p.id ORDER BY p.id LIMIT 1000 } AS persons
            SET b.after = coalesce(last(persons), b.after)
            WITH b, persons
            CALL (persons) {
              MATCH (r:Record) WHERE persons = [] AND r.nameBlock IS NOT NULL
              WITH r LIMIT 1000
              REMOVE r.nameBlock
              RETURN collect(r.id) AS records
            }
            FOREACH (_ IN CASE WHEN persons = [] AND records = [] THEN [1] ELSE [] END | DELETE b)
            RETURN persons, records
            """;

    /**
     * News that some get keys.
     *
     * @param persons tokens
     * @param records identifiers of records that wait
     */
    record KeysDue(List<String> persons, List<String> records) {

        static final String KIND = "IdentityKeysDue";

        KeysDue {
            persons = List.copyOf(persons);
            records = List.copyOf(records);
        }
    }

    private final Neo4jClient graph;
    private final Outbox outbox;
    private final Faults faults;
    private final TransactionTemplate writing;

    KeyBackfill(
            Neo4jClient graph,
            Outbox outbox,
            Faults faults,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.outbox = outbox;
        this.faults = faults;
        this.writing = new TransactionTemplate(transactions);
    }

    /** The hub is up without; the next one that starts tries again. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        try {
            goOn();
        } catch (RuntimeException e) {
            log.warn("Keys of persons were not made: {}", faults.problem(e).code().name());
        }
    }

    /** Has the next step told, where there is one. */
    void goOn() {
        writing.executeWithoutResult(_ -> step());
    }

    private void step() {
        graph.query(STEP)
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .one()
                .map(
                        row ->
                                new KeysDue(
                                        row.get("persons").asList(Value::asString),
                                        row.get("records").asList(Value::asString)))
                .filter(due -> !due.persons().isEmpty() || !due.records().isEmpty())
                .ifPresent(due -> outbox.post(KeysDue.KIND, KeysDue.KIND, due));
    }
}
