package org.lianji.bench.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Gathers the records about one kin, and what they say together. */
final class Rows {

    /** Categories in which a record is help, whatever it says. */
    private static final Set<String> HELP = Set.of(
            "MZ01", "MZ02", "MZ03", "MZ04", "MZ05", "MZ07", "MZ08", "MZ09", "MZ14", "JY02", "JY03",
            "RS04", "RS05", "ZJ01", "ZJ02", "WJ03", "YJ01", "YJ02", "YB02", "NM01", "CL02", "CL03");

    private final List<Row> rows = new ArrayList<>();
    private final List<Planted> planted = new ArrayList<>();
    private final Map<Integer, Set<String>> departments = new TreeMap<>();
    private final Map<Integer, Map<String, String>> risks = new TreeMap<>();
    private final Map<Integer, List<String>> paidAfterDeath = new TreeMap<>();
    private final Set<Integer> helped = new TreeSet<>();
    private final RecordNumbers numbers;
    private final Dice hours;

    Rows(RecordNumbers numbers, Dice hours) {
        this.numbers = numbers;
        this.hours = hours;
    }

    /** Adds a record about {@code person} that {@code validTo} ends, or nothing does. */
    Row addUntil(
            String category,
            Person person,
            LocalDate observed,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            Object... items) {
        departments
                .computeIfAbsent(person.index(), index -> new TreeSet<>())
                .add(category.substring(0, 2));
        if (HELP.contains(category)) {
            helped.add(person.index());
        }
        return anyone(category, person.id(), person.name(), observed, validFrom, validTo, items);
    }

    Row add(String category, Person person, LocalDate observed, LocalDate from, Object... items) {
        return addUntil(category, person, observed, from, Optional.empty(), items);
    }

    /** Adds a record about someone who is not of the kin, or about nobody. */
    Row anyone(
            String category,
            String idNumber,
            String name,
            LocalDate observed,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            Object... items) {
        var row = new Row(
                category,
                numbers.next(category),
                idNumber,
                name,
                Text.instant(observed, hours),
                validFrom.toString(),
                validTo.map(LocalDate::toString).orElse(""),
                Arrays.stream(items).map(Text::of).toList());
        rows.add(row);
        return row;
    }

    void help(Person person, String department) {
        helped.add(person.index());
        departments.computeIfAbsent(person.index(), index -> new TreeSet<>()).add(department);
    }

    /** Notes that the record is a sign of hardship. */
    void risk(Person person, Row row, String what) {
        String department = row.category().substring(0, 2);
        risks.computeIfAbsent(person.index(), index -> new TreeMap<>())
                .putIfAbsent(department, row.no() + " " + what);
    }

    /** Notes a payment that runs; to the dead it is one that should not. */
    void paid(Person person, Row row) {
        if (!person.alive() && row.validTo().isEmpty()) {
            paidAfterDeath.computeIfAbsent(person.index(), index -> new ArrayList<>()).add(row.no());
        }
    }

    void plant(Planted.Kind kind, Person person, String household, String records, String why) {
        planted.add(new Planted(kind, person.id(), household, records, why));
    }

    boolean helped(Person person) {
        return helped.contains(person.index());
    }

    Map<String, String> risks(Person person) {
        return risks.getOrDefault(person.index(), Map.of());
    }

    Set<String> departments(Person person) {
        return departments.getOrDefault(person.index(), Set.of());
    }

    Map<Integer, List<String>> paidAfterDeath() {
        return paidAfterDeath;
    }

    /** Numbers of the person's records in the category, joined by {@code ;}. */
    String numbers(Person person, String category) {
        return rows.stream()
                .filter(row -> row.category().equals(category) && row.idNumber().equals(person.id()))
                .map(Row::no)
                .collect(Collectors.joining(";"));
    }

    List<Row> rows() {
        return rows;
    }

    List<Planted> planted() {
        return planted;
    }
}
