package org.lianji.merges;

import java.util.Collection;

/**
 * A flow in which a person, or a family, has one open matter of a kind at a time. It stays so when
 * two persons become one, and when they become two again. Works in the transaction of the decision.
 */
public interface UniqueMatters {

    /**
     * {@return of what both have one open, or one has while the other is helped, though one person
     * can't: the matter's type and kind, such as {@code Case MINIMUM_LIVING}}
     *
     * @param kept token of who goes on
     * @param merged token of who is merged into them
     */
    Collection<String> inBoth(String kept, String merged);

    /** Settles by itself what needs no officer, before the two become one. */
    default void makeWay(String kept, String merged) {}

    /**
     * Keys what is open by whom it is about now.
     *
     * @param persons tokens of who goes on, and of who does so again
     */
    void rekey(Collection<String> persons);
}
