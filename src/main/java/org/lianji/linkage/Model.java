package org.lianji.linkage;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that decides whether two rows are one person's.
 *
 * @param name what it is for
 * @param version of the model; a trained one is the next
 * @param trained what it learnt from, in words
 * @param id the column by which a row is named; empty where it has none
 * @param features the columns compared
 * @param prior share of all pairs that are one person's
 * @param same bits, with those of the prior, from which a pair is linked
 * @param possible bits from which a person should look at it
 * @param blocking which pairs are compared; none means all
 * @param largestBlock rows; blocks beyond are left out
 * @param oneToOne whether a row of the one file has at most one in the other
 */
record Model(
        String name,
        int version,
        String trained,
        String id,
        List<Feature> features,
        double prior,
        double same,
        double possible,
        List<BlockingRule> blocking,
        int largestBlock,
        boolean oneToOne) {

    /** {@return bits for one person before anything is compared} */
    double priorBits() {
        return Math.log(prior / (1 - prior)) / Math.log(2);
    }

    /** {@return every column that it needs} */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        features.forEach(one -> columns.add(one.column()));
        blocking.forEach(rule -> rule.keys().forEach(key -> columns.add(key.column())));
        return columns;
    }

    /** {@return the model with that column for the name of a row; as it is where none is said} */
    Model named(String column) {
        return column.isEmpty()
                ? this
                : new Model(
                        name,
                        version,
                        trained,
                        column,
                        without(column),
                        prior,
                        same,
                        possible,
                        blocking,
                        largestBlock,
                        oneToOne);
    }

    private List<Feature> without(String column) {
        return features.stream().filter(one -> !one.column().equals(column)).toList();
    }

    Model learnt(String from, List<Feature> features, double prior) {
        return new Model(
                name,
                version + 1,
                from,
                id,
                features,
                prior,
                same,
                possible,
                blocking,
                largestBlock,
                oneToOne);
    }

    Model judging(double same, double possible, boolean oneToOne) {
        return new Model(
                name,
                version,
                trained,
                id,
                features,
                prior,
                same,
                possible,
                blocking,
                largestBlock,
                oneToOne);
    }
}
