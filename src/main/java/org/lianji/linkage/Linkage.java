package org.lianji.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Links the rows of a table by a model. */
final class Linkage implements Partition.Judgement {

    private static final double CERTAIN = 3;
    private static final double SELDOM = 0.05;
    private static final double LOG_2 = Math.log(2);

    private final Table table;
    private final Model model;
    private final Records records;
    private final double[][] weights;
    private final double priorBits;
    private long compared;

    /**
     * What was found.
     *
     * @param table the rows in the order that the pairs and the groups mean
     * @param pairs those that are linked or possible, strongest first
     * @param groups of each row
     * @param compared how many pairs
     * @param leftOut blocks that were too large
     */
    record Result(
            Table table,
            Model model,
            List<Partition.Pair> pairs,
            int[] groups,
            long compared,
            int leftOut) {

        /** {@return the name of the row: its identifier, or its number} */
        String id(Table.Row row) {
            int column = table.column(model.id());
            return column < 0 ? Integer.toString(row.number()) : row.cells().get(column);
        }

        /** {@return all pairs within groups; of two files, those across} */
        List<Partition.Pair> linked(Linkage linkage) {
            List<List<Integer>> members = new ArrayList<>();
            groupsInto(members);
            List<Partition.Pair> linked = new ArrayList<>();
            for (List<Integer> group : members) {
                for (int i = 0; i < group.size(); i++) {
                    for (int j = i + 1; j < group.size(); j++) {
                        add(linked, linkage, group.get(i), group.get(j));
                    }
                }
            }
            return linked;
        }

        private void add(List<Partition.Pair> linked, Linkage linkage, int one, int other) {
            boolean within = table.rows().get(one).file() == table.rows().get(other).file();
            if (table.files() == 1 || !within) {
                linked.add(new Partition.Pair(one, other, linkage.bits(one, other)));
            }
        }

        private void groupsInto(List<List<Integer>> members) {
            for (int row = 0; row < groups.length; row++) {
                members.add(new ArrayList<>());
                members.get(groups[row]).add(row);
            }
        }
    }

    Linkage(Table table, Model model) {
        this.table = table.ordered();
        this.model = model;
        this.records = new Records(this.table, model.features());
        this.priorBits = model.priorBits();
        this.weights = new double[model.features().size()][];
        for (int i = 0; i < weights.length; i++) {
            Feature feature = model.features().get(i);
            weights[i] = new double[feature.levels().size()];
            for (int level = 0; level < weights[i].length; level++) {
                weights[i][level] = feature.weight(level);
            }
        }
    }

    /** {@return the model, trained on the table without labels} */
    static Model trained(Model model, Table table) {
        Model learnt = Estimation.learn(model, table.ordered());
        if (table.files() == 1) {
            return learnt;
        }
        return learnt.judging(
                learnt.same(), learnt.possible(), new Linkage(table, learnt).oneToOne());
    }

    /** Whether hardly a row has two certain partners: the files have each person once. */
    private boolean oneToOne() {
        int[] partners = new int[records.size()];
        for (Partition.Pair pair : pairs(Candidates.of(table, model))) {
            if (pair.bits() >= CERTAIN) {
                partners[pair.one()]++;
                partners[pair.other()]++;
            }
        }
        long some = Arrays.stream(partners).filter(count -> count > 0).count();
        long several = Arrays.stream(partners).filter(count -> count > 1).count();
        return several <= SELDOM * some;
    }

    Result link() {
        Candidates candidates = Candidates.of(table, model);
        List<Partition.Pair> pairs = pairs(candidates);
        int[] groups = Partition.of(records.size(), pairs, model.same(), this);
        return new Result(table, model, pairs, groups, compared, candidates.leftOut());
    }

    private List<Partition.Pair> pairs(Candidates candidates) {
        List<Found> parts = candidates.forEach(Found::new);
        List<Partition.Pair> pairs = new ArrayList<>();
        parts.forEach(part -> pairs.addAll(part.pairs));
        pairs.sort(
                Comparator.comparingDouble(Partition.Pair::bits)
                        .reversed()
                        .thenComparingInt(Partition.Pair::one)
                        .thenComparingInt(Partition.Pair::other));
        compared = parts.stream().mapToLong(part -> part.compared).sum();
        return pairs;
    }

    private final class Found implements Candidates.Sink {

        private final List<Partition.Pair> pairs = new ArrayList<>();
        private long compared;

        @Override
        public void pair(int one, int other) {
            compared++;
            double bits = bits(one, other);
            if (bits >= Math.min(model.possible(), model.same())) {
                pairs.add(new Partition.Pair(one, other, bits));
            }
        }
    }

    @Override
    public double bits(int one, int other) {
        long pattern = records.pattern(one, other);
        double bits = priorBits;
        for (int i = 0; i < weights.length; i++) {
            int level = Records.level(pattern, i);
            if (level != Records.MISSING) {
                bits += weights[i][level];
                if (level == 0 && model.features().get(i).frequencies()) {
                    bits -= Math.log(records.usualness(i, one)) / LOG_2;
                }
            }
        }
        return bits;
    }

    @Override
    public boolean excluded(int one, int other) {
        boolean within = table.rows().get(one).file() == table.rows().get(other).file();
        return within && table.files() > 1 && model.oneToOne() || records.excluded(one, other);
    }
}
