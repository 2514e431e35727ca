package org.lianji.access;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.items.Level;
import org.lianji.platform.Role;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The dated table of what roles that go to the doors see of each category, {@code
 * schema/access/roles.csv}: the newest row of a role and category holds, and one without a level
 * ends it (个人信息保护法 第六条: 最小范围).
 */
@Component
final class RoleTable {

    private final List<Bound> bounds;

    /**
     * @throws IllegalStateException with the line, where a row can't be used
     */
    RoleTable(Catalogue catalogue) {
        this.bounds = PolicyFile.rows("roles.csv", row -> checked(row, catalogue));
    }

    /**
     * A row.
     *
     * @param level empty where nothing is seen from that day on
     */
    private record Bound(Role role, String category, String level, LocalDate from) {}

    /** {@return what holds on the day} */
    RoleBounds asOf(LocalDate day) {
        Map<Role, Map<String, Level>> levels = new HashMap<>();
        bounds.stream()
                .filter(bound -> !bound.from().isAfter(day))
                .sorted(Comparator.comparing(Bound::from))
                .forEach(
                        bound -> {
                            Map<String, Level> of =
                                    levels.computeIfAbsent(bound.role(), _ -> new HashMap<>());
                            if (bound.level().isEmpty()) {
                                of.remove(bound.category());
                            } else {
                                of.put(bound.category(), Level.valueOf(bound.level()));
                            }
                        });
        return new RoleBounds(levels);
    }

    /** {@return whether the role sees anything of the category on the day, or on a later one} */
    boolean gives(Role role, Category category, LocalDate day) {
        return asOf(day).levels().getOrDefault(role, Map.of()).containsKey(category.code())
                || bounds.stream()
                        .filter(bound -> bound.from().isAfter(day) && !bound.level().isEmpty())
                        .anyMatch(
                                bound ->
                                        bound.role() == role
                                                && bound.category().equals(category.code()));
    }

    private static Bound checked(NamedCsvRecord row, Catalogue catalogue) {
        Bound bound =
                new Bound(
                        Role.valueOf(row.getField("role")),
                        row.getField("category"),
                        row.getField("level"),
                        LocalDate.parse(row.getField("from")));
        if (!Role.AT_THE_DOOR.contains(bound.role())) {
            throw new IllegalArgumentException("the role is one of " + Role.AT_THE_DOOR);
        }
        if (catalogue.category(bound.category()).isEmpty()) {
            throw new IllegalArgumentException("there is no category " + bound.category());
        }
        if (!bound.level().isEmpty()) {
            Level.valueOf(bound.level());
        }
        return bound;
    }
}
