package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How values are written in a cell. */
final class Text {

    private Text() {}

    static String of(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.map(Text::of).orElse("");
            case List<?> list -> list.stream().map(Text::of).collect(Collectors.joining(";"));
            default -> value.toString();
        };
    }

    /** CNY with two decimals. */
    static String yuan(double amount) {
        long cents = Math.round(amount * 100);
        return cents / 100 + "." + String.valueOf(100 + cents % 100).substring(1);
    }

    /** One decimal, such as an area. */
    static String tenths(double number) {
        long tenths = Math.round(number * 10);
        return tenths / 10 + "." + tenths % 10;
    }

    /** Two decimals, such as a ratio. */
    static String hundredths(double number) {
        return yuan(number);
    }

    /** A moment of that day's office hours, China Standard Time. */
    static String instant(LocalDate day, Dice dice) {
        int second = dice.between(8 * 3600, 18 * 3600);
        return day + "T" + two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60)
                + "+08:00";
    }

    static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
