package org.lianji.families;

import org.jspecify.annotations.Nullable;
import org.lianji.access.AccessPolicy;
import org.lianji.access.Grant;
import org.lianji.access.PopulationScope;
import org.lianji.access.ReadPurpose;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.people.BlurredCount;
import org.lianji.people.DatedRelations;
import org.lianji.people.IdentityHash;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.lianji.rules.RuleScope;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the families of each group and layer. Exactly for officers of the department that leads,
 * in their region, of what their own grants show; for others as that department may read, on the
 * last day of the month before, and blurred.
 */
@Component
final class GroupBoards {

    /** What says that somebody is in a group. */
    private static final List<HelpSource> SOURCES =
            Stream.of(HelpSource.values()).filter(GroupMembership::comesOf).toList();

    /** Where somebody lives or, where nobody knows, is registered; the same of families. */
    private static final String RECORDS =
            """
            MATCH (f:Record&`%s`)-[:ABOUT]->(p:Person) WHERE %s
            CALL (p) {
              OPTIONAL MATCH (p)-[_at:RESIDES_IN|REGISTERED_IN]->(_place:Region) WHERE %s
              RETURN _place ORDER BY type(_at) DESC LIMIT 1
            }
            WITH f, p, _place WHERE all(_code IN $regions WHERE _code IN $whole OR EXISTS { (_place)-[:PART_OF*0..4]->(:Region {code: _code}) })
            CALL (p) {
              OPTIONAL MATCH (p)-[_m:MEMBER_OF]->(_home:Household) WHERE %s
              RETURN _home ORDER BY _home.kind, _home.id LIMIT 1
            }
            RETURN coalesce(_home.id, p.id) AS family, p.id AS person, %s AS record
            """;

    private final Neo4jClient graph;
    private final AccessPolicy policy;
    private final Catalogue catalogue;
    private final IdentityHash hash;
    private final Clock clock;
    private final Regions regions;
    private final Caller hub;

    GroupBoards(
            Neo4jClient graph,
            AccessPolicy policy,
            Catalogue catalogue,
            IdentityHash hash,
            Clock clock,
            Regions regions) {
        this.graph = graph;
        this.policy = policy;
        this.catalogue = catalogue;
        this.hash = hash;
        this.clock = clock;
        this.regions = regions;
        this.hub =
                new Caller(
                        catalogue.lead(),
                        "hub",
                        Set.of(Role.SYSTEM),
                        Regions.WHOLE.getLast(),
                        null);
    }

    /**
     * {@return the board of a region; the caller's own, or one in it}
     *
     * @param region code; null for the caller's own
     * @throws org.lianji.platform.Problem BOARD_REGION
     */
    GroupBoard of(Caller caller, @Nullable String region) {
        BoardScope asked = BoardScope.of(caller, region, catalogue.lead(), regions);
        LocalDate today = LocalDate.now(clock);
        LocalDate day = asked.exact() ? today : today.withDayOfMonth(1).minusDays(1);
        RuleScope scope = scope(asked.exact() ? caller : hub);
        Set<String> hidden =
                scope.missing().stream()
                        .map(item -> item.split("\\.")[0])
                        .collect(Collectors.toSet());
        Map<String, List<HelpRecord>> families = new HashMap<>();
        SOURCES.stream()
                .filter(source -> !hidden.contains(source.name()))
                .forEach(
                        source ->
                                read(
                                        source,
                                        scope,
                                        List.of(asked.own(), asked.region()),
                                        today,
                                        families));
        return board(
                new GroupBoard(
                        asked.region(), day, asked.exact(), scope.missing(), List.of(), List.of()),
                families);
    }

    private RuleScope scope(Caller reader) {
        SortedMap<String, SortedMap<String, Set<PopulationScope>>> whom = new TreeMap<>();
        for (HelpSource source : SOURCES) {
            Grant grant = policy.grant(reader, new ReadPurpose(Purpose.C, null), category(source));
            SortedMap<String, Set<PopulationScope>> shown = new TreeMap<>();
            source.dated().forEach(item -> shown.put(item, grant.clear(item)));
            if (shown.isEmpty()) {
                shown.put("", grant.whom());
            }
            whom.put(source.name(), shown);
        }
        return new RuleScope(whom, null, PopulationScope.ANYONE);
    }

    private Category category(HelpSource source) {
        return catalogue.category(source.name()).orElseThrow();
    }

    private void read(
            HelpSource source,
            RuleScope scope,
            List<String> regions,
            LocalDate today,
            Map<String, List<HelpRecord>> families) {
        Map<String, Object> values = new HashMap<>(scope.values(today));
        values.put("regions", regions);
        values.put("whole", Regions.WHOLE);
        graph.query(
                        RECORDS.formatted(
                                category(source).type(),
                                scope.judged("p", Set.of(source.name())),
                                DatedRelations.held("_at"),
                                DatedRelations.held("_m"),
                                source.dates("f")))
                .bindAll(values)
                .fetchAs(Record.class)
                .mappedBy((_, row) -> row)
                .all()
                .forEach(
                        row ->
                                families.computeIfAbsent(
                                                row.get("family").asString(),
                                                _ -> new ArrayList<>())
                                        .add(
                                                HelpRecord.of(
                                                        row.get("person").asString(),
                                                        row.get("record").asMap())));
    }

    private GroupBoard board(GroupBoard empty, Map<String, List<HelpRecord>> families) {
        Map<MonitoredGroup, Set<String>> inGroups = new HashMap<>();
        Map<AssistanceLayer, Set<String>> inLayers = new HashMap<>();
        families.forEach(
                (family, records) -> {
                    Set<MonitoredGroup> groups =
                            GroupMembership.on(empty.asOf(), records).stream()
                                    .map(GroupMembership::group)
                                    .collect(Collectors.toSet());
                    groups.forEach(group -> put(inGroups, group, family));
                    groups.stream()
                            .map(MonitoredGroup::layer)
                            .min(Comparator.naturalOrder())
                            .ifPresent(layer -> put(inLayers, layer, family));
                });
        return new GroupBoard(
                empty.region(),
                empty.asOf(),
                empty.exact(),
                empty.missing(),
                Stream.of(MonitoredGroup.values())
                        .map(
                                group ->
                                        new GroupBoard.OfGroup(
                                                group,
                                                shows(group, empty.missing())
                                                        ? BlurredCount.ofFamilies(
                                                                hash,
                                                                inGroups.getOrDefault(
                                                                        group, Set.of()),
                                                                empty.exact())
                                                        : null))
                        .toList(),
                Stream.of(AssistanceLayer.values())
                        .map(
                                layer ->
                                        new GroupBoard.OfLayer(
                                                layer,
                                                BlurredCount.ofFamilies(
                                                        hash,
                                                        inLayers.getOrDefault(layer, Set.of()),
                                                        empty.exact())))
                        .toList());
    }

    private static boolean shows(MonitoredGroup group, Collection<String> missing) {
        return SOURCES.stream()
                .filter(source -> GroupMembership.makes(source, group))
                .noneMatch(
                        source ->
                                missing.stream().anyMatch(item -> item.startsWith(source.name())));
    }

    private static <K> void put(Map<K, Set<String>> families, K key, String family) {
        families.computeIfAbsent(key, _ -> new TreeSet<>()).add(family);
    }
}
