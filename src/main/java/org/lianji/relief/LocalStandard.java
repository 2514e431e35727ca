package org.lianji.relief;

import org.lianji.items.Yuan;
import org.lianji.rules.RuleParameter;
import org.lianji.rules.RuleParameters;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A month's minimum-living standard: dated, of the smallest region that has its own. */
@Component
final class LocalStandard {

    private static final String NAME = "STANDARD_MONTH";

    private final RuleParameters parameters;

    LocalStandard(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * {@return the standard, in fen}
     *
     * @param places codes of regions, the smallest first
     */
    long of(List<String> places, LocalDate day) {
        List<RuleParameter> standards =
                parameters.asOf(day).stream().filter(one -> one.name().equals(NAME)).toList();
        return Stream.concat(places.stream(), Stream.of(RuleParameters.EVERYWHERE))
                .flatMap(place -> standards.stream().filter(one -> one.region().equals(place)))
                .findFirst()
                .map(one -> Yuan.fen(new BigDecimal(one.value())))
                .orElseThrow();
    }
}
