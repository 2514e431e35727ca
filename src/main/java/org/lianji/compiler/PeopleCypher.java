package org.lianji.compiler;

import static org.lianji.compiler.Statement.entry;
import static org.lianji.compiler.Statement.map;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.items.HouseholdKind;
import org.lianji.items.Item;
import org.lianji.items.PlaceKind;
import org.lianji.people.MergedPersons;
import org.lianji.selection.Selection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes persons, households, regions and the dated relations between them. */
final class PeopleCypher {

    private final Statement statement;
    private final RecordsCypher records;

    PeopleCypher(Statement statement, RecordsCypher records) {
        this.statement = statement;
        this.records = records;
    }

    String person(List<Selection> fields, String p, @Nullable String typeName) {
        return project(
                fields,
                entry(Statement.PERSON, p + ".id"),
                typeName,
                field ->
                        switch (field.name()) {
                            case "id" -> p + ".id";
                            case "idNumber" -> "left(" + p + ".idNumber, 6) + '************'";
                            case "demo" -> "coalesce(" + p + ".demo, false)";
                            case "mergedIds" -> MergedPersons.before(p);
                            case "registeredIn" ->
                                    place(field, p, "REGISTERED_IN", PlaceKind.REGISTRATION);
                            case "livesIn" -> place(field, p, "RESIDES_IN", PlaceKind.LIVING);
                            case "memberships" -> memberships(field, p);
                            case "supports" -> duties(field, p, true);
                            case "supportedBy" -> duties(field, p, false);
                            case "guardians" -> guardians(field, p);
                            case "records" -> records.aboutPerson(field, p);
                            case "provenance" -> provenance(field, p);
                            default -> sourced(field, p);
                        });
    }

    /** {@return a household that was asked for as such: its members are looked at} */
    String rootHousehold(List<Selection> fields, String h, @Nullable String typeName) {
        String m = statement.slots().variable("m");
        return household(
                fields,
                "`%s`: COLLECT { MATCH (%s)<-[:MEMBER_OF]-(%s:Person) WHERE %s RETURN DISTINCT %s.id }"
                        .formatted(Statement.PERSONS, h, m, statement.sight().person(m), m),
                h,
                typeName);
    }

    /** {@return a household that a person or a record led to} */
    String household(List<Selection> fields, String h) {
        return household(fields, null, h, null);
    }

    private String household(
            List<Selection> fields, @Nullable String own, String h, @Nullable String typeName) {
        return project(
                fields,
                own,
                typeName,
                field ->
                        switch (field.name()) {
                            case "id", "kind", "number" -> h + "." + field.name();
                            case "region" -> householdRegion(field, h);
                            case "members" -> members(field, h);
                            case "records" -> records.aboutHousehold(field, h);
                            default -> throw new IllegalArgumentException(field.name());
                        });
    }

    String region(List<Selection> fields, String g, @Nullable String typeName) {
        return project(
                fields,
                null,
                typeName,
                field ->
                        switch (field.name()) {
                            case "id", "code", "name", "level", "levelWord" ->
                                    g + "." + field.name();
                            case "parent" ->
                                    regionsNear(
                                            field,
                                            "(%s)-[:PART_OF]->(%%s:Region)".formatted(g),
                                            "head(%s)");
                            case "children" ->
                                    regionsNear(
                                            field,
                                            "(%s)<-[:PART_OF]-(%%s:Region)".formatted(g),
                                            "%s");
                            default -> throw new IllegalArgumentException(field.name());
                        });
    }

    private String regionsNear(Selection field, String pattern, String answer) {
        String near = statement.slots().variable("g");
        return answer.formatted(
                "COLLECT { MATCH %s WITH %s ORDER BY %s.code RETURN %s }"
                        .formatted(
                                pattern.formatted(near),
                                near,
                                near,
                                region(field.children(), near, null)));
    }

    private String project(
            List<Selection> fields,
            @Nullable String own,
            @Nullable String typeName,
            Function<Selection, String> expression) {
        List<String> entries = new ArrayList<>();
        if (typeName != null) {
            entries.add(entry("__typename", "'" + typeName + "'"));
        }
        if (own != null) {
            entries.add(own);
        }
        fields.forEach(field -> entries.add(entry(field.key(), expression.apply(field))));
        return entries.isEmpty() ? map(List.of(entry("nothing asked", "true"))) : map(entries);
    }

    private String sourced(Selection field, String p) {
        Catalogue.Source source =
                statement.question().catalogue().source("Person." + field.name()).orElseThrow();
        Category category = source.category();
        statement.mention(field, category, source.item().name(), ItemMention.Way.VALUE);
        String s = statement.slots().variable("s");
        String value =
                ItemProjection.about(statement.sight(), statement.question(), s, category, p)
                        .value(source.item());
        return value == null ? "null" : newest(category, p, s, value);
    }

    /** {@return where the person's fields come from, by the categories that they come from} */
    private String provenance(Selection field, String p) {
        ProvenanceCypher writer = new ProvenanceCypher(statement);
        return writer.sources(field).entrySet().stream()
                .map(
                        group -> {
                            String s = statement.slots().variable("s");
                            ItemProjection shown =
                                    ItemProjection.about(
                                            statement.sight(),
                                            statement.question(),
                                            s,
                                            group.getKey(),
                                            p);
                            String entries =
                                    writer.ofFields(field, group.getKey(), group.getValue(), shown);
                            return "coalesce(%s, [])"
                                    .formatted(newest(group.getKey(), p, s, entries));
                        })
                .collect(Collectors.joining(" + ", "[] + ", ""));
    }

    /** {@return what the newest record of the category about the person says, if one exists} */
    private String newest(Category category, String p, String s, String said) {
        return "head(COLLECT { MATCH (%s)<-[:ABOUT]-(%s:%s) WHERE %s RETURN %s ORDER BY %s DESC LIMIT 1 })"
                .formatted(
                        p,
                        s,
                        category.type(),
                        statement.sight().recordAbout(s, List.of(category), p),
                        said,
                        new ObservationTime(statement, s, p).of(List.of(category)));
    }

    private String place(Selection field, String p, String relation, PlaceKind kind) {
        Predicate<Item.Role> wanted = Roles.place(kind);
        statement.mentionRelations(field, wanted);
        return relatedRegion(field, p, relation, e -> statement.sight().relation(wanted, e, p));
    }

    private String householdRegion(Selection field, String h) {
        statement.mentionRelations(field, Roles.PLACE);
        return relatedRegion(field, h, "LIVES_IN", e -> statement.sight().householdPlace(h, e));
    }

    private String relatedRegion(
            Selection field, String subject, String relation, UnaryOperator<String> guard) {
        String e = statement.slots().variable("e");
        String g = statement.slots().variable("g");
        return "head(COLLECT { MATCH (%1$s)-[%2$s:%3$s]->(%4$s:Region) WHERE %5$s AND %6$s WITH %4$s, %8$s AS %9$s ORDER BY %9$s DESC LIMIT 1 RETURN %7$s })"
                .formatted(
                        subject,
                        e,
                        relation,
                        g,
                        guard.apply(e),
                        statement.dated(e),
                        region(field.children(), g, null),
                        new UnbrokenRelation(e, subject, relation, g, statement.slots()).since(),
                        statement.slots().variable("since"));
    }

    private String memberships(Selection field, String p) {
        String m = statement.slots().variable("m");
        String since = statement.slots().variable("since");
        String h = statement.slots().variable("h");
        String kind = field.argument("kind");
        String ofKind =
                kind == null
                        ? ""
                        : " AND %s.kind = %s"
                                .formatted(
                                        h,
                                        statement.slots().slot(HouseholdKind.valueOf(kind).name()));
        statement.mentionRelations(field, Roles.HOUSEHOLD);
        return "COLLECT { MATCH (%1$s)-[%2$s:MEMBER_OF]->(%3$s:Household) WHERE %4$s AND %5$s%6$s WITH %3$s, %2$s, %8$s AS %9$s ORDER BY %9$s DESC, %2$s.category WITH %3$s, collect(%2$s)[0] AS %2$s, head(collect([%9$s])) AS %9$s ORDER BY %3$s.kind, %3$s.id RETURN %7$s }"
                .formatted(
                        p,
                        m,
                        h,
                        statement.sight().relation(Roles.HOUSEHOLD, m, p),
                        statement.dated(m, field),
                        ofKind,
                        membership(field, m, p, h, since),
                        unbroken(m, p, h).since(),
                        since);
    }

    private String members(Selection field, String h) {
        String m = statement.slots().variable("m");
        String since = statement.slots().variable("since");
        String p = statement.slots().variable("p");
        statement.mentionRelations(field, Roles.HOUSEHOLD);
        return "COLLECT { MATCH (%1$s)<-[%2$s:MEMBER_OF]-(%3$s:Person) WHERE %4$s AND %5$s WITH %3$s, %2$s, %7$s AS %8$s ORDER BY %8$s DESC, %2$s.category WITH %3$s, collect(%2$s)[0] AS %2$s, head(collect([%8$s])) AS %8$s ORDER BY head(%8$s), %3$s.id RETURN %6$s }"
                .formatted(
                        h,
                        m,
                        p,
                        statement.sight().person(p)
                                + " AND "
                                + statement.sight().relation(Roles.HOUSEHOLD, m, p),
                        statement.dated(m, field),
                        membership(field, m, p, h, since),
                        unbroken(m, p, h).since(),
                        since);
    }

    /** How somebody is a member counts where it shows. */
    private UnbrokenRelation unbroken(String m, String p, String h) {
        String shows = statement.sight().membersRelation(m, p);
        String same =
                shows.equals("(false)")
                        ? ""
                        : "coalesce(%%1$s.relation, '') = coalesce(%s.relation, '') OR NOT %s"
                                .formatted(m, shows);
        return new UnbrokenRelation(m, p, "MEMBER_OF", h, same, statement.slots());
    }

    private String membership(Selection field, String m, String p, String h, String since) {
        return relation(
                field,
                m,
                p,
                end ->
                        switch (end.name()) {
                            case "person" -> person(end.children(), p, null);
                            case "household" -> household(end.children(), h);
                            case "relation" -> membersRelation(end, m, p);
                            case "from" -> "head(" + since + ")";
                            case "to" -> unbroken(m, p, h).until();
                            default -> m + ".`" + end.name() + "`";
                        });
    }

    /** How somebody is a member is an item of its own. */
    private String membersRelation(Selection field, String m, String p) {
        for (Category category : statement.question().catalogue().categories()) {
            Roles.relations(category)
                    .forEach(
                            item ->
                                    statement.mention(
                                            field, category, item.name(), ItemMention.Way.VALUE));
        }
        return "CASE WHEN %s THEN %s.relation END"
                .formatted(statement.sight().membersRelation(m, p), m);
    }

    private String duties(Selection field, String p, boolean outgoing) {
        String since = statement.slots().variable("since");
        String d = statement.slots().variable("d");
        String other = statement.slots().variable("p");
        statement.mentionRelations(field, Roles.DUTY);
        RowGuards sight = statement.sight();
        String pattern =
                outgoing ? "(%s)-[%s:SUPPORTS]->(%s:Person)" : "(%s)<-[%s:SUPPORTS]-(%s:Person)";
        UnbrokenRelation unbroken =
                new UnbrokenRelation(
                        d,
                        outgoing ? p : other,
                        "SUPPORTS",
                        outgoing ? other : p,
                        "%%1$s.kind = %s.kind".formatted(d),
                        statement.slots());
        String answer =
                relation(
                        field,
                        d,
                        other,
                        end ->
                                switch (end.name()) {
                                    case "supporter" ->
                                            person(end.children(), outgoing ? p : other, null);
                                    case "supported" ->
                                            person(end.children(), outgoing ? other : p, null);
                                    case "from" -> since;
                                    case "to" -> unbroken.until();
                                    default -> d + ".`" + end.name() + "`";
                                });
        return "COLLECT { MATCH %s WHERE %s AND %s AND %s WITH %s, %s, %s AS %s ORDER BY %s, %s.id RETURN %s }"
                .formatted(
                        pattern.formatted(p, d, other),
                        sight.person(other),
                        sight.relation(Roles.DUTY, d, outgoing ? other : p),
                        statement.dated(d, field),
                        d,
                        other,
                        unbroken.since(),
                        since,
                        since,
                        other,
                        answer);
    }

    /** A child who was found is brought to its guardian, whom the basis need not lead to. */
    private String guardians(Selection field, String p) {
        String d = statement.slots().variable("d");
        String g = statement.slots().variable("p");
        statement.mentionRelations(field, Roles.GUARDIAN);
        RowGuards sight = statement.sight();
        String answer =
                relation(
                        field,
                        d,
                        g,
                        part ->
                                part.name().equals("name")
                                        ? sourced(part, g)
                                        : d + ".`" + part.name() + "`");
        return "COLLECT { MATCH (%1$s)<-[%2$s:SUPPORTS {kind: 'GUARDIAN'}]-(%3$s:Person) WHERE substring(%1$s.idNumber, 6, 8) > row.minor AND %4$s AND %5$s AND %6$s WITH DISTINCT %3$s, head(collect(%2$s)) AS %2$s ORDER BY %3$s.id RETURN %7$s }"
                .formatted(
                        p,
                        d,
                        g,
                        sight.guardian(g),
                        sight.relation(Roles.GUARDIAN, d, p),
                        statement.dated(d),
                        answer);
    }

    /** Who is at its other end is looked at, though only the relation were asked for. */
    private static String relation(
            Selection field,
            String relation,
            String person,
            Function<Selection, String> expression) {
        List<String> entries = new ArrayList<>();
        entries.add(entry(Statement.PERSON, person + ".id"));
        entries.add(entry(Statement.MAKER, relation + ".category"));
        field.children().forEach(child -> entries.add(entry(child.key(), expression.apply(child))));
        return map(entries);
    }
}
