package org.lianji.monitoring;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.outbox.NewsFeed;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.rules.Rule;
import org.lianji.rules.RuleGrants;
import org.lianji.rules.RuleParameter;
import org.lianji.rules.RuleParameters;
import org.lianji.rules.Rules;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

import reactor.core.publisher.Flux;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules, what they take, how good they are, and runs over everybody. */
@Controller
final class RuleController {

    private static final int RUNS = 50;

    private static final String FIGURES =
            """
            MATCH (m:Warning) WHERE m.rule IN $rules
            RETURN m.rule AS rule, m.state AS state, count(*) AS warnings
            """;

    private final Rules rules;
    private final RuleParameters parameters;
    private final RuleGrants grants;
    private final MonitoringRuns runs;
    private final NewsFeed news;
    private final Neo4jClient graph;
    private final Clock clock;
    private final String lead;

    RuleController(
            Rules rules,
            RuleParameters parameters,
            RuleGrants grants,
            MonitoringRuns runs,
            NewsFeed news,
            Neo4jClient graph,
            Clock clock,
            Catalogue catalogue) {
        this.rules = rules;
        this.parameters = parameters;
        this.grants = grants;
        this.runs = runs;
        this.news = news;
        this.graph = graph;
        this.clock = clock;
        this.lead = catalogue.lead();
    }

    /** What a rule's warnings came to. */
    record Figures(
            long raised,
            long confirmed,
            long falseAlarms,
            long withdrawn,
            long open,
            long fedBack) {

        private static final Set<WarningState> CONFIRMED =
                Set.of(
                        WarningState.CONFIRMED,
                        WarningState.DISPOSED,
                        WarningState.FED_BACK,
                        WarningState.CLOSED);

        static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0);

        Figures plus(WarningState state, long more) {
            return new Figures(
                    raised + more,
                    confirmed + (CONFIRMED.contains(state) ? more : 0),
                    falseAlarms + (state == WarningState.FALSE_ALARM ? more : 0),
                    withdrawn + (state == WarningState.WITHDRAWN ? more : 0),
                    open + (state.open() ? more : 0),
                    fedBack
                            + (state == WarningState.FED_BACK || state == WarningState.CLOSED
                                    ? more
                                    : 0));
        }
    }

    @QueryMapping
    List<Rule> rules() {
        return rules.all();
    }

    @QueryMapping
    List<RuleParameter> ruleParameters(@Argument @Nullable LocalDate asOf) {
        return parameters.asOf(asOf == null ? LocalDate.now(clock) : asOf);
    }

    @SchemaMapping(typeName = "MonitoringRule")
    boolean running(Rule rule) {
        return grants.ofHub(rule).runs();
    }

    @SchemaMapping(typeName = "MonitoringRule")
    List<String> missing(Rule rule) {
        return grants.ofHub(rule).missing();
    }

    @BatchMapping(typeName = "MonitoringRule")
    Map<Rule, Figures> figures(List<Rule> some, GraphQLContext context) {
        if (!runs.counts(Caller.of(context))) {
            return Map.of();
        }
        Map<String, Figures> figures = new HashMap<>();
        graph.query(FIGURES)
                .bind(some.stream().map(Rule::code).toList())
                .to("rules")
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(
                        row ->
                                figures.merge(
                                        row.get("rule").asString(),
                                        Figures.NONE.plus(
                                                WarningState.valueOf(row.get("state").asString()),
                                                row.get("warnings").asLong()),
                                        RuleController::together));
        return some.stream()
                .collect(
                        Collectors.toMap(
                                rule -> rule,
                                rule -> figures.getOrDefault(rule.code(), Figures.NONE)));
    }

    private static Figures together(Figures one, Figures other) {
        return new Figures(
                one.raised + other.raised,
                one.confirmed + other.confirmed,
                one.falseAlarms + other.falseAlarms,
                one.withdrawn + other.withdrawn,
                one.open + other.open,
                one.fedBack + other.fedBack);
    }

    /** Codes of rules; none for all. */
    record RunInput(@Nullable List<String> rules) {}

    @MutationMapping
    MonitoringRun startMonitoringRun(
            @AuthenticationPrincipal Caller caller, @Argument RunInput input) {
        if (!caller.department().equals(lead)) {
            throw new Problem(WarningCode.LEAD_ONLY, Map.of("lead", lead));
        }
        return runs.begin(caller.client(), input.rules() == null ? List.of() : input.rules());
    }

    @QueryMapping
    @Nullable MonitoringRun monitoringRun(
            @AuthenticationPrincipal Caller caller, @Argument String id) {
        return runs.find(caller, id).orElse(null);
    }

    /**
     * A run as those who listen are told of it.
     *
     * @param cursor behind which one can go on listening
     * @param run as it is now
     */
    record RunProgress(String cursor, MonitoringRun run) {}

    @SubscriptionMapping
    Flux<RunProgress> monitoringRunChanged(
            @AuthenticationPrincipal Caller caller, DataFetchingEnvironment field) {
        return news.of(
                field,
                Set.of(MonitoringRuns.RunNews.KIND),
                MonitoringRuns.RunNews.KIND,
                (one, cursor) ->
                        runs.find(caller, one.subject()).map(run -> new RunProgress(cursor, run)),
                RunProgress::cursor);
    }

    @QueryMapping
    List<MonitoringRun> monitoringRuns(@AuthenticationPrincipal Caller caller) {
        return runs.newest(caller, RUNS);
    }

    @SchemaMapping(typeName = "MonitoringRun")
    long rulesDone(MonitoringRun run) {
        return run.done();
    }

    @SchemaMapping(typeName = "MonitoringRun")
    long done(MonitoringRun run) {
        return run.people();
    }

    @SchemaMapping(typeName = "MonitoringRun")
    @Nullable Double rate(MonitoringRun run) {
        double seconds = Duration.between(run.startedAt(), run.changedAt()).toMillis() / 1000.0;
        return seconds > 0 && run.people() > 0 ? run.people() / seconds : null;
    }

    @SchemaMapping(typeName = "MonitoringRun")
    @Nullable ZonedDateTime eta(MonitoringRun run) {
        Double rate = rate(run);
        return rate == null || run.state() == MonitoringRun.State.COMPLETE
                ? null
                : run.changedAt()
                        .plusSeconds(Math.round(Math.max(0, run.total() - run.people()) / rate));
    }
}
