package org.lianji.query;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Item;
import org.lianji.catalogue.ItemType;
import org.lianji.catalogue.Parsed;
import org.lianji.platform.Problem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A statement being written: its slots, its pages, and what it leaves out. */
final class Statement {

    private final Question question;
    private final Slots slots = new Slots();
    private final List<Page> pages = new ArrayList<>();
    private final Set<Withheld> withheld = new LinkedHashSet<>();

    Statement(Question question) {
        this.question = question;
    }

    Question question() {
        return question;
    }

    Slots slots() {
        return slots;
    }

    /** {@return the number that marks the page in the answer} */
    int page(Page page) {
        pages.add(page);
        return pages.size() - 1;
    }

    void withhold(Selection selection, String item) {
        withheld.add(new Withheld(selection.path(), item));
    }

    /** Tells which relations are left out because the item that makes them is not granted. */
    void withholdRelations(Selection selection, Predicate<Item.Role> role) {
        question.catalogue()
                .categories()
                .forEach(
                        category ->
                                category.items().stream()
                                        .filter(
                                                item ->
                                                        item.role() != null
                                                                && role.test(item.role()))
                                        .filter(
                                                item ->
                                                        !question.grants()
                                                                .on(category)
                                                                .covers(item.name()))
                                        .forEach(
                                                item ->
                                                        withhold(
                                                                selection,
                                                                category.code()
                                                                        + "."
                                                                        + item.name())));
    }

    /** {@return the condition that a dated relation holds on the day} */
    String dated(String relation, @Nullable String day) {
        LocalDate on =
                day == null ? question.today() : (LocalDate) value(ItemType.Scalar.DATE, day, "at");
        return "(%1$s.from IS NULL OR %1$s.from <= %2$s) AND (%1$s.to IS NULL OR %1$s.to > %2$s)"
                .formatted(relation, slots.slot(on));
    }

    /**
     * {@return the value as the graph holds it}
     *
     * @throws Problem VALUE where it is not one
     */
    Object value(ItemType type, Object raw, String where) {
        return switch (question.values().parse(type, raw)) {
            case Parsed.Good good -> good.value();
            case Parsed.Bad bad ->
                    throw new Problem(
                            QueryCode.VALUE,
                            Map.of("argument", where, "reason", bad.code().name()));
        };
    }

    /** {@return a map in Cypher} */
    static String map(List<String> entries) {
        return entries.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    static String entry(String key, String expression) {
        return "`" + key + "`: " + expression;
    }

    Compiled compiled(String cypher) {
        return new Compiled(cypher, slots.values(), List.copyOf(pages), List.copyOf(withheld));
    }
}
