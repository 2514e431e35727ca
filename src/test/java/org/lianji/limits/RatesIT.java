package org.lianji.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.TestClock;
import org.lianji.platform.Caller;
import org.lianji.platform.DoorTest;
import org.lianji.platform.PlatformCode;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.web.UploadBound;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A client may ask so much in so much time, and then must wait. */
@DoorTest
class RatesIT {

    /** The door reads the head of a file before its body: enough to hold a place. */
    private static final String HALF_A_FILE =
            """
            POST /contributions/ZR01 HTTP/1.1
            Host: hub
            Authorization: Bearer %s
            Idempotency-Key: %s
            Content-Type: text/csv
            Content-Length: 100000

            recordNo\
            """;

    @Autowired Hub hub;
    @Autowired TestClock clock;
    @Autowired UploadBound uploads;

    @Test
    void makesAClientWaitThatAskedForMuchAndNoOther() {
        // a tenth of the bucket each
        String expensive =
                IntStream.range(0, 33)
                        .mapToObj(
                                i ->
                                        "a%d: receipts(first: 200) { nodes { id state } }"
                                                .formatted(i))
                        .collect(Collectors.joining(" ", "{ ", " }"));
        HttpResponse<String> last = ask("SJ", expensive);
        for (int i = 0; i < 100 && last.statusCode() == 200; i++) {
            last = ask("SJ", expensive);
        }

        assertThat(last.statusCode()).as(last.body()).isEqualTo(429);
        assertThat(last.body()).contains("\"code\":\"RATE_LIMITED\"");
        assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(ask("SJ-HEAD", expensive).statusCode()).isEqualTo(200);

        clock.advance(Duration.ofSeconds(1));
        assertThat(ask("SJ", expensive).statusCode()).isEqualTo(200);
    }

    @Test
    void countsEachRequestWhateverItCosts() {
        Caller caller = new Caller("XX", "xx", Set.of(Role.SYSTEM), "", null);
        Rates rates = new Rates(settings(3, 2), clock);
        for (int i = 0; i < 3; i++) {
            rates.take(caller);
        }
        Problem refused = refused(rates, caller);
        assertThat(refused.code()).isEqualTo(PlatformCode.RATE_LIMITED);
        assertThat(refused.details()).containsEntry("retryAfterSeconds", 1L);

        clock.advance(Duration.ofSeconds(1));
        rates.take(caller);
        rates.take(caller);
        assertThat(refused(rates, caller).code()).isEqualTo(PlatformCode.RATE_LIMITED);
    }

    @Test
    void tellsHowLongACostlyRequestMustWait() {
        Caller caller = new Caller("XX", "xx", Set.of(Role.SYSTEM), "", null);
        Rates rates = new Rates(settings(10, 2), clock);
        rates.takeCost(caller, 10_000);

        assertThat(
                        catchThrowableOfType(Problem.class, () -> rates.takeCost(caller, 9_000))
                                .details())
                .containsEntry("retryAfterSeconds", 5L);
    }

    @Test
    void forgetsWhoAskedLongestAgo() {
        Rates rates = new Rates(settings(1, 1), clock);
        for (int i = 0; i < 10_001; i++) {
            rates.take(new Caller("XX", "c" + i, Set.of(Role.SYSTEM), "", null));
        }
        rates.take(new Caller("XX", "c0", Set.of(Role.SYSTEM), "", null));
        assertThat(refused(rates, new Caller("XX", "c10000", Set.of(Role.SYSTEM), "", null)).code())
                .isEqualTo(PlatformCode.RATE_LIMITED);
    }

    private static Problem refused(Rates rates, Caller caller) {
        return catchThrowableOfType(Problem.class, () -> rates.take(caller));
    }

    private static LimitSettings settings(double burst, double rate) {
        return new org.springframework.boot.context.properties.bind.Binder(
                        new org.springframework.boot.context.properties.source
                                .MapConfigurationPropertySource(
                                Map.of("lianji.limits.burst", burst, "lianji.limits.rate", rate)))
                .bindOrCreate("lianji.limits", LimitSettings.class);
    }

    @Test
    void takesAFewFilesOfOneClientAtTheSameTime() throws Exception {
        List<Socket> sending = new ArrayList<>();
        try {
            for (String key : List.of("one", "two")) {
                sending.add(startFile(key));
            }
            while (uploads.underWay() < 2) {
                Thread.onSpinWait();
            }
            HttpResponse<String> third = file("ZR", "three");
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.body()).contains("\"code\":\"TOO_MANY_UPLOADS\"");
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(file("MZ", "three").statusCode()).isNotEqualTo(429);
        } finally {
            for (Socket socket : sending) {
                socket.close();
            }
        }
        while (uploads.underWay() > 0) {
            Thread.onSpinWait();
        }
        assertThat(file("ZR", "four").statusCode()).isNotEqualTo(429);
    }

    private Socket startFile(String key) throws IOException {
        URI address = URI.create(hub.address());
        Socket socket = new Socket(address.getHost(), address.getPort());
        OutputStream out = socket.getOutputStream();
        out.write(
                HALF_A_FILE
                        .formatted(hub.token("ZR"), key)
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private HttpResponse<String> file(String department, String key) {
        return hub.send(
                hub.as(department, "/contributions/" + department + "01")
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString("recordNo\n")));
    }

    private HttpResponse<String> ask(String caller, String document) {
        return hub.send(
                hub.as(caller, "/graphql")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"query\":\"" + document + "\"}")));
    }
}
