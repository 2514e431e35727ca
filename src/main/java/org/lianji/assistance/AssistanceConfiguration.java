package org.lianji.assistance;

import org.lianji.access.Anchors;
import org.lianji.paging.Nodes;
import org.lianji.platform.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Optional;
import java.util.Set;

@Configuration
class AssistanceConfiguration {

    /** Who applies sees theirs by {@code myCases}. */
    @Bean
    Nodes caseNodes(Cases cases) {
        return new Nodes(
                "Case",
                "S",
                (caller, id) ->
                        caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                                ? cases.find(caller, id)
                                : Optional.empty());
    }

    @Bean
    Anchors<Case> applicants() {
        return new Anchors<>(
                "Case",
                Case.class,
                Set.of("applicant", "household"),
                (caller, one) -> one.anchor(caller));
    }
}
