package org.lianji.bench.city;

import static java.util.stream.Collectors.toCollection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A written city's records by ID number, and the families that they make. */
final class CityRecords {

    private final LocalDate today;
    private final Map<String, Map<String, List<Map<String, String>>>> records = new HashMap<>();
    private final Map<String, String> home = new HashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, Set<String>> ever = new HashMap<>();
    private final Map<String, Set<String>> households = new HashMap<>();
    private final Map<String, List<Map<String, String>>> allowances = new HashMap<>();

    CityRecords(Path city, LocalDate today) {
        this.today = today;
        Categories.codes().forEach(code -> read(city, code));
        families();
    }

    /** {@return the ID numbers of all of whom there is a record} */
    Set<String> people() {
        return records.keySet();
    }

    /** {@return a name of the family that the departments know the person in} */
    String family(String person) {
        return home.getOrDefault(person, person);
    }

    Set<String> members(String person) {
        return members.getOrDefault(family(person), Set.of(person));
    }

    /** {@return the numbers of all households that they ever were counted in} */
    Set<String> households(String person) {
        return households.getOrDefault(person, Set.of());
    }

    /** {@return who belongs to the household today} */
    Set<String> today(String household) {
        return members.getOrDefault(household, Set.of());
    }

    /** {@return who ever belonged to it} */
    Set<String> ever(String household) {
        return ever.getOrDefault(household, Set.of());
    }

    /** {@return the records of an allowance that count the person, whoever applied for it} */
    List<Map<String, String>> allowances(String person) {
        return allowances.getOrDefault(person, List.of());
    }

    /** {@return who is counted by a record of a household} */
    static Set<String> counted(Map<String, String> row) {
        return Stream.concat(
                        Stream.of(row.get("idNumber")),
                        Stream.of(row.get("memberIdNumbers").split(";")))
                .filter(one -> !one.isEmpty())
                .collect(toCollection(TreeSet::new));
    }

    List<Map<String, String>> of(String person, String code) {
        return records.getOrDefault(person, Map.of()).getOrDefault(code, List.of());
    }

    boolean holds(Map<String, String> row) {
        return row.get("validUntil").isEmpty() || !day(row, "validUntil").isBefore(today);
    }

    boolean any(String p, String code, Predicate<Map<String, String>> test) {
        return of(p, code).stream().anyMatch(test);
    }

    static boolean is(Map<String, String> row, String item, String value) {
        return value.equals(row.get(item));
    }

    static double number(Map<String, String> row, String item) {
        return row.get(item).isEmpty() ? 0 : Double.parseDouble(row.get(item));
    }

    static LocalDate day(Map<String, String> row, String item) {
        return LocalDate.parse(row.get(item).substring(0, 10));
    }

    /**
     * Who lives together is known of those whom an allowance or a recognition counts, and of others
     * who is registered together; who has gone from the register is in nobody's family.
     */
    private void families() {
        Map<String, Set<String>> together = new TreeMap<>();
        Map<String, Set<String>> registered = new TreeMap<>();
        records.forEach(
                (p, by) -> {
                    boolean gone = any(p, "GA02", one -> !is(one, "reason", "DUPLICATE"));
                    for (Map<String, String> row : by.getOrDefault("GA01", List.of())) {
                        join(ever, row.get("hukouNo"), p);
                        if (!gone) {
                            join(registered, row.get("hukouNo"), p);
                        }
                    }
                    Stream.of("MZ01", "MZ03", "MZ04")
                            .flatMap(code -> by.getOrDefault(code, List.of()).stream())
                            .forEach(row -> counted(row).forEach(one -> count(together, row, one)));
                    by.getOrDefault("MZ01", List.of())
                            .forEach(row -> counted(row).forEach(one -> allowance(row, one)));
                });
        ever.forEach(
                (no, people) ->
                        people.forEach(
                                one ->
                                        households
                                                .computeIfAbsent(one, _ -> new TreeSet<>())
                                                .add(no)));
        for (var kind : List.of(together, registered)) {
            kind.forEach(
                    (no, people) -> {
                        members.put(no, people);
                        people.forEach(one -> home.putIfAbsent(one, no));
                    });
        }
    }

    private void count(Map<String, Set<String>> together, Map<String, String> row, String person) {
        join(ever, row.get("householdNo"), person);
        if (lasts(row)) {
            join(together, row.get("householdNo"), person);
        }
    }

    private void allowance(Map<String, String> row, String person) {
        allowances.computeIfAbsent(person, _ -> new ArrayList<>()).add(row);
    }

    private static void join(Map<String, Set<String>> households, String no, String person) {
        households.computeIfAbsent(no, _ -> new TreeSet<>()).add(person);
    }

    /** A recognition of rigid expenses has no state: it ends by its day alone. */
    private boolean lasts(Map<String, String> row) {
        return row.containsKey("status")
                ? !Set.of("STOPPED", "MOVED_TO_DIBAO", "EXPIRED", "WITHDRAWN")
                        .contains(row.get("status"))
                : holds(row);
    }

    private void read(Path city, String code) {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Files.newInputStream(city.resolve(code + ".csv.gz"))),
                                StandardCharsets.UTF_8))) {
            List<String> names = cells(lines.readLine());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> values = cells(line);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    row.put(names.get(i), values.get(i));
                }
                if (!row.getOrDefault("idNumber", "").isEmpty()) {
                    records.computeIfAbsent(row.get("idNumber"), _ -> new HashMap<>())
                            .computeIfAbsent(code, _ -> new ArrayList<>())
                            .add(row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cells stand in quotes where they have a comma; none has a line end. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
