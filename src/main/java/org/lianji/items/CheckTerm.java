package org.lianji.items;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Something that a check compares, worked out from a row; nothing where a value is missing. */
sealed interface CheckTerm {

    /** {@return what it comes to, of its kind} */
    @Nullable Object of(Map<String, Object> row);

    Kind kind();

    /** What can be compared with each other. */
    enum Kind {
        NUMBER,
        DAY,
        MONTH,
        TEXT;

        static @Nullable Kind of(ItemType type) {
            return switch (type) {
                case ItemType.Choice _ -> TEXT;
                case ItemType.Scalar scalar ->
                        switch (scalar) {
                            case INT, FLOAT, MONEY -> NUMBER;
                            case DATE, DATE_TIME -> DAY;
                            case YEAR_MONTH -> MONTH;
                            case BOOLEAN -> null;
                            default -> TEXT;
                        };
            };
        }
    }

    /**
     * The value of an item or a common column.
     *
     * @param name its name
     * @param type its type
     * @param kind what it is compared with
     */
    record Value(String name, ItemType type, Kind kind) implements CheckTerm {

        @Override
        public @Nullable Object of(Map<String, Object> row) {
            return switch (row.get(name)) {
                case null -> null;
                case OffsetDateTime time -> time.toLocalDate();
                case Long fen when type == ItemType.Scalar.MONEY -> Yuan.amount(fen);
                case Number number -> new BigDecimal(number.toString());
                case String month when kind == Kind.MONTH -> YearMonth.parse(month);
                case Object value -> value;
            };
        }
    }

    /**
     * @param value written in the rule
     */
    record Literal(BigDecimal value) implements CheckTerm {

        @Override
        public Object of(Map<String, Object> row) {
            return value;
        }

        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    /**
     * @param parts all of them numbers
     */
    record Sum(List<CheckTerm> parts) implements CheckTerm {

        @Override
        public @Nullable Object of(Map<String, Object> row) {
            BigDecimal sum = BigDecimal.ZERO;
            for (CheckTerm part : parts) {
                if (!(part.of(row) instanceof BigDecimal number)) {
                    return null;
                }
                sum = sum.add(number);
            }
            return sum;
        }

        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    /**
     * @param from a day or a month
     * @param amount how much later
     * @param unit in what
     */
    record Later(CheckTerm from, long amount, ChronoUnit unit) implements CheckTerm {

        @Override
        public @Nullable Object of(Map<String, Object> row) {
            return from.of(row) instanceof Temporal day ? day.plus(amount, unit) : null;
        }

        @Override
        public Kind kind() {
            return from.kind();
        }
    }

    /**
     * @param name of an item that is a list
     */
    record Size(String name) implements CheckTerm {

        @Override
        public @Nullable Object of(Map<String, Object> row) {
            return row.get(name) instanceof List<?> list ? BigDecimal.valueOf(list.size()) : null;
        }

        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    /**
     * @param name of an item with an ID number
     */
    record BirthDate(String name) implements CheckTerm {

        @Override
        public @Nullable Object of(Map<String, Object> row) {
            return row.get(name) instanceof String number
                    ? LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE)
                    : null;
        }

        @Override
        public Kind kind() {
            return Kind.DAY;
        }
    }

    /**
     * @param name of an item with an ID number
     */
    record Sex(String name) implements CheckTerm {

        @Override
        public @Nullable Object of(Map<String, Object> row) {
            return row.get(name) instanceof String number
                    ? (number.charAt(16) % 2 == 0 ? "FEMALE" : "MALE")
                    : null;
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }
    }

    /**
     * @param name of an item with a text
     * @param begin where the part begins, from 0
     * @param end where it ends
     */
    record Part(String name, int begin, int end) implements CheckTerm {

        @Override
        public @Nullable Object of(Map<String, Object> row) {
            return row.get(name) instanceof String text && text.length() >= end
                    ? text.substring(begin, end)
                    : null;
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }
    }

    /**
     * The place of a value among those of its type, from 1, as codes of standards count.
     *
     * @param name of an item with a choice
     * @param values in their order
     */
    record Ordinal(String name, List<String> values) implements CheckTerm {

        Ordinal(String name, ItemType.Choice choice) {
            this(name, new ArrayList<>(choice.labels().keySet()));
        }

        @Override
        public @Nullable Object of(Map<String, Object> row) {
            return row.get(name) instanceof String value
                    ? String.valueOf(values.indexOf(value) + 1)
                    : null;
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }
    }
}
