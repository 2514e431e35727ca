package org.lianji.export;

import org.lianji.catalogue.Category;
import org.lianji.catalogue.Subject;
import org.lianji.items.Item;
import org.lianji.items.ItemType;

import java.util.ArrayList;
import java.util.List;

/**
 * A column of an export: named as in a contribution, with {@value #PERSON} and {@value #CURSOR}
 * behind.
 *
 * @param name as in the header
 * @param type what values it takes
 * @param list whether it holds several values
 */
record ExportColumn(String name, ItemType type, boolean list) {

    /** Token of the person that a record is about. */
    static final String PERSON = "person";

    /** Where to go on behind the row. */
    static final String CURSOR = "cursor";

    static final String ID_NUMBER = "idNumber";

    /** {@return the columns of those items of the category} */
    static List<ExportColumn> of(Category category, List<Item> items) {
        boolean people = category.subject() != Subject.NONE;
        List<ExportColumn> columns = new ArrayList<>();
        columns.add(text("recordNo"));
        if (people) {
            columns.add(text(ID_NUMBER));
            columns.add(text("personName"));
        }
        columns.add(new ExportColumn("observedAt", ItemType.Scalar.DATE_TIME, false));
        columns.add(new ExportColumn("validFrom", ItemType.Scalar.DATE, false));
        columns.add(new ExportColumn("validTo", ItemType.Scalar.DATE, false));
        items.forEach(item -> columns.add(new ExportColumn(item.name(), item.type(), item.list())));
        if (people) {
            columns.add(text(PERSON));
        }
        columns.add(text(CURSOR));
        return columns;
    }

    private static ExportColumn text(String name) {
        return new ExportColumn(name, ItemType.Scalar.STRING, false);
    }

    /** {@return whether the record itself has it} */
    boolean ofRecord() {
        return !List.of(PERSON, CURSOR, ID_NUMBER).contains(name);
    }
}
