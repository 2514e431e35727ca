package org.lianji.merges;

import org.lianji.access.Anchors;
import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Set;

@Configuration
class PersonMergeConfiguration {

    @Bean
    Nodes personMergeNodes(PersonMerges merges) {
        return new Nodes("PersonMerge", "I", merges::find);
    }

    @Bean
    Anchors<PersonMerge> mergedPeople() {
        return new Anchors<>(
                "PersonMerge",
                PersonMerge.class,
                Set.of("kept", "merged"),
                (caller, merge) -> merge.anchor(caller));
    }
}
