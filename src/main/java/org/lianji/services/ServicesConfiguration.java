package org.lianji.services;

import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ServicesConfiguration {

    @Bean
    Nodes assessmentNodes(NeedAssessments assessments) {
        return new Nodes("NeedAssessment", "N", assessments::find);
    }

    @Bean
    Nodes contractNodes(Contracts contracts) {
        return new Nodes("ServiceContract", "F", contracts::find);
    }

    @Bean
    Nodes orderNodes(Orders orders) {
        return new Nodes("ServiceOrder", "D", orders::find);
    }
}
