package org.lianji.statistics;

import org.lianji.people.IdentityHash;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Blurs what is published, so that asking again, or otherwise, gives nothing new.
 *
 * <p>Standing layers belong to the figure, whoever is in it: one for each part of its name (static
 * layers: Francis, Probst Eide and Munz 2017). Whoever subtracts one figure from another, in
 * however many tables, is left with the layer of what makes the two differ; no padding averages it
 * away, and no day does.
 *
 * <p>Two more belong to the people that are counted, by the cell-key method (Fraser and Wooton
 * 2005; Thompson, Broadfoot and Elazar 2013): each person has a random key for life, and the sum of
 * the keys decides by a fixed table. So a figure that changes does not tell by how much it did.
 */
final class StatisticsNoise {

    /** How often, of 256, each standing layer is -7 to 7. */
    static final int[] OF_FIGURE = {4, 8, 12, 16, 20, 24, 28, 32, 28, 24, 20, 16, 12, 8, 4};

    /** How often, of 256, a count is blurred by -2 to 2 for whom it counts. */
    static final int[] OF_PEOPLE = {36, 60, 64, 60, 36};

    /** How often, of 256, it is blurred by -5 to 5 for whom it counts in which figure. */
    static final int[] OF_PEOPLE_IN_FIGURE = {8, 16, 22, 28, 34, 40, 34, 28, 22, 16, 8};

    /** A sum is blurred by up to that much of what one person gives to it, for whom it counts. */
    static final double SHARE_OF_PEOPLE = 0.5;

    /** And by up to that much for whom it counts in which figure. */
    static final double SHARE_OF_PEOPLE_IN_FIGURE = 1;

    private final IdentityHash hash;
    private final String sum;
    private final Map<StatisticsFigure, Integer> standing = new HashMap<>();

    /**
     * @param hash keyed, so that nobody can work the noise out
     * @param sum what is summed up
     */
    StatisticsNoise(IdentityHash hash, String sum) {
        this.hash = hash;
        this.sum = sum;
    }

    /** {@return how much a count is off at most} */
    static int bound(StatisticsFigure figure) {
        return figure.layers().size() * reach(OF_FIGURE)
                + reach(OF_PEOPLE)
                + reach(OF_PEOPLE_IN_FIGURE);
    }

    /**
     * {@return what is added to a count, 0 on average}
     *
     * @param key sum of the keys of those counted
     */
    int ofCount(StatisticsFigure figure, long key) {
        return standing(figure)
                + drawn(OF_PEOPLE, random("count " + key))
                + drawn(OF_PEOPLE_IN_FIGURE, random("count " + key + " " + figure.name()));
    }

    /**
     * {@return what is added to a sum, 0 on average}: the standing layers are as many people with
     * what one gives on average, so that sums tell no more than counts
     *
     * @param cell of which
     */
    double ofSum(StatisticsFigure figure, StatisticsCell cell) {
        String people = "sum " + sum + " " + cell.key();
        return standing(figure) * cell.average()
                + SHARE_OF_PEOPLE * cell.most() * share(random(people))
                + SHARE_OF_PEOPLE_IN_FIGURE
                        * cell.most()
                        * share(random(people + " " + figure.name()));
    }

    private int standing(StatisticsFigure figure) {
        return figure.layers().stream()
                .mapToInt(
                        layer ->
                                standing.computeIfAbsent(
                                        layer,
                                        _ -> drawn(OF_FIGURE, random("figure " + layer.name()))))
                .sum();
    }

    private byte[] random(String layer) {
        return Base64.getDecoder().decode(hash.of("statistics " + layer));
    }

    private static int drawn(int[] table, byte[] random) {
        int left = Byte.toUnsignedInt(random[0]);
        int drawn = 0;
        while (left >= table[drawn]) {
            left -= table[drawn++];
        }
        return drawn - reach(table);
    }

    private static int reach(int[] table) {
        return table.length / 2;
    }

    /** One of 65,536 shares between -1 and 1, as many below 0 as above. */
    private static double share(byte[] random) {
        int place = IntStream.of(0, 1).map(i -> Byte.toUnsignedInt(random[i]) << (8 * i)).sum();
        return (2 * place - 65_535) / 65_536.0;
    }
}
