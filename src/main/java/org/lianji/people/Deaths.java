package org.lianji.people;

/**
 * Who has died: by a certificate of death (WJ01, whose day is shared without conditions) or a
 * cremation (MZ11, civil affairs' own). Why a registration was cancelled (GA02) is told to those
 * alone who have agreed on it, and rules warn of it.
 */
public final class Deaths {

    private Deaths() {}

    /**
     * {@return the condition that somebody has died}
     *
     * @param person a variable of the statement
     */
    public static String of(String person) {
        return "EXISTS { (%s)<-[:ABOUT]-(:DeathCertificate|Cremation) }".formatted(person);
    }
}
