package org.lianji.demo;

import org.lianji.catalogue.Purpose;
import org.lianji.monitoring.RunCompletion;
import org.lianji.people.People;
import org.lianji.platform.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A clue about a family on the allowance, and what the visit found to have changed of it: a change
 * in each state.
 */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
@ConditionalOnProperty(name = "lianji.demo.agreements", matchIfMissing = true)
final class DemoHouseholds {

    private static final Logger log = LoggerFactory.getLogger(DemoHouseholds.class);

    private static final String TOWN = "mz-town";
    private static final String COUNTY = "mz-county";

    /** Somebody of the demo city who is helped with their family, and three of it. */
    private static final String HEAD = "152627197402122430";

    private static final String WIFE = "152627197304181525";
    private static final String DAUGHTER = "152626200204073429";
    private static final String SON = "150924200512123813";

    private static final String SOME = "{ householdChanges(first: 1) { nodes { id } } }";

    private static final String TELL =
            """
            mutation ($n: IdNumber!) {
              reportClue(input: {what: "这家的女儿已出嫁，家里人口有变", region: "150924106013", idNumber: $n}) { id }
            }
            """;

    private static final String NEWEST = "{ clues(first: 1) { nodes { id version } } }";

    private static final String TAKE =
            "mutation ($id: ID!, $version: Int!) { acceptClue(input: {id: $id, version: $version})"
                    + " { basis } }";

    private static final String VISIT =
            """
            mutation ($clue: ID!, $day: Date!) {
              recordVisit(input: {clue: $clue, day: $day, visitors: ["王芳", "巴特尔"], findings: {living: SOUND, income: COVERS_NEEDS, illness: NONE, care: NONE, asks: []}}) { id }
            }
            """;

    private static final String FAMILY =
            """
            query ($n: IdNumber!) { person(idNumber: $n) { memberships { household { id kind } } } }
            """;

    private static final String REPORT =
            """
            mutation ($visit: ID!, $household: ID!, $person: ID!) {
              reportHouseholdChange(input: {visit: $visit, household: $household, kind: LEFT, person: $person, reason: "家人说已不在家里住"}) { id version }
            }
            """;

    private static final String CONFIRM = DemoSession.step("confirmHouseholdChange", "");
    private static final String DECLINE =
            DemoSession.step("declineHouseholdChange", ", note: \"住院治疗，仍是共同生活的家庭成员\"");
    private static final String WITHDRAW =
            DemoSession.step("withdrawHouseholdChange", ", note: \"看错了门牌\"");

    private final DemoSession session;
    private final People people;
    private final Clock clock;

    DemoHouseholds(DemoSession session, People people, Clock clock) {
        this.session = session;
        this.people = people;
        this.clock = clock;
    }

    /** Once, where the family is there and helped. */
    @Order(7)
    @EventListener
    void change(RunCompletion completion) {
        if (people.of(HEAD).isEmpty()
                || !session.ask(COUNTY, SOME, Map.of()).at("/householdChanges/nodes").isEmpty()) {
            return;
        }
        session.ask(TOWN, TELL, Map.of("n", HEAD));
        JsonNode clue = session.ask(TOWN, NEWEST, Map.of()).at("/clues/nodes/0");
        String id = clue.at("/id").asString();
        String basis =
                session.ask(TOWN, TAKE, Map.of("id", id, "version", clue.at("/version").asInt()))
                        .at("/acceptClue/basis")
                        .asString();
        String visit =
                session.ask(TOWN, VISIT, Map.of("clue", id, "day", LocalDate.now(clock).toString()))
                        .at("/recordVisit/id")
                        .asString();
        household(basis)
                .ifPresent(
                        home -> {
                            report(visit, home, WIFE, List.of(WITHDRAW));
                            report(visit, home, WIFE, List.of(DECLINE));
                            report(visit, home, DAUGHTER, List.of(CONFIRM));
                            report(visit, home, SON, List.of());
                            log.info("演示家庭成员变动 4 件，各状态均有");
                        });
    }

    /** {@return the household of living together} */
    private Optional<String> household(String basis) {
        return session.ask(TOWN, new Reason(Purpose.C.name(), basis), FAMILY, Map.of("n", HEAD))
                .at("/person/memberships")
                .valueStream()
                .map(one -> one.at("/household"))
                .filter(one -> one.at("/kind").asString().equals("LIVING_TOGETHER"))
                .map(one -> one.at("/id").asString())
                .findFirst();
    }

    private void report(String visit, String household, String member, List<String> steps) {
        JsonNode change =
                session.ask(
                                TOWN,
                                REPORT,
                                Map.of(
                                        "visit", visit,
                                        "household", household,
                                        "person", people.of(member).orElseThrow()))
                        .at("/reportHouseholdChange");
        session.walk(change, steps, step -> step.equals(WITHDRAW) ? TOWN : COUNTY, _ -> Map.of());
    }
}
