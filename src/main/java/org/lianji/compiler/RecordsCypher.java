package org.lianji.compiler;

import static org.lianji.compiler.Statement.entry;
import static org.lianji.compiler.Statement.map;

import org.jspecify.annotations.Nullable;
import org.lianji.access.Grant;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Subject;
import org.lianji.paging.PageRequest;
import org.lianji.selection.QueryCode;
import org.lianji.selection.Selection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes records: pages of them, and what is asked of each, by its category. */
final class RecordsCypher {

    private final Statement statement;
    private final Conditions conditions;
    private final ProvenanceCypher provenance;
    private final ItemsCypher items;
    private @Nullable PeopleCypher people;

    RecordsCypher(Statement statement) {
        this.statement = statement;
        this.conditions = new Conditions(statement);
        this.provenance = new ProvenanceCypher(statement);
        this.items = new ItemsCypher(statement);
    }

    /** Records lead to people and people to records. */
    void linkTo(PeopleCypher people) {
        this.people = people;
    }

    /** {@return a page of one category's records} */
    String ofCategory(Selection selection, Category category) {
        QueryContext question = statement.question();
        RowGuards sight = statement.sight();
        Map<String, Object> where = conditions.under(selection, "where", category);
        Map<String, Object> orderBy = conditions.under(selection, "orderBy", category);
        statement.mention(selection, category);
        statement.decides(selection);
        if (!question.grants().on(category).opens() && !(where.isEmpty() && orderBy.isEmpty())) {
            throw selection
                    .place(where.isEmpty() ? "orderBy" : "where")
                    .refused(QueryCode.ITEM_NOT_GRANTED, Map.of("item", category.code()));
        }
        List<Category> seen = seen(List.of(category));
        String r = statement.slots().variable("r");
        String p = statement.slots().variable("p");
        boolean fromPersons = category.subject() != Subject.NONE && !question.reason().covers();
        String match =
                fromPersons
                        ? "MATCH %s<-[:ABOUT]-(%s:Record&%s)"
                                .formatted(sight.persons(p), r, Grants.labels(seen))
                        : "MATCH (%s:Record&%s)".formatted(r, Grants.labels(seen));
        ItemProjection shown =
                fromPersons
                        ? ItemProjection.about(sight, question, r, category, p)
                        : ItemProjection.of(sight, question, r, category);
        List<String> held = new ArrayList<>();
        if (fromPersons) {
            held.add(sight.person(p));
            held.add(sight.recordAbout(r, seen, p));
        } else {
            held.add(sight.record(r, seen));
        }
        held.addAll(
                conditions.of(
                        category, where, shown, selection.place("where").field(category.field())));
        return page(
                selection,
                seen,
                match,
                new Row(r, fromPersons ? p : null, Token.ROW),
                held,
                conditions.order(
                        category,
                        where,
                        orderBy,
                        shown,
                        selection.place("orderBy").field(category.field())));
    }

    /** {@return a page of the records about a person} */
    String aboutPerson(Selection selection, String p) {
        return about(
                selection,
                p,
                category -> category.subject() != Subject.NONE,
                r -> new Row(r, p, Token.AROUND),
                statement.sight()::recordAbout);
    }

    /** {@return a page of the records about a household} */
    String aboutHousehold(Selection selection, String h) {
        return about(
                selection,
                h,
                category -> category.subject() == Subject.HOUSEHOLD,
                r -> new Row(r, null, Token.ROW),
                (r, seen, _) -> statement.sight().record(r, seen));
    }

    private interface Guard {
        String of(String r, List<Category> seen, String subject);
    }

    private String about(
            Selection selection,
            String subject,
            Predicate<Category> possible,
            Function<String, Row> row,
            Guard guard) {
        List<String> codes = selection.argument("categories");
        List<Category> asked =
                statement.question().catalogue().categories().stream()
                        .filter(category -> codes == null || codes.contains(category.code()))
                        .toList();
        List<Category> seen = seen(asked.stream().filter(possible).toList());
        (codes == null ? seen : asked).forEach(category -> statement.mention(selection, category));
        String r = statement.slots().variable("r");
        String match = "MATCH (%s)<-[:ABOUT]-(%s:%s)".formatted(subject, r, Grants.labels(seen));
        return page(
                selection,
                seen,
                match,
                row.apply(r),
                List.of(guard.of(r, seen, subject)),
                Order.newestFirst(r, new ObservationTime(statement, r, row.apply(r).p()).of(seen)));
    }

    private List<Category> seen(List<Category> asked) {
        return asked.stream()
                .filter(category -> statement.question().grants().on(category).opens())
                .toList();
    }

    /**
     * A record in the statement.
     *
     * @param r its variable
     * @param p variable of the person it is about, where the statement has it
     * @param token where the answer holds that person's token
     */
    record Row(String r, @Nullable String p, Token token) {}

    /** Where an answer tells whom a record is about: in what is around it, its row, or itself. */
    enum Token {
        AROUND,
        ROW,
        RECORD
    }

    private String page(
            Selection selection,
            List<Category> seen,
            String match,
            Row row,
            List<String> held,
            Order order) {
        PageRequest page = conditions.page(selection);
        List<String> entries = new ArrayList<>();
        entries.add(entry(Pages.POSITION, order.position()));
        if (row.token() == Token.ROW) {
            entries.add(entry(Statement.PERSON, token(row)));
        }
        if (!ListCypher.asksForRecords(selection)) {
            entries.add(entry(Pages.CATEGORY, row.r() + ".category"));
        }
        for (Selection child : selection.children()) {
            switch (child.name()) {
                case "nodes" -> entries.add(entry(child.key(), record(child, seen, row)));
                case "edges" -> entries.add(entry(child.key(), edge(child, seen, row)));
                default -> {} // of the whole list, or follows from the rows
            }
        }
        List<@Nullable Object> position =
                page.cursor() == null
                        ? null
                        : selection.placed(() -> page.position(statement.question().cursors()));
        ListCypher list = new ListCypher(match, row, held, page, statement.slots());
        List<String> parts = new ArrayList<>();
        parts.add(entry(Pages.PAGE, String.valueOf(statement.page(page))));
        parts.add(
                entry(
                        Pages.ROWS,
                        "COLLECT { %s RETURN %s }"
                                .formatted(list.of(order, position), map(entries))));
        if (row.token() == Token.ROW && row.p() != null && position == null) {
            parts.add(entry(Pages.ASKED, RowGuards.whom()));
        }
        if (position != null && ListCypher.asksBehind(selection, page)) {
            parts.add(entry(Pages.BEHIND, list.upTo(order, position)));
        }
        if (selection.children().stream().anyMatch(child -> Pages.COUNTS.contains(child.name()))) {
            parts.add(counted(list, seen, row));
        }
        return map(parts);
    }

    /** Whoever is counted is looked at: the answer holds whom each is about, and its category. */
    private String counted(ListCypher list, List<Category> seen, Row row) {
        boolean about =
                row.token() == Token.ROW
                        && seen.stream().anyMatch(category -> category.subject() != Subject.NONE);
        String category = row.r() + ".category";
        if (!about) {
            return entry(Pages.COUNTED, list.each(category));
        }
        return seen.size() == 1
                ? entry(Statement.PERSONS, list.each(token(row)))
                : entry(
                        Pages.COUNTED,
                        list.each(
                                map(
                                        List.of(
                                                entry(Pages.CATEGORY, category),
                                                entry(Statement.PERSON, token(row))))));
    }

    private String token(Row row) {
        if (row.p() != null) {
            return row.p() + ".id";
        }
        String s = statement.slots().variable("s");
        return "head(COLLECT { MATCH (%s)-[:ABOUT]->(%s:Person) RETURN %s.id })"
                .formatted(row.r(), s, s);
    }

    private String edge(Selection edge, List<Category> seen, Row r) {
        return map(
                edge.children().stream()
                        .filter(child -> child.name().equals("node"))
                        .map(child -> entry(child.key(), record(child, seen, r)))
                        .toList());
    }

    /** {@return a record asked for by its identifier, with whom it is about} */
    String node(Selection selection, List<Category> open, String r) {
        return record(selection, open, new Row(r, null, Token.RECORD));
    }

    /** {@return what is asked of the record, by its category where categories differ} */
    String record(Selection selection, List<Category> seen, Row row) {
        String r = row.r();
        withholdOthers(selection, seen);
        if (seen.isEmpty()) {
            return "null";
        }
        Map<Selection, String> subjects = subjects(selection, r);
        List<String> texts =
                statement
                        .slots()
                        .alternatives(seen, category -> fields(selection, category, row, subjects));
        Map<String, List<Category>> byText = new LinkedHashMap<>();
        for (int i = 0; i < seen.size(); i++) {
            byText.computeIfAbsent(texts.get(i), _ -> new ArrayList<>()).add(seen.get(i));
        }
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
                                        _ -> "true",
                                        s -> linked.person(field.children(), s, null)));
                case "household" ->
                        subjects.put(
                                field,
                                subject(
                                        r,
                                        "Household",
                                        statement.sight()::household,
                                        s -> linked.household(field.children(), s)));
                default -> {} // differs by category
            }
        }
        return subjects;
    }

    private String fields(
            Selection selection, Category category, Row row, Map<Selection, String> subjects) {
        RowGuards sight = statement.sight();
        ItemProjection shown =
                row.p() == null
                        ? ItemProjection.of(sight, statement.question(), row.r(), category)
                        : ItemProjection.about(
                                sight, statement.question(), row.r(), category, row.p());
        List<String> entries = new ArrayList<>();
        entries.add(entry(Pages.CATEGORY, row.r() + ".category"));
        if (row.token() == Token.RECORD) {
            entries.add(entry(Statement.PERSON, token(row)));
        }
        for (Selection field : selection.childrenOn(category.type())) {
            String subject = subjects.get(field);
            entries.add(
                    entry(field.key(), subject == null ? field(field, category, shown) : subject));
        }
        return map(entries);
    }

    private String field(Selection field, Category category, ItemProjection shown) {
        return switch (field.name()) {
            case "id", "category", "recordNo", "validFrom", "validTo", "department", "linkage" ->
                    shown.r() + "." + field.name();
            case "observedAt" ->
                    new ObservationTime(statement, shown.r(), shown.p()).of(List.of(category));
            case "provenance" -> provenance.ofRecord(field, category, shown);
            case "items" -> items.of(field, category, shown);
            case "personName", "receivedAt", "batch" -> {
                if (shown.grant() instanceof Grant.All) {
                    yield shown.r() + "." + field.name();
                }
                statement.withhold(field, category, field.name());
                yield "null";
            }
            default -> {
                statement.mention(field, category, field.name(), ItemMention.Way.RECORD);
                String value = shown.value(category.item(field.name()).orElseThrow());
                yield value == null ? "null" : value;
            }
        };
    }

    private String subject(
            String r, String label, UnaryOperator<String> guard, UnaryOperator<String> answer) {
        String s = statement.slots().variable("s");
        return "head(COLLECT { MATCH (%s)-[:ABOUT]->(%s:%s) WHERE %s RETURN %s })"
                .formatted(r, s, label, guard.apply(s), answer.apply(s));
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
                        .ifPresent(category -> statement.withhold(field, category, field.name()));
            }
        }
    }
}
