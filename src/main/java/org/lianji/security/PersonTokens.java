package org.lianji.security;

import java.util.Optional;

/** Finds a person's token for the hub's own token issuer, which exists in demo mode only. */
public interface PersonTokens {

    /**
     * {@return the token of the person with that number, if the hub knows them}
     *
     * @param idNumber checked
     */
    Optional<String> of(String idNumber);
}
