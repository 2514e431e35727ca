package org.lianji.workers;

import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class WorkerConfiguration {

    @Bean
    Nodes workerNodes(Workers workers) {
        return new Nodes("Worker", "W", workers::find);
    }
}
