package org.lianji;

import static org.assertj.core.api.Assertions.assertThat;

import org.lianji.platform.Reason;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The hub as its users meet it: over HTTP, with a token of their department. */
public final class Hub {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Far below the hour that a token lives, which all tests together may outlast. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, KeptToken> tokens = new ConcurrentHashMap<>();

    public Hub(String address) {
        this.address = address;
    }

    public String address() {
        return address;
    }

    /** The whole GraphQL answer: data, errors, extensions. */
    public JsonNode ask(String department, String document, Map<String, Object> variables) {
        return ask(department, Reason.NONE, document, variables);
    }

    /** Asks for a purpose, on a basis. */
    public JsonNode ask(
            String client, Reason reason, String document, Map<String, Object> variables) {
        return JSON.readTree(send(question(client, reason, document, variables)).body());
    }

    /** Registers a review plan over the whole city, as the reason for looking at anybody. */
    public Reason plan(String client) {
        return plan(client, "150900000000");
    }

    /** The same of a region of the client's. */
    public Reason plan(String client, String region) {
        return open(
                client,
                "B",
                "kind: REVIEW_PLAN, purpose: B, regions: [\"%s\"], reference: \"%s\""
                        .formatted(region, UUID.randomUUID()),
                List.of());
    }

    /** Registers a case about these persons, the first the applicant, for purpose A. */
    public Reason matter(String client, String... idNumbers) {
        List<Map<String, String>> persons = new ArrayList<>();
        for (String idNumber : idNumbers) {
            persons.add(Map.of("idNumber", idNumber, "consentNo", "SQ-1"));
        }
        return open(
                client,
                "A",
                "kind: CASE, purpose: A, persons: $persons, reference: \"%s\""
                        .formatted(UUID.randomUUID()),
                persons);
    }

    private Reason open(
            String client, String purpose, String input, List<Map<String, String>> persons) {
        JsonNode answer =
                ask(
                        client,
                        "mutation%s { openBasis(input: {%s}) { id } }"
                                .formatted(
                                        persons.isEmpty() ? "" : " ($persons: [BasisPersonInput!])",
                                        input),
                        Map.of("persons", persons));
        assertThat(answer.at("/data/openBasis/id").isString()).as(answer.toString()).isTrue();
        return new Reason(purpose, answer.at("/data/openBasis/id").asString());
    }

    public HttpRequest.Builder question(
            String client, Reason reason, String document, Map<String, Object> variables) {
        String body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        HttpRequest.Builder request =
                as(client, "/graphql")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (reason.purpose() != null) {
            request.header(Reason.PURPOSE, reason.purpose());
        }
        if (reason.basis() != null) {
            request.header(Reason.BASIS, reason.basis());
        }
        return request;
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

    /** A citizen's token is kept once it speaks for a person, who may not be there yet. */
    public String token(String department) {
        KeptToken kept = tokens.get(department);
        if (kept != null && kept.since().plus(FRESH).isAfter(Instant.now())) {
            return kept.token();
        }
        String token = newToken(department);
        if (!department.toLowerCase(Locale.ROOT).startsWith("citizen") || isPersons(token)) {
            tokens.put(department, new KeptToken(token, Instant.now()));
        }
        return token;
    }

    private record KeptToken(String token, Instant since) {}

    /** The next database knows the person of a citizen's token under another name. */
    public void forgetCitizens() {
        tokens.keySet().removeIf(client -> client.toLowerCase(Locale.ROOT).startsWith("citizen"));
    }

    private static boolean isPersons(String token) {
        String claims =
                new String(
                        Base64.getUrlDecoder().decode(token.split("\\.")[1]),
                        StandardCharsets.UTF_8);
        return claims.contains("\"person\"");
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
