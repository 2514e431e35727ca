package org.lianji.query;

import static org.lianji.query.Statement.entry;
import static org.lianji.query.Statement.map;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.platform.Problem;
import org.lianji.sharing.Grant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes records: pages of them, and what is asked of each, by its category. */
final class RecordsCypher {

    /** Newest first; the identifier makes it total. */
    private static final Order NEWEST_FIRST =
            new Order(
                    List.of(
                            new Order.Key("observedAt", false, false),
                            new Order.Key("id", true, false)));

    private final Statement statement;
    private final Conditions conditions;
    private @Nullable PeopleCypher people;

    RecordsCypher(Statement statement) {
        this.statement = statement;
        this.conditions = new Conditions(statement);
    }

    /** Records lead to people and people to records. */
    void linkTo(PeopleCypher people) {
        this.people = people;
    }

    /** {@return a page of one category's records} */
    String ofCategory(Selection selection, Category category) {
        Grant grant = statement.question().grants().on(category);
        Map<String, Object> where = conditions.under(selection, "where", category);
        Map<String, Object> orderBy = conditions.under(selection, "orderBy", category);
        if (!grant.opens()) {
            if (!where.isEmpty() || !orderBy.isEmpty()) {
                throw new Problem(QueryCode.ITEM_NOT_GRANTED, Map.of("item", category.code()));
            }
            statement.withhold(selection, category.code());
        }
        List<Category> seen = grant.opens() ? List.of(category) : List.of();
        String r = statement.slots().variable("r");
        String match =
                "MATCH (%s:Record&%s)".formatted(r, statement.question().grants().labels(seen));
        List<String> held = new ArrayList<>();
        held.add("%s.key STARTS WITH '%s|'".formatted(r, category.code()));
        held.addAll(conditions.of(category, where, r));
        return page(selection, seen, match, r, held, conditions.order(category, orderBy));
    }

    /** {@return a page of the records about a person or household} */
    String about(Selection selection, String subject) {
        List<String> codes = selection.argument("categories");
        List<Category> asked =
                statement.question().catalogue().categories().stream()
                        .filter(category -> codes == null || codes.contains(category.code()))
                        .toList();
        List<Category> seen =
                asked.stream()
                        .filter(category -> statement.question().grants().on(category).opens())
                        .toList();
        if (codes != null) {
            asked.stream()
                    .filter(category -> !seen.contains(category))
                    .forEach(category -> statement.withhold(selection, category.code()));
        }
        String r = statement.slots().variable("r");
        String match =
                "MATCH (%s)<-[:ABOUT]-(%s:%s)"
                        .formatted(subject, r, statement.question().grants().labels(seen));
        return page(selection, seen, match, r, List.of(), NEWEST_FIRST);
    }

    private String page(
            Selection selection,
            List<Category> seen,
            String match,
            String r,
            List<String> held,
            Order order) {
        Page page = conditions.page(selection);
        List<String> where = new ArrayList<>(held);
        String cursor = page.forward() ? selection.argument("after") : selection.argument("before");
        if (cursor != null) {
            where.add(
                    order.beyond(
                            r,
                            statement.question().cursors().read(page.list(), cursor),
                            page.forward(),
                            statement.slots()));
        }
        List<String> entries = new ArrayList<>();
        entries.add(entry(Pages.POSITION, order.position(r)));
        for (Selection child : selection.children()) {
            switch (child.name()) {
                case "nodes" -> entries.add(entry(child.key(), record(child, seen, r)));
                case "edges" -> entries.add(entry(child.key(), edge(child, seen, r)));
                default -> {} // pageInfo follows from the rows
            }
        }
        return "{page: %d, rows: COLLECT { %s%s WITH %s ORDER BY %s LIMIT %d RETURN %s }}"
                .formatted(
                        statement.page(page),
                        match,
                        where.isEmpty()
                                ? ""
                                : where.stream()
                                        .collect(Collectors.joining(" AND ", " WHERE ", "")),
                        r,
                        order.by(r, page.forward()),
                        page.limit(),
                        map(entries));
    }

    private String edge(Selection edge, List<Category> seen, String r) {
        return map(
                edge.children().stream()
                        .filter(child -> child.name().equals("node"))
                        .map(child -> entry(child.key(), record(child, seen, r)))
                        .toList());
    }

    /** {@return what is asked of the record, by its category where categories differ} */
    String record(Selection selection, List<Category> seen, String r) {
        withholdOthers(selection, seen);
        if (seen.isEmpty()) {
            return "null";
        }
        Map<Selection, String> subjects = subjects(selection, r);
        Map<String, List<Category>> byText =
                seen.stream()
                        .collect(
                                Collectors.groupingBy(
                                        category -> fields(selection, category, r, subjects),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        if (byText.size() == 1) {
            return byText.keySet().iterator().next();
        }
        return byText.entrySet().stream()
                .map(
                        text ->
                                "WHEN %s.category IN %s THEN %s"
                                        .formatted(r, codes(text.getValue()), text.getKey()))
                .collect(Collectors.joining(" ", "CASE ", " END"));
    }

    private static String codes(List<Category> categories) {
        return categories.stream()
                .map(category -> "'" + category.code() + "'")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /**
     * The person and the household of a record are the same question whatever its category: put
     * into words once, so that categories which are asked the same share one branch.
     */
    private Map<Selection, String> subjects(Selection selection, String r) {
        PeopleCypher linked = Objects.requireNonNull(people);
        Map<Selection, String> subjects = new HashMap<>();
        for (Selection field : selection.children()) {
            switch (field.name()) {
                case "person" ->
                        subjects.put(
                                field,
                                subject(
                                        r,
                                        "Person",
                                        s -> linked.person(field.children(), s, null)));
                case "household" ->
                        subjects.put(
                                field,
                                subject(
                                        r,
                                        "Household",
                                        s -> linked.household(field.children(), s, null)));
                default -> {} // differs by category
            }
        }
        return subjects;
    }

    private String fields(
            Selection selection, Category category, String r, Map<Selection, String> subjects) {
        List<String> entries = new ArrayList<>();
        entries.add(entry(Pages.CATEGORY, r + ".category"));
        for (Selection field : selection.childrenOn(category.type())) {
            String subject = subjects.get(field);
            entries.add(entry(field.key(), subject == null ? field(field, category, r) : subject));
        }
        return map(entries);
    }

    private String field(Selection field, Category category, String r) {
        return switch (field.name()) {
            case "id",
                    "category",
                    "recordNo",
                    "observedAt",
                    "validFrom",
                    "validTo",
                    "receivedAt",
                    "department",
                    "batch",
                    "linkage" ->
                    r + "." + field.name();
            case "personName" ->
                    statement.question().grants().on(category) instanceof Grant.All
                            ? r + ".personName"
                            : withheld(field, category);
            default ->
                    statement.question().grants().on(category).covers(field.name())
                            ? r + ".`" + field.name() + "`"
                            : withheld(field, category);
        };
    }

    private String subject(String r, String label, UnaryOperator<String> answer) {
        String s = statement.slots().variable("s");
        return "head(COLLECT { MATCH (%s)-[:ABOUT]->(%s:%s) RETURN %s })"
                .formatted(r, s, label, answer.apply(s));
    }

    private String withheld(Selection field, Category category) {
        statement.withhold(field, category.code() + "." + field.name());
        return "null";
    }

    /**
     * Items of categories that are not granted at all, where the question names them in a fragment.
     */
    private void withholdOthers(Selection selection, List<Category> seen) {
        for (Selection field : selection.children()) {
            var types = field.field().getObjectTypeNames();
            if (types.size() == 1) {
                statement
                        .question()
                        .catalogue()
                        .categoryOfType(types.iterator().next())
                        .filter(
                                category ->
                                        !seen.contains(category)
                                                && !statement
                                                        .question()
                                                        .grants()
                                                        .on(category)
                                                        .opens())
                        .ifPresent(
                                category ->
                                        statement.withhold(
                                                field, category.code() + "." + field.name()));
            }
        }
    }
}
