package org.lianji.rounds;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What a round found, as far as its reader may see.
 *
 * @param day of the round
 * @param at when it was through
 * @param best whether nothing better exists, as proven
 * @param counties of the reader's region
 */
record MatchingRound(LocalDate day, ZonedDateTime at, boolean best, List<RoundCounty> counties) {

    private static final double THOUSAND = 1_000.0;

    MatchingRound {
        counties = List.copyOf(counties);
    }

    /**
     * @param region code of the county
     * @param needs that were open
     * @param served for which there is an offer
     * @param unserved why not, and how many
     */
    record RoundCounty(String region, int needs, int served, List<UnservedCause> unserved) {

        RoundCounty {
            unserved = List.copyOf(unserved);
        }

        double share() {
            return needs == 0 ? 1 : rounded((double) served / needs);
        }
    }

    /**
     * @param why in a word
     * @param count how many
     */
    record UnservedCause(String why, int count) {}

    int needs() {
        return counties.stream().mapToInt(RoundCounty::needs).sum();
    }

    int served() {
        return counties.stream().mapToInt(RoundCounty::served).sum();
    }

    double leastShare() {
        return counties.stream().mapToDouble(RoundCounty::share).min().orElse(1);
    }

    double meanShare() {
        return rounded(counties.stream().mapToDouble(RoundCounty::share).average().orElse(1));
    }

    private static double rounded(double share) {
        return Math.round(share * THOUSAND) / THOUSAND;
    }
}
