package org.lianji.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.audit.Kind;
import org.lianji.outbox.News;
import org.lianji.outbox.NewsStream;
import org.lianji.platform.Reason;
import org.lianji.procedure.Procedure;
import org.lianji.proof.Looks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Corrections as their parties make them: JY sees the name that GA has for Zhang and says that it
 * is wrong, MZ leads, YB has nothing to do with it.
 */
@HubTest
class CorrectionsIT {

    private static final String ZHANG = "150902195603121010";
    private static final String LI = "150924198807042025";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** The demo client {@code citizen}. */
    private static final String CITIZEN = "152627195801035714";

    @Autowired Hub hub;

    @Autowired NewsStream news;

    @Autowired Neo4jClient graph;

    @Autowired Corrections corrections;

    private Reason reason = Reason.NONE;
    private String record = "";

    @BeforeEach
    void facts() {
        contribute("1", "2026-03-01", ZHANG, "张三");
        contribute("2", "2026-03-01", LI, "李四");
        new Agreed(hub).on("GA", "JY", "A", "S2", List.of(), List.of("GA01.name"));
        reason = hub.matter("JY", ZHANG);
        record = record("1");
    }

    private void contribute(String recordNo, String day, String idNumber, String name) {
        String rows =
                "recordNo,observedAt,idNumber,personName,hukouNo,relationToHead,hukouRegion,name,sex,birthDate\n"
                        + "%s,%sT08:00:00+08:00,%s,%s,H%s,户主,150902001001,%s,%s,%s-%s-%s\n"
                                .formatted(
                                        recordNo,
                                        day,
                                        idNumber,
                                        name,
                                        recordNo,
                                        name,
                                        idNumber.charAt(16) % 2 == 0 ? "女" : "男",
                                        idNumber.substring(6, 10),
                                        idNumber.substring(10, 12),
                                        idNumber.substring(12, 14));
        HttpResponse<String> response =
                hub.send(
                        hub.as("GA", "/contributions/GA01")
                                .header("Content-Type", "text/csv")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(BodyPublishers.ofString(rows)));
        assertThat(response.body()).contains("\"accepted\":1");
    }

    private String record(String recordNo) {
        return text("MATCH (r:Record {key: 'GA01|%s'}) RETURN r.id".formatted(recordNo));
    }

    private String text(String cypher) {
        return graph.query(cypher).fetchAs(String.class).one().orElseThrow();
    }

    private Complaint raised() {
        return Complaint.raised(hub, "JY", reason, record, "name");
    }

    private JsonNode tried(String client, Reason stated, String which, String item) {
        return Complaint.tried(hub, client, stated, which, item);
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    @Test
    void goesUpTheWholeLadder() {
        Complaint complaint = raised();
        assertThat(complaint.open("JY")).containsExactly("WITHDRAW");
        assertThat(complaint.open("GA")).containsExactly("CORRECT", "UPHOLD");
        assertThat(complaint.refused("JY", "disputeAnswer", "不服"))
                .isEqualTo("TRANSITION_NOT_ALLOWED");
        assertThat(complaint.refused("GA", "upholdRecord", " ")).isEqualTo("TEXT_MISSING");
        assertThat(complaint.refused("GA", "upholdRecord", "？！")).isEqualTo("SAYS_NOTHING");

        complaint.done("GA", "upholdRecord", "与户口簿一致");
        assertThat(complaint.refused("GA", "disputeAnswer", "x")).isEqualTo("NOT_YOUR_TURN");
        complaint.done("JY", "disputeAnswer", "户口簿已变更");
        assertThat(complaint.open("GA")).containsExactly("REFER");
        assertThat(complaint.seenBy("MZ").isNull()).isTrue();
        complaint.done("GA", "referDispute", "双方意见不一致");
        assertThat(complaint.open("MZ")).isEmpty();
        complaint
                .done("MZ-HEAD", "decideDispute", "维持")
                .done("MZ-HEAD", "appealDispute", "市政府决定更正");

        JsonNode end = complaint.seenBy("JY");
        assertThat(end.at("/state").asString()).isEqualTo("APPEALED");
        assertThat(end.at("/history").valueStream().map(e -> e.at("/transition").asString()))
                .containsExactly("RAISE", "UPHOLD", "DISPUTE", "REFER", "DECIDE", "APPEAL");
        assertThat(end.at("/history/1").toString())
                .isEqualTo(
                        "{\"version\":2,\"transition\":\"UPHOLD\",\"from\":\"RAISED\",\"to\":\"UPHELD\","
                            + "\"department\":\"GA\",\"note\":\"与户口簿一致\"}");
        assertThat(end.at("/allowedTransitions")).isEmpty();
    }

    @Test
    void eachStepIsNewsOnce() {
        long before = news.now();
        raised().done("GA", "upholdRecord", "与户口簿一致");

        List<News> told =
                news.behind(Set.of("CorrectionChanged"), before)
                        .takeUntil(one -> one.seq() == news.now())
                        .collectList()
                        .block(Duration.ofMinutes(1));
        assertThat(told)
                .extracting(one -> one.as(Procedure.StepNews.class))
                .extracting(Procedure.StepNews::step, Procedure.StepNews::version)
                .containsExactly(tuple("RAISE", 1L), tuple("UPHOLD", 2L));
        assertThat(told)
                .extracting(News::subject)
                .hasSize(2)
                .containsOnly(told.getFirst().subject());
        assertThat(told.toString()).doesNotContain("户口簿");
    }

    @Test
    void isRaisedOnceHoweverOftenItIsSent() {
        String raise =
                "mutation ($input: CorrectionInput!) { raiseCorrection(input: $input) { id } }";
        Map<String, Object> input =
                Map.of(
                        "record",
                        record,
                        "category",
                        "GA01",
                        "item",
                        "name",
                        "claim",
                        Complaint.CLAIM,
                        "clientMutationKey",
                        "k1");

        JsonNode first = hub.ask("JY", reason, raise, Map.of("input", input));

        assertThat(first.at("/data/raiseCorrection/id").asString()).startsWith("K");
        assertThat(hub.ask("JY", reason, raise, Map.of("input", input))).isEqualTo(first);
        assertThat(code(hub.ask("JY", hub.matter("JY", ZHANG), raise, Map.of("input", input))))
                .as("on another basis it is another mutation")
                .isEqualTo("MUTATION_KEY_TAKEN");
    }

    @Test
    void settlesADisputeByNegotiation() {
        Complaint complaint =
                raised().done("GA", "upholdRecord", "无误")
                        .done("JY", "disputeAnswer", "有误")
                        .done("JY", "settleDispute", "已当面核对，记录无误");

        assertThat(complaint.seenBy("GA").at("/state").asString()).isEqualTo("NEGOTIATED");
        assertThat(complaint.open("JY")).isEmpty();
    }

    @Test
    void isCorrectedOnlyOnceTheRecordHasANewerVersion() {
        Complaint complaint = raised();
        assertThat(complaint.refused("GA", "confirmCorrected", "已更正"))
                .isEqualTo("NOT_CORRECTED_YET");
        contribute("2", "2026-04-01", LI, "李四四");
        assertThat(complaint.refused("GA", "confirmCorrected", "已更正"))
                .as("another record")
                .isEqualTo("NOT_CORRECTED_YET");
        assertThat(complaint.seenBy("GA").at("/state").asString()).isEqualTo("RAISED");
        assertThat(complaint.seenBy("GA").at("/history")).hasSize(1);

        contribute("1", "2026-04-01", ZHANG, "张三丰");
        complaint.done("GA", "confirmCorrected", "已更正");

        JsonNode end = complaint.seenBy("JY");
        assertThat(end.at("/state").asString()).isEqualTo("CORRECTED");
        assertThat(end.at("/record").asString()).as("the version that was wrong").isEqualTo(record);
    }

    @Test
    void isCorrectedByWithdrawingTheRecord() {
        Complaint complaint = raised();
        hub.ask(
                "GA",
                "mutation ($id: ID!) { withdraw(record: $id, reason: \"误录\") { record } }",
                Map.of("id", record));

        complaint.done("GA", "confirmCorrected", "已撤回");

        assertThat(complaint.seenBy("JY").at("/state").asString()).isEqualTo("CORRECTED");
    }

    @Test
    void tellsTheClaimToTheTwoWhomItConcernsAndNobodyElse() {
        Complaint complaint =
                raised().done("GA", "upholdRecord", "无误").done("JY", "disputeAnswer", "有误");

        for (String client : List.of("JY", "JY-HEAD", "GA", "GA-HEAD")) {
            assertThat(complaint.seenBy(client).at("/claim").asString()).isEqualTo(Complaint.CLAIM);
            assertThat(complaint.seenBy(client).at("/evidence").asString())
                    .isEqualTo(Complaint.EVIDENCE);
        }
        for (String client :
                List.of(
                        "YB",
                        "YB-HEAD",
                        "MZ",
                        "MZ-HEAD",
                        "JY-COUNTY",
                        "GA-TOWN",
                        "AUDITOR",
                        "CHARITY-A")) {
            assertThat(complaint.seenBy(client).isObject()).as(client).isFalse();
        }
        for (String client : List.of("YB", "MZ", "JY-COUNTY", "GA-TOWN")) {
            assertThat(complaint.refused(client, "referDispute", "x"))
                    .isEqualTo("CORRECTION_NOT_FOUND");
        }
        for (String client : List.of("YB-HEAD", "MZ-HEAD", "AUDITOR")) {
            assertThat(complaint.refused(client, "referDispute", "x")).isEqualTo("NOT_ALLOWED");
        }
        complaint.done("JY", "referDispute", "请主管部门协调");
        JsonNode lead = complaint.seenBy("MZ-HEAD");
        assertThat(lead.at("/claim").isNull()).isTrue();
        assertThat(lead.at("/evidence").isNull()).isTrue();
        assertThat(lead.at("/history/3/note").asString()).isEqualTo("请主管部门协调");
        assertThat(complaint.seenBy("YB").isNull()).isTrue();
    }

    @Test
    void keepsWhatIsWrittenSealed() {
        raised().done("GA", "upholdRecord", "与户口簿一致");

        String everything =
                text(
                        """
                        MATCH (n:Correction|ProcedureEvent|Entry)
                        RETURN reduce(all = '', m IN collect(properties(n)) | all + reduce(one = '', k IN keys(m) | one + ' ' + coalesce(toStringOrNull(m[k]), '')))
                        """);
        assertThat(everything).contains("GA01").doesNotContain(Complaint.CLAIM, "张三", "档案", "户口簿");
    }

    @Test
    void answersWhoDoesNotSeeTheItemAsIfThereWereNoRecord() {
        Reason other = hub.matter("YB", ZHANG);
        String nowhere = "R" + "A".repeat(22);
        JsonNode absent = tried("JY", reason, nowhere, "name");
        assertThat(code(absent)).isEqualTo("ITEM_NOT_SEEN");
        assertThat(absent.at("/data/raiseCorrection").isNull()).isTrue();

        assertThat(tried("JY", reason, record, "hukouNo")).as("not agreed").isEqualTo(absent);
        assertThat(tried("JY", reason, record("2"), "name")).as("another person").isEqualTo(absent);
        assertThat(tried("JY-COUNTY", reason, record, "name"))
                .as("another place")
                .isEqualTo(absent);
        assertThat(tried("YB", other, record, "name")).as("no agreement").isEqualTo(absent);
        assertThat(code(tried("YB", reason, record, "name")))
                .as("another's case")
                .isEqualTo("BASIS_NOT_IN_FORCE");
        assertThat(graph.query("MATCH (c:Correction) RETURN count(c)").fetchAs(Long.class).one())
                .contains(0L);
        assertThat(Looks.all(graph, Kind.DENIAL)).hasSize(6);
    }

    @Test
    void asksForAReasonAsAReadDoes() {
        assertThat(code(tried("JY", Reason.NONE, record, "name"))).isEqualTo("PURPOSE_REQUIRED");
        assertThat(code(tried("JY", new Reason("A", null), record, "name")))
                .isEqualTo("BASIS_REQUIRED");
        assertThat(code(tried("JY", new Reason("H", null), record, "name")))
                .isEqualTo("PURPOSE_NOT_YOURS");
        assertThat(code(tried("JY-HEAD", reason, record, "name"))).isEqualTo("NOT_ALLOWED");
        assertThat(code(tried("JY", reason, record, "noSuchItem"))).isEqualTo("UNKNOWN_ITEM");
        assertThat(code(tried("GA", hub.matter("GA", ZHANG), record, "name")))
                .isEqualTo("OWN_ITEM");
    }

    @Test
    void isRaisedOnceUntilItIsAnswered() {
        Complaint first = raised();
        assertThat(code(tried("JY", reason, record, "name"))).isEqualTo("ALREADY_RAISED");

        first.done("JY", "withdrawCorrection", null);
        Complaint second = raised();

        assertThat(first.open("JY")).isEmpty();
        assertThat(ids("GA", "(side: OWNER)")).containsExactly(second.id(), first.id());
    }

    @Test
    void isForTheCitizenToRaiseAboutTheirOwnRecord() {
        contribute("3", "2026-03-01", CITIZEN, "王五");
        Hub home = new Hub(hub.address());
        Reason own = new Reason("H", null);
        Complaint complaint = Complaint.raised(home, "CITIZEN", own, record("3"), "hukouNo");

        JsonNode seen = complaint.seenBy("GA");
        assertThat(seen.at("/raisedBy").isNull()).isTrue();
        assertThat(seen.at("/purpose").asString()).isEqualTo("H");
        assertThat(seen.at("/claim").asString()).isEqualTo(Complaint.CLAIM);
        complaint.done("GA", "upholdRecord", "无误");
        assertThat(complaint.open("CITIZEN")).containsExactly("DISPUTE");
        complaint.done("CITIZEN", "disputeAnswer", "户口已迁出");

        assertThat(code(Complaint.tried(home, "CITIZEN", own, record, "name")))
                .isEqualTo("ITEM_NOT_SEEN");
        assertThat(
                        home.ask(
                                        "CITIZEN",
                                        "{ accessLog(first: 20) { nodes { kind department sentence"
                                                + " } } }")
                                .at("/data/accessLog/nodes")
                                .valueStream()
                                .map(
                                        node ->
                                                node.at("/department").asString()
                                                        + " "
                                                        + node.at("/kind").asString()))
                .contains(" WRITE", "GA WRITE");
    }

    @Test
    void countsWhoAnswersInTime() {
        Complaint late = raised();
        assertThat(late.seenBy("GA").at("/deadline/rule").toString())
                .isEqualTo("{\"code\":\"CORRECT\",\"days\":10,\"unit\":\"WORKING_DAY\"}");
        assertThat(rate()).isEqualTo("0 0 0");
        graph.query("MATCH (d:Deadline) SET d.due = date() - duration({days: 2})").run();
        assertThat(late.seenBy("GA").at("/overdue").asBoolean()).isTrue();
        assertThat(rate()).isEqualTo("0 0 1");
        late.done("GA", "upholdRecord", "无误");
        assertThat(late.seenBy("GA").at("/overdue").asBoolean()).isFalse();
        assertThat(rate()).isEqualTo("0 1 0");

        raised().done("GA", "upholdRecord", "无误");
        assertThat(rate()).isEqualTo("1 1 0");
        raised().done("JY", "withdrawCorrection", null);
        assertThat(rate()).as("nobody is punctual by a withdrawal").isEqualTo("1 1 0");
    }

    private String rate() {
        return hub.ask(
                        "YB",
                        "{ onTimeRates(department: GA) { rule { code } inTime late openOverdue } }")
                .at("/data/onTimeRates")
                .valueStream()
                .filter(rate -> rate.at("/rule/code").asString().equals("CORRECT"))
                .map(
                        rate ->
                                "%d %d %d"
                                        .formatted(
                                                rate.at("/inTime").asInt(),
                                                rate.at("/late").asInt(),
                                                rate.at("/openOverdue").asInt()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void letsOneOfSeveralAnswerWin() {
        Complaint complaint = raised();

        List<String> answers =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        complaint.tried(
                                                                i % 2 == 0 ? "GA" : "JY",
                                                                i % 2 == 0
                                                                        ? "upholdRecord"
                                                                        : "withdrawCorrection",
                                                                "同时")))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(answer -> answer.has("errors") ? code(answer) : "done")
                        .toList();

        assertThat(answers).containsOnlyOnce("done");
        assertThat(answers)
                .filteredOn(answer -> !answer.equals("done"))
                .containsOnly("VERSION_CONFLICT");
        JsonNode end = complaint.seenBy("GA");
        assertThat(end.at("/version").asInt()).isEqualTo(2);
        assertThat(end.at("/history")).hasSize(2);
        assertThat(entries()).hasSize(2);
    }

    private List<String> entries() {
        String person =
                graph.query("MATCH (p:Person {idNumber: $number}) RETURN p.id")
                        .bind(ZHANG)
                        .to("number")
                        .fetchAs(String.class)
                        .one()
                        .orElseThrow();
        return Looks.all(graph, Kind.WRITE).stream()
                .filter(
                        look ->
                                look.items().equals(List.of("GA01.name"))
                                        && look.saw().contains(person))
                .map(CorrectionsIT::line)
                .toList();
    }

    private static String line(Looks.Look look) {
        return "%s %s %s%s"
                .formatted(
                        look.text("department"),
                        look.text("purpose").isEmpty() ? "-" : look.text("purpose"),
                        look.text("basis").isEmpty() ? "-" : look.text("basis"),
                        look.text("shownFrom").isEmpty() ? "" : " later");
    }

    @Test
    void isOnTheChainStepByStep() {
        raised().done("GA", "upholdRecord", "无误").done("JY", "disputeAnswer", "有误");

        String basis = reason.basis();
        assertThat(entries()).containsExactly("JY A " + basis, "GA - " + basis, "JY - " + basis);
    }

    @Test
    void isKeptFromThePersonAsLongAsTheBasisIs() {
        graph.query("MATCH (b:Basis {id: $id}) SET b.shownFrom = datetime() + duration({days: 30})")
                .bind(reason.basis())
                .to("id")
                .run();

        raised().done("GA", "upholdRecord", "无误");

        String later = reason.basis() + " later";
        assertThat(entries()).containsExactly("JY A " + later, "GA - " + later);
    }

    @Test
    void listsTheOnesOfEachSide() {
        Complaint complaint = raised();

        Stream.of("JY", "JY-HEAD")
                .forEach(client -> assertThat(ids(client, "")).containsExactly(complaint.id()));
        assertThat(ids("JY", "(side: RAISER)")).containsExactly(complaint.id());
        assertThat(ids("JY", "(side: OWNER)")).isEmpty();
        assertThat(ids("JY-TOWN", "")).as("an officer who did not raise it").isEmpty();
        assertThat(ids("GA", "(state: RAISED)")).containsExactly(complaint.id());
        assertThat(ids("GA", "(state: UPHELD)")).isEmpty();
        assertThat(ids("GA-COUNTY", "")).isEmpty();
        assertThat(ids("MZ", "")).isEmpty();
        assertThat(ids("YB", "")).isEmpty();
        assertThat(ids("AUDITOR", "")).isEmpty();

        complaint
                .done("GA", "upholdRecord", "无误")
                .done("JY", "disputeAnswer", "有误")
                .done("JY", "referDispute", "请协调");
        assertThat(ids("MZ-HEAD", "")).containsExactly(complaint.id());
        assertThat(ids("MZ-COUNTY", "")).isEmpty();
    }

    private List<String> ids(String client, String arguments) {
        return hub.ask(client, "{ corrections" + arguments + " { nodes { id } } }")
                .at("/data/corrections/nodes")
                .valueStream()
                .map(node -> node.at("/id").asString())
                .toList();
    }
}
