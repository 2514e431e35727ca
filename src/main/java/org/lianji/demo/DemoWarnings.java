package org.lianji.demo;

import org.lianji.monitoring.RunCompletion;
import org.lianji.people.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The first run of the rules over the demo city, and officers of a township who have begun to work
 * on what it found: a warning in each state.
 */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
@ConditionalOnProperty(name = "lianji.demo.agreements", matchIfMissing = true)
final class DemoWarnings {

    private static final Logger log = LoggerFactory.getLogger(DemoWarnings.class);

    private static final String LEAD = "mz";
    private static final String TOWN = "mz-town";
    private static final String COUNTY = "mz-county";

    private static final String CLAIM = step("claimWarning", "");
    private static final String VERIFY = step("beginVerification", "");
    private static final String CONFIRM = step("confirmWarning", "note: \"入户走访，情况属实\"");
    private static final String IMPLEMENT =
            step("disposeWarning", "disposal: IMPLEMENT, note: \"符合条件，协助申请\"");

    private static final String SOME =
            """
            { mine: warnings(mine: true, first: 1) { totalCount }
              warnings(kind: RISK, state: RAISED, first: 50) { totalCount nodes { id version assigned } } }
            """;

    /** What was done to each of the first warnings. */
    private static final List<List<String>> STEPS =
            List.of(
                    List.of(step("pushWarning", "assigned: TOWNSHIP")),
                    List.of(CLAIM),
                    List.of(CLAIM, VERIFY),
                    List.of(
                            CLAIM,
                            VERIFY,
                            step(
                                    "dismissWarning",
                                    "reason: NO_HARDSHIP, note: \"入户核实，子女按月赡养，生活无困难\"")),
                    List.of(CLAIM, VERIFY, CONFIRM),
                    List.of(
                            CLAIM,
                            VERIFY,
                            CONFIRM,
                            step(
                                    "disposeWarning",
                                    "disposal: TRANSFER, transferTo: YB, note:"
                                            + " \"医疗费用负担重，请核查应享待遇\"")),
                    List.of(
                            CLAIM,
                            VERIFY,
                            CONFIRM,
                            IMPLEMENT,
                            step("feedBackWarning", "note: \"已受理低保申请\"")),
                    List.of(
                            CLAIM,
                            VERIFY,
                            CONFIRM,
                            IMPLEMENT,
                            step("feedBackWarning", "note: \"临时救助金已发放\""),
                            step("closeWarning", "")));

    private final DemoSession session;
    private final People people;

    DemoWarnings(DemoSession session, People people) {
        this.session = session;
        this.people = people;
    }

    private static String step(String mutation, String more) {
        return """
        mutation ($id: ID!, $version: Int!) { %s(%s: {id: $id, version: $version%s}) { version } }
        """
                .formatted(mutation, argument(mutation), more.isEmpty() ? "" : ", " + more);
    }

    private static String argument(String mutation) {
        return Stream.of("beginVerification", "confirmWarning", "feedBackWarning", "closeWarning")
                        .anyMatch(mutation::equals)
                ? "step"
                : "input";
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (people.of(DemoBases.TOWNSMAN).isPresent()
                && session.ask(LEAD, "{ monitoringRuns { id } }", Map.of())
                        .at("/monitoringRuns")
                        .isEmpty()) {
            session.ask(LEAD, "mutation { startMonitoringRun(input: {}) { id } }", Map.of());
        }
    }

    /** Once: where the officers have some on their desk they go on by hand. */
    @Order(1)
    @EventListener
    void workOn(RunCompletion completion) {
        JsonNode some = session.ask(TOWN, SOME, Map.of());
        if (some.at("/mine/totalCount").asInt() == 0) {
            List<JsonNode> nodes =
                    some.at("/warnings/nodes")
                            .valueStream()
                            .filter(one -> one.at("/assigned").asString().equals("TOWNSHIP"))
                            .toList();
            for (int i = 0; i < Math.min(STEPS.size(), nodes.size()); i++) {
                workOn(nodes.get(i), STEPS.get(i));
            }
            log.info("演示预警：本镇 {} 条，各状态均有", some.at("/warnings/totalCount").asInt());
        }
    }

    private void workOn(JsonNode warning, List<String> steps) {
        session.walk(
                warning,
                steps,
                step -> step.contains("pushWarning") ? COUNTY : TOWN,
                _ -> Map.of());
    }
}
