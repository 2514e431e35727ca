package org.lianji.access;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a caller may see of a category for a purpose. */
public sealed interface Grant {

    /** Everything about everybody: the category is the caller's own. */
    record All() implements Grant {}

    /**
     * Nothing: what is left when no rule matches.
     *
     * @param why the nearest reason
     */
    record None(Refusal why) implements Grant {}

    /**
     * @param clauses what may be seen, and about whom; never empty
     * @param named items that a conference has named; null where it is no conference's
     */
    record Some(List<GrantClause> clauses, @Nullable Set<String> named) implements Grant {

        public Some {
            clauses = List.copyOf(clauses);
        }

        public Some(List<GrantClause> clauses) {
            this(clauses, null);
        }
    }

    /** Why something is not granted. */
    enum Refusal {
        /** It could be, under an agreement. */
        NO_AGREEMENT,
        /** It is not shared, by law (政务数据共享条例 §14). */
        NOT_SHARED,
        /** Its category does not serve the stated purpose. */
        PURPOSE,
        /** The caller's role does not reach it, whatever the department may see. */
        ROLE,
        /** The basis is a conference's, which has not named it. */
        NOT_NAMED
    }

    /**
     * {@return about whom the item shows as it is; nobody where the set is empty}
     *
     * @param item its name
     */
    default Set<PopulationScope> clear(String item) {
        return whom(clause -> clause.clear().contains(item));
    }

    /**
     * {@return about whom the item shows masked or in clear}
     *
     * @param item its name
     */
    default Set<PopulationScope> visibleTo(String item) {
        return whom(clause -> clause.clear().contains(item) || clause.masked().contains(item));
    }

    /** {@return about whom records exist at all} */
    default Set<PopulationScope> whom() {
        return whom(_ -> true);
    }

    /** {@return the same of these items alone, which a conference has named} */
    default Grant within(Set<String> items) {
        List<GrantClause> clauses =
                switch (this) {
                    case All _ ->
                            List.of(new GrantClause(null, items, Set.of(), PopulationScope.ANYONE));
                    case None _ -> List.of();
                    case Some some ->
                            some.clauses().stream()
                                    .map(clause -> clause.within(items))
                                    .filter(
                                            one ->
                                                    !one.clear().isEmpty()
                                                            || !one.masked().isEmpty())
                                    .toList();
                };
        return !clauses.isEmpty()
                ? new Some(clauses, items)
                : this instanceof None ? this : new None(Refusal.NOT_NAMED);
    }

    /** {@return whether any of the category's records may be seen at all} */
    default boolean opens() {
        return !(this instanceof None);
    }

    private Set<PopulationScope> whom(Function<GrantClause, Boolean> gives) {
        return switch (this) {
            case All _ -> Set.of(PopulationScope.ANYONE);
            case None _ -> Set.of();
            case Some some ->
                    PopulationScope.fewest(
                            some.clauses().stream()
                                    .filter(gives::apply)
                                    .map(GrantClause::whom)
                                    .collect(Collectors.toSet()));
        };
    }
}
