package org.lianji;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who listens to a subscription by server-sent events. */
public final class EventReader implements AutoCloseable {

    private final BufferedReader lines;

    private EventReader(BufferedReader lines) {
        this.lines = lines;
    }

    /**
     * {@return a listener, from the next event on}
     *
     * @param header names and values of further header fields, one after the other
     */
    public static EventReader listen(Hub hub, String client, String document, String... header) {
        HttpRequest.Builder request =
                hub.as(client, "/graphql")
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .POST(
                                BodyPublishers.ofString(
                                        JsonMapper.shared()
                                                .writeValueAsString(Map.of("query", document))));
        if (header.length > 0) {
            request.headers(header);
        }
        try {
            HttpResponse<InputStream> response =
                    HttpClient.newHttpClient()
                            .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            return new EventReader(
                    new BufferedReader(
                            new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@return the lines of the next event} */
    public List<String> next() {
        List<String> event = new ArrayList<>();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !event.isEmpty()) {
                    return event;
                }
                if (!line.isEmpty() && !line.startsWith(":")) {
                    event.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return event;
    }

    /** {@return the answer that the next event brings} */
    public JsonNode answer() {
        return answer(next());
    }

    /** {@return the answer that the event brings} */
    public static JsonNode answer(List<String> event) {
        return JsonMapper.shared()
                .readTree(
                        event.stream()
                                .filter(line -> line.startsWith("data:"))
                                .findFirst()
                                .orElseThrow()
                                .substring("data:".length()));
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
