package org.lianji.bench.city;

/** Unified social credit codes after GB 32100, whose body is an organisation code (GB 11714). */
final class UnifiedCodes {

    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };

    static final String COMPANY = "91";
    static final String INDIVIDUAL = "92";
    static final String COOPERATIVE = "93";
    static final String PUBLIC_INSTITUTION = "12";
    static final String SOCIAL_SERVICE = "52";
    static final String FOUNDATION = "53";

    private UnifiedCodes() {}

    /** The code of the {@code number}-th body that the county registered. */
    static String of(String kind, String county, long number) {
        var body = new StringBuilder("MA");
        for (long rest = number, i = 0; i < 6; i++, rest /= LETTERS.length()) {
            body.insert(2, LETTERS.charAt((int) (rest % LETTERS.length())));
        }
        String code = kind + county + body.append(organisationCheck(body));
        return code + check(code);
    }

    private static char organisationCheck(CharSequence body) {
        int sum = 0;
        for (int i = 0; i < BODY_WEIGHTS.length; i++) {
            sum += Character.digit(body.charAt(i), 36) * BODY_WEIGHTS[i];
        }
        return "0123456789X0".charAt(11 - sum % 11);
    }

    private static char check(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += LETTERS.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return LETTERS.charAt((31 - sum % 31) % 31);
    }
}
