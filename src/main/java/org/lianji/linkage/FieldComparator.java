package org.lianji.linkage;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Compares two values of a column at a few levels, best first; the last says that nothing speaks
 * for one person.
 *
 * @param <T> a value, read once
 */
sealed interface FieldComparator<T>
        permits FieldComparator.Exact,
                FieldComparator.Place,
                FieldComparator.Amount,
                TextComparator,
                TokenComparator,
                DateComparator,
                CodeComparator,
                CertificateComparator,
                ChineseNameComparator {

    /** {@return its name in a model file} */
    String name();

    /** {@return the names of its levels, best first} */
    List<String> levels();

    /** {@return the value; null where the text says nothing} */
    @Nullable T read(String text);

    /** {@return which of the levels two different values stand at; the same ones stand at 0} */
    int level(T a, T b);

    /** {@return whether the two are one but for a typing error} */
    default boolean alike(T a, T b) {
        return a.equals(b);
    }

    /** {@return whether no one person can have both} */
    default boolean excludes(T a, T b) {
        return false;
    }

    /** {@return this, knowing what is usual in the column} */
    default FieldComparator<T> over(Collection<String> values) {
        return this;
    }

    /** {@return the comparator of that name; null where there is none} */
    static @Nullable FieldComparator<?> named(String name) {
        Supplier<FieldComparator<?>> one = Kinds.ALL.get(name);
        return one == null ? null : one.get();
    }

    /** {@return all names} */
    static Collection<String> names() {
        return Kinds.ALL.keySet();
    }

    /** The same or not. */
    record Exact() implements FieldComparator<String> {

        @Override
        public String name() {
            return "exact";
        }

        @Override
        public List<String> levels() {
            return List.of("same", "different");
        }

        @Override
        public @Nullable String read(String text) {
            return Words.squeezed(text);
        }

        @Override
        public int level(String a, String b) {
            return a.equals(b) ? 0 : 1;
        }
    }

    /** Amounts, ages and years: how far apart. */
    record Amount() implements FieldComparator<Double> {

        private static final double NEAR = 0.02;
        private static final double FAR = 0.15;

        @Override
        public String name() {
            return "number";
        }

        @Override
        public List<String> levels() {
            return List.of("same", "one apart", "near", "far", "different");
        }

        @Override
        public @Nullable Double read(String text) {
            try {
                double value = Double.parseDouble(text.strip().replace(",", "").replace("$", ""));
                return Double.isFinite(value) ? value + 0.0 : null;
            } catch (NumberFormatException e) {
                return null;
            }
        }

        @Override
        public int level(Double a, Double b) {
            double apart = Math.abs(a - b);
            if (apart == 0) {
                return 0;
            }
            double share = apart / Math.max(Math.abs(a), Math.abs(b));
            if (apart <= 1 && Math.rint(a) == a && Math.rint(b) == b) {
                return 1;
            }
            return share <= NEAR ? 2 : share <= FAR ? 3 : 4;
        }
    }

    /**
     * Codes of the official regions, 2 to 12 digits: how deep in the tree two places are together.
     */
    record Place() implements FieldComparator<String> {

        private static final Pattern CODE = Pattern.compile("\\d{2,12}");
        private static final int[] DEPTHS = {9, 6, 4, 2};

        @Override
        public String name() {
            return "place";
        }

        @Override
        public List<String> levels() {
            return List.of(
                    "same",
                    "one within the other",
                    "township",
                    "county",
                    "prefecture",
                    "province",
                    "different");
        }

        /** Without the zeros that stand for no deeper place. */
        @Override
        public @Nullable String read(String text) {
            String code = text.strip();
            if (!CODE.matcher(code).matches()) {
                return null;
            }
            int end = code.length();
            for (int depth : DEPTHS) {
                if (end > depth && code.substring(depth, end).chars().allMatch(c -> c == '0')) {
                    end = depth;
                }
            }
            return code.substring(0, end);
        }

        @Override
        public int level(String a, String b) {
            if (a.equals(b)) {
                return 0;
            }
            if (a.startsWith(b) || b.startsWith(a)) {
                return 1;
            }
            for (int i = 0; i < DEPTHS.length; i++) {
                if (a.regionMatches(0, b, 0, DEPTHS[i])) {
                    return i + 2;
                }
            }
            return DEPTHS.length + 2;
        }
    }

    /** The sealed set by name. */
    final class Kinds {

        private static final Map<String, Supplier<FieldComparator<?>>> ALL = new TreeMap<>();

        static {
            ALL.put("exact", Exact::new);
            ALL.put("text", TextComparator::new);
            ALL.put("tokens", TokenComparator::new);
            ALL.put("date", DateComparator::new);
            ALL.put("number", Amount::new);
            ALL.put("code", () -> new CodeComparator(false));
            ALL.put("phone", () -> new CodeComparator(true));
            ALL.put("certificate", CertificateComparator::new);
            ALL.put("chinese-name", ChineseNameComparator::new);
            ALL.put("place", Place::new);
        }

        private Kinds() {}
    }
}
