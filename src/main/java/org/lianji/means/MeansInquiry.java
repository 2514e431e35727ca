package org.lianji.means;

import java.util.List;

/**
 * Whose means are checked.
 *
 * @param number of the case
 * @param consentNo number of the written consent
 * @param places codes of the regions that the family lives in, the smallest first
 * @param persons tokens of the family
 */
public record MeansInquiry(
        String number, String consentNo, List<String> places, List<String> persons) {

    public MeansInquiry {
        places = List.copyOf(places);
        persons = List.copyOf(persons);
    }
}
