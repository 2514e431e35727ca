package org.lianji.upload;

import org.lianji.catalogue.Category;
import org.lianji.catalogue.Subject;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.items.TextKind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a row of a category may hold, by name: the common columns, then the category's items. */
public final class Columns {

    public static final String RECORD_NO = "recordNo";
    public static final String OBSERVED_AT = "observedAt";
    public static final String VALID_FROM = "validFrom";
    public static final String VALID_TO = "validTo";
    public static final String ID_NUMBER = "idNumber";
    public static final String PERSON_NAME = "personName";

    /** The hub's own column in a file of rejects; a corrected file may still have it. */
    public static final String REASONS = "reasons";

    private final Map<String, Item> byName = new LinkedHashMap<>();
    private final List<Item> common = new ArrayList<>();

    public Columns(Category category) {
        add(category, RECORD_NO, ItemType.Scalar.STRING, text(true, TextKind.KEY, 64));
        add(category, OBSERVED_AT, ItemType.Scalar.DATE_TIME, other(true, false));
        add(category, VALID_FROM, ItemType.Scalar.DATE, other(false, true));
        add(category, VALID_TO, ItemType.Scalar.DATE, other(false, true));
        if (category.subject() != Subject.NONE) {
            add(category, ID_NUMBER, ItemType.Scalar.ID_NUMBER, other(false, false));
            add(category, PERSON_NAME, ItemType.Scalar.STRING, text(false, TextKind.NAME, 80));
        }
        category.items().forEach(item -> byName.put(item.name(), item));
    }

    private static Item.Limits text(boolean required, TextKind kind, int maxLength) {
        return new Item.Limits(required, null, false, false, kind, maxLength, null, null, null);
    }

    private static Item.Limits other(boolean required, boolean future) {
        return new Item.Limits(required, null, false, future, TextKind.PROSE, 0, null, null, null);
    }

    private void add(Category category, String name, ItemType type, Item.Limits limits) {
        Item item =
                new Item(
                        name,
                        name,
                        name,
                        type,
                        false,
                        category.owner(),
                        category.share(),
                        category.level(),
                        null,
                        null,
                        limits,
                        null);
        byName.put(name, item);
        common.add(item);
    }

    public List<Item> all() {
        return List.copyOf(byName.values());
    }

    public boolean knows(String name) {
        return byName.containsKey(name);
    }

    List<String> required() {
        return byName.values().stream()
                .filter(item -> item.limits().required())
                .map(Item::name)
                .toList();
    }

    public boolean isCommon(Item item) {
        return common.contains(item);
    }
}
