package org.lianji.demo;

import org.lianji.monitoring.RunCompletion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Applications of families of a township for the minimum living allowance, and of one that has it
 * for relief, some way on.
 */
@Component
@ConditionalOnProperty(name = "lianji.mode", havingValue = "demo")
@ConditionalOnProperty(name = "lianji.demo.agreements", matchIfMissing = true)
final class DemoCases {

    private static final Logger log = LoggerFactory.getLogger(DemoCases.class);

    private static final String TOWN = "mz-town";
    private static final String COUNTY = "mz-county";

    private static final String SUBMIT =
            """
            mutation ($kind: AssistanceKind!, $cause: TemporaryReliefCause, $idNumber: IdNumber!, $region: RegionCode!) {
              submitCase(input: {kind: $kind, cause: $cause, idNumber: $idNumber, region: $region, channel: WINDOW, consentNo: "SQ-DEMO", statement: "家庭收入不足以维持基本生活"}) { id version }
            }
            """;

    private static final String ASK =
            DemoSession.input("askForCaseMaterial", ", note: \"请补充土地流转合同\"");
    private static final String ACCEPT = DemoSession.step("acceptCase", "");
    private static final String SURVEY =
            DemoSession.input(
                    "recordSurvey", ", surveyors: [\"民政助理王建国\", \"网格员李秀英\"], note: \"住房简陋，无劳动收入\"");
    private static final String CHECK = DemoSession.input("checkMeans", "");
    private static final String OPINE =
            DemoSession.input("stateOpinion", ", favourable: true, note: \"符合条件，拟给予\"");
    private static final String DISADVISE =
            DemoSession.input("stateOpinion", ", favourable: false, note: \"收入超过标准，拟不给予\"");
    private static final String NOTICE = DemoSession.step("noticeCase", "");

    private static final String REPORT = DemoSession.step("reportCase", "");
    private static final String REFUSE =
            DemoSession.input("refuseCase", ", note: \"家庭人均收入高于当地低保标准\"");
    private static final String TELL =
            DemoSession.step("noticeRefusal", ", note: \"书面告知书已送达本人，有送达回证\"");

    private static final Set<String> BY_COUNTY = Set.of(CHECK, REFUSE);

    /** A cadre whose spouse is the second who applies. */
    private static final String CADRE = "152634198105208586";

    private static final String REGISTER =
            """
            mutation ($idNumber: IdNumber!) {
              registerWorker(input: {department: MZ, client: "mz-village", idNumber: $idNumber, post: VILLAGE_CADRE, region: "150924106001"}) { id }
            }
            """;

    private static final String OBJECT =
            """
            mutation ($case: ID!) {
              recordDecisionObjection(input: {caseId: $case, note: "医药费没有从收入中扣除"}) { id }
            }
            """;

    /** Somebody of the demo city who applies, and what was done since. */
    private record Application(String idNumber, String village, List<String> steps) {

        Map<String, Object> who() {
            return Map.of("idNumber", idNumber, "region", village);
        }
    }

    private static final List<Application> APPLICATIONS =
            List.of(
                    new Application("152627196211115006", "150924106009", List.of()),
                    new Application("152627197710115398", "150924106011", List.of(ASK)),
                    new Application("152627197612179507", "150924106202", List.of(ACCEPT, SURVEY)),
                    new Application(
                            "15262719640315865X",
                            "150924106203",
                            List.of(ACCEPT, SURVEY, CHECK, OPINE, NOTICE)),
                    new Application(
                            "152627194109216776",
                            "150924106007",
                            List.of(ACCEPT, SURVEY, CHECK, DISADVISE, REPORT, REFUSE)));

    /** Whether the first of them was taken in; who looks round meanwhile may apply, too. */
    private static final String FIRST =
            "{ cases(region: \"%s\", first: 1) { nodes { id } } }"
                    .formatted(APPLICATIONS.getFirst().village());

    /** Who was refused, was told so in writing, and objects. */
    private static final Application OBJECTOR =
            new Application(
                    "152627196510014870",
                    "150924106011",
                    List.of(ACCEPT, SURVEY, CHECK, DISADVISE, REPORT, REFUSE, TELL));

    /** Whose family has the allowance, and has had to pay for treatment. */
    private static final Application ILL =
            new Application(
                    "152627197909062190",
                    "150924106014",
                    List.of(ACCEPT, SURVEY, CHECK, OPINE, NOTICE));

    private static final Map<String, Object> ALLOWANCE = Map.of("kind", "MINIMUM_LIVING");
    private static final Map<String, Object> RELIEF =
            Map.of("kind", "EXPENDITURE_RELIEF", "cause", "ILLNESS");

    private final DemoSession session;

    DemoCases(DemoSession session) {
        this.session = session;
    }

    /** Once, when the city has been looked at for the first time. */
    @Order(3)
    @EventListener
    void apply(RunCompletion completion) {
        if (!session.ask(TOWN, FIRST, Map.of()).at("/cases/nodes").isEmpty()) {
            return;
        }
        session.ask(COUNTY, REGISTER, Map.of("idNumber", CADRE));
        APPLICATIONS.forEach(one -> apply(one, ALLOWANCE));
        session.ask(TOWN, OBJECT, Map.of("case", apply(OBJECTOR, ALLOWANCE)));
        apply(ILL, RELIEF);
        log.info("演示救助申请 {} 件，各在一个环节", APPLICATIONS.size() + 2);
    }

    /** {@return its identifier} */
    private String apply(Application application, Map<String, Object> what) {
        Map<String, Object> input = new HashMap<>(application.who());
        input.putAll(what);
        JsonNode one = session.ask(TOWN, SUBMIT, input).at("/submitCase");
        session.walk(
                one,
                application.steps(),
                step -> BY_COUNTY.contains(step) ? COUNTY : TOWN,
                _ -> Map.of());
        return one.at("/id").asString();
    }
}
