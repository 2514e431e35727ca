package org.lianji.monitoring;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.database.Fragment;
import org.lianji.database.MutationCall;
import org.lianji.paging.ListSource;
import org.lianji.paging.Stretch;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.lianji.procedure.TransitionInput;
import org.lianji.rules.Finding;
import org.lianji.rules.Rule;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Warnings: raised and withdrawn by the hub, taken on by officers. */
@Component
final class Warnings {

    /** Until somebody has taken it on. */
    static final String CLAIM_CLOCK = "WARNING_CLAIM";

    /** Until somebody was at the door. */
    static final String VERIFY_CLOCK = "WARNING_VERIFY";

    /** Until what was decided is done and said. */
    static final String DISPOSE_CLOCK = "WARNING_FEEDBACK";

    /** What was withdrawn was settled by nobody. */
    private static final String KNOWN =
            """
            UNWIND $keys AS key
            MATCH (m:Warning {key: key}) WHERE m.state <> 'WITHDRAWN'
            RETURN m.key AS key, coalesce(m.openKey IS NOT NULL, false) AS open, m.digests AS digests
            """;

    private static final String UNFOUND =
            """
            MATCH (m:Warning) WHERE m.rule = $rule AND m.openKey IS NOT NULL AND NOT m.openKey IN $found
              AND m.state IN $states
            MATCH (m)-[:WARNS]->(p:Person) WHERE $persons IS NULL OR p.id IN $persons
            RETURN m.id AS id
            """;

    private static final String UNCLAIMED =
            """
            MATCH (m:Warning) WHERE m.state IN ['RAISED', 'PUSHED'] AND m.assigned = 'TOWNSHIP'
            MATCH (d:Deadline {code: 'WARNING_CLAIM'})-[:OF]->(m) WHERE d.endedOn IS NULL AND d.due < $today
            RETURN m.id ORDER BY d.due LIMIT 1000
            """;

    /** Until what is done is fed back a family is missed, or its help wrong. */
    private static final String UNSETTLED =
            """
            MATCH (m:Warning) WHERE m.openKey IS NOT NULL AND m.state <> 'FED_BACK' AND m.kind IN $kinds AND %s
            RETURN m.rule AS rule, collect(m.id) AS warnings
            """;

    /** Until it is confirmed: what was confirmed is settled by people. */
    static final List<String> WITHDRAWABLE =
            WarningTransition.WITHDRAW.row().from().stream().map(Enum::name).toList();

    private final Neo4jClient graph;
    private final Procedures<WarningState, WarningTransition, Warning> matters;
    private final WarningFlow flow;
    private final ProcedureKernel kernel;
    private final String lead;

    Warnings(Neo4jClient graph, WarningFlow flow, ProcedureKernel kernel, Catalogue catalogue) {
        this.graph = graph;
        this.matters = kernel.of(flow);
        this.flow = flow;
        this.kernel = kernel;
        this.lead = catalogue.lead();
    }

    /**
     * {@return how many of the findings are new warnings: none is open about them, and they have a
     * fact that no settled one knew}
     */
    long raise(Rule rule, List<Finding> findings) {
        Map<String, Known> known = known(rule, findings);
        return findings.stream()
                .filter(
                        one ->
                                !known.getOrDefault(
                                                Warning.key(rule.code(), one.subject()),
                                                Known.NOTHING)
                                        .covers(one))
                .filter(one -> raised(rule, one))
                .count();
    }

    private boolean raised(Rule rule, Finding finding) {
        Warning.On on =
                new Warning.On(
                        rule.code(),
                        rule.version(),
                        rule.level(),
                        rule.kind(),
                        finding.subject(),
                        Stream.concat(finding.places().stream(), Regions.WHOLE.reversed().stream())
                                .distinct()
                                .toList(),
                        finding.digests(),
                        finding.person(),
                        finding.household(),
                        finding.records());
        Warning.Handler handler = new Warning.Handler(lead, rule.assigned(), null, null);
        try {
            matters.beginByHub(
                    WarningTransition.RAISE,
                    begun -> new Warning(begun, on, handler, Warning.Outcome.NONE));
            return true;
        } catch (DataIntegrityViolationException raisedMeanwhile) {
            return false;
        }
    }

    /** What is known of a subject: whether a warning is open, and the facts of all. */
    private record Known(boolean open, Set<String> digests) {

        static final Known NOTHING = new Known(false, Set.of());

        boolean covers(Finding finding) {
            return open || digests.containsAll(finding.digests());
        }

        Known and(Known other) {
            Set<String> all = new HashSet<>(digests);
            all.addAll(other.digests);
            return new Known(open || other.open, all);
        }
    }

    private Map<String, Known> known(Rule rule, List<Finding> findings) {
        Map<String, Known> known = new HashMap<>();
        graph.query(KNOWN)
                .bind(
                        findings.stream()
                                .map(one -> Warning.key(rule.code(), one.subject()))
                                .toList())
                .to("keys")
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(
                        row ->
                                known.merge(
                                        row.get("key").asString(),
                                        new Known(
                                                row.get("open").asBoolean(),
                                                Set.copyOf(
                                                        row.get("digests")
                                                                .asList(Value::asString))),
                                        Known::and));
        return known;
    }

    /**
     * {@return those of the rule that are not confirmed yet, about these people, and were not
     * found}
     *
     * @param found their keys
     * @param persons tokens; null for everybody
     */
    Collection<String> unfound(
            Rule rule, Collection<String> found, @Nullable Collection<String> persons) {
        return graph.query(UNFOUND)
                .bind(rule.code())
                .to("rule")
                .bind(List.copyOf(found))
                .to("found")
                .bind(WITHDRAWABLE)
                .to("states")
                .bind(persons == null ? null : List.copyOf(persons))
                .to("persons")
                .fetchAs(String.class)
                .all();
    }

    /** {@return the warning, whoever asks: for the hub itself} */
    Optional<Warning> ofHub(String id) {
        return matters.find(id);
    }

    /** {@return whether the warning, whose facts are gone, is withdrawn} */
    boolean withdraw(Warning warning) {
        return matters.advance(WarningTransition.WITHDRAW, warning, one -> one).isPresent();
    }

    Optional<Warning> find(Caller caller, String id) {
        return matters.find(caller, id);
    }

    /**
     * Which warnings a caller asks for; null asks for all.
     *
     * @param region code of a region in which they lie
     * @param mine only those that the caller has taken on
     * @param open only those with which somebody is still to do something
     */
    record Filter(
            @Nullable WarningState state,
            Rule.@Nullable Level level,
            Rule.@Nullable Kind kind,
            @Nullable String rule,
            @Nullable String region,
            boolean mine,
            boolean open) {

        Fragment which(Caller caller) {
            Fragment which =
                    equal("level", level)
                            .and(equal("kind", kind))
                            .and(equal("rule", rule))
                            .and(Procedures.within(region));
            which = mine ? which.and(equal("client", caller.client())) : which;
            return open ? which.and(Fragment.of("m.openKey IS NOT NULL")) : which;
        }

        private static Fragment equal(String property, @Nullable Object value) {
            return switch (value) {
                case null -> Fragment.TRUE;
                case Enum<?> choice -> equal(property, choice.name());
                default -> Fragment.of("m.%1$s = $%1$s".formatted(property), property, value);
            };
        }
    }

    /** {@return the warnings of the caller's region, the newest first} */
    ListSource<Warning> listing(Caller caller, Filter filter) {
        return matters.listing(caller, filter.which(caller), filter.state());
    }

    /**
     * {@return identifiers by rule: those of the department that leads of which nobody has fed back
     * what was done, and that the caller may know of}
     *
     * @param kinds of rules
     * @param region code of a region in which they lie; null for all
     */
    Map<String, List<String>> unsettled(
            Caller caller, Collection<Rule.Kind> kinds, @Nullable String region) {
        if (!caller.department().equals(lead)) {
            return Map.of();
        }
        Fragment which =
                flow.visible(kernel.actor(caller))
                        .and(Fragment.of("m.department = $lead", "lead", lead))
                        .and(Procedures.within(region));
        Map<String, List<String>> warnings = new TreeMap<>();
        graph.query(UNSETTLED.formatted(which.text()))
                .bindAll(which.parameters())
                .bind(kinds.stream().map(Enum::name).toList())
                .to("kinds")
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(
                        row ->
                                warnings.put(
                                        row.get("rule").asString(),
                                        row.get("warnings").asList(id -> id.asString())));
        return warnings;
    }

    /** {@return of these all that the caller may know of} */
    List<Warning> all(Caller caller, Collection<String> ids) {
        return matters.listing(caller, Fragment.of("m.id IN $listed", "listed", ids), null)
                .read(Stretch.start(ids.size()));
    }

    /** {@return the warning, pushed to a level of the regions} */
    Warning push(MutationCall call, Reason stated, TransitionInput step, Rule.Assignment to) {
        return matters.take(
                call,
                stated,
                WarningTransition.PUSH,
                step,
                one -> one.with(new Warning.Handler(one.handler().department(), to, null, null)));
    }

    /** {@return the warning, taken on by the caller, with the basis that it is read on} */
    Warning claim(MutationCall call, Reason stated, TransitionInput step) {
        String client = call.caller().client();
        Warning taken =
                matters.take(
                        call,
                        stated,
                        WarningTransition.CLAIM,
                        step,
                        one -> one.with(one.handler().taken(client)));
        return ofHub(taken.id()).orElse(taken);
    }

    /** {@return warnings that nobody in their township has taken on in time, the latest first} */
    List<Warning> unclaimed(LocalDate today) {
        return graph.query(UNCLAIMED).bind(today).to("today").fetchAs(String.class).all().stream()
                .flatMap(id -> ofHub(id).stream())
                .filter(one -> one.overdue(today))
                .toList();
    }

    /** {@return whether the warning is the county's now} */
    boolean escalate(Warning warning) {
        Warning.Handler county =
                new Warning.Handler(
                        warning.handler().department(), Rule.Assignment.COUNTY, null, null);
        return matters.advance(WarningTransition.ESCALATE, warning, one -> one.with(county))
                .isPresent();
    }

    /**
     * {@return the warning, free for another to take on}
     *
     * @param how HAND_BACK, by who has it, or RECALL, from them
     */
    Warning release(MutationCall call, Reason stated, WarningTransition how, TransitionInput step) {
        return matters.take(call, stated, how, step, one -> one.with(one.handler().taken(null)));
    }

    /** {@return the warning, which was none} */
    Warning dismiss(
            MutationCall call, Reason stated, TransitionInput step, Warning.FalseAlarm why) {
        return matters.take(
                call,
                stated,
                WarningTransition.DISMISS,
                step,
                one -> one.with(new Warning.Outcome(null, null, why)));
    }

    /**
     * {@return the warning, with what is to be done}
     *
     * @param to the department it goes to, where it is transferred
     */
    Warning dispose(
            MutationCall call,
            Reason stated,
            TransitionInput step,
            Rule.Disposal disposal,
            @Nullable String to) {
        if (disposal != Rule.Disposal.TRANSFER && to != null) {
            throw new Problem(WarningCode.TRANSFER_ONLY);
        }
        if (disposal == Rule.Disposal.TRANSFER
                && (to == null || to.equals(call.caller().department()))) {
            throw new Problem(WarningCode.NO_SUCH_DEPARTMENT);
        }
        return matters.take(
                call,
                stated,
                WarningTransition.DISPOSE,
                step,
                one -> one.with(new Warning.Outcome(disposal, to, null)));
    }
}
