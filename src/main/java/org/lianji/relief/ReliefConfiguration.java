package org.lianji.relief;

import org.lianji.access.Anchors;
import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Set;

@Configuration
class ReliefConfiguration {

    @Bean
    Nodes reliefNodes(Reliefs reliefs) {
        return new Nodes("ReliefCase", "J", reliefs::find);
    }

    @Bean
    Anchors<ReliefCase> helpedPeople() {
        return new Anchors<>(
                "ReliefCase",
                ReliefCase.class,
                Set.of("person"),
                (caller, relief) -> relief.anchor(caller));
    }
}
