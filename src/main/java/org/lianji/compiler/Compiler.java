package org.lianji.compiler;

import static org.lianji.compiler.Statement.entry;
import static org.lianji.compiler.Statement.map;

import graphql.normalized.ExecutableNormalizedField;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.people.MergedPersons;
import org.lianji.people.Regions;
import org.lianji.platform.Problem;
import org.lianji.selection.Place;
import org.lianji.selection.QueryCode;
import org.lianji.selection.Selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Turns what is asked at the root into one statement: a pure function of selection, grants and day.
 */
public final class Compiler {

    /** What a statement tells of its basis beside the answer. */
    private static final String OF_BASIS =
            "basis IS NOT NULL AS inForce, basis.shownFrom AS shownFrom";

    private static final String NOBODY = "null";

    /** The fact that has this identifier, or whose older version once had. */
    private static final String FACT =
            "coalesce(head(COLLECT { MATCH (older:Superseded {version: %s}) RETURN older.id }),"
                    + " %s)";

    private final Statement statement;
    private final PeopleCypher people;
    private final RecordsCypher records;

    /** The person or household that the root being written asks for by name, refused or not. */
    private String token = NOBODY;

    private Compiler(QueryContext question) {
        this.statement = new Statement(question);
        this.records = new RecordsCypher(statement);
        this.people = new PeopleCypher(statement, records);
        records.linkTo(people);
    }

    /**
     * {@return the statement that answers these fields}
     *
     * @param question who asks, and what may be seen
     * @param fields fields of Query that the graph answers
     * @throws Problem where a condition, an order, a page or a value is not allowed
     */
    public static CompiledStatement compile(
            QueryContext question, List<ExecutableNormalizedField> fields) {
        return compile(question, fields, NormalizedOperation.of(fields).whom(Map.of()));
    }

    /**
     * {@return the same}
     *
     * @param whom the fields name, by key
     */
    public static CompiledStatement compile(
            QueryContext question,
            List<ExecutableNormalizedField> fields,
            Map<String, Object> whom) {
        return shape(question, fields).about(question, whom);
    }

    /** {@return the same for everybody whom such fields may name} */
    public static CompiledStatement shape(
            QueryContext question, List<ExecutableNormalizedField> fields) {
        Compiler compiler = new Compiler(question);
        return compiler.whole(fields, compiler::root);
    }

    /**
     * {@return the statement that answers fields of an object that leads to people, whichever it
     * is}
     *
     * @param fields below the object, whose paths begin there
     * @param types what each answers, by key: a person, a household or a record
     */
    public static CompiledStatement anchored(
            QueryContext question,
            List<ExecutableNormalizedField> fields,
            Map<String, String> types) {
        Compiler compiler = new Compiler(question);
        return compiler.whole(
                fields,
                selection ->
                        compiler.anchored(
                                selection, Objects.requireNonNull(types.get(selection.key()))));
    }

    private String anchored(Selection selection, String type) {
        token = NOBODY;
        String slot = statement.anchored(selection);
        return switch (type) {
            case "Person" -> person(selection, "id", slot, null);
            case "Household" -> household(selection, slot, null);
            default -> record(selection, slot);
        };
    }

    /**
     * {@return the statement that answers {@code persons} of a record whose item shows, else
     * nothing}
     *
     * @param question who asks, and what may be seen
     * @param record identifier of the record
     */
    public static CompiledStatement compile(
            QueryContext question, Category category, Item item, String record) {
        return new Compiler(question).sight(category, item, record).about(question, Map.of());
    }

    private CompiledStatement sight(Category category, Item item, String record) {
        RowGuards sight = statement.sight();
        String r = statement.slots().variable("r");
        String s = statement.slots().variable("s");
        String shows =
                ItemProjection.of(sight, statement.question(), r, category)
                        .way(item.name(), (_, _) -> "true");
        return statement.compiled(
                "UNWIND $rows AS row\n%sOPTIONAL MATCH (%s:Record&%s {id: %s}) WHERE %s AND %s\nRETURN row.n AS n, {persons: %s} AS data, [] AS asked, %s"
                        .formatted(
                                sight.prologue(),
                                r,
                                category.type(),
                                statement.slots().slot(record),
                                sight.record(r, List.of(category)),
                                shows,
                                unlessAbsent(
                                        r,
                                        "COLLECT { MATCH (%s)-[:ABOUT]->(%s:Person) RETURN %s.id }"
                                                .formatted(r, s, s)),
                                OF_BASIS));
    }

    private CompiledStatement whole(
            List<ExecutableNormalizedField> fields, Function<Selection, String> root) {
        StringBuilder parts = new StringBuilder();
        List<String> answers = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Selection selection = Selection.root(fields.get(i));
            parts.append("CALL (%s) {\n".formatted(RowGuards.SCOPE))
                    .append(root.apply(selection))
                    .append(" AS f%d, %s AS a%d\n}\n".formatted(i, token, i));
            answers.add(entry(selection.key(), "f" + i));
            asked.add("a" + i);
        }
        String returned =
                "RETURN row.n AS n, %s AS data, %s AS asked, %s"
                        .formatted(map(answers), "[" + String.join(", ", asked) + "]", OF_BASIS);
        return statement.compiled(
                "UNWIND $rows AS row\n" + statement.sight().prologue() + parts + returned);
    }

    private String root(Selection selection) {
        token = NOBODY;
        return switch (selection.name()) {
            case "person" -> person(selection);
            case "household" -> household(selection, statement.named(selection, "id"), null);
            case "region" ->
                    region(
                            selection,
                            "code",
                            knownRegion(
                                    selection,
                                    "code",
                                    Objects.requireNonNull(selection.argument("code"))),
                            null);
            case "regions" -> regions(selection);
            case "records" -> records(selection);
            case "node" -> node(selection);
            default -> throw new IllegalArgumentException(selection.name());
        };
    }

    private String person(Selection selection) {
        return person(selection, "idHash", statement.named(selection, "idNumber"), null);
    }

    private String person(
            Selection selection, String property, String slot, @Nullable String typeName) {
        String p = statement.slots().variable("p");
        token = p + ".id";
        return "  OPTIONAL MATCH %s\n  RETURN %s"
                .formatted(
                        MergedPersons.led(property, slot, p),
                        where(
                                p + " IS NOT NULL AND " + statement.sight().existing(p),
                                people.person(selection.childrenOn("Person"), p, typeName)));
    }

    private String household(Selection selection, String slot, @Nullable String typeName) {
        String h = statement.slots().variable("h");
        return "  OPTIONAL MATCH (%s:Household {id: %s}) WHERE %s\n  RETURN %s"
                .formatted(
                        h,
                        slot,
                        statement.sight().household(h),
                        unlessAbsent(
                                h,
                                people.rootHousehold(
                                        selection.childrenOn("Household"), h, typeName)));
    }

    private String region(
            Selection selection, String property, String value, @Nullable String typeName) {
        String g = statement.slots().variable("g");
        return "  OPTIONAL MATCH (%s:Region {%s: %s})\n  RETURN %s"
                .formatted(
                        g,
                        property,
                        statement.slots().slot(value),
                        unlessAbsent(
                                g, people.region(selection.childrenOn("Region"), g, typeName)));
    }

    /** Whoever names none is told so: nothing about anybody is in it. */
    private String knownRegion(Selection selection, String argument, String given) {
        Place place = selection.place(argument);
        String code =
                (String) statement.question().value(ItemType.Scalar.REGION_CODE, given, place);
        if (!Regions.isKnown(code)) {
            throw place.refused(QueryCode.NO_SUCH_REGION, Map.of());
        }
        return code;
    }

    private String regions(Selection selection) {
        String g = statement.slots().variable("g");
        String parent = selection.argument("parent");
        String match =
                parent == null
                        ? "MATCH (%s:Region) WHERE %s.code IN row.whole AND NOT EXISTS { (%s)-[:PART_OF]->() }"
                                .formatted(g, g, g)
                        : "MATCH (%s:Region)-[:PART_OF]->(:Region {code: %s})"
                                .formatted(
                                        g,
                                        statement
                                                .slots()
                                                .slot(knownRegion(selection, "parent", parent)));
        return "  RETURN COLLECT { %s WITH %s ORDER BY %s.code RETURN %s }"
                .formatted(match, g, g, people.region(selection.children(), g, null));
    }

    private String records(Selection selection) {
        String code = Objects.requireNonNull(selection.argument("category"));
        Category category = statement.question().catalogue().category(code).orElseThrow();
        return "  RETURN " + records.ofCategory(selection, category);
    }

    /** {@return whether it is the graph that has what the identifier is of, if anybody does} */
    public static boolean identifies(String id) {
        return !id.isEmpty() && "PHGR".indexOf(id.charAt(0)) >= 0;
    }

    /** The first letter of an identifier tells what it identifies. */
    private String node(Selection selection) {
        String id = Objects.requireNonNull(selection.argument("id"));
        return switch (id.isEmpty() ? ' ' : id.charAt(0)) {
            case 'P' -> person(selection, "id", statement.slots().slot(id), "Person");
            case 'H' -> household(selection, statement.slots().slot(id), "Household");
            case 'G' -> region(selection, "id", id, "Region");
            case 'R' -> record(selection, statement.slots().slot(id));
            default -> "  RETURN null";
        };
    }

    private String record(Selection selection, String slot) {
        String r = statement.slots().variable("r");
        List<Category> open = statement.question().grants().open();
        return "  OPTIONAL MATCH (%s:Record {id: %s}) WHERE %s:%s AND %s\n  RETURN %s"
                .formatted(
                        r,
                        FACT.formatted(slot, slot),
                        r,
                        Grants.labels(open),
                        statement.sight().record(r, open),
                        unlessAbsent(r, records.node(selection, open, r)));
    }

    /**
     * Maps are written out, never as a map projection ({@code p {a: p.x}}): in Neo4j 2026.08 a
     * projection inside CASE answers null where it reads a property for the second time.
     */
    private static String unlessAbsent(String node, String answer) {
        return where(node + " IS NOT NULL", answer);
    }

    private static String where(String condition, String answer) {
        return "CASE WHEN %s THEN %s END".formatted(condition, answer);
    }
}
