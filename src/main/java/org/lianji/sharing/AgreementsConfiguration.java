package org.lianji.sharing;

import org.lianji.platform.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration
@EnableScheduling
class AgreementsConfiguration {

    @Bean
    Nodes agreementNodes(ShareRequests requests) {
        return new Nodes("Agreement", "A", requests::find);
    }
}
