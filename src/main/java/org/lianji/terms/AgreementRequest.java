package org.lianji.terms;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Purpose;
import org.lianji.items.Level;

import java.util.List;
import java.util.Set;

/**
 * What a consumer asks for (政务数据共享条例 §20).
 *
 * @param scope categories and their items
 * @param purposes what for
 * @param regions about people of which regions; none for all
 * @param level highest level of an item, and of a person's data
 * @param mode how they are to be delivered
 * @param months how long, once delivered
 * @param basis law or duty by which they ask
 * @param scenario what they will do with them
 */
public record AgreementRequest(
        List<Part> scope,
        Set<Purpose> purposes,
        @Nullable Set<String> regions,
        Level level,
        DeliveryMode mode,
        int months,
        String basis,
        String scenario) {

    /**
     * @param category code
     * @param items those asked for; {@code null} for all that an agreement can open
     */
    public record Part(String category, @Nullable List<WantedItem> items) {

        /** {@return some items as they are} */
        public static Part of(String category, Set<String> names) {
            return new Part(
                    category, names.stream().map(name -> new WantedItem(name, false)).toList());
        }
    }

    /**
     * @param name of an item
     * @param masked whether its masked value is enough
     */
    record WantedItem(String name, boolean masked) {}
}
