package org.lianji.demo;

import org.lianji.monitoring.RunCompletion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/** Parts of the demo's applications that other departments decide, some way on. */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
@ConditionalOnProperty(name = "lianji.demo.agreements", matchIfMissing = true)
final class DemoSpecialAids {

    private static final Logger log = LoggerFactory.getLogger(DemoSpecialAids.class);

    private static final String TOWN = "mz-town";

    private static final String SEND =
            """
            mutation ($case: ID!, $kind: SpecialAidKind!) {
              requestSpecialAid(input: {caseId: $case, kind: $kind, note: "家庭自付支出大，本人一并提出"}) { id version }
            }
            """;

    private static final String RECEIVE = DemoSession.step("receiveSpecialAid", "");
    private static final String GRANT =
            DemoSession.input("grantSpecialAid", ", note: \"符合条件，本年度给予救助\"");
    private static final String REFUSE =
            DemoSession.input("refuseSpecialAid", ", note: \"自付费用没有超过起付线\"");
    private static final String RETURN =
            DemoSession.input("returnSpecialAid", ", note: \"在外地参保，请向参保地提出\"");

    /** The first application of a village, a kind of help, who decides it, and what they did. */
    private record Part(String village, String kind, String department, List<String> steps) {}

    private static final List<Part> PARTS =
            List.of(
                    new Part("150924106009", "MEDICAL", "yb-county", List.of()),
                    new Part("150924106202", "EDUCATION", "jy-county", List.of(RECEIVE)),
                    new Part("150924106203", "HOUSING", "zj-county", List.of(RECEIVE, GRANT)),
                    new Part("150924106007", "MEDICAL", "yb-county", List.of(RECEIVE, REFUSE)),
                    new Part("150924106011", "EMPLOYMENT", "rs-county", List.of(RETURN)));

    private final DemoSession session;

    DemoSpecialAids(DemoSession session) {
        this.session = session;
    }

    /** Once, after the applications that they are parts of; the last of them is given back. */
    @Order(6)
    @EventListener
    void send(RunCompletion completion) {
        if (!session.ask(
                        TOWN,
                        "{ specialAids(state: RETURNED, first: 1) { nodes { id } } }",
                        Map.of())
                .at("/specialAids/nodes")
                .isEmpty()) {
            return;
        }
        PARTS.forEach(this::send);
        log.info("演示专项救助 {} 件，转给各部门", PARTS.size());
    }

    private void send(Part part) {
        JsonNode application =
                session.ask(
                                TOWN,
                                "query ($r: RegionCode!) { cases(region: $r, last: 1) { nodes { id"
                                        + " } } }",
                                Map.of("r", part.village()))
                        .at("/cases/nodes/0/id");
        session.walk(
                session.ask(TOWN, SEND, Map.of("case", application.asString(), "kind", part.kind()))
                        .at("/requestSpecialAid"),
                part.steps(),
                _ -> part.department(),
                _ -> Map.of());
    }
}
