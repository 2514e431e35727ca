package org.lianji.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.audit.SealingSchedule;
import org.lianji.audit.SheetDigests;
import org.lianji.database.AutoCommit;
import org.lianji.paging.Stretch;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.lianji.platform.Role;
import org.lianji.proof.Looks;
import org.lianji.proof.Merkle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The person sees who looked at their data, and nobody else does. */
@HubTest
class AccessLogIT {

    private static final Instant NOW = Instant.parse("2026-11-25T02:03:04Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** The demo client {@code citizen}. */
    private static final String CITIZEN = "152627195801035714";

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    @Autowired SealingSchedule sealing;

    @Autowired SheetDigests digests;

    @Autowired Sentences sentences;

    @Autowired Grounds grounds;

    @Autowired Consents consents;
    @Autowired org.lianji.people.MergedPersons merged;

    @Autowired AutoCommit statements;

    @Autowired People people;

    private AuditLog chain;
    private String person;

    @BeforeEach
    void person() {
        chain = new AuditLog(graph, statements, CLOCK, sealing, digests);
        people.ensure(Set.of(people.identity(CITIZEN)));
        person = people.of(CITIZEN).orElseThrow();
        graph.query(
                        """
                        MATCH (p:Person {id: $person})
                        CREATE (p)-[:SUPPORTS {kind: 'GUARDIAN', from: date('2020-01-01')}]->
                            (:Person {id: 'P-child', idNumber: '150981201305183014'}),
                          (p)-[:SUPPORTS {kind: 'GUARDIAN', from: date('2020-01-01'), to: date('2026-11-25')}]->
                            (:Person {id: 'P-ended', idNumber: '150981201305183014'}),
                          (p)-[:SUPPORTS {kind: 'GUARDIAN', from: date('2008-01-01')}]->
                            (:Person {id: 'P-of-age', idNumber: '150981200811253014'}),
                          (p)-[:SUPPORTS {kind: 'GUARDIAN', from: date('2008-01-01')}]->
                            (:Person {id: 'P-tomorrow-of-age', idNumber: '150981200811263014'}),
                          (p)-[:SUPPORTS {kind: 'SPOUSAL', from: date('2008-01-01')}]->
                            (:Person {id: 'P-spouse', idNumber: '150981201305183014'})
                        """)
                .bind(person)
                .to("person")
                .run();
    }

    private Caller citizen() {
        return new Caller("", "citizen", Set.of(Role.CITIZEN), "", person);
    }

    private AccessLog log(Duration later) {
        return new AccessLog(
                graph, sentences, grounds, consents, merged, Clock.offset(CLOCK, later));
    }

    private List<String> sentences(@Nullable String child) {
        return log(Duration.ZERO).listing(citizen(), child).read(Stretch.start(100)).stream()
                .map(Access::sentence)
                .toList();
    }

    private void append(Kind kind, String department, String client, String subject) {
        chain.append(List.of(entry(kind, department, client, List.of("A1@3"), subject, null)));
    }

    private static Entry entry(
            Kind kind,
            String department,
            String client,
            List<String> agreements,
            String subject,
            @Nullable Instant shownFrom) {
        return new Entry(
                kind,
                department,
                client,
                department.isEmpty() ? "H" : "A",
                "C1",
                agreements,
                List.of("MZ01.monthlyAmount", "MZ01.status", "GA01.name"),
                List.of(subject),
                Merkle.sha256("document"),
                shownFrom);
    }

    @Test
    void tellsInPlainChinese() {
        append(Kind.READ, "MZ", "mz-county", person);

        assertThat(sentences(null))
                .containsExactly(
                        "2026年11月25日10时03分，民政局为“事前核对、认定”查看了您的：最低生活保障对象（月保障金额、保障状态）；户籍人口与户成员（户籍登记姓名）。"
                            + "依据共享协议A1@3。");
    }

    @Test
    void tellsOfDenialsEmergenciesAndOnesOwnLooks() {
        append(Kind.DENIAL, "YB", "yb", person);
        append(Kind.EMERGENCY, "MZ", "mz", person);
        append(Kind.READ, "", "citizen", person);
        append(Kind.READ, "", "somebody", person);

        assertThat(log(Duration.ZERO).listing(citizen(), null).read(Stretch.start(100)))
                .extracting(Access::denied, Access::own)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(true, false),
                        org.assertj.core.groups.Tuple.tuple(false, false),
                        org.assertj.core.groups.Tuple.tuple(false, true),
                        org.assertj.core.groups.Tuple.tuple(false, false));
        assertThat(sentences(null))
                .anySatisfy(
                        text ->
                                assertThat(text)
                                        .contains("医疗保障局为“事前核对、认定”试图查看您的：")
                                        .contains("），已被拒绝。"))
                .anySatisfy(text -> assertThat(text).contains("民政局为“事前核对、认定”以紧急查阅方式查看了您的："))
                .anySatisfy(text -> assertThat(text).contains("您本人为“本人查询”查看了您的："))
                .anySatisfy(text -> assertThat(text).contains("，另一位依法可以查询的个人为"));
    }

    @Test
    void tellsOfFiles() {
        append(Kind.EXPORT, "MZ", "mz", person);
        chain.append(
                List.of(
                        new Entry(
                                Kind.EXPORT,
                                "GA",
                                "ga",
                                null,
                                "B1",
                                List.of(),
                                List.of("GA01"),
                                List.of(person),
                                Merkle.sha256("batch"),
                                null)));

        assertThat(sentences(null))
                .anySatisfy(text -> assertThat(text).contains("民政局为“事前核对、认定”导出了您的："))
                .anySatisfy(
                        text -> assertThat(text).endsWith("，公安局取回了自己报送而没有入库的数据，其中有您的：户籍人口与户成员。"));
    }

    @Test
    void showsNothingOfOthers() {
        append(Kind.READ, "MZ", "mz", "P-child");
        append(Kind.READ, "MZ", "mz", "P-nobody");

        assertThat(sentences(null)).isEmpty();
    }

    @Test
    void showsAChildsToTheGuardianAndToNobodyElse() {
        for (String subject :
                List.of("P-child", "P-ended", "P-of-age", "P-tomorrow-of-age", "P-spouse")) {
            append(Kind.READ, "MZ", "mz", subject);
        }
        append(Kind.READ, "MZ", "mz", person);

        assertThat(sentences("P-child")).singleElement().asString().contains("查看了您的孩子的：最低生活保障对象");
        assertThat(sentences("P-tomorrow-of-age")).hasSize(1);
        assertThat(sentences("P-of-age")).isEmpty();
        assertThat(sentences("P-ended")).isEmpty();
        assertThat(sentences("P-spouse")).isEmpty();
        assertThat(sentences("P-nobody")).isEmpty();
        assertThat(sentences(person)).isEmpty();
    }

    @Test
    void showsWhatWasWithheldLater() {
        chain.append(
                List.of(
                        entry(
                                Kind.READ,
                                "GA",
                                "ga",
                                List.of(),
                                person,
                                NOW.plus(Duration.ofDays(30)))));
        append(Kind.READ, "MZ", "mz", person);

        assertThat(log(Duration.ofDays(29)).listing(citizen(), null).read(Stretch.start(100)))
                .hasSize(1);
        assertThat(log(Duration.ofDays(30)).listing(citizen(), null).read(Stretch.start(100)))
                .extracting(Access::departmentName)
                .containsExactlyInAnyOrder("民政局", "公安局");
    }

    /** Also what is withheld from one of them is not withheld from the other. */
    @Test
    void showsNobodyWhatStandsBesideOnTheSameSheet() {
        Instant later = CLOCK.instant().plus(Duration.ofDays(30));
        chain.append(
                List.of(
                        entry(Kind.READ, "MZ", "mz", List.of(), person, null),
                        entry(Kind.READ, "GA", "ga", List.of(), "P-child", null),
                        entry(Kind.READ, "CL", "cl", List.of(), person, later),
                        entry(Kind.DENIAL, "YB", "yb", List.of(), "P-child", null)));

        assertThat(graph.query("MATCH (s:Sheet) RETURN count(s)").fetchAs(Long.class).one())
                .contains(1L);
        assertThat(log(Duration.ZERO).listing(citizen(), null).read(Stretch.start(100)))
                .extracting(Access::department)
                .containsExactly("MZ");
        assertThat(log(Duration.ZERO).listing(citizen(), "P-child").read(Stretch.start(100)))
                .extracting(Access::department)
                .containsExactly("YB", "GA");
        assertThat(log(Duration.ofDays(30)).listing(citizen(), null).read(Stretch.start(100)))
                .extracting(Access::department)
                .containsExactly("CL", "MZ");
    }

    @Test
    void isReadPageByPage() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            new AuditLog(
                            graph,
                            statements,
                            Clock.offset(CLOCK, Duration.ofSeconds(i / 2)),
                            sealing,
                            digests)
                    .append(List.of(entry(Kind.READ, "MZ", "mz", List.of(), person, null)));
        }
        Hub mine = new Hub(hub.address());
        Map<String, Object> variables = new HashMap<>();
        variables.put("after", null);
        int pages = 0;
        for (boolean more = true; more; pages++) {
            JsonNode answer =
                    mine.ask(
                            "citizen",
                            "query ($after: String) { accessLog(first: 2, after: $after) { nodes {"
                                    + " id at kind sentence } pageInfo { hasNextPage endCursor } }"
                                    + " }",
                            variables);
            assertThat(answer.at("/errors").isMissingNode()).as("%s", answer).isTrue();
            JsonNode page = answer.at("/data/accessLog");
            page.at("/nodes").forEach(node -> all.add(node.get("id").asString()));
            more = page.at("/pageInfo/hasNextPage").asBoolean();
            variables.put("after", page.at("/pageInfo/endCursor").asString());
        }

        assertThat(pages).isEqualTo(3);
        assertThat(all)
                .containsExactlyElementsOf(
                        Looks.all(graph).reversed().stream()
                                .map(look -> look.text("entry"))
                                .toList());
    }

    @Test
    void isForCitizens() {
        Caller department = new Caller("MZ", "mz", Set.of(Role.SYSTEM), "150900000000", null);

        assertThatThrownBy(
                        () -> log(Duration.ZERO).listing(department, null).read(Stretch.start(1)))
                .isInstanceOf(Problem.class)
                .hasMessage("NOT_ALLOWED");
        assertThat(
                        hub.ask("MZ", "{ accessLog { nodes { id } } }")
                                .at("/errors/0/extensions/code")
                                .asString())
                .isEqualTo("NOT_ALLOWED");
        assertThat(hub.send(hub.as("MZ", "/my/access-log")).statusCode()).isEqualTo(403);
    }

    @Test
    void isAPageThatNeedsNothingElse() {
        chain.append(
                List.of(
                        entry(
                                Kind.DENIAL,
                                "<b>MZ",
                                "mz",
                                List.of("<script>alert(1)</script>"),
                                person,
                                null)));
        Hub mine = new Hub(hub.address());

        HttpResponse<String> page = mine.send(mine.as("citizen", "/my/access-log"));

        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body())
                .contains("谁看过我的信息", "已被拒绝", "&lt;script&gt;alert(1)", "&lt;b&gt;MZ")
                .doesNotContain("<script", "<b>", "http:", "https:", "src=");
        assertThat(mine.send(mine.as("citizen", "/my/access-log?child=P-nobody")).body())
                .contains("谁看过我孩子的信息", "没有记录");
        assertThat(mine.send(mine.as("citizen", "/my/access-log?after=x")).statusCode())
                .isEqualTo(400);
    }
}
