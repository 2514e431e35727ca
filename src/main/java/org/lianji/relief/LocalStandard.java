package org.lianji.relief;

import org.lianji.eligibility.Eligibility;
import org.lianji.items.Yuan;
import org.lianji.rules.RuleParameter;
import org.lianji.rules.RuleParameters;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A month's minimum-living standard, as a cap of first help: what an officer has set for the
 * region, else the county's own of its areas the highest, since nobody asks at such a door who
 * lives in town; else that of everywhere.
 */
@Component
final class LocalStandard {

    private static final String NAME = "STANDARD_MONTH";

    private final RuleParameters parameters;
    private final Eligibility eligibility;

    LocalStandard(RuleParameters parameters, Eligibility eligibility) {
        this.parameters = parameters;
        this.eligibility = eligibility;
    }

    /**
     * {@return the standard, in fen}
     *
     * @param places codes of regions, the smallest first
     */
    long of(List<String> places, LocalDate day) {
        List<RuleParameter> set =
                parameters.asOf(day).stream().filter(one -> one.name().equals(NAME)).toList();
        return places.stream()
                .flatMap(place -> of(set, place))
                .findFirst()
                .or(() -> county(places, day))
                .or(() -> of(set, RuleParameters.EVERYWHERE).findFirst())
                .orElseThrow();
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
