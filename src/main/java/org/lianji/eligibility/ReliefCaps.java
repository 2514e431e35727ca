package org.lianji.eligibility;

import org.jspecify.annotations.Nullable;
import org.lianji.items.Yuan;
import org.lianji.rules.RuleParameter;
import org.lianji.rules.RuleParameters;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How much temporary relief there may be, in months of the minimum-living standard: of a matter
 * about which a case conference has decided as much as that (民政部、财政部关于进一步健全完善临时救助制度的意见, 2026). The
 * standard is what an officer has set for the region, else the county's own of its areas the
 * highest, since nobody asks at such a door who lives in town; else that of everywhere.
 */
@Component
public final class ReliefCaps {

    private static final String NAME = "STANDARD_MONTH";
    private static final String MOST = "RELIEF_MONTHS";

    private static final String CONFERENCE =
            "MATCH (c:Conference {matter: $matter, state: 'DECIDED'}) WHERE c.allowed IS NOT NULL"
                    + " RETURN c.allowed AS most, c.allowedBy AS rule ORDER BY c.changedAt DESC,"
                    + " c.id LIMIT 1";

    private final Neo4jClient graph;
    private final RuleParameters parameters;
    private final Eligibility eligibility;

    ReliefCaps(Neo4jClient graph, RuleParameters parameters, Eligibility eligibility) {
        this.graph = graph;
        this.parameters = parameters;
        this.eligibility = eligibility;
    }

    /**
     * {@return the standard of a month, in fen}
     *
     * @param places codes of the regions that somebody is in, the smallest first
     */
    public long standard(List<String> places, LocalDate day) {
        List<RuleParameter> set =
                parameters.asOf(day).stream().filter(one -> one.name().equals(NAME)).toList();
        return places.stream()
                .flatMap(place -> of(set, place))
                .findFirst()
                .or(() -> county(places, day))
                .or(() -> of(set, RuleParameters.EVERYWHERE).findFirst())
                .orElseThrow();
    }

    /**
     * How much the county lets be given.
     *
     * @param most in fen
     * @param rule by which a conference has decided so; null without one
     */
    public record Cap(long most, @Nullable String rule) {}

    /**
     * {@return the most that the county lets be given: what the last conference about it has
     * decided, be it more or less than without one}
     *
     * @param matter for which it is given
     */
    public Cap of(String matter, List<String> places, LocalDate day) {
        return graph.query(CONFERENCE)
                .bind(matter)
                .to("matter")
                .fetchAs(Cap.class)
                .mappedBy(
                        (_, row) ->
                                new Cap(row.get("most").asLong(), row.get("rule").asString(null)))
                .one()
                .orElseGet(
                        () ->
                                new Cap(
                                        standard(places, day) * parameters.whole(MOST, places, day),
                                        null));
    }

    private static Stream<Long> of(List<RuleParameter> set, String place) {
        return set.stream()
                .filter(one -> one.region().equals(place))
                .map(one -> Yuan.fen(new BigDecimal(one.value())));
    }

    private Optional<Long> county(List<String> places, LocalDate day) {
        OptionalLong highest = eligibility.highestStandard(places.getFirst(), day);
        return highest.isPresent() ? Optional.of(highest.getAsLong()) : Optional.empty();
    }
}
