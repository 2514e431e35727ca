package org.lianji.query;

import org.lianji.people.IdentityHash;
import org.lianji.platform.Digests;

import java.util.Base64;
import java.util.stream.IntStream;

/**
 * Blurs what is published, by the cell-key method (Fraser and Wooton 2005; Thompson, Broadfoot and
 * Elazar 2013): each person has a random key for life, and the sum of the keys of those who are
 * counted decides by a fixed table how the count is blurred, so that asking again, or otherwise,
 * gives nothing new. That alone tells by any difference between two answers that the two sets
 * differ; a second layer, decided by the set and the conditions together, blurs two questions about
 * the same people differently, too (sticky layers: Francis, Probst Eide and Munz 2017).
 */
final class StatisticsNoise {

    /** How often, of 256, a count is blurred by -2 to 2 for whom it counts. */
    static final int[] OF_PEOPLE = {36, 60, 64, 60, 36};

    /** How often, of 256, it is blurred by -5 to 5 for whom it counts under which conditions. */
    static final int[] OF_CONDITIONS = {8, 16, 22, 28, 34, 40, 34, 28, 22, 16, 8};

    /** A count is blurred by no more. */
    static final int BOUND = OF_PEOPLE.length / 2 + OF_CONDITIONS.length / 2;

    /** A sum is blurred by up to that much of what one person gives to it, for whom it counts. */
    static final double SHARE_OF_PEOPLE = 0.5;

    /** And by up to that much for the conditions. */
    static final double SHARE_OF_CONDITIONS = 1;

    private final IdentityHash hash;
    private final String conditions;
    private final String sum;

    /**
     * @param hash keyed, so that nobody can work the noise out
     * @param conditions the same text for the same conditions
     * @param sum what is summed up
     */
    StatisticsNoise(IdentityHash hash, String conditions, String sum) {
        this.hash = hash;
        this.conditions = Digests.hex(conditions);
        this.sum = sum;
    }

    /** {@return what is added to a count, 0 on average} */
    int ofCount(long key) {
        return drawn(OF_PEOPLE, random("count", key))
                + drawn(OF_CONDITIONS, random("count " + conditions, key));
    }

    /** {@return what share of the largest contribution is added to a sum, 0 on average} */
    double ofSum(long key) {
        return SHARE_OF_PEOPLE * share(random("sum " + sum, key))
                + SHARE_OF_CONDITIONS * share(random("sum " + sum + " " + conditions, key));
    }

    private byte[] random(String layer, long key) {
        return Base64.getDecoder().decode(hash.of("statistics " + layer + " " + key));
    }

    private static int drawn(int[] table, byte[] random) {
        int left = Byte.toUnsignedInt(random[0]);
        int drawn = 0;
        while (left >= table[drawn]) {
            left -= table[drawn++];
        }
        return drawn - table.length / 2;
    }

    /** One of 65,536 shares between -1 and 1, as many below 0 as above. */
    private static double share(byte[] random) {
        int place = IntStream.of(0, 1).map(i -> Byte.toUnsignedInt(random[i]) << (8 * i)).sum();
        return (2 * place - 65_535) / 65_536.0;
    }
}
