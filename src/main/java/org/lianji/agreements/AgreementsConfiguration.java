package org.lianji.agreements;

import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration
@EnableScheduling
class AgreementsConfiguration {

    @Bean
    Nodes agreementNodes(Agreements requests) {
        return new Nodes("Agreement", "A", requests::find);
    }
}
