package org.lianji.sharing;

import org.lianji.platform.Nodes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration
@EnableScheduling
@EnableConfigurationProperties(EmergencySettings.class)
class SharingConfiguration {

    @Bean
    Nodes agreementNodes(ShareRequests requests) {
        return new Nodes("Agreement", "A", requests::find);
    }

    @Bean
    Nodes basisNodes(Bases bases) {
        return new Nodes("Basis", "CVE", bases::find);
    }

    @Bean
    Nodes documentNodes(DepartmentDocuments documents) {
        return new Nodes("TrustedDocument", "s", documents::find);
    }
}
