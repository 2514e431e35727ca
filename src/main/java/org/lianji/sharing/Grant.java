package org.lianji.sharing;

import java.util.Set;

/** What a caller may see of a category. */
public sealed interface Grant {

    /** Everything: the category is the caller's own. */
    record All() implements Grant {}

    /** Nothing: what is left when no rule matches. */
    record None() implements Grant {}

    /**
     * @param items names of the items that may be seen, never empty
     */
    record Some(Set<String> items) implements Grant {

        public Some {
            items = Set.copyOf(items);
        }
    }

    /**
     * {@return whether the item may be seen}
     *
     * @param item its name
     */
    default boolean covers(String item) {
        return switch (this) {
            case All _ -> true;
            case None _ -> false;
            case Some some -> some.items().contains(item);
        };
    }

    /** {@return whether any of the category's records may be seen at all} */
    default boolean opens() {
        return !(this instanceof None);
    }
}
