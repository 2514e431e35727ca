package org.lianji.review;

import org.lianji.platform.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** Ends help whose months of gradual exit are over. */
@Component
final class GradualExits {

    private static final Logger log = LoggerFactory.getLogger(GradualExits.class);

    private final Reviews reviews;
    private final Faults faults;
    private final Clock clock;

    GradualExits(Reviews reviews, Faults faults, Clock clock) {
        this.reviews = reviews;
        this.faults = faults;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void end() {
        try {
            reviews.endExits(LocalDate.now(clock));
        } catch (RuntimeException e) {
            log.warn(
                    "Help whose gradual exit is over was not ended: {}",
                    faults.problem(e).code().name());
        }
    }
}
