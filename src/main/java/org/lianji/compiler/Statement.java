package org.lianji.compiler;

import org.lianji.access.Grant;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Subject;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.paging.PageRequest;
import org.lianji.people.DatedRelations;
import org.lianji.platform.Caller;
import org.lianji.selection.Place;
import org.lianji.selection.Selection;
import org.lianji.selection.Withheld;
import org.lianji.texts.PlainText;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A statement being written: its slots, its pages, what it shows and what it leaves out. */
public final class Statement {

    /**
     * Where the answer keeps whose data it holds: no GraphQL name has a space. One person's token,
     * or those of a household's members.
     */
    public static final String PERSON = "person token";

    public static final String PERSONS = "person tokens";

    /** Where a relation keeps the category that says so. */
    public static final String MAKER = "relation category";

    private final QueryContext question;
    private final ParameterNames slots = new ParameterNames();
    private final RowGuards sight;
    private final Map<String, CompiledStatement.NamedSlot> named = new LinkedHashMap<>();
    private final List<PageRequest> pages = new ArrayList<>();
    private final Set<Withheld> withheld = new LinkedHashSet<>();
    private final Set<ItemMention> items = new LinkedHashSet<>();
    private final Set<String> agreements = new TreeSet<>();
    private List<String> decided = List.of();

    public Statement(QueryContext question) {
        this.question = question;
        this.sight = new RowGuards(question, slots);
    }

    QueryContext question() {
        return question;
    }

    public ParameterNames slots() {
        return slots;
    }

    RowGuards sight() {
        return sight;
    }

    /**
     * {@return the expression that reads whom a field of Query asks about}
     *
     * @param selection the field
     * @param argument that names them
     */
    String named(Selection selection, String argument) {
        return named(selection, selection.place(argument), argument.equals("idNumber"));
    }

    /** {@return the expression that reads whose identifier an object has under that field} */
    String anchored(Selection selection) {
        return named(selection, selection.place("id"), false);
    }

    private String named(Selection selection, Place place, boolean number) {
        String slot = slots.open();
        named.put(selection.key(), new CompiledStatement.NamedSlot(slot, place, number));
        return "row." + slot;
    }

    /** {@return the number that marks the page in the answer} */
    int page(PageRequest page) {
        pages.add(page);
        return pages.size() - 1;
    }

    /** Notes that an item is in the answer, or that it is withheld or masked. */
    void mention(Selection selection, Category category, String item, ItemMention.Way way) {
        Grant grant = question.grants().on(category);
        String name = category.code() + "." + item;
        if (grant.visibleTo(item).isEmpty()) {
            withhold(selection, category, item);
            return;
        }
        if (grant.clear(item).isEmpty()) {
            Item masked = category.item(item).orElseThrow();
            withheld.add(Withheld.masked(selection.path(), question.caller(), category, masked));
        }
        List<String> path = selection.path();
        boolean ofRecord = way == ItemMention.Way.RECORD;
        items.add(new ItemMention(name, way, ofRecord ? path.subList(0, path.size() - 1) : path));
        agreements.addAll(question.grants().agreements(category, item));
    }

    /** Says of which list the conditions and the order are that come next. */
    void decides(Selection list) {
        decided = list.path();
    }

    /** Notes that an item decides which records are in the answer. */
    void compare(Category category, String item) {
        items.add(
                new ItemMention(category.code() + "." + item, ItemMention.Way.CONDITION, decided));
        agreements.addAll(question.grants().agreements(category, item));
    }

    /** Notes that a field of a record is withheld: an item, or what all records have. */
    void withhold(Selection selection, Category category, String field) {
        List<String> path = selection.path();
        Caller caller = question.caller();
        Grant grant = question.grants().on(category);
        withheld.add(
                category.item(field)
                        .map(item -> Withheld.item(path, caller, category, item, grant))
                        .orElseGet(() -> Withheld.common(path, caller, category, field, grant)));
    }

    /**
     * Notes that a category's records are read, or that they are withheld, or those of children.
     */
    void mention(Selection selection, Category category) {
        Grant grant = question.grants().on(category);
        switch (grant) {
            case Grant.None none ->
                    withheld.add(
                            Withheld.category(
                                    selection.path(), question.caller(), category, none.why()));
            case Grant.Some some -> {
                items.add(list(selection, category));
                if (category.subject() != Subject.NONE
                        && some.clauses().stream().noneMatch(one -> one.whom().children())) {
                    withheld.add(Withheld.minors(selection.path(), question.caller(), category));
                }
            }
            case Grant.All _ -> items.add(list(selection, category));
        }
    }

    private static ItemMention list(Selection selection, Category category) {
        return new ItemMention(category.code(), ItemMention.Way.LIST, selection.path());
    }

    /** Notes the items that make the relations of that role. */
    void mentionRelations(Selection selection, Predicate<Item.Role> role) {
        for (Category category : question.catalogue().categories()) {
            Grants.makers(category, role)
                    .forEach(item -> relation(selection, category, item.name()));
        }
    }

    /** A relation has no masked form. */
    private void relation(Selection selection, Category category, String item) {
        Grant grant = question.grants().on(category);
        if (grant.clear(item).isEmpty()) {
            withhold(selection, category, item);
        } else {
            mention(selection, category, item, ItemMention.Way.RELATION);
        }
    }

    /** {@return the condition that a dated relation holds on the day, or today} */
    String dated(String relation) {
        return DatedRelations.held(relation, "row.today");
    }

    /** {@return the same for the day that the field asks about} */
    String dated(String relation, Selection field) {
        String day = field.argument("at");
        return day == null
                ? dated(relation)
                : DatedRelations.held(
                        relation,
                        slots.slot(question.value(ItemType.Scalar.DATE, day, field.place("at"))));
    }

    /** {@return the text with one middle dot for all, as {@link PlainText#comparable} has it} */
    static String folded(String text) {
        String dots = PlainText.MIDDLE_DOTS;
        String folded = text;
        for (char dot : dots.substring(1).toCharArray()) {
            folded = "replace(%s, '%s', '%s')".formatted(folded, dot, dots.charAt(0));
        }
        return folded;
    }

    /** {@return a map in Cypher} */
    static String map(List<String> entries) {
        return entries.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    static String entry(String key, String expression) {
        return "`" + key + "`: " + expression;
    }

    public CompiledStatement compiled(String cypher) {
        return new CompiledStatement(
                cypher,
                slots.values(),
                Map.copyOf(named),
                List.copyOf(pages),
                List.copyOf(withheld),
                Set.copyOf(items),
                Set.copyOf(agreements));
    }
}
