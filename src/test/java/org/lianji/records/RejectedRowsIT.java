package org.lianji.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.contribution.Owner.CHILD;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.LI;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.contribution.Owner;
import org.lianji.people.Seal;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows that were not taken are kept, but not for everybody who sees the database, nor long. */
@HubTest
@ExtendWith(OutputCaptureExtension.class)
class RejectedRowsIT {

    private static final String WRONG_DIGIT = "150902195603121011";
    private static final String OLD_NUMBER = "150902560312101";
    private static final String BAD =
            row("2", "2026-03-01", WRONG_DIGIT, "H2")
                    + row("3", "2026-03-01", OLD_NUMBER, "H2")
                    + row(
                            "4",
                            "2026-03-01",
                            CHILD,
                            "H2",
                            "房东",
                            "150902001001",
                            "李小明",
                            "2013-05-18");

    /** Goes as the system's does, and may be put forward. */
    static final class Calendar extends Clock {

        private final Clock system = Clock.system(ZoneId.of("Asia/Shanghai"));
        private Duration forward = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return system.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return system.withZone(zone);
        }

        @Override
        public Instant instant() {
            return system.instant().plus(forward);
        }
    }

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        Calendar calendar() {
            return new Calendar();
        }
    }

    @Autowired Hub hub;

    @Autowired Driver driver;

    @Autowired RejectedRows rejected;

    @Autowired Calendar calendar;

    private Owner owner;

    @BeforeEach
    void today() {
        owner = new Owner(hub);
        calendar.forward = Duration.ZERO;
    }

    @Test
    void noIdNumberStandsInClearButOnItsPerson() {
        owner.send("k", HEADER + row("1", "2026-03-01", ZHANG, "H1") + BAD);
        String broken = "{\"recordNo\":\"5\",\"idNumber\":\"%s\",\n".formatted(LI);
        owner.send("n", "application/x-ndjson", null, broken.getBytes(StandardCharsets.UTF_8));

        assertThat(properties())
                .filteredOn(
                        one ->
                                Stream.of(ZHANG, WRONG_DIGIT, OLD_NUMBER, CHILD, LI, "李小明")
                                        .anyMatch(one::contains))
                .containsExactly("Person.idNumber=" + ZHANG);
    }

    @Test
    void givesThemBackForThirtyDaysAndTheReasonsForEver() {
        HttpResponse<String> sent = owner.send("k", HEADER + BAD);
        List<String> outcomes = owner.outcomes(sent);
        calendar.forward = Duration.ofDays(30).minusHours(1);
        rejected.forget();
        assertThat(file(sent).body().lines()).hasSize(4);

        calendar.forward = Duration.ofDays(30).plusHours(1);
        rejected.forget();
        HttpResponse<String> late = file(sent);

        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(Owner.code(late)).isEqualTo("REJECTS_EXPIRED");
        assertThat(outcomes).hasSize(3).allMatch(one -> one.startsWith("REJECTED "));
        assertThat(owner.outcomes(sent)).isEqualTo(outcomes);
        assertThat(properties())
                .noneMatch(one -> one.startsWith("RejectedRow.sealed"))
                .anyMatch(one -> one.startsWith("RejectedRow.findings"));
    }

    @Test
    void forgetsWhatIsOldAndNothingElse() {
        HttpResponse<String> old = owner.send("old", HEADER + BAD);
        calendar.forward = Duration.ofDays(31);
        HttpResponse<String> fresh = owner.send("fresh", HEADER + BAD);
        rejected.forget();

        assertThat(file(old).statusCode()).isEqualTo(410);
        assertThat(file(fresh).body().lines()).hasSize(4);
    }

    @Test
    void saysThatTheRowsWereKeptWithAnotherKey(CapturedOutput log) {
        HttpResponse<String> sent = owner.send("k", HEADER + BAD);
        Seal other =
                new Seal(
                        "the key of another hub, or of another year"
                                .getBytes(StandardCharsets.UTF_8));
        driver.executableQuery("MATCH (r:RejectedRow {row: 3}) SET r.sealed = $sealed")
                .withParameters(
                        Map.of("sealed", other.close("rejected rows of " + id(sent), 3, "[]")))
                .execute();

        int logged = log.getAll().length();
        HttpResponse<String> answer = file(sent);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(Owner.code(answer)).isEqualTo("REJECTS_OTHER_KEY");
        assertThat(log.getAll().substring(logged)).isEmpty();
    }

    @Test
    void aBatchWithoutRejectsHasAnEmptyFile() {
        HttpResponse<String> sent = owner.send("k", HEADER + row("1", "2026-03-01", ZHANG, "H1"));

        assertThat(file(sent).statusCode()).isEqualTo(200);
        assertThat(file(sent).body().lines()).hasSize(1);
    }

    private HttpResponse<String> file(HttpResponse<String> sent) {
        return hub.send(hub.as("GA", "/contributions/batches/" + id(sent) + "/rejects").GET());
    }

    private static String id(HttpResponse<String> sent) {
        return Owner.json(sent).at("/id").asString();
    }

    /** {@return every property of the graph, as "Label.name=value"} */
    private List<String> properties() {
        return driver
                .executableQuery(
                        """
                        MATCH (n) RETURN labels(n)[0] AS label, properties(n) AS all
                        UNION ALL
                        MATCH ()-[r]->() RETURN type(r) AS label, properties(r) AS all
                        """)
                .execute()
                .records()
                .stream()
                .flatMap(RejectedRowsIT::properties)
                .toList();
    }

    private static Stream<String> properties(Record row) {
        String label = row.get("label").asString();
        return row.get("all").asMap().entrySet().stream()
                .map(entry -> label + "." + entry.getKey() + "=" + text(entry.getValue()));
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : String.valueOf(value);
    }
}
