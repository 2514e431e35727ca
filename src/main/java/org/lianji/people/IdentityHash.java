package org.lianji.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keyed hash (HMAC-SHA256) under which a person is looked up by ID number, so that no index
 * holds the number.
 */
public final class IdentityHash {

    /** How many numbers of 32 bits there are. */
    private static final double ALL = 1L << 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed;

    /**
     * @param key secret, never logged
     */
    public IdentityHash(byte[] key) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * {@return an opaque identifier of 23 characters that follows from the key and tells nothing of
     * it}
     *
     * @param kind its first letter
     */
    public String identifier(char kind, String key) {
        byte[] hash = hashed((kind + " " + key).getBytes(StandardCharsets.UTF_8));
        return kind
                + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
    }

    /**
     * {@return the hash of a number, in base64}
     *
     * @param idNumber 18 characters, checked
     */
    public String of(String idNumber) {
        return Base64.getEncoder()
                .encodeToString(hashed(idNumber.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * {@return a number from 0 up to 1, the same for the same text, which nobody can foresee: what
     * is drawn by it nobody chooses}
     *
     * @param text with something that the hub makes at random
     */
    public double draw(String text) {
        byte[] drawn = hashed(text.getBytes(StandardCharsets.US_ASCII));
        return Integer.toUnsignedLong(ByteBuffer.wrap(drawn).getInt()) / ALL;
    }

    private byte[] hashed(byte[] text) {
        try {
            Mac own = (Mac) keyed.clone();
            return own.doFinal(text);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
