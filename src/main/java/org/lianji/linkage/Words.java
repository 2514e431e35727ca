package org.lianji.linkage;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts in the form in which they are compared. */
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’`]");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What people write where they know nothing. */
    private static final Set<String> NOTHING =
            Set.of("na", "n a", "null", "none", "nan", "nil", "unknown", "无", "不详", "未知", "暂无");

    private Words() {}

    /**
     * {@return letters and digits in lower case, one blank between words; null where nothing is
     * said}
     */
    static @Nullable String plain(String text) {
        String form = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String bare = MARKS.matcher(form).replaceAll("");
        String joined = APOSTROPHES.matcher(bare).replaceAll("");
        String plain = OTHERS.matcher(joined).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return plain.isEmpty() || NOTHING.contains(plain) ? null : plain;
    }

    /** {@return the plain form without blanks} */
    static @Nullable String squeezed(String text) {
        String plain = plain(text);
        return plain == null ? null : plain.replace(" ", "");
    }

    static List<String> of(String plain) {
        return List.of(plain.split(" "));
    }

    static boolean han(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }
}
