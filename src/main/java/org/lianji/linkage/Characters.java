package org.lianji.linkage;

import com.github.houbb.opencc4j.util.ZhConverterUtil;

import net.sourceforge.pinyin4j.PinyinHelper;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How Chinese characters are read, which forms are one character, and which are taken for another.
 */
final class Characters {

    private static final Map<String, Set<String>> SURNAMES = new HashMap<>();
    private static final Map<Integer, Integer> VARIANTS = new HashMap<>();
    private static final Map<Integer, Set<Integer>> ALIKE = new HashMap<>();
    private static final Map<Integer, Set<Integer>> SYLLABLES = new HashMap<>();
    private static final Map<Integer, Set<String>> READINGS = new ConcurrentHashMap<>();
    private static final String SOUNDEX = "01230120022455012623010202";
    private static final int SOUNDEX_LENGTH = 4;

    static {
        lines("surname-readings.txt")
                .forEach(
                        line ->
                                SURNAMES.put(
                                        line[0],
                                        new TreeSet<>(List.of(line).subList(1, line.length))));
        lines("variants.txt")
                .forEach(
                        line ->
                                line[0].codePoints()
                                        .skip(1)
                                        .forEach(one -> VARIANTS.put(one, line[0].codePointAt(0))));
        lines("look-alikes.txt").forEach(line -> group(ALIKE, line[0]));
        lines("transliterations.txt").forEach(line -> group(SYLLABLES, line[0]));
    }

    private Characters() {}

    private static void group(Map<Integer, Set<Integer>> groups, String group) {
        Set<Integer> all = new HashSet<>(group.codePoints().boxed().toList());
        all.forEach(one -> groups.computeIfAbsent(one, _ -> new HashSet<>()).addAll(all));
    }

    private static List<String[]> lines(String file) {
        try (InputStream stream =
                        Objects.requireNonNull(
                                Characters.class.getResourceAsStream("/names/" + file));
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split(" "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the text in simplified characters, each in its usual form} */
    static String simplified(String text) {
        boolean han = text.codePoints().anyMatch(Words::han);
        String simple = han ? ZhConverterUtil.toSimple(text) : text;
        return simple.codePoints()
                .map(one -> VARIANTS.getOrDefault(one, one))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** {@return how it may be read, without tones; none where that is not known} */
    static Set<String> readings(int character) {
        return READINGS.computeIfAbsent(character, Characters::looked);
    }

    private static Set<String> looked(int character) {
        if (!Character.isBmpCodePoint(character)) {
            return Set.of();
        }
        String @Nullable [] found = PinyinHelper.toHanyuPinyinStringArray((char) character);
        Set<String> readings = new TreeSet<>();
        for (String one : found == null ? new String[0] : found) {
            if (!one.isEmpty() && !one.startsWith("none")) {
                readings.add(
                        one.replaceAll("[0-9]", "").replace("u:", "v").toLowerCase(Locale.ROOT));
            }
        }
        return readings;
    }

    /** {@return how it is read as a surname} */
    static Set<String> surname(int character) {
        Set<String> known = SURNAMES.get(Character.toString(character));
        return known == null ? readings(character) : known;
    }

    /**
     * {@return how the two characters are read as one surname; none where they are not read apart
     * from others}
     */
    static @Nullable Set<String> surname(String two) {
        return SURNAMES.get(two);
    }

    static boolean alike(int one, int other) {
        return ALIKE.getOrDefault(one, Set.of()).contains(other);
    }

    /** {@return whether both write one syllable of names that are not Chinese} */
    static boolean oneSyllable(int one, int other) {
        return SYLLABLES.getOrDefault(one, Set.of()).contains(other);
    }

    /** {@return the readings as many pronounce them: z for zh, n for ng} */
    static Set<String> accented(Set<String> readings) {
        Set<String> accented = new TreeSet<>();
        for (String reading : readings) {
            String begun = reading.replaceFirst("^([zcs])h", "$1");
            accented.add(begun.endsWith("ng") ? begun.substring(0, begun.length() - 1) : begun);
        }
        return accented;
    }

    /**
     * {@return a key that texts have in common which sound alike: Soundex, or the first reading of
     * each character}
     */
    static String soundKey(String plain) {
        boolean han = plain.codePoints().anyMatch(Words::han);
        return han ? pinyinKey(simplified(plain)) : soundex(plain);
    }

    private static String pinyinKey(String text) {
        StringBuilder key = new StringBuilder();
        int[] all = text.codePoints().toArray();
        for (int i = 0; i < all.length; i++) {
            Set<String> readings = i == 0 ? surname(all[i]) : readings(all[i]);
            key.append(
                    readings.isEmpty() ? Character.toString(all[i]) : readings.iterator().next());
        }
        return key.toString();
    }

    private static String soundex(String plain) {
        StringBuilder key = new StringBuilder();
        char last = '0';
        for (int i = 0; i < plain.length() && key.length() < SOUNDEX_LENGTH; i++) {
            char letter = plain.charAt(i);
            char code = letter >= 'a' && letter <= 'z' ? SOUNDEX.charAt(letter - 'a') : '0';
            if (i == 0 || Character.isDigit(letter)) {
                key.append(letter);
            } else if (code != '0' && code != last) {
                key.append(code);
            }
            last = letter == 'h' || letter == 'w' ? last : code;
        }
        return key.toString();
    }
}
