package org.lianji.webhooks;

import java.net.URI;
import java.util.Set;

/**
 * An address of a department's system, from {@code lianji.webhooks.<name>} or registered.
 *
 * @param department its code
 * @param url where it is told: https, or http to this machine alone
 * @param secret with which what is told is signed, 32 characters or more
 */
record WebhookTarget(String department, URI url, String secret) {

    private static final int LEAST_CHARACTERS = 32;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    WebhookTarget {
        boolean here = "http".equals(url.getScheme()) && onThisMachine(url);
        if (!here && !("https".equals(url.getScheme()) && url.getHost() != null)) {
            throw new IllegalArgumentException(
                    "lianji.webhooks: the url of %s must begin with https".formatted(department));
        }
        if (secret.length() < LEAST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "lianji.webhooks: the secret of %s must have %d characters or more"
                            .formatted(department, LEAST_CHARACTERS));
        }
    }

    /** {@return whether its host is this machine by name} */
    static boolean onThisMachine(URI url) {
        return url.getHost() != null && THIS_MACHINE.contains(url.getHost());
    }
}
