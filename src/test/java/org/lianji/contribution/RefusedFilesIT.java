package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A file that can't be read as a whole gets its own code and leaves no trace. */
@HubTest
class RefusedFilesIT {

    private static final String GOOD = HEADER + row("1", "2026-03-01", ZHANG, "H1");

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    private Owner owner;

    @BeforeEach
    void owner() {
        owner = new Owner(hub);
    }

    private void refused(HttpResponse<String> response, int status, String code) {
        assertThat(Owner.code(response)).as(response.body()).isEqualTo(code);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(response.body()).doesNotContain(ZHANG);
        assertNothingWritten();
    }

    private void assertNothingWritten() {
        String count =
                "MATCH (n) WHERE n:Batch OR n:Record OR n:Person OR n:Household OR n:Chunk RETURN"
                        + " count(n)";
        assertThat(graph.query(count).fetchAs(Long.class).one()).contains(0L);
    }

    @Test
    void refusesAnUnknownColumn() {
        refused(owner.send("k", "shoeSize," + GOOD), 400, "UNKNOWN_COLUMN");
    }

    @Test
    void refusesAMissingColumn() {
        refused(
                owner.send("k", GOOD.replace("hukouNo,", "").replace("H1,", "")),
                400,
                "MISSING_COLUMN");
    }

    @Test
    void refusesAColumnTwice() {
        refused(owner.send("k", GOOD.replace("validTo\n", "name\n")), 400, "DUPLICATE_COLUMN");
    }

    @Test
    void refusesUnbalancedQuotes() {
        refused(owner.send("k", GOOD + "2,\"2026-03-01"), 400, "CSV_QUOTES");
    }

    @Test
    void refusesAnEmptyFile() {
        refused(owner.send("k", ""), 400, "EMPTY_FILE");
    }

    @Test
    void refusesARowThatIsTooLarge() {
        refused(owner.send("k", GOOD + "2," + "x".repeat(3_000_000) + "\n"), 413, "ROW_TOO_LARGE");
        byte[] line =
                ("{\"recordNo\":\"" + "x".repeat(3_000_000) + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
        refused(owner.send("k", "application/x-ndjson", null, line), 413, "ROW_TOO_LARGE");
    }

    @Test
    void refusesTruncatedGzip() {
        byte[] whole = Owner.gzip(GOOD.repeat(50));
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);

        refused(owner.send("k", "text/csv", "gzip", cut), 400, "BROKEN_GZIP");
        refused(
                owner.send("k", "text/csv", "gzip", GOOD.getBytes(StandardCharsets.UTF_8)),
                400,
                "BROKEN_GZIP");
    }

    @Test
    void refusesWhatFollowsTheEndOfGzip() {
        byte[] whole = Owner.gzip(GOOD);

        for (byte[] rest :
                List.of(
                        "garbage that is no gzip at all".getBytes(StandardCharsets.UTF_8),
                        new byte[] {0},
                        new byte[1_000_000])) {
            refused(owner.send("k", "text/csv", "gzip", joined(whole, rest)), 400, "BEHIND_GZIP");
        }
        refused(
                owner.send(
                        "k",
                        "text/csv",
                        "gzip",
                        joined(whole, Arrays.copyOf(whole, whole.length - 1))),
                400,
                "BROKEN_GZIP");
    }

    /** RFC 1952 says so, and tools that pack side by side do so. */
    @Test
    void takesMembersOfGzipThatFollowEachOther() {
        byte[] rows = Owner.gzip(row("2", "2026-03-01", ZHANG, "H1"));

        HttpResponse<String> answer =
                owner.send("k", "text/csv", "gzip", joined(Owner.gzip(GOOD), rows));

        assertThat(owner.outcomes(answer)).containsExactly("ACCEPTED", "ACCEPTED");
    }

    @Test
    void tellsWhatIsPackedOrIsAWorkbook() {
        refused(owner.send("k", "text/csv", null, Owner.gzip(GOOD)), 400, "LOOKS_LIKE_GZIP");
        refused(
                owner.send("k", "text/csv", "gzip", Owner.gzip(Owner.gzip(GOOD))),
                400,
                "LOOKS_LIKE_GZIP");
        byte[] workbook = joined(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}, new byte[500]);
        refused(owner.send("k", "text/csv", null, workbook), 400, "LOOKS_LIKE_A_WORKBOOK");
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    @Test
    void writesNothingWhenTheConnectionIsCut() throws IOException {
        URI address = URI.create(hub.address());
        String token =
                hub.as("GA", "/").build().headers().firstValue("Authorization").orElseThrow();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String head =
                    "POST /contributions/GA01 HTTP/1.1\r\nHost: hub\r\nAuthorization: "
                            + token
                            + "\r\n"
                            + "Content-Type: text/csv\r\n"
                            + "Idempotency-Key: k\r\n"
                            + "Content-Length: 100000\r\n\r\n";
            socket.getOutputStream().write((head + GOOD).getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("REQUEST_CUT");
        }
        assertNothingWritten();
    }

    @Test
    void refusesAnotherDepartmentsCategory() {
        byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);
        refused(owner.send("MZ", "GA01", "k", "text/csv", null, body), 403, "NOT_THE_OWNER");
        refused(owner.send("GA", "GA99", "k", "text/csv", null, body), 404, "UNKNOWN_CATEGORY");
    }

    @Test
    void refusesABatchWithoutName() {
        byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);
        refused(owner.send(null, "text/csv", null, body), 400, "IDEMPOTENCY_KEY_MISSING");
        refused(
                owner.send("x".repeat(101), "text/csv", null, body),
                400,
                "IDEMPOTENCY_KEY_MISSING");
    }

    @Test
    void refusesOtherFormatsAndEncodings() {
        byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);
        refused(owner.send("k", "application/json", null, body), 415, "MEDIA_TYPE");
        refused(owner.send("k", "text/csv;charset=latin1", null, body), 415, "MEDIA_TYPE");
        refused(owner.send("k", "text/csv", "br", body), 415, "CONTENT_ENCODING");
    }

    @Test
    void refusesAHeaderInAnotherCharacterSet() {
        byte[] body = ("姓名," + GOOD).getBytes(java.nio.charset.Charset.forName("GB18030"));
        refused(owner.send("k", "text/csv", null, body), 400, "LOOKS_LIKE_GB18030");
    }

    @Test
    void speaksTheCallersLanguage() {
        assertThat(Owner.json(owner.send("k", "")).at("/detail").asString()).startsWith("文件是空的");
        var english =
                hub.send(
                        hub.as("GA", "/contributions/GA01")
                                .header("Content-Type", "text/csv")
                                .header("Idempotency-Key", "k")
                                .header("Accept-Language", "en")
                                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(Owner.json(english).at("/detail").asString()).startsWith("The file is empty");
    }
}
