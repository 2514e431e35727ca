package org.lianji.corrections;

import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CorrectionConfiguration {

    @Bean
    Nodes correctionNodes(Corrections corrections) {
        return new Nodes("Correction", "K", corrections::find);
    }
}
