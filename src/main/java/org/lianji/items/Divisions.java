package org.lianji.items;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Provinces, prefectures and counties of the whole country (GB/T 2260): today's, and those that
 * numbers given long ago begin with.
 */
public final class Divisions {

    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");

    /** What its codes begin with, today and before it was a city. */
    private static final Set<String> OWN_CITY = Set.of("1509", "1526");

    private static final List<Division> ALL = read();
    private static final Set<String> CODES =
            ALL.stream().map(Division::code).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PREFECTURES =
            ALL.stream()
                    .map(division -> division.code().substring(0, 4))
                    .collect(Collectors.toUnmodifiableSet());

    private Divisions() {}

    /**
     * One of them.
     *
     * @param code 12 digits
     * @param name as the list writes it: of former ones with those above
     * @param level PROVINCE, PREFECTURE or COUNTY
     * @param parent code of the one above
     * @param current whether it is one of today's
     */
    public record Division(
            String code, String name, String level, @Nullable String parent, boolean current) {}

    /** {@return all of them, from the top down} */
    public static List<Division> all() {
        return ALL;
    }

    /**
     * {@return whether the code is that of one, or of a place below one: what the code says beyond
     * the county, or beyond a prefecture without counties, is not judged}
     *
     * @param code 12 digits
     */
    public static boolean knows(String code) {
        if (!code.startsWith("00", 4)) {
            return CODES.contains(code.substring(0, 6) + "000000");
        }
        return code.startsWith("00", 2)
                ? CODES.contains(code)
                : CODES.contains(code.substring(0, 4) + "00000000");
    }

    /**
     * {@return whether bodies can be registered there: in the hub's own city a county that there is
     * or was, elsewhere in a prefecture, whose zones have codes that no list has}
     *
     * @param code six characters
     */
    static boolean registers(String code) {
        if (!SIX_DIGITS.matcher(code).matches()) {
            return false;
        }
        String prefecture = code.substring(0, 4);
        return OWN_CITY.contains(prefecture)
                ? CODES.contains(code + "000000")
                : PREFECTURES.contains(prefecture);
    }

    private static List<Division> read() {
        List<Division> read = new ArrayList<>();
        var source = new ClassPathResource("regions/china_counties.csv");
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(source.getInputStream())) {
            for (NamedCsvRecord row : rows) {
                String parent = row.getField("parent");
                read.add(
                        new Division(
                                row.getField("code"),
                                row.getField("name"),
                                row.getField("level"),
                                parent.isEmpty() ? null : parent,
                                Boolean.parseBoolean(row.getField("in_2023_list"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(read);
    }
}
