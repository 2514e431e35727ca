package org.lianji.matching;

import java.util.Arrays;

/** Which offer serves which need. */
public final class Assignment {

    /** In the place of an offer's number: no offer. */
    public static final int NONE = -1;

    private final int[] offers;
    private final boolean best;

    /**
     * @param offers for each need the place of its offer, or {@link #NONE}
     * @param best whether nothing better exists, as proven
     */
    Assignment(int[] offers, boolean best) {
        this.offers = offers.clone();
        this.best = best;
    }

    /** {@return the place of the offer that serves the need, or {@link #NONE}} */
    public int offer(int need) {
        return offers[need];
    }

    /** {@return whether the need is served} */
    public boolean serves(int need) {
        return offers[need] != NONE;
    }

    /** {@return whether nothing better exists, as proven} */
    public boolean best() {
        return best;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Assignment one
                && one.best == best
                && Arrays.equals(one.offers, offers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(offers);
    }

    @Override
    public String toString() {
        return Arrays.toString(offers);
    }
}
