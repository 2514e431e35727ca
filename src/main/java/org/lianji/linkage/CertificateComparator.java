package org.lianji.linkage;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Chinese ID numbers (GB 11643): typing errors, 15 digits, those of one family. */
record CertificateComparator() implements FieldComparator<CertificateComparator.Number> {

    private static final Pattern LONG = Pattern.compile("\\d{17}[\\dX]");
    private static final Pattern SHORT = Pattern.compile("\\d{15}");
    private static final Pattern OTHERS = Pattern.compile("[^\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int SHORTEST = 8;
    private static final int REGION = 6;
    private static final int BIRTH = 14;

    /**
     * A number.
     *
     * @param digits 18, or what was written
     * @param valid whether its check digit and its day are right, and it was written with them
     */
    record Number(String digits, boolean valid) {}

    @Override
    public String name() {
        return "certificate";
    }

    @Override
    public List<String> levels() {
        return List.of(
                "same",
                "one edit",
                "two digits",
                "same place and birth",
                "same birth",
                "different");
    }

    @Override
    public @Nullable Number read(String text) {
        String form = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String digits = OTHERS.matcher(form).replaceAll("");
        if (digits.length() < SHORTEST || digits.chars().distinct().count() == 1) {
            return null;
        }
        if (SHORT.matcher(digits).matches()) {
            String body = digits.substring(0, REGION) + "19" + digits.substring(REGION);
            return new Number(body + check(body), false);
        }
        return new Number(digits, valid(digits));
    }

    private static boolean valid(String digits) {
        return LONG.matcher(digits).matches() && check(digits) == digits.charAt(17) && born(digits);
    }

    private static boolean born(String digits) {
        try {
            LocalDate.of(
                    Integer.parseInt(digits, 6, 10, 10),
                    Integer.parseInt(digits, 10, 12, 10),
                    Integer.parseInt(digits, 12, 14, 10));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static char check(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    @Override
    public int level(Number a, Number b) {
        if (a.digits.equals(b.digits)) {
            return 0;
        }
        if (Similarity.oneEdit(a.digits, b.digits)) {
            return 1;
        }
        if (Similarity.edits(a.digits, b.digits, 2) <= 2) {
            return 2;
        }
        if (a.digits.regionMatches(0, b.digits, 0, BIRTH)) {
            return 3;
        }
        return a.digits.regionMatches(REGION, b.digits, REGION, BIRTH - REGION) ? 4 : 5;
    }

    /** Two numbers that are right, and not one, are two persons'. */
    @Override
    public boolean excludes(Number a, Number b) {
        return a.valid && b.valid && !a.digits.equals(b.digits);
    }
}
