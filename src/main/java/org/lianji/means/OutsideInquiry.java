package org.lianji.means;

import java.util.List;

/**
 * What leaves the hub: who, by number, and under which consent. Neither names nor the hub's own
 * tokens do.
 *
 * @param requestNo number of the case
 * @param consentNo number of the written consent
 * @param persons whom it is about
 */
public record OutsideInquiry(String requestNo, String consentNo, List<Subject> persons) {

    public OutsideInquiry {
        persons = List.copyOf(persons);
    }

    /**
     * @param ref what the answer calls them by
     * @param idNumber ID number
     */
    public record Subject(String ref, String idNumber) {

        @Override
        public String toString() {
            return ref;
        }
    }
}
