package org.lianji.access;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Category;
import org.lianji.items.Item;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Whether somebody may see an item of a record at this moment: the decision of a read, for those
 * who do something about what they see.
 */
public interface ItemAccessCheck {

    /**
     * @param persons tokens of the persons that the record is about
     * @param shownFrom when they may learn of the look, where it is not at once
     */
    record VisibleItem(List<String> persons, @Nullable ZonedDateTime shownFrom) {

        public VisibleItem {
            persons = List.copyOf(persons);
        }
    }

    /**
     * {@return what the caller sees; empty where the record does not exist for them or the item is
     * hidden, which look the same and are written down as a denial}
     *
     * @param caller who asks
     * @param stated why
     * @param category of the record
     * @param item which item
     * @param record identifier of the record
     * @throws Problem where the reason does not do
     */
    Optional<VisibleItem> see(
            Caller caller, Reason stated, Category category, Item item, String record);
}
