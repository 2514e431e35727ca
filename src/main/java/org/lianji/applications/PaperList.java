package org.lianji.applications;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.jspecify.annotations.Nullable;
import org.lianji.assistance.AssistanceKind;
import org.lianji.catalogue.Catalogue;
import org.lianji.people.Regions;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which papers an application takes, as {@code schema/applications/papers.csv} lists them. */
final class PaperList {

    private static final String FILE = "applications/papers.csv";
    private static final String PATH = "schema/" + FILE;

    /** All kinds whose means are checked, or the whole country. */
    private static final String ALL = "*";

    /** The row of the smallest region, and of these the newest. */
    private static final Comparator<Paper> NEAREST =
            Comparator.<Paper>comparingInt(one -> within(one).length()).thenComparing(Paper::from);

    private record PaperRow(AssistanceKind kind, Paper paper) {}

    private final List<PaperRow> all;

    /**
     * @param csv rows of papers
     * @throws IllegalStateException with the line, where a row can't be used
     */
    PaperList(Catalogue catalogue, Reader csv) {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(csv)) {
            Set<String> seen = new HashSet<>();
            this.all = rows.stream().flatMap(row -> listed(row, catalogue, seen)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the list as the hub has it} */
    static PaperList ofHub(Catalogue catalogue) {
        try {
            return new PaperList(
                    catalogue,
                    new InputStreamReader(
                            new ClassPathResource("graphql/" + FILE).getInputStream(),
                            StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return the papers of an application, in the order of the list}
     *
     * @param place code of 12 digits of where the family lives
     */
    List<Paper> asOf(AssistanceKind kind, String place, LocalDate day) {
        Map<String, Paper> nearest =
                all.stream()
                        .filter(one -> one.kind == kind)
                        .map(PaperRow::paper)
                        .filter(one -> !one.from().isAfter(day) && place.startsWith(within(one)))
                        .collect(
                                Collectors.toMap(
                                        Paper::code,
                                        Function.identity(),
                                        BinaryOperator.maxBy(NEAREST),
                                        LinkedHashMap::new));
        return nearest.values().stream()
                .filter(one -> one.askedOf() != Paper.Source.NOBODY)
                .toList();
    }

    private static String within(Paper one) {
        return one.region() instanceof String region ? Regions.prefix(region) : "";
    }

    private static Stream<PaperRow> listed(
            NamedCsvRecord row, Catalogue catalogue, Set<String> seen) {
        try {
            Paper paper = read(row);
            if (paper.region() instanceof String region && !Regions.isKnown(region)) {
                throw new IllegalArgumentException("there is no region " + region);
            }
            if (paper.category() instanceof String category
                    && catalogue.category(category).isEmpty()) {
                throw new IllegalArgumentException("there is no category " + category);
            }
            List<PaperRow> listed =
                    kinds(row.getField("kind")).map(kind -> new PaperRow(kind, paper)).toList();
            for (PaperRow one : listed) {
                if (!seen.add(one.kind + within(paper) + "|" + paper.code() + paper.from())) {
                    throw new IllegalArgumentException(
                            "that kind, region, code and day stand here twice");
                }
            }
            return listed.stream();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    PATH + ":" + row.getStartingLineNumber() + ": " + e.getMessage(), e);
        }
    }

    private static Stream<AssistanceKind> kinds(String kind) {
        return kind.equals(ALL)
                ? Stream.of(AssistanceKind.values()).filter(one -> !one.ofSpending())
                : Stream.of(AssistanceKind.valueOf(kind));
    }

    private static Paper read(NamedCsvRecord row) {
        String region = row.getField("region");
        return new Paper(
                row.getField("code"),
                row.getField("nameZh"),
                row.getField("nameEn"),
                Paper.Bringer.valueOf(row.getField("bringer")),
                Paper.Form.valueOf(row.getField("form")),
                Paper.Source.valueOf(row.getField("askedOf")),
                given(row.getField("category")),
                always(row.getField("always")),
                row.getField("basis"),
                region.equals(ALL) ? null : region,
                LocalDate.parse(row.getField("from")));
    }

    private static @Nullable String given(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static boolean always(String cell) {
        return switch (cell) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("always is true or false");
        };
    }
}
