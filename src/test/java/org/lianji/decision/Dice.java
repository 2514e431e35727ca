package org.lianji.decision;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Everything random of one seed. */
final class Dice {

    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String UNIFIED = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] UNIFIED_WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Random random;

    Dice(long seed) {
        // neighbouring seeds start alike
        random = new Random(seed * 0x9E3779B97F4A7C15L + 0x5DEECE66DL);
        random.nextLong();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @SafeVarargs
    final <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** {@return between so many and so many of them, in random order} */
    <T> List<T> some(Collection<T> all, int least, int most) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        int count = Math.min(between(least, most), shuffled.size());
        return new ArrayList<>(shuffled.subList(0, count));
    }

    <T> Set<T> each(Collection<T> all, double probability) {
        Set<T> kept = new LinkedHashSet<>();
        for (T one : all) {
            if (chance(probability)) {
                kept.add(one);
            }
        }
        return kept;
    }

    String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    String id(char kind) {
        return kind + text(22);
    }

    LocalDate day(LocalDate earliest, LocalDate latest) {
        return LocalDate.ofEpochDay(
                random.nextLong(earliest.toEpochDay(), latest.toEpochDay() + 1));
    }

    /** {@return a number with a right check character} */
    String idNumber(LocalDate born) {
        String body =
                one("150924", "150902", "150927", "152627")
                        + born.format(DateTimeFormatter.BASIC_ISO_DATE)
                        + "%03d".formatted(random.nextInt(1000));
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    String unifiedCode() {
        StringBuilder body = new StringBuilder("91150900MA");
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        while (body.length() < 16) {
            body.append(UNIFIED.charAt(random.nextInt(UNIFIED.length())));
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Integer.parseInt(body.substring(8 + i, 9 + i), 36) * weights[i];
        }
        body.append("0123456789X0".charAt(11 - sum % 11));
        sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += UNIFIED.indexOf(body.charAt(i)) * UNIFIED_WEIGHTS[i];
        }
        return body.append(UNIFIED.charAt((31 - sum % 31) % 31)).toString();
    }
}
