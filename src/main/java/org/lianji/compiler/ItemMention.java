package org.lianji.compiler;

import java.util.List;

/**
 * An item that a question asks for, and where the answer shows whether there was anything of it.
 *
 * @param item its name, such as {@code GA01.name}, or its category's code
 * @param way how it is in the answer
 * @param path of the field, of the record that it is part of, or of the list that it decides
 */
public record ItemMention(String item, Way way, List<String> path) {

    /** How an item is in an answer. */
    public enum Way {
        /** As part of a record of its category. */
        RECORD,
        /** As a list of records. */
        LIST,
        /** As a value of a person. */
        VALUE,
        /** By a relation that it makes. */
        RELATION,
        /** By which records are there. */
        CONDITION
    }

    public ItemMention {
        path = List.copyOf(path);
    }

    /** {@return an item that a figure is made of} */
    public static ItemMention used(String item) {
        return new ItemMention(item, Way.CONDITION, List.of());
    }

    /** {@return code of the category that it is of, or that it is} */
    public String category() {
        return item.split("\\.", 2)[0];
    }
}
