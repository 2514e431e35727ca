package org.lianji.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keyed hash (HMAC-SHA256) under which a person is looked up by ID number, so that no index
 * holds the number.
 */
public final class IdentityHash {

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
     * {@return the hash of a number, in base64}
     *
     * @param idNumber 18 characters, checked
     */
    public String of(String idNumber) {
        try {
            Mac own = (Mac) keyed.clone();
            return Base64.getEncoder()
                    .encodeToString(own.doFinal(idNumber.getBytes(StandardCharsets.US_ASCII)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
