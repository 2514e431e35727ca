package org.lianji.agreements;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes into the history that an agreement ran out; it has been without effect since its last day
 * whether or not this has run.
 */
@Component
final class Expiry {

    private static final Logger log = LoggerFactory.getLogger(Expiry.class);

    private final Agreements requests;

    Expiry(Agreements requests) {
        this.requests = requests;
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 600_000)
    void run() {
        try {
            requests.turnOfTheDay();
        } catch (RuntimeException e) {
            log.warn("Expired agreements were not written down: {}", e.getMessage());
        }
    }
}
