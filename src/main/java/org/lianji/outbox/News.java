package org.lianji.outbox;

import org.neo4j.driver.Value;

import tools.jackson.databind.json.JsonMapper;

import java.time.ZonedDateTime;

/**
 * What has happened, as those who wait for it are told. It holds identifiers only: whoever wants to
 * know more reads it, as it is then.
 *
 * @param id made for it
 * @param subject what it happened to: news of one subject come in the order of their commits
 * @param seq its place among all news, which grows
 * @param kind what happened
 * @param payload identifiers, as JSON
 * @param at when
 */
public record News(
        String id, String subject, long seq, String kind, String payload, ZonedDateTime at) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** {@return the payload as what it was posted as} */
    public <T extends Record> T as(Class<T> type) {
        return JSON.readValue(payload, type);
    }

    static String text(Record payload) {
        return JSON.writeValueAsString(payload);
    }

    static News read(Value news) {
        return new News(
                news.get("id").asString(),
                news.get("subject").asString(),
                news.get("seq").asLong(),
                news.get("kind").asString(),
                news.get("payload").asString(),
                news.get("at").asZonedDateTime());
    }
}
