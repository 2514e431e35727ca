package org.lianji.means;

import java.time.LocalDate;
import java.util.List;

/**
 * What a source outside has answered; about whom it says nothing it could not answer.
 *
 * @param persons a sum each
 */
public record OutsideAnswer(List<PersonSum> persons) {

    public OutsideAnswer {
        persons = List.copyOf(persons);
    }

    /**
     * @param ref as the inquiry calls them
     * @param fen how much, nought where there is nothing
     * @param asOf as of which day
     */
    public record PersonSum(String ref, long fen, LocalDate asOf) {}
}
