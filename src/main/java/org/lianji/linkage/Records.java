package org.lianji.linkage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a table, read once for the features of a model, and compared pair by pair. */
final class Records {

    /** The place of a missing value in a pattern. */
    static final int MISSING = 15;

    /** Bits of a pattern that hold one feature's level. */
    static final int WIDTH = 4;

    /** More don't fit into a pattern. */
    static final int MOST = Long.SIZE / WIDTH;

    private final Column<?>[] columns;
    private final int[] partners;
    private final int size;

    Records(Table table, List<Feature> features) {
        this.size = table.rows().size();
        this.columns = features.stream().map(one -> Column.of(table, one)).toArray(Column[]::new);
        this.partners = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            partners[i] = partner(features, features.get(i).crossed());
        }
    }

    private static int partner(List<Feature> features, @Nullable String crossed) {
        for (int i = 0; i < features.size(); i++) {
            if (features.get(i).column().equals(crossed)) {
                return i;
            }
        }
        return -1;
    }

    int size() {
        return size;
    }

    /** {@return the levels of all features, four bits each} */
    long pattern(int one, int other) {
        long pattern = 0;
        for (int i = 0; i < columns.length; i++) {
            pattern |= (long) columns[i].level(one, other) << i * WIDTH;
        }
        for (int i = 0; i < columns.length; i++) {
            if (partners[i] >= 0) {
                pattern = exchanged(pattern, i, partners[i], one, other);
            }
        }
        return pattern;
    }

    private long exchanged(long pattern, int first, int second, int one, int other) {
        Column<?> column = columns[first];
        Column<?> partner = columns[second];
        if (column.agrees(level(pattern, first)) || partner.agrees(level(pattern, second))) {
            return pattern;
        }
        int forth = column.across(partner, one, other);
        int back = column.across(partner, other, one);
        if (forth + back <= 0 || forth < 0 || back < 0) {
            return pattern;
        }
        long bare = pattern & ~((long) MISSING << first * WIDTH) | (long) MISSING << second * WIDTH;
        return bare | (long) (column.last + 3 - forth - back) << first * WIDTH;
    }

    static int level(long pattern, int feature) {
        return (int) (pattern >>> feature * WIDTH) & MISSING;
    }

    /**
     * {@return how much more often than others the row's value stands in the column; 1 is as usual}
     */
    double usualness(int feature, int row) {
        Column<?> column = columns[feature];
        return column.codes[row] < 0 ? 1 : column.usualness[column.codes[row]];
    }

    /** {@return whether no one person can have both rows} */
    boolean excluded(int one, int other) {
        for (Column<?> column : columns) {
            if (column.excludes(one, other)) {
                return true;
            }
        }
        return false;
    }

    /** A feature's values, each kept once. */
    private static final class Column<T> {

        private static final int CACHE = 1 << 16;

        /** Of so few values no pair comes up often. */
        private static final int FEW = 2;

        private final FieldComparator<T> comparator;
        private final List<T> values;
        private final int[] codes;
        private final double[] usualness;
        private final int last;
        private final ThreadLocal<Cache> caches = ThreadLocal.withInitial(Cache::new);

        private Column(FieldComparator<T> comparator, List<T> values, int[] codes, int[] counts) {
            this.comparator = comparator;
            this.values = values;
            this.codes = codes;
            this.usualness = usualness(counts);
            this.last = comparator.levels().size() - 1;
        }

        static Column<?> of(Table table, Feature feature) {
            int at = table.column(feature.column());
            return of(table, at, feature.comparator().over(table.values(at)));
        }

        private static <T> Column<T> of(Table table, int at, FieldComparator<T> comparator) {
            Map<String, Integer> known = new HashMap<>();
            Map<T, Integer> same = new HashMap<>();
            List<T> values = new ArrayList<>();
            int[] codes = new int[table.rows().size()];
            int[] counts = new int[codes.length];
            for (int row = 0; row < codes.length; row++) {
                String text = table.rows().get(row).cells().get(at);
                codes[row] =
                        known.computeIfAbsent(text, one -> code(comparator, one, same, values));
                if (codes[row] >= 0) {
                    counts[codes[row]]++;
                }
            }
            return new Column<>(
                    comparator, values, codes, java.util.Arrays.copyOf(counts, values.size()));
        }

        private static <T> int code(
                FieldComparator<T> comparator, String text, Map<T, Integer> same, List<T> values) {
            T value = text.isEmpty() ? null : comparator.read(text);
            if (value == null) {
                return -1;
            }
            Integer code = same.putIfAbsent(value, values.size());
            if (code != null) {
                return code;
            }
            values.add(value);
            return values.size() - 1;
        }

        /** Each value's share, beside the share that two rows at random agree on. */
        private static double[] usualness(int[] counts) {
            double sum = 0;
            double squares = 0;
            for (int count : counts) {
                sum += count;
                squares += (double) count * count;
            }
            double[] usual = new double[counts.length];
            for (int i = 0; i < counts.length; i++) {
                usual[i] = counts[i] * sum / squares;
            }
            return usual;
        }

        int level(int one, int other) {
            int a = codes[one];
            int b = codes[other];
            if (a < 0 || b < 0) {
                return MISSING;
            }
            if (a == b) {
                return 0;
            }
            return values.size() <= FEW
                    ? comparator.level(values.get(a), values.get(b))
                    : level(caches.get(), a, b);
        }

        boolean agrees(int level) {
            return level <= last / 2;
        }

        private int level(Cache cache, int a, int b) {
            long key = a < b ? (long) a << Integer.SIZE | b : (long) b << Integer.SIZE | a;
            int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - 16));
            if (cache.keys[slot] != key) {
                cache.keys[slot] = key;
                cache.levels[slot] = (byte) comparator.level(values.get(a), values.get(b));
            }
            return cache.levels[slot];
        }

        /**
         * 1 what stands here in the one stands there in the other, -1 it does not, 0 one is
         * missing.
         */
        int across(Column<?> there, int one, int other) {
            int a = codes[one];
            int b = there.codes[other];
            if (a < 0 || b < 0) {
                return 0;
            }
            @SuppressWarnings("unchecked") // columns that may be exchanged are compared alike
            T value = (T) there.values.get(b);
            return comparator.alike(values.get(a), value) ? 1 : -1;
        }

        boolean excludes(int one, int other) {
            int a = codes[one];
            int b = codes[other];
            return a >= 0 && b >= 0 && a != b && comparator.excludes(values.get(a), values.get(b));
        }

        private static final class Cache {
            private final long[] keys = new long[CACHE];
            private final byte[] levels = new byte[CACHE];
        }
    }
}
