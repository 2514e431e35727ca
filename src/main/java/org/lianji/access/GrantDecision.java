package org.lianji.access;

import org.jspecify.annotations.Nullable;
import org.lianji.agreements.ActiveAgreement;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.items.Item;
import org.lianji.items.Level;
import org.lianji.items.Share;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What one request may see, decided from the agreements that were in force when it came.
 *
 * @param caller who asks
 * @param reason why
 * @param agreements in force
 * @param bounds of roles, as of today
 */
record GrantDecision(
        Caller caller, ReadPurpose reason, List<ActiveAgreement> agreements, RoleBounds bounds) {

    Grant on(Category category) {
        return caller.atTheDoor()
                ? bounds.within(caller, category, whole(category))
                : whole(category);
    }

    /** What the department may see, by whomever. */
    private Grant whole(Category category) {
        Purpose purpose = reason.purpose();
        boolean official =
                caller.is(Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                        || caller.atTheDoor()
                        || (purpose == Purpose.G && caller.is(Role.SHARING_UNIT, Role.AUDITOR));
        if (purpose == null) {
            return unconditionalOnly(category);
        }
        if (official
                && owners(purpose, category)
                && category.owner().code().equals(caller.department())) {
            return new Grant.All();
        }
        if (category.share() == Share.NOT_SHARED) {
            return new Grant.None(Grant.Refusal.NOT_SHARED);
        }
        boolean anothers = purpose == Purpose.H && !caller.is(Role.CITIZEN);
        if (anothers || !category.purposes().contains(purpose)) {
            return new Grant.None(Grant.Refusal.PURPOSE);
        }
        List<GrantClause> clauses = clauses(category, purpose, official);
        return clauses.isEmpty()
                ? new Grant.None(Grant.Refusal.NO_AGREEMENT)
                : new Grant.Some(clauses);
    }

    /** Whether the owner reads its own for that; of statistics the law's list holds for it, too. */
    private static boolean owners(Purpose purpose, Category category) {
        return purpose.compareTo(Purpose.E) <= 0
                || (purpose == Purpose.G && category.purposes().contains(purpose));
    }

    private List<GrantClause> clauses(Category category, Purpose purpose, boolean official) {
        List<GrantClause> clauses = new ArrayList<>();
        if (purpose == Purpose.H) {
            add(
                    clauses,
                    null,
                    names(category, GrantDecision::shared),
                    Set.of(),
                    PopulationScope.ANYONE);
            return clauses;
        }
        add(clauses, null, unconditional(category), Set.of(), new PopulationScope(Set.of(), false));
        if (official) {
            agreements.stream()
                    .filter(agreement -> agreement.consumer().equals(caller.department()))
                    .filter(agreement -> agreement.provider().equals(category.owner().code()))
                    .filter(agreement -> agreement.purposes().contains(purpose.name()))
                    .forEach(agreement -> agreed(clauses, agreement, category));
            if (reason.emergency()) {
                Predicate<Item> open =
                        item -> shared(item) && item.level().compareTo(Level.S3) <= 0;
                add(clauses, null, names(category, open), Set.of(), PopulationScope.ANYONE);
            }
        }
        return clauses;
    }

    private static void agreed(
            List<GrantClause> clauses, ActiveAgreement agreement, Category category) {
        Level level = Level.valueOf(agreement.level());
        Set<String> listed = agreement.items().getOrDefault(category.code(), Set.of());
        Set<String> veiled = agreement.masked().getOrDefault(category.code(), Set.of());
        Predicate<Item> agreed =
                item ->
                        shared(item)
                                && (listed.contains(item.name()) || veiled.contains(item.name()));
        Set<String> clear =
                names(
                        category,
                        agreed.and(item -> item.level().compareTo(level) <= 0)
                                .and(item -> !veiled.contains(item.name())));
        Set<String> masked = names(category, agreed.and(item -> item.mask() != null));
        masked.removeAll(clear);
        add(
                clauses,
                agreement.id() + "@" + agreement.version(),
                clear,
                masked,
                PopulationScope.in(agreement.regions(), level == Level.S4));
    }

    /** Nobody's data, such as policies: open without a purpose where the law says so. */
    private static Grant unconditionalOnly(Category category) {
        Set<String> open = unconditional(category);
        return open.isEmpty()
                ? new Grant.None(Grant.Refusal.NO_AGREEMENT)
                : new Grant.Some(
                        List.of(
                                new GrantClause(
                                        null,
                                        open,
                                        Set.of(),
                                        new PopulationScope(Set.of(), false))));
    }

    private static Set<String> unconditional(Category category) {
        return names(
                category,
                item ->
                        item.share() == Share.UNCONDITIONAL
                                && item.level().compareTo(Level.S3) <= 0);
    }

    private static boolean shared(Item item) {
        return item.share() != Share.NOT_SHARED;
    }

    private static Set<String> names(Category category, Predicate<Item> which) {
        return category.items().stream()
                .filter(which)
                .map(Item::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void add(
            List<GrantClause> clauses,
            @Nullable String agreement,
            Set<String> clear,
            Set<String> masked,
            PopulationScope whom) {
        if (!clear.isEmpty() || !masked.isEmpty()) {
            clauses.add(new GrantClause(agreement, clear, masked, whom));
        }
    }
}
