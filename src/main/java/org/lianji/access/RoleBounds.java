package org.lianji.access;

import org.lianji.catalogue.Category;
import org.lianji.catalogue.Subject;
import org.lianji.items.Item;
import org.lianji.items.Level;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Up to which level each role that goes to the doors sees a category. It narrows what the
 * department may see, and gives nothing.
 *
 * @param levels by role and category; what isn't there is not seen
 */
record RoleBounds(Map<Role, Map<String, Level>> levels) {

    static final RoleBounds NONE = new RoleBounds(Map.of());

    /** {@return what of the department's grant is for the caller: about people of their place} */
    Grant within(Caller caller, Category category, Grant whole) {
        Optional<Level> level = level(caller, category);
        if (whole instanceof Grant.None) {
            return whole;
        }
        boolean aboutPeople = category.subject() != Subject.NONE;
        if (level.isEmpty() || (aboutPeople && caller.region().isEmpty())) {
            return new Grant.None(Grant.Refusal.ROLE);
        }
        Set<String> reached =
                category.items().stream()
                        .filter(item -> item.level().compareTo(level.get()) <= 0)
                        .map(Item::name)
                        .collect(Collectors.toUnmodifiableSet());
        List<GrantClause> clauses =
                clauses(whole, reached).stream()
                        .map(clause -> clause.within(reached))
                        .flatMap(
                                clause ->
                                        aboutPeople
                                                ? in(caller.region(), clause)
                                                : Stream.of(clause))
                        .filter(clause -> !clause.clear().isEmpty() || !clause.masked().isEmpty())
                        .toList();
        return clauses.isEmpty() ? new Grant.None(Grant.Refusal.ROLE) : new Grant.Some(clauses);
    }

    /** Of several roles that go to doors the narrowest holds. */
    private Optional<Level> level(Caller caller, Category category) {
        List<Optional<Level>> all =
                caller.roles().stream()
                        .filter(Role.AT_THE_DOOR::contains)
                        .map(
                                role ->
                                        Optional.ofNullable(
                                                levels.getOrDefault(role, Map.of())
                                                        .get(category.code())))
                        .toList();
        return all.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : all.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static List<GrantClause> clauses(Grant whole, Set<String> reached) {
        return switch (whole) {
            case Grant.All _ ->
                    List.of(new GrantClause(null, reached, Set.of(), PopulationScope.ANYONE));
            case Grant.Some some -> some.clauses();
            case Grant.None _ -> List.of();
        };
    }

    private static Stream<GrantClause> in(String region, GrantClause clause) {
        return clause.whom().within(List.of(region)).stream()
                .map(
                        whom ->
                                new GrantClause(
                                        clause.agreement(), clause.clear(), clause.masked(), whom));
    }
}
