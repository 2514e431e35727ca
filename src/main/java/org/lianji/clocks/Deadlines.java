package org.lianji.clocks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When what must be done at the latest: the clocks of the law, as {@code clocks.csv} lists them.
 */
@Component
public final class Deadlines {

    private final Map<String, DeadlineRule> rules = read();
    private final WorkCalendar calendar;

    Deadlines(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * {@return the last day on which it is in time}
     *
     * @param code of the clock
     * @param start the day that starts it
     */
    public LocalDate due(String code, LocalDate start) {
        DeadlineRule rule = rule(code);
        return switch (rule.unit()) {
            case WORKING_DAY -> calendar.add(start, rule.days());
            case DAY -> start.plusDays(rule.days());
            case MONTH -> start.plusMonths(rule.days());
        };
    }

    /**
     * {@return the same where a missing notice of holidays must not stop anybody: beyond what is
     * known Monday to Friday count}
     *
     * @param code of the clock
     * @param start the day that starts it
     */
    public LocalDate estimated(String code, LocalDate start) {
        DeadlineRule rule = rule(code);
        return rule.unit() == DeadlineRule.Unit.WORKING_DAY
                ? calendar.estimate(start, rule.days()).day()
                : due(code, start);
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
