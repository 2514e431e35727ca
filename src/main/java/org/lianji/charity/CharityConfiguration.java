package org.lianji.charity;

import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CharityConfiguration {

    @Bean
    Nodes charityNodes(Organisations organisations) {
        return new Nodes("CharityOrganisation", "O", organisations::find);
    }

    @Bean
    Nodes offerNodes(Offers offers) {
        return new Nodes("HelpOffer", "F", offers::find);
    }
}
