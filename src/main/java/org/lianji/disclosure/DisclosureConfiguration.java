package org.lianji.disclosure;

import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DisclosureConfiguration {

    @Bean
    Nodes noticeNodes(Notices notices) {
        return new Nodes("PublicNotice", "Z", notices::find);
    }
}
