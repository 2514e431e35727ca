package org.lianji.monitoring;

import org.lianji.access.Anchors;
import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Set;

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

    @Bean
    Anchors<Warning> warnedPeople() {
        return new Anchors<>(
                "Warning",
                Warning.class,
                Set.of("person", "household"),
                (caller, warning) -> warning.anchor(caller));
    }
}
