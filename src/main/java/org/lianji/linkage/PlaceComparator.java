package org.lianji.linkage;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/** Codes of the official regions, 2 to 12 digits: how deep in the tree two places are together. */
record PlaceComparator() implements FieldComparator<String> {

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
