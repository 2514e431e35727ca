package org.lianji.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Keeps text about people at rest so that only this hub can read it, and only in its place:
 * AES-256-GCM under a key of each subject's own, derived (HKDF-SHA256) from the identity key, with
 * the place as associated data.
 */
public final class Seal {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    /**
     * @param key secret, never logged
     */
    public Seal(byte[] key) {
        this.key = key.clone();
    }

    /**
     * {@return the text, readable with the same key, subject and place only}
     *
     * @param subject what the text belongs to, which has a key of its own
     * @param place where in the subject it stands
     * @param text to be kept
     */
    public byte[] close(String subject, long place, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] closed =
                    cipher(Cipher.ENCRYPT_MODE, subject, place, nonce)
                            .doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE_BYTES + closed.length).put(nonce).put(closed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * {@return the text, or nothing where it was closed with another key, for another place, or
     * changed since}
     *
     * @param subject as it was closed
     * @param place as it was closed
     * @param closed what {@link #close} returned
     */
    public Optional<String> open(String subject, long place, byte[] closed) {
        if (closed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            byte[] text =
                    cipher(Cipher.DECRYPT_MODE, subject, place, closed)
                            .doFinal(closed, NONCE_BYTES, closed.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, String subject, long place, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key(subject), new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(place).array());
        return cipher;
    }

    private SecretKey key(String subject) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(key)
                                .thenExpand(
                                        ("lianji seal|" + subject).getBytes(StandardCharsets.UTF_8),
                                        KEY_BYTES));
    }
}
