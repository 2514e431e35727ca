package org.lianji.assistance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Sources outside of the hub: what is asked of each, and what it does about it. */
final class OutsideWorld {

    private static final int GOOD = 200;
    private static final int BUSY = 503;

    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Map<String, Function<JsonNode, Reply>> ways = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpServer server;

    /** What came. */
    record Asked(String who, String token, JsonNode question) {}

    /** What is answered. */
    record Reply(int status, String body) {}

    OutsideWorld() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String who = exchange.getRequestURI().getPath().substring(1);
        JsonNode question = JsonMapper.shared().readTree(exchange.getRequestBody());
        asked.add(new Asked(who, exchange.getRequestHeaders().getFirst("Authorization"), question));
        Reply reply = ways.getOrDefault(who, all("0.00")).apply(question);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    String address(String who) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + who;
    }

    /** Everybody has nothing, and nobody has asked. */
    void quiet() {
        ways.clear();
        asked.clear();
    }

    void say(String who, Function<JsonNode, Reply> way) {
        ways.put(who, way);
    }

    List<Asked> asked(String who) {
        return asked.stream().filter(one -> one.who().equals(who)).toList();
    }

    /** So much of each. */
    static Function<JsonNode, Reply> all(String amount) {
        return question -> lines(question, Integer.MAX_VALUE, amount);
    }

    /** So much of who comes first, and nothing of the others. */
    static Function<JsonNode, Reply> first(String amount) {
        return question -> lines(question, 1, amount);
    }

    private static Reply lines(JsonNode question, int most, String amount) {
        return new Reply(
                GOOD,
                StreamSupport.stream(question.at("/persons").spliterator(), false)
                        .limit(most)
                        .map(
                                one ->
                                        "{\"ref\":%s,\"amount\":\"%s\",\"asOf\":\"2026-11-01\"}"
                                                .formatted(one.at("/ref"), amount))
                        .collect(Collectors.joining(",", "{\"persons\":[", "]}")));
    }

    static Function<JsonNode, Reply> status(int status) {
        return _ -> new Reply(status, "{}");
    }

    static Function<JsonNode, Reply> text(String body) {
        return _ -> new Reply(GOOD, body);
    }

    /** Says nothing until the tests are over. */
    Function<JsonNode, Reply> hangs() {
        return _ -> {
            try {
                over.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return new Reply(BUSY, "");
        };
    }

    /** Is too busy so many times, and then goes on. */
    Function<JsonNode, Reply> busy(String who, int times, Function<JsonNode, Reply> then) {
        return question -> asked(who).size() <= times ? new Reply(BUSY, "") : then.apply(question);
    }

    void close() {
        over.countDown();
        server.stop(0);
    }
}
