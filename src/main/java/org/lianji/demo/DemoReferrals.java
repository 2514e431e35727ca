package org.lianji.demo;

import org.lianji.monitoring.RunCompletion;
import org.lianji.rounds.MatchingRounds;
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

/**
 * Charities that offer help, and needs that a township's officers have stated of the families on
 * their desk: a pairing in each state.
 */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
@ConditionalOnProperty(name = "lianji.demo.agreements", matchIfMissing = true)
final class DemoReferrals {

    private static final Logger log = LoggerFactory.getLogger(DemoReferrals.class);

    private static final String LEAD = "mz";
    private static final String TOWN = "mz-town";
    private static final String COUNTY = "mz-county";
    private static final String FEDERATION = "charity-a";
    private static final String SOCIAL_WORK = "charity-b";
    private static final String NEWCOMER = "charity-c";

    /** Somebody of the demo city, who manages all three. */
    private static final String MANAGER = "152624198207311100";

    /**
     * Families of the desk that are helped: further down stand warnings of people who have died.
     */
    private static final int FAMILIES = 3;

    private static final int DAYS = 90;
    private static final int QUANTITY = 2;

    private static final String DESK =
            "{ warnings(mine: true, open: true, first: 10) { nodes { basis finding { person } } }"
                    + " }";

    private static final String REGISTER =
            """
            mutation ($name: String!, $certificate: String!, $manager: IdNumber!) {
              registerCharity(input: {name: $name, certificate: $certificate, managers: [$manager]}) { id version }
            }
            """;

    private static final String OFFER =
            """
            mutation ($project: String!, $kind: HelpKind!, $capacity: Int!, $until: Date!) {
              offerHelp(input: {project: $project, kind: $kind, capacity: $capacity, until: $until, regions: ["150900000000"]}) { id }
            }
            """;

    private static final String NEED =
            """
            mutation ($basis: ID!, $person: ID!, $kind: HelpKind!, $quantity: Int!, $until: Date!) {
              stateNeed(input: {basis: $basis, person: $person, kind: $kind, quantity: $quantity, urgency: SOON, hardship: ILLNESS, until: $until}) { id }
            }
            """;

    private static final String PROPOSE =
            "mutation ($need: ID!, $offer: ID!) { proposePairing(input: {need: $need, offer:"
                    + " $offer, note: \"家中人口多，分次送\"}) { id version } }";

    private static final String CONSENT =
            "mutation ($id: ID!, $version: Int!, $until: Date!) { consentToPairing(input: {id: $id,"
                + " version: $version, until: $until, name: \"张大姐\", phone: \"0474-7210000\"}) {"
                + " version } }";

    private static final String DECLINE = DemoSession.input("declinePairing", "");
    private static final String REVOKE = DemoSession.input("revokeConsent", "");
    private static final String CONFIRM = DemoSession.input("confirmHelp", ", satisfaction: 5");
    private static final String ACCEPT = DemoSession.step("acceptPairing", "");
    private static final String START = DemoSession.step("startHelp", "");
    private static final String DELIVER = DemoSession.step("deliverHelp", "");
    private static final String REFUSE =
            DemoSession.step("refusePairing", ", note: \"本月志愿者排满，下月可以\"");

    /** What was done to each of the pairings. */
    private static final List<List<String>> STEPS =
            List.of(
                    List.of(),
                    List.of(DECLINE),
                    List.of(CONSENT),
                    List.of(CONSENT, REFUSE),
                    List.of(CONSENT, REVOKE),
                    List.of(CONSENT, ACCEPT),
                    List.of(CONSENT, ACCEPT, START),
                    List.of(CONSENT, ACCEPT, START, DELIVER),
                    List.of(CONSENT, ACCEPT, START, DELIVER, CONFIRM));

    private final DemoSession session;
    private final DemoNeeds needs;
    private final MatchingRounds rounds;
    private final Clock clock;

    DemoReferrals(DemoSession session, DemoNeeds needs, MatchingRounds rounds, Clock clock) {
        this.session = session;
        this.needs = needs;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Once, and after the officers have some warnings on their desk. */
    @Order(2)
    @EventListener
    void pair(RunCompletion completion) {
        if (!session.ask(FEDERATION, "{ charityOrganisations { nodes { id } } }", Map.of())
                .at("/charityOrganisations/nodes")
                .isEmpty()) {
            return;
        }
        approve(register(FEDERATION, "乌兰察布市慈善总会", "蒙民慈字第0001号"));
        approve(register(SOCIAL_WORK, "兴和县社会工作服务中心", "蒙民社字第0002号"));
        register(NEWCOMER, "化德县志愿服务协会", "蒙民社字第0003号");
        String food = offer(FEDERATION, "暖冬行动", "FOOD", 200);
        String care = offer(SOCIAL_WORK, "邻里照护", "DAILY_CARE", 400);
        JsonNode desk = session.ask(TOWN, DESK, Map.of()).at("/warnings/nodes");
        for (int i = 0; !desk.isEmpty() && i < STEPS.size(); i++) {
            pair(desk.get(i % Math.min(FAMILIES, desk.size())), food, STEPS.get(i));
        }
        if (!desk.isEmpty()) {
            need(desk.get(0), "DAILY_CARE");
        }
        log.info(
                "演示慈善对接：供给 {}、{}，对接 {} 项，各状态均有；公布需求 {} 项",
                food,
                care,
                desk.isEmpty() ? 0 : STEPS.size(),
                needs.publish());
        rounds.run();
    }

    private JsonNode register(String client, String name, String certificate) {
        return session.ask(
                        client,
                        REGISTER,
                        Map.of("name", name, "certificate", certificate, "manager", MANAGER))
                .at("/registerCharity");
    }

    private void approve(JsonNode charity) {
        session.ask(
                LEAD,
                DemoSession.step("approveCharity", ""),
                Map.of(
                        "id",
                        charity.at("/id").asString(),
                        "version",
                        charity.at("/version").asInt()));
    }

    private String offer(String client, String project, String kind, int capacity) {
        return session.ask(
                        client,
                        OFFER,
                        Map.of(
                                "project", project,
                                "kind", kind,
                                "capacity", capacity,
                                "until", last()))
                .at("/offerHelp/id")
                .asString();
    }

    private String last() {
        return LocalDate.now(clock).plusDays(DAYS).toString();
    }

    private String need(JsonNode warning, String kind) {
        return session.ask(
                        TOWN,
                        NEED,
                        Map.of(
                                "basis", warning.at("/basis").asString(),
                                "person", warning.at("/finding/person").asString(),
                                "kind", kind,
                                "quantity", QUANTITY,
                                "until", last()))
                .at("/stateNeed/id")
                .asString();
    }

    /** What the person says is written down by another officer than who proposed it. */
    private static String client(String step) {
        return step.contains("(step:")
                ? FEDERATION
                : step.equals(CONSENT) || step.equals(CONFIRM) ? COUNTY : TOWN;
    }

    private void pair(JsonNode warning, String offer, List<String> steps) {
        JsonNode pairing =
                session.ask(TOWN, PROPOSE, Map.of("need", need(warning, "FOOD"), "offer", offer))
                        .at("/proposePairing");
        session.walk(
                pairing,
                steps,
                DemoReferrals::client,
                step -> step.equals(CONSENT) ? Map.of("until", last()) : Map.of());
    }
}
