package org.lianji.bench.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.lianji.bench.load.Question.Tongue;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.RoutingControl;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * The floor: hand-written Cypher, one query a request through the bare driver, no authorisation, no
 * masks, no audit. Arguments: port, Bolt address, password.
 */
final class Floor {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final QueryConfig READ =
            QueryConfig.builder().withRouting(RoutingControl.READ).withDatabase("neo4j").build();

    private final Driver driver;
    private final Map<Question, String> statements = new EnumMap<>(Question.class);

    private Floor(Driver driver) {
        this.driver = driver;
        Stream.of(Question.values())
                .filter(question -> question.in(Tongue.FLOOR))
                .forEach(question -> statements.put(question, question.words(Tongue.FLOOR)));
    }

    public static void main(String[] arguments) throws IOException {
        Driver driver = GraphDatabase.driver(arguments[1], AuthTokens.basic("neo4j", arguments[2]));
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", new Floor(driver)::answer);
        server.start();
        System.out.println("ready");
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<?, ?> asked = JSON.readValue(exchange.getRequestBody().readAllBytes(), Map.class);
        Question question = Question.valueOf((String) asked.get("question"));
        List<Object> data =
                driver
                        .executableQuery(statements.get(question))
                        .withParameters(Map.of("h", asked.get("h")))
                        .withConfig(READ)
                        .execute()
                        .records()
                        .stream()
                        .map(record -> record.get("data").asObject())
                        .toList();
        byte[] body = JSON.writeValueAsBytes(Map.of("data", data));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
