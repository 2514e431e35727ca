package org.lianji.platform;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a fault says in the caller's language, Chinese unless English was asked for: the sentence of
 * its code, in which <code>{max}</code> stands for the detail of that name.
 */
final class Sentence {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** Of a fault kept by an earlier version, which had no such detail. */
    private static final String UNKNOWN = "…";

    private final boolean english;
    private final Map<String, Object> details;

    private Sentence(boolean english, Map<String, Object> details) {
        this.english = english;
        this.details = details;
    }

    static String of(Code code, Map<String, Object> details, Locale locale) {
        boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        return new Sentence(english, details).of(code);
    }

    /** {@return whether the details leave no hole in the sentences} */
    static boolean whole(Code code, Map<String, Object> details) {
        return PLACE.matcher(code.zh() + code.en())
                .results()
                .allMatch(place -> details.containsKey(place.group(1)));
    }

    private String of(Code code) {
        return PLACE.matcher(english ? code.en() : code.zh())
                .replaceAll(place -> Matcher.quoteReplacement(text(details.get(place.group(1)))));
    }

    private String text(@Nullable Object value) {
        return switch (value) {
            case null -> UNKNOWN;
            case Code code -> of(code);
            case BigDecimal number -> number.toPlainString();
            case Collection<?> none when none.isEmpty() -> english ? "none" : "无";
            case Collection<?> list ->
                    list.stream().map(this::text).collect(Collectors.joining(english ? ", " : "、"));
            default -> value.toString();
        };
    }
}
