package org.lianji.clocks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When what must be done at the latest: the clocks of the law, as {@code clocks.csv} lists them,
 * and what regions have set otherwise.
 */
@Component
public final class Deadlines {

    private final Map<String, DeadlineRule> rules = read();
    private final RegionalClocks regional;
    private final WorkCalendar calendar;

    Deadlines(WorkCalendar calendar, CalendarSettings settings) {
        this.calendar = calendar;
        this.regional = new RegionalClocks(rules.keySet(), settings.clocks());
    }

    /**
     * {@return the last day on which it is in time}
     *
     * @param code of the clock
     * @param start the day that starts it
     */
    public LocalDate due(String code, LocalDate start) {
        return due(rule(code), start);
    }

    private LocalDate due(DeadlineRule rule, LocalDate start) {
        return switch (rule.unit()) {
            case WORKING_DAY -> calendar.add(start, rule.days());
            case DAY -> start.plusDays(rule.days());
            case MONTH -> start.plusMonths(rule.days());
        };
    }

    /**
     * {@return a clock that runs from a day on, by the rule of the smallest region that has one of
     * its own; a missing notice of holidays stops nobody: beyond what is known Monday to Friday
     * count}
     *
     * @param code of the clock
     * @param department that must be in time
     * @param places codes of the regions that its matter lies in, the smallest first
     * @param start the day that starts it
     */
    public Deadline start(String code, String department, List<String> places, LocalDate start) {
        String region = regional.region(code, places, start).orElse(null);
        DeadlineRule rule = rule(code, region, start);
        LocalDate due =
                rule.unit() == DeadlineRule.Unit.WORKING_DAY
                        ? calendar.estimate(start, rule.days()).day()
                        : due(rule, start);
        return Deadline.start(code, department, start, due).of(region);
    }

    /** {@return a clock that runs, with the days more that its rule grants} */
    public Deadline extended(Deadline running) {
        DeadlineRule rule = rule(running.code(), running.region(), running.startedOn());
        return running.extendedTo(
                rule.unit() == DeadlineRule.Unit.WORKING_DAY
                        ? calendar.estimate(running.due(), rule.extension()).day()
                        : running.due().plusDays(rule.extension()));
    }

    public WorkCalendar calendar() {
        return calendar;
    }

    /**
     * {@return the clock}
     *
     * @param code its stable name
     */
    public DeadlineRule rule(String code) {
        if (rules.get(code) instanceof DeadlineRule rule) {
            return rule;
        }
        throw new IllegalArgumentException("There is no clock " + code);
    }

    /**
     * {@return the clock, as it is in a region}
     *
     * @param region that has a rule of its own; null for the one of everywhere
     * @param start the day that starts it
     */
    DeadlineRule rule(String code, @Nullable String region, LocalDate start) {
        return region == null ? rule(code) : regional.of(rule(code), region, start);
    }

    private static Map<String, DeadlineRule> read() {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder()
                        .ofNamedCsvRecord(new ClassPathResource("clocks.csv").getInputStream())) {
            return rows.stream()
                    .map(Deadlines::rule)
                    .collect(Collectors.toUnmodifiableMap(DeadlineRule::code, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DeadlineRule rule(NamedCsvRecord row) {
        return new DeadlineRule(
                row.getField("code"),
                Integer.parseInt(row.getField("days")),
                DeadlineRule.Unit.valueOf(row.getField("unit")),
                Integer.parseInt(row.getField("extension")),
                row.getField("nameZh"),
                row.getField("nameEn"),
                row.getField("basis"));
    }
}
