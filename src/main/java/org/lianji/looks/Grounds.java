package org.lianji.looks;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The bases that looks are bound to, as far as the person who reads of the looks goes. */
public interface Grounds {

    /**
     * {@return identifiers of the bases whose looks are hidden from the persons then}
     *
     * @param at when somebody reads of looks
     */
    Set<String> hidden(Instant at);

    /**
     * {@return identifiers of the bases on which nobody should have looked, as was judged, and
     * whose looks are no longer hidden then: they show, for however long they were to be hidden}
     *
     * @param at when somebody reads of looks
     */
    Set<String> unfounded(Instant at);

    /**
     * {@return those of the bases that a department's client opened on its word}
     *
     * @param bases identifiers
     */
    Set<String> declared(Collection<String> bases);

    /**
     * {@return why emergencies were judged as they were, by basis}
     *
     * @param bases identifiers
     */
    Map<String, Judgement> judged(Collection<String> bases);

    /**
     * @param note why
     * @param digest SHA-256 of the verdict with it, as the chain has it
     */
    record Judgement(String note, String digest) {}
}
