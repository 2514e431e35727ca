package org.lianji.contribution;

import org.lianji.paging.Nodes;
import org.lianji.upload.ContributionSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration
@EnableScheduling
@EnableConfigurationProperties(ContributionSettings.class)
class ContributionConfiguration {

    @Bean
    Nodes receiptNodes(Receipts receipts) {
        return new Nodes("Receipt", "B", receipts::find);
    }
}
