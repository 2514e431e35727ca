package org.lianji.backup;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * A file that is encrypted piece by piece (AES-256-GCM), so that none can be changed, moved, taken
 * out or cut off unnoticed, and nothing is given out before it is checked. Each file has a key of
 * its own, made of the operator's and a random salt (HKDF); a piece's nonce is its number, and says
 * whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár 2015).
 */
final class SealedFile {

    private static final byte[] MAGIC = "LIANJI 1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PURPOSE = "lianji backup 1".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 32;
    private static final int PIECE = 1 << 20;
    private static final int TAG = 16;
    private static final int KEY = 32;

    /** The file is not what was written with this key. */
    static final class Unreadable extends IOException {

        Unreadable(String message) {
            super(message);
        }
    }

    private final SecretKey key;
    private long pieces;

    private SealedFile(SecretKey key) {
        this.key = key;
    }

    /**
     * {@return where to write; closed, it is whole}
     *
     * @param key in hexadecimal
     */
    static OutputStream to(OutputStream file, String key) throws IOException {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        file.write(MAGIC);
        file.write(salt);
        return new SealedFile(derive(key, salt)).new Out(file);
    }

    /**
     * {@return what was written}
     *
     * @param key in hexadecimal
     * @throws Unreadable now or later, where it is not as it was written with this key
     */
    static InputStream from(InputStream file, String key) throws IOException {
        byte[] magic = file.readNBytes(MAGIC.length);
        byte[] salt = file.readNBytes(SALT);
        if (!Arrays.equals(magic, MAGIC) || salt.length < SALT) {
            throw new Unreadable("The file is no backup of a hub");
        }
        return new SealedFile(derive(key, salt)).new In(file);
    }

    private static SecretKey derive(String key, byte[] salt) throws IOException {
        try {
            byte[] secret = HexFormat.of().parseHex(key);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .addSalt(salt)
                                    .thenExpand(PURPOSE, KEY));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private Cipher next(int mode, boolean last) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(12).putLong(3, pieces++).array();
        nonce[11] = (byte) (last ? 1 : 0);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        return cipher;
    }

    private final class Out extends FilterOutputStream {

        private final ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE);
        private boolean closed;

        Out(OutputStream file) {
            super(file);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int at = from;
            while (at < from + length) {
                if (piece.size() == PIECE) {
                    seal(false);
                }
                int some = Math.min(from + length - at, PIECE - piece.size());
                piece.write(bytes, at, some);
                at += some;
            }
        }

        private void seal(boolean last) throws IOException {
            try {
                out.write(next(Cipher.ENCRYPT_MODE, last).doFinal(piece.toByteArray()));
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
            piece.reset();
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                seal(true);
                super.close();
            }
        }
    }

    private final class In extends FilterInputStream {

        private byte[] sealed;
        private ByteBuffer piece = ByteBuffer.allocate(0);
        private boolean ended;

        In(InputStream file) throws IOException {
            super(file);
            this.sealed = in.readNBytes(PIECE + TAG);
        }

        @Override
        public int read() throws IOException {
            return fill() ? piece.get() & 0xFF : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (!fill()) {
                return -1;
            }
            int some = Math.min(length, piece.remaining());
            piece.get(bytes, from, some);
            return some;
        }

        /** {@return whether there is anything left} */
        private boolean fill() throws IOException {
            while (!piece.hasRemaining() && !ended) {
                byte[] following = in.readNBytes(PIECE + TAG);
                ended = following.length == 0;
                piece = ByteBuffer.wrap(open(sealed, ended));
                sealed = following;
            }
            return piece.hasRemaining();
        }

        private byte[] open(byte[] bytes, boolean last) throws IOException {
            try {
                return next(Cipher.DECRYPT_MODE, last).doFinal(bytes);
            } catch (GeneralSecurityException e) {
                throw new Unreadable(
                        pieces == 1
                                ? "The key is not the one that the backup was made with, or its"
                                        + " file was changed"
                                : "The backup's file was changed or cut off");
            }
        }

        /** What is asked for at once is read at once. */
        @Override
        public int available() {
            return piece.remaining();
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
