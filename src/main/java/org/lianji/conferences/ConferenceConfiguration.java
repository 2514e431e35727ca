package org.lianji.conferences;

import org.lianji.outbox.NewsListener;
import org.lianji.paging.Nodes;
import org.lianji.procedure.Procedure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    NewsListener conferencesOfWhatEnds(ConferenceEnds ends) {
        return new Procedure.StateListener(
                "conferences",
                Stream.of(Conference.Origin.values())
                        .collect(
                                Collectors.toMap(
                                        origin -> origin.type() + Procedure.CHANGED,
                                        origin -> Set.copyOf(origin.ended()))),
                ends::end);
    }
}
