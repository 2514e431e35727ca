package org.lianji.conferences;

import org.lianji.assistance.CaseState;
import org.lianji.outbox.NewsListener;
import org.lianji.paging.Nodes;
import org.lianji.procedure.Procedure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Set;

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

    /**
     * Who takes an application back, or lets nobody look into it, is talked about by nobody: what
     * was opened to the members for it is closed.
     */
    @Bean
    NewsListener conferencesOfEndedCases(Conferences conferences) {
        return new Procedure.StateListener(
                "conferences", "Case", Set.copyOf(CaseState.ENDED), conferences::end);
    }
}
