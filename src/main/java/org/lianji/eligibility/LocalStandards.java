package org.lianji.eligibility;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.jspecify.annotations.Nullable;
import org.lianji.items.Yuan;
import org.lianji.people.Regions;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The standards that counties have set, as {@code schema/eligibility/standards.csv} lists them. */
@Component
final class LocalStandards {

    private static final String FILE = "eligibility/standards.csv";
    private static final String PATH = "schema/" + FILE;
    private static final int COUNTY_DIGITS = 6;

    private final List<LocalStandard> all;

    LocalStandards() {
        this(file());
    }

    /**
     * @param csv rows of standards
     * @throws IllegalStateException with the line, where a row can't be used
     */
    LocalStandards(Reader csv) {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(csv)) {
            Set<String> days = new HashSet<>();
            this.all = rows.stream().map(row -> standard(row, days)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader file() {
        try {
            return new InputStreamReader(
                    new ClassPathResource("graphql/" + FILE).getInputStream(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return what holds on the day, by county and area}
     *
     * @param place code of 12 digits of a county or of a place in it; null for all
     */
    List<LocalStandard> asOf(@Nullable String place, LocalDate day) {
        Map<String, LocalStandard> newest =
                all.stream()
                        .filter(one -> place == null || one.county().equals(county(place)))
                        .filter(one -> !one.from().isAfter(day))
                        .collect(
                                Collectors.toMap(
                                        one -> one.county() + one.area(),
                                        Function.identity(),
                                        BinaryOperator.maxBy(
                                                Comparator.comparing(LocalStandard::from)),
                                        TreeMap::new));
        return List.copyOf(newest.values());
    }

    Optional<LocalStandard> asOf(String place, String area, LocalDate day) {
        return asOf(place, day).stream().filter(one -> one.area().equals(area)).findFirst();
    }

    private static String county(String place) {
        return place.substring(0, Math.min(COUNTY_DIGITS, place.length())) + "000000";
    }

    private static LocalStandard standard(NamedCsvRecord row, Set<String> days) {
        try {
            LocalStandard one = checked(read(row));
            if (!days.add(one.county() + one.area() + one.from())) {
                throw new IllegalArgumentException("that county, area and day stand here twice");
            }
            return one;
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    PATH + ":" + row.getStartingLineNumber() + ": " + e.getMessage(), e);
        }
    }

    private static LocalStandard checked(LocalStandard one) {
        if (!Regions.isKnown(one.county()) || !one.county().equals(county(one.county()))) {
            throw new IllegalArgumentException("there is no county " + one.county());
        }
        if (!Set.of("URBAN", "RURAL").contains(one.area())) {
            throw new IllegalArgumentException("the area is URBAN or RURAL");
        }
        if (one.monthly() <= 0 || one.monthly() % 100 != 0) {
            throw new IllegalArgumentException("a standard is in whole yuan");
        }
        return one;
    }

    private static LocalStandard read(NamedCsvRecord row) {
        return new LocalStandard(
                row.getField("county"),
                row.getField("area"),
                LocalDate.parse(row.getField("from")),
                fen(row.getField("monthly")),
                Integer.parseInt(row.getField("depositMonths")),
                Integer.parseInt(row.getField("vehicles")),
                Integer.parseInt(row.getField("homes")),
                share(row.getField("wageDeduction")),
                Integer.parseInt(row.getField("oldAge")),
                share(row.getField("oldUplift")),
                share(row.getField("minorUplift")),
                share(row.getField("severelyDisabledUplift")),
                share(row.getField("seriouslyIllUplift")),
                fen(row.getField("disposableIncome")),
                share(row.getField("rigidShare")),
                Integer.parseInt(row.getField("reviewMonths")),
                Integer.parseInt(row.getField("workingReviewMonths")),
                row.getField("document"));
    }

    private static long fen(String yuan) {
        return Yuan.fen(new BigDecimal(yuan));
    }

    /** Two decimals: with a standard in whole yuan an uplift is exact to the fen. */
    private static BigDecimal share(String text) {
        BigDecimal share = new BigDecimal(text);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0 || share.scale() > 2) {
            throw new IllegalArgumentException("a share lies between 0 and 1, with two decimals");
        }
        return share;
    }
}
