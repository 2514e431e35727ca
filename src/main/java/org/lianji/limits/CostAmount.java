package org.lianji.limits;

import java.math.BigInteger;

/**
 * What a part of an operation comes to.
 *
 * @param cost fields of all objects
 * @param parts fields of the statement, which is as long for one object as for many
 * @param counts what a list that is asked for in this place takes to be counted, whatever the size
 *     of its pages
 */
record CostAmount(long cost, long parts, long counts) {

    private static final long MOST = 1L << 40;

    static final CostAmount NONE = new CostAmount(0, 0, 0);
    static final CostAmount ONE = new CostAmount(1, 1, 0);

    CostAmount and(CostAmount other) {
        return new CostAmount(
                Math.min(MOST, cost + other.cost),
                Math.min(MOST, parts + other.parts),
                Math.min(MOST, counts + other.counts));
    }

    CostAmount times(long objects, long branches) {
        return new CostAmount(
                product(product(cost, objects), branches),
                product(parts, branches),
                product(product(counts, objects), branches));
    }

    /** {@return what so many rows of such a list come to} */
    CostAmount rows(long size) {
        return new CostAmount(Math.min(MOST, product(cost, size) + counts), parts, 0);
    }

    private static long product(long number, long times) {
        return BigInteger.valueOf(number)
                .multiply(BigInteger.valueOf(times))
                .min(BigInteger.valueOf(MOST))
                .longValueExact();
    }
}
