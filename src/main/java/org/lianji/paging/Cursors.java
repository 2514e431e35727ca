package org.lianji.paging;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes positions in a list as opaque texts that are good for that list only: caller, conditions
 * and order included. They tell nothing of where the row lies, such as how much others did between
 * two of one's own; the same position is the same text (as AES-SIV does it, RFC 5297).
 */
public final class Cursors {

    private static final int TAG = 16;
    private static final String SEPARATOR = "\u001f";

    private final SecretKeySpec key;
    private final SecretKeySpec cipherKey;

    /**
     * @param key with which cursors are signed, and from which the one is made that hides them
     */
    public Cursors(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.cipherKey =
                new SecretKeySpec(tag("cipher", "".getBytes(StandardCharsets.UTF_8)), "AES");
    }

    /**
     * {@return the position as a cursor}
     *
     * @param list what tells the list from any other
     * @param position values of a row that say where it lies
     */
    public String write(String list, List<?> position) {
        byte[] text =
                position.stream()
                        .map(Cursors::mark)
                        .collect(Collectors.joining(SEPARATOR))
                        .getBytes(StandardCharsets.UTF_8);
        byte[] tag = tag(list, text);
        byte[] cursor =
                ByteBuffer.allocate(TAG + text.length).put(tag).put(ciphered(tag, text)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /**
     * {@return the position; empty where the cursor was not written for that list}
     *
     * @param list what tells the list from any other
     * @param cursor as it was given out
     */
    Optional<List<@Nullable Object>> read(String list, String cursor) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length < TAG) {
            return Optional.empty();
        }
        byte[] tag = Arrays.copyOf(bytes, TAG);
        byte[] text = ciphered(tag, Arrays.copyOfRange(bytes, TAG, bytes.length));
        if (!MessageDigest.isEqual(tag, tag(list, text))) {
            return Optional.empty();
        }
        List<@Nullable Object> position = new ArrayList<>();
        for (String part : new String(text, StandardCharsets.UTF_8).split(SEPARATOR, -1)) {
            position.add(unmark(part));
        }
        return Optional.of(position);
    }

    private byte[] tag(String list, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(text), TAG);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the text hidden under its tag, or what was hidden so} */
    private byte[] ciphered(byte[] tag, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, cipherKey, new IvParameterSpec(tag));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String mark(@Nullable Object value) {
        return switch (value) {
            case null -> "n";
            case Long number -> "l" + number;
            case Double number -> "d" + number;
            case Boolean flag -> "b" + flag;
            case LocalDate date -> "D" + date;
            case ZonedDateTime time -> "T" + time;
            default -> "s" + value;
        };
    }

    private static @Nullable Object unmark(String part) {
        String value = part.substring(1);
        return switch (part.charAt(0)) {
            case 'n' -> null;
            case 'l' -> Long.valueOf(value);
            case 'd' -> Double.valueOf(value);
            case 'b' -> Boolean.valueOf(value);
            case 'D' -> LocalDate.parse(value);
            case 'T' -> ZonedDateTime.parse(value);
            default -> value;
        };
    }
}
