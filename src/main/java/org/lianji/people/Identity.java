package org.lianji.people;

/**
 * A person by a valid ID number.
 *
 * @param hash keyed hash of the number
 * @param number the number itself, for the person's own node only
 */
public record Identity(String hash, String number) {

    /** Without the number, so that none ends in a log. */
    @Override
    public String toString() {
        return "Identity[" + hash + "]";
    }
}
