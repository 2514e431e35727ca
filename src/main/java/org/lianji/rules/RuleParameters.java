package org.lianji.rules;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values that rules take, such as the standard of the minimum living allowance: dated, and by
 * region where they differ. Money is in fen, as the graph has it.
 */
@Component
public final class RuleParameters {

    private static final String FILE = "graphql/rules/parameters.csv";

    /** Everywhere else. */
    public static final String EVERYWHERE = "*";

    private final List<RuleParameter> ofFile = read();
    private final ObjectProvider<ParameterAmendments> amendments;

    RuleParameters(ObjectProvider<ParameterAmendments> amendments) {
        this.amendments = amendments;
    }

    /** {@return the names there are} */
    Set<String> names() {
        return ofFile.stream().map(RuleParameter::name).collect(Collectors.toUnmodifiableSet());
    }

    /** {@return the parameter of that name, with one of its values} */
    public Optional<RuleParameter> named(String name) {
        return ofFile.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** {@return what holds on the day} */
    public List<RuleParameter> asOf(LocalDate day) {
        return asOf(day, List.of());
    }

    /**
     * {@return what would hold on the day}
     *
     * @param supposed values that are taken for approved, too
     */
    public List<RuleParameter> asOf(LocalDate day, List<RuleParameter.DatedValue> supposed) {
        Map<List<String>, RuleParameter> newest = new HashMap<>();
        Stream<RuleParameter> amended =
                Stream.concat(
                                amendments.stream().flatMap(some -> some.approved().stream()),
                                supposed.stream())
                        .flatMap(value -> named(value.name()).map(one -> one.with(value)).stream());
        Stream.concat(ofFile.stream(), amended)
                .filter(one -> !one.from().isAfter(day))
                .sorted(Comparator.comparing(RuleParameter::from))
                .forEach(one -> newest.put(List.of(one.name(), one.region()), one));
        return newest.values().stream()
                .sorted(
                        Comparator.comparing(RuleParameter::name)
                                .thenComparing(RuleParameter::region))
                .toList();
    }

    /**
     * {@return an amount of money where somebody lives, in fen; nought where there is none}
     *
     * @param places codes of the regions they live in, the smallest first
     */
    public long money(String name, List<String> places, LocalDate day) {
        return whole(name, places, day);
    }

    /**
     * {@return a whole number, such as of months, where somebody lives; nought where there is none}
     *
     * @param places codes of the regions they live in, the smallest first
     */
    public long whole(String name, List<String> places, LocalDate day) {
        List<RuleParameter> values =
                asOf(day).stream().filter(value -> value.name().equals(name)).toList();
        return Stream.concat(places.stream(), Stream.of(EVERYWHERE))
                .flatMap(place -> values.stream().filter(value -> value.region().equals(place)))
                .findFirst()
                .map(value -> (Long) value.number())
                .orElse(0L);
    }

    /** {@return by name the value of each region that has one of its own, and of all others} */
    static Map<String, Map<String, Object>> values(Set<String> names, List<RuleParameter> some) {
        Map<String, Map<String, Object>> values = new HashMap<>();
        for (RuleParameter one : some) {
            if (names.contains(one.name())) {
                values.computeIfAbsent(one.name(), _ -> new HashMap<>())
                        .put(one.region(), one.number());
            }
        }
        return values;
    }

    private static List<RuleParameter> read() {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder()
                        .ofNamedCsvRecord(new ClassPathResource(FILE).getInputStream())) {
            return rows.stream().map(RuleParameters::parameter).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleParameter parameter(NamedCsvRecord row) {
        String region = row.getField("region");
        return new RuleParameter(
                row.getField("name"),
                region.isEmpty() ? EVERYWHERE : region,
                LocalDate.parse(row.getField("from")),
                row.getField("value"),
                row.getField("unit"),
                row.getField("nameZh"),
                row.getField("nameEn"),
                row.getField("basis"));
    }
}
