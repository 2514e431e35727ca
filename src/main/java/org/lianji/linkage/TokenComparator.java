package org.lianji.linkage;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts of several words, such as addresses and titles: which words they share, rare ones first.
 */
record TokenComparator(Map<String, Double> rarity)
        implements FieldComparator<TokenComparator.Text> {

    private static final double[] SHARES = {0.85, 0.65, 0.45, 0.25};
    private static final double USUAL = 1;
    private static final double LIKE = 0.88;
    private static final double SHORTENED = 0.8;
    private static final double INITIAL = 0.6;
    private static final int MOST_WORDS = 60;

    TokenComparator() {
        this(Map.of());
    }

    /**
     * @param plain the whole without blanks
     */
    record Text(String plain, String[] words, double[] weights, double weight) {}

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public List<String> levels() {
        return List.of("same", "one edit", "most", "many", "some", "few", "different");
    }

    @Override
    public FieldComparator<Text> over(Collection<String> values) {
        Map<String, Integer> counts = new HashMap<>();
        for (String value : values) {
            String plain = Words.plain(value);
            if (plain != null) {
                Words.of(plain).stream()
                        .distinct()
                        .forEach(word -> counts.merge(word, 1, Integer::sum));
            }
        }
        Map<String, Double> rare = new HashMap<>();
        counts.forEach(
                (word, count) -> rare.put(word, Math.log(1.0 + (double) values.size() / count)));
        return new TokenComparator(rare);
    }

    @Override
    public @Nullable Text read(String text) {
        String plain = Words.plain(text);
        if (plain == null) {
            return null;
        }
        String[] words = Words.of(plain).stream().limit(MOST_WORDS).toArray(String[]::new);
        double[] weights = new double[words.length];
        double sum = 0;
        for (int i = 0; i < words.length; i++) {
            weights[i] = rarity.getOrDefault(words[i], USUAL);
            sum += weights[i];
        }
        return new Text(plain.replace(" ", ""), words, weights, sum);
    }

    @Override
    public int level(Text a, Text b) {
        if (a.plain.equals(b.plain)) {
            return 0;
        }
        if (a.plain.length() > 3 && b.plain.length() > 3 && Similarity.oneEdit(a.plain, b.plain)) {
            return 1;
        }
        double share = share(a, b);
        for (int i = 0; i < SHARES.length; i++) {
            if (share >= SHARES[i]) {
                return i + 2;
            }
        }
        return SHARES.length + 2;
    }

    /** Half by what they share of both, half by what they share of the shorter. */
    private static double share(Text a, Text b) {
        double sharedA = shared(a, b);
        double sharedB = shared(b, a);
        double both = (sharedA + sharedB) / (a.weight + b.weight);
        double shorter = a.weight < b.weight ? sharedA / a.weight : sharedB / b.weight;
        return (both + shorter) / 2;
    }

    private static double shared(Text a, Text b) {
        double sum = 0;
        for (int i = 0; i < a.words.length; i++) {
            sum += a.weights[i] * best(a.words[i], b.words);
        }
        return sum;
    }

    private static double best(String word, String[] others) {
        double best = 0;
        for (String other : others) {
            if (word.equals(other)) {
                return 1;
            }
            best = Math.max(best, likeness(word, other));
        }
        return best;
    }

    private static double likeness(String a, String b) {
        if (a.charAt(0) != b.charAt(0)) {
            return a.length() > 4 && b.length() > 4 && Similarity.oneEdit(a, b) ? LIKE : 0;
        }
        String shorter = a.length() < b.length() ? a : b;
        String longer = a.length() < b.length() ? b : a;
        if (shorter.length() == 1) {
            return Character.isLetter(shorter.charAt(0)) ? INITIAL : 0;
        }
        if (Character.isDigit(shorter.charAt(0))) {
            return 0;
        }
        if (subsequence(shorter, longer) && longer.length() - shorter.length() > 1) {
            return SHORTENED;
        }
        double likeness = Similarity.jaroWinkler(a, b);
        return likeness >= LIKE ? likeness : 0;
    }

    private static boolean subsequence(String shorter, String longer) {
        int at = 0;
        for (int i = 0; i < longer.length() && at < shorter.length(); i++) {
            at += longer.charAt(i) == shorter.charAt(at) ? 1 : 0;
        }
        return at == shorter.length();
    }
}
