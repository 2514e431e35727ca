package org.lianji.webhooks;

import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A department's system that is told of news, and takes them or doesn't. */
final class ToldSystem implements AutoCloseable {

    private static final int TAKEN = 204;

    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answer = new AtomicInteger(TAKEN);
    private final HttpServer server;

    /** What it took. */
    record Received(String path, String signature, String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String of(String field) {
            return json().at("/" + field).asString();
        }
    }

    ToldSystem() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    if (answer.get() == TAKEN) {
                        received.add(
                                new Received(
                                        exchange.getRequestURI().getPath(),
                                        exchange.getRequestHeaders()
                                                .getFirst(WebhookListener.SIGNATURE),
                                        body));
                    }
                    exchange.sendResponseHeaders(answer.get(), -1);
                    exchange.close();
                });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers so from now on; only with 204 it takes anything. */
    void answers(int status) {
        answer.set(status);
    }

    /** Has heard of nothing, and takes what comes. */
    void clear() {
        received.clear();
        answer.set(TAKEN);
    }

    List<Received> at(String path) {
        return received.stream().filter(one -> one.path().equals(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
