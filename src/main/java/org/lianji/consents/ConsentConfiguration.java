package org.lianji.consents;

import org.lianji.access.Anchors;
import org.lianji.paging.Nodes;
import org.lianji.platform.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Optional;
import java.util.Set;

@Configuration
class ConsentConfiguration {

    /** Whose it is sees it by {@code myCaseConsents}. */
    @Bean
    Nodes caseConsentNodes(CaseConsents consents) {
        return new Nodes(
                "CaseConsent",
                "S",
                (caller, id) ->
                        caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                                ? consents.find(caller, id)
                                : Optional.empty());
    }

    @Bean
    Anchors<CaseConsent> consentedPersons() {
        return new Anchors<>(
                "CaseConsent",
                CaseConsent.class,
                Set.of("person"),
                (caller, one) -> one.anchor(caller));
    }
}
