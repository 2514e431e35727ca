package org.lianji.catalogue;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.Role;
import org.lianji.roles.RoleView;
import org.springframework.stereotype.Component;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which categories are of use to whom: those about nobody to all, those that are read for purpose H
 * to citizens, all others to those who work for a department or oversee it.
 */
@Component
final class CategoryView implements RoleView {

    /** Types, and fields of records, that lead to people. */
    private static final Set<String> PEOPLE = Set.of("Person", "Household");

    /** Who is led to people by what they may ask for. */
    private static final Set<Role> READERS =
            EnumSet.of(
                    Role.SYSTEM,
                    Role.COUNTY_OFFICER,
                    Role.TOWN_OFFICER,
                    Role.VILLAGE_CADRE,
                    Role.ASSISTANT,
                    Role.CITIZEN);

    private static final Set<Role> OF_ALL_CATEGORIES =
            EnumSet.complementOf(EnumSet.of(Role.CHARITY, Role.CITIZEN));

    /** Types that have one member for each category. */
    private static final Set<String> BY_FIELD = Set.of("RecordFilter", "RecordOrder", "RecordRows");

    private final Map<String, Category> byType;
    private final Map<String, Category> byField;

    CategoryView(Catalogue catalogue) {
        this.byType = by(catalogue, Category::type);
        this.byField = by(catalogue, Category::field);
    }

    private static Map<String, Category> by(Catalogue catalogue, Function<Category, String> name) {
        return catalogue.categories().stream().collect(Collectors.toMap(name, one -> one));
    }

    @Override
    public boolean hides(Set<Role> roles, String type) {
        return PEOPLE.contains(type) && !any(roles, READERS) || hides(roles, byType.get(type));
    }

    @Override
    public boolean hides(Set<Role> roles, String type, String member) {
        return BY_FIELD.contains(type) && hides(roles, byField.get(member));
    }

    private static boolean hides(Set<Role> roles, @Nullable Category category) {
        return category != null
                && !any(roles, OF_ALL_CATEGORIES)
                && category.subject() != Subject.NONE
                && !(roles.contains(Role.CITIZEN) && category.purposes().contains(Purpose.H));
    }

    private static boolean any(Set<Role> roles, Set<Role> others) {
        return roles.stream().anyMatch(others::contains);
    }
}
