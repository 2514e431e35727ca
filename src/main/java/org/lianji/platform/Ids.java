package org.lianji.platform;

import java.security.SecureRandom;
import java.util.Base64;

/** Opaque identifiers: a letter for the kind of thing, then 128 random bits. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Ids() {}

    /**
     * {@return a new identifier of 23 characters}
     *
     * @param kind its first letter: P person, H household, R record, B batch, G region
     */
    public static String next(char kind) {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return kind + ENCODER.encodeToString(bits);
    }
}
