package org.lianji.means;

import java.util.List;

/**
 * Whose means are checked.
 *
 * @param number of the case
 * @param consentNo number of the written consent
 * @param places codes of the regions that the family lives in, the smallest first
 * @param persons tokens of the family
 * @param ofSpending whether nothing is asked that has a limit, as what the family earns and owns is
 *     known to be little (民政部、财政部关于进一步健全完善临时救助制度的意见, 2026)
 */
public record MeansInquiry(
        String number,
        String consentNo,
        List<String> places,
        List<String> persons,
        boolean ofSpending) {

    public MeansInquiry {
        places = List.copyOf(places);
        persons = List.copyOf(persons);
    }

    boolean asks(MeansSource source) {
        return !ofSpending || !source.limits();
    }
}
