package org.lianji.boards;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.families.BoardScope;
import org.lianji.monitoring.WarningDirectory;
import org.lianji.people.BlurredCount;
import org.lianji.people.IdentityHash;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.rules.Rule;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts who is on the lists. Exactly, and as the lists have them, for officers who see the
 * warnings, in their region; others learn of the months that are over what can't be about anybody.
 */
@Component
final class FamilyCounts {

    private static final String BELOW =
            """
            MATCH (:Region {code: $region})<-[:PART_OF]-(r:Region)
            RETURN r.code AS code, r.name AS name ORDER BY code
            """;

    private final WarningDirectory warnings;
    private final Neo4jClient graph;
    private final IdentityHash hash;
    private final Clock clock;
    private final Regions regions;
    private final String lead;

    FamilyCounts(
            WarningDirectory warnings,
            Neo4jClient graph,
            IdentityHash hash,
            Clock clock,
            Catalogue catalogue,
            Regions regions) {
        this.warnings = warnings;
        this.graph = graph;
        this.hash = hash;
        this.clock = clock;
        this.regions = regions;
        this.lead = catalogue.lead();
    }

    /**
     * {@return the figures of a region; the caller's own, or one in it}
     *
     * @param region code; null for the caller's own
     * @throws org.lianji.platform.Problem BOARD_REGION
     */
    FamilyFigures of(Caller caller, @Nullable String region) {
        BoardScope scope = BoardScope.of(caller, region, lead, regions);
        Map<String, List<String>> missed = families(caller, scope, FamilyLists.MISSED);
        Map<String, List<String>> wrong = families(caller, scope, FamilyLists.WRONG);
        return new FamilyFigures(
                scope.region(),
                scope.exact(),
                BlurredCount.ofFamilies(hash, all(missed), scope.exact()),
                BlurredCount.ofFamilies(hash, all(wrong), scope.exact()),
                below(scope.region()).stream()
                        .map(
                                row -> {
                                    String code = row.get("code").asString();
                                    return new FamilyFigures.OfRegion(
                                            code,
                                            row.get("name").asString(),
                                            BlurredCount.ofFamilies(
                                                    hash,
                                                    missed.getOrDefault(code, List.of()),
                                                    scope.exact()),
                                            BlurredCount.ofFamilies(
                                                    hash,
                                                    wrong.getOrDefault(code, List.of()),
                                                    scope.exact()));
                                })
                        .toList());
    }

    /**
     * Whom an officer sees is counted as they are listed: who shows to be of one family once, who
     * does not each for themself, so that no number tells who belongs together.
     */
    private Map<String, List<String>> families(
            Caller caller, BoardScope scope, Set<Rule.Kind> kinds) {
        return scope.exact()
                ? warnings.unsettled(caller, kinds, scope.region()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> below(one.place(), scope.region()),
                                        Collectors.mapping(
                                                WarningDirectory.WarningSight::family,
                                                Collectors.toList())))
                : warnings.families(kinds, scope.own(), scope.region(), scope.before(clock));
    }

    /** {@return the code of the region right below another in which a place lies, or that one} */
    private static String below(String place, String region) {
        List<String> up = Regions.upToProvince(place);
        int at = up.indexOf(region);
        return at > 0 ? up.get(at - 1) : region;
    }

    private static Collection<String> all(Map<String, List<String>> families) {
        return families.values().stream().flatMap(List::stream).toList();
    }

    /** All that there are, whether or not there is a family: that there is none is a count. */
    private List<Record> below(String region) {
        return List.copyOf(
                graph.query(BELOW)
                        .bind(region)
                        .to("region")
                        .fetchAs(Record.class)
                        .mappedBy((_, row) -> row)
                        .all());
    }
}
