package org.lianji.bench.city;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * What a synthetic city depends on, and all it depends on.
 *
 * @param seed the same seed gives the same bytes
 * @param people registered people alive on {@code asOf}
 * @param errors share of the rows whose identity is written wrongly
 * @param asOf the day the city is looked at; nothing reads a clock
 * @param out folder that receives the files
 * @param cases whether more is planted for the rules of monitoring than chance brings
 */
record Settings(long seed, int people, double errors, LocalDate asOf, Path out, boolean cases) {

    Settings {
        if (people < 1) {
            throw new IllegalArgumentException("--people must be at least 1");
        }
        if (errors < 0 || errors > 1) {
            throw new IllegalArgumentException("--errors must lie between 0 and 1");
        }
    }

    static Settings of(String... arguments) {
        var settings =
                new Settings(
                        1,
                        20_000,
                        0.02,
                        LocalDate.of(2026, 11, 20),
                        Path.of("target", "city"),
                        false);
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "Every option takes a value: " + Arrays.toString(arguments));
        }
        for (int i = 0; i < arguments.length; i += 2) {
            settings = settings.with(arguments[i], arguments[i + 1]);
        }
        return settings;
    }

    private Settings with(String option, String value) {
        return switch (option) {
            case "--seed" -> new Settings(Long.parseLong(value), people, errors, asOf, out, cases);
            case "--people" ->
                    new Settings(seed, Integer.parseInt(value), errors, asOf, out, cases);
            case "--errors" ->
                    new Settings(seed, people, Double.parseDouble(value), asOf, out, cases);
            case "--as-of" ->
                    new Settings(seed, people, errors, LocalDate.parse(value), out, cases);
            case "--out" -> new Settings(seed, people, errors, asOf, Path.of(value), cases);
            case "--cases" ->
                    new Settings(seed, people, errors, asOf, out, Boolean.parseBoolean(value));
            default -> throw new IllegalArgumentException("Unknown option " + option);
        };
    }
}
