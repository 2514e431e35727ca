package org.lianji.selection;

import org.jspecify.annotations.Nullable;
import org.lianji.access.Grant;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.items.Item;
import org.lianji.items.Level;
import org.lianji.items.Share;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the caller can do, by law, about something that is withheld; {@code NONE} where that is
 * nothing.
 */
final class NextStep {

    static final Map<String, Object> NONE = Map.of("step", "NONE");

    private NextStep() {}

    /** {@return what leads to some of the category} */
    static Map<String, Object> category(Caller caller, Category category, Grant.Refusal why) {
        return switch (why) {
            case NO_AGREEMENT -> agreement(caller, category, null);
            case PURPOSE -> purposes(caller, category);
            case NOT_SHARED -> closed(category.legalBasis());
            case ROLE, NOT_NAMED -> NONE;
        };
    }

    /** {@return what leads to the item} */
    static Map<String, Object> item(
            Caller caller, Category category, Item item, Grant.Refusal why) {
        return switch (why) {
            case NO_AGREEMENT ->
                    item.share() == Share.CONDITIONAL ? agreement(caller, category, null) : NONE;
            case PURPOSE -> purposes(caller, category);
            case NOT_SHARED ->
                    closed(item.legalBasis() == null ? category.legalBasis() : item.legalBasis());
            case ROLE, NOT_NAMED -> NONE;
        };
    }

    /** {@return what leads to the records of children, too} */
    static Map<String, Object> children(Caller caller, Category category) {
        return agreement(caller, category, Level.S4);
    }

    /** {@return what leads to the item as it is} */
    static Map<String, Object> unmasked(Caller caller, Category category, Item item) {
        return item.share() == Share.CONDITIONAL ? agreement(caller, category, item.level()) : NONE;
    }

    /** The department's sharing unit asks, for items that an agreement can open. */
    private static Map<String, Object> agreement(
            Caller caller, Category category, @Nullable Level level) {
        boolean department =
                caller.is(Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER, Role.SHARING_UNIT);
        boolean open =
                category.items().stream().anyMatch(item -> item.share() == Share.CONDITIONAL);
        if (!department || !open || category.owner().code().equals(caller.department())) {
            return NONE;
        }
        Map<String, Object> step = new TreeMap<>();
        step.put("step", "REQUEST_AGREEMENT");
        step.put("by", Role.SHARING_UNIT.name());
        step.put("provider", category.owner().code());
        if (level != null) {
            step.put("level", level.name());
        }
        return step;
    }

    /** Of the purposes that the category serves, those for which the caller reads people. */
    private static Map<String, Object> purposes(Caller caller, Category category) {
        List<String> purposes =
                category.purposes().stream()
                        .filter(purpose -> purpose.compareTo(Purpose.E) <= 0)
                        .map(Purpose::name)
                        .sorted()
                        .toList();
        return caller.is(Role.CITIZEN) || purposes.isEmpty()
                ? NONE
                : Map.of("step", "STATE_ANOTHER_PURPOSE", "purposes", purposes);
    }

    private static Map<String, Object> closed(@Nullable String legalBasis) {
        return legalBasis == null ? NONE : Map.of("step", "NONE", "legalBasis", legalBasis);
    }
}
