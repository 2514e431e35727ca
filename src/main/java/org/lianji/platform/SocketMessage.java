package org.lianji.platform;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a client may say by the protocol <a
 * href="https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md">graphql-transport-ws</a>.
 */
sealed interface SocketMessage {

    /** Who it is. */
    record Init(Map<String, Object> payload) implements SocketMessage {}

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
     * @throws Problem where it says nothing that the protocol knows
     */
    static SocketMessage read(String text) {
        Map<String, Object> message = RequestBody.parse(text.getBytes(StandardCharsets.UTF_8));
        return switch (String.valueOf(message.get("type"))) {
            case "connection_init" -> new Init(payload(message));
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
            default -> throw new Problem(PlatformCode.BAD_REQUEST);
        };
    }

    private static String id(Map<String, Object> message) {
        if (message.get("id") instanceof String id && !id.isEmpty() && id.length() <= LONGEST_ID) {
            return id;
        }
        throw new Problem(PlatformCode.BAD_REQUEST);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> payload(Map<String, Object> message) {
        return switch (message.get("payload")) {
            case null -> Map.of();
            case Map<?, ?> payload -> (Map<String, Object>) payload;
            default -> throw new Problem(PlatformCode.BAD_REQUEST);
        };
    }
}
