package org.lianji.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Anybody complains; others than those whom it is about answer; what is late goes up. */
@HubTest
@Import(MovingClock.class)
class ComplaintsIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    /** And {@code citizen-guardian} for this one. */
    private static final String GUARDIAN = "152631199612132788";

    private static final String VILLAGE = "150924106001";
    private static final String NUMBER = "152627195801035714";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;
    @Autowired ComplaintEscalation escalation;

    @BeforeEach
    void thursday() {
        clock.set(Instant.parse("2026-11-26T02:00:00Z"));
    }

    private HttpResponse<String> post(String path, Map<String, ?> body) {
        return hub.send(
                HttpRequest.newBuilder(URI.create(hub.address() + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private JsonNode posted(String path, Map<String, ?> body) {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return JSON.readTree(answer.body());
    }

    private JsonNode openly(Map<String, ?> more) {
        Map<String, Object> body =
                new HashMap<>(Map.of("kind", "DELAY", "region", VILLAGE, "text", "三个月没有答复"));
        body.putAll(more);
        return posted("/complaints", body);
    }

    private JsonNode file(String client, Map<String, ?> more) {
        Map<String, Object> input =
                new HashMap<>(Map.of("kind", "DELAY", "region", VILLAGE, "text", "三个月没有答复"));
        input.putAll(more);
        return hub.ask(
                client,
                "mutation ($input: ComplaintInput!) { fileComplaint(input: $input) { receipt state"
                        + " level } }",
                Map.of("input", input));
    }

    private JsonNode seen(String client) {
        return hub.ask(
                        client,
                        "{ complaints { totalCount nodes { id version state level channel mine"
                            + " overdue content { text contact contested looks { client } } } } }")
                .at("/data/complaints");
    }

    private JsonNode only(String client) {
        assertThat(seen(client).at("/totalCount").asInt()).as(client).isEqualTo(1);
        return seen(client).at("/nodes/0");
    }

    private JsonNode step(String client, String mutation, JsonNode one, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("id", one.at("/id").asString());
        input.put("version", one.at("/version").asInt());
        String type =
                switch (mutation) {
                    case "answerComplaint" -> "AnswerComplaintInput";
                    case "handComplaintUp" -> "ComplaintStatement";
                    default -> "ComplaintStep";
                };
        return hub.ask(
                client,
                "mutation ($input: %s!) { %s(input: $input) { id version state level } }"
                        .formatted(type, mutation),
                Map.of("input", input));
    }

    private JsonNode taken(String client, String mutation, JsonNode one, Map<String, ?> more) {
        JsonNode answer = step(client, mutation, one, more);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/" + mutation);
    }

    private void answered(String client) {
        JsonNode accepted = taken(client, "acceptComplaint", only(client), Map.of());
        taken(
                client,
                "answerComplaint",
                accepted,
                Map.of("outcome", "UPHELD", "note", "经查属实，已于今日办结"));
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    /** The demo client {@code citizen} is called so in the register. */
    private void notice() {
        Monitored city = new Monitored(hub, catalogue);
        city.register(CITIZEN, VILLAGE, LocalDate.parse("2026-11-01"));
        JsonNode posted =
                hub.ask(
                        "MZ-TOWN",
                        "mutation ($input: NoticeInput!) { postNotice(input: $input) { id } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "basis",
                                        hub.matter("MZ-TOWN", CITIZEN).basis(),
                                        "person",
                                        city.token("GA01", CITIZEN),
                                        "village",
                                        VILLAGE,
                                        "name",
                                        "李建国",
                                        "members",
                                        1,
                                        "amount",
                                        "615.00",
                                        "kind",
                                        "DIBAO")));
        assertThat(posted.has("errors")).as(posted.toString()).isFalse();
    }

    private String noticeState() {
        return hub.ask("MZ-TOWN", "{ publicNotices { nodes { state } } }")
                .at("/data/publicNotices/nodes/0/state")
                .asString();
    }

    /** Whoever reads a notice can object to it; what comes back doesn't tell what hangs. */
    @Test
    void objectsToANoticeWithoutTokenAndName() {
        notice();
        JsonNode other = openly(Map.of("kind", "NOTICE", "notice", "王建国", "text", "有出租房"));
        assertThat(noticeState()).isEqualTo("POSTED");

        JsonNode filed = openly(Map.of("kind", "NOTICE", "notice", "李 建国", "text", "有出租房"));

        assertThat(noticeState()).isEqualTo("OBJECTED");
        assertThat(filed.propertyNames()).isEqualTo(other.propertyNames());
        JsonNode read = seen("MZ-COUNTY");
        assertThat(read.at("/totalCount").asInt()).as("the county answers both").isEqualTo(2);
        assertThat(read.at("/nodes").findValuesAsString("text")).contains("（公示：李 建国）有出租房");
        openly(Map.of("kind", "NOTICE", "notice", "李建国", "text", "我也反对"));
        assertThat(noticeState()).as("one more changes nothing").isEqualTo("OBJECTED");
    }

    @Test
    void objectsByTheNameAlone() {
        for (Map<String, ?> wrong :
                List.of(
                        Map.of("kind", "NOTICE"),
                        Map.of("kind", "DELAY", "notice", "李建国"),
                        Map.of("kind", "NOTICE", "notice", "李建国", "matter", "Z1"))) {
            Map<String, Object> body = new HashMap<>(Map.of("region", VILLAGE, "text", "有出租房"));
            body.putAll(wrong);
            HttpResponse<String> answer = post("/complaints", body);
            assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(400);
            assertThat(answer.body()).contains("NOTICE_NAMED");
        }
    }

    @Test
    void goesWithoutTokenAndNameFromTheComplaintToTheAnswerAndToTheCity() {
        JsonNode filed = openly(Map.of("contact", "0474-7210000"));
        Map<String, String> receipt = Map.of("receipt", filed.at("/receipt").asString());
        assertThat(filed.at("/state").asString()).isEqualTo("FILED");

        JsonNode one = only("MZ-COUNTY");
        assertThat(one.at("/channel").asString()).isEqualTo("OPEN");
        assertThat(one.at("/content/text").asString()).isEqualTo("三个月没有答复");
        assertThat(one.at("/content/contact").isNull()).as("nobody handles it yet").isTrue();
        assertThat(seen("MZ").at("/totalCount").asInt()).as("the city").isZero();
        JsonNode accepted = taken("MZ-COUNTY", "acceptComplaint", one, Map.of());
        assertThat(only("MZ-COUNTY").at("/content/contact").asString()).isEqualTo("0474-7210000");
        taken(
                "MZ-COUNTY",
                "answerComplaint",
                accepted,
                Map.of("outcome", "NOT_UPHELD", "note", "仍在法定期限内"));

        JsonNode told = posted("/complaints/answer", receipt);
        assertThat(told.at("/state").asString()).isEqualTo("ANSWERED");
        assertThat(told.at("/outcome").asString()).isEqualTo("NOT_UPHELD");
        assertThat(told.at("/answer").asString()).isEqualTo("仍在法定期限内");

        JsonNode contested =
                posted(
                        "/complaints/contest",
                        Map.of("receipt", receipt.get("receipt"), "note", "期限早已过了"));
        assertThat(contested.at("/level").asString()).isEqualTo("CITY");
        assertThat(contested.at("/answer").isNull()).isTrue();
        assertThat(seen("MZ-COUNTY").at("/totalCount").asInt()).isZero();
        assertThat(only("MZ").at("/content/contested").asString()).isEqualTo("期限早已过了");
        answered("MZ");
        assertThat(posted("/complaints/answer", receipt).at("/answer").asString())
                .isEqualTo("经查属实，已于今日办结");
        assertThat(
                        post(
                                        "/complaints/contest",
                                        Map.of("receipt", receipt.get("receipt"), "note", "再查"))
                                .body())
                .contains("CONTEST_OVER");
    }

    @Test
    void tellsNothingWithoutTheReceiptAndTakesNothingThatIsNone() {
        openly(Map.of());

        assertThat(post("/complaints/answer", Map.of("receipt", "Y" + "A".repeat(22))).body())
                .contains("COMPLAINT_NOT_FOUND");
        for (Map<String, ?> wrong :
                List.<Map<String, ?>>of(
                        Map.of("kind", "x", "region", VILLAGE, "text", "t"),
                        Map.of("kind", "DELAY", "region", VILLAGE),
                        Map.of("kind", "DELAY", "region", VILLAGE, "text", "t", "key", "k"),
                        Map.of("kind", "DELAY", "region", 5, "text", "t"))) {
            assertThat(post("/complaints", wrong).body()).contains("COMPLAINT_FIELDS");
        }
        for (String field : List.of("worker", "contact", "anything", NUMBER)) {
            assertThat(
                            post(
                                            "/complaints",
                                            Map.of(
                                                    "kind",
                                                    "DELAY",
                                                    "region",
                                                    VILLAGE,
                                                    "text",
                                                    "t",
                                                    field,
                                                    "号码" + NUMBER))
                                    .body())
                    .contains("ID_NUMBER_IN_TEXT")
                    .doesNotContain(NUMBER);
        }
        assertThat(
                        post(
                                        "/complaints",
                                        Map.of(
                                                "kind",
                                                "DELAY",
                                                "region",
                                                "110000000000",
                                                "text",
                                                "t"))
                                .body())
                .contains("COMPLAINT_PLACE");
        assertThat(
                        post(
                                        "/complaints",
                                        Map.of(
                                                "kind",
                                                "DELAY",
                                                "region",
                                                VILLAGE,
                                                "text",
                                                "长".repeat(20_000)))
                                .statusCode())
                .isEqualTo(413);
        assertThat(code(hub.ask("MZ-TOWN", "{ complaints { totalCount } }")))
                .isEqualTo("NOT_ALLOWED");
        assertThat(seen("YB-COUNTY").at("/totalCount").asInt()).isZero();
    }

    @Test
    void isNotSeenByTheWorkerWhomItIsAboutAndGoesUpByItselfWhenItIsLate() {
        JsonNode filed = file("MZ-TOWN", Map.of("kind", "WORKER", "worker", "MZ-County"));
        assertThat(filed.at("/data/fileComplaint/level").asString()).isEqualTo("COUNTY");
        assertThat(seen("MZ-COUNTY").at("/totalCount").asInt()).isZero();
        escalation.escalate();
        assertThat(seen("MZ").at("/totalCount").asInt()).as("not late").isZero();

        clock.advance(Duration.ofDays(7));
        escalation.escalate();
        escalation.escalate();

        JsonNode late = only("MZ");
        assertThat(late.at("/level").asString()).isEqualTo("CITY");
        assertThat(late.at("/version").asInt()).as("once").isEqualTo(2);
        assertThat(code(step("MZ-HEAD", "handComplaintUp", late, Map.of("note", "x"))))
                .isEqualTo("NOBODY_ABOVE");
        answered("MZ-HEAD");
    }

    /** By name alone a worker may be whoever would answer in the county. */
    @Test
    void aboutSomebodyWhoseOfficeNobodySaysGoesPastTheCounty() {
        for (Map<String, Object> who :
                List.of(
                        Map.<String, Object>of("kind", "WORKER", "worker", "李干事"),
                        Map.<String, Object>of("kind", "LEAK", "worker", "李干事"),
                        Map.<String, Object>of("kind", "REFUSAL", "worker", "李干事"),
                        Map.<String, Object>of("kind", "WORKER"))) {
            assertThat(file("MZ-TOWN", who).at("/data/fileComplaint/level").asString())
                    .as(who.toString())
                    .isEqualTo("CITY");
        }
        assertThat(seen("MZ-COUNTY").at("/totalCount").asInt()).isZero();
        assertThat(
                        file(
                                        "MZ-TOWN",
                                        Map.of(
                                                "kind",
                                                "WORKER",
                                                "worker",
                                                "李干事",
                                                "office",
                                                "150924106000"))
                                .at("/data/fileComplaint/level")
                                .asString())
                .isEqualTo("COUNTY");
        assertThat(code(file("MZ-TOWN", Map.of("kind", "WORKER", "worker", "李干事（东梁）"))))
                .isEqualTo("COMPLAINT_FIELDS");
    }

    /**
     * What the county did is above the county from the start, and whether there is it is not told.
     */
    @Test
    void isJudgedAboveTheOfficeThatTookAStep() {
        known(CITIZEN, "1");
        String matter = countysClue();
        JsonNode about = file("CITIZEN", Map.of("kind", "REFUSAL", "matter", matter));
        JsonNode invented = file("CITIZEN", Map.of("kind", "REFUSAL", "matter", "L-1"));
        JsonNode stated = file("CITIZEN", Map.of("kind", "REFUSAL", "office", "150924000000"));

        assertThat(about.at("/data/fileComplaint/level").asString()).isEqualTo("CITY");
        assertThat(invented.at("/data/fileComplaint/level").asString()).isEqualTo("COUNTY");
        assertThat(stated.at("/data/fileComplaint/level").asString()).isEqualTo("CITY");
        assertThat(seen("MZ-COUNTY").at("/totalCount").asInt()).isEqualTo(1);
        assertThat(seen("MZ").at("/totalCount").asInt()).isEqualTo(2);
    }

    private JsonNode own(String client) {
        return hub.ask(
                        client,
                        "{ myComplaints { totalCount edges { cursor } nodes { receipt kind state"
                                + " level acceptBy answerBy outcome answer contestBy } } }")
                .at("/data/myComplaints");
    }

    @Test
    void showsACitizenTheirOwnWithItsClocksAndItsAnswerAndNobodyElses() {
        known(CITIZEN, "1");
        known(GUARDIAN, "2");
        JsonNode filed = file("CITIZEN", Map.of()).at("/data/fileComplaint");
        openly(Map.of());
        file("YB-TOWN", Map.of());

        JsonNode mine = own("CITIZEN").at("/nodes/0");
        assertThat(own("CITIZEN").at("/totalCount").asInt()).as("theirs alone").isEqualTo(1);
        assertThat(mine.at("/receipt")).isEqualTo(filed.at("/receipt"));
        assertThat(mine.at("/acceptBy").asString()).isEqualTo("2026-11-30");
        assertThat(mine.at("/answerBy").asString()).isEqualTo("2026-12-17");
        assertThat(own("CITIZEN-GUARDIAN").at("/totalCount").asInt()).isZero();
        seen("MZ-COUNTY");
        assertThat(
                        hub.ask(
                                        "CITIZEN",
                                        new Reason("H", null),
                                        "{ accessLog(first: 50) { nodes { sentence } } }",
                                        Map.of())
                                .toString())
                .contains("您本人提出或者跟进了投诉。", "民政局为办理您的投诉查看了投诉内容。")
                .doesNotContain("未说明用途");
        assertThat(code(hub.ask("MZ-COUNTY", "{ myComplaints { totalCount } }")))
                .isEqualTo("NOT_ALLOWED");

        answeredOf("CITIZEN");

        JsonNode told = own("CITIZEN").at("/nodes/0");
        assertThat(told.at("/answer").asString()).isEqualTo("经查属实，已于今日办结");
        assertThat(told.at("/acceptBy").isNull() && told.at("/answerBy").isNull()).isTrue();
        assertThat(told.at("/contestBy").asString()).isEqualTo("2026-12-26");
        clock.set(Instant.parse("2026-12-26T15:00:00Z"));
        JsonNode contested =
                hub.ask(
                        "CITIZEN",
                        "mutation ($r: String!) { contestComplaint(input: {receipt: $r, note:"
                                + " \"仍未发放\"}) { level answer answerBy contestBy } }",
                        Map.of("r", mine.at("/receipt").asString()));
        assertThat(contested.at("/data/contestComplaint/level").asString())
                .as(contested.toString())
                .isEqualTo("CITY");
        assertThat(contested.at("/data/contestComplaint/answerBy").asString())
                .isGreaterThan("2026-12-26");
        assertThat(contested.at("/data/contestComplaint/contestBy").isNull()).isTrue();
    }

    /** Among several the one that came with a token. */
    private void answeredOf(String citizen) {
        JsonNode one =
                seen("MZ-COUNTY")
                        .at("/nodes")
                        .valueStream()
                        .filter(node -> node.at("/channel").asString().equals("TOKEN"))
                        .findFirst()
                        .orElseThrow();
        JsonNode accepted = taken("MZ-COUNTY", "acceptComplaint", one, Map.of());
        taken(
                "MZ-COUNTY",
                "answerComplaint",
                accepted,
                Map.of("outcome", "UPHELD", "note", "经查属实，已于今日办结"));
        assertThat(own(citizen).at("/nodes/0/state").asString()).isEqualTo("ANSWERED");
    }

    /** Who has no token asks by what they were given, and reads the same days. */
    @Test
    void tellsWhoHasTheReceiptByWhenThereIsAnAnswer() {
        JsonNode filed = openly(Map.of());

        JsonNode asked =
                posted("/complaints/answer", Map.of("receipt", filed.at("/receipt").asString()));

        assertThat(asked.at("/acceptBy").asString()).isEqualTo("2026-11-30");
        assertThat(asked.at("/answerBy").asString()).isEqualTo("2026-12-17");
        assertThat(asked.has("id")).as("an officer's way to it").isFalse();
    }

    /** Citizens sign in as somebody whom the library knows. */
    private void known(String idNumber, String recordNo) {
        new Monitored(hub, catalogue)
                .contribute(
                        "GA01",
                        List.of(
                                Map.of(
                                        "recordNo",
                                        recordNo,
                                        "observedAt",
                                        "2026-11-01T00:00:00+08:00",
                                        "idNumber",
                                        idNumber,
                                        "hukouNo",
                                        "H" + recordNo,
                                        "relationToHead",
                                        "HEAD",
                                        "hukouRegion",
                                        VILLAGE,
                                        "name",
                                        "某",
                                        "sex",
                                        idNumber.charAt(16) % 2 == 0 ? "FEMALE" : "MALE",
                                        "birthDate",
                                        LocalDate.parse(
                                                        idNumber.substring(6, 14),
                                                        DateTimeFormatter.BASIC_ISO_DATE)
                                                .toString())));
    }

    private String countysClue() {
        hub.ask(
                "MZ-TOWN",
                "mutation { reportClue(input: {what: \"独居老人无人照料，屋内无取暖\", region: \"%s\"}) { id } }"
                        .formatted(VILLAGE));
        JsonNode clue =
                hub.ask("MZ-COUNTY", "{ clues { nodes { id version } } }")
                        .at("/data/clues/nodes/0");
        JsonNode accepted =
                hub.ask(
                        "MZ-COUNTY",
                        "mutation ($id: ID!, $v: Int!) { acceptClue(input: {id: $id, version: $v})"
                                + " { id } }",
                        Map.of("id", clue.at("/id").asString(), "v", clue.at("/version").asInt()));
        assertThat(accepted.has("errors")).as(accepted.toString()).isFalse();
        return accepted.at("/data/acceptClue/id").asString();
    }

    @Test
    void leadsToTheLooksOfTheComplainantAndOfNobodyElse() {
        known(CITIZEN, "1");
        known(GUARDIAN, "2");
        JsonNode looked =
                hub.ask(
                        "GA-TOWN",
                        hub.matter("GA-TOWN", CITIZEN),
                        "query ($n: IdNumber!) { person(idNumber: $n) { id } }",
                        Map.of("n", CITIZEN));
        assertThat(looked.at("/data/person/id").asString()).as(looked.toString()).startsWith("P");
        String look = look("CITIZEN");

        assertThat(code(file("CITIZEN-GUARDIAN", Map.of("kind", "LEAK", "looks", List.of(look)))))
                .isEqualTo("LOOK_UNKNOWN");
        assertThat(code(file("CITIZEN", Map.of("kind", "LEAK", "looks", List.of("x.0")))))
                .isEqualTo("LOOK_UNKNOWN");
        assertThat(code(file("GA-TOWN", Map.of("kind", "LEAK", "looks", List.of(look)))))
                .isEqualTo("LOOK_UNKNOWN");
        JsonNode filed = file("CITIZEN", Map.of("kind", "LEAK", "looks", List.of(look)));
        assertThat(filed.has("errors")).as(filed.toString()).isFalse();
        assertThat(only("MZ-COUNTY").at("/content/looks/0/client").asString()).isEqualTo("ga-town");
        List<String> log =
                hub.ask("CITIZEN", "{ accessLog { nodes { kind departmentName } } }")
                        .at("/data/accessLog/nodes")
                        .valueStream()
                        .map(one -> one.at("/kind").asString())
                        .toList();
        assertThat(log).as("filed, and read").contains("WRITE", "READ");
    }

    private String look(String client) {
        return hub.ask(client, "{ accessLog { nodes { id kind } } }")
                .at("/data/accessLog/nodes")
                .valueStream()
                .filter(one -> one.at("/kind").asString().equals("READ"))
                .findFirst()
                .orElseThrow()
                .at("/id")
                .asString();
    }

    @Test
    void makesOneOfACallThatComesTwice() {
        Map<String, ?> named = Map.of("clientMutationKey", "hotline-1");
        JsonNode first = file("YB-TOWN", named);
        JsonNode second = file("YB-TOWN", named);

        assertThat(second.at("/data/fileComplaint/receipt").asString())
                .isNotEmpty()
                .isEqualTo(first.at("/data/fileComplaint/receipt").asString());
        assertThat(seen("MZ-COUNTY").at("/totalCount").asInt()).isEqualTo(1);
    }

    @Test
    void isCountedInTensForEverybody() {
        for (int i = 0; i < 9; i++) {
            file("YB-TOWN", Map.of());
        }
        assertThat(figures()).isEqualTo("[]");

        for (int i = 0; i < 4; i++) {
            file("YB-TOWN", Map.of());
        }

        assertThat(figures())
                .isEqualTo(
                        "[{\"year\":2026,\"region\":\"150924000000\",\"kind\":\"DELAY\",\"filed\":10,"
                            + "\"answered\":null,\"inTime\":null,\"upheld\":null}]");
        assertThat(
                        hub.ask("AUDITOR", "{ complaintFigures(year: 2026) { filed answered } }")
                                .at("/data/complaintFigures")
                                .toString())
                .isEqualTo("[{\"filed\":10,\"answered\":null}]");
    }

    private String figures() {
        return hub.send(
                        HttpRequest.newBuilder(URI.create(hub.address() + "/complaints/figures"))
                                .GET())
                .body();
    }
}
