package org.lianji.assistance;

import org.lianji.people.IdentityHash;
import org.lianji.people.Regions;
import org.lianji.rules.RuleParameters;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Which applications for extreme hardship support the county looks into itself: not less than three
 * of ten of what is reported to it in a year (特困人员认定办法 §16). Each is drawn by the hub's key and its
 * own identifier, so that nobody chooses it, nobody foresees that it won't be, and it can be drawn
 * again to be proved; where fewer than that were drawn by chance, the next one is.
 */
@Component
final class RandomRechecks {

    /** Of a hundred, by county. */
    static final String SHARE = "EXTREME_RECHECK_SHARE";

    private static final double ALL = 100;

    private static final String DRAW =
            """
            MERGE (d:RecheckDraw {key: $county + '|' + $year})
            ON CREATE SET d.reported = 0, d.drawn = 0
            SET d.reported = d.reported + 1
            WITH d, $chance < $share OR d.drawn < $share * d.reported AS drawn
            SET d.drawn = d.drawn + CASE WHEN drawn THEN 1 ELSE 0 END
            RETURN drawn
            """;

    private final Neo4jClient graph;
    private final IdentityHash hash;
    private final RuleParameters parameters;
    private final Clock clock;

    RandomRechecks(Neo4jClient graph, IdentityHash hash, RuleParameters parameters, Clock clock) {
        this.graph = graph;
        this.hash = hash;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** {@return the case, drawn or not, once; as it is where it is of another kind} */
    Case drawn(Case one) {
        if (one.application().kind() != AssistanceKind.EXTREME_HARDSHIP
                || one.recheck().drawn() != null) {
            return one;
        }
        LocalDate today = LocalDate.now(clock);
        List<String> places = one.application().places();
        boolean drawn =
                graph.query(DRAW)
                        .bindAll(
                                Map.of(
                                        "county",
                                        Regions.county(places.getFirst()),
                                        "year",
                                        today.getYear(),
                                        "chance",
                                        hash.draw("recheck of " + one.id()),
                                        "share",
                                        parameters.whole(SHARE, places, today) / ALL))
                        .fetchAs(Boolean.class)
                        .one()
                        .orElseThrow();
        return one.with(new Case.Recheck(drawn, null));
    }
}
