package org.lianji.outbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How news are told.
 *
 * @param gather how long news of this hub are gathered before they are told
 * @param poll how often news of other hubs, and those to be told again, are looked for
 * @param lease how long a listener stays with a hub that says nothing
 * @param again how long after its first failure a listener is told again; four times as long after
 *     each further one
 * @param longest the longest such pause
 * @param attempts after which news are left to an operator
 * @param kept how long news are kept
 */
@ConfigurationProperties("lianji.outbox")
record OutboxSettings(
        @DefaultValue("50ms") Duration gather,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("1s") Duration again,
        @DefaultValue("10m") Duration longest,
        @DefaultValue("8") int attempts,
        @DefaultValue("7d") Duration kept) {

    /** {@return how long to wait after so many failures in a row} */
    Duration pause(long failures) {
        Duration pause = again;
        for (long n = 1; n < failures && pause.compareTo(longest) < 0; n++) {
            pause = pause.multipliedBy(4);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
