package org.lianji.compiler;

import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.items.PlaceKind;
import org.lianji.selection.Place;
import org.lianji.selection.QueryCode;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Writes where the person of a record is today, for conditions to compare. */
record PersonsPlace(Statement statement) {

    /** The region of the person whom the record is about, as the person's own field shows it. */
    String of(String name, ItemProjection r, Place place) {
        PlaceKind kind = name.equals("livesIn") ? PlaceKind.LIVING : PlaceKind.REGISTRATION;
        Predicate<Item.Role> wanted = Roles.place(kind);
        List<Category> makers = statement.question().grants().shows(wanted);
        if (makers.isEmpty()) {
            throw place.refused(QueryCode.ITEM_NOT_GRANTED, Map.of("item", "Person." + name));
        }
        makers.forEach(
                category ->
                        Grants.makers(category, wanted)
                                .forEach(item -> statement.compare(category, item.name())));
        ParameterNames slots = statement.slots();
        String s = r.p() == null ? slots.variable("s") : r.p();
        String e = slots.variable("e");
        String g = slots.variable("g");
        return "head(COLLECT { MATCH %1$s(%2$s)-[%3$s:%4$s]->(%5$s:Region) WHERE %6$s AND %7$s WITH %5$s, %8$s AS %9$s ORDER BY %9$s DESC LIMIT 1 RETURN %5$s.code })"
                .formatted(
                        r.p() == null ? "(%s)-[:ABOUT]->".formatted(r.r()) : "",
                        r.p() == null ? s + ":Person" : s,
                        e,
                        kind == PlaceKind.LIVING ? "RESIDES_IN" : "REGISTERED_IN",
                        g,
                        statement.sight().relation(wanted, e, s),
                        statement.dated(e),
                        new UnbrokenRelation(
                                        e,
                                        s,
                                        kind == PlaceKind.LIVING ? "RESIDES_IN" : "REGISTERED_IN",
                                        g,
                                        slots)
                                .since(),
                        slots.variable("since"));
    }
}
