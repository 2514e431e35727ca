package org.lianji.compiler;

import org.lianji.access.BasisParty;
import org.lianji.access.ConsentBounds;
import org.lianji.access.Grant;
import org.lianji.access.PopulationScope;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.catalogue.Subject;
import org.lianji.items.Item;
import org.lianji.people.DatedRelations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Writes the guards: who is in sight of a request, and whether a record, a relation or an item
 * exists for it. What they compare with are values of the row, so that the text is the same for
 * every caller with the same grants.
 */
public final class RowGuards {

    /** The names that guards read in every part of a statement. */
    static final String SCOPE = "row, basis, covered, anybody, mine";

    /** A basis in force leads to those of its parties only, each as long as they are. */
    private static final String REASON =
            """
            OPTIONAL MATCH (basis:Basis {id: row.basis}) WHERE row.purpose IN basis.purposes AND basis.closed IS NULL AND basis.until > row.now AND (NOT basis.id STARTS WITH 'E' OR basis.client = row.client) AND %s
            """
                    .formatted(party(""));

    private static final String COVERED =
            """
            WITH row, basis, COLLECT { MATCH (basis)-[:COVERS]->(region:Region) RETURN region.code } AS covered
            WITH row, basis, covered, any(code IN covered WHERE code IN row.whole) AS anybody, [] AS mine
            """;

    private static final String NAMED =
            "WITH row, basis, [] AS covered, false AS anybody, COLLECT { %s } AS mine\n";

    private static final String SELF =
            """
            WITH row, null AS basis, [] AS covered, false AS anybody, [row.self] + COLLECT { MATCH (:Person {id: row.self})-[duty:SUPPORTS {kind: 'GUARDIAN'}]->(ward:Person) WHERE %s AND substring(ward.idNumber, 6, 8) > row.minor RETURN ward.id } AS mine
            """
                    .formatted(DatedRelations.held("duty", "row.today"));

    private static final String NOWHERE = "(false)";

    private static final String NO_REASON =
            "WITH row, null AS basis, [] AS covered, false AS anybody, [] AS mine\n";

    private final QueryContext question;
    private final ParameterNames slots;

    RowGuards(QueryContext question, ParameterNames slots) {
        this.question = question;
        this.slots = slots;
    }

    /** {@return the lines that find the basis, once a request} */
    String prologue() {
        if (question.reason().purpose() == null) {
            return NO_REASON;
        }
        if (question.reason().purpose() == Purpose.H) {
            return SELF;
        }
        return REASON + (question.reason().covers() ? COVERED : NAMED.formatted(named()));
    }

    private static String party(String also) {
        return "EXISTS { (basis)-[:PARTY]->(party:Party) WHERE %s%s }"
                .formatted(BasisParty.is("party", "row."), also);
    }

    /**
     * Whom the basis names, whenever they came to be known, and who belongs today to a household
     * that it names, where that shows; but nobody whose consent is over.
     */
    private String named() {
        List<String> ways = new ArrayList<>();
        ways.add(
                led(
                        "MATCH (basis)-[:CONCERNS|ASKS]->(key:Identity) MATCH (p:Person {idHash:"
                                + " key.hash})"));
        ways.add(led("MATCH (basis)-[:CONCERNS|ASKS]->(p:Person)"));
        String member = relation(Roles.HOUSEHOLD, "m", "p");
        if (!question.reason().emergency() && !member.equals(NOWHERE)) {
            ways.add(
                    led(
                            "MATCH (basis)-[:CONCERNS]->(:Household)<-[m:MEMBER_OF]-(p:Person) WHERE %s AND %s"
                                    .formatted(DatedRelations.held("m", "row.today"), member)));
        }
        return String.join(" UNION ", ways);
    }

    /**
     * Beyond one's own region an emergency leads, and a matter that is one's own by name, but not
     * who was sent to a door.
     */
    private String led(String way) {
        if (question.reason().emergency()) {
            return way + " RETURN p.id AS id";
        }
        String place =
                question.everywhere()
                        ? ""
                        : " AND (%s OR %s)"
                                .formatted(
                                        belongs("p", "[row.region]"),
                                        "(NOT row.named AND "
                                                + party(" AND party.client = row.client")
                                                + ")");
        return way
                + " WITH p WHERE NOT "
                + ConsentBounds.spare("basis", "p", "row.now")
                + place
                + " RETURN p.id AS id";
    }

    /** {@return the condition that the person is one whom the reason leads to} */
    String person(String p) {
        if (question.reason().purpose() == null) {
            return "false";
        }
        if (question.reason().purpose() == Purpose.H || !question.reason().covers()) {
            return p + ".id IN mine";
        }
        String covered = "(anybody OR " + belongs(p, "covered") + ")";
        return question.everywhere()
                ? covered
                : "(" + covered + " AND " + belongs(p, "[row.region]") + ")";
    }

    /**
     * {@return the condition that somebody may be named as the guardian of a child in sight: in an
     * emergency and for a service anybody, else who is in sight}
     */
    String guardian(String g) {
        return question.reason().emergency() || question.reason().purpose() == Purpose.E
                ? "basis IS NOT NULL"
                : person(g);
    }

    /** {@return a pattern that starts at the persons the reason leads to} */
    String persons(String p) {
        return "(%s:Person WHERE %s.id IN mine)".formatted(p, p);
    }

    /** {@return the tokens of all whom the reason leads to by name} */
    static String whom() {
        return "mine";
    }

    /** {@return the condition that the person lives or is registered in one of the regions} */
    private String belongs(String p, String codes) {
        String e = slots.variable("e");
        String g = slots.variable("g");
        return "EXISTS { (%s)-[%s:RESIDES_IN|REGISTERED_IN]->(:Region)-[:PART_OF*0..4]->(%s:Region) WHERE %s.code IN %s AND %s }"
                .formatted(p, e, g, g, codes, DatedRelations.held(e, "row.today"));
    }

    /** {@return the condition that the person is one of those} */
    String holds(Set<PopulationScope> whom, String p) {
        if (whom.contains(PopulationScope.ANYONE)) {
            return "true";
        }
        return whom.stream()
                .map(one -> holds(one, p))
                .sorted()
                .collect(Collectors.joining(" OR ", "(", whom.isEmpty() ? "false)" : ")"));
    }

    private String holds(PopulationScope whom, String p) {
        List<String> all = new ArrayList<>();
        if (!whom.children()) {
            all.add("substring(%s.idNumber, 6, 8) <= row.child".formatted(p));
        }
        if (!whom.regions().isEmpty()) {
            all.add(belongs(p, slots.shared(whom.regions().stream().sorted().toList())));
        }
        return String.join(" AND ", all);
    }

    /** {@return the condition that a record of one of the categories about the person exists} */
    String recordAbout(String r, List<Category> categories, String p) {
        Map<Set<PopulationScope>, List<Category>> groups =
                categories.stream()
                        .collect(
                                Collectors.groupingBy(
                                        this::whom, LinkedHashMap::new, Collectors.toList()));
        if (groups.size() == 1) {
            return holds(groups.keySet().iterator().next(), p);
        }
        return groups.entrySet().stream()
                .map(
                        group ->
                                group.getKey().contains(PopulationScope.ANYONE)
                                        ? is(r, group.getValue())
                                        : "(%s AND %s)"
                                                .formatted(
                                                        is(r, group.getValue()),
                                                        holds(group.getKey(), p)))
                .collect(Collectors.joining(" OR ", "(", groups.isEmpty() ? "false)" : ")"));
    }

    private Set<PopulationScope> whom(Category category) {
        Grant grant = question.grants().on(category);
        return category.subject() == Subject.NONE && grant.opens()
                ? Set.of(PopulationScope.ANYONE)
                : grant.whom();
    }

    private static String is(String r, List<Category> categories) {
        return r + ":" + Grants.labels(categories);
    }

    /** {@return the condition that a record of one of the categories exists} */
    String record(String r, List<Category> categories) {
        List<Category> nobodys = new ArrayList<>();
        List<Category> somebodys = new ArrayList<>();
        for (Category category : categories) {
            boolean open = question.grants().on(category).opens();
            (category.subject() == Subject.NONE && open ? nobodys : somebodys).add(category);
        }
        List<String> ways = new ArrayList<>();
        if (!nobodys.isEmpty()) {
            ways.add(somebodys.isEmpty() ? "true" : is(r, nobodys));
        }
        if (!somebodys.isEmpty()) {
            ways.add(about(r, s -> recordAbout(r, somebodys, s)));
        }
        List<Category> own = somebodys.stream().filter(this::ownsUnlinked).toList();
        if (!own.isEmpty()) {
            ways.add(
                    "(%sbasis IS NOT NULL AND NOT EXISTS { (%s)-[:ABOUT]->(:Person) })"
                            .formatted(own.equals(categories) ? "" : is(r, own) + " AND ", r));
        }
        return switch (ways.size()) {
            case 0 -> NOWHERE;
            case 1 -> ways.getFirst();
            default -> "(" + String.join(" OR ", ways) + ")";
        };
    }

    /** Rows whose subject is yet to be found are their owner's alone, under a plan or a run. */
    private boolean ownsUnlinked(Category category) {
        return question.grants().on(category) instanceof Grant.All
                && question.reason().covers()
                && question.everywhere();
    }

    /** {@return the condition that the record is about one of those, in sight} */
    String about(String r, Set<PopulationScope> whom) {
        return about(r, s -> holds(whom, s));
    }

    private String about(String r, UnaryOperator<String> holds) {
        String s = slots.variable("s");
        return "EXISTS { (%s)-[:ABOUT]->(%s:Person) WHERE %s AND %s }"
                .formatted(r, s, person(s), holds.apply(s));
    }

    /**
     * {@return the condition that a relation which items of that role make exists for the person}
     */
    String relation(Predicate<Item.Role> role, String e, String p) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Category category : question.grants().shows(role)) {
            group(groups, category, p, Grants.makers(category, role));
        }
        return ofCategories(groups, e);
    }

    /** {@return the condition that the item shows which says how the person is a member} */
    String membersRelation(String e, String p) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        question.catalogue()
                .categories()
                .forEach(
                        category -> {
                            List<Item> items = Roles.relations(category);
                            if (!items.isEmpty() && shows(category, items)) {
                                group(groups, category, p, items);
                            }
                        });
        return ofCategories(groups, e);
    }

    private boolean shows(Category category, List<Item> items) {
        Grant grant = question.grants().on(category);
        return items.stream().noneMatch(item -> grant.clear(item.name()).isEmpty());
    }

    private void group(
            Map<String, List<String>> groups, Category category, String p, List<Item> items) {
        Grant grant = question.grants().on(category);
        String holds =
                items.stream()
                        .map(item -> holds(grant.clear(item.name()), p))
                        .distinct()
                        .filter(condition -> !condition.equals("true"))
                        .collect(Collectors.joining(" AND "));
        groups.computeIfAbsent(holds, _ -> new ArrayList<>()).add("'" + category.code() + "'");
    }

    private static String ofCategories(Map<String, List<String>> groups, String e) {
        return groups.entrySet().stream()
                .map(
                        group ->
                                e
                                        + ".category IN ["
                                        + String.join(", ", group.getValue())
                                        + "]"
                                        + (group.getKey().isEmpty()
                                                ? ""
                                                : " AND " + group.getKey()))
                .collect(Collectors.joining(" OR ", "(", groups.isEmpty() ? "false)" : ")"));
    }

    /** {@return the condition that the person exists: some fact that exists names them} */
    String existing(String p) {
        if (question.reason().purpose() == Purpose.H) {
            return person(p);
        }
        List<Category> open = question.grants().open();
        List<String> facts = new ArrayList<>();
        if (!open.isEmpty()) {
            String r = slots.variable("r");
            facts.add(
                    "EXISTS { (%s)<-[:ABOUT]-(%s:%s) WHERE %s }"
                            .formatted(p, r, Grants.labels(open), recordAbout(r, open, p)));
        }
        String m = slots.variable("m");
        String member = relation(Roles.HOUSEHOLD, m, p);
        if (!member.equals(NOWHERE)) {
            facts.add("EXISTS { (%s)-[%s:MEMBER_OF]->() WHERE %s }".formatted(p, m, member));
        }
        String d = slots.variable("d");
        String x = slots.variable("x");
        String supported = relation(Roles.DUTY, d, x);
        if (!supported.equals(NOWHERE)) {
            facts.add(
                    "EXISTS { (%s)-[%s:SUPPORTS]->(%s:Person) WHERE %s AND %s }"
                            .formatted(p, d, x, supported, person(x)));
        }
        return facts.isEmpty()
                ? NOWHERE
                : "(%s AND (%s))".formatted(person(p), String.join(" OR ", facts));
    }

    /** {@return the condition that the household exists: some member's membership does} */
    String household(String h) {
        String m = slots.variable("m");
        String q = slots.variable("q");
        return "EXISTS { (%s)<-[%s:MEMBER_OF]-(%s:Person) WHERE %s AND %s }"
                .formatted(h, m, q, person(q), relation(Roles.HOUSEHOLD, m, q));
    }

    /** {@return the condition that the household's place exists: it does for some member} */
    String householdPlace(String h, String e) {
        String q = slots.variable("q");
        return "EXISTS { (%s)<-[:MEMBER_OF]-(%s:Person) WHERE %s AND %s }"
                .formatted(h, q, person(q), relation(Roles.PLACE, e, q));
    }
}
