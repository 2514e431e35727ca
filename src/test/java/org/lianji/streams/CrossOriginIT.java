package org.lianji.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.platform.DoorTest;
import org.lianji.platform.Reason;
import org.lianji.platform.StartRefused;
import org.lianji.security.OriginSettings;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;

/** What a browser is told before a page of another origin may call the hub, and with the answer. */
@DoorTest
class CrossOriginIT {

    private static final String CONSOLE = "https://console.example";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @Autowired Hub hub;

    private HttpRequest.Builder from(String origin, String path) {
        return HttpRequest.newBuilder(URI.create(hub.address() + path)).header("Origin", origin);
    }

    /** As a browser asks before a request that has a token. */
    private HttpResponse<String> asksFirst(String origin, String path, String method) {
        return hub.send(
                from(origin, path)
                        .header("Access-Control-Request-Method", method)
                        .header(
                                "Access-Control-Request-Headers",
                                "authorization,content-type,idempotency-key,lianji-basis,lianji-purpose")
                        .method("OPTIONS", BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @CsvSource({
        "/graphql,POST",
        "/oauth2/token,POST",
        "/contributions/GA03,POST",
        "/contributions/batches/B1/rejects,GET",
        "/export/GA03,GET",
        "/graphql/schema,GET",
        "/audit/chain,GET"
    })
    void tellsBrowsersThatPagesOfAnOriginThatIsSetMayCall(String path, String method) {
        HttpResponse<String> answer = asksFirst(CONSOLE, path, method);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue(ALLOWED)).hasValue(CONSOLE);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains(method);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("authorization", "content-type", "idempotency-key", "lianji-purpose");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:5173",
                "http://127.0.0.1:3000",
                "http://[::1]:3000",
                "http://localhost"
            })
    void takesPagesOfThisMachineInDemoMode(String origin) {
        assertThat(asksFirst(origin, "/graphql", "POST").headers().firstValue(ALLOWED))
                .hasValue(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "http://console.example",
                "https://console.example:8443",
                "https://console.example.elsewhere.example",
                "http://localhost.elsewhere.example:5173",
                "null"
            })
    void refusesPagesOfOtherOriginsInWords(String origin) {
        HttpResponse<String> refused = asksFirst(origin, "/graphql", "POST");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("ORIGIN_NOT_ALLOWED", "lianji.origins");
        assertThat(refused.headers().firstValue(ALLOWED)).isEmpty();
        assertThat(hub.send(from(origin, "/playground/")).headers().firstValue(ALLOWED)).isEmpty();
    }

    @Test
    void letsPagesReadAnswersAndRefusalsAlike() {
        HttpResponse<String> answer =
                hub.send(
                        hub.question("MZ", Reason.NONE, "{ __typename }", java.util.Map.of())
                                .header("Origin", CONSOLE));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue(ALLOWED)).hasValue(CONSOLE);
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .contains("Retry-After", "Lianji-Withheld", "ETag");

        for (HttpRequest.Builder refused :
                new HttpRequest.Builder[] {
                    from(CONSOLE, "/graphql").POST(BodyPublishers.ofString("{}")),
                    from(CONSOLE, "/oauth2/token").POST(BodyPublishers.noBody()),
                    from(CONSOLE, "/export/GA03")
                            .header("Lianji-Basis", "1")
                            .header("Lianji-Basis", "2"),
                    from(CONSOLE, "/export/GA03?items=152627195801035714")
                }) {
            HttpResponse<String> told = hub.send(refused);
            assertThat(told.statusCode()).isBetween(400, 401);
            assertThat(told.headers().firstValue(ALLOWED)).hasValue(CONSOLE);
        }
    }

    /** No browser sends it so, since a token has it ask first; what isn't one is no page. */
    @Test
    void answersWhoDidNotAskFirstSoThatNoPageCanReadItAndStreamsNotAtAll() {
        String elsewhere = "https://elsewhere.example";
        HttpResponse<String> answer =
                hub.send(
                        hub.question("MZ", Reason.NONE, "{ __typename }", java.util.Map.of())
                                .header("Origin", elsewhere));
        HttpResponse<String> stream =
                hub.send(
                        hub.question("MZ", Reason.NONE, "{ __typename }", java.util.Map.of())
                                .header("Accept", "text/event-stream")
                                .header("Origin", elsewhere));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue(ALLOWED)).isEmpty();
        assertThat(stream.statusCode()).isEqualTo(403);
        assertThat(stream.body()).contains("ORIGIN_NOT_ALLOWED");
    }

    @Test
    void answersWhatNamesNoOriginAsEver() {
        HttpResponse<String> answer =
                hub.send(hub.question("MZ", Reason.NONE, "{ __typename }", java.util.Map.of()));

        assertThat(answer.headers().firstValue(ALLOWED)).isEmpty();
    }

    @Test
    void takesNobodyElsesPagesOutsideOfDemoMode() {
        Origins origins = new Origins(new OriginSettings(Set.of(CONSOLE)), "production");

        assertThat(origins.isOfOthers(CONSOLE)).isTrue();
        assertThat(origins.isOfOthers("http://localhost:5173")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*.example",
                "https://console.example/",
                "https://Console.example",
                "console.example",
                "null"
            })
    void doesNotStartWithAnOriginThatNoBrowserSends(String origin) {
        assertThatThrownBy(() -> new OriginSettings(Set.of(origin)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("https://console.example");
    }
}
