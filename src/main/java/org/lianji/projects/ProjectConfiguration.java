package org.lianji.projects;

import org.lianji.outbox.NewsListener;
import org.lianji.paging.Nodes;
import org.lianji.procedure.Procedure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Set;

@Configuration
class ProjectConfiguration {

    @Bean
    Nodes projectNodes(Projects projects) {
        return new Nodes("HelpProject", "P", projects::find);
    }

    /** What is offered belongs to a project, whether or not the charity said so before. */
    @Bean
    NewsListener projectsOfOffers(Projects projects) {
        return new Procedure.StateListener(
                "projects", "HelpOffer", Set.of("OPEN"), projects::follow);
    }
}
