package org.lianji;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The hub as its users meet it: over HTTP, with a token of their department. */
public final class Hub {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public Hub(String address) {
        this.address = address;
    }

    public String address() {
        return address;
    }

    /** The whole GraphQL answer: data, errors, extensions. */
    public JsonNode ask(String department, String document, Map<String, Object> variables) {
        String body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        HttpResponse<String> response =
                send(
                        as(department, "/graphql")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
        return JSON.readTree(response.body());
    }

    /** {@return the answer's body to the byte, the request having given these header fields too} */
    public String ask(
            String client,
            Map<String, String> headers,
            String document,
            Map<String, Object> variables) {
        String body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        HttpRequest.Builder request =
                as(client, "/graphql")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request).body();
    }

    public JsonNode ask(String department, String document) {
        return ask(department, document, Map.of());
    }

    public HttpRequest.Builder as(String department, String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token(department));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String token(String department) {
        return tokens.computeIfAbsent(department, this::newToken);
    }

    private String newToken(String department) {
        String client = department.toLowerCase(Locale.ROOT);
        String basic =
                Base64.getEncoder()
                        .encodeToString(
                                (client + ":" + client + "-demo").getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response =
                send(
                        HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "grant_type=client_credentials")));
        return JSON.readTree(response.body()).get("access_token").asString();
    }
}
