package org.lianji.rules;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A value that rules take.
 *
 * @param name as rules call it
 * @param region code of the region it holds in; {@code *} for all others
 * @param from first day on which it holds
 * @param value as it is written
 * @param unit what it counts: CNY, MONTH, YEAR, RATIO
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

    /** {@return the value as the graph compares it: money in fen} */
    Object number() {
        BigDecimal number = new BigDecimal(value);
        return switch (unit) {
            case "CNY" -> number.movePointRight(2).longValueExact();
            case "RATIO" -> number.doubleValue();
            default -> number.longValueExact();
        };
    }
}
