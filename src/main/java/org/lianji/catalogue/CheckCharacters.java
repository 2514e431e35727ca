package org.lianji.catalogue;

/** The check characters of ID numbers (GB 11643) and unified social credit codes (GB 32100). */
final class CheckCharacters {

    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    private static final int[] UNIFIED_WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };
    private static final String UNIFIED_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CheckCharacters() {}

    /** {@return whether the last of 18 characters fits the 17 digits before it} */
    static boolean idNumber(String number) {
        int sum = 0;
        for (int i = 0; i < ID_WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return ID_CHECKS.charAt(sum % 11) == number.charAt(17);
    }

    /** {@return whether the last of 18 characters fits the 17 before it} */
    static boolean unifiedCode(String code) {
        int sum = 0;
        for (int i = 0; i < UNIFIED_WEIGHTS.length; i++) {
            sum += UNIFIED_ALPHABET.indexOf(code.charAt(i)) * UNIFIED_WEIGHTS[i];
        }
        return UNIFIED_ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }
}
