package org.lianji.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What keeps a hub from being put to real use, all of it at once. Only {@code demo} mode goes
 * without.
 */
final class ProductionChecks {

    private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";
    private static final String OWN_CLIENTS = "spring.security.oauth2.authorizationserver.client";
    private static final String KEY = "lianji.identity.key";
    private static final String DATABASE = "spring.neo4j.uri";
    private static final String PASSWORD = "spring.neo4j.authentication.password";
    private static final int SHORTEST_KEY = 32;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Parts of secrets that stand in examples, and of those that people think of first. */
    private static final List<String> KNOWN =
            List.of(
                    "neo4j",
                    "password",
                    "changeme",
                    "change-me",
                    "change_me",
                    "secret",
                    "example",
                    "lianji",
                    "123456");

    private final Environment settings;

    ProductionChecks(Environment settings) {
        this.settings = settings;
    }

    /** {@return one sentence for each setting that is wrong, with what to set} */
    List<String> findings() {
        String mode = text("lianji.mode");
        if ("demo".equals(mode)) {
            return List.of();
        }
        List<String> findings = new ArrayList<>();
        if (!"production".equals(mode)) {
            findings.add("lianji.mode is neither demo nor production");
        }
        checkIssuer(findings);
        checkIdentityKey(findings);
        checkDatabase(findings);
        checkTls(findings);
        return List.copyOf(findings);
    }

    private void checkIssuer(List<String> findings) {
        String issuer = text(ISSUER);
        if (issuer == null) {
            findings.add(
                    ISSUER
                            + " is not set: the token issuer inside the hub is for demonstrations"
                            + " only");
        } else if (!isSafe(issuer)) {
            findings.add(ISSUER + " is not https: whoever sits on the way could forge tokens");
        }
        if (Binder.get(settings)
                .bind(OWN_CLIENTS, Bindable.mapOf(String.class, Object.class))
                .isBound()) {
            findings.add(OWN_CLIENTS + " is set: the hub must not issue tokens itself");
        }
    }

    /**
     * Plain HTTP never leaves the machine when it goes to loopback or to another container, a name
     * without a dot.
     */
    private static boolean isSafe(String issuer) {
        try {
            URI address = URI.create(issuer);
            String host = address.getHost();
            return host != null
                    && ("https".equals(address.getScheme())
                            || LOOPBACK.contains(host)
                            || !host.contains("."));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void checkIdentityKey(List<String> findings) {
        String key = text(KEY);
        if (key == null) {
            findings.add(
                    KEY
                            + " is not set: take 32 random characters or more, and keep them as"
                            + " long as the data");
        } else if (key.length() < SHORTEST_KEY) {
            findings.add(KEY + " is too short: take " + SHORTEST_KEY + " characters or more");
        } else if (isKnown(key) || key.chars().distinct().count() < 8) {
            findings.add(KEY + " can be guessed: take random characters");
        }
    }

    private void checkDatabase(List<String> findings) {
        String database = text(DATABASE);
        if (database == null || database.equals("embedded")) {
            findings.add(
                    DATABASE
                            + " is not set: the embedded database is for one machine and for"
                            + " demonstrations");
            return;
        }
        String password = text(PASSWORD);
        if (password == null) {
            findings.add(PASSWORD + " is not set");
        } else if (isKnown(password)) {
            findings.add(PASSWORD + " can be guessed: take random characters");
        }
    }

    private void checkTls(List<String> findings) {
        boolean ownTls =
                Stream.of("server.ssl.bundle", "server.ssl.certificate", "server.ssl.key-store")
                                .anyMatch(name -> text(name) != null)
                        && settings.getProperty("server.ssl.enabled", Boolean.class, true);
        if (!ownTls
                && !settings.getProperty("lianji.tls-terminated-by-proxy", Boolean.class, false)) {
            findings.add(
                    "no TLS: set server.ssl.bundle, server.ssl.certificate or server.ssl.key-store,"
                            + " or lianji.tls-terminated-by-proxy=true where a proxy before the hub"
                            + " does it");
        }
    }

    private static boolean isKnown(String secret) {
        String lower = secret.toLowerCase(Locale.ROOT);
        return KNOWN.stream().anyMatch(lower::contains);
    }

    private @Nullable String text(String name) {
        String value = settings.getProperty(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
