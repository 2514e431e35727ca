package org.lianji.terms;

import org.lianji.platform.Caller;

/** Whose turn a transition is. */
public enum PartyRole {
    PROVIDER,
    CONSUMER,
    /** Either party. */
    PARTY,
    /** The department that leads social assistance. */
    LEAD,
    /** The hub itself, by the calendar. */
    HUB;

    /** {@return whether the caller's department stands on this side of the agreement} */
    public boolean has(Caller caller, Terms terms, String lead) {
        String department = caller.department();
        return switch (this) {
            case PROVIDER -> department.equals(terms.provider());
            case CONSUMER -> department.equals(terms.consumer());
            case PARTY -> PROVIDER.has(caller, terms, lead) || CONSUMER.has(caller, terms, lead);
            case LEAD -> department.equals(lead);
            case HUB -> false;
        };
    }
}
