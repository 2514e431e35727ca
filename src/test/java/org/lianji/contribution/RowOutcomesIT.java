package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.contribution.Owner.CHILD;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.LI;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Each bad row gets its own code, and its neighbours are kept. */
@HubTest
class RowOutcomesIT {

    private static final String BEFORE = row("before", "2026-03-01", ZHANG, "H1");
    private static final String AFTER = row("after", "2026-03-01", LI, "H1");

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    private Owner owner;

    @BeforeEach
    void owner() {
        owner = new Owner(hub);
    }

    private void rejected(String row, String... codes) {
        rejected(owner.send("k", HEADER + BEFORE + row + AFTER), codes);
    }

    private void rejected(HttpResponse<String> response, String... codes) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(owner.outcomes(response))
                .containsExactly("ACCEPTED", "REJECTED " + String.join(" ", codes), "ACCEPTED");
        assertThat(graph.query("MATCH (r:Record) RETURN count(r)").fetchAs(Long.class).one())
                .contains(2L);
    }

    @Test
    void rejectsAWrongCheckDigit() {
        rejected(row("2", "2026-03-01", "150902195603121011", "H2"), "ID_CHECK_DIGIT@idNumber");
    }

    @Test
    void rejectsAnOldNumber() {
        rejected(row("2", "2026-03-01", "150902560312101", "H2"), "ID_15_DIGITS@idNumber");
    }

    @Test
    void rejectsTheFuture() {
        rejected(
                row("2", "2026-03-01", CHILD, "H2", "子", "150902001001", "王五", "2999-01-01"),
                "DATE_IN_FUTURE@birthDate");
    }

    @Test
    void rejectsAnUnknownValue() {
        rejected(
                row("2", "2026-03-01", CHILD, "H2", "房东", "150902001001", "王五", "2013-05-18"),
                "UNKNOWN_VALUE@relationToHead");
    }

    @Test
    void rejectsAnUnknownRegion() {
        rejected(
                row("2", "2026-03-01", CHILD, "H2", "子", "150902999999", "王五", "2013-05-18"),
                "UNKNOWN_REGION@hukouRegion");
    }

    @Test
    void rejectsAMegabyteOfText() {
        rejected(
                row(
                        "2",
                        "2026-03-01",
                        CHILD,
                        "H2",
                        "子",
                        "150902001001",
                        "x".repeat(1 << 20),
                        "2013-05-18"),
                "TEXT_TOO_LONG@name");
    }

    @Test
    void rejectsNul() {
        rejected(
                row("2", "2026-03-01", CHILD, "H2", "子", "150902001001", "王\u0000五", "2013-05-18"),
                "CONTROL_CHARACTER@name");
    }

    @Test
    void rejectsWhatAnotherProgramCouldNotRead() {
        rejected(
                row("2", "2026-03-01", CHILD, "H2", "子", "150902001001", "王\uFFFD", "2013-05-18"),
                "BROKEN_ENCODING@name");
    }

    @Test
    void rejectsARowWithAnotherNumberOfCells() {
        rejected("2,2026-03-01T08:00:00+08:00\n", "COLUMN_COUNT");
    }

    @Test
    void tellsEverythingThatIsWrongWithARow() {
        rejected(
                ",2026-03-01,150902195603121011,,H2,子,1509,王五,男,2013-02-30,\n",
                "REQUIRED@recordNo",
                "DATE_TIME_FORMAT@observedAt",
                "ID_CHECK_DIGIT@idNumber",
                "REGION_FORMAT@hukouRegion",
                "NO_SUCH_DATE@birthDate");
    }

    @Test
    void rejectsLinesThatAreNoJsonObjects() {
        String good =
                "{\"recordNo\":\"%s\",\"observedAt\":\"2026-03-01T08:00:00Z\",\"idNumber\":\"%s\",\"economy\":1}";
        String lines =
                "NaN\n{\"recordNo\":\"1\",\"recordNo\":\"2\"}\n{\"a\n[1]\n"
                        + good.formatted("3", ZHANG)
                        + "\n";

        HttpResponse<String> response =
                owner.send(
                        "k", "application/x-ndjson", null, lines.getBytes(StandardCharsets.UTF_8));

        assertThat(owner.outcomes(response))
                .startsWith(
                        "REJECTED BAD_JSON",
                        "REJECTED DUPLICATE_KEY",
                        "REJECTED BAD_JSON",
                        "REJECTED BAD_JSON")
                .last()
                .asString()
                .startsWith("REJECTED UNKNOWN_FIELD@economy REQUIRED@hukouNo");
    }

    @Test
    void rejectsNaNAsAnAmount() {
        String line =
                "{\"recordNo\":\"1\",\"observedAt\":\"2026-03-01T08:00:00Z\",\"idNumber\":\"%s\",\"monthlyDeposit\":NaN}"
                        .formatted(ZHANG);

        HttpResponse<String> response =
                owner.send(
                        "ZJ",
                        "ZJ03",
                        "k",
                        "application/x-ndjson",
                        null,
                        line.getBytes(StandardCharsets.UTF_8));

        String file =
                hub.send(
                                hub.as(
                                                "ZJ",
                                                "/contributions/batches/"
                                                        + Owner.json(response).at("/id").asString()
                                                        + "/rejects")
                                        .GET())
                        .body();
        assertThat(file).contains("monthlyDeposit NOT_FINITE");
    }

    @Test
    void keepsARowWithoutNumberForReview() {
        HttpResponse<String> response = owner.send("k", HEADER + row("1", "2026-03-01", "", "H1"));

        assertThat(owner.outcomes(response)).containsExactly("TO_REVIEW");
        assertThat(
                        graph.query(
                                        "MATCH (r:Record {linkage: 'TO_REVIEW'}) WHERE NOT"
                                                + " (r)-[:ABOUT]->() RETURN count(r)")
                                .fetchAs(Long.class)
                                .one())
                .contains(1L);
    }

    @Test
    void readsGb18030AndGzipAndByteOrderMarks() {
        String file = HEADER + row("1", "2026-03-01", ZHANG, "H1");
        owner.send(
                "k1", "text/csv; charset=GB18030", null, file.getBytes(Charset.forName("GB18030")));
        owner.send("k2", "text/csv", "gzip", Owner.gzip("\uFEFF" + file.replace("\n1,", "\n2,")));

        assertThat(
                        graph.query(
                                        "MATCH (r:HouseholdRegistration {personName: '张三', name:"
                                                + " '张三'}) RETURN count(r)")
                                .fetchAs(Long.class)
                                .one())
                .contains(2L);
    }

    @Test
    void givesRejectsBackAsTheSameFileWhichCanBeSentAgain() {
        HttpResponse<String> response =
                owner.send(
                        "k",
                        HEADER
                                + BEFORE
                                + row("2", "2026-03-01", "150902195603121011", "H2")
                                + AFTER);
        String address =
                "/contributions/batches/" + Owner.json(response).at("/id").asString() + "/rejects";

        String file = hub.send(hub.as("GA", address).GET()).body();
        HttpResponse<String> others = hub.send(hub.as("MZ", address).GET());
        HttpResponse<String> corrected =
                owner.send("k2", file.replace("150902195603121011", ZHANG));

        assertThat(file.lines()).hasSize(2);
        assertThat(file).contains("idNumber ID_CHECK_DIGIT: 公民身份号码校验码不符");
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(owner.outcomes(corrected)).containsExactly("ACCEPTED");
    }
}
