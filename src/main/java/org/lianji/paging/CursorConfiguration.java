package org.lianji.paging;

import org.lianji.platform.Digests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

@Configuration
class CursorConfiguration {

    /**
     * Cursors outlive a restart, and are good at every hub, where all are given the same key: one
     * of their own, or else the one of identities, from which another is made.
     */
    @Bean
    Cursors cursors(
            @Value("${lianji.query.cursor-key:}") String key,
            @Value("${lianji.identity.key:}") String identities) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        if (!key.isEmpty()) {
            secret = key.getBytes(StandardCharsets.UTF_8);
        } else if (!identities.isEmpty()) {
            secret = Digests.hex("cursors " + identities).getBytes(StandardCharsets.UTF_8);
        }
        return new Cursors(secret);
    }
}
