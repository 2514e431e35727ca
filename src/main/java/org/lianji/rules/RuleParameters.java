package org.lianji.rules;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values that rules take, such as the standard of the minimum living allowance: dated, and by
 * region where they differ. Money is in fen, as the graph has it.
 */
@Component
public final class RuleParameters {

    private static final String FILE = "graphql/rules/parameters.csv";

    /** Everywhere else. */
    private static final String EVERYWHERE = "*";

    private final List<RuleParameter> all = read();

    /** {@return the names there are} */
    Set<String> names() {
        return all.stream().map(RuleParameter::name).collect(Collectors.toUnmodifiableSet());
    }

    /** {@return what holds on the day} */
    public List<RuleParameter> asOf(LocalDate day) {
        Map<List<String>, RuleParameter> newest = new HashMap<>();
        all.stream()
                .filter(one -> !one.from().isAfter(day))
                .sorted(Comparator.comparing(RuleParameter::from))
                .forEach(one -> newest.put(List.of(one.name(), one.region()), one));
        return newest.values().stream()
                .sorted(
                        Comparator.comparing(RuleParameter::name)
                                .thenComparing(RuleParameter::region))
                .toList();
    }

    /** {@return by name the value of each region that has one of its own, and of all others} */
    Map<String, Map<String, Object>> values(Set<String> names, LocalDate day) {
        Map<String, Map<String, Object>> values = new HashMap<>();
        for (RuleParameter one : asOf(day)) {
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
