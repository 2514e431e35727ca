package org.lianji.catalogue;

/** The check character of unified social credit codes (GB 32100). */
final class CheckCharacters {

    private static final int[] UNIFIED_WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };
    private static final String UNIFIED_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CheckCharacters() {}

    /** {@return whether the last of 18 characters fits the 17 before it} */
    static boolean unifiedCode(String code) {
        int sum = 0;
        for (int i = 0; i < UNIFIED_WEIGHTS.length; i++) {
            sum += UNIFIED_ALPHABET.indexOf(code.charAt(i)) * UNIFIED_WEIGHTS[i];
        }
        return UNIFIED_ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }
}
