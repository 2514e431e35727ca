package org.lianji.households;

import org.lianji.access.Anchors;
import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Set;

@Configuration
class HouseholdChangeConfiguration {

    @Bean
    Nodes householdChangeNodes(HouseholdChanges changes) {
        return new Nodes("HouseholdChange", "X", changes::find);
    }

    @Bean
    Anchors<HouseholdChange> changedHouseholds() {
        return new Anchors<>(
                "HouseholdChange",
                HouseholdChange.class,
                Set.of("person", "household"),
                (caller, change) -> change.anchor(caller));
    }
}
