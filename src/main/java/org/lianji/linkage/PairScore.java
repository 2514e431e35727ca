package org.lianji.linkage;

import java.util.List;
import java.util.Map;

/** Judges single pairs by a model, for those who have found them by keys of their own. */
public final class PairScore {

    private final Model model;
    private final List<String> columns;

    private PairScore(Model model) {
        this.model = model;
        this.columns = List.copyOf(model.columns());
    }

    /** How likely two rows are one person's. */
    public enum Likelihood {
        CERTAIN,
        POSSIBLE,
        NONE
    }

    /**
     * @param bits for one person, those of the prior among them
     * @param likelihood by the thresholds of the model
     */
    public record Score(double bits, Likelihood likelihood) {}

    /**
     * {@return the scores of a model}
     *
     * @param text a model in YAML
     * @throws IllegalArgumentException when it is none, saying where and what is expected
     */
    public static PairScore of(String text, String name) {
        return new PairScore(ModelFile.parsed(text, name));
    }

    /** {@return the score of two rows, by column; a column that one of them lacks says nothing} */
    public Score of(Map<String, String> one, Map<String, String> other) {
        Table table =
                new Table(
                        columns,
                        List.of(new Table.Row(0, 1, cells(one)), new Table.Row(0, 2, cells(other))),
                        1);
        double bits = new Linkage(table, model).bits(0, 1);
        return new Score(bits, likelihood(bits));
    }

    private Likelihood likelihood(double bits) {
        if (bits >= model.same()) {
            return Likelihood.CERTAIN;
        }
        return bits >= model.possible() ? Likelihood.POSSIBLE : Likelihood.NONE;
    }

    private List<String> cells(Map<String, String> row) {
        return columns.stream().map(column -> row.getOrDefault(column, "")).toList();
    }
}
