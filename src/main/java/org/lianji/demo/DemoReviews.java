package org.lianji.demo;

import org.lianji.monitoring.RunCompletion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A family of the demo whose help was cut after it was heard, and that is still to be told so in
 * writing ({@code noticeAwardChange}).
 */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
@ConditionalOnProperty(name = "lianji.demo.agreements", matchIfMissing = true)
final class DemoReviews {

    private static final Logger log = LoggerFactory.getLogger(DemoReviews.class);

    private static final String TOWN = "mz-town";
    private static final String COUNTY = "mz-county";
    private static final String SECOND = "mz-county-2";

    /** Somebody of the demo city whom nobody helps, and the village where they live. */
    static final String RECIPIENT = "152627198003219774";

    static final String VILLAGE = "150924106008";

    private static final String SUBMIT =
            """
            mutation ($idNumber: IdNumber!, $region: RegionCode!) {
              submitCase(input: {kind: MINIMUM_LIVING, idNumber: $idNumber, region: $region, channel: VILLAGE, consentNo: "SQ-DEMO", statement: "长期患病，没有劳动收入"}) { id version }
            }
            """;

    private static final String CONFIRM =
            """
            mutation ($id: ID!, $version: Int!, $members: [IdNumber!]!) {
              confirmCase(input: {id: $id, version: $version, monthlyAmount: "500.00", area: RURAL, reviewCycle: MONTHS_6, members: $members, reason: "按入户所见核定"}) { version }
            }
            """;

    private static final List<String> TO_THE_NOTICE =
            List.of(
                    DemoSession.step("acceptCase", ""),
                    DemoSession.input(
                            "recordSurvey", ", surveyors: [\"王建国\", \"李秀英\"], note: \"独居，靠邻里接济\""),
                    DemoSession.input("checkMeans", ""),
                    DemoSession.input("stateOpinion", ", favourable: true, note: \"符合条件，拟给予\""),
                    DemoSession.step("noticeCase", ""));

    private static final String REPORT =
            DemoSession.step("reportCase", ", note: \"已在村务公开栏张贴纸质公示七日，无异议\"");

    /** No demo waits for a week until its first notice is over. */
    private static final String LAST_WEEK =
            """
            MATCH (:Case {id: $case})<-[:OF]-(d:Deadline {code: 'DB_NOTICE'})
            SET d.startedOn = d.startedOn - duration({days: 7}), d.due = d.due - duration({days: 7}), d.running = d.due
            """;

    private static final String BEGIN =
            "mutation ($case: ID!) { beginAwardReview(input: {caseId: $case}) { id version } }";

    private static final String CHECK = DemoSession.input("checkAwardReview", "");
    private static final String HEAR =
            DemoSession.input("recordHearing", ", note: \"本人到场，说明儿子已按月给付赡养费\"");
    private static final String DECIDE =
            DemoSession.input("decideAwardReview", ", note: \"儿子已就业并按月赡养，照提出的意见办\"");

    private static final List<String> REVIEW =
            List.of(
                    CHECK,
                    DemoSession.input(
                            "proposeAwardChange",
                            ", outcome: CHANGED, amount: \"300.00\", note: \"儿子已就业，按月赡养\""),
                    DemoSession.step("openHearing", ""),
                    HEAR,
                    DECIDE);

    private static final Set<String> BY_COUNTY = Set.of("checkMeans", "confirmCase");

    private final DemoSession session;
    private final Neo4jClient graph;

    DemoReviews(DemoSession session, Neo4jClient graph) {
        this.session = session;
        this.graph = graph;
    }

    /** Once, after the applications. */
    @Order(7)
    @EventListener
    void review(RunCompletion completion) {
        if (session.ask(
                        TOWN,
                        "{ awardReviews(state: DECIDED, first: 1) { nodes { id } } }",
                        Map.of())
                .at("/awardReviews/nodes")
                .isEmpty()) {
            cut();
        }
    }

    void cut() {
        JsonNode one =
                session.ask(TOWN, SUBMIT, Map.of("idNumber", RECIPIENT, "region", VILLAGE))
                        .at("/submitCase");
        walk(one, TO_THE_NOTICE);
        String id = one.at("/id").asString();
        graph.query(LAST_WEEK).bind(id).to("case").run();
        walk(newest(id), List.of(REPORT, CONFIRM));
        session.walk(
                session.ask(TOWN, BEGIN, Map.of("case", id)).at("/beginAwardReview"),
                REVIEW,
                step ->
                        step.equals(DECIDE)
                                ? SECOND
                                : step.equals(CHECK) || step.equals(HEAR) ? COUNTY : TOWN,
                _ -> Map.of());
        log.info("演示复核一件：已决定减发，待书面告知");
    }

    private void walk(JsonNode one, List<String> steps) {
        session.walk(
                one,
                steps,
                step -> BY_COUNTY.stream().anyMatch(step::contains) ? COUNTY : TOWN,
                step -> step.equals(CONFIRM) ? Map.of("members", List.of(RECIPIENT)) : Map.of());
    }

    private JsonNode newest(String id) {
        return session.ask(
                        TOWN, "query ($id: ID!) { case(id: $id) { id version } }", Map.of("id", id))
                .at("/case");
    }
}
