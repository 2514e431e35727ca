package org.lianji.agreements;

import org.lianji.clocks.Deadline;

/**
 * A clock that runs for an agreement.
 *
 * @param key what tells it from all other clocks
 * @param agreement as it is now
 * @param deadline the clock
 */
public record AgreementClock(String key, Agreement agreement, Deadline deadline) {

    static AgreementClock of(Agreement agreement, String key) {
        return new AgreementClock(
                key,
                agreement,
                agreement.deadlines().stream()
                        .filter(one -> one.key(agreement.id()).equals(key))
                        .findFirst()
                        .orElseThrow());
    }
}
