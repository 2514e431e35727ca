package org.lianji.identity;

import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Purpose;
import org.lianji.outbox.Outbox;
import org.lianji.people.KnownNames;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Faults;
import org.lianji.platform.Ids;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Every night the hub looks again for whom rows without a number are about, where nothing has
 * called for it: of rows without any key each time, and of all that wait once an agreement or the
 * model has changed since they were all looked at, since that may show somebody who did not show.
 * Whom a row waits for by a key is heard of at once ({@link IdentityArrivals}). A run goes by
 * steps, each told to one hub; it goes on where it stood, at whichever hub.
 */
@Component
final class IdentityRuns {

    private static final Logger log = LoggerFactory.getLogger(IdentityRuns.class);

    private static final char LETTER = 'R';
    private static final int RECORDS_OF_A_STEP = 20_000;

    /** A run that has come no further for so long no longer keeps others from beginning. */
    private static final int STALE_HOURS = 6;

    /** The constraint on the day lets one of several hubs begin. */
    private static final String BEGIN =
            """
            OPTIONAL MATCH (other:IdentityRun) WHERE other.endedAt IS NULL AND other.steppedAt > $stale
            WITH count(other) AS others WHERE others = 0
            WITH head(COLLECT { MATCH (b:IdentityRun) WHERE b.whole AND b.endedAt IS NOT NULL AND b.model = $model
                RETURN b.startedAt ORDER BY b.startedAt DESC LIMIT 1 }) AS before
            WITH before IS NULL OR EXISTS { MATCH (a:Agreement)
                WHERE a.changedAt >= before OR a.from > date(before) AND a.from <= $today } AS whole
            MERGE (r:IdentityRun {day: $today})
            ON CREATE SET r.id = $id, r.model = $model, r.whole = whole, r.startedAt = $now, r.steppedAt = $now,
              r.after = '', r.step = 0, r.looked = 0, r.opened = 0, r.linked = 0
            RETURN r.id = $id
            """;

    private static final String NEXT =
            """
            MATCH (r:IdentityRun {id: $run})
            CALL (r) {
              MATCH (f:Record) WHERE f.id > r.after
              WITH f.id AS id ORDER BY id LIMIT $most
              RETURN max(id) AS until
            }
            WITH r, until, COLLECT { MATCH (f:Record)
                WHERE f.id > r.after AND f.id <= until AND f.linkage = 'TO_REVIEW' AND f.claims IS NULL
                  AND (r.whole OR NOT EXISTS { (f)-[:WAITS_FOR]->() })
                  AND NOT EXISTS { MATCH (:IdentityReview {openKey: f.id}) }
                RETURN f.id ORDER BY f.id } AS records
            SET r.step = r.step + 1, r.after = coalesce(until, r.after),
              r.endedAt = CASE WHEN until IS NULL THEN $now END
            RETURN r.step AS step, until IS NULL AS through, records
            """;

    /** What was counted is not counted again. */
    private static final String COUNT =
            """
            MATCH (r:IdentityRun {id: $run})
            SET r.lock = true REMOVE r.lock
            WITH r WHERE r.step = $step AND r.endedAt IS NULL
            SET r.steppedAt = $now, r.looked = r.looked + $looked, r.opened = r.opened + $opened,
              r.linked = r.linked + $linked
            RETURN true
            """;

    private static final String SOME =
            "MATCH (r:IdentityRun) RETURN r ORDER BY r.day DESC LIMIT $first";

    private final Neo4jClient graph;
    private final IdentityReviews reviews;
    private final Outbox outbox;
    private final AuditLog chain;
    private final Faults faults;
    private final Clock clock;
    private final String lead;
    private final TransactionTemplate writing;

    IdentityRuns(
            Neo4jClient graph,
            IdentityReviews reviews,
            Outbox outbox,
            AuditLog chain,
            Faults faults,
            Clock clock,
            Catalogue catalogue,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.reviews = reviews;
        this.outbox = outbox;
        this.chain = chain;
        this.faults = faults;
        this.clock = clock;
        this.lead = catalogue.lead();
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * News that some rows are to be looked at.
     *
     * @param run identifier of the run
     * @param step which one of it, the first is 1
     * @param records identifiers of the rows
     */
    record StepDue(String run, long step, List<String> records) {

        static final String KIND = "IdentityRunStepDue";

        StepDue {
            records = List.copyOf(records);
        }
    }

    @Scheduled(cron = "${lianji.identity.nightly:0 40 2 * * *}", zone = "Asia/Shanghai")
    void night() {
        try {
            begin();
        } catch (RuntimeException e) {
            log.warn("Rows that wait were not looked at: {}", faults.problem(e).code().name());
        }
    }

    /** {@return whether this call has begun today's run, and none before it} */
    boolean begin() {
        return Boolean.TRUE.equals(writing.execute(_ -> begun(Ids.next(LETTER))));
    }

    private boolean begun(String id) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        boolean begun =
                graph.query(BEGIN)
                        .bindAll(
                                Map.of(
                                        "id",
                                        id,
                                        "today",
                                        now.toLocalDate(),
                                        "now",
                                        now,
                                        "stale",
                                        now.minusHours(STALE_HOURS),
                                        "model",
                                        CandidateSearch.MODEL))
                        .fetchAs(Boolean.class)
                        .one()
                        .orElse(false);
        if (begun) {
            chain.join(
                    new Entry(
                            Kind.RUN,
                            lead,
                            "hub",
                            Purpose.C.name(),
                            id,
                            List.of(),
                            List.of(KnownNames.REGISTER),
                            List.of(),
                            Digests.hex("identity run " + id),
                            null));
            next(id);
        }
        return begun;
    }

    /** Looks at the rows of a step, counts what came of it, and has the next one told. */
    void take(StepDue due) {
        IdentityReviews.Tally looked = reviews.arrived(due.records());
        writing.executeWithoutResult(
                _ ->
                        graph.query(COUNT)
                                .bindAll(
                                        Map.of(
                                                "run", due.run(),
                                                "step", due.step(),
                                                "now", ZonedDateTime.now(clock),
                                                "looked", due.records().size(),
                                                "opened", looked.opened(),
                                                "linked", looked.linked()))
                                .fetchAs(Boolean.class)
                                .one()
                                .ifPresent(_ -> next(due.run())));
    }

    private void next(String run) {
        Record row =
                graph.query(NEXT)
                        .bindAll(
                                Map.of(
                                        "run",
                                        run,
                                        "most",
                                        RECORDS_OF_A_STEP,
                                        "now",
                                        ZonedDateTime.now(clock)))
                        .fetchAs(Record.class)
                        .mappedBy((_, found) -> found)
                        .one()
                        .orElseThrow();
        if (!row.get("through").asBoolean()) {
            outbox.post(
                    StepDue.KIND,
                    run,
                    new StepDue(
                            run,
                            row.get("step").asLong(),
                            row.get("records").asList(Value::asString)));
        }
    }

    /** {@return the last runs, the newest first, for the department that leads} */
    List<IdentityRun> of(Caller caller, int first) {
        return caller.department().equals(lead)
                ? List.copyOf(
                        graph.query(SOME)
                                .bind(first)
                                .to("first")
                                .fetchAs(IdentityRun.class)
                                .mappedBy(
                                        (_, row) ->
                                                IdentityRun.read(
                                                        Objects.requireNonNull(row.get("r"))))
                                .all())
                : List.of();
    }
}
