package org.lianji.linkage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rows are one person's, by the answers that come with a file; figures against them. */
final class Truth {

    private final String[] persons;
    private final Map<String, Integer> sizes = new HashMap<>();

    Truth(String[] persons) {
        this.persons = persons;
        for (String person : persons) {
            sizes.merge(person, 1, Integer::sum);
        }
    }

    /** How well pairs or groups are found. */
    record Figures(double precision, double recall) {

        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }

        @Override
        public String toString() {
            return "%.4f | %.4f | %.4f".formatted(precision, recall, f1());
        }
    }

    boolean same(Partition.Pair pair) {
        return persons[pair.one()].equals(persons[pair.other()]);
    }

    double pairs() {
        return sizes.values().stream().mapToDouble(size -> size * (size - 1) / 2.0).sum();
    }

    Figures of(List<Partition.Pair> linked) {
        double right = linked.stream().filter(this::same).count();
        return new Figures(linked.isEmpty() ? 1 : right / linked.size(), right / pairs());
    }

    /** The best that any threshold gives: what a linker does whose user knows the answers. */
    Figures best(List<Partition.Pair> scored) {
        List<Partition.Pair> strongest =
                scored.stream().sorted((a, b) -> Double.compare(b.bits(), a.bits())).toList();
        Figures best = new Figures(0, 0);
        double right = 0;
        for (int i = 0; i < strongest.size(); i++) {
            right += same(strongest.get(i)) ? 1 : 0;
            boolean last =
                    i + 1 == strongest.size()
                            || strongest.get(i + 1).bits() < strongest.get(i).bits();
            Figures here = new Figures(right / (i + 1), right / pairs());
            best = last && here.f1() > best.f1() ? here : best;
        }
        return best;
    }

    /**
     * B cubed: for each row, how much of its group is its person's, and how much of the person's is
     * in it.
     */
    Figures cubed(int[] groups) {
        Map<Integer, Integer> groupSizes = new HashMap<>();
        Map<String, Integer> common = new HashMap<>();
        for (int row = 0; row < groups.length; row++) {
            groupSizes.merge(groups[row], 1, Integer::sum);
            common.merge(groups[row] + "/" + persons[row], 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        for (int row = 0; row < groups.length; row++) {
            double both = common.get(groups[row] + "/" + persons[row]);
            precision += both / groupSizes.get(groups[row]);
            recall += both / sizes.get(persons[row]);
        }
        return new Figures(precision / groups.length, recall / groups.length);
    }

    /** {@return how many of the pairs that are one person's are compared at all} */
    double reached(Candidates candidates) {
        Set<Long> seen = new HashSet<>();
        Candidates.Sink sink =
                (one, other) -> {
                    if (same(new Partition.Pair(one, other, 0))) {
                        synchronized (seen) {
                            seen.add((long) one << Integer.SIZE | other);
                        }
                    }
                };
        candidates.forEach(() -> sink);
        return seen.size() / pairs();
    }
}
