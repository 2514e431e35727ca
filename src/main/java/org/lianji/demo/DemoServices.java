package org.lianji.demo;

import org.lianji.monitoring.RunCompletion;
import org.lianji.people.People;
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
 * Services for somebody who needs care: an assessment, a contract of the county, and an order in
 * each of its states; another contract with a provider of services, whose care has begun; and
 * company by a volunteer.
 */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
@ConditionalOnProperty(name = "lianji.demo.agreements", matchIfMissing = true)
final class DemoServices {

    private static final Logger log = LoggerFactory.getLogger(DemoServices.class);

    private static final String COUNTY = "mz-county";
    private static final String SECOND = "mz-county-2";
    private static final String LEAD = "mz";
    private static final String PROVIDER = "charity-b";
    private static final String SELLER = "provider-a";
    private static final String VOLUNTEER = "volunteer-b";

    /** Unified code of {@link #SELLER}. */
    private static final String ENTERPRISE = "91150924MA0000015R";

    /** Somebody of the demo city, who manages {@link #SELLER}. */
    private static final String MANAGER = "152624198207311100";

    /** Unified code of {@link #PROVIDER}. */
    private static final String ORGANISATION = "53150900MJ0000026K";

    /** Somebody of the demo city who lives in the county. */
    private static final String SERVED = "152627197612179507";

    private static final int DAYS = 60;
    private static final int YEAR = 365;

    private static final String BASIS =
            """
            mutation ($n: IdNumber!) {
              openBasis(input: {kind: CASE, purpose: E, reference: "演示6号：服务需求评估", persons: [{idNumber: $n, consentNo: "SQ-DEMO-2"}]}) { id }
            }
            """;

    private static final String ASSESS =
            """
            mutation ($basis: ID!, $person: ID!) {
              assessNeed(input: {basis: $basis, person: $person, assessor: "社工 012", scales: {dailyActivities: 55, housework: 2, company: 2, spirits: 1, mobility: 2, dwelling: 1, skills: 0}}) { id }
            }
            """;

    private static final String REGISTER =
            """
            mutation ($manager: IdNumber!) {
              registerProvider(input: {name: "兴和县安康养老服务有限公司", certificate: "蒙兴市监0004号", managers: [$manager]}) { id version }
            }
            """;

    private static final String COMPANY =
            """
            mutation ($assessment: ID!, $organisation: UnifiedCode!, $until: Date!) {
              orderService(input: {assessment: $assessment, volunteers: $organisation, kind: COMPANY, units: 8, task: "每周陪伴一次", until: $until, note: "演示：各种状态的服务单各一份"}) { id version }
            }
            """;

    private static final String SEND =
            "mutation ($order: ID!, $volunteer: String!) { assignVolunteer(input: {order: $order,"
                    + " volunteer: $volunteer}) { order } }";

    private static final String HOURS =
            "mutation ($order: ID!, $day: Date!) { recordVolunteerHours(input: {order: $order, day:"
                    + " $day, hours: 2}) { hours } }";

    private static final String BUY =
            """
            mutation ($organisation: UnifiedCode!, $starts: Date!, $ends: Date!) {
              drawUpServiceContract(input: {organisation: $organisation, kind: DAILY_CARE, unitPrice: "40.00", units: 500, budget: "20000.00", startsOn: $starts, endsOn: $ends}) { id version }
            }
            """;

    private static final String ORDER =
            """
            mutation ($assessment: ID!, $contract: ID!, $until: Date!) {
              orderService(input: {assessment: $assessment, contract: $contract, kind: DAILY_CARE, units: 4, task: "每周一次上门照护", until: $until, note: "演示：各种状态的服务单各一份"}) { id version }
            }
            """;

    private static final String CONSENT =
            """
            mutation ($id: ID!, $version: Int!, $until: Date!) {
              consentToService(input: {id: $id, version: $version, until: $until, name: "王大爷", phone: "0474-7210001", address: "城关镇东梁社区3号"}) { version }
            }
            """;

    private static final String PLAN =
            "mutation ($id: ID!, $version: Int!, $day: Date!) { scheduleService(input: {id: $id,"
                    + " version: $version, plannedOn: $day}) { version } }";

    private static final String VISIT =
            "mutation ($id: ID!, $version: Int!, $day: Date!) { recordServiceVisit(input: {id:"
                    + " $id, version: $version, day: $day, units: 4, worker: \"W-7\"}) { version }"
                    + " }";

    private static final String SIGN = DemoSession.step("signServiceContract", "");
    private static final String DECLINE = DemoSession.step("declineServiceOrder", "");
    private static final String CANCEL = DemoSession.step("cancelServiceOrder", "");
    private static final String REVOKE = DemoSession.input("revokeServiceConsent", "");
    private static final String ACCEPT = DemoSession.step("acceptServiceOrder", "");
    private static final String REFUSE =
            DemoSession.step("refuseServiceOrder", ", note: \"本周人手不足\"");
    private static final String DELIVER = DemoSession.step("deliverServiceOrder", "");
    private static final String CONFIRM = DemoSession.input("confirmService", ", evaluation: 5");

    /** What was done to each of the orders. */
    private static final List<List<String>> STEPS =
            List.of(
                    List.of(),
                    List.of(DECLINE),
                    List.of(CANCEL),
                    List.of(CONSENT),
                    List.of(CONSENT, REVOKE),
                    List.of(CONSENT, REFUSE),
                    List.of(CONSENT, ACCEPT),
                    List.of(CONSENT, ACCEPT, PLAN),
                    List.of(CONSENT, ACCEPT, PLAN, VISIT, DELIVER),
                    List.of(CONSENT, ACCEPT, PLAN, VISIT, DELIVER, CONFIRM));

    private static final List<String> OF_THE_PROVIDER =
            List.of(ACCEPT, REFUSE, PLAN, VISIT, DELIVER);

    private final DemoSession session;
    private final People people;
    private final Clock clock;

    DemoServices(DemoSession session, People people, Clock clock) {
        this.session = session;
        this.people = people;
        this.clock = clock;
    }

    /** Once, and after the charities have been approved. */
    @Order(5)
    @EventListener
    void serve(RunCompletion completion) {
        if (!session.ask(COUNTY, "{ serviceContracts(first: 1) { nodes { id } } }", Map.of())
                .at("/serviceContracts/nodes")
                .isEmpty()) {
            return;
        }
        approve(session.ask(SELLER, REGISTER, Map.of("manager", MANAGER)).at("/registerProvider"));
        String bought = contract(ENTERPRISE);
        String contract = contract(ORGANISATION);
        String assessment = assessment();
        order(assessment, bought, List.of(CONSENT), SELLER);
        order(assessment, bought, List.of(CONSENT, ACCEPT, PLAN, VISIT), SELLER);
        volunteer(assessment);
        for (List<String> steps : STEPS) {
            order(assessment, contract, steps, PROVIDER);
        }
        log.info("演示服务类救助：评估 1 份、合同 2 份、服务单 {} 份，各状态均有；志愿者 1 人", STEPS.size() + 2 + 1);
    }

    private void approve(JsonNode provider) {
        session.ask(
                LEAD,
                DemoSession.step("approveCharity", ""),
                Map.of(
                        "id",
                        provider.at("/id").asString(),
                        "version",
                        provider.at("/version").asLong()));
    }

    /** Company by a volunteer, who has come once. */
    private void volunteer(String assessment) {
        JsonNode order =
                session.ask(
                                COUNTY,
                                COMPANY,
                                Map.of(
                                        "assessment", assessment,
                                        "organisation", ORGANISATION,
                                        "until", day(DAYS)))
                        .at("/orderService");
        session.walk(
                order, List.of(CONSENT, ACCEPT, PLAN), step -> client(step, PROVIDER), this::more);
        String id = order.at("/id").asString();
        session.ask(PROVIDER, SEND, Map.of("order", id, "volunteer", VOLUNTEER));
        session.ask(VOLUNTEER, HOURS, Map.of("order", id, "day", day(0)));
    }

    private String contract(String organisation) {
        JsonNode drawn =
                session.ask(
                                COUNTY,
                                BUY,
                                Map.of(
                                        "organisation", organisation,
                                        "starts", day(0),
                                        "ends", day(YEAR)))
                        .at("/drawUpServiceContract");
        String id = drawn.at("/id").asString();
        session.ask(SECOND, SIGN, Map.of("id", id, "version", drawn.at("/version").asLong()));
        return id;
    }

    private String assessment() {
        String basis =
                session.ask(COUNTY, BASIS, Map.of("n", SERVED)).at("/openBasis/id").asString();
        return session.ask(
                        COUNTY,
                        ASSESS,
                        Map.of("basis", basis, "person", people.of(SERVED).orElseThrow()))
                .at("/assessNeed/id")
                .asString();
    }

    private void order(String assessment, String contract, List<String> steps, String provider) {
        JsonNode order =
                session.ask(
                                COUNTY,
                                ORDER,
                                Map.of(
                                        "assessment", assessment,
                                        "contract", contract,
                                        "until", day(DAYS)))
                        .at("/orderService");
        session.walk(order, steps, step -> client(step, provider), this::more);
    }

    private Map<String, Object> more(String step) {
        if (step.equals(CONSENT)) {
            return Map.of("until", day(DAYS));
        }
        return step.contains("$day") ? Map.of("day", day(0)) : Map.of();
    }

    /** What the person says is written down by another officer than who ordered it. */
    private static String client(String step, String provider) {
        if (OF_THE_PROVIDER.contains(step)) {
            return provider;
        }
        return step.equals(CANCEL) ? COUNTY : SECOND;
    }

    private String day(int ahead) {
        return LocalDate.now(clock).plusDays(ahead).toString();
    }
}
