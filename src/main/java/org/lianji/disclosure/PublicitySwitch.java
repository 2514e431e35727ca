package org.lianji.disclosure;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.jspecify.annotations.Nullable;
import org.lianji.access.PolicyFile;
import org.lianji.people.Regions;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Where the list of those in receipt is public: {@code schema/access/publicity.csv}, or the
 * operator's file that stands in its place. Of the rows of the smallest region that has any the
 * newest holds; without a row nothing is public.
 */
@Component
final class PublicitySwitch {

    private final List<Row> rows;

    /**
     * @throws IllegalStateException with the line, where a row can't be used
     */
    PublicitySwitch(Regions regions, Settings settings) {
        Function<NamedCsvRecord, Row> read = line -> checked(line, regions);
        this.rows =
                settings.file() == null
                        ? PolicyFile.rows("publicity.csv", read)
                        : PolicyFile.rows(settings.file(), read);
    }

    /**
     * @param file CSV in the form of {@code publicity.csv}, in whose place it stands; null for that
     */
    @ConfigurationProperties("lianji.publicity")
    record Settings(@Nullable Path file) {}

    /** Whether there is a list. */
    private enum Publicity {
        PUBLIC,
        NONE
    }

    private record Row(String region, LocalDate from, Publicity list) {

        String prefix() {
            return Regions.prefix(region);
        }
    }

    private static Row checked(NamedCsvRecord line, Regions regions) {
        Row row =
                new Row(
                        line.getField("region"),
                        LocalDate.parse(line.getField("from")),
                        Publicity.valueOf(line.getField("list")));
        if (!regions.exists(row.region())) {
            throw new IllegalArgumentException("there is no region " + row.region());
        }
        return row;
    }

    /** {@return whether the list of the village is public on the day} */
    boolean isPublic(String village, LocalDate day) {
        return rows.stream()
                .filter(one -> village.startsWith(one.prefix()) && !one.from().isAfter(day))
                .max(
                        Comparator.comparing((Row one) -> one.prefix().length())
                                .thenComparing(Row::from))
                .filter(one -> one.list() == Publicity.PUBLIC)
                .isPresent();
    }
}
