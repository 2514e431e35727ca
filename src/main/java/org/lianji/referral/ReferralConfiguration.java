package org.lianji.referral;

import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
}
