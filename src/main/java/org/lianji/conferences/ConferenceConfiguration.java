package org.lianji.conferences;

import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ConferenceConfiguration {

    @Bean
    Nodes conferenceNodes(Conferences conferences) {
        return new Nodes("Conference", "U", conferences::find);
    }

    @Bean
    Nodes conferenceTaskNodes(Conferences conferences) {
        return new Nodes("ConferenceTask", "U", conferences::findTask);
    }
}
