package org.lianji.cooperation;

import org.lianji.access.Anchors;
import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Set;

@Configuration
class CooperationConfiguration {

    @Bean
    Nodes cooperationNodes(Cooperation cooperation) {
        return new Nodes("CooperationTask", "X", cooperation::find);
    }

    @Bean
    Anchors<CooperationTask> registeredPeople() {
        return new Anchors<>(
                "CooperationTask",
                CooperationTask.class,
                Set.of("person"),
                (caller, task) -> task.anchor(caller));
    }
}
