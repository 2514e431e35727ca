package org.lianji.items;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;

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
     * {@return the property by which records are found by a value of the item: a number that begins
     * with somebody's ID number is kept masked, and its keyed hash beside it under a name that no
     * item can have}
     */
    public String lookup() {
        return type == ItemType.Scalar.CERTIFICATE_NUMBER ? name + " hash" : name;
    }

    /**
     * What a contributed value must keep to.
     *
     * @param required whether a row must have it
     * @param otherwise what is kept where a row has none, as it would be written
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
            @Nullable String otherwise,
            boolean indexed,
            boolean future,
            TextKind text,
            int maxLength,
            @Nullable Integer length,
            @Nullable Double min,
            @Nullable Double max) {}

    /** What an item's value does to the graph beside being kept. */
    public sealed interface Role {

        /** {@return whether a value makes people members of a household} */
        default boolean makesMembers() {
            return this instanceof HouseholdNumber || this instanceof Members;
        }
    }

    /**
     * Numbers a household.
     *
     * @param kind which kind
     * @param relation the item that says how the person belongs to it
     * @param ending when who belongs to it does so no longer
     */
    public record HouseholdNumber(
            HouseholdKind kind, @Nullable String relation, EndCondition ending) implements Role {}

    /**
     * Lists the ID numbers of all members of the household, who belong to it as the subject does.
     */
    public record Members() implements Role {}

    /**
     * @param kind how the person belongs to the region named by the item
     * @param ending when they do so no longer
     */
    public record Place(PlaceKind kind, EndCondition ending) implements Role {}

    /**
     * The person named by the item owes the record's subject support.
     *
     * @param kind which duty
     * @param ending when the duty ends
     */
    public record SupportDuty(SupportDutyKind kind, EndCondition ending) implements Role {}

    /**
     * The day on which relations of the subject end.
     *
     * @param category code of the category whose records' relations end; null where none do
     * @param unlessItem the item by which the record may end none of these
     * @param unlessValues its values with which the record ends none of these
     * @param death when it is also the day on which the subject died; null where it never is
     */
    public record Ends(
            @Nullable String category,
            @Nullable String unlessItem,
            Set<String> unlessValues,
            @Nullable Death death)
            implements Role {}

    /**
     * When a record says that its subject is dead.
     *
     * @param item the item that says so; null where each record does
     * @param values its values that say so
     */
    public record Death(@Nullable String item, Set<String> values) {}

    /** When a relation ends, before its record is superseded, withdrawn or past its last day. */
    public sealed interface EndCondition {}

    /** By nothing else than the end of its record. */
    public record WithRecord() implements EndCondition {}

    /**
     * From the first day of a version on whose item has one of the values.
     *
     * @param item name of an item of the same record
     * @param values that end it
     * @param lastDay name of an item with a day after which it ends, too; null where there is none
     */
    public record ByValue(String item, Set<String> values, @Nullable String lastDay)
            implements EndCondition {}

    /**
     * After the day that an item of the same record names.
     *
     * @param item name of the item
     */
    public record ByDay(String item) implements EndCondition {}

    /**
     * On the day that a record of another category about the same person names.
     *
     * @param category code of that category
     */
    public record ByCategory(String category) implements EndCondition {}

    /** {@return when the relation ends that the item makes, where it makes one} */
    public Optional<EndCondition> ending() {
        return switch (role) {
            case HouseholdNumber household -> Optional.of(household.ending());
            case Place place -> Optional.of(place.ending());
            case SupportDuty duty -> Optional.of(duty.ending());
            case Members _, Ends _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }
}
