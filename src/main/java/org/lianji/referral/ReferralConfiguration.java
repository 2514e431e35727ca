package org.lianji.referral;

import org.lianji.assistance.CaseState;
import org.lianji.outbox.NewsListener;
import org.lianji.paging.Nodes;
import org.lianji.procedure.Procedure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Set;

@Configuration
class ReferralConfiguration {

    @Bean
    Nodes needNodes(Needs needs) {
        return new Nodes("HelpNeed", "N", needs::find);
    }

    @Bean
    Nodes pairingNodes(Pairings pairings) {
        return new Nodes("Pairing", "D", pairings::find);
    }

    /**
     * Who takes an application back, or lets nobody look into it, is asked by nobody on its account
     * whether they want help, and nothing of them is published for it.
     */
    @Bean
    NewsListener needsOfEndedCases(Pairings pairings) {
        return new Procedure.StateListener(
                "needs", "Case", Set.copyOf(CaseState.ENDED), pairings::end);
    }

    /** Nobody waits for help that will not come. */
    @Bean
    NewsListener pairingsOfOffers(Pairings pairings) {
        return new Procedure.StateListener(
                "pairingsOfOffers", "HelpOffer", Set.of("WITHDRAWN"), pairings::endWithOffer);
    }

    @Bean
    NewsListener pairingsOfSuspended(Pairings pairings) {
        return new Procedure.StateListener(
                "pairingsOfSuspended",
                "CharityOrganisation",
                Set.of("SUSPENDED"),
                pairings::endWithOffer);
    }
}
