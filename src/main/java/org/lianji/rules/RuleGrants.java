package org.lianji.rules;

import org.jspecify.annotations.Nullable;
import org.lianji.access.AccessPolicy;
import org.lianji.access.Grant;
import org.lianji.access.PopulationScope;
import org.lianji.access.ReadPurpose;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.items.Item;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who may read what a rule reads. When it runs a rule the hub reads for the department that leads
 * social assistance, under that department's agreements, and never beyond them; of what was found,
 * each caller reads what their own grants give.
 */
@Component
public final class RuleGrants {

    private final AccessPolicy policy;
    private final Catalogue catalogue;
    private final Caller hub;

    RuleGrants(AccessPolicy policy, Catalogue catalogue) {
        this.policy = policy;
        this.catalogue = catalogue;
        this.hub =
                new Caller(
                        catalogue.lead(),
                        "hub",
                        Set.of(Role.SYSTEM),
                        Regions.WHOLE.getLast(),
                        null);
    }

    /** {@return about whom the hub may read what the rule reads, now} */
    public RuleScope ofHub(Rule rule) {
        return scope(hub, null, rule);
    }

    /** {@return about whom the caller may, on the basis} */
    public RuleScope scope(Caller caller, @Nullable String basis, Rule rule) {
        return new RuleScope(
                whom(caller, rule, code -> new ReadPurpose(rule.purposeOf(code), basis)),
                null,
                PopulationScope.ANYONE);
    }

    /** {@return the same without a basis, and of whom it shows for purpose C who is a family} */
    public RuleScope scopeOfFamilies(Caller caller, Rule rule) {
        return new RuleScope(
                scope(caller, null, rule).whom(),
                members(caller, new ReadPurpose(Purpose.C, null)),
                PopulationScope.ANYONE);
    }

    /**
     * {@return about whom the caller may for the one purpose that they state, and of whom it shows
     * then who is a family}
     */
    public RuleScope stated(Caller caller, ReadPurpose reason, Rule rule) {
        return new RuleScope(
                whom(caller, rule, _ -> reason), members(caller, reason), PopulationScope.ANYONE);
    }

    private SortedMap<String, Set<Set<PopulationScope>>> members(
            Caller caller, ReadPurpose reason) {
        SortedMap<String, Set<Set<PopulationScope>>> members = new TreeMap<>();
        for (Category category : catalogue.categories()) {
            List<Item> makers = category.makers(Item.Role::makesMembers);
            Grant grant = policy.grant(caller, reason, category);
            if (!makers.isEmpty()) {
                members.put(
                        category.code(),
                        makers.stream()
                                .map(item -> grant.clear(item.name()))
                                .collect(Collectors.toSet()));
            }
        }
        return members;
    }

    private SortedMap<String, SortedMap<String, Set<PopulationScope>>> whom(
            Caller caller, Rule rule, Function<String, ReadPurpose> reason) {
        SortedMap<String, SortedMap<String, Set<PopulationScope>>> whom = new TreeMap<>();
        rule.items()
                .forEach(
                        (code, items) -> {
                            Grant grant =
                                    policy.grant(
                                            caller,
                                            reason.apply(code),
                                            catalogue.category(code).orElseThrow());
                            SortedMap<String, Set<PopulationScope>> shown = new TreeMap<>();
                            items.forEach(item -> shown.put(item, grant.clear(item)));
                            if (items.isEmpty()) {
                                shown.put("", grant.whom());
                            }
                            whom.put(code, shown);
                        });
        return whom;
    }
}
