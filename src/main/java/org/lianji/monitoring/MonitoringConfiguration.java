package org.lianji.monitoring;

import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class MonitoringConfiguration {

    @Bean
    Nodes warningNodes(Warnings warnings) {
        return new Nodes("Warning", "W", warnings::find);
    }

    @Bean
    Nodes runNodes(MonitoringRuns runs) {
        return new Nodes("MonitoringRun", "M", (caller, id) -> runs.find(caller, id));
    }
}
