package org.lianji.boards;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.families.BoardScope;
import org.lianji.monitoring.WarningDirectory;
import org.lianji.people.BlurredCount;
import org.lianji.people.IdentityHash;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Counts who is on the lists. Exactly for officers who see the warnings, in their region; others
 * learn of the months that are over what can't be about anybody.
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
        ZonedDateTime before = scope.before(clock);
        Map<String, List<String>> missed =
                warnings.families(FamilyLists.MISSED, scope.own(), scope.region(), before);
        Map<String, List<String>> wrong =
                warnings.families(FamilyLists.WRONG, scope.own(), scope.region(), before);
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
