package org.lianji.monitoring;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.families.BoardScope;
import org.lianji.people.IdentityHash;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.rules.Rule;
import org.lianji.rules.Rules;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Boards of warnings. Exact for officers of the department that answers for them, in their region;
 * others learn of the months that are over what can't be about anybody: who contributes a record
 * and sees one warning more would know what others know of its person.
 */
@Component
final class WarningBoards {

    private static final String COUNT =
            """
            MATCH (m:Warning) WHERE $own IN m.places AND $region IN m.places AND ($before IS NULL OR m.createdAt < $before)
            CALL (m) {
              MATCH (e:ProcedureEvent)-[:OF]->(m)
              RETURN min(CASE WHEN e.transition IN ['CONFIRM', 'DISMISS'] THEN e.at END) AS verdict,
                min(CASE WHEN e.transition = 'FEED_BACK' THEN e.at END) AS help
            }
            WITH m, m.createdAt.epochMillis AS at, verdict.epochMillis AS verdict, help.epochMillis AS help,
              EXISTS { (d:Deadline)-[:OF]->(m) WHERE d.endedOn IS NULL AND d.due < coalesce(d.pausedOn, $today) } AS overdue
            RETURN m.rule AS rule, m.level AS level, m.state AS state, overdue, count(*) AS warnings, sum(at) AS key,
              count(verdict) AS verdicts, sum(verdict - at) AS untilVerdict, count(help) AS helps, sum(help - at) AS untilHelp
            """;

    private final Neo4jClient graph;
    private final Rules rules;
    private final IdentityHash hash;
    private final Clock clock;
    private final Regions regions;
    private final String lead;

    WarningBoards(
            Neo4jClient graph,
            Rules rules,
            IdentityHash hash,
            Clock clock,
            Regions regions,
            Catalogue catalogue) {
        this.graph = graph;
        this.rules = rules;
        this.hash = hash;
        this.clock = clock;
        this.regions = regions;
        this.lead = catalogue.lead();
    }

    /**
     * {@return the board of a region; the caller's own, or one in it}
     *
     * @param region code; null for the caller's own
     * @throws org.lianji.platform.Problem BOARD_REGION
     */
    WarningBoard of(Caller caller, @Nullable String region) {
        BoardScope scope = BoardScope.of(caller, region, lead, regions);
        return board(scope.region(), counted(scope), scope.exact() ? null : hash);
    }

    private List<WarningTally.Group> counted(BoardScope scope) {
        Map<String, Object> values = new HashMap<>();
        values.put("own", scope.own());
        values.put("region", scope.region());
        values.put("today", LocalDate.now(clock));
        values.put("before", scope.before(clock));
        return List.copyOf(
                graph.query(COUNT)
                        .bindAll(values)
                        .fetchAs(WarningTally.Group.class)
                        .mappedBy((_, row) -> WarningTally.Group.of(row))
                        .all());
    }

    private WarningBoard board(
            String region, List<WarningTally.Group> groups, @Nullable IdentityHash blur) {
        WarningTally all = new WarningTally();
        groups.forEach(all::add);
        return new WarningBoard(
                region,
                blur == null,
                all.figures(blur, region),
                told(
                        groups,
                        group -> rules.rule(group.rule()).map(one -> one.kind().name()).orElse(""),
                        Stream.of(Rule.Kind.values()).map(Enum::name),
                        (kind, tally) ->
                                new WarningBoard.OfKind(
                                        Rule.Kind.valueOf(kind),
                                        tally.figures(blur, region + " " + kind))),
                told(
                        groups,
                        WarningTally.Group::level,
                        Stream.of(Rule.Level.values()).map(Enum::name),
                        (level, tally) ->
                                new WarningBoard.OfLevel(
                                        Rule.Level.valueOf(level),
                                        tally.figures(blur, region + " " + level))),
                told(
                        groups,
                        WarningTally.Group::state,
                        Stream.of(WarningState.values()).map(Enum::name),
                        (state, tally) ->
                                new WarningBoard.OfState(
                                        WarningState.valueOf(state),
                                        tally.warnings(blur, region + " " + state))),
                told(
                        groups,
                        WarningTally.Group::rule,
                        rules.all().stream().map(Rule::code),
                        (rule, tally) ->
                                new WarningBoard.OfRule(
                                        rule, tally.figures(blur, region + " " + rule))));
    }

    /** All that there can be, whether or not there are warnings: that there are none is a count. */
    private static <T> List<T> told(
            List<WarningTally.Group> groups,
            Function<WarningTally.Group, String> way,
            Stream<String> all,
            BiFunction<String, WarningTally, T> make) {
        Map<String, WarningTally> tallies = new LinkedHashMap<>();
        all.forEach(name -> tallies.put(name, new WarningTally()));
        groups.forEach(
                group ->
                        Objects.requireNonNullElseGet(
                                        tallies.get(way.apply(group)), WarningTally::new)
                                .add(group));
        return tallies.entrySet().stream()
                .map(one -> make.apply(one.getKey(), one.getValue()))
                .toList();
    }
}
