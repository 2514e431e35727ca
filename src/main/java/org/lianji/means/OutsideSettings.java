package org.lianji.means;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Sources outside of the hub that the check of means asks.
 *
 * @param outside by who it is, as {@code lianji.outside.bank.url}; none unless set
 */
@ConfigurationProperties("lianji")
record OutsideSettings(@DefaultValue Map<OutsideKind, Endpoint> outside) {

    /**
     * @param url that is asked; https, unless it is on this machine
     * @param token that the hub shows
     * @param timeout as long as one attempt may take
     * @param retries attempts after the first
     * @param backoff until the second attempt, twice as long until the next
     */
    record Endpoint(
            URI url,
            @Nullable String token,
            @DefaultValue("3s") Duration timeout,
            @DefaultValue("2") int retries,
            @DefaultValue("200ms") Duration backoff) {

        @Override
        public String toString() {
            return String.valueOf(url);
        }
    }
}
