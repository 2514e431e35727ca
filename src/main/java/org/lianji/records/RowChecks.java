package org.lianji.records;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.items.Check;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.items.ParsedValue;
import org.lianji.items.Values;
import org.lianji.people.Identity;
import org.lianji.people.People;
import org.lianji.people.Regions;
import org.lianji.upload.Columns;
import org.lianji.upload.ContributionCode;
import org.lianji.upload.Finding;
import org.lianji.upload.RawRow;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Checks the rows of one category and finds everything that is wrong with each, not the first
 * thing.
 */
public final class RowChecks {

    private static final int LONGEST_LIST = 100;
    private static final String SEPARATOR = ";";

    private final Columns columns;
    private final List<Check> checks;
    private final Map<String, Object> defaults = new LinkedHashMap<>();
    private final Values values;
    private final People people;
    private final Regions regions;

    public RowChecks(Category category, Values values, People people, Regions regions) {
        this.columns = new Columns(category);
        this.values = values;
        this.people = people;
        this.regions = regions;
        this.checks = category.checks();
        category.items().stream()
                .filter(item -> item.limits().otherwise() != null)
                .forEach(this::addDefault);
    }

    private void addDefault(Item item) {
        if (values.parse(item, Objects.requireNonNull(item.limits().otherwise()))
                instanceof ParsedValue.Valid good) {
            defaults.put(item.name(), good.value());
        }
    }

    CheckedRow check(RawRow raw) {
        if (raw.isEmpty()) {
            return new CheckedRow.Empty(raw);
        }
        List<Finding> findings = new ArrayList<>(raw.findings());
        Map<String, Object> said = findings.isEmpty() ? said(raw.given(), findings) : Map.of();
        if (said.get(Columns.VALID_FROM) instanceof LocalDate from
                && said.get(Columns.VALID_TO) instanceof LocalDate to
                && to.isBefore(from)) {
            findings.add(new Finding(ContributionCode.VALIDITY_ORDER, Columns.VALID_TO));
        }
        checks.stream()
                .filter(check -> !check.holds(said))
                .forEach(check -> findings.add(new Finding(check, check.item())));
        return findings.isEmpty()
                ? new CheckedRow.Valid(raw, row(raw, said))
                : new CheckedRow.Invalid(raw, findings);
    }

    /** {@return what can be read of the row, by column} */
    private Map<String, Object> said(Map<String, Object> given, List<Finding> findings) {
        given.keySet().stream()
                .filter(name -> !columns.knows(name))
                .forEach(
                        name ->
                                findings.add(
                                        new Finding(
                                                ContributionCode.UNKNOWN_FIELD, pointer(name))));
        Map<String, Object> said = new LinkedHashMap<>();
        for (Item item : columns.all()) {
            Object value = value(item, given.get(item.name()), findings);
            if (value != null) {
                said.put(item.name(), value);
            }
        }
        return said;
    }

    /** A name of the sender's own may hold anything, an ID number too. */
    private static @Nullable String pointer(String name) {
        return name.matches("[A-Za-z_]\\w{0,60}") && !name.matches(".*\\d{6}.*") ? name : null;
    }

    private @Nullable Object value(Item item, @Nullable Object raw, List<Finding> findings) {
        if (raw == null) {
            if (item.limits().required()) {
                findings.add(new Finding(ContributionCode.REQUIRED, item.name()));
            }
            return null;
        }
        if (item.list()) {
            return list(item, raw, findings);
        }
        if (raw instanceof List || raw instanceof Map) {
            findings.add(new Finding(ContributionCode.SINGLE_EXPECTED, item.name()));
            return null;
        }
        return single(item, raw, item.name(), findings);
    }

    private @Nullable Object list(Item item, Object raw, List<Finding> findings) {
        List<?> elements =
                switch (raw) {
                    case List<?> list -> list;
                    case String text -> Arrays.asList(text.split(SEPARATOR));
                    default -> null;
                };
        if (elements == null) {
            findings.add(new Finding(ContributionCode.LIST_EXPECTED, item.name()));
            return null;
        }
        if (elements.size() > LONGEST_LIST) {
            findings.add(
                    new Finding(
                            ContributionCode.LIST_TOO_LONG,
                            item.name(),
                            Map.of("max", LONGEST_LIST)));
            return null;
        }
        List<Object> read = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Object element = elements.get(i) == null ? "" : elements.get(i);
            Object value = single(item, element, item.name() + "/" + i, findings);
            if (value != null) {
                read.add(value);
            }
        }
        return read.isEmpty() ? null : read;
    }

    private @Nullable Object single(Item item, Object raw, String pointer, List<Finding> findings) {
        return switch (values.parse(item, raw)) {
            case ParsedValue.Invalid bad -> {
                findings.add(new Finding(bad.code(), pointer, bad.details()));
                yield null;
            }
            case ParsedValue.Valid good
                    when item.type() == ItemType.Scalar.REGION_CODE
                            && !regions.isPlace((String) good.value()) -> {
                findings.add(new Finding(ContributionCode.UNKNOWN_REGION, pointer));
                yield null;
            }
            case ParsedValue.Valid good -> good.value();
        };
    }

    private Row row(RawRow raw, Map<String, Object> said) {
        Map<String, Object> common = new LinkedHashMap<>();
        Map<String, Object> items = new LinkedHashMap<>();
        for (Item item : columns.all()) {
            Object value = said.get(item.name());
            if (value != null) {
                (columns.isCommon(item) ? common : items).put(item.name(), kept(item, value));
            }
        }
        RowDigest digest = RowDigest.of(items, common);
        defaults.forEach(items::putIfAbsent);
        return new Row(
                raw.number(),
                (String) common.getOrDefault(Columns.RECORD_NO, ""),
                (OffsetDateTime) common.getOrDefault(Columns.OBSERVED_AT, OffsetDateTime.MIN),
                (LocalDate) common.get(Columns.VALID_FROM),
                (LocalDate) common.get(Columns.VALID_TO),
                (Identity) common.get(Columns.ID_NUMBER),
                null,
                (String) common.get(Columns.PERSON_NAME),
                false,
                items,
                digest);
    }

    /** A number that names somebody is kept as such, never as text. */
    private Object kept(Item item, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(element -> kept(item, element)).toList();
        }
        return switch (item.type()) {
            case ItemType.Scalar.ID_NUMBER -> people.identity((String) value);
            case ItemType.Scalar.CERTIFICATE_NUMBER -> people.certificate((String) value);
            default -> value;
        };
    }
}
