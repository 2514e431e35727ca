package org.lianji.compiler;

import org.jspecify.annotations.Nullable;
import org.lianji.access.Grant;
import org.lianji.access.PopulationScope;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Subject;
import org.lianji.items.Item;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes when a record was seen to be so: to its owner when its newest version was; to others since
 * when all that shows to them in clear has been as it is, so that a change that does not show is
 * not told by its time.
 */
public final class ObservationTime {

    /** What everybody sees of a record that exists, beside items. */
    private static final List<String> COMMON = List.of("validFrom", "ownValidTo");

    private static final Set<PopulationScope> EVERYONE = Set.of(PopulationScope.ANYONE);

    private final Statement statement;
    private final String r;
    private final @Nullable String p;

    /**
     * @param r the record in the statement
     * @param p whom it is about, where the statement has them
     */
    public ObservationTime(Statement statement, String r, @Nullable String p) {
        this.statement = statement;
        this.r = r;
        this.p = p;
    }

    /** {@return the expression of a record that is of one of the categories} */
    public String of(List<Category> categories) {
        Map<Boolean, List<Category>> owned =
                categories.stream().collect(Collectors.partitioningBy(this::isOwn));
        List<Category> others = owned.getOrDefault(false, List.of());
        if (others.isEmpty()) {
            return r + ".observedAt";
        }
        List<Category> own = owned.getOrDefault(true, List.of());
        String whole =
                r
                        + ".changed IS NULL"
                        + (own.isEmpty() ? "" : " OR " + r + ":" + Grants.labels(own));
        return "CASE WHEN %s THEN %s.observedAt ELSE coalesce(%s, %s.firstAt) END"
                .formatted(whole, r, lastChange(others), r);
    }

    private boolean isOwn(Category category) {
        return statement.question().grants().on(category) instanceof Grant.All;
    }

    /** They are kept in order of time. */
    private String lastChange(List<Category> categories) {
        Map<Set<PopulationScope>, Map<String, List<String>>> shown = shown(categories);
        String always = names(shown.get(EVERYONE), categories);
        List<String> sometimes = new ArrayList<>();
        shown.entrySet().stream()
                .filter(group -> !group.getKey().equals(EVERYONE))
                .map(
                        group ->
                                " + CASE WHEN %s THEN %s ELSE [] END"
                                        .formatted(
                                                holds(group.getKey()),
                                                names(group.getValue(), categories)))
                .sorted()
                .forEach(sometimes::add);
        String i = statement.slots().variable("i");
        if (sometimes.isEmpty()) {
            return "last([%1$s IN range(0, size(%2$s.changed) - 1) WHERE %2$s.changed[%1$s] IN %3$s | %2$s.changedAt[%1$s]])"
                    .formatted(i, r, always);
        }
        String n = statement.slots().variable("n");
        return "head([%4$s IN [%3$s] | last([%1$s IN range(0, size(%2$s.changed) - 1) WHERE %2$s.changed[%1$s] IN %4$s | %2$s.changedAt[%1$s]])])"
                .formatted(i, r, always + String.join("", sometimes), n);
    }

    /** {@return names of what shows in clear, by category, by whose} */
    private Map<Set<PopulationScope>, Map<String, List<String>>> shown(List<Category> categories) {
        Map<Set<PopulationScope>, Map<String, List<String>>> shown = new LinkedHashMap<>();
        shown.put(EVERYONE, new TreeMap<>());
        for (Category category : categories) {
            Grant grant = statement.question().grants().on(category);
            note(shown, EVERYONE, category, COMMON);
            for (Item item : category.items()) {
                Set<PopulationScope> clear = grant.clear(item.name());
                boolean all =
                        clear.equals(grant.whom())
                                || clear.contains(PopulationScope.ANYONE)
                                || category.subject() == Subject.NONE;
                if (!clear.isEmpty()) {
                    note(shown, all ? EVERYONE : clear, category, List.of(item.name()));
                }
            }
        }
        return shown;
    }

    private static void note(
            Map<Set<PopulationScope>, Map<String, List<String>>> shown,
            Set<PopulationScope> whom,
            Category category,
            Collection<String> names) {
        shown.computeIfAbsent(whom, _ -> new TreeMap<>())
                .computeIfAbsent(category.code(), _ -> new ArrayList<>())
                .addAll(names);
    }

    private String names(
            @Nullable Map<String, List<String>> byCategory, List<Category> categories) {
        Map<String, List<String>> names = new TreeMap<>(Comparator.naturalOrder());
        for (Category category : categories) {
            names.put(
                    category.code(),
                    byCategory == null
                            ? List.of()
                            : byCategory.getOrDefault(category.code(), List.of()));
        }
        return names.size() == 1
                ? statement.slots().shared(names.values().iterator().next())
                : "%s[%s.category]".formatted(statement.slots().shared(names), r);
    }

    private String holds(Set<PopulationScope> whom) {
        RowGuards sight = statement.sight();
        return p == null ? sight.about(r, whom) : sight.holds(whom, p);
    }
}
