package org.lianji.linkage;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Short texts such as names: typing errors, beginnings, likeness by Jaro and Winkler. */
record TextComparator() implements FieldComparator<String> {

    private static final double LIKE = 0.93;
    private static final double NEAR = 0.85;
    private static final double FAR = 0.72;
    private static final int LONG_ENOUGH = 5;

    @Override
    public String name() {
        return "text";
    }

    @Override
    public List<String> levels() {
        return List.of("same", "one edit", "like", "begins", "near", "far", "different");
    }

    @Override
    public @Nullable String read(String text) {
        return Words.squeezed(text);
    }

    @Override
    public int level(String a, String b) {
        if (alike(a, b)) {
            return a.equals(b) ? 0 : 1;
        }
        double likeness = Similarity.jaroWinkler(a, b);
        if (likeness >= LIKE || twoEdits(a, b, likeness)) {
            return 2;
        }
        if (a.startsWith(b) || b.startsWith(a)) {
            return 3;
        }
        return likeness >= NEAR ? 4 : likeness >= FAR ? 5 : 6;
    }

    @Override
    public boolean alike(String a, String b) {
        return a.equals(b) || Math.min(a.length(), b.length()) > 2 && Similarity.oneEdit(a, b);
    }

    private static boolean twoEdits(String a, String b, double likeness) {
        return likeness >= FAR
                && Math.min(a.length(), b.length()) >= LONG_ENOUGH
                && Similarity.edits(a, b, 2) <= 2;
    }
}
