package org.lianji.monitoring;

import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.outbox.Outbox;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Faults;
import org.lianji.platform.Ids;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.rules.Rule;
import org.lianji.rules.Rules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs of rules over everybody: by night and when asked for, one at a time across hubs. A run is a
 * hub's as long as that says so now and then, by the database's clock; one that its hub has left
 * goes on at another, or at the next start, with the rule it was at.
 */
@Component
final class MonitoringRuns {

    private static final Logger log = LoggerFactory.getLogger(MonitoringRuns.class);

    /** A run whose hub says nothing for so long has been left by it. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** Word of how far it is goes out so often at most. */
    private static final Duration WORD = Duration.ofSeconds(1);

    /** One at a time: the node of that name is locked first. */
    private static final String BEGIN =
            """
            MERGE (l:MonitoringLock {name: 'monitoring'})
            SET l.lock = true
            WITH l
            OPTIONAL MATCH (other:MonitoringRun {state: 'RUNNING'})
            WITH other.id AS other
            FOREACH (_ IN CASE WHEN other IS NULL THEN [1] ELSE [] END | CREATE (:MonitoringRun {id: $id, state: 'RUNNING',
              client: $client, department: $department, rules: $rules, done: 0, people: 0, partial: 0, total: $total, raised: 0, withdrawn: 0,
              startedAt: $now, changedAt: $now, holder: $hub, until: datetime.realtime() + $lease}))
            RETURN other
            """;

    /**
     * Of a rule that is not through yet it is known how many people it looked at: it begins anew.
     */
    private static final String PROGRESS =
            """
            MATCH (r:MonitoringRun {id: $id, holder: $hub})
            SET r.people = r.people + $people, r.raised = r.raised + $raised, r.withdrawn = r.withdrawn + $withdrawn,
              r.done = r.done + $done, r.partial = CASE WHEN $done > 0 THEN 0 ELSE coalesce(r.partial, 0) + $people END, r.changedAt = $now
            RETURN count(r) > 0
            """;

    private static final String FINISH =
            """
            MATCH (r:MonitoringRun {id: $id, holder: $hub})
            SET r.state = 'COMPLETE', r.finishedAt = $now, r.changedAt = $now
            REMOVE r.holder, r.until, r.partial
            RETURN count(r) > 0
            """;

    private static final String KEEP =
            """
            MATCH (r:MonitoringRun {state: 'RUNNING', holder: $hub}) WHERE r.id IN $runs
            SET r.until = datetime.realtime() + $lease
            """;

    /** Of several hubs that see it left one goes on with it. */
    private static final String TAKE_OVER =
            """
            MATCH (r:MonitoringRun {state: 'RUNNING'})
            SET r.lock = true
            REMOVE r.lock
            WITH r WHERE NOT r.id IN $runs AND (r.until IS NULL OR r.until <= datetime.realtime())
            SET r.holder = $hub, r.until = datetime.realtime() + $lease, r.people = r.people - coalesce(r.partial, 0), r.partial = 0
            RETURN r.id
            """;

    private static final String FIND = "MATCH (r:MonitoringRun {id: $id}) RETURN r {.*} AS run";

    private static final String NEWEST =
            "MATCH (r:MonitoringRun) RETURN r {.*} AS run ORDER BY r.startedAt DESC, r.id LIMIT"
                    + " $most";

    /**
     * News that a run was begun, is further than it was, or is through.
     *
     * @param run identifier
     */
    record RunNews(String run) {

        static final String KIND = "MonitoringRunChanged";
    }

    private final String hub = UUID.randomUUID().toString();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Neo4jClient graph;
    private final Outbox outbox;
    private final Rules rules;
    private final Screening screening;
    private final AuditLog chain;
    private final ApplicationEventPublisher news;
    private final Faults faults;
    private final Clock clock;
    private final String lead;
    private final TransactionTemplate writing;

    MonitoringRuns(
            Neo4jClient graph,
            Outbox outbox,
            Rules rules,
            Screening screening,
            AuditLog chain,
            ApplicationEventPublisher news,
            Faults faults,
            Clock clock,
            Catalogue catalogue,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.outbox = outbox;
        this.rules = rules;
        this.screening = screening;
        this.chain = chain;
        this.news = news;
        this.faults = faults;
        this.clock = clock;
        this.lead = catalogue.lead();
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * {@return a run, begun; it goes on by itself}
     *
     * @param codes of the rules; none for all
     * @throws Problem RUN_UNDER_WAY
     */
    MonitoringRun begin(String client, List<String> codes) {
        List<Rule> chosen = codes.isEmpty() ? rules.all() : codes.stream().map(this::rule).toList();
        String id = Ids.next('M');
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("client", client);
        values.put("department", lead);
        values.put("rules", chosen.stream().map(Rule::code).toList());
        values.put("total", chosen.stream().mapToLong(screening::size).sum());
        values.put("now", now());
        values.put("hub", hub);
        values.put("lease", LEASE);
        writing.executeWithoutResult(
                _ -> {
                    graph.query(BEGIN)
                            .bindAll(values)
                            .fetchAs(String.class)
                            .mappedBy(
                                    (_, row) ->
                                            row.get("other").isNull()
                                                    ? ""
                                                    : row.get("other").asString())
                            .one()
                            .filter(other -> !other.isEmpty())
                            .ifPresent(
                                    other -> {
                                        throw new Problem(
                                                WarningCode.RUN_UNDER_WAY, Map.of("run", other));
                                    });
                    chain.join(entry(client, chosen, id));
                    outbox.post(RunNews.KIND, id, new RunNews(id));
                });
        goOn(id);
        return find(id).orElseThrow();
    }

    private Rule rule(String code) {
        return rules.rule(code)
                .orElseThrow(() -> new Problem(WarningCode.UNKNOWN_RULE, Map.of("rule", code)));
    }

    /** What was compared for which rules; about nobody in particular. */
    private Entry entry(String client, List<Rule> chosen, String id) {
        return new Entry(
                Kind.RUN,
                lead,
                client,
                "C",
                id,
                List.of(),
                chosen.stream().flatMap(one -> one.reads().stream()).distinct().sorted().toList(),
                List.of(),
                Digests.hex(
                        id
                                + chosen.stream()
                                        .map(one -> " " + one.code() + "@" + one.version())
                                        .toList()),
                null);
    }

    private void goOn(String id) {
        if (!running.add(id)) {
            return;
        }
        Thread.ofVirtual().name("monitoring").start(() -> run(id));
    }

    private void run(String id) {
        boolean through;
        try {
            through = through(id);
        } finally {
            running.remove(id);
        }
        if (through) {
            news.publishEvent(new RunCompletion(id));
        }
    }

    private boolean through(String id) {
        try {
            MonitoringRun run = find(id).orElseThrow();
            long[] told = {System.nanoTime()};
            for (String code : run.rules().subList((int) run.done(), run.rules().size())) {
                rules.rule(code)
                        .ifPresent(
                                rule ->
                                        screening.everybody(
                                                rule, tally -> further(id, tally, told)));
                tell(() -> heard(id, Screening.Tally.NONE, 1), id);
            }
            tell(() -> held(graph.query(FINISH), Map.of("id", id, "hub", hub, "now", now())), id);
            return true;
        } catch (RunGone gone) {
            log.warn("Monitoring run {} goes on at another hub", id);
            return false;
        } catch (RuntimeException e) {
            Problem problem = faults.problem(e);
            log.error("Monitoring run {} stopped and will go on: {}", id, problem.code().name());
            return false;
        }
    }

    private void further(String id, Screening.Tally tally, long[] told) {
        if (System.nanoTime() - told[0] < WORD.toNanos()) {
            heard(id, tally, 0);
        } else {
            told[0] = System.nanoTime();
            tell(() -> heard(id, tally, 0), id);
        }
    }

    /** What was done, and word of it to those who listen. */
    private void tell(Runnable done, String id) {
        writing.executeWithoutResult(
                _ -> {
                    done.run();
                    outbox.post(RunNews.KIND, id, new RunNews(id));
                });
    }

    private void heard(String id, Screening.Tally tally, int done) {
        held(
                graph.query(PROGRESS),
                Map.of(
                        "id",
                        id,
                        "hub",
                        hub,
                        "people",
                        tally.people(),
                        "raised",
                        tally.raised(),
                        "withdrawn",
                        tally.withdrawn(),
                        "done",
                        done,
                        "now",
                        now()));
    }

    /**
     * @throws RunGone where the run is another hub's by now
     */
    private static void held(Neo4jClient.UnboundRunnableSpec what, Map<String, Object> values) {
        if (!what.bindAll(values).fetchAs(Boolean.class).one().orElse(false)) {
            throw new RunGone();
        }
    }

    /** Another hub goes on with the run. */
    private static final class RunGone extends RuntimeException {

        RunGone() {
            super("gone", null, false, false);
        }
    }

    /** Says that this hub is still there. */
    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void keep() {
        try {
            if (!running.isEmpty()) {
                graph.query(KEEP)
                        .bindAll(Map.of("hub", hub, "runs", List.copyOf(running), "lease", LEASE))
                        .run();
            }
        } catch (RuntimeException e) {
            log.warn("Runs were not kept: {}", faults.problem(e).code().name());
        }
    }

    /** A run whose hub died, or that failed, goes on. */
    @Scheduled(initialDelay = 5, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void takeOver() {
        try {
            graph.query(TAKE_OVER)
                    .bindAll(Map.of("hub", hub, "runs", List.copyOf(running), "lease", LEASE))
                    .fetchAs(String.class)
                    .all()
                    .forEach(this::goOn);
        } catch (RuntimeException e) {
            log.warn("Left runs were not looked for: {}", faults.problem(e).code().name());
        }
    }

    /** By night everybody is looked at anew (动态监测). */
    @Scheduled(cron = "${lianji.monitoring.nightly:0 30 2 * * *}", zone = "Asia/Shanghai")
    void nightly() {
        try {
            begin("hub", List.of());
        } catch (Problem underWay) {
            log.warn("The nightly run was not begun: {}", underWay.code().name());
        }
    }

    /**
     * {@return the run, for those who may count warnings: whoever contributes a record and sees one
     * warning more learns what others know of its person}
     */
    Optional<MonitoringRun> find(Caller caller, String id) {
        return counts(caller) ? find(id) : Optional.empty();
    }

    /** {@return whether the caller may know how many warnings there are in the whole city} */
    boolean counts(Caller caller) {
        return caller.is(Role.AUDITOR)
                || caller.department().equals(lead)
                        && caller.is(Role.SYSTEM, Role.SHARING_UNIT, Role.SHARING_HEAD);
    }

    Optional<MonitoringRun> find(String id) {
        return graph.query(FIND).bind(id).to("id").fetch().one().map(MonitoringRun::of);
    }

    /** {@return the last runs, the newest first; none for those who may not count warnings} */
    List<MonitoringRun> newest(Caller caller, int most) {
        if (!counts(caller)) {
            return List.of();
        }
        return graph.query(NEWEST).bind(most).to("most").fetch().all().stream()
                .map(MonitoringRun::of)
                .toList();
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }
}
