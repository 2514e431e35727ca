package org.lianji.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What keeps a hub from being put to real use, all of it at once. Only {@code demo} mode goes
 * without.
 */
public final class ProductionChecks {

    private static final String TOKENS = "spring.security.oauth2.resourceserver.jwt.";
    private static final String ISSUER = TOKENS + "issuer-uri";

    /** Where Spring would take keys from instead; the hub takes them from the issuer alone. */
    private static final List<String> OTHER_KEYS =
            List.of(TOKENS + "jwk-set-uri", TOKENS + "public-key-location");

    private static final String OWN_CLIENTS = "spring.security.oauth2.authorizationserver.client";
    private static final String KEY = "lianji.identity.key";
    private static final String DATABASE = "spring.neo4j.uri";
    private static final String PASSWORD = "spring.neo4j.authentication.password";
    private static final String DRIVER_TLS = "spring.neo4j.security.";
    private static final String ORIGINS = "lianji.origins";
    private static final String FORWARDS = "server.forward-headers-strategy";
    private static final Set<String> FORWARDED = Set.of("native", "framework");
    private static final int SHORTEST_KEY = 32;
    private static final Set<String> WITH_TLS = Set.of("bolt+s", "neo4j+s");

    /**
     * A name of one label is a neighbour's in a network of containers. What begins with a digit may
     * be an address: {@code 3232235777} and {@code 0xc0a80101} are 192.168.1.1.
     */
    private static final Pattern NEIGHBOUR = Pattern.compile("[a-z](-?[a-z0-9])*");

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

    public ProductionChecks(Environment settings) {
        this.settings = settings;
    }

    /** {@return one sentence for each setting that is wrong, with what to set} */
    public List<String> findings() {
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
        checkOrigins(findings);
        return List.copyOf(findings);
    }

    private void checkIssuer(List<String> findings) {
        String issuer = text(ISSUER);
        if (issuer == null) {
            findings.add(
                    ISSUER
                            + " is not set: the token issuer inside the hub is for demonstrations"
                            + " only");
        } else if (!isSafe(issuer, "https"::equals)) {
            findings.add(ISSUER + " is not https: whoever sits on the way could forge tokens");
        }
        for (String other : OTHER_KEYS) {
            if (text(other) != null) {
                findings.add(other + " is set: keys come from the issuer alone");
            }
        }
        if (Binder.get(settings)
                .bind(OWN_CLIENTS, Bindable.mapOf(String.class, Object.class))
                .isBound()) {
            findings.add(OWN_CLIENTS + " is set: the hub must not issue tokens itself");
        }
    }

    /** What goes to loopback or to the container beside it leaves no network of the hub's own. */
    private static boolean staysInside(String host) {
        return isLoopback(host) || NEIGHBOUR.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /**
     * {@return whether a host is this machine, by its name or as an address; no name is looked up}
     *
     * @param host as a URI has it
     */
    public static boolean isLoopback(String host) {
        try {
            return host.equalsIgnoreCase("localhost")
                    || InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isSafe(String address, Predicate<String> scheme) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost();
            return host != null
                    && (scheme.test(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
                            || staysInside(host));
        } catch (IllegalArgumentException _) {
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
        if (!isSafe(database, scheme -> WITH_TLS.contains(scheme) || driverHasTls())) {
            findings.add(
                    DATABASE
                            + " is without TLS, or trusts any certificate: whoever sits on the way"
                            + " could read and change everything; take bolt+s:// or neo4j+s://");
        }
        String password = text(PASSWORD);
        if (password == null) {
            findings.add(PASSWORD + " is not set");
        } else if (isKnown(password)) {
            findings.add(PASSWORD + " can be guessed: take random characters");
        }
    }

    private boolean driverHasTls() {
        return settings.getProperty(DRIVER_TLS + "encrypted", Boolean.class, false)
                && !settings.getProperty(DRIVER_TLS + "trust-strategy", "")
                        .replaceAll("[-_]", "")
                        .equalsIgnoreCase("TRUSTALLCERTIFICATES")
                && settings.getProperty(
                        DRIVER_TLS + "hostname-verification-enabled", Boolean.class, true);
    }

    private void checkTls(List<String> findings) {
        boolean ownTls =
                Stream.of("server.ssl.bundle", "server.ssl.certificate", "server.ssl.key-store")
                                .anyMatch(name -> text(name) != null)
                        && settings.getProperty("server.ssl.enabled", Boolean.class, true);
        boolean proxy =
                settings.getProperty("lianji.tls-terminated-by-proxy", Boolean.class, false);
        if (!ownTls && !proxy) {
            findings.add(
                    "no TLS: set server.ssl.bundle, server.ssl.certificate or server.ssl.key-store,"
                            + " or lianji.tls-terminated-by-proxy=true where a proxy before the hub"
                            + " does it");
        }
        if (proxy && !FORWARDED.contains(String.valueOf(text(FORWARDS)).toLowerCase(Locale.ROOT))) {
            findings.add(
                    FORWARDS
                            + " is neither native nor framework: behind the proxy all the public"
                            + " would share one address, and one of them could use up what all may"
                            + " ask");
        }
    }

    private void checkOrigins(List<String> findings) {
        Binder.get(settings).bind(ORIGINS, Bindable.setOf(String.class)).orElseGet(Set::of).stream()
                .filter(origin -> !isSafe(origin, "https"::equals))
                .map(
                        origin ->
                                ORIGINS
                                        + " holds "
                                        + origin
                                        + ", which is not https: whoever sits on the way could put"
                                        + " a page of their own there")
                .forEach(findings::add);
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
