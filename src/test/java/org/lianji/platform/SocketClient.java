package org.lianji.platform;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A raw WebSocket, which shows each message and close code as it came. */
public final class SocketClient implements WebSocket.Listener {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PATIENCE_SECONDS = 120;

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    /**
     * @param headers of the handshake, name and value in turn
     */
    public static SocketClient open(String address, @Nullable String protocol, String... headers) {
        SocketClient client = new SocketClient();
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        if (protocol != null) {
            builder.subprotocols(protocol);
        }
        client.socket =
                builder.buildAsync(
                                URI.create(address.replaceFirst("^http", "ws") + "/graphql"),
                                client)
                        .join();
        return client;
    }

    public SocketClient say(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    public SocketClient say(Map<String, ?> message) {
        return say(JSON.writeValueAsString(message));
    }

    public SocketClient init(String token) {
        say(
                Map.of(
                        "type",
                        "connection_init",
                        "payload",
                        Map.of("Authorization", "Bearer " + token)));
        return this;
    }

    public SocketClient ask(String id, String document) {
        return say(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", document)));
    }

    public SocketClient binary() {
        socket.sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
        return this;
    }

    public JsonNode next() {
        try {
            JsonNode message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no message; closed: " + closed.getNow("no"));
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String type() {
        return next().get("type").asString();
    }

    /** Close code and reason. */
    public String closed() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    public void hangUp() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            messages.add(JSON.readTree(part.toString()));
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete((status + " " + reason).strip());
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable fault) {
        closed.complete(fault.toString());
    }
}
