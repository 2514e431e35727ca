package org.lianji.people;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

@Configuration
@EnableConfigurationProperties(IdentitySettings.class)
class PeopleConfiguration {

    private static final int SHORTEST_KEY = 32;

    @Bean
    IdentityHash identityHash(
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
        return new IdentityHash((key == null ? kept(home) : key).getBytes(StandardCharsets.UTF_8));
    }

    /** Made once, readable by the hub's account alone. */
    private static String kept(Path home) {
        Path file = home.resolve("identity.key");
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        try {
            Files.createDirectories(home);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(bits));
        } catch (FileAlreadyExistsException e) {
            // made at an earlier start
        } catch (IOException e) {
            throw new UncheckedIOException("The identity key can't be kept in " + home, e);
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The identity key can't be read from " + home, e);
        }
    }
}
