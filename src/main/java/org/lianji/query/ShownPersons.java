package org.lianji.query;

import org.jspecify.annotations.Nullable;
import org.lianji.compiler.CompiledStatement;
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
import java.util.stream.Stream;

/** Whose data an answer holds, of which categories, and of whom it tells that there is nothing. */
final class ShownPersons {

    private final Map<String, Object> data;
    private final List<PageRequest> pages;
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> categories = new LinkedHashSet<>();
    private boolean records;

    private ShownPersons(Map<String, Object> data, List<PageRequest> pages) {
        this.data = data;
        this.pages = pages;
    }

    static ShownPersons of(CompiledStatement compiled, Map<String, Object> data) {
        ShownPersons shown = new ShownPersons(data, compiled.pages());
        shown.collect(data);
        return shown;
    }

    Set<String> seen() {
        return seen;
    }

    /** {@return of whom the whole list that was asked for holds nothing} */
    Set<String> missing() {
        Set<String> missing = new LinkedHashSet<>(asked);
        missing.removeAll(seen);
        return missing;
    }

    /** {@return the items of which there was something, or nothing} */
    List<String> items(CompiledStatement compiled, boolean there) {
        ItemMention.Found found = new ItemMention.Found(data, categories, records);
        List<String> present =
                compiled.items().stream()
                        .filter(item -> item.isIn(found))
                        .map(ItemMention::item)
                        .distinct()
                        .sorted()
                        .toList();
        return there
                ? present
                : compiled.names().stream().filter(name -> !present.contains(name)).toList();
    }

    /** The statement puts whose data it holds beside the data. */
    private void collect(Object part) {
        switch (part) {
            case Map<?, ?> map -> {
                map.forEach(this::collect);
                if (isWhole(map)) {
                    tokens(
                            ((Collection<?>) Objects.requireNonNull(map.get(Pages.ASKED))).stream(),
                            asked);
                }
            }
            case Collection<?> list ->
                    list.stream().filter(Objects::nonNull).forEach(this::collect);
            default -> {} // a value
        }
    }

    private void collect(Object key, @Nullable Object value) {
        Collection<?> several = value instanceof Collection<?> list ? list : List.of();
        switch (String.valueOf(key)) {
            case Statement.PERSON -> tokens(Stream.ofNullable(value), seen);
            case Statement.PERSONS -> {
                tokens(several.stream(), seen);
                records |= !several.isEmpty();
            }
            case Pages.ASKED -> {} // with the list that it is of
            case Pages.CATEGORY -> tokens(Stream.ofNullable(value), categories);
            case Pages.COUNTED -> records |= !several.isEmpty();
            case Pages.ROWS -> {
                records |= !several.isEmpty();
                collect(several);
            }
            default -> {
                if (value != null) {
                    collect(value);
                }
            }
        }
    }

    /** Whoever is not on a page may be on the next. */
    private boolean isWhole(Map<?, ?> list) {
        return list.get(Pages.ASKED) instanceof Collection<?>
                && list.get(Pages.ROWS) instanceof Collection<?> rows
                && list.get(Pages.PAGE) instanceof Long page
                && rows.size() <= pages.get(page.intValue()).size();
    }

    private static void tokens(Stream<?> several, Set<String> tokens) {
        several.filter(Objects::nonNull).forEach(token -> tokens.add((String) token));
    }
}
