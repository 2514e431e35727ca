package org.lianji.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianji.Hub;
import org.lianji.TestClock;
import org.lianji.platform.DoorTest;
import org.lianji.platform.People;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Ticks;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** GraphQL by server-sent events, one answer a request. */
@DoorTest
class EventStreamsIT {

    @Autowired Hub hub;
    @Autowired TestClock clock;
    @Autowired Streams streams;
    @Autowired Ticks.Pulse pulse;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        clock.set(Instant.now());
        pulse.news.clear();
    }

    /** Comments apart. */
    private record Events(HttpResponse<InputStream> response, BufferedReader lines) {

        String next() throws IOException {
            StringBuilder event = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !event.isEmpty()) {
                    return event.toString();
                }
                if (!line.isEmpty() && !line.startsWith(":")) {
                    event.append(event.isEmpty() ? "" : " ").append(line);
                }
            }
            return event + "end";
        }
    }

    private HttpRequest.Builder request(String caller, String document) {
        return hub.as(caller, "/graphql")
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(
                        BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(Map.of("query", document))));
    }

    private Events open(String caller, String document) throws Exception {
        HttpResponse<InputStream> response =
                http.send(
                        request(caller, document).build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        return new Events(
                response,
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    private Events subscribed(String caller) throws Exception {
        Events events = open(caller, "subscription { ticks }");
        assertThat(events.response().statusCode()).isEqualTo(200);
        assertThat(events.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(news()).isEqualTo("subscribed");
        return events;
    }

    private String news() throws InterruptedException {
        return String.valueOf(pulse.news.poll(120, TimeUnit.SECONDS));
    }

    @Test
    void sendsEachEvent() throws Exception {
        Events events = subscribed("MZ");
        pulse.tick(7);
        assertThat(events.next()).isEqualTo("event:next data:{\"data\":{\"ticks\":7}}");
        pulse.tick(8);
        assertThat(events.next()).isEqualTo("event:next data:{\"data\":{\"ticks\":8}}");
        events.response().body().close();
    }

    @Test
    void noticesThatTheReaderHasLeft() throws Exception {
        Events events = subscribed("MZ");
        events.response().body().close();
        String news = null;
        while (news == null) {
            clock.advance(Duration.ofSeconds(20));
            streams.check();
            news = pulse.news.poll(100, TimeUnit.MILLISECONDS);
        }
        assertThat(news).isEqualTo("cancel");
    }

    @Test
    void answersAQueryOnce() throws Exception {
        Events events = open("MZ", "{ __typename }");
        assertThat(events.next())
                .isEqualTo(
                        "event:next"
                            + " data:{\"data\":{\"__typename\":\"Query\"},\"extensions\":{\"cost\":1}}");
        assertThat(events.next()).isEqualTo("event:complete data:");
        assertThat(events.next()).isEqualTo("end");
    }

    @Test
    void tellsWhatGraphQlRefusesInTheStream() throws Exception {
        Events events = open("MZ", "{ nothing }");
        assertThat(events.next())
                .startsWith("event:next data:{\"errors\":[")
                .contains("INVALID_DOCUMENT");
        assertThat(events.next()).isEqualTo("event:complete data:");
    }

    @Test
    void endsWithTheToken() throws Exception {
        Events events = subscribed("MZ");
        clock.advance(Duration.ofHours(1));
        streams.check();
        assertThat(events.next())
                .startsWith("event:next data:{\"errors\":[")
                .contains("TOKEN_EXPIRED");
        assertThat(events.next()).isEqualTo("event:complete data:");
        assertThat(events.next()).isEqualTo("end");
        assertThat(news()).isEqualTo("cancel");
    }

    @Test
    void endsWithTheRight() throws Exception {
        Events events = subscribed("MZ");
        streams.end(caller -> caller.department().equals("MZ"), PlatformCode.NOT_ALLOWED);
        assertThat(events.next()).contains("NOT_ALLOWED");
        assertThat(events.next()).isEqualTo("event:complete data:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ a{a{a{a{a{a{a{a{a{a{a{a{a}}}}}}}}}}}}} | 400 | TOO_DEEP",
                "{ records(category: MZ01, first: 200000) { nodes { id } } } | 400 | TOO_EXPENSIVE"
            })
    void refusesWhatOtherRequestsAreRefused(String document, int status, String code)
            throws Exception {
        Events events = open("MZ", document);
        assertThat(events.response().statusCode()).isEqualTo(status);
        assertThat(events.lines().readLine()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void opensForItsOwnPagesAndThoseThatAreSet() {
        assertThat(from("https://elsewhere.example").statusCode()).isEqualTo(403);
        assertThat(from("https://elsewhere.example").body()).contains("ORIGIN_NOT_ALLOWED");
        assertThat(from(hub.address()).statusCode()).isEqualTo(200);
        assertThat(from("https://console.example").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> from(String origin) {
        return hub.send(request("MZ", "{ __typename }").header("Origin", origin));
    }

    @Test
    void isNotForCitizens() throws Exception {
        People.makeCitizens(hub);
        Events events = open("CITIZEN", "{ __typename }");
        assertThat(events.response().statusCode()).isEqualTo(403);
        assertThat(events.lines().readLine()).contains("STREAM_NOT_ALLOWED");
    }

    @Test
    void boundsOperationsOfAClient() throws Exception {
        for (int i = 0; i < 4; i++) {
            subscribed("WJ");
        }
        Events fifth = open("WJ", "subscription { ticks }");
        assertThat(fifth.response().statusCode()).isEqualTo(429);
        assertThat(fifth.lines().readLine()).contains("TOO_MANY_STREAMS");
        streams.end(_ -> true, PlatformCode.NOT_ALLOWED);
    }

    @Test
    void passesOnWhyTheCallerAsks() {
        HttpResponse<String> answer =
                hub.send(
                        request("MZ", "{ reason }")
                                .header("Lianji-Purpose", "D")
                                .header("Lianji-Basis", "B1"));
        assertThat(answer.body()).contains("\"reason\":\"D B1\"");
    }
}
