package org.lianji.parameters;

import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ParameterConfiguration {

    @Bean
    Nodes parameterChangeNodes(ParameterChanges changes) {
        return new Nodes("ParameterChange", "Q", (caller, id) -> changes.find(caller, id));
    }
}
