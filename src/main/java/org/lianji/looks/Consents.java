package org.lianji.looks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** What a person's log must know of charities, and of what a person let them know. */
public interface Consents {

    /**
     * {@return the names of charities, by unified code}
     *
     * @param codes of whoever looked
     */
    Map<String, String> names(Collection<String> codes);

    /**
     * {@return what was consented to, by the basis that came of it}
     *
     * @param bases identifiers
     */
    Map<String, Consent> of(Collection<String> bases);

    /**
     * @param charity its unified code
     * @param until last day
     */
    record Consent(String charity, LocalDate until) {}
}
