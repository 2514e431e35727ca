package org.lianji.people;

/**
 * The number of a disability certificate, which begins with its holder's ID number: kept as it is
 * shown to everybody, and looked up by a keyed hash.
 *
 * @param hash keyed hash of the number
 * @param shown the number with the holder's part masked
 * @param number the number itself, for judging a row only
 */
public record CertificateNumber(String hash, String shown, String number) {

    private static final int ADDRESS = 6;
    private static final int HOLDER = 18;

    static CertificateNumber of(String number, IdentityHash hash) {
        return new CertificateNumber(hash.of(number), shown(number), number);
    }

    /**
     * {@return the number as it is shown}
     *
     * @param number 20 characters
     */
    public static String shown(String number) {
        return number.substring(0, ADDRESS)
                + "*".repeat(HOLDER - ADDRESS)
                + number.substring(HOLDER);
    }

    /** Without the number, so that none ends in a log or a digest. */
    @Override
    public String toString() {
        return "CertificateNumber[" + hash + "]";
    }
}
