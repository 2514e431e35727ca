package org.lianji.compiler;

import org.jspecify.annotations.Nullable;
import org.lianji.access.Grant;
import org.lianji.access.GrantClause;
import org.lianji.access.PopulationScope;
import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.items.Mask;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What shows of a record: each item as an expression that is null, masked or clear by whom the
 * record is about. Answers, conditions and orders all read items through it.
 *
 * @param r the record
 * @param p the person whom it is about, where the statement has them
 * @param grant what may be seen of its category
 * @param holds the condition that the record is about one of those
 */
public record ItemProjection(
        String r, @Nullable String p, Grant grant, Function<Set<PopulationScope>, String> holds) {

    /** Lower bounds of the bands of amounts, in fen. */
    private static final String BANDS =
            "[0, 50000, 100000, 200000, 500000, 1000000, 5000000, 10000000, 50000000, 100000000]";

    /** {@return the item as it shows, or null where nobody's does} */
    @Nullable String value(Item item) {
        Set<PopulationScope> clear = grant.clear(item.name());
        Set<PopulationScope> masked = grant.visibleTo(item.name());
        if (masked.isEmpty()) {
            return null;
        }
        if (everyone(clear)) {
            return plain(item.name());
        }
        String mask = masked.equals(clear) ? null : masked(item);
        if (clear.isEmpty() && everyone(masked)) {
            return mask;
        }
        return "CASE"
                + (clear.isEmpty() ? "" : when(clear, plain(item.name())))
                + (mask == null ? "" : when(masked, mask))
                + " END";
    }

    /** {@return the item where it shows in clear, for comparing} */
    String clear(String item) {
        return clear(item, item);
    }

    /** {@return the same of an item that is looked up by another property} */
    String lookup(Item item) {
        return clear(item.name(), item.lookup());
    }

    private String clear(String item, String property) {
        return clearOfEveryone(item)
                ? plain(property)
                : "CASE" + when(grant.clear(item), plain(property)) + " END";
    }

    /** {@return whether the item shows in clear whoever the record is about} */
    boolean clearOfEveryone(String item) {
        return everyone(grant.clear(item));
    }

    /**
     * {@return what is said of the way in which the item shows, null in the statement where it does
     * not: in clear before masked, by law before under an agreement}
     *
     * @param said of the agreement, if it takes one, and of whether it shows in clear
     */
    String way(String item, BiFunction<@Nullable String, Boolean, String> said) {
        return switch (grant) {
            case Grant.All _ -> said.apply(null, true);
            case Grant.None _ -> "null";
            case Grant.Some some -> {
                List<GrantClause> ways =
                        some.clauses().stream()
                                .filter(
                                        one ->
                                                one.clear().contains(item)
                                                        || one.masked().contains(item))
                                .sorted(
                                        Comparator.comparing(
                                                        (GrantClause one) ->
                                                                one.masked().contains(item))
                                                .thenComparing(ItemProjection::agreement))
                                .toList();
                yield ways.isEmpty()
                        ? "null"
                        : ways.stream()
                                .map(
                                        one ->
                                                when(
                                                        everyone(Set.of(one.whom()))
                                                                ? Set.of(PopulationScope.ANYONE)
                                                                : Set.of(one.whom()),
                                                        said.apply(
                                                                one.agreement(),
                                                                one.clear().contains(item))))
                                .collect(Collectors.joining("", "CASE", " END"));
            }
        };
    }

    private static String agreement(GrantClause clause) {
        return Objects.requireNonNullElse(clause.agreement(), "");
    }

    /** Whoever does not hold for the record's existence has been left out already. */
    private boolean everyone(Set<PopulationScope> whom) {
        return whom.contains(PopulationScope.ANYONE) || whom.equals(grant.whom());
    }

    private String when(Set<PopulationScope> whom, String then) {
        return " WHEN " + holds.apply(whom) + " THEN " + then;
    }

    /** {@return the condition that the record is about one of those; empty where all are} */
    String condition(Set<PopulationScope> whom) {
        return everyone(whom) ? "" : holds.apply(whom);
    }

    String plain(Item item) {
        return plain(item.name());
    }

    private String plain(String item) {
        return r + ".`" + item + "`";
    }

    String masked(Item item) {
        String v = plain(item.name());
        Mask mask = item.mask();
        return switch (mask) {
            case AMOUNT ->
                    "CASE WHEN %1$s IS NOT NULL THEN coalesce(last([bound IN %2$s WHERE bound <= %1$s]), 0) END"
                            .formatted(v, BANDS);
            case YEAR ->
                    "CASE WHEN %1$s IS NOT NULL THEN date({year: %1$s.year, month: 1, day: 1}) END"
                            .formatted(v);
            case MONTH -> "left(" + v + ", 4) + '-01'";
            case NAME -> "left(" + v + ", 1) + '**'";
            case ADDRESS -> "left(" + v + ", 6) + '…'";
            case PHONE -> "left(%1$s, 3) + '****' + right(%1$s, 2)".formatted(v);
            case PLATE -> "CASE WHEN %s IS NOT NULL THEN '*' END".formatted(v);
            case null -> throw new IllegalArgumentException(item.name());
        };
    }

    static ItemProjection about(
            RowGuards sight, QueryContext question, String r, Category category, String p) {
        return new ItemProjection(
                r, p, question.grants().on(category), whom -> sight.holds(whom, p));
    }

    static ItemProjection of(RowGuards sight, QueryContext question, String r, Category category) {
        return new ItemProjection(
                r, null, question.grants().on(category), whom -> sight.about(r, whom));
    }
}
