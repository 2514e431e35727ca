package org.lianji.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Learns m, u and the prior without labels: expectation and maximisation over the patterns in which
 * pairs agree. Pairs that are not compared count as pairs of two persons.
 */
final class Estimation {

    private static final int SAMPLE = 1_000_000;
    private static final int ROUNDS = 200;
    private static final double SETTLED = 1e-7;
    private static final double SMALLEST = 1e-12;
    private static final long SEED = 20_250_801L;

    private final List<Feature> features;
    private final Map<Long, Integer> patterns;
    private final double pairs;
    private final double[][] random;

    /**
     * @param patterns in how many compared pairs each stands
     * @param random for each feature, how many of all pairs stand at each level, by a sample
     * @param pairs all of them
     */
    Estimation(
            List<Feature> features, Map<Long, Integer> patterns, double[][] random, double pairs) {
        this.features = features;
        this.patterns = patterns;
        this.random = random;
        this.pairs = pairs;
    }

    /** Counts patterns. */
    static final class Counts implements Candidates.Sink {

        private final Records records;
        private final Map<Long, Integer> patterns = new HashMap<>();

        Counts(Records records) {
            this.records = records;
        }

        @Override
        public void pair(int one, int other) {
            patterns.merge(records.pattern(one, other), 1, Integer::sum);
        }
    }

    /** {@return the model, having learnt from that table} */
    static Model learn(Model model, Table table) {
        Records records = new Records(table, model.features());
        Candidates candidates = Candidates.of(table, model);
        Map<Long, Integer> patterns = new HashMap<>();
        for (Counts part : candidates.forEach(() -> new Counts(records))) {
            part.patterns.forEach((pattern, count) -> patterns.merge(pattern, count, Integer::sum));
        }
        double[][] random = random(table, records, model.features());
        Learnt learnt =
                new Estimation(model.features(), patterns, random, table.pairs())
                        .learnt(model.prior());
        long compared = patterns.values().stream().mapToLong(Integer::intValue).sum();
        String from =
                "%d rows, %d pairs compared of %.0f, %d rounds, no labels"
                        .formatted(records.size(), compared, table.pairs(), learnt.rounds());
        return model.learnt(from, learnt.features(), learnt.prior());
    }

    /**
     * What was learnt.
     *
     * @param prior share of all pairs that are one person's
     */
    record Learnt(List<Feature> features, double prior, int rounds) {}

    private static double[][] random(Table table, Records records, List<Feature> features) {
        double[][] counts = zeros(features);
        double all = table.pairs();
        double sampled = 0;
        SplittableRandom dice = new SplittableRandom(SEED);
        boolean few = all <= SAMPLE;
        int size = records.size();
        for (long n = 0; few ? n < (long) size * size : sampled < SAMPLE; n++) {
            int one = few ? (int) (n / size) : dice.nextInt(size);
            int other = few ? (int) (n % size) : dice.nextInt(size);
            boolean across =
                    table.files() == 1
                            || table.rows().get(one).file() != table.rows().get(other).file();
            if (one == other || !across || few && one > other) {
                continue;
            }
            add(counts, records.pattern(one, other), 1);
            sampled++;
        }
        for (double[] levels : counts) {
            for (int level = 0; level < levels.length; level++) {
                levels[level] *= all / sampled;
            }
        }
        return counts;
    }

    private static double[][] zeros(List<Feature> features) {
        return features.stream()
                .map(one -> new double[one.levels().size()])
                .toArray(double[][]::new);
    }

    private static void add(double[][] counts, long pattern, double weight) {
        for (int feature = 0; feature < counts.length; feature++) {
            int level = Records.level(pattern, feature);
            if (level != Records.MISSING) {
                counts[feature][level] += weight;
            }
        }
    }

    Learnt learnt(double start) {
        double prior = start;
        double[][] m = zeros(features);
        for (int i = 0; i < features.size(); i++) {
            for (int level = 0; level < m[i].length; level++) {
                m[i][level] = features.get(i).m().get(level);
            }
        }
        double[][] u = shares(random, pairs / SAMPLE);
        int round = 0;
        double moved = 1;
        while (round < ROUNDS && moved > SETTLED) {
            double[][] linked = zeros(features);
            double expected = 0;
            double[][] weights = weights(m, u);
            for (Map.Entry<Long, Integer> one : patterns.entrySet()) {
                double sure = one.getValue() * probability(one.getKey(), weights, prior);
                expected += sure;
                add(linked, one.getKey(), sure);
            }
            double next = Math.max(expected, 1) / (pairs + 1);
            double[][] nextM = shares(linked, 0.5);
            moved = Math.abs(next - prior) / prior + distance(m, nextM);
            m = nextM;
            u = shares(minus(random, linked), Math.max(0.5, pairs / SAMPLE / 2));
            prior = next;
            round++;
        }
        return new Learnt(features(m, u), prior, round);
    }

    /** Of each level; a little is added to each, so that nothing is impossible. */
    private static double[][] shares(double[][] counts, double added) {
        double[][] shares = new double[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            double sum = 0;
            for (double count : counts[i]) {
                sum += count + added;
            }
            shares[i] = new double[counts[i].length];
            for (int level = 0; level < shares[i].length; level++) {
                shares[i][level] = (counts[i][level] + added) / sum;
            }
        }
        return shares;
    }

    private static double[][] minus(double[][] all, double[][] some) {
        double[][] rest = new double[all.length][];
        for (int i = 0; i < all.length; i++) {
            rest[i] = new double[all[i].length];
            for (int level = 0; level < rest[i].length; level++) {
                rest[i][level] = Math.max(0, all[i][level] - some[i][level]);
            }
        }
        return rest;
    }

    private static double[][] weights(double[][] m, double[][] u) {
        double[][] weights = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            weights[i] = new double[m[i].length];
            for (int level = 0; level < weights[i].length; level++) {
                weights[i][level] =
                        Math.log(Math.max(m[i][level], SMALLEST) / Math.max(u[i][level], SMALLEST));
            }
        }
        return weights;
    }

    private static double probability(long pattern, double[][] weights, double prior) {
        double sum = Math.log(prior / (1 - prior));
        for (int i = 0; i < weights.length; i++) {
            int level = Records.level(pattern, i);
            sum += level == Records.MISSING ? 0 : weights[i][level];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static double distance(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int level = 0; level < a[i].length; level++) {
                sum += Math.abs(a[i][level] - b[i][level]);
            }
        }
        return sum;
    }

    private List<Feature> features(double[][] m, double[][] u) {
        List<Feature> learnt = new ArrayList<>();
        for (int i = 0; i < m.length; i++) {
            learnt.add(features.get(i).with(list(m[i]), list(u[i])));
        }
        return learnt;
    }

    private static List<Double> list(double[] shares) {
        return java.util.Arrays.stream(shares).boxed().toList();
    }
}
