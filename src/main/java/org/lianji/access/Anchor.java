package org.lianji.access;

import org.lianji.catalogue.Purpose;

import java.util.Map;

/**
 * Whom an object of a flow is about, and why its reader may look at them.
 *
 * @param basis on which they are read
 * @param purpose for which, where the request states none
 * @param tokens identifiers of persons, households or records, by the object's field
 */
public record Anchor(String basis, Purpose purpose, Map<String, String> tokens) {

    public Anchor {
        tokens = Map.copyOf(tokens);
    }
}
