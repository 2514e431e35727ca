package org.lianji.bench.city;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives out ID numbers after GB 11643, never one twice.
 *
 * <p>Numbers are given in the order in which kins are made, so a bigger city of the same seed
 * contains the smaller one.
 */
final class IdNumbers {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /** A prime: steps of any size visit all sequence numbers of a day and sex. */
    private static final int SEQUENCES = 499;

    private final Map<String, short[]> given = new HashMap<>();
    private final int days;

    IdNumbers(LocalDate asOf) {
        days = (int) ChronoUnit.DAYS.between(FIRST_DAY, asOf) + 1;
    }

    String next(String addressCode, LocalDate birth, Sex sex) {
        int slot = 2 * (int) ChronoUnit.DAYS.between(FIRST_DAY, birth) + sex.ordinal();
        var counts = given.computeIfAbsent(addressCode, code -> new short[2 * days]);
        int count = counts[slot]++;
        if (count >= SEQUENCES) {
            throw new IllegalStateException("No numbers left for " + addressCode + " " + birth);
        }
        int start = Math.floorMod(addressCode.hashCode() * 31 + slot * 0x9E3779B1, SEQUENCES);
        int sequence = 2 * ((start + count * 73) % SEQUENCES + 1) + (sex == Sex.MALE ? 1 : 0);
        String body =
                addressCode
                        + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                        + String.valueOf(1000 + sequence).substring(1);
        return body + checkDigit(body);
    }

    static char checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11);
    }
}
