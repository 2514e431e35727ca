package org.lianji.clocks;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.nio.file.Path;

/**
 * Working days beyond those the hub comes with.
 *
 * @param file JSON with the holidays and make-up working days of further years, in the form of
 *     {@code chinese-days.json}; what it says of a day goes before what the hub knew
 * @param clocks CSV with the clocks that regions run otherwise than everywhere, in the form of
 *     {@code regional-clocks.csv}; of one day, region and clock it goes before what the hub knew
 */
@ConfigurationProperties("lianji.calendar")
public record CalendarSettings(@Nullable Path file, @Nullable Path clocks) {

    static final String FILE = "lianji.calendar.file";
    static final String CLOCKS = "lianji.calendar.clocks";
}
