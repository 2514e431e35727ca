package org.lianji.access;

import org.jspecify.annotations.Nullable;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.catalogue.Subject;
import org.lianji.platform.Role;
import org.lianji.roles.RoleView;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which categories are of use to whom: those about nobody to all, those that are read for purpose H
 * to citizens, those that the table of roles gives to who goes to the doors, all others to those
 * who work for a department or oversee it.
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
                    Role.SOCIAL_WORKER,
                    Role.CITIZEN);

    private static final Set<Role> OF_ALL_CATEGORIES =
            EnumSet.complementOf(
                    EnumSet.of(Role.CHARITY, Role.VOLUNTEER, Role.PROVIDER, Role.CITIZEN));

    /** Types that have one member for each category. */
    private static final Set<String> BY_FIELD = Set.of("RecordFilter", "RecordOrder", "RecordRows");

    private final Map<String, Category> byType;
    private final Map<String, Category> byField;
    private final RoleTable table;
    private final Clock clock;

    CategoryView(Catalogue catalogue, RoleTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
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

    private boolean hides(Set<Role> roles, @Nullable Category category) {
        return category != null
                && (any(roles, Role.AT_THE_DOOR)
                        ? !given(roles, category)
                        : ofOthers(roles, category));
    }

    /** Of several roles that go to doors the narrowest holds. */
    private boolean given(Set<Role> roles, Category category) {
        LocalDate today = LocalDate.now(clock);
        return roles.stream()
                .filter(Role.AT_THE_DOOR::contains)
                .allMatch(role -> table.gives(role, category, today));
    }

    private static boolean ofOthers(Set<Role> roles, Category category) {
        return !any(roles, OF_ALL_CATEGORIES)
                && category.subject() != Subject.NONE
                && !(roles.contains(Role.CITIZEN) && category.purposes().contains(Purpose.H));
    }

    private static boolean any(Set<Role> roles, Set<Role> others) {
        return roles.stream().anyMatch(others::contains);
    }
}
