package org.lianji.boards;

import org.lianji.monitoring.WarningDirectory.WarningSight;
import org.lianji.rules.Rule;

import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * A family on a list, or somebody of whom no family shows, with the warnings that led there.
 *
 * @param warnings of it, the most urgent first, of these the earliest
 */
record ListedFamily(List<WarningSight> warnings) {

    private static final Comparator<WarningSight> URGENT =
            Comparator.comparing(WarningSight::level)
                    .thenComparing(WarningSight::since)
                    .thenComparing(WarningSight::warning);

    static final Comparator<ListedFamily> ORDER = Comparator.comparing(ListedFamily::first, URGENT);

    ListedFamily {
        warnings = warnings.stream().sorted(URGENT).toList();
    }

    /** {@return the warning by which it has its place on the list} */
    WarningSight first() {
        return warnings.getFirst();
    }

    public Rule.Level level() {
        return first().level();
    }

    /** {@return where it lies, by the most urgent} */
    public String region() {
        return first().place();
    }

    /** {@return since when somebody could have known} */
    public ZonedDateTime since() {
        return warnings.stream()
                .map(WarningSight::since)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** {@return whether somebody has verified one of them} */
    public boolean confirmed() {
        return warnings.stream().anyMatch(WarningSight::confirmed);
    }

    /** {@return what it lies on the list by: of no family itself} */
    List<?> place() {
        return List.of((long) level().ordinal(), first().since(), first().warning());
    }

    /**
     * {@return whether it lies before a place, on it, or behind: less than, equal to or above 0}
     */
    int against(List<?> place) {
        int level = Long.compare(level().ordinal(), (Long) place.get(0));
        int since = first().since().compareTo((ZonedDateTime) place.get(1));
        int warning = first().warning().compareTo((String) place.get(2));
        return level != 0 ? level : since != 0 ? since : warning;
    }
}
