package org.lianji.clocks;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Clocks that regions run otherwise than everywhere, from a day on: those that {@code
 * regional-clocks.csv} lists, and those of an operator's file, which goes before it.
 */
final class RegionalClocks {

    private static final String OWN = "regional-clocks.csv";
    private static final Pattern REGION = Pattern.compile("\\d{12}");

    /** A rule of a region's own. */
    private record Row(
            String code,
            String region,
            LocalDate from,
            int days,
            DeadlineRule.Unit unit,
            String basis) {}

    private final Set<String> known;
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param known codes of clocks that there are
     * @param file of an operator; null where there is none
     * @throws IllegalStateException with file and line, where a row can't be used
     */
    RegionalClocks(Set<String> known, @Nullable Path file) {
        this.known = Set.copyOf(known);
        try {
            if (file != null) {
                try (InputStream more = Files.newInputStream(file)) {
                    read(file.toString(), more);
                }
            }
            try (InputStream own = new ClassPathResource(OWN).getInputStream()) {
                read(OWN, own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of " + CalendarSettings.CLOCKS, e);
        }
    }

    private void read(String name, InputStream from) throws IOException {
        Set<String> once = new HashSet<>();
        Reader text = new InputStreamReader(from, StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(text)) {
            csv.forEach(row -> rows.add(row(name, row, once)));
        }
    }

    private Row row(String name, NamedCsvRecord row, Set<String> once) {
        try {
            Row one =
                    new Row(
                            row.getField("code"),
                            row.getField("region"),
                            LocalDate.parse(row.getField("from")),
                            Integer.parseInt(row.getField("days")),
                            DeadlineRule.Unit.valueOf(row.getField("unit")),
                            row.getField("basis"));
            require(known.contains(one.code()), "there is no clock " + one.code());
            require(REGION.matcher(one.region()).matches(), "a region has 12 digits");
            require(one.days() > 0, "days are 1 or more");
            require(!one.basis().isBlank(), "it rests on nothing: fill basis in");
            require(
                    once.add(one.code() + one.region() + one.from()),
                    "that clock, region and day stand here twice");
            return one;
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "%s:%d: %s".formatted(name, row.getStartingLineNumber(), e.getMessage()), e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /**
     * {@return the first of the regions that has a rule of its own on a day}
     *
     * @param places their codes, the smallest first
     */
    Optional<String> region(String code, List<String> places, LocalDate day) {
        return places.stream().filter(place -> newest(code, place, day).isPresent()).findFirst();
    }

    /** {@return the rule as it is there on a day} */
    DeadlineRule of(DeadlineRule everywhere, String region, LocalDate day) {
        return newest(everywhere.code(), region, day)
                .map(
                        row ->
                                new DeadlineRule(
                                        everywhere.code(),
                                        row.days(),
                                        row.unit(),
                                        everywhere.extension(),
                                        everywhere.nameZh(),
                                        everywhere.nameEn(),
                                        row.basis()))
                .orElse(everywhere);
    }

    /** An operator's rows come first, so that of two of one day theirs is found. */
    private Optional<Row> newest(String code, String region, LocalDate day) {
        return rows.stream()
                .filter(row -> row.code().equals(code) && row.region().equals(region))
                .filter(row -> !row.from().isAfter(day))
                .sorted(Comparator.comparing(Row::from).reversed())
                .findFirst();
    }
}
