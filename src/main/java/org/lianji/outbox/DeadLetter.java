package org.lianji.outbox;

import org.neo4j.driver.Value;

import java.time.ZonedDateTime;

/**
 * News that a listener could not take however often it was told.
 *
 * @param listener what it is known by
 * @param seq place of the news
 * @param kind what happened
 * @param subject what it happened to
 * @param at when
 * @param deadAt when it was given up
 * @param failures in a row
 * @param fault what the last fault says, as far as it may be told; else its class
 * @param waiting news of the subject that wait behind it
 */
public record DeadLetter(
        String listener,
        long seq,
        String kind,
        String subject,
        ZonedDateTime at,
        ZonedDateTime deadAt,
        long failures,
        String fault,
        long waiting) {

    static DeadLetter read(Value letter) {
        return new DeadLetter(
                letter.get("listener").asString(),
                letter.get("seq").asLong(),
                letter.get("kind").asString(),
                letter.get("subject").asString(),
                letter.get("at").asZonedDateTime(),
                letter.get("deadAt").asZonedDateTime(),
                letter.get("failures").asLong(),
                letter.get("fault").asString(),
                letter.get("waiting").asLong());
    }
}
