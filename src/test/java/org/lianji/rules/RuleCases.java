package org.lianji.rules;

import org.lianji.catalogue.Catalogue;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The cases that each rule's file brings: records of people called by letters, and whom the rule
 * finds among them. Days are written as numbers before or after today, months likewise.
 */
final class RuleCases {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final LocalDate BORN = LocalDate.of(1982, 5, 4);
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Catalogue catalogue;
    private int people;
    private int rows;

    RuleCases(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param rule code
     * @param name what it shows
     * @param people ID numbers by letter
     * @param records rows by category
     * @param finds letters
     */
    record Case(
            String rule,
            String name,
            Map<String, String> people,
            Map<String, List<Map<String, Object>>> records,
            List<String> finds) {}

    /** {@return the cases of all rules} */
    List<Case> all() {
        try (Stream<Path> files = Files.list(Path.of("schema/rules"))) {
            return files.filter(file -> file.getFileName().toString().matches("R\\d+\\.yaml"))
                    .sorted()
                    .flatMap(this::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private Stream<Case> of(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            Map<String, Object> rule =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            List<Map<String, Object>> cases = (List<Map<String, Object>>) rule.get("cases");
            return cases.stream().map(one -> of((String) rule.get("code"), one)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private Case of(String rule, Map<String, Object> one) {
        Map<String, String> numbers = new LinkedHashMap<>();
        ((Map<String, Object>) one.getOrDefault("people", Map.of()))
                .forEach((letter, born) -> numbers.put(letter, number(day(born))));
        Map<String, List<Map<String, Object>>> records = new LinkedHashMap<>();
        for (Map<String, Object> row : (List<Map<String, Object>>) one.get("records")) {
            String category = (String) row.get("category");
            records.computeIfAbsent(category, _ -> new ArrayList<>())
                    .add(row(category, row, numbers));
        }
        return new Case(
                rule, (String) one.get("name"), numbers, records, (List<String>) one.get("finds"));
    }

    private Map<String, Object> row(
            String category, Map<String, Object> written, Map<String, String> people) {
        Map<String, Object> row = new HashMap<>();
        row.put("recordNo", category + "-" + rows++);
        row.put("observedAt", day(-1) + "T08:00:00+08:00");
        if (category.equals("GA01")) {
            row.putAll(registration(number(people, written.get("of"))));
        }
        written.forEach(
                (name, value) -> {
                    switch (name) {
                        case "category" -> {}
                        case "of" -> row.put("idNumber", number(people, value));
                        case "observedAt" -> row.put(name, day(value) + "T08:00:00+08:00");
                        case "validFrom", "validTo" -> row.put(name, day(value).toString());
                        default ->
                                row.put(
                                        name,
                                        value(
                                                catalogue
                                                        .category(category)
                                                        .orElseThrow()
                                                        .item(name)
                                                        .orElseThrow(
                                                                () ->
                                                                        new AssertionError(
                                                                                category
                                                                                        + " has no "
                                                                                        + name)),
                                                value,
                                                people));
                    }
                });
        return row;
    }

    /** What the number says, and what doesn't matter. */
    private static Map<String, Object> registration(String number) {
        return Map.of(
                "relationToHead", "HEAD",
                "hukouRegion", "150902001001",
                "name", "某某",
                "sex", (number.charAt(16) - '0') % 2 == 1 ? "MALE" : "FEMALE",
                "birthDate",
                        LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE)
                                .toString());
    }

    private Object value(Item item, Object value, Map<String, String> people) {
        if (value instanceof List<?> list) {
            return list.stream().map(one -> value(item, one, people)).toList();
        }
        return switch (item.type()) {
            case ItemType.Scalar.ID_NUMBER -> number(people, value);
            case ItemType.Scalar.DATE -> day(value).toString();
            case ItemType.Scalar.DATE_TIME -> day(value) + "T08:00:00+08:00";
            case ItemType.Scalar.YEAR_MONTH ->
                    value instanceof Integer months
                            ? YearMonth.from(TODAY).plusMonths(months).toString()
                            : value;
            case ItemType.Scalar.CERTIFICATE_NUMBER ->
                    number(people, value.toString().substring(1, 2))
                            + value.toString().substring(3);
            case ItemType.Scalar.INT -> value;
            case ItemType.Scalar.BOOLEAN -> value;
            default -> value.toString();
        };
    }

    private static LocalDate day(Object value) {
        return switch (value) {
            case Integer days -> TODAY.plusDays(days);
            case java.util.Date date -> date.toInstant().atZone(ZoneId.of("UTC")).toLocalDate();
            case String age when age.endsWith("y") ->
                    TODAY.plusYears(Integer.parseInt(age.substring(0, age.length() - 1)))
                            .minusDays(40);
            default -> LocalDate.parse(value.toString());
        };
    }

    private String number(Map<String, String> people, Object letter) {
        return people.computeIfAbsent(letter.toString(), _ -> number(BORN));
    }

    private String number(LocalDate born) {
        int serial = people++;
        String digits =
                (serial < 1000 ? "152627" : "152630")
                        + born.format(DateTimeFormatter.BASIC_ISO_DATE)
                        + "%03d".formatted(serial % 1000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
