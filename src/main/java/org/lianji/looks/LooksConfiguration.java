package org.lianji.looks;

import org.lianji.paging.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class LooksConfiguration {

    @Bean
    Nodes accessNodes(AccessLog accesses) {
        return new Nodes("Access", "E", accesses::find);
    }
}
