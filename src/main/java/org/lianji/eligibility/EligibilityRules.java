package org.lianji.eligibility;

import org.lianji.catalogue.Catalogue;
import org.lianji.people.Regions;
import org.lianji.rules.RuleFile;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules that there are, one file a region and day under {@code schema/eligibility}. */
@Component
final class EligibilityRules {

    private final List<EligibilityRule> all;

    EligibilityRules(Catalogue catalogue) {
        this.all =
                RuleFile.matching("eligibility/*.yaml").stream()
                        .map(file -> EligibilityReader.read(file, catalogue))
                        .toList();
        long days = all.stream().map(one -> one.region() + one.from()).distinct().count();
        if (days < all.size()) {
            throw new IllegalStateException(
                    "schema/eligibility: two files are for one region and day");
        }
    }

    /**
     * {@return by which rules the day is judged: those of the smallest region around the place, and
     * of them the newest}
     *
     * @param place code of 12 digits
     */
    Optional<EligibilityRule> asOf(String place, LocalDate day) {
        return all.stream()
                .filter(one -> place.startsWith(Regions.prefix(one.region())))
                .filter(one -> !one.from().isAfter(day))
                .max(
                        Comparator.comparing(
                                        (EligibilityRule one) ->
                                                Regions.prefix(one.region()).length())
                                .thenComparing(EligibilityRule::from));
    }
}
