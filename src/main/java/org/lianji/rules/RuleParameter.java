package org.lianji.rules;

import org.lianji.items.Yuan;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A value that rules take.
 *
 * @param name as rules call it
 * @param region code of the region it holds in; {@code *} for all others
 * @param from first day on which it holds
 * @param value as it is written
 * @param unit what it counts: CNY, MONTH, YEAR, RATIO, PERCENT, SWITCH (1: yes)
 * @param nameZh in Chinese
 * @param nameEn in English
 * @param basis where it comes from
 */
public record RuleParameter(
        String name,
        String region,
        LocalDate from,
        String value,
        String unit,
        String nameZh,
        String nameEn,
        String basis) {

    private static final String MONEY = "CNY";
    private static final String RATIO = "RATIO";
    private static final String SWITCH = "SWITCH";
    private static final int MOST_DIGITS = 12;

    /**
     * What a parameter is from a day on.
     *
     * @param region code of the region it holds in; {@code *} for all others
     * @param from first day
     * @param document that sets it
     */
    public record DatedValue(
            String name, String region, LocalDate from, String value, String document) {}

    /** {@return the same parameter with another value} */
    RuleParameter with(DatedValue other) {
        return new RuleParameter(
                name,
                other.region(),
                other.from(),
                other.value(),
                unit,
                nameZh,
                nameEn,
                other.document());
    }

    /**
     * {@return whether it can have the value: more than nought, with two decimals at most where it
     * is money or a ratio and none else; of a switch 0 or 1}
     *
     * @param text as somebody wrote it
     */
    public boolean takes(String text) {
        if (unit.equals(SWITCH)) {
            return text.equals("0") || text.equals("1");
        }
        boolean decimal = unit.equals(MONEY) || unit.equals(RATIO);
        return text.length() <= MOST_DIGITS
                && text.matches(decimal ? "\\d+(\\.\\d{1,2})?" : "\\d{1,4}")
                && new BigDecimal(text).signum() > 0;
    }

    /** {@return the value as the graph compares it: money in fen} */
    Object number() {
        BigDecimal number = new BigDecimal(value);
        return switch (unit) {
            case MONEY -> Yuan.fen(number);
            case RATIO -> number.doubleValue();
            default -> number.longValueExact();
        };
    }
}
