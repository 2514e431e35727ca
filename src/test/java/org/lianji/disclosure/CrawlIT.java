package org.lianji.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whoever goes through all addresses learns what hangs today, and nothing of what hung before. */
@HubTest
@Import(MovingClock.class)
class CrawlIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String VILLAGE = "150924106001";
    private static final String NEXT_VILLAGE = "150924106002";
    private static final String NAME = "李建国";
    private static final List<String> NOTHING =
            List.of(
                    NEXT_VILLAGE,
                    "150924106999",
                    "150924106000",
                    "150900000000",
                    "110101000000",
                    "x",
                    "0",
                    "*",
                    encoded(NAME),
                    encoded("' OR 1=1"),
                    "a".repeat(500));

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;

    private Monitored city;

    @BeforeEach
    void thursday() {
        clock.set(Instant.parse("2026-11-26T02:00:00Z"));
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, VILLAGE, LocalDate.parse("2026-11-01"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode posted() {
        JsonNode answer =
                hub.ask(
                        "MZ-TOWN",
                        "mutation ($b: ID!, $p: ID!) { postNotice(input: {basis: $b, person: $p,"
                                + " village: \"150924106001\", name: \"李建国\", members: 3, amount:"
                                + " \"615.00\", kind: DIBAO}) { id version } }",
                        Map.of(
                                "b",
                                hub.matter("MZ-TOWN", CITIZEN).basis(),
                                "p",
                                city.token("GA01", CITIZEN)));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/postNotice");
    }

    private void takenDown(JsonNode notice) {
        JsonNode answer =
                hub.ask(
                        "MZ-TOWN",
                        "mutation ($id: ID!, $v: Int!) { withdrawNotice(step: {id: $id, version:"
                                + " $v, note: \"更正\"}) { state } }",
                        Map.of(
                                "id", notice.at("/id").asString(),
                                "v", notice.at("/version").asInt()));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(hub.address() + path))
                        .header("Accept", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return hub.send(request);
    }

    /** All that an answer tells, but for the second in which it was given, and the connection. */
    static Map<String, Object> told(HttpResponse<String> answer) {
        Map<String, Object> told = new TreeMap<>(answer.headers().map());
        told.remove("date");
        told.remove("connection");
        told.put(":status", answer.statusCode());
        told.put(":body", answer.body());
        return told;
    }

    /** By nothing can what hung there be told from what never did. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html"})
    void answersOfWhatWasTakenDownAsOfWhatNeverWas(String accept) {
        Map<String, Object> never = told(get("/notices/" + VILLAGE, "Accept", accept));
        JsonNode notice = posted();
        assertThat(get("/notices/" + VILLAGE, "Accept", accept).body()).contains(NAME);
        takenDown(notice);

        assertThat(told(get("/notices/" + VILLAGE, "Accept", accept))).isEqualTo(never);
        for (String list : List.of("/notices/", "/recipients/")) {
            Map<String, Object> empty = told(get(list + VILLAGE, "Accept", accept));
            assertThat(empty).doesNotContainKeys("etag", "last-modified", "set-cookie");
            for (String other : NOTHING) {
                assertThat(told(get(list + other, "Accept", accept)))
                        .as(list + other)
                        .isEqualTo(empty);
            }
            clock.advance(Duration.ofMinutes(5));
        }
    }

    /** A cache between, which keeps what it is told to and for as long as it is told. */
    private final class Between {

        private final Map<String, String> kept = new HashMap<>();
        private final Map<String, Instant> until = new HashMap<>();

        String body(String path, String accept) {
            String key = path + " " + accept;
            if (until.getOrDefault(key, Instant.MIN).isAfter(clock.instant())) {
                return kept.get(key);
            }
            HttpResponse<String> answer = get(path, "Accept", accept);
            String control = answer.headers().firstValue("Cache-Control").orElse("no-store");
            Matcher age = Pattern.compile("max-age=(\\d+)").matcher(control);
            if (control.contains("public") && age.find()) {
                kept.put(key, answer.body());
                until.put(key, clock.instant().plusSeconds(Long.parseLong(age.group(1))));
            }
            return answer.body();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html"})
    void isGoneFromCachesAMinuteAfterItWasTakenDown(String accept) {
        Between cache = new Between();
        String path = "/notices/" + VILLAGE;
        JsonNode notice = posted();
        assertThat(cache.body(path, accept)).contains(NAME);
        takenDown(notice);
        assertThat(cache.body(path, accept)).as("kept, as it was told").contains(NAME);

        clock.advance(Duration.ofMinutes(1));

        assertThat(cache.body(path, accept)).doesNotContain(NAME);
    }

    /** Nor by what a cache is asked with, nor by more than the address says. */
    @Test
    void takesNoQuestionButTheVillage() {
        JsonNode notice = posted();
        Map<String, Object> hangs = told(get("/notices/" + VILLAGE));
        for (String more :
                List.of("?name=" + encoded("王"), "?id=Z1", "?at=2026-11-01", "?after=x")) {
            assertThat(told(get("/notices/" + VILLAGE + more))).as(more).isEqualTo(hangs);
        }
        takenDown(notice);
        Map<String, Object> empty = told(get("/notices/" + VILLAGE));
        for (String[] asked :
                List.of(
                        new String[] {"If-None-Match", "\"1\""},
                        new String[] {"If-None-Match", "*"},
                        new String[] {"If-Modified-Since", "Thu, 26 Nov 2026 01:00:00 GMT"},
                        new String[] {"Range", "bytes=0-3"})) {
            Map<String, Object> answer = told(get("/notices/" + VILLAGE, asked));
            Map<String, Object> other = told(get("/notices/" + NEXT_VILLAGE, asked));
            assertThat(answer).as(String.join(": ", asked)).isEqualTo(other);
        }
        assertThat(empty.get("cache-control"))
                .isEqualTo(List.of("max-age=60, must-revalidate, public"));
    }

    @Test
    void tellsNobodyWhichReceiptsThereAre() {
        HttpResponse<String> filed =
                hub.send(
                        HttpRequest.newBuilder(URI.create(hub.address() + "/complaints"))
                                .header("Content-Type", "application/json")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"kind\": \"DELAY\", \"region\":"
                                                        + " \"150924106001\", \"text\":"
                                                        + " \"三个月没有答复\"}")));
        String receipt = filed.body().replaceAll(".*\"receipt\":\"([^\"]*)\".*", "$1");
        assertThat(receipt).as("nobody guesses it").hasSizeGreaterThan(20);
        String near =
                receipt.substring(0, receipt.length() - 1) + (receipt.endsWith("A") ? "B" : "A");

        Map<String, Object> never = told(answer("Y"));

        for (String wrong : List.of(near, near.toLowerCase(java.util.Locale.ROOT), "*", "Y%")) {
            Map<String, Object> told = told(answer(wrong));
            assertThat(told.get(":status")).isEqualTo(never.get(":status"));
            assertThat(told.keySet()).isEqualTo(never.keySet());
        }
        assertThat(told(answer(receipt)).get(":status")).isEqualTo(200);
    }

    private HttpResponse<String> answer(String receipt) {
        return hub.send(
                HttpRequest.newBuilder(URI.create(hub.address() + "/complaints/answer"))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"receipt\": \"%s\"}".formatted(receipt))));
    }

    /** One address has one bucket for all that is open, and officers have their own. */
    @Test
    void letsAnAddressAskSoOftenWhateverItAsks() {
        List<String> open =
                List.of(
                        "/notices/" + VILLAGE,
                        "/recipients/" + VILLAGE,
                        "/funds/150924000000/2026-10",
                        "/projects/2026",
                        "/complaints/figures");
        HttpResponse<String> last = get(open.getFirst());
        for (int i = 0; i < 200 && last.statusCode() == 200; i++) {
            last = get(open.get(i % open.size()));
        }
        for (String path : open) {
            HttpResponse<String> refused = get(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.headers().firstValue("Cache-Control").orElse("no-store"))
                    .as("no cache keeps a refusal for everybody")
                    .doesNotContain("public");
        }
        assertThat(answer("Y").statusCode()).isEqualTo(429);
        assertThat(hub.ask("MZ-TOWN", "{ publicNotices { totalCount } }").has("errors")).isFalse();

        clock.advance(Duration.ofHours(1));

        assertThat(get(open.getFirst()).statusCode()).isEqualTo(200);
    }
}
