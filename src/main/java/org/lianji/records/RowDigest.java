package org.lianji.records;

import org.lianji.people.CertificateNumber;
import org.lianji.platform.BeijingTime;
import org.lianji.platform.Digests;
import org.lianji.records.History.Version;
import org.lianji.texts.PlainText;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Digest of all that a row says but its number: the same content, the same digest.
 *
 * @param content items by name, and common columns by name behind a space
 * @param text in base64
 */
record RowDigest(TreeMap<String, Object> content, String text) {

    static RowDigest of(Map<String, Object> items, Map<String, Object> common) {
        TreeMap<String, Object> content = new TreeMap<>(items);
        common.forEach((name, value) -> content.put(" " + name, value));
        return new RowDigest(content, text(content));
    }

    /**
     * {@return whether the version says the same; one that was kept when instants were digested as
     * they were written, and certificate numbers in clear, is compared by that}
     */
    boolean isOf(Version version) {
        return text.equals(version.digest())
                || !version.formerly().isEmpty()
                        && text(asWritten(version.formerly())).equals(version.digest())
                || content.values().stream().anyMatch(CertificateNumber.class::isInstance)
                        && text(inClear(asWritten(version.formerly()))).equals(version.digest());
    }

    private static TreeMap<String, Object> inClear(TreeMap<String, Object> content) {
        content.replaceAll(
                (_, value) -> value instanceof CertificateNumber one ? one.number() : value);
        return content;
    }

    private TreeMap<String, Object> asWritten(Map<String, OffsetDateTime> formerly) {
        TreeMap<String, Object> written = new TreeMap<>(content);
        formerly.forEach(
                (name, time) -> {
                    OffsetDateTime kept = BeijingTime.of(time);
                    written.replace(name, kept, time);
                    written.replace(" " + name, kept, time);
                });
        return written;
    }

    /** Separated by characters that no value may hold. */
    private static String text(Map<String, Object> content) {
        MessageDigest digest = Digests.sha256();
        content.forEach(
                (name, value) -> {
                    List<?> elements = value instanceof List<?> list ? list : List.of(value);
                    digest.update((name + "\u0001").getBytes(StandardCharsets.UTF_8));
                    elements.stream()
                            .map(RowDigest::compared)
                            .forEach(
                                    element ->
                                            digest.update(
                                                    (element + "\u0002")
                                                            .getBytes(StandardCharsets.UTF_8)));
                });
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }

    private static Object compared(Object value) {
        return value instanceof String text ? PlainText.comparable(text) : value;
    }
}
