package org.lianji.items;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the rule of a check, such as {@code validUntil <= recognisedOn + 12 months} or {@code sex =
 * sex(idNumber) where sex in [MALE, FEMALE]}: two sides of values, sums of numbers, days so much
 * later, and functions of a value.
 */
public final class CheckReader {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:([A-Za-z]\\w*)|(\\d+)|([<>]=?|=|[()+,\\[\\]]))");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of(
                    "days", ChronoUnit.DAYS,
                    "months", ChronoUnit.MONTHS,
                    "years", ChronoUnit.YEARS);

    /**
     * A column of a row.
     *
     * @param type of its values
     * @param list whether it holds several
     */
    public record Column(ItemType type, boolean list) {}

    private final Map<String, Column> columns;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private CheckReader(Map<String, Column> columns, String text) {
        this.columns = columns;
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && token.find(end) && token.start() == end) {
            tokens.add(token.group().strip());
            end = token.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new IllegalArgumentException(
                    "can't be read from \"" + text.substring(end) + "\"");
        }
    }

    /**
     * {@return the rule}
     *
     * @param columns of a row, by name
     * @throws IllegalArgumentException saying what of it can't be read
     */
    public static CheckRule read(String text, Map<String, Column> columns) {
        return new CheckReader(columns, text).rule();
    }

    private CheckRule rule() {
        CheckTerm left = side();
        CheckRule.Relation relation = CheckRule.Relation.of(next());
        CheckTerm right = side();
        if (left.kind() != right.kind()) {
            throw new IllegalArgumentException(
                    "compares a " + left.kind() + " with a " + right.kind());
        }
        CheckRule.Where where = accept("where") ? where() : null;
        if (at < tokens.size()) {
            throw new IllegalArgumentException("goes on with \"" + tokens.get(at) + "\"");
        }
        return new CheckRule(left, relation, right, where);
    }

    private CheckRule.Where where() {
        String name = next();
        if (!(column(name).type() instanceof ItemType.Choice choice)) {
            throw new IllegalArgumentException(name + " has no values to choose from");
        }
        expect("in");
        expect("[");
        List<String> values = new ArrayList<>();
        do {
            String value = next();
            if (!choice.labels().containsKey(value)) {
                throw new IllegalArgumentException(name + " is never " + value);
            }
            values.add(value);
        } while (accept(","));
        expect("]");
        return new CheckRule.Where(name, values);
    }

    private CheckTerm side() {
        CheckTerm first = term();
        if (!accept("+")) {
            return first;
        }
        if (first.kind() != CheckTerm.Kind.NUMBER) {
            return later(first);
        }
        List<CheckTerm> parts = new ArrayList<>(List.of(first));
        do {
            parts.add(number(term()));
        } while (accept("+"));
        return new CheckTerm.Sum(parts);
    }

    private static CheckTerm number(CheckTerm term) {
        if (term.kind() != CheckTerm.Kind.NUMBER) {
            throw new IllegalArgumentException("adds what is no number");
        }
        return term;
    }

    private CheckTerm later(CheckTerm from) {
        long amount = whole(next());
        String unit = next();
        if (!UNITS.containsKey(unit) || from.kind() == CheckTerm.Kind.TEXT) {
            throw new IllegalArgumentException("adds " + unit + " to a " + from.kind());
        }
        return new CheckTerm.Later(from, amount, UNITS.get(unit));
    }

    private CheckTerm term() {
        String token = next();
        if (Character.isDigit(token.charAt(0))) {
            return new CheckTerm.Literal(new BigDecimal(token));
        }
        return accept("(") ? function(token) : value(token);
    }

    private CheckTerm value(String name) {
        Column column = column(name);
        CheckTerm.Kind kind = column.list() ? null : CheckTerm.Kind.of(column.type());
        if (kind == null) {
            throw new IllegalArgumentException(name + " can't be compared");
        }
        return new CheckTerm.Value(name, column.type(), kind);
    }

    private CheckTerm function(String function) {
        String name = next();
        Column column = column(name);
        CheckTerm read =
                switch (function) {
                    case "size" -> {
                        fits(column.list(), function, name);
                        yield new CheckTerm.Size(name);
                    }
                    case "birthDate" -> {
                        fits(column.type() == ItemType.Scalar.ID_NUMBER, function, name);
                        yield new CheckTerm.BirthDate(name);
                    }
                    case "sex" -> {
                        fits(column.type() == ItemType.Scalar.ID_NUMBER, function, name);
                        yield new CheckTerm.Sex(name);
                    }
                    case "left" -> {
                        expect(",");
                        yield new CheckTerm.Part(name, 0, whole(next()));
                    }
                    case "character" -> {
                        expect(",");
                        int place = whole(next());
                        yield new CheckTerm.Part(name, place - 1, place);
                    }
                    case "ordinal" -> new CheckTerm.Ordinal(name, choice(column, name));
                    default -> throw new IllegalArgumentException("knows no function " + function);
                };
        expect(")");
        return read;
    }

    private static ItemType.Choice choice(Column column, String name) {
        if (column.type() instanceof ItemType.Choice choice) {
            return choice;
        }
        throw new IllegalArgumentException("ordinal does not fit " + name);
    }

    private static void fits(boolean fits, String function, String name) {
        if (!fits) {
            throw new IllegalArgumentException(function + " does not fit " + name);
        }
    }

    private Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("knows no item " + name);
        }
        return column;
    }

    private static int whole(String token) {
        if (!token.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("has \"" + token + "\" where a number should be");
        }
        return Integer.parseInt(token);
    }

    private String next() {
        if (at == tokens.size()) {
            throw new IllegalArgumentException("ends too early");
        }
        return tokens.get(at++);
    }

    private boolean accept(String token) {
        if (at < tokens.size() && tokens.get(at).equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        @Nullable String found = at < tokens.size() ? tokens.get(at) : null;
        if (!accept(token)) {
            throw new IllegalArgumentException(
                    "has \"" + found + "\" instead of \"" + token + "\"");
        }
    }
}
