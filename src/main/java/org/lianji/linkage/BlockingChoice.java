package org.lianji.linkage;

import org.jspecify.annotations.Nullable;
import org.lianji.linkage.BlockingRule.Form;
import org.lianji.linkage.BlockingRule.Key;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses blocking rules by how many pairs they leave: several, so that an error in one column
 * costs no pair.
 */
final class BlockingChoice {

    /** So few pairs are compared without any rule. */
    static final double FEW = 2_000_000;

    private static final int PAIRS_A_ROW = 60;
    private static final int LARGEST = 1_000;
    private static final int ENOUGH_KEYS = 20;
    private static final int SAMPLE = 20_000;

    private final Table table;
    private final List<Feature> features;
    private final double budget;
    private final List<Table.Row> sample;
    private final Map<Key, List<Set<String>>> parts = new HashMap<>();

    BlockingChoice(Table table, List<Feature> features) {
        this.table = table;
        this.sample = sample(table.ordered().rows());
        this.features = features;
        double all = Math.max(FEW, (double) PAIRS_A_ROW * table.rows().size());
        this.budget = all / Math.max(1, features.size());
    }

    private static List<Table.Row> sample(List<Table.Row> rows) {
        int step = (rows.size() + SAMPLE - 1) / SAMPLE;
        return IntStream.range(0, rows.size())
                .filter(at -> at % Math.max(1, step) == 0)
                .mapToObj(rows::get)
                .toList();
    }

    int largest() {
        return LARGEST;
    }

    /** {@return the rules} */
    List<BlockingRule> rules() {
        List<BlockingRule> rules = new ArrayList<>();
        for (Feature feature : features) {
            for (List<Key> keys : forms(feature)) {
                BlockingRule rule = fitting(feature, keys);
                if (rule != null) {
                    rules.add(rule);
                }
            }
        }
        return rules;
    }

    /**
     * The whole and one looser form of it, so that an error in the rest of a value costs no pair.
     */
    private static List<List<Key>> forms(Feature feature) {
        String column = feature.column();
        return switch (feature.comparator()) {
            case TextComparator _ ->
                    List.of(
                            List.of(Key.of(column, Form.SOUNDS)),
                            List.of(Key.of(column, Form.SAME)));
            case ChineseNameComparator _ ->
                    List.of(
                            List.of(Key.of(column, Form.SOUNDS)),
                            List.of(Key.of(column, Form.SAME)));
            case TokenComparator _ -> List.of(List.of(Key.of(column, Form.WORDS)));
            case FieldComparator.Exact _, FieldComparator.Amount _ -> List.of();
            case DateComparator _,
                    CodeComparator _,
                    CertificateComparator _,
                    FieldComparator.Place _ ->
                    List.of(List.of(Key.of(column, Form.SAME)));
        };
    }

    private @Nullable BlockingRule fitting(Feature feature, List<Key> keys) {
        BlockingRule alone = new BlockingRule(keys);
        double pairs = pairs(alone);
        if (pairs == 0) {
            return null;
        }
        if (pairs <= budget) {
            return alone;
        }
        BlockingRule best = null;
        double most = 0;
        for (Feature other : features) {
            Key second = coarse(other);
            if (second == null || other.equals(feature)) {
                continue;
            }
            List<Key> both = new ArrayList<>(keys);
            both.add(second);
            BlockingRule rule = new BlockingRule(both);
            double left = pairs(rule);
            if (left <= budget && left > most) {
                most = left;
                best = rule;
            }
        }
        return best;
    }

    private static @Nullable Key coarse(Feature feature) {
        String column = feature.column();
        return switch (feature.comparator()) {
            case TextComparator _, TokenComparator _ -> new Key(column, Form.BEGINS, 2);
            case DateComparator _ -> Key.of(column, Form.YEAR);
            case CodeComparator _ -> new Key(column, Form.BEGINS, 2);
            case FieldComparator.Place _, CertificateComparator _ ->
                    new Key(column, Form.BEGINS, 6);
            case ChineseNameComparator _ -> new Key(column, Form.BEGINS, 1);
            case FieldComparator.Exact _, FieldComparator.Amount _ -> null;
        };
    }

    /** How many pairs it leaves, by a sample; too many where nearly everything is in few blocks. */
    private double pairs(BlockingRule rule) {
        Map<String, Integer> sizes = new HashMap<>();
        List<List<Set<String>>> columns = rule.keys().stream().map(this::parts).toList();
        for (int row = 0; row < sample.size(); row++) {
            int at = row;
            BlockingRule.joined(columns.stream().map(column -> column.get(at)).toList())
                    .forEach(key -> sizes.merge(key, 1, Integer::sum));
        }
        if (sizes.size() < ENOUGH_KEYS) {
            return Double.POSITIVE_INFINITY;
        }
        double times = (double) table.rows().size() / sample.size();
        double pairs = 0;
        for (int size : sizes.values()) {
            pairs += size * times > LARGEST ? 0 : (double) size * (size - 1) / 2;
        }
        return pairs * times * times;
    }

    private List<Set<String>> parts(Key key) {
        return parts.computeIfAbsent(
                key,
                _ -> {
                    int column = table.column(key.column());
                    return sample.stream().map(row -> key.of(row.cells().get(column))).toList();
                });
    }
}
