package org.lianji.items;

import java.util.Map;
import java.util.Optional;

/**
 * Unified social credit codes (GB 32100): registering authority and kind of body, region, the
 * body's organisation code (GB 11714) and a check character over all of it.
 */
final class UnifiedCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };
    private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String BODY_CHECKS = "0123456789X0";
    private static final String NO_BODY = "00000000";

    /** By registering authority; village and residents' committees among civil affairs' bodies. */
    private static final Map<Character, String> KINDS =
            Map.ofEntries(
                    Map.entry('1', "1239"),
                    Map.entry('2', "19"),
                    Map.entry('3', "123459"),
                    Map.entry('4', "19"),
                    Map.entry('5', "123459"),
                    Map.entry('6', "129"),
                    Map.entry('7', "129"),
                    Map.entry('8', "19"),
                    Map.entry('9', "1239"),
                    Map.entry('A', "19"),
                    Map.entry('N', "1239"),
                    Map.entry('Y', "19"));

    /** Bodies that the whole state registers have a region of their own. */
    private static final String NATIONAL = "100000";

    private UnifiedCodes() {}

    /** {@return whether the last of 18 characters of the alphabet fits the 17 before it} */
    static boolean checks(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }

    /** {@return the first part of the code that is none, if there is one} */
    static Optional<String> wrongPart(String code) {
        String region = code.substring(2, 8);
        String body = code.substring(8, 17);
        String kinds = KINDS.get(code.charAt(0));
        if (kinds == null) {
            return Optional.of("AUTHORITY");
        }
        if (kinds.indexOf(code.charAt(1)) < 0) {
            return Optional.of("KIND");
        }
        if (!region.equals(NATIONAL) && !Divisions.registers(region)) {
            return Optional.of("REGION");
        }
        return body.startsWith(NO_BODY) || !bodyChecks(body)
                ? Optional.of("BODY")
                : Optional.empty();
    }

    private static boolean bodyChecks(String body) {
        int sum = 0;
        for (int i = 0; i < BODY_WEIGHTS.length; i++) {
            sum += Character.digit(body.charAt(i), 36) * BODY_WEIGHTS[i];
        }
        return BODY_CHECKS.charAt(11 - sum % 11) == body.charAt(8);
    }
}
