package org.lianji.people;

import java.util.List;

/**
 * News that two numbers were found to be one person's, or two persons' again; its subject is the
 * matter that decided it.
 *
 * @param persons tokens of both
 */
public record PersonsMerged(List<String> persons) {

    public static final String KIND = "PersonsMerged";

    public PersonsMerged {
        persons = List.copyOf(persons);
    }
}
