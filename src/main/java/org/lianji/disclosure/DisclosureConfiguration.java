package org.lianji.disclosure;

import org.lianji.outbox.NewsListener;
import org.lianji.paging.Nodes;
import org.lianji.procedure.Procedure;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Set;

@Configuration
@EnableConfigurationProperties(PublicitySwitch.Settings.class)
class DisclosureConfiguration {

    @Bean
    Nodes noticeNodes(Notices notices) {
        return new Nodes("PublicNotice", "Z", notices::find);
    }

    /**
     * Where nothing is to be granted any more nothing hangs: who takes an application back is
     * nobody's news.
     */
    @Bean
    NewsListener noticesOfEndedCases(Notices notices) {
        return new Procedure.StateListener(
                "notices", "Case", Set.of("WITHDRAWN", "ABORTED", "REFUSED"), notices::takeDown);
    }
}
