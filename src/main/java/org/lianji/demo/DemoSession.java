package org.lianji.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Asks the hub as the demo's clients would, through its front door. */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
final class DemoSession {

    private final DemoClients clients;
    private final Environment environment;

    DemoSession(DemoClients clients, Environment environment) {
        this.clients = clients;
        this.environment = environment;
    }

    /**
     * {@return the data of an answer}
     *
     * @param client who asks
     * @throws IllegalStateException where there was an error, by its codes
     */
    JsonNode ask(String client, String document, Map<String, Object> variables) {
        JsonNode answer =
                Objects.requireNonNull(
                        hub().post()
                                .uri("/graphql")
                                .headers(headers -> headers.setBearerAuth(token(client)))
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(Map.of("query", document, "variables", variables))
                                .retrieve()
                                .body(JsonNode.class));
        if (answer.has("errors")) {
            throw new IllegalStateException(
                    answer.at("/errors").findValuesAsString("code").toString());
        }
        return answer.at("/data");
    }

    /**
     * Takes one step of a matter after the other.
     *
     * @param matter with its id and version
     * @param steps mutations of a matter
     * @param client who takes each
     * @param more what each takes besides the matter's id and version
     */
    void walk(
            JsonNode matter,
            List<String> steps,
            UnaryOperator<String> client,
            Function<String, Map<String, Object>> more) {
        long version = matter.at("/version").asLong();
        for (String step : steps) {
            Map<String, Object> values = new HashMap<>(more.apply(step));
            values.put("id", matter.at("/id").asString());
            values.put("version", version);
            version = ask(client.apply(step), step, values).findValue("version").asLong();
        }
    }

    /** {@return a step of a matter whose mutation takes an {@code input}, with its arguments} */
    static String input(String mutation, String more) {
        return "mutation ($id: ID!, $version: Int!) { %s(input: {id: $id, version: $version%s}) { version } }"
                .formatted(mutation, more);
    }

    /** {@return a step of a matter that takes nothing but a note} */
    static String step(String mutation, String more) {
        return "mutation ($id: ID!, $version: Int!) { %s(step: {id: $id, version: $version%s}) { version } }"
                .formatted(mutation, more);
    }

    private String token(String client) {
        JsonNode token =
                hub().post()
                        .uri("/oauth2/token")
                        .headers(
                                headers ->
                                        headers.setBasicAuth(
                                                client, clients.client(client).secret()))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body("grant_type=client_credentials")
                        .retrieve()
                        .body(JsonNode.class);
        return Objects.requireNonNull(token).at("/access_token").asString();
    }

    private RestClient hub() {
        return RestClient.create(
                "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }
}
