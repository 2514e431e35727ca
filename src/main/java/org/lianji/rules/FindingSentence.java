package org.lianji.rules;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A sentence of a rule, with places such as {@code {YB03.selfPayTotal}} for values. */
public final class FindingSentence {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Z]{2}\\d{2})\\.(\\w+)}");

    private FindingSentence() {}

    /** An item whose value the sentence tells. */
    public record Place(String category, String item) {

        private static Place of(MatchResult match) {
            return new Place(match.group(1), match.group(2));
        }
    }

    static Stream<Place> places(String text) {
        return PLACE.matcher(text).results().map(Place::of);
    }

    /**
     * {@return the sentence}
     *
     * @param value what stands for an item
     */
    public static String of(String text, Function<Place, String> value) {
        return PLACE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(value.apply(Place.of(match))));
    }
}
