package org.lianji.api;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges the characters of a body: a JSON parser guesses encodings, and takes halves of pairs. */
final class BodyText {

    /** Byte order marks, the longer before those that they begin with. */
    private static final List<EncodingMark> MARKS =
            List.of(
                    new EncodingMark("UTF-32", 0x00, 0x00, 0xFE, 0xFF),
                    new EncodingMark("UTF-32", 0xFF, 0xFE, 0x00, 0x00),
                    new EncodingMark("UTF-16", 0xFE, 0xFF),
                    new EncodingMark("UTF-16", 0xFF, 0xFE),
                    new EncodingMark("UTF-8 (BOM)", 0xEF, 0xBB, 0xBF),
                    new EncodingMark("gzip", 0x1F, 0x8B));

    private static final int BEGINNING = 4;

    /** An escape of JSON; of a unit, its four digits are a group. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|.)");

    /** What else a parameter is called may be a value. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,20}");

    private record EncodingMark(String name, int... mark) {

        boolean begins(byte[] bytes) {
            for (int i = 0; i < mark.length; i++) {
                if (i >= bytes.length || Byte.toUnsignedInt(bytes[i]) != mark[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private BodyText() {}

    /**
     * @throws Problem where the bytes begin with a mark, or are of two or four to a character
     */
    static void requireUtf8(byte[] bytes) {
        String found =
                MARKS.stream()
                        .filter(encoding -> encoding.begins(bytes))
                        .map(EncodingMark::name)
                        .findFirst()
                        .orElseGet(() -> unmarked(bytes));
        if (found != null) {
            throw new Problem(PlatformCode.BODY_ENCODING, Map.of("found", found));
        }
    }

    /** JSON begins with characters of ASCII, and has no zero among them (RFC 4627 §3). */
    private static @Nullable String unmarked(byte[] bytes) {
        byte[] beginning = Arrays.copyOf(bytes, Math.min(bytes.length, BEGINNING));
        int zeros = 0;
        for (byte one : beginning) {
            zeros += one == 0 ? 1 : 0;
        }
        return zeros == 0 ? null : zeros > BEGINNING / 2 ? "UTF-32" : "UTF-16";
    }

    /**
     * {@return whether an escape stands for half a character; a name with one no parser takes}
     *
     * @param json as it came
     */
    static boolean escapesHalf(String json) {
        return isBroken(
                ESCAPE.matcher(json)
                        .replaceAll(
                                escape ->
                                        escape.group(1) == null
                                                ? ""
                                                : Matcher.quoteReplacement(
                                                        Character.toString(
                                                                Integer.parseInt(
                                                                        escape.group(1), 16)))));
    }

    /**
     * @throws Problem where a text is no sequence of whole characters
     */
    static void requireCharacters(Map<String, ?> body) {
        body.forEach(
                (parameter, value) -> {
                    if (isBroken(value)) {
                        throw new Problem(
                                PlatformCode.LONE_SURROGATE,
                                Map.of(
                                        "parameter",
                                        NAME.matcher(parameter).matches() ? parameter : "JSON"));
                    }
                });
    }

    private static boolean isBroken(@Nullable Object value) {
        return switch (value) {
            case String text -> isBroken(text);
            case List<?> list -> list.stream().anyMatch(BodyText::isBroken);
            case Map<?, ?> map -> map.values().stream().anyMatch(BodyText::isBroken);
            case null, default -> false;
        };
    }

    private static boolean isBroken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return true;
            }
        }
        return false;
    }
}
