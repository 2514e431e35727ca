package org.lianji.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.contribution.Owner.LI;
import static org.lianji.contribution.Owner.ZHANG;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.contribution.Owner;
import org.lianji.people.People;
import org.lianji.platform.Reason;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A disability certificate's number names its holder: nobody reads it, the whole of it finds. */
@HubTest
@ExtendWith(OutputCaptureExtension.class)
class CertificatesIT {

    private static final String HEADER =
            "recordNo,observedAt,idNumber,certNo,type,grade,issuedOn,state\n";
    private static final String NUMBER = ZHANG + "42";
    private static final String MASKED = "150902************42";

    @Autowired Hub hub;
    @Autowired Driver driver;
    @Autowired People people;
    @Autowired ClearNumbers clearNumbers;

    private Owner owner;

    @BeforeEach
    void owner() {
        owner = new Owner(hub);
    }

    @Test
    void isMaskedInEveryAnswerAndFileAndKeptNowhereInClear(CapturedOutput output) {
        assertThat(outcomes("k", row("1", ZHANG, NUMBER, "PHYSICAL", "GRADE_2")))
                .containsExactly("ACCEPTED");
        Reason plan = hub.plan("CL");

        String answer = found(plan, Map.of("certNo", Map.of("eq", NUMBER))).toString();
        String file =
                hub.send(
                                hub.as("CL", "/export/CL01?format=csv")
                                        .header(Reason.PURPOSE, "B")
                                        .header(Reason.BASIS, plan.basis()))
                        .body();

        assertThat(List.of(answer, file))
                .allSatisfy(
                        text -> assertThat(text).contains(MASKED).doesNotContain(NUMBER, ZHANG));
        assertThat(
                        hub.ask(
                                        "CL",
                                        plan,
                                        "{ records(category: CL01) { nodes { items { name value"
                                                + " state } } } }",
                                        Map.of())
                                .toString())
                .contains(
                        "{\"name\":\"certNo\",\"value\":\"" + MASKED + "\",\"state\":\"MASKED\"}");
        assertThat(clear()).isZero();
        assertThat(output.getAll()).doesNotContain(NUMBER);
    }

    @Test
    void findsByTheWholeNumberAndNothingLess() {
        outcomes(
                "k",
                row("1", ZHANG, NUMBER, "PHYSICAL", "GRADE_2")
                        + row("2", LI, LI + "11", "VISUAL", "GRADE_1"));
        Reason plan = hub.plan("CL");

        assertThat(numbers(found(plan, Map.of("certNo", Map.of("eq", NUMBER)))))
                .containsExactly("1");
        assertThat(numbers(found(plan, Map.of("certNo", Map.of("eq", ZHANG + "41"))))).isEmpty();
        assertThat(code(found(plan, Map.of("certNo", Map.of("eq", MASKED))))).isEqualTo("VALUE");
        assertThat(code(found(plan, Map.of("certNo", Map.of("startsWith", "150902")))))
                .isEqualTo("INVALID_VARIABLES");
        assertThat(
                        code(
                                hub.ask(
                                        "CL",
                                        plan,
                                        "{ records(category: CL01, where:"
                                                + " {disabilityCertificate: {certNo: {eq: \""
                                                + NUMBER
                                                + "\"}}}) { nodes { id } } }",
                                        Map.of())))
                .isEqualTo("ID_IN_DOCUMENT");
    }

    @Test
    void isJudgedInAllItsParts() {
        assertThat(
                        outcomes(
                                "k",
                                row("1", ZHANG, LI + "42", "PHYSICAL", "GRADE_2")
                                        + row("2", ZHANG, ZHANG + "13", "PHYSICAL", "GRADE_2")
                                        + row("3", ZHANG, ZHANG + "92", "PHYSICAL", "GRADE_2")
                                        + row(
                                                "4",
                                                ZHANG,
                                                "15090219560312101142",
                                                "PHYSICAL",
                                                "GRADE_2")
                                        + row("5", "", NUMBER, "PHYSICAL", "GRADE_2")))
                .containsExactly(
                        "REJECTED CERTIFICATE_OF_ANOTHER@certNo",
                        "REJECTED CERTIFICATE_OTHER_KIND@certNo CERTIFICATE_OTHER_GRADE@certNo",
                        "REJECTED CERTIFICATE_FORMAT@certNo",
                        "REJECTED ID_CHECK_DIGIT@certNo",
                        "TO_REVIEW");
    }

    @Test
    void whatAnEarlierVersionKeptInClearIsMaskedAtTheStart() throws IOException {
        String row = row("1", ZHANG, NUMBER, "PHYSICAL", "GRADE_2");
        outcomes("k1", row);
        outcomes("k2", row.replace("2026-03-01", "2026-04-01"));
        asAnEarlierVersionKeptThem();
        assertThat(clear()).isEqualTo(2);

        migrate();
        clearNumbers.afterSingletonsInstantiated();
        clearNumbers.afterSingletonsInstantiated();

        assertThat(clear()).isZero();
        assertThat(numbers(found(hub.plan("CL"), Map.of("certNo", Map.of("eq", NUMBER)))))
                .containsExactly("1");
        assertThat(outcomes("k3", row + row.replace("2026-03-01", "2026-04-01")))
                .containsExactly("UNCHANGED", "UNCHANGED");
        assertThat(outcomes("k4", row.replace("VALID", "FROZEN")))
                .containsExactly("REJECTED SAME_TIME_OTHER_CONTENT@observedAt");
    }

    /** The number in clear, and a digest of the content with it. */
    private void asAnEarlierVersionKeptThem() {
        for (String day : List.of("2026-03-01", "2026-04-01")) {
            RowDigest digest =
                    RowDigest.of(
                            Map.of(
                                    "certNo", NUMBER,
                                    "type", "PHYSICAL",
                                    "grade", "GRADE_2",
                                    "issuedOn", LocalDate.of(2020, 1, 2),
                                    "state", "VALID"),
                            Map.of(
                                    "recordNo", "1",
                                    "observedAt", OffsetDateTime.parse(Owner.at(day)),
                                    "idNumber", people.identity(ZHANG)));
            driver.executableQuery(
                            "MATCH (r {recordNo: '1'}) WHERE date(r.observedAt) = date($day) SET"
                                + " r.certNo = $number, r.digest = $digest REMOVE r.`certNo hash`")
                    .withParameters(Map.of("day", day, "number", NUMBER, "digest", digest.text()))
                    .execute();
        }
    }

    private void migrate() throws IOException {
        String file = Files.readString(Path.of("schema/graph/V011__certificate_numbers.cypher"));
        try (Session session = driver.session()) {
            for (String statement : file.replaceAll("(?m)^//.*$", "").split(";\\n")) {
                if (!statement.isBlank()) {
                    session.run(statement).consume();
                }
            }
        }
    }

    /** {@return how many nodes beside the person hold the holder's number} */
    private long clear() {
        return driver
                .executableQuery("MATCH (n) WHERE NOT n:Person RETURN n")
                .execute()
                .records()
                .stream()
                .filter(row -> row.get("n").asMap().toString().contains(ZHANG))
                .count();
    }

    private static String row(
            String recordNo, String idNumber, String certNo, String type, String grade) {
        return "%s,2026-03-01T08:00:00+08:00,%s,%s,%s,%s,2020-01-02,VALID\n"
                .formatted(recordNo, idNumber, certNo, type, grade);
    }

    private List<String> outcomes(String key, String rows) {
        HttpResponse<String> sent =
                owner.send(
                        "CL",
                        "CL01",
                        key,
                        "text/csv",
                        null,
                        (HEADER + rows).getBytes(StandardCharsets.UTF_8));
        return owner.outcomes("CL", sent);
    }

    private JsonNode found(Reason plan, Map<String, Object> where) {
        return hub.ask(
                "CL",
                plan,
                "query ($where: DisabilityCertificateFilter) { records(category: CL01, where:"
                    + " {disabilityCertificate: $where}) { nodes { recordNo person { idNumber } ..."
                    + " on DisabilityCertificate { certNo } } pageInfo { endCursor } } }",
                Map.of("where", where));
    }

    private static List<String> numbers(JsonNode answer) {
        List<String> numbers = new ArrayList<>();
        answer.at("/data/records/nodes")
                .forEach(node -> numbers.add(node.get("recordNo").asString()));
        return numbers;
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }
}
