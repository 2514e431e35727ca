package org.lianji.paging;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

@Configuration
class CursorConfiguration {

    /** Cursors outlive a restart, and are good at every hub, where all are given the same key. */
    @Bean
    Cursors cursors(@Value("${lianji.query.cursor-key:}") String key) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return new Cursors(key.isEmpty() ? secret : key.getBytes(StandardCharsets.UTF_8));
    }
}
