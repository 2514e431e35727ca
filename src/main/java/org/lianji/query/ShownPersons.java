package org.lianji.query;

import org.jspecify.annotations.Nullable;
import org.lianji.compiler.CompiledStatement;
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

/** Whose data an answer holds, and of whom it tells that there is nothing. */
final class ShownPersons {

    private final List<PageRequest> pages;
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private ShownPersons(List<PageRequest> pages) {
        this.pages = pages;
    }

    static ShownPersons of(CompiledStatement compiled, Map<String, Object> data) {
        ShownPersons shown = new ShownPersons(compiled.pages());
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

    /** The statement puts whose data it holds beside the data. */
    private void collect(Object part) {
        switch (part) {
            case Map<?, ?> map -> {
                map.forEach(this::collect);
                asked.addAll(asked(map, pages));
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
            case Statement.PERSONS -> tokens(several.stream(), seen);
            case Pages.ASKED -> {} // with the list that it is of
            default -> {
                if (value != null) {
                    collect(value);
                }
            }
        }
    }

    /**
     * {@return of whom a list was asked that is whole: whoever is not on a page may be on the next}
     */
    static Set<String> asked(Map<?, ?> list, List<PageRequest> pages) {
        Set<String> asked = new LinkedHashSet<>();
        if (list.get(Pages.ASKED) instanceof Collection<?> whom
                && list.get(Pages.PAGE) instanceof Long
                && !goesOn(list, pages)) {
            tokens(whom.stream(), asked);
        }
        return asked;
    }

    /** {@return whether there is more of the list than its page} */
    static boolean goesOn(Map<?, ?> list, List<PageRequest> pages) {
        return list.get(Pages.ROWS) instanceof Collection<?> rows
                && list.get(Pages.PAGE) instanceof Long page
                && rows.size() > pages.get(page.intValue()).size();
    }

    private static void tokens(Stream<?> several, Set<String> tokens) {
        several.filter(Objects::nonNull).forEach(token -> tokens.add((String) token));
    }
}
