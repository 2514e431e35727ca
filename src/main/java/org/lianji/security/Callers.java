package org.lianji.security;

import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.springframework.security.oauth2.jwt.Jwt;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads who asks from the claims {@code department}, {@code roles}, {@code region} and {@code
 * person}. A token speaks for a department's people, an organisation, an auditor or a citizen, and
 * never for two of them. Who goes to the doors is nothing else, whatever else the token names.
 */
final class Callers {

    private static final Set<Role> OF_A_DEPARTMENT =
            Set.of(
                    Role.SYSTEM,
                    Role.SHARING_UNIT,
                    Role.SHARING_HEAD,
                    Role.COUNTY_OFFICER,
                    Role.TOWN_OFFICER,
                    Role.VILLAGE_CADRE,
                    Role.ASSISTANT,
                    Role.SOCIAL_WORKER);

    /** Who may be a person that the hub knows: their own family stands out. */
    private static final Set<Role> OFFICERS =
            EnumSet.of(
                    Role.COUNTY_OFFICER,
                    Role.TOWN_OFFICER,
                    Role.VILLAGE_CADRE,
                    Role.ASSISTANT,
                    Role.SOCIAL_WORKER);

    private static final Pattern REGION = Pattern.compile("\\d{12}");
    private static final Pattern UNIFIED_CODE = Pattern.compile("[0-9A-Z]{18}");

    private Callers() {}

    /** {@return who asks; empty where the claims don't fit together} */
    static Optional<Caller> read(Jwt token) {
        Set<Role> roles = roles(token);
        String department = text(token, "department");
        String region = text(token, "region");
        String person = text(token, "person");
        return fits(roles, department, region, person)
                ? Optional.of(
                        new Caller(
                                department,
                                String.valueOf(token.getSubject()),
                                narrowest(roles),
                                region,
                                person.isEmpty() ? null : person))
                : Optional.empty();
    }

    private static boolean fits(Set<Role> roles, String department, String region, String person) {
        boolean official = !roles.isEmpty() && OF_A_DEPARTMENT.containsAll(roles);
        if (official) {
            boolean somebody = roles.stream().allMatch(OFFICERS::contains);
            return !department.isEmpty()
                    && REGION.matcher(region).matches()
                    && (person.isEmpty() || somebody);
        }
        if (roles.size() != 1 || !region.isEmpty()) {
            return false;
        }
        return switch (roles.iterator().next()) {
            case CHARITY, VOLUNTEER, PROVIDER ->
                    UNIFIED_CODE.matcher(department).matches() && person.isEmpty();
            case CITIZEN -> department.isEmpty() && !person.isEmpty();
            case AUDITOR -> department.isEmpty() && person.isEmpty();
            default -> false;
        };
    }

    /** A further role widens nothing: who goes to the doors does that alone. */
    private static Set<Role> narrowest(Set<Role> roles) {
        Set<Role> doors = EnumSet.copyOf(roles);
        doors.retainAll(Role.AT_THE_DOOR);
        return doors.isEmpty() ? roles : doors;
    }

    /** An issuer's roles for other programs are none of the hub's. */
    private static Set<Role> roles(Jwt token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (token.getClaims().get("roles") instanceof List<?> names) {
            for (Role role : Role.values()) {
                if (names.contains(role.name())) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    private static String text(Jwt token, String claim) {
        return token.getClaims().get(claim) instanceof String text ? text.strip() : "";
    }
}
