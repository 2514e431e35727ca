package org.lianji.conferences;

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
     * was opened to the members for it is closed. It is the same with a warning, a relief case and
     * a clue that are closed.
     */
    @Bean
    NewsListener conferencesOfEndedCases(ConferenceEnds ends) {
        return ended("conferences", Conference.Origin.CASE, ends);
    }

    @Bean
    NewsListener conferencesOfEndedWarnings(ConferenceEnds ends) {
        return ended("conferences-of-warnings", Conference.Origin.WARNING, ends);
    }

    @Bean
    NewsListener conferencesOfEndedReliefs(ConferenceEnds ends) {
        return ended("conferences-of-reliefs", Conference.Origin.RELIEF, ends);
    }

    @Bean
    NewsListener conferencesOfEndedClues(ConferenceEnds ends) {
        return ended("conferences-of-clues", Conference.Origin.CLUE, ends);
    }

    private static NewsListener ended(String name, Conference.Origin origin, ConferenceEnds ends) {
        return new Procedure.StateListener(
                name, origin.type(), Set.copyOf(origin.ended()), ends::end);
    }
}
