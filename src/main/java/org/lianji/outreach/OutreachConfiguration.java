package org.lianji.outreach;

import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class OutreachConfiguration {

    @Bean
    Nodes clueNodes(Clues clues) {
        return new Nodes("Clue", "L", clues::find);
    }

    @Bean
    Nodes reportedClueNodes(Clues clues) {
        return new Nodes(
                "ReportedClue",
                "Q",
                (caller, receipt) -> clues.reported(caller, receipt).map(ReportedClue::of));
    }

    @Bean
    Nodes visitNodes(Visits visits) {
        return new Nodes("Visit", "X", visits::find);
    }
}
