package org.lianji.paging;

import org.lianji.platform.Caller;

import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Objects of one type that {@code node} finds, for whoever may see them where they are listed.
 *
 * @param type its name in the schema
 * @param letters first letters of the objects' identifiers
 * @param find answers the object of an identifier, where the caller may see it
 */
public record Nodes(String type, String letters, BiFunction<Caller, String, Optional<?>> find) {

    /** {@return whether it may be one of these that the identifier is of} */
    public boolean begin(String id) {
        return !id.isEmpty() && letters.indexOf(id.charAt(0)) >= 0;
    }
}
