package org.lianji.query;

import org.jspecify.annotations.Nullable;
import org.lianji.compiler.ItemMention;
import org.lianji.compiler.Pages;
import org.lianji.compiler.Statement;
import org.lianji.paging.PageRequest;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Looks through an answer for what it says of items of a category that were asked for in one place.
 *
 * @param category of the items
 * @param way how they are in the answer
 * @param path where
 */
record ItemSearch(String category, ItemMention.Way way, List<String> path) {

    /**
     * What was found.
     *
     * @param had tokens of those of whom there is something
     * @param asked tokens of those of whom it was asked
     * @param there whether there is something, be it of nobody
     * @param whole whether all of it was read, and not a page of more
     */
    record Finding(Set<String> had, Set<String> asked, boolean there, boolean whole) {}

    static ItemSearch of(ItemMention mention) {
        return new ItemSearch(mention.category(), mention.way(), mention.path());
    }

    Finding in(Map<String, Object> data, List<PageRequest> pages) {
        Walk walk = new Walk(this, pages);
        walk.to(data, 0, Set.of());
        return new Finding(walk.had, walk.asked, walk.there, walk.whole);
    }

    /** One way through the answer, which knows whose part of it it is in. */
    private static final class Walk {

        private final ItemSearch search;
        private final List<PageRequest> pages;
        private final Set<String> had = new LinkedHashSet<>();
        private final Set<String> asked = new LinkedHashSet<>();
        private boolean there;
        private boolean whole = true;

        Walk(ItemSearch search, List<PageRequest> pages) {
            this.search = search;
            this.pages = pages;
        }

        void to(@Nullable Object part, int depth, Set<String> around) {
            boolean end = depth == search.path.size();
            switch (part) {
                case null -> {} // nothing there
                case Collection<?> several -> several.forEach(one -> to(one, depth, around));
                case Map<?, ?> map when end -> end(map, around);
                case Map<?, ?> map -> step(map, depth, around);
                default -> {
                    if (end) {
                        found(around);
                    }
                }
            }
        }

        private void step(Map<?, ?> map, int depth, Set<String> around) {
            Set<String> here = owners(map, around);
            if (map.get(Pages.ROWS) instanceof Collection<?> rows) {
                if (search.way == ItemMention.Way.RECORD) {
                    asked(map, here);
                }
                rows.forEach(row -> to(row, depth, here));
                return;
            }
            Object below = map.get(search.path.get(depth));
            boolean last = depth == search.path.size() - 1;
            if (last && search.way != ItemMention.Way.RECORD) {
                asked(below instanceof Map<?, ?> list ? list : Map.of(), here);
            }
            to(below, depth + 1, here);
        }

        private void end(Map<?, ?> map, Set<String> around) {
            switch (search.way) {
                case VALUE -> found(around);
                case RECORD -> {
                    if (search.category.equals(map.get(Pages.CATEGORY))) {
                        found(owners(map, around));
                    }
                }
                case RELATION -> {
                    asked.addAll(owners(map, Set.of()));
                    if (!map.containsKey(Statement.MAKER)
                            || search.category.equals(map.get(Statement.MAKER))) {
                        found(around);
                        found(owners(map, Set.of()));
                    }
                }
                case LIST, CONDITION -> list(map, around);
            }
        }

        /** Of these it was asked; what is not on a page may be on the next. */
        private void asked(Map<?, ?> list, Set<String> whom) {
            if (ShownPersons.goesOn(list, pages)) {
                whole = false;
            } else {
                asked.addAll(whom);
                asked.addAll(ShownPersons.asked(list, pages));
            }
        }

        /** A list whose records are all of one category counts them by the person alone. */
        private void list(Map<?, ?> list, Set<String> around) {
            asked(list, Set.of());
            for (Object row : several(list.get(Pages.ROWS))) {
                record(row, around);
            }
            for (Object counted : several(list.get(Pages.COUNTED))) {
                record(counted, around);
            }
            for (Object person : several(list.get(Statement.PERSONS))) {
                found(token(person));
            }
        }

        private void record(@Nullable Object row, Set<String> around) {
            if (search.way == ItemMention.Way.CONDITION || search.category.equals(category(row))) {
                found(row instanceof Map<?, ?> map ? owners(map, around) : around);
            }
        }

        private void found(Set<String> whose) {
            there = true;
            had.addAll(whose);
        }
    }

    private static @Nullable Object category(@Nullable Object row) {
        return switch (row) {
            case String category -> category;
            case Map<?, ?> map when map.containsKey(Pages.CATEGORY) -> map.get(Pages.CATEGORY);
            case Map<?, ?> map ->
                    map.values().stream()
                            .filter(Map.class::isInstance)
                            .map(ItemSearch::category)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
            case null, default -> null;
        };
    }

    /** Whose a part of an answer is: of whoever it says, else of whoever is around it. */
    private static Set<String> owners(Map<?, ?> map, Set<String> around) {
        if (map.containsKey(Statement.PERSON)) {
            return token(map.get(Statement.PERSON));
        }
        if (!map.containsKey(Pages.ROWS) && map.containsKey(Statement.PERSONS)) {
            Set<String> members = new LinkedHashSet<>();
            several(map.get(Statement.PERSONS)).forEach(one -> members.addAll(token(one)));
            return members;
        }
        return around;
    }

    private static Set<String> token(@Nullable Object person) {
        return person instanceof String token ? Set.of(token) : Set.of();
    }

    private static Collection<?> several(@Nullable Object list) {
        return list instanceof Collection<?> some ? some : List.of();
    }
}
