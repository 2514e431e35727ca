package org.lianji.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A field of a category.
 *
 * @param name name in the schema, the graph, the CSV header and JSON rows
 * @param nameZh name in Chinese
 * @param nameEn name in English
 * @param type what values it takes
 * @param list whether it holds several values
 * @param source the one department that it comes from (一数一源)
 * @param share whether it is shared; its own attribute goes before the category's
 * @param level how sensitive it is
 * @param legalBasis why it is not shared, where it is not
 * @param mask how much of it shows masked, where its kind can be
 * @param limits what a contributed value must keep to
 * @param role what the value does to the graph, where it does anything
 */
public record Item(
        String name,
        String nameZh,
        String nameEn,
        ItemType type,
        boolean list,
        Department source,
        Share share,
        Level level,
        @Nullable String legalBasis,
        @Nullable Mask mask,
        Limits limits,
        @Nullable Role role) {

    /**
     * What a contributed value must keep to.
     *
     * @param required whether a row must have it
     * @param indexed whether records can be ordered by it
     * @param future whether it may lie after today
     * @param text what kind of text it is, where it is one
     * @param maxLength longest text, in characters
     * @param length exact length in characters
     * @param min smallest number
     * @param max largest number
     */
    public record Limits(
            boolean required,
            boolean indexed,
            boolean future,
            TextKind text,
            int maxLength,
            @Nullable Integer length,
            @Nullable Double min,
            @Nullable Double max) {}

    /** What an item's value does to the graph beside being kept. */
    public sealed interface Role {}

    /**
     * Numbers a household.
     *
     * @param kind which kind
     * @param relation the item that says how the person belongs to it
     */
    public record HouseholdNumber(HouseholdKind kind, @Nullable String relation) implements Role {}

    /** Lists the ID numbers of all members of the household. */
    public record Members() implements Role {}

    /**
     * @param kind how the person belongs to the region named by the item
     */
    public record Place(PlaceKind kind) implements Role {}

    /**
     * The person named by the item owes the record's subject support.
     *
     * @param kind which duty
     * @param endItem the item that says when the duty ends
     * @param endValues its values that end the duty
     */
    public record SupportDuty(
            SupportDutyKind kind, @Nullable String endItem, java.util.List<String> endValues)
            implements Role {}
}
