package org.lianji.bases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.bases.Matter.code;
import static org.lianji.bases.Matter.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.audit.Kind;
import org.lianji.people.People;
import org.lianji.platform.Reason;
import org.lianji.proof.Looks;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** An emergency ends in a verdict, by somebody else and in time, or there is no other. */
@HubTest
@Import(MovingClock.class)
@TestPropertySource(properties = "lianji.emergency.drawn=0.5")
class EmergenciesIT {

    private static final String NOTE = "当时并无紧急情形，已约谈经办人";

    @Autowired Hub hub;
    @Autowired Neo4jClient graph;
    @Autowired People people;
    @Autowired TestClock clock;

    private Matter matter;

    @BeforeEach
    void thursday() {
        clock.set(Instant.parse("2026-11-26T02:00:00Z"));
        people.ensure(Set.of(people.identity(Matter.CITIZEN)));
        matter = new Matter(hub);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B",
                "\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164",
                "\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800\u2800",
                "。。。。。。。。。。。。",
                "------------",
                "啊啊啊啊啊啊啊啊啊啊啊啊",
                "aAａAaAaAaAaA",
                "急！！！！！！！！！！！",
                "救急救急救急救急救急救急"
            })
    void needAReasonThatSaysSomething(String reason) {
        assertThat(code(matter.brokenGlassFor("YJ-TOWN", reason))).isEqualTo("SAYS_NOTHING");
        assertThat(matter.listed("YJ-TOWN", "")).isEmpty();
    }

    @Test
    void tellThePersonHowTheyWereJudgedAndWhy() {
        String id = matter.emergency("YJ-TOWN", Reviewer.HEAD).at("/id").asString();
        assertThat(matter.told().getFirst())
                .as("nothing was looked at yet")
                .contains("应急管理局以紧急情况为由开启了对您的信息的紧急查阅");
        clock.advance(Duration.ofMinutes(1));

        JsonNode judged =
                done(matter.judged("YJ-HEAD", id, "UNJUSTIFIED", NOTE), "reviewEmergency");

        assertThat(judged.at("/verdict").asString()).isEqualTo("UNJUSTIFIED");
        assertThat(judged.at("/verdictNote").asString()).isEqualTo(NOTE);
        assertThat(judged.at("/closed").isNull()).isFalse();
        assertThat(matter.told().getFirst())
                .startsWith("2026年11月26日10时01分，应急管理局审查了以紧急查阅方式查看您的信息的事项，结论：不应查阅，移交处理。")
                .endsWith("理由：" + NOTE + "。");
        assertThat(Looks.all(graph, Kind.REVIEW))
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.text("act")).isEqualTo("UNJUSTIFIED");
                            assertThat(entry.text("client")).isEqualTo("yj-head");
                            assertThat(entry.text("basis")).isEqualTo(id);
                            assertThat(entry.saw()).hasSize(1);
                            assertThat(entry.entry().toString()).doesNotContain(NOTE);
                        });
    }

    /** The chain has the digest of the reason. */
    @Test
    void tellWhereTheReasonOfTheVerdictWasChanged() {
        String id = matter.emergency("YJ-TOWN", Reviewer.HEAD).at("/id").asString();
        clock.advance(Duration.ofMinutes(1));
        matter.judged("YJ-HEAD", id, "JUSTIFIED", NOTE);
        graph.query("MATCH (b:Basis) SET b.note = '另一个理由'").run();

        assertThat(matter.told().getFirst())
                .contains("结论：确属紧急。理由的原文与链上留存的不符")
                .doesNotContain("另一个理由");
    }

    @Test
    void areJudgedByTheHeadOfTheDepartmentAndNobodyElse() {
        String id = matter.emergency("YJ-TOWN", Reviewer.HEAD).at("/id").asString();

        assertThat(code(matter.judged("YJ-TOWN", id, "JUSTIFIED", NOTE))).isEqualTo("NOT_ALLOWED");
        assertThat(code(matter.judged("YJ-COUNTY", id, "JUSTIFIED", NOTE)))
                .isEqualTo("NOT_ALLOWED");
        assertThat(code(matter.judged("YJ", id, "JUSTIFIED", NOTE))).isEqualTo("NOT_ALLOWED");
        for (String other : new String[] {"MZ-HEAD", "GA-HEAD", "auditor"}) {
            assertThat(
                            matter.judged(other, id, "JUSTIFIED", NOTE)
                                    .at("/data/reviewEmergency")
                                    .isNull())
                    .as(other)
                    .isTrue();
        }
        done(matter.judged("YJ-HEAD", id, "JUSTIFIED", NOTE), "reviewEmergency");
        assertThat(code(matter.judged("YJ-HEAD", id, "UNJUSTIFIED", NOTE)))
                .isEqualTo("ALREADY_REVIEWED");
        assertThat(Looks.all(graph, Kind.REVIEW)).hasSize(1);
    }

    @Test
    void goWhereDrawnToTheHeadOfTheLeadDepartment() {
        String id = matter.emergency("YJ-TOWN", Reviewer.LEAD).at("/id").asString();

        assertThat(code(matter.judged("YJ-HEAD", id, "JUSTIFIED", NOTE)))
                .isEqualTo("REVIEWED_BY_ANOTHER");
        assertThat(matter.listed("MZ-HEAD", "(awaitingReview: true)")).contains(id);
        assertThat(matter.seen("MZ-HEAD", id).at("/reference").asString()).contains("昏迷");
        done(matter.judged("MZ-HEAD", id, "JUSTIFIED", NOTE), "reviewEmergency");
    }

    @Test
    void ofTheLeadDepartmentGoWhereDrawnToTheAuditor() {
        String id = matter.emergency("MZ-TOWN", Reviewer.AUDITOR).at("/id").asString();

        assertThat(code(matter.judged("MZ-HEAD", id, "JUSTIFIED", NOTE)))
                .isEqualTo("REVIEWED_BY_ANOTHER");
        assertThat(matter.listed("auditor", "(awaitingReview: true)")).contains(id);
        clock.advance(Duration.ofMinutes(1));
        done(matter.judged("auditor", id, "UNJUSTIFIED", NOTE), "reviewEmergency");
        assertThat(matter.told().getFirst()).contains("结论：不应查阅", NOTE);
    }

    @Test
    void areDueInThreeWorkingDays() {
        JsonNode opened = matter.emergency("YJ-TOWN", Reviewer.HEAD);

        assertThat(opened.at("/reviewDue").asString()).as("Tuesday").isEqualTo("2026-12-01");
        assertThat(opened.at("/reviewDueProvisional").asBoolean()).isFalse();
        assertThat(opened.at("/reviewOverdue").asBoolean()).isFalse();
    }

    @Test
    void thatNobodyJudgedInTimeLockTheClientsFurtherOnesUntilSomebodyDoes() {
        String id = matter.emergency("YJ-TOWN", Reviewer.HEAD).at("/id").asString();
        clock.set(Instant.parse("2026-12-01T15:59:00Z"));
        String second = done(matter.brokenGlass("YJ-TOWN"), "breakGlass").at("/id").asString();
        clock.set(Instant.parse("2026-12-01T16:01:00Z"));
        matter.judged("YJ-HEAD", second, "JUSTIFIED", NOTE);
        matter.judged("MZ-HEAD", second, "JUSTIFIED", NOTE);

        JsonNode refused = matter.brokenGlass("YJ-TOWN");

        assertThat(code(refused)).isEqualTo("EMERGENCY_REVIEW_OVERDUE");
        assertThat(refused.toString()).contains(id);
        assertThat(Looks.all(graph, Kind.DENIAL))
                .singleElement()
                .satisfies(denial -> assertThat(denial.saw()).isEmpty());
        assertThat(matter.seen("YJ-TOWN", id).at("/reviewOverdue").asBoolean()).isTrue();
        done(matter.brokenGlass("YJ-COUNTY"), "breakGlass");

        graph.query("MATCH (b:Basis {client: 'yj-town'}) RETURN b.id")
                .fetchAs(String.class)
                .all()
                .forEach(
                        each -> {
                            matter.judged("YJ-HEAD", each, "JUSTIFIED", NOTE);
                            matter.judged("MZ-HEAD", each, "JUSTIFIED", NOTE);
                        });
        done(matter.brokenGlass("YJ-TOWN"), "breakGlass");
    }

    @Test
    void areWatchedByTheLeadDepartmentAndTheAuditor() {
        matter.emergency("YJ-TOWN", Reviewer.HEAD);
        clock.advance(Duration.ofDays(6));
        String judged = matter.emergency("WJ-TOWN", Reviewer.HEAD).at("/id").asString();
        matter.judged("WJ-HEAD", judged, "UNJUSTIFIED", NOTE);
        long ofYj = count("YJ");
        long ofWj = count("WJ");

        for (String watch : new String[] {"MZ", "MZ-HEAD", "auditor"}) {
            assertThat(overdue(watch).size()).as(watch).isEqualTo((int) ofYj);
            assertThat(figures(watch).toString())
                    .as(watch)
                    .isEqualTo(
                            ("[{\"department\":\"WJ\",\"opened\":%d,\"justified\":0,\"unjustified\":1,\"awaiting\":%d,\"overdue\":0},"
                                 + "{\"department\":\"YJ\",\"opened\":%d,\"justified\":0,\"unjustified\":0,\"awaiting\":%d,\"overdue\":%d}]")
                                    .formatted(ofWj, ofWj - 1, ofYj, ofYj, ofYj));
        }
        assertThat(overdue("YJ-HEAD").at("/0").toString())
                .contains("\"department\":\"YJ\"", "\"due\":\"2026-12-01\"")
                .doesNotContain("昏迷");
        assertThat(overdue("WJ-HEAD").size()).isZero();
        assertThat(figures("WJ").size()).isEqualTo(1);
        assertThat(code(hub.ask("YJ-TOWN", "{ overdueEmergencies { nodes { basis } } }")))
                .isEqualTo("NOT_ALLOWED");
    }

    /** Nobody is late by a day that nobody knows yet. */
    @Test
    void areNotRefusedWhereTheNextNoticeIsNotOut() {
        clock.set(Instant.parse("2060-12-27T02:00:00Z"));

        JsonNode opened = matter.emergency("YJ-TOWN", Reviewer.HEAD);
        clock.advance(Duration.ofDays(30));

        assertThat(opened.at("/reviewDue").asString()).isEqualTo("2060-12-30");
        assertThat(opened.at("/reviewDueProvisional").asBoolean()).isTrue();
        assertThat(overdue("MZ").size()).isZero();
        done(matter.brokenGlass("YJ-TOWN"), "breakGlass");
    }

    @Test
    void areToldToThePersonWhenTheyAreClosed() {
        JsonNode opened = matter.emergency("YJ-TOWN", Reviewer.HEAD);
        String id = opened.at("/id").asString();
        matter.look("YJ-TOWN", new Reason("D", id));
        clock.advance(Duration.ofMinutes(1));

        done(matter.step("YJ-TOWN", "closeBasis", id), "closeBasis");
        done(matter.step("YJ-TOWN", "closeBasis", id), "closeBasis");

        assertThat(matter.told().getFirst()).contains("应急管理局为“急难救助”登记的、涉及您的信息的事项已办结");
        assertThat(Looks.all(graph, Kind.GRANT)).hasSize(1);
        assertThat(code(matter.look("YJ-TOWN", new Reason("D", id))))
                .isEqualTo("BASIS_NOT_IN_FORCE");
    }

    private long count(String department) {
        return graph.query("MATCH (b:Basis {department: $d}) RETURN count(b)")
                .bind(department)
                .to("d")
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }

    private JsonNode overdue(String client) {
        return hub.ask(
                        client,
                        "{ overdueEmergencies { nodes { basis department due reviewer } } }",
                        Map.of())
                .at("/data/overdueEmergencies/nodes");
    }

    private JsonNode figures(String client) {
        return hub.ask(
                        client,
                        "{ emergencyFigures { department opened justified unjustified awaiting"
                                + " overdue } }",
                        Map.of())
                .at("/data/emergencyFigures");
    }
}
