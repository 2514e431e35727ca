package org.lianji.agencies;

/**
 * Who applies, and who may act for them.
 *
 * @param person token
 * @param deputies who acts for them
 */
public record Applicant(String person, Deputies deputies) {

    /** {@return somebody who applies by themself, or at an officer's} */
    public static Applicant self(String person) {
        return new Applicant(person, Deputies.NOBODY);
    }
}
