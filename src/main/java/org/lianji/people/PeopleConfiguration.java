package org.lianji.people;

import org.lianji.database.SecretFile;
import org.lianji.paging.Cursors;
import org.lianji.platform.Digests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

@Configuration
@EnableConfigurationProperties(IdentitySettings.class)
class PeopleConfiguration {

    private static final int SHORTEST_KEY = 32;

    /** The secret from which all that is kept about identities is keyed. */
    record IdentityKey(byte[] bytes) {}

    @Bean
    IdentityKey identityKey(
            IdentitySettings settings,
            @Value("${lianji.mode:demo}") String mode,
            @Value("${lianji.database.home:data/neo4j}") Path home) {
        String key = settings.key();
        if (key == null && !mode.equals("demo")) {
            throw new IllegalStateException(
                    "Set lianji.identity.key: outside demo mode the hub makes no key of its own");
        }
        if (key != null && key.length() < SHORTEST_KEY) {
            throw new IllegalStateException(
                    "lianji.identity.key is too short: take "
                            + SHORTEST_KEY
                            + " characters or more");
        }
        return new IdentityKey((key == null ? kept(home) : key).getBytes(StandardCharsets.UTF_8));
    }

    @Bean
    IdentityHash identityHash(IdentityKey key) {
        return new IdentityHash(key.bytes());
    }

    @Bean
    Seal seal(IdentityKey key) {
        return new Seal(key.bytes());
    }

    /**
     * Cursors outlive a restart, and are good at every hub of one identity key, unless they are
     * given a key of their own.
     */
    @Bean
    Cursors cursors(@Value("${lianji.query.cursor-key:}") String own, IdentityKey key) {
        String secret =
                own.isEmpty()
                        ? Digests.hex("cursors " + new String(key.bytes(), StandardCharsets.UTF_8))
                        : own;
        return new Cursors(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String kept(Path home) {
        try {
            return SecretFile.kept(home.resolve("identity.key"));
        } catch (IOException e) {
            throw new UncheckedIOException("The identity key can't be kept in " + home, e);
        }
    }
}
