package org.lianji.rules;

import org.jspecify.annotations.Nullable;
import org.lianji.access.AccessPolicy;
import org.lianji.access.Grant;
import org.lianji.access.PopulationScope;
import org.lianji.access.ReadPurpose;
import org.lianji.catalogue.Catalogue;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Role;
import org.springframework.stereotype.Component;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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
        SortedMap<String, SortedMap<String, Set<PopulationScope>>> whom = new TreeMap<>();
        rule.items()
                .forEach(
                        (code, items) -> {
                            Grant grant =
                                    policy.grant(
                                            caller,
                                            new ReadPurpose(rule.purposeOf(code), basis),
                                            catalogue.category(code).orElseThrow());
                            SortedMap<String, Set<PopulationScope>> shown = new TreeMap<>();
                            items.forEach(item -> shown.put(item, grant.clear(item)));
                            if (items.isEmpty()) {
                                shown.put("", grant.whom());
                            }
                            whom.put(code, shown);
                        });
        return new RuleScope(whom);
    }
}
