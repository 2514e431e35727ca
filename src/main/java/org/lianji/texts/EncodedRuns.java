package org.lianji.texts;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs of letters in a text that a program would decode: base64, hexadecimal, percent signs, and
 * characters escaped as in HTML, JSON or Java.
 */
final class EncodedRuns {

    /** Fifteen digits and more make no shorter ones. */
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{20,}");

    private static final Pattern HEXADECIMAL = Pattern.compile("(?:3\\d){15,}");
    private static final Pattern PERCENT = Pattern.compile("\\S*%[0-9A-Fa-f]{2}\\S*");
    private static final Pattern ESCAPE =
            Pattern.compile(
                    "&#(?<decimal>\\d{1,7});?|&#[xX](?<html>[0-9A-Fa-f]{1,6});?|\\\\+(?:u(?<four>[0-9A-Fa-f]{4})|x(?<two>[0-9A-Fa-f]{2}))");

    private static final int GROUP = 4;
    private static final int SHORTEST = 20;

    private EncodedRuns() {}

    /**
     * {@return the place where the first run begins in which something is found, from 1}
     *
     * @param search finds it in what a run says
     */
    static OptionalInt in(String text, Function<String, OptionalInt> search) {
        if (text.length() < SHORTEST) {
            return OptionalInt.empty();
        }
        OptionalInt found = in(text, BASE64, run -> inBase64(run, search));
        if (found.isEmpty()) {
            found = in(text, HEXADECIMAL, run -> search.apply(ofHexadecimal(run)).isPresent());
        }
        if (found.isEmpty() && text.indexOf('%') >= 0) {
            found = in(text, PERCENT, run -> search.apply(ofPercent(run)).isPresent());
        }
        return found.isEmpty() ? escaped(text, search) : found;
    }

    /**
     * {@return the place of the first escaped character, where something is found in what all say}
     */
    private static OptionalInt escaped(String text, Function<String, OptionalInt> search) {
        Matcher escape = ESCAPE.matcher(text);
        if (!escape.find()) {
            return OptionalInt.empty();
        }
        int first = text.codePointCount(0, escape.start()) + 1;
        String said =
                escape.replaceAll(one -> Matcher.quoteReplacement(Character.toString(point(one))));
        return search.apply(said).isPresent() ? OptionalInt.of(first) : OptionalInt.empty();
    }

    private static int point(MatchResult escape) {
        String decimal = escape.group("decimal");
        int point =
                decimal == null
                        ? Stream.of("html", "four", "two")
                                .map(escape::group)
                                .filter(Objects::nonNull)
                                .mapToInt(digits -> Integer.parseInt(digits, 16))
                                .findFirst()
                                .orElseThrow()
                        : Integer.parseInt(decimal);
        return Character.isValidCodePoint(point) ? point : '?';
    }

    private static OptionalInt in(String text, Pattern runs, Function<String, Boolean> holds) {
        for (Matcher run = runs.matcher(text); run.find(); ) {
            if (holds.apply(run.group())) {
                return OptionalInt.of(text.codePointCount(0, run.start()) + 1);
            }
        }
        return OptionalInt.empty();
    }

    /** What stands before it may have shifted its groups of four. */
    private static boolean inBase64(String run, Function<String, OptionalInt> search) {
        String plain = run.replace('-', '+').replace('_', '/');
        for (int shift = 0; shift < GROUP; shift++) {
            int length = plain.length() - shift;
            String groups = plain.substring(shift, shift + length - (length % GROUP == 1 ? 1 : 0));
            String said =
                    new String(Base64.getDecoder().decode(groups), StandardCharsets.ISO_8859_1);
            if (search.apply(said).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static String ofHexadecimal(String run) {
        return new String(HexFormat.of().parseHex(run), StandardCharsets.US_ASCII);
    }

    private static String ofPercent(String run) {
        try {
            return URLDecoder.decode(run, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return run;
        }
    }
}
