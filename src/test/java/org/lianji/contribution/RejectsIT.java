package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianji.contribution.Owner.CHILD;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.BehindAPage;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.audit.Kind;
import org.lianji.proof.Looks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rejected rows go back as they came, to those who sent them, and the chain knows of it. */
@HubTest
@Import(BehindAPage.class)
class RejectsIT {

    private static final String WRONG = "150902195603121011";
    private static final String BAD = row("2", "2026-03-01", WRONG, "H2");

    private static final String RELIEF =
            """
            recordNo,idNumber,observedAt,kind,goods,grantedAt
            1,%s,2026-03-01T08:00:00+08:00,EMERGENCY,@米,2026-03-01T08:00:00+08:00
            """;

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    @Autowired BehindAPage behindAPage;

    private Owner owner;

    @BeforeEach
    void owner() {
        owner = new Owner(hub);
    }

    @Test
    void comeBackInTheCharacterSetThatTheyWereSentIn() {
        Charset gb18030 = Charset.forName("GB18030");
        HttpResponse<String> sent =
                owner.send("k", "text/csv;charset=GB18030", null, (HEADER + BAD).getBytes(gb18030));

        HttpResponse<byte[]> file = file("ga", sent, "");

        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=GB18030");
        assertThat(new String(file.body(), gb18030)).contains("张三", "校验码不符");
        assertThat(owner.send("l", "text/csv;charset=GB18030", null, file.body()).statusCode())
                .isEqualTo(201);
    }

    @Test
    void forASpreadsheetTheyAreUtf8WithItsMarkAndNoFormulas() {
        String risky = row("-5.20", "2026-03-01", WRONG, "+1", "户主", "150902001001", "=1+1", "x");
        HttpResponse<String> sent = owner.send("k", HEADER + risky);

        byte[] plain = file("ga", sent, "").body();
        HttpResponse<byte[]> file = file("ga", sent, "?excel");
        String text = new String(file.body(), StandardCharsets.UTF_8);

        assertThat(new String(plain, StandardCharsets.UTF_8))
                .startsWith("recordNo")
                .contains(",+1,");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(text).startsWith("\uFEFFrecordNo");
        assertThat(cells(text)).contains("-5.20", WRONG, "'+1", "'=1+1");
    }

    @Test
    void whatASpreadsheetSavedCanBeSentAgain() {
        HttpResponse<String> sent = relief("k", RELIEF.formatted(WRONG));
        String corrected =
                new String(file("mz", sent, "?excel").body(), StandardCharsets.UTF_8)
                        .replace(WRONG, ZHANG);

        assertThat(corrected).contains("'@米");
        relief("l", corrected);
        assertThat(
                        graph.query("MATCH (r:TemporaryRelief) RETURN r.goods")
                                .fetchAs(String.class)
                                .one())
                .contains("@米");
    }

    private HttpResponse<String> relief(String key, String file) {
        return owner.send(
                "MZ", "MZ05", key, "text/csv", null, file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linesOfJsonStayAsTheyWereWritten() {
        String line =
                "{ \"recordNo\":\"2\", \"idNumber\": \"%s\", \"name\":\"\\u5f20\", \"n\": 1.50 }"
                        .formatted(WRONG);
        HttpResponse<String> sent = ndjson("k", line + "\nnot JSON\n{}");

        List<String> lines =
                new String(file("ga", sent, "").body(), StandardCharsets.UTF_8).lines().toList();

        assertThat(lines.get(0))
                .startsWith(line.substring(0, line.length() - 1) + ",\"reasons\":[\"")
                .endsWith("\"]}");
        assertThat(lines.get(1)).startsWith("{\"line\":\"not JSON\",\"reasons\":[\"BAD_JSON");
        assertThat(new String(file("ga", sent, "?excel").body(), StandardCharsets.UTF_8))
                .contains("EXCEL_TAKES_CSV");
    }

    @Test
    void aSystemOfTheDepartmentTakesThemAndNobodyElse() {
        HttpResponse<String> sent = owner.send("k", HEADER + BAD);

        assertThat(file("ga", sent, "").statusCode()).isEqualTo(200);
        for (String other : List.of("ga-head", "ga-county", "ga-town")) {
            HttpResponse<byte[]> refused = file(other, sent, "");
            assertThat(refused.statusCode()).as(other).isEqualTo(403);
            assertThat(new String(refused.body(), StandardCharsets.UTF_8)).doesNotContain(WRONG);
        }
        assertThat(file("mz", sent, "").statusCode()).isEqualTo(404);
        assertThat(looks(Kind.DENIAL))
                .extracting(look -> look.text("client"))
                .containsExactly("ga-head", "ga-county", "ga-town");
    }

    @Test
    void eachTimeIsAnEntryWithThePersonsWhoAreKnown() {
        owner.send("k", HEADER + row("1", "2026-03-01", ZHANG, "H1"));
        HttpResponse<String> sent =
                owner.send(
                        "l",
                        HEADER
                                + row("1", "2026-03-01", ZHANG, "H2")
                                + row("3", "2026-03-01", CHILD, "H2").replace("户主", "房东")
                                + BAD);
        String zhang =
                graph.query("MATCH (p:Person) RETURN p.id")
                        .fetchAs(String.class)
                        .one()
                        .orElseThrow();

        file("ga", sent, "");
        file("ga", sent, "?excel");

        assertThat(looks(Kind.EXPORT))
                .hasSize(2)
                .allSatisfy(
                        look -> {
                            assertThat(look.text("client")).isEqualTo("ga");
                            assertThat(look.text("basis"))
                                    .isEqualTo(Owner.json(sent).at("/id").asString());
                            assertThat(look.items()).containsExactly("GA01");
                            assertThat(look.saw()).containsExactly(zhang);
                            assertThat(look.entry().toString()).doesNotContain(ZHANG);
                        });
    }

    @Test
    void withoutTheEntryThereAreNoRows() {
        HttpResponse<String> sent = owner.send("k", HEADER + BAD);
        graph.query("CREATE CONSTRAINT broken FOR (s:Sheet) REQUIRE s.departments IS UNIQUE").run();
        HttpResponse<byte[]> refused;
        try {
            refused = file("ga", sent, "");
        } finally {
            graph.query("DROP CONSTRAINT broken").run();
        }

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                .contains("CHAIN_UNAVAILABLE")
                .doesNotContain(WRONG);
    }

    @Test
    void aFileThatCannotGoOnDoesNotLookWhole() {
        String many =
                IntStream.range(0, 600)
                        .mapToObj(n -> row("n" + n, "2026-03-01", WRONG, "H2"))
                        .collect(Collectors.joining());
        HttpResponse<String> sent = owner.send("k", HEADER + many);
        behindAPage.then(
                () ->
                        graph.query(
                                        "CREATE CONSTRAINT broken FOR (s:Sheet) REQUIRE"
                                                + " s.kinds IS UNIQUE")
                                .run());
        try {
            assertThatThrownBy(() -> file("ga", sent, ""))
                    .hasRootCauseInstanceOf(IOException.class);
        } finally {
            graph.query("DROP CONSTRAINT broken IF EXISTS").run();
        }
    }

    private HttpResponse<String> ndjson(String key, String lines) {
        return owner.send(
                key, "application/x-ndjson", null, lines.getBytes(StandardCharsets.UTF_8));
    }

    private List<Looks.Look> looks(Kind kind) {
        return Looks.all(graph, kind);
    }

    private static List<String> cells(String csv) {
        return CsvReader.builder().ofCsvRecord(csv).stream()
                .map(CsvRecord::getFields)
                .flatMap(List::stream)
                .toList();
    }

    private HttpResponse<byte[]> file(String client, HttpResponse<String> sent, String query) {
        String id = Owner.json(sent).at("/id").asString();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    hub.as(client, "/contributions/batches/" + id + "/rejects" + query).build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
