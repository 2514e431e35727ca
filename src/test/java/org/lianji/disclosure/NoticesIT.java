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
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** For seven days a village reads what the law lets be shown, and afterwards nothing. */
@HubTest
@Import(MovingClock.class)
class NoticesIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    /** Is 18 tomorrow. */
    private static final String CHILD = "150924200811270039";

    private static final String VILLAGE = "150924106001";
    private static final String NEXT_VILLAGE = "150924106002";
    private static final String NO_VILLAGE = "150924106999";

    private static final String DAUGHTER = "152627199003075728";

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

    private JsonNode post(String client, String idNumber, Map<String, ?> other) {
        Map<String, Object> input = new HashMap<>();
        input.put("basis", hub.matter("MZ-TOWN", idNumber).basis());
        input.put("person", city.token("GA01", idNumber));
        input.put("village", VILLAGE);
        input.put("name", "李建国");
        input.put("members", 3);
        input.put("amount", "615.00");
        input.put("kind", "DIBAO");
        input.putAll(other);
        return hub.ask(
                client,
                "mutation ($input: NoticeInput!) { postNotice(input: $input) { id version lastDay"
                        + " outcome } }",
                Map.of("input", input));
    }

    private JsonNode posted(Map<String, ?> other) {
        JsonNode answer = post("MZ-TOWN", CITIZEN, other);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/postNotice");
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    private HttpResponse<String> read(String village, String accept) {
        return hub.send(
                HttpRequest.newBuilder(URI.create(hub.address() + "/notices/" + village))
                        .header("Accept", accept));
    }

    private String board(String village) {
        return read(village, "application/json").body();
    }

    private JsonNode step(String mutation, JsonNode notice) {
        return hub.ask(
                "MZ-TOWN",
                "mutation ($id: ID!, $version: Int!) { %s(step: {id: $id, version: $version, note: \"村民反映其有车\"}) { state outcome } }"
                        .formatted(mutation),
                Map.of(
                        "id", notice.at("/id").asString(),
                        "version", notice.at("/version").asInt()));
    }

    private String outcome() {
        return hub.ask("MZ-COUNTY", "{ publicNotices { nodes { outcome name } } }")
                .at("/data/publicNotices/nodes/0/outcome")
                .asString();
    }

    @Test
    void hangsForSevenDaysWithWhatTheLawLetsBeShown() {
        assertThat(posted(Map.of()).at("/lastDay").asString()).isEqualTo("2026-12-03");
        String all =
                "{\"notices\":[{\"name\":\"李建国\",\"members\":3,\"amount\":\"615.00\","
                        + "\"kind\":\"DIBAO\",\"kindZh\":\"最低生活保障\",\"until\":\"2026-12-03\"}]}";
        assertThat(board(VILLAGE)).isEqualTo(all);
        assertThat(outcome()).isEqualTo("PENDING");

        clock.set(Instant.parse("2026-12-03T15:59:59Z"));
        assertThat(board(VILLAGE)).isEqualTo(all);
        clock.set(Instant.parse("2026-12-03T16:00:00Z"));

        assertThat(board(VILLAGE)).isEqualTo("{\"notices\":[]}");
        assertThat(read(VILLAGE, "text/html").body()).doesNotContain("李建国");
        assertThat(outcome()).isEqualTo("CLEAN");
        assertThat(
                        hub.ask("MZ-COUNTY", "{ publicNotices { nodes { name } } }")
                                .at("/data/publicNotices/nodes/0/name")
                                .isNull())
                .isTrue();
    }

    /** What is not there, what is empty and what was taken down can't be told apart. */
    @Test
    void answersTheSameWhateverIsNotThere() {
        step("withdrawNotice", posted(Map.of()));
        HttpResponse<String> down = read(VILLAGE, "application/json");

        for (String village : List.of(NEXT_VILLAGE, NO_VILLAGE, "150900000000", "x")) {
            HttpResponse<String> other = read(village, "application/json");
            assertThat(other.statusCode()).as(village).isEqualTo(200);
            assertThat(CrawlIT.told(other)).as(village).isEqualTo(CrawlIT.told(down));
            assertThat(read(village, "text/html").body())
                    .isEqualTo(read(VILLAGE, "text/html").body());
        }
    }

    @Test
    void isKeptByCachesForAMinuteAtMostAndNotBeyondTheDay() {
        posted(Map.of());
        HttpResponse<String> answer = read(VILLAGE, "text/html,application/xhtml+xml");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValue("max-age=60, must-revalidate, public");
        assertThat(answer.headers().allValues("Vary")).contains("Accept");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).isEqualToIgnoringCase("text/html;charset=UTF-8"));
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy ->
                                assertThat(policy)
                                        .startsWith("default-src 'none'")
                                        .doesNotContain("script"));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();

        clock.set(Instant.parse("2026-12-03T15:59:50Z"));

        assertThat(read(VILLAGE, "application/json").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("max-age=10,"));
    }

    @Test
    void writesNamesAsText() {
        renamed("阿拉坦•乌拉那仁");
        posted(Map.of("name", "阿拉坦·乌拉 那仁"));

        assertThat(read(VILLAGE, "text/html").body()).contains("<bdi>阿拉坦·乌拉 那仁</bdi>");
        assertThat(read(VILLAGE, "application/json").headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
    }

    private void renamed(String name) {
        city.contribute(
                "GA01",
                List.of(
                        Map.of(
                                "recordNo", "1",
                                "observedAt", "2026-11-02T00:00:00+08:00",
                                "idNumber", CITIZEN,
                                "hukouNo", "H1",
                                "relationToHead", "HEAD",
                                "hukouRegion", VILLAGE,
                                "name", name,
                                "sex", "MALE",
                                "birthDate", "1958-01-03")));
    }

    /** What everybody reads is no place for another's name, nor for words about somebody. */
    @ParameterizedTest
    @ValueSource(strings = {"王大伟", "骗保人员", "百万", "Ａｌｅｒｔ", "李建国 一三八", "李建"})
    void hasTheNameThatThePersonIsRegisteredUnder(String name) {
        assertThat(code(post("MZ-TOWN", CITIZEN, Map.of("name", name)))).isEqualTo("NOTICE_NAME");
        assertThat(board(VILLAGE)).isEqualTo("{\"notices\":[]}");
    }

    @Test
    void hangsOnceAPersonAndKind() {
        JsonNode first = posted(Map.of());

        assertThat(code(post("MZ-TOWN", CITIZEN, Map.of()))).isEqualTo("NOTICE_HANGS");
        posted(Map.of("kind", "TEMPORARY_RELIEF"));
        step("withdrawNotice", first);
        posted(Map.of());
        clock.advance(Duration.ofDays(8));
        posted(Map.of());
    }

    /** A village that reads an amount believes it. */
    @Test
    void tellsNoAmountOfWhatIsNotPaid() {
        assertThat(code(post("MZ-TOWN", CITIZEN, Map.of("kind", "MARGIN"))))
                .isEqualTo("NOTICE_AMOUNT");
        Map<String, Object> none = new HashMap<>();
        none.put("amount", null);
        assertThat(code(post("MZ-TOWN", CITIZEN, none))).isEqualTo("NOTICE_AMOUNT");

        none.put("kind", "MARGIN");
        posted(none);

        assertThat(board(VILLAGE))
                .isEqualTo(
                        "{\"notices\":[{\"name\":\"李建国\",\"members\":3,\"kind\":\"MARGIN\","
                                + "\"kindZh\":\"最低生活保障边缘家庭\",\"until\":\"2026-12-03\"}]}");
        assertThat(read(VILLAGE, "text/html").body()).contains("<td>—</td>");
    }

    @Test
    void isPostedByTheLeadingDepartmentAlone() {
        String own = hub.matter("YB-TOWN", CITIZEN).basis();
        assertThat(code(post("YB-TOWN", CITIZEN, Map.of("basis", own)))).isEqualTo("NOT_YOUR_TURN");
        assertThat(board(VILLAGE)).isEqualTo("{\"notices\":[]}");
    }

    /** A name that turns the line round would show another amount. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "李建国13800138000",
                "李建国 0474-1234567",
                "李建国１３８",
                "李\u202E建国",
                "\u2067李建国",
                "李\u200B建国",
                " ",
                "\u3164",
                "李\u2028国",
                "李建国\n假名单",
                "=李建国",
                "李建国（欠债不还）",
                "一三八零零一三八零零零",
                "<script>alert()</script>"
            })
    void refusesNamesThatTurnTheTextRoundOrShowNothing(String name) {
        assertThat(code(post("MZ-TOWN", CITIZEN, Map.of("name", name)))).isEqualTo("NOTICE_FIELDS");
        assertThat(code(post("MZ-TOWN", CITIZEN, Map.of("members", 0)))).isEqualTo("NOTICE_FIELDS");
        assertThat(code(post("MZ-TOWN", CITIZEN, Map.of("amount", "0"))))
                .isEqualTo("NOTICE_FIELDS");
    }

    @Test
    void isNeverOfAChildOrOfSomebodyWhoIsNotOfTheVillage() {
        city.contribute(
                "GA01",
                List.of(
                        Map.of(
                                "recordNo",
                                "2",
                                "observedAt",
                                "2026-11-01T00:00:00+08:00",
                                "idNumber",
                                CHILD,
                                "hukouNo",
                                "H2",
                                "relationToHead",
                                "HEAD",
                                "hukouRegion",
                                VILLAGE,
                                "name",
                                "李建国",
                                "sex",
                                "MALE",
                                "birthDate",
                                "2008-11-27")));
        assertThat(code(post("MZ-TOWN", CHILD, Map.of()))).isEqualTo("NOTICE_PERSON");
        clock.advance(Duration.ofDays(1));
        assertThat(post("MZ-TOWN", CHILD, Map.of()).has("errors")).as("of age").isFalse();

        for (Map<String, ?> other :
                List.of(
                        Map.of("village", NEXT_VILLAGE),
                        Map.of("village", "150924106000"),
                        Map.of("basis", "Cnothing"),
                        Map.of("person", "Pnobody"))) {
            assertThat(code(post("MZ-TOWN", CITIZEN, other)))
                    .as(other.toString())
                    .isEqualTo("NOTICE_PERSON");
        }
        assertThat(code(post("MZ-COUNTY", CITIZEN, Map.of()))).isEqualTo("NOT_ALLOWED");
        assertThat(code(post("YB-TOWN", CITIZEN, Map.of()))).isEqualTo("NOTICE_PERSON");
    }

    /** Somebody is in danger from whom looks are hidden: then nobody learns where they live. */
    @Test
    void isNeverOfSomebodyAtRiskAndGoneOnceTheyAre() {
        posted(Map.of());
        assertThat(board(VILLAGE)).contains("李建国");

        hide(CITIZEN);

        assertThat(board(VILLAGE)).isEqualTo("{\"notices\":[]}");
        assertThat(
                        hub.ask("MZ-COUNTY", "{ publicNotices { nodes { name } } }")
                                .at("/data/publicNotices/nodes/0/name")
                                .isNull())
                .as("officers read it as long as everybody may")
                .isTrue();
        assertThat(code(post("MZ-TOWN", CITIZEN, Map.of()))).isEqualTo("NOTICE_PERSON");
    }

    /** Of who applies for the first time the registered household is all that is known. */
    @Test
    void isNeverOfWhoIsRegisteredWithSomebodyAtRisk() {
        city.contribute(
                "GA01",
                List.of(
                        Map.of(
                                "recordNo", "7",
                                "observedAt", "2026-11-02T00:00:00+08:00",
                                "idNumber", DAUGHTER,
                                "hukouNo", "H1",
                                "relationToHead", "DAUGHTER",
                                "hukouRegion", VILLAGE,
                                "name", "李小红",
                                "sex", "FEMALE",
                                "birthDate", "1990-03-07")));
        posted(Map.of());
        assertThat(board(VILLAGE)).contains("李建国");

        hide(DAUGHTER);

        assertThat(board(VILLAGE)).isEqualTo("{\"notices\":[]}");
        assertThat(code(post("MZ-TOWN", CITIZEN, Map.of()))).isEqualTo("NOTICE_PERSON");
    }

    private void hide(String idNumber) {
        JsonNode hidden =
                hub.ask(
                        "YB-TOWN",
                        "mutation ($n: IdNumber!) { openBasis(input: {kind: CASE, purpose: A,"
                            + " reference: \"JB-2026-1\", persons: [{idNumber: $n}] safeguarding:"
                            + " {ground: FAMILY_VIOLENCE, reason: \"家暴案件在查，施暴人与本人同住\", until:"
                            + " \"2027-01-31\"}}) { id } }",
                        Map.of("n", idNumber));
        assertThat(hidden.has("errors")).as(hidden.toString()).isFalse();
    }

    @Test
    void isNotCleanOnceSomebodyObjects() {
        JsonNode notice = posted(Map.of());

        JsonNode objected = step("recordObjection", notice).at("/data/recordObjection");

        assertThat(objected.at("/outcome").asString()).isEqualTo("OBJECTED");
        assertThat(board(VILLAGE)).contains("李建国").doesNotContain("村民", "OBJECTED");
        clock.advance(Duration.ofDays(8));
        assertThat(outcome()).isEqualTo("OBJECTED");
    }

    private JsonNode answered(String client, JsonNode objected, boolean upheld) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!, $upheld: Boolean!) { answerObjection(input:"
                        + " {id: $id, version: $version, inquiry: APPRAISAL, upheld: $upheld, note:"
                        + " \"村民评议会 12 人\"}) { state outcome inquiry upheld deadlines { endedOn }"
                        + " } }",
                Map.of(
                        "id",
                        objected.at("/id").asString(),
                        "version",
                        objected.at("/version").asInt() + 1,
                        "upheld",
                        upheld));
    }

    /** 特困人员认定办法 §15: fifteen working days, of which the New Year's holiday is none. */
    @Test
    void isLookedIntoOnceSomebodyObjectsAndComesDownThen() {
        JsonNode notice = posted(Map.of());
        step("recordObjection", notice);
        assertThat(
                        hub.ask(
                                        "MZ-TOWN",
                                        "{ publicNotices { nodes { deadlines { rule { code } due }"
                                                + " } } }")
                                .at("/data/publicNotices/nodes/0/deadlines")
                                .toString())
                .isEqualTo("[{\"rule\":{\"code\":\"NOTICE_OBJECTION\"},\"due\":\"2026-12-17\"}]");
        assertThat(code(answered("MZ-TOWN", notice, true))).isEqualTo("OWN_NOTICE");
        JsonNode objected =
                hub.ask("MZ-COUNTY", "{ publicNotices { nodes { id version } } }")
                        .at("/data/publicNotices/nodes/0");
        assertThat(code(step("withdrawNotice", objected))).isEqualTo("OBJECTION_UNANSWERED");

        clock.advance(Duration.ofDays(9));
        assertThat(answered("MZ-COUNTY", notice, false).at("/data/answerObjection").toString())
                .isEqualTo(
                        "{\"state\":\"ANSWERED\",\"outcome\":\"ANSWERED\",\"inquiry\":\"APPRAISAL\","
                            + "\"upheld\":false,\"deadlines\":[{\"endedOn\":\"2026-12-05\"}]}");

        posted(Map.of());
    }

    @Test
    void isReadByNobodyOnceTheObjectionIsAnswered() {
        JsonNode notice = posted(Map.of());
        step("recordObjection", notice);
        answered("MZ-COUNTY", notice, true);

        assertThat(board(VILLAGE)).isEqualTo("{\"notices\":[]}");
    }

    @Test
    void takesNoObjectionOnceItsDaysAreOver() {
        JsonNode notice = posted(Map.of());
        clock.advance(Duration.ofDays(8));

        assertThat(code(step("recordObjection", notice))).isEqualTo("NOTICE_OVER");
    }

    @Test
    void makesAnAddressWaitThatAsksTooOften() {
        HttpResponse<String> last = read(VILLAGE, "application/json");
        for (int i = 0; i < 100 && last.statusCode() == 200; i++) {
            last = read(VILLAGE, "application/json");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(hub.ask("MZ-TOWN", "{ publicNotices { totalCount } }").has("errors"))
                .as("officers go on")
                .isFalse();

        clock.advance(Duration.ofHours(1));

        assertThat(read(VILLAGE, "application/json").statusCode()).isEqualTo(200);
    }

    @Test
    void isAllThatIsOpenWithoutAToken() {
        HttpRequest.Builder head =
                HttpRequest.newBuilder(URI.create(hub.address() + "/notices/" + VILLAGE)).HEAD();
        assertThat(hub.send(head).statusCode()).as("caches ask so").isEqualTo(200);
        for (String path : List.of("/notices", "/notices/" + VILLAGE + "/x")) {
            assertThat(
                            hub.send(HttpRequest.newBuilder(URI.create(hub.address() + path)))
                                    .statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(
                        hub.send(
                                        HttpRequest.newBuilder(
                                                        URI.create(
                                                                hub.address()
                                                                        + "/notices/"
                                                                        + VILLAGE))
                                                .POST(HttpRequest.BodyPublishers.noBody()))
                                .statusCode())
                .isEqualTo(401);
    }

    /** What hangs for everybody does so for whoever comes with a token that is over, too. */
    @Test
    void showWhateverTokenComesAlong() {
        for (String list : List.of("/notices/", "/recipients/")) {
            for (String token : List.of("Bearer over", "Bearer ", "Basic bXo6")) {
                assertThat(answered(list + VILLAGE, token)).as(list + token).isEqualTo(200);
            }
        }
    }

    private int answered(String path, String token) {
        return hub.send(
                        HttpRequest.newBuilder(URI.create(hub.address() + path))
                                .header("Authorization", token))
                .statusCode();
    }
}
