package org.lianji.demo;

import org.jspecify.annotations.Nullable;
import org.lianji.platform.PlatformCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Asks the hub as the demo's clients would, through its front door. */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
final class DemoSession {

    private final DemoClients clients;
    private final Environment environment;

    /** The one input of a mutation. */
    private static final Pattern INPUT = Pattern.compile("(\\((?:input|step): )\\{");

    private static final int MOST_TIMES = 5;

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
        String named = named(document);
        JsonNode answer = answer(client, named, variables);
        for (int i = 1; i < MOST_TIMES && answer == null; i++) {
            answer = answer(client, named, variables);
        }
        if (answer == null) {
            throw new IllegalStateException(PlatformCode.TIMED_OUT.name());
        }
        if (answer.has("errors")) {
            throw new IllegalStateException(
                    answer.at("/errors").findValuesAsString("code").toString());
        }
        return answer.at("/data");
    }

    /** {@return the mutation under a name of its own, so that it makes nothing twice} */
    private static String named(String document) {
        return !document.stripLeading().startsWith("mutation")
                ? document
                : INPUT.matcher(document)
                        .replaceFirst("$1{clientMutationKey: \"" + UUID.randomUUID() + "\", ");
    }

    /** {@return the answer; null where it took too long, as on a machine that is busy starting} */
    private @Nullable JsonNode answer(
            String client, String document, Map<String, Object> variables) {
        try {
            return Objects.requireNonNull(
                    hub().post()
                            .uri("/graphql")
                            .headers(headers -> headers.setBearerAuth(token(client)))
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(Map.of("query", document, "variables", variables))
                            .retrieve()
                            .body(JsonNode.class));
        } catch (HttpServerErrorException.ServiceUnavailable e) {
            return null;
        }
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
