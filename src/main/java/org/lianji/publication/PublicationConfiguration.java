package org.lianji.publication;

import org.lianji.paging.Nodes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(PublicationSettings.class)
class PublicationConfiguration {

    @Bean
    Nodes pairingWishNodes(PairingWishes wishes) {
        return new Nodes("PairingWish", "Z", wishes::find);
    }
}
