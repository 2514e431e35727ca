package org.lianji.eligibility;

import org.apache.commons.numbers.fraction.BigFraction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a county has set for its urban or its rural residents, from a day on.
 *
 * @param county code of 12 digits
 * @param area URBAN or RURAL
 * @param from first day on which it holds
 * @param monthly minimum living standard a person and month, in fen
 * @param depositMonths most deposits a head, in months of the standard
 * @param vehicles most motor vehicles
 * @param homes most homes
 * @param wageDeduction share of wages that working costs
 * @param oldAge age from which a member counts as old
 * @param oldUplift share of the standard that is added for an old member
 * @param minorUplift the same for a member under 18
 * @param severelyDisabledUplift the same for a severely disabled member
 * @param seriouslyIllUplift the same for a seriously ill member
 * @param disposableIncome of residents a head in the year before, in fen
 * @param rigidShare share of its income from which on a family's rigid expenditure is too much
 * @param reviewMonths months between two reviews
 * @param workingReviewMonths the same where somebody is able to work
 * @param document what sets it
 */
public record LocalStandard(
        String county,
        String area,
        LocalDate from,
        long monthly,
        int depositMonths,
        int vehicles,
        int homes,
        BigDecimal wageDeduction,
        int oldAge,
        BigDecimal oldUplift,
        BigDecimal minorUplift,
        BigDecimal severelyDisabledUplift,
        BigDecimal seriouslyIllUplift,
        long disposableIncome,
        BigDecimal rigidShare,
        int reviewMonths,
        int workingReviewMonths,
        String document) {

    /** {@return by name, what rules read of it: money in yuan} */
    Map<String, Object> values() {
        return Map.ofEntries(
                Map.entry("monthly", Decimals.ofFen(monthly)),
                Map.entry("depositMonths", (long) depositMonths),
                Map.entry("vehicles", (long) vehicles),
                Map.entry("homes", (long) homes),
                Map.entry("wageDeduction", share(wageDeduction)),
                Map.entry("oldAge", (long) oldAge),
                Map.entry("oldUplift", share(oldUplift)),
                Map.entry("minorUplift", share(minorUplift)),
                Map.entry("severelyDisabledUplift", share(severelyDisabledUplift)),
                Map.entry("seriouslyIllUplift", share(seriouslyIllUplift)),
                Map.entry("disposableIncome", Decimals.ofFen(disposableIncome)),
                Map.entry("rigidShare", share(rigidShare)),
                Map.entry("reviewMonths", (long) reviewMonths),
                Map.entry("workingReviewMonths", (long) workingReviewMonths));
    }

    private static BigFraction share(BigDecimal share) {
        return Decimals.of(share);
    }
}
