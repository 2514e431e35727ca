package org.lianji.projects;

import org.lianji.charity.HelpKind;
import org.lianji.statistics.PublicCount;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Help that people have confirmed, in the order in which they did: told in parts behind each of
 * which there are ten families, so that the difference of two disclosures is nobody's.
 *
 * @param kind of help
 * @param quantity in the kind's unit
 * @param families at least so many, in whole tens
 * @param pairings identifiers, which are told of once
 */
record GivenHelp(HelpKind kind, long quantity, int families, List<String> pairings) {

    GivenHelp {
        pairings = List.copyOf(pairings);
    }

    /**
     * One delivery.
     *
     * @param pairing identifier
     * @param kind of help
     * @param quantity in its unit
     * @param person token
     */
    record Delivery(String pairing, HelpKind kind, int quantity, String person) {}

    /**
     * {@return what may be told of deliveries of one kind; the rest waits for more}
     *
     * @param some in the order in which they were confirmed
     * @param family what all of a person's family have in common
     */
    static GivenHelp of(HelpKind kind, List<Delivery> some, UnaryOperator<String> family) {
        Set<String> part = new HashSet<>();
        List<String> told = new ArrayList<>();
        List<String> open = new ArrayList<>();
        long quantity = 0;
        long waiting = 0;
        int families = 0;
        for (Delivery one : some) {
            part.add(family.apply(one.person()));
            open.add(one.pairing());
            waiting += one.quantity();
            if (part.size() == PublicCount.LEAST) {
                families += PublicCount.LEAST;
                quantity += waiting;
                told.addAll(open);
                part.clear();
                open.clear();
                waiting = 0;
            }
        }
        return new GivenHelp(kind, quantity, families, told);
    }
}
