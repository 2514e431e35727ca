package org.lianji.linkage;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers that name something: a post code, a social security number, a house, a phone. */
record CodeComparator(boolean phone) implements FieldComparator<String> {

    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{Alnum}]+");
    private static final Pattern ABROAD = Pattern.compile("^(?:0086|86(?=1\\d{10}$)|0+)");
    private static final int LONG = 6;
    private static final int ENDS = 7;
    private static final int SHORTEST_PHONE = 5;

    @Override
    public String name() {
        return phone ? "phone" : "code";
    }

    @Override
    public List<String> levels() {
        return List.of("same", "one edit", "part", "two edits", "begins", "different");
    }

    @Override
    public @Nullable String read(String text) {
        String plain = Words.squeezed(text);
        if (plain == null) {
            return null;
        }
        String code = PUNCTUATION.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
        if (code.isEmpty() || code.length() > 3 && code.chars().distinct().count() == 1) {
            return null;
        }
        return phone ? number(code) : code;
    }

    private static @Nullable String number(String code) {
        String digits = ABROAD.matcher(code).replaceFirst("");
        return digits.length() < SHORTEST_PHONE ? null : digits;
    }

    @Override
    public int level(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        int shorter = Math.min(a.length(), b.length());
        if (shorter > 1 && Similarity.oneEdit(a, b)) {
            return 1;
        }
        if (shorter >= ENDS && (a.endsWith(b) || b.endsWith(a))) {
            return 2;
        }
        if (shorter >= LONG && Similarity.edits(a, b, 2) <= 2) {
            return 3;
        }
        int half = (Math.max(a.length(), b.length()) + 1) / 2;
        return shorter > 2 && a.regionMatches(0, b, 0, Math.max(half, 2)) ? 4 : 5;
    }
}
