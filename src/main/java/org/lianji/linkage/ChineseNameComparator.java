package org.lianji.linkage;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Names in Chinese characters: variants and traditional forms, middle dots, homophones with every
 * reading, look-alikes, characters that could not be typed, other spellings and shortened forms of
 * names that were not Chinese, order.
 */
record ChineseNameComparator() implements FieldComparator<ChineseNameComparator.Name> {

    /** Middle dots of all keyboards, and what is typed for them. */
    private static final String DOTS = "·•・‧∙⋅･.．。●᠂ ";

    /** What stands where a character could not be typed. */
    private static final String SUBSTITUTES = "?▲△□■*〇○※×�_某";

    private static final int SHORTENED = 7;
    private static final int LONG = 4;
    private static final double SPELLED_ALIKE = 0.88;

    /** A character, or a syllable in Latin letters, or a substitute. */
    record Unit(String text, boolean substitute, Set<String> readings, Set<String> accented) {

        boolean sounds(Unit other) {
            return text.equals(other.text) || !Collections.disjoint(readings, other.readings);
        }

        boolean soundsNear(Unit other) {
            return sounds(other)
                    || !Collections.disjoint(accented, other.accented)
                    || Characters.oneSyllable(text.codePointAt(0), other.text.codePointAt(0));
        }

        boolean alike(Unit other) {
            return text.equals(other.text)
                    || Characters.alike(text.codePointAt(0), other.text.codePointAt(0));
        }
    }

    /**
     * A name.
     *
     * @param form simplified, without dots
     * @param spelling in pinyin, each character by its first reading
     */
    record Name(String form, List<Unit> units, String spelling) {}

    @Override
    public String name() {
        return "chinese-name";
    }

    @Override
    public List<String> levels() {
        return List.of(
                "same",
                "homophone",
                "near homophone",
                "look-alike",
                "not typed",
                "other order",
                "other spelling",
                "shortened",
                "one character",
                "surname",
                "different");
    }

    @Override
    public @Nullable Name read(String text) {
        String form = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        String bare = without(form, one -> DOTS.indexOf(one) >= 0 || Character.isWhitespace(one));
        String simple = Characters.simplified(bare).toLowerCase(Locale.ROOT);
        if (simple.isEmpty() || Words.plain(text) == null) {
            return null;
        }
        List<Unit> units = units(simple);
        StringBuilder spelling = new StringBuilder();
        units.forEach(
                unit ->
                        spelling.append(
                                unit.readings.isEmpty()
                                        ? unit.text
                                        : unit.readings.iterator().next()));
        return new Name(simple, units, spelling.toString());
    }

    private static String without(String text, IntPredicate dropped) {
        return text.codePoints()
                .filter(one -> !dropped.test(one))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<Unit> units(String text) {
        List<Unit> units = new ArrayList<>();
        int[] all = text.codePoints().toArray();
        for (int i = 0; i < all.length; i++) {
            int from = i;
            while (latin(all[i]) && i + 1 < all.length && latin(all[i + 1])) {
                i++;
            }
            String one = new String(all, from, i - from + 1);
            boolean substitute = SUBSTITUTES.contains(one);
            Set<String> readings = latin(all[i]) ? Set.of(one) : read(all, i);
            units.add(new Unit(one, substitute, readings, Characters.accented(readings)));
        }
        return units;
    }

    private static boolean latin(int one) {
        return one >= 'a' && one <= 'z';
    }

    /** The first characters are read as a surname. */
    private static Set<String> read(int[] all, int at) {
        int start = Math.min(at, 1) == at && all.length > 2 ? 0 : -1;
        if (start == 0) {
            Set<String> both = Characters.surname(new String(all, 0, 2));
            if (both != null) {
                return Set.of(both.toArray(new String[0])[at].substring(1));
            }
        }
        return at == 0 ? Characters.surname(all[at]) : Characters.readings(all[at]);
    }

    @Override
    public int level(Name a, Name b) {
        if (a.form.equals(b.form)) {
            return 0;
        }
        if (a.units.size() == b.units.size() && !substituted(a) && !substituted(b)) {
            if (each(a, b, Unit::sounds)) {
                return 1;
            }
            if (each(a, b, Unit::soundsNear)) {
                return 2;
            }
            if (each(a, b, (one, other) -> one.alike(other) || one.sounds(other))) {
                return 3;
            }
        }
        return loosely(a, b);
    }

    private interface Likeness {
        boolean of(Unit one, Unit other);
    }

    private static boolean each(Name a, Name b, Likeness likeness) {
        for (int i = 0; i < a.units.size(); i++) {
            if (!likeness.of(a.units.get(i), b.units.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean substituted(Name name) {
        return name.units.stream().anyMatch(Unit::substitute);
    }

    private static int loosely(Name a, Name b) {
        if (substituted(a) != substituted(b) && typedAlike(a, b)) {
            return 4;
        }
        if (romanised(a) != romanised(b) && a.spelling.equals(b.spelling)) {
            return 1;
        }
        if (sorted(a.form).equals(sorted(b.form))) {
            return 5;
        }
        return byParts(a, b);
    }

    /** Whether what was typed of both, from the surname on, sounds alike. */
    private static boolean typedAlike(Name a, Name b) {
        int shorter = Math.min(a.units.size(), b.units.size());
        int typed = 0;
        for (int i = 0; i < shorter; i++) {
            Unit one = a.units.get(i);
            Unit other = b.units.get(i);
            if (!one.substitute && !other.substitute) {
                if (!one.sounds(other)) {
                    return false;
                }
                typed++;
            }
        }
        return typed > 0;
    }

    private static int byParts(Name a, Name b) {
        boolean surname = a.units.getFirst().sounds(b.units.getFirst());
        if (surname && (within(a, b) || within(b, a))) {
            return SHORTENED;
        }
        if (spelledAlike(a, b)) {
            return 6;
        }
        if (surname
                && a.units.size() == b.units.size()
                && a.units.size() > 2
                && differing(a, b) == 1) {
            return 8;
        }
        return surname ? 9 : 10;
    }

    private static boolean spelledAlike(Name a, Name b) {
        boolean latin = romanised(a) && romanised(b);
        int longer = Math.max(a.units.size(), b.units.size());
        return (latin || longer >= LONG)
                && Similarity.jaroWinkler(a.spelling, b.spelling) >= SPELLED_ALIKE;
    }

    /**
     * {@return whether two names at that level may be one person's, by all ways in which names are
     * written}
     */
    static boolean agree(int level) {
        return level <= SHORTENED;
    }

    /**
     * {@return whether at least half of two names that agree is typed in both: of names of one
     * length, since what stands for a character stands for one}
     */
    static boolean halfTyped(Name a, Name b) {
        long missing =
                IntStream.range(0, Math.min(a.units.size(), b.units.size()))
                        .filter(i -> a.units.get(i).substitute || b.units.get(i).substitute)
                        .count();
        return missing == 0 || a.units.size() == b.units.size() && 2 * missing <= a.units.size();
    }

    private static boolean romanised(Name name) {
        return name.units.stream().allMatch(unit -> latin(unit.text.codePointAt(0)));
    }

    private static String sorted(String form) {
        return Arrays.toString(form.codePoints().sorted().toArray());
    }

    private static int differing(Name a, Name b) {
        int differing = 0;
        for (int i = 0; i < a.units.size(); i++) {
            differing += a.units.get(i).sounds(b.units.get(i)) ? 0 : 1;
        }
        return differing;
    }

    /** Whether the shorter of at least two characters stands in the longer, in order. */
    private static boolean within(Name shorter, Name longer) {
        int at = 0;
        for (Unit unit : longer.units) {
            if (at < shorter.units.size() && unit.sounds(shorter.units.get(at))) {
                at++;
            }
        }
        return shorter.units.size() >= 2
                && shorter.units.size() < longer.units.size()
                && at == shorter.units.size();
    }
}
