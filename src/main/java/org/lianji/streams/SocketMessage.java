package org.lianji.streams;

import org.jspecify.annotations.Nullable;
import org.lianji.api.RequestBody;
import org.lianji.security.BearerTokens;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client may say by the protocol <a
 * href="https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md">graphql-transport-ws</a>.
 */
sealed interface SocketMessage {

    /**
     * Who it is.
     *
     * @param payload what a request has in its header fields, with names in any case
     */
    record Init(Map<String, Object> payload) implements SocketMessage {

        private static final String AUTHORIZATION = "Authorization";
        private static final String TOKEN = "token";

        @Nullable Object value(String name) {
            return payload.get(name);
        }

        /**
         * {@return as a header field would have it, or the token as some clients give it}
         *
         * @throws SocketClosed where there are two
         */
        @Nullable Object credential() {
            if (payload.containsKey(AUTHORIZATION) && payload.containsKey(TOKEN)) {
                throw SocketClosed.invalid("Authorization or token, not both");
            }
            return payload.get(TOKEN) instanceof String token && !BearerTokens.isScheme(token)
                    ? BearerTokens.SCHEME + token
                    : payload.getOrDefault(TOKEN, payload.get(AUTHORIZATION));
        }
    }

    /** Asks for a sign of life. */
    record Ping() implements SocketMessage {}

    /** Gives one. */
    record Pong() implements SocketMessage {}

    /** A question. */
    record Subscribe(String id, Map<String, Object> question) implements SocketMessage {}

    /** No longer wants the answer. */
    record Complete(String id) implements SocketMessage {}

    int LONGEST_ID = 100;

    /**
     * {@return what the text says}
     *
     * @throws SocketClosed where it says nothing that the protocol knows
     * @throws org.lianji.platform.Problem where it is no JSON object, or its question none
     */
    static SocketMessage read(String text) {
        Map<String, Object> message = RequestBody.parse(text.getBytes(StandardCharsets.UTF_8));
        return switch (String.valueOf(message.get("type"))) {
            case "connection_init" -> new Init(anyCase(payload(message)));
            case "ping" -> {
                payload(message);
                yield new Ping();
            }
            case "pong" -> {
                payload(message);
                yield new Pong();
            }
            case "subscribe" -> new Subscribe(id(message), RequestBody.checked(payload(message)));
            case "complete" -> new Complete(id(message));
            default ->
                    throw SocketClosed.invalid(
                            "type is connection_init, subscribe, complete, ping or pong");
        };
    }

    private static Map<String, Object> anyCase(Map<String, Object> payload) {
        Map<String, Object> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.putAll(payload);
        if (values.size() < payload.size()) {
            throw SocketClosed.invalid("each name once in payload, whatever its case");
        }
        return values;
    }

    private static String id(Map<String, Object> message) {
        if (message.get("id") instanceof String id && !id.isEmpty() && id.length() <= LONGEST_ID) {
            return id;
        }
        throw SocketClosed.invalid("id is a text of 1 to " + LONGEST_ID + " characters");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> payload(Map<String, Object> message) {
        return switch (message.get("payload")) {
            case null -> Map.of();
            case Map<?, ?> payload -> (Map<String, Object>) payload;
            default -> throw SocketClosed.invalid("payload is an object");
        };
    }
}
