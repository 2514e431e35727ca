package org.lianji.query;

import static org.lianji.query.Statement.entry;
import static org.lianji.query.Statement.map;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.HouseholdKind;
import org.lianji.catalogue.Item;
import org.lianji.catalogue.PlaceKind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
                p,
                typeName,
                field ->
                        switch (field.name()) {
                            case "id" -> p + ".id";
                            case "idNumber" ->
                                    "left(%1$s.idNumber, 6) + '********' + right(%1$s.idNumber, 4)"
                                            .formatted(p);
                            case "registeredIn" ->
                                    place(field, p, "REGISTERED_IN", PlaceKind.REGISTRATION);
                            case "livesIn" -> place(field, p, "RESIDES_IN", PlaceKind.LIVING);
                            case "memberships" -> memberships(field, p);
                            case "supports" -> duties(field, p, true);
                            case "supportedBy" -> duties(field, p, false);
                            case "records" -> records.about(field, p);
                            default -> sourced(field, p);
                        });
    }

    String household(List<Selection> fields, String h, @Nullable String typeName) {
        return project(
                fields,
                h,
                typeName,
                field ->
                        switch (field.name()) {
                            case "id", "kind", "number" -> h + "." + field.name();
                            case "region" ->
                                    relatedRegion(
                                            field,
                                            "(%s)-[e:LIVES_IN]->".formatted(h),
                                            statement.question().grants().householdSources());
                            case "members" -> members(field, h);
                            case "records" -> records.about(field, h);
                            default -> throw new IllegalArgumentException(field.name());
                        });
    }

    String region(List<Selection> fields, String g, @Nullable String typeName) {
        return project(
                fields,
                g,
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
            String node,
            @Nullable String typeName,
            Function<Selection, String> expression) {
        List<String> entries = new ArrayList<>();
        if (typeName != null) {
            entries.add(entry("__typename", "'" + typeName + "'"));
        }
        fields.forEach(field -> entries.add(entry(field.key(), expression.apply(field))));
        return entries.isEmpty() ? map(List.of(entry("id", node + ".id"))) : map(entries);
    }

    private String sourced(Selection field, String p) {
        Catalogue.Source source =
                statement.question().catalogue().source("Person." + field.name()).orElseThrow();
        String item = source.item().name();
        if (!statement.question().grants().on(source.category()).covers(item)) {
            statement.withhold(field, source.category().code() + "." + item);
            return "null";
        }
        String s = statement.slots().variable("s");
        return "head(COLLECT { MATCH (%s)<-[:ABOUT]-(%s:%s) RETURN %s.%s ORDER BY %s.observedAt DESC LIMIT 1 })"
                .formatted(p, s, source.category().type(), s, item, s);
    }

    private String place(Selection field, String p, String relation, PlaceKind kind) {
        Item.Role wanted = new Item.Place(kind);
        statement.withholdRelations(field, wanted::equals);
        String sources = statement.question().grants().sourcesOf(wanted::equals);
        return relatedRegion(field, "(%s)-[e:%s]->".formatted(p, relation), sources);
    }

    private String relatedRegion(Selection field, String pattern, String sources) {
        String g = statement.slots().variable("g");
        return "head(COLLECT { MATCH %s(%s:Region) WHERE e.category IN %s AND %s WITH %s, e ORDER BY e.from DESC LIMIT 1 RETURN %s })"
                .formatted(
                        pattern,
                        g,
                        sources,
                        statement.dated("e", null),
                        g,
                        region(field.children(), g, null));
    }

    private String memberships(Selection field, String p) {
        String m = statement.slots().variable("m");
        String h = statement.slots().variable("h");
        String kind = field.argument("kind");
        String ofKind =
                kind == null
                        ? ""
                        : " AND %s.kind = %s"
                                .formatted(
                                        h,
                                        statement.slots().slot(HouseholdKind.valueOf(kind).name()));
        withholdHouseholds(field);
        return "COLLECT { MATCH (%1$s)-[%2$s:MEMBER_OF]->(%3$s:Household) WHERE %2$s.category IN %4$s AND %5$s%6$s WITH %3$s, %2$s ORDER BY %2$s.from DESC, %2$s.category WITH %3$s, collect(%2$s)[0] AS %2$s ORDER BY %3$s.kind, %3$s.id RETURN %7$s }"
                .formatted(
                        p,
                        m,
                        h,
                        statement.question().grants().householdSources(),
                        statement.dated(m, field.argument("at")),
                        ofKind,
                        membership(field, m, p, h));
    }

    private String members(Selection field, String h) {
        String m = statement.slots().variable("m");
        String p = statement.slots().variable("p");
        withholdHouseholds(field);
        return "COLLECT { MATCH (%1$s)<-[%2$s:MEMBER_OF]-(%3$s:Person) WHERE %2$s.category IN %4$s AND %5$s WITH %3$s, %2$s ORDER BY %2$s.from DESC, %2$s.category WITH %3$s, collect(%2$s)[0] AS %2$s ORDER BY %2$s.from, %3$s.id RETURN %6$s }"
                .formatted(
                        h,
                        m,
                        p,
                        statement.question().grants().householdSources(),
                        statement.dated(m, field.argument("at")),
                        membership(field, m, p, h));
    }

    private void withholdHouseholds(Selection field) {
        statement.withholdRelations(field, Item.HouseholdNumber.class::isInstance);
    }

    private String membership(Selection field, String m, String p, String h) {
        return relation(
                field,
                m,
                end ->
                        switch (end.name()) {
                            case "person" -> person(end.children(), p, null);
                            case "household" -> household(end.children(), h, null);
                            default -> m + ".`" + end.name() + "`";
                        });
    }

    private String duties(Selection field, String p, boolean outgoing) {
        String d = statement.slots().variable("d");
        String other = statement.slots().variable("p");
        statement.withholdRelations(field, Item.SupportDuty.class::isInstance);
        String pattern =
                outgoing ? "(%s)-[%s:SUPPORTS]->(%s:Person)" : "(%s)<-[%s:SUPPORTS]-(%s:Person)";
        String answer =
                relation(
                        field,
                        d,
                        end ->
                                switch (end.name()) {
                                    case "supporter" ->
                                            person(end.children(), outgoing ? p : other, null);
                                    case "supported" ->
                                            person(end.children(), outgoing ? other : p, null);
                                    default -> d + ".`" + end.name() + "`";
                                });
        return "COLLECT { MATCH %s WHERE %s.category IN %s AND %s WITH %s, %s ORDER BY %s.from, %s.id RETURN %s }"
                .formatted(
                        pattern.formatted(p, d, other),
                        d,
                        statement.question().grants().dutySources(),
                        statement.dated(d, field.argument("at")),
                        d,
                        other,
                        d,
                        other,
                        answer);
    }

    private static String relation(
            Selection field, String relation, Function<Selection, String> expression) {
        List<String> entries =
                field.children().stream()
                        .map(child -> entry(child.key(), expression.apply(child)))
                        .toList();
        return entries.isEmpty() ? "{from: " + relation + ".from}" : map(entries);
    }
}
