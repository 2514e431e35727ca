package org.lianji.audit;

import org.lianji.paging.Nodes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {

    @Bean
    Nodes entryNodes(Entries entries) {
        return new Nodes("Entry", "E", entries::find);
    }
}
