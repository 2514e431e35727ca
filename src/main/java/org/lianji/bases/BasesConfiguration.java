package org.lianji.bases;

import org.lianji.paging.Nodes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties({EmergencySettings.class, DeclarationSettings.class})
class BasesConfiguration {

    @Bean
    Nodes basisNodes(Bases bases) {
        return new Nodes("Basis", "CVEU", bases::lookUp);
    }
}
