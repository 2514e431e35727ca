package org.lianji.items;

import org.jspecify.annotations.Nullable;
import org.lianji.items.ParsedValue.Invalid;
import org.lianji.items.ParsedValue.Valid;
import org.lianji.platform.BeijingTime;
import org.lianji.platform.Problem;
import org.lianji.texts.IdNumbers;
import org.lianji.texts.PlainText;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads raw values (text of a CSV cell, a JSON value) into what the graph keeps: dates as such,
 * instants in Beijing time, money as fen, months as {@code yyyy-MM}, codes and ID numbers as
 * checked text, choices by their name. An item's limits are kept to as well.
 */
@Component
public final class Values {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+(\\.\\d*)?[eE][+-]?\\d+");
    private static final Pattern NO_VALUE = Pattern.compile("(?i)[+-]?(nan|inf|infinity|∞)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
    private static final Pattern ID_NUMBER = Pattern.compile("[1-9]\\d{16}[0-9X]");
    private static final Pattern OLD_ID_NUMBER = Pattern.compile("\\d{15}");
    private static final Pattern CERTIFICATE = Pattern.compile(ID_NUMBER + "[1-7][1-4]");
    private static final Pattern REGION = Pattern.compile("\\d{12}");
    private static final Pattern UNIFIED = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");
    private static final BigDecimal MOST_MONEY = new BigDecimal("9999999999999.99");

    /** What systems write where they know no day is years before anybody was born who lives. */
    private static final String FIRST_YEAR = "1900";

    /** Clocks of departments differ a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Clock clock;

    public Values(Clock clock) {
        this.clock = clock;
    }

    /**
     * {@return a contributed value as the graph keeps it, or what is wrong with it}
     *
     * @param item whose value it is; of a list, one element
     * @param raw text, number or boolean
     */
    public ParsedValue parse(Item item, Object raw) {
        if (item.type() == ItemType.Scalar.STRING && raw instanceof String text) {
            String stripped = PlainText.stripped(text);
            Invalid unreadable = TextChecks.unreadable(stripped);
            return unreadable == null
                    ? TextChecks.of(item.limits(), stripped, LocalDate.now(clock))
                    : unreadable;
        }
        return switch (parse(item.type(), raw)) {
            case Valid good -> withinLimits(item, good);
            case Invalid bad -> bad;
        };
    }

    /**
     * {@return a value as the graph keeps it, judged by its type alone}
     *
     * @param argument where it was given
     * @throws Problem that names the argument, where it is none
     */
    public Object required(ItemType type, Object raw, String argument) {
        return switch (parse(type, raw)) {
            case Valid good -> good.value();
            case Invalid bad -> throw new Problem(bad.code(), Map.of("argument", argument));
        };
    }

    /**
     * {@return a value as the graph keeps it, judged by its type alone, as in a filter}
     *
     * @param type what it should be
     * @param raw text, number or boolean
     */
    public ParsedValue parse(ItemType type, Object raw) {
        Object value = raw instanceof String text ? PlainText.stripped(text) : raw;
        if (value instanceof String text && TextChecks.unreadable(text) instanceof Invalid bad) {
            return bad;
        }
        return switch (type) {
            case ItemType.Choice choice -> choice(choice, value);
            case ItemType.Scalar scalar -> scalar(scalar, value);
        };
    }

    private ParsedValue scalar(ItemType.Scalar type, Object value) {
        return switch (type) {
            case STRING ->
                    value instanceof String text
                            ? TextChecks.any(text)
                            : new Invalid(ValueCode.NOT_A_TEXT);
            case INT -> whole(value);
            case FLOAT -> decimal(value, ValueCode.NOT_A_NUMBER);
            case BOOLEAN -> flag(value);
            case MONEY -> money(value);
            case DATE -> date(value);
            case DATE_TIME -> dateTime(value);
            case YEAR_MONTH ->
                    matches(MONTH, value)
                            ? new Valid(value)
                            : new Invalid(ValueCode.YEAR_MONTH_FORMAT);
            case REGION_CODE ->
                    matches(REGION, value)
                            ? new Valid(value)
                            : new Invalid(ValueCode.REGION_FORMAT);
            case UNIFIED_CODE -> unifiedCode(value);
            case ID_NUMBER -> idNumber(value);
            case CERTIFICATE_NUMBER -> certificateNumber(value);
        };
    }

    private static boolean matches(Pattern pattern, Object value) {
        return value instanceof String text && pattern.matcher(text).matches();
    }

    private static ParsedValue choice(ItemType.Choice choice, Object value) {
        if (value instanceof String text) {
            if (choice.labels().containsKey(text)) {
                return new Valid(text);
            }
            for (Map.Entry<String, String> label : choice.labels().entrySet()) {
                if (label.getValue().equals(text)) {
                    return new Valid(label.getKey());
                }
            }
        }
        return new Invalid(ValueCode.UNKNOWN_VALUE);
    }

    private static ParsedValue flag(Object value) {
        return switch (value.toString().toLowerCase(Locale.ROOT)) {
            case "true", "是" -> new Valid(true);
            case "false", "否" -> new Valid(false);
            default -> new Invalid(ValueCode.NOT_A_BOOLEAN);
        };
    }

    private static ParsedValue whole(Object value) {
        if (decimal(value, ValueCode.NOT_A_NUMBER) instanceof Invalid bad) {
            return bad;
        }
        BigDecimal number = new BigDecimal(value.toString()).stripTrailingZeros();
        if (number.scale() > 0) {
            return new Invalid(ValueCode.NOT_WHOLE);
        }
        return number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
                ? outOfRange(
                        BigDecimal.valueOf(-Integer.MAX_VALUE),
                        BigDecimal.valueOf(Integer.MAX_VALUE))
                : new Valid(number.longValueExact());
    }

    private static ParsedValue money(Object value) {
        if (decimal(value, ValueCode.AMOUNT_FORMAT) instanceof Invalid bad) {
            return bad;
        }
        BigDecimal yuan = new BigDecimal(value.toString()).stripTrailingZeros();
        if (yuan.scale() > 2) {
            return new Invalid(ValueCode.AMOUNT_DECIMALS);
        }
        return yuan.abs().compareTo(MOST_MONEY) > 0
                ? outOfRange(MOST_MONEY.negate(), MOST_MONEY)
                : new Valid(Yuan.fen(yuan));
    }

    private static ParsedValue decimal(Object value, ValueCode otherwise) {
        boolean number =
                value instanceof BigDecimal
                        || value instanceof BigInteger
                        || value instanceof Integer
                        || value instanceof Long
                        || value instanceof Double
                        || value instanceof Float;
        String text = number || value instanceof String ? value.toString() : "";
        if (NUMBER.matcher(text).matches()) {
            return new Valid(Double.valueOf(text));
        }
        if (NO_VALUE.matcher(text).matches()) {
            return new Invalid(ValueCode.NOT_FINITE);
        }
        return new Invalid(SCIENTIFIC.matcher(text).matches() ? ValueCode.EXPONENT : otherwise);
    }

    private static ParsedValue date(Object value) {
        if (!matches(DATE, value)) {
            return new Invalid(ValueCode.DATE_FORMAT);
        }
        try {
            return new Valid(LocalDate.parse((String) value));
        } catch (DateTimeException e) {
            return new Invalid(ValueCode.NO_SUCH_DATE);
        }
    }

    private static ParsedValue dateTime(Object value) {
        try {
            OffsetDateTime instant = BeijingTime.of(OffsetDateTime.parse(value.toString()));
            return instant.getYear() < 1 || instant.getYear() > 9999
                    ? new Invalid(ValueCode.DATE_TIME_FORMAT)
                    : new Valid(instant);
        } catch (DateTimeException e) {
            return new Invalid(ValueCode.DATE_TIME_FORMAT);
        }
    }

    private static ParsedValue unifiedCode(Object value) {
        if (!matches(UNIFIED, value)) {
            return new Invalid(ValueCode.UNIFIED_CODE_FORMAT);
        }
        String code = (String) value;
        if (!UnifiedCodes.checks(code)) {
            return new Invalid(ValueCode.UNIFIED_CODE_CHECK_DIGIT);
        }
        return UnifiedCodes.wrongPart(code)
                .<ParsedValue>map(
                        part -> new Invalid(ValueCode.UNIFIED_CODE_PARTS, Map.of("part", part)))
                .orElseGet(() -> new Valid(code));
    }

    private ParsedValue idNumber(Object value) {
        if (matches(OLD_ID_NUMBER, value)) {
            return new Invalid(ValueCode.ID_15_DIGITS);
        }
        String number = value instanceof String text ? text.replace('x', 'X') : "";
        if (!ID_NUMBER.matcher(number).matches()) {
            return new Invalid(ValueCode.ID_FORMAT);
        }
        if (!IdNumbers.checks(number)) {
            return new Invalid(ValueCode.ID_CHECK_DIGIT);
        }
        return IdNumbers.names(number, LocalDate.now(clock))
                ? new Valid(number)
                : new Invalid(ValueCode.ID_BIRTH_DATE);
    }

    /** The holder's ID number, then one digit for the kind of disability and one for its grade. */
    private ParsedValue certificateNumber(Object value) {
        String number = value instanceof String text ? text.replace('x', 'X') : "";
        if (!CERTIFICATE.matcher(number).matches()) {
            return new Invalid(ValueCode.CERTIFICATE_FORMAT);
        }
        return idNumber(number.substring(0, number.length() - 2)) instanceof Invalid bad
                ? bad
                : new Valid(number);
    }

    private ParsedValue withinLimits(Item item, Valid good) {
        Item.Limits limits = item.limits();
        if (good.value().toString().compareTo(FIRST_YEAR) < 0 && isDated(item.type())) {
            return new Invalid(ValueCode.DATE_TOO_EARLY);
        }
        return switch (good.value()) {
            case String month when item.type() == ItemType.Scalar.YEAR_MONTH ->
                    past(limits, good, !YearMonth.parse(month).isAfter(YearMonth.now(clock)));
            case LocalDate day -> past(limits, good, !day.isAfter(LocalDate.now(clock)));
            case OffsetDateTime instant ->
                    past(
                            limits,
                            good,
                            !instant.toInstant().isAfter(clock.instant().plus(TOLERANCE)));
            case Long fen when item.type() == ItemType.Scalar.MONEY ->
                    range(limits, good, fen / 100.0);
            case Number number -> range(limits, good, number.doubleValue());
            default -> good;
        };
    }

    private static boolean isDated(ItemType type) {
        return type == ItemType.Scalar.DATE
                || type == ItemType.Scalar.DATE_TIME
                || type == ItemType.Scalar.YEAR_MONTH;
    }

    private static ParsedValue past(Item.Limits limits, Valid good, boolean past) {
        return past || limits.future() ? good : new Invalid(ValueCode.DATE_IN_FUTURE);
    }

    private static ParsedValue range(Item.Limits limits, Valid good, double number) {
        Double min = limits.min();
        Double max = limits.max();
        return (min == null || number >= min) && (max == null || number <= max)
                ? good
                : outOfRange(decimal(min), decimal(max));
    }

    private static @Nullable BigDecimal decimal(@Nullable Double limit) {
        return limit == null ? null : BigDecimal.valueOf(limit).stripTrailingZeros();
    }

    private static Invalid outOfRange(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        Map<String, Object> details = new HashMap<>();
        if (min != null) {
            details.put("min", min);
        }
        if (max != null) {
            details.put("max", max);
        }
        String least = min == null ? "" : min.toPlainString();
        String most = max == null ? "" : max.toPlainString();
        details.put("range", least + "…" + most);
        return new Invalid(ValueCode.OUT_OF_RANGE, details);
    }
}
