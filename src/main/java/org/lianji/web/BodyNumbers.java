package org.lianji.web;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.texts.IdNumbers;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Refuses a JSON body in which somebody's ID number stands, for whoever takes one that has no
 * schema of GraphQL's: nothing that comes in so is a place for numbers.
 */
public final class BodyNumbers {

    private final LocalDate today;
    private final Deque<Object> path = new ArrayDeque<>();

    private BodyNumbers(LocalDate today) {
        this.today = today;
    }

    /**
     * @param body of maps, lists, texts, numbers
     * @throws Problem ID_NUMBER_IN_TEXT with the place, never the number
     */
    public static void refuse(@Nullable Object body, LocalDate today) {
        new BodyNumbers(today).judge(body);
    }

    private void judge(@Nullable Object value) {
        switch (value) {
            case Map<?, ?> object -> object.forEach((name, one) -> descend(place(name), one));
            case List<?> several -> {
                for (int i = 0; i < several.size(); i++) {
                    descend(i, several.get(i));
                }
            }
            case String text -> judge(text);
            case Number number -> judge(number.toString());
            case null, default -> {} // holds no text
        }
    }

    private void descend(Object step, @Nullable Object value) {
        path.addLast(step);
        judge(value);
        path.removeLast();
    }

    /** A name of the caller's own may be anything, a number too. */
    private Object place(Object name) {
        judge(name.toString());
        return name.toString().matches("[A-Za-z_-]{1,40}") ? name : "field";
    }

    private void judge(String text) {
        OptionalInt place = IdNumbers.in(text, today);
        if (place.isPresent()) {
            throw new Problem(
                    PlatformCode.ID_NUMBER_IN_TEXT,
                    Map.of("path", List.copyOf(path), "position", place.getAsInt()));
        }
    }
}
