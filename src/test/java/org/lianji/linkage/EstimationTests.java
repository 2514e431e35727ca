package org.lianji.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Expectation and maximisation find the shares that pairs were drawn by. */
class EstimationTests {

    private static final double[] M = {0.92, 0.8, 0.95, 0.7, 0.85};
    private static final double[] U = {0.01, 0.05, 0.1, 0.002, 0.02};
    private static final double PRIOR = 0.01;
    private static final int PAIRS = 400_000;
    private static final double MISSING = 0.2;

    @Test
    void findsTheSharesAndThePriorThatPairsWereDrawnBy() {
        Estimation.Learnt learnt = estimation(MISSING).learnt(0.1);
        assertThat(learnt.prior()).isCloseTo(PRIOR, within(0.0005));
        for (int i = 0; i < M.length; i++) {
            assertThat(learnt.features().get(i).m().getFirst()).isCloseTo(M[i], within(0.02));
            assertThat(learnt.features().get(i).u().getFirst()).isCloseTo(U[i], within(0.002));
        }
    }

    @Test
    void doesNotDependOnWhereItStarts() {
        assertThat(estimation(0).learnt(0.2).prior())
                .isCloseTo(estimation(0).learnt(0.001).prior(), within(1e-5));
    }

    private static Estimation estimation(double missing) {
        SplittableRandom dice = new SplittableRandom(11);
        Map<Long, Integer> patterns = new HashMap<>();
        double[][] all = new double[M.length][2];
        for (int n = 0; n < PAIRS; n++) {
            boolean one = dice.nextDouble() < PRIOR;
            long pattern = 0;
            for (int i = 0; i < M.length; i++) {
                boolean absent = dice.nextDouble() < missing;
                int level = dice.nextDouble() < (one ? M : U)[i] ? 0 : 1;
                pattern |= (absent ? (long) Records.MISSING : level) << i * Records.WIDTH;
                all[i][level] += absent ? 0 : 1;
            }
            patterns.merge(pattern, 1, Integer::sum);
        }
        return new Estimation(features(), patterns, all, PAIRS);
    }

    private static List<Feature> features() {
        return List.of("a", "b", "c", "d", "e").stream()
                .map(name -> Feature.untrained(name, new FieldComparator.Exact(), null, false))
                .toList();
    }
}
