package org.lianji.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.agreements.AgreementsInForce;
import org.lianji.decision.Rule.Reasoned;
import org.lianji.people.IdentityHash;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ways known from elsewhere to learn what rules on fields and rows should hide. */
@HubTest
class AttacksIT {

    private static final Reasoned CASE = new Reasoned(Hamlet.CIVIL, "C", Hamlet.CASE);
    private static final Reasoned OTHERS = new Reasoned(Hamlet.CIVIL, "C", Hamlet.OTHERS_CASE);
    private static final Reasoned PLAN = new Reasoned(Hamlet.CIVIL, "C", Hamlet.PLAN);

    @Autowired Hub hub;
    @Autowired Driver driver;
    @Autowired IdentityHash hash;
    @Autowired AgreementsInForce agreements;
    @Autowired Clock clock;

    private Stage stage;
    private World world;
    private LocalDate today;

    @BeforeEach
    void hamlet() {
        stage = new Stage(hub, driver, hash, agreements, clock);
        world = Hamlet.world(stage.now());
        today = world.today();
        stage.set(world, List.of());
    }

    @Test
    void aConditionOnAnItemThatIsNotGrantedIsRefusedHoweverDeepItLies() {
        agreed(Hamlet.deal(today, "YB", 3, Set.of(), "YB03.threshold"));
        for (String where :
                List.of(
                        "{selfPayTotal: {gt: \"1.00\"}}",
                        "{selfPayTotal: {isNull: true}}",
                        "{not: {selfPayTotal: {eq: \"1.00\"}}}",
                        "{or: [{threshold: {gt: \"1.00\"}}, {and: [{not: {selfPayTotal: {isNull:"
                                + " false}}}]}]}",
                        "{and: [{or: [{selfPayTotal: {in: []}}]}]}")) {
            assertThat(
                            code(
                                    ask(
                                            PLAN,
                                            warnings(
                                                    "where: {medicalCostWarning: %s}"
                                                            .formatted(where)))))
                    .as(where)
                    .isEqualTo("ITEM_NOT_GRANTED");
        }
    }

    @Test
    void anOrderByAnItemThatIsNotGrantedIsRefused() {
        agreed(Hamlet.deal(today, "YB", 3, Set.of(), "YB03.threshold"));

        assertThat(code(ask(PLAN, warnings("orderBy: {medicalCostWarning: {selfPayTotal: ASC}}"))))
                .isEqualTo("ITEM_NOT_GRANTED");
    }

    @Test
    void aMaskedItemCanNeitherBeComparedNorOrderedBy() {
        agreed(Hamlet.deal(today, "YB", 2, Set.of(), "YB03.threshold", "YB03.selfPayTotal"));

        assertThat(texts(ask(PLAN, warnings("first: 9")), "selfPayTotal"))
                .containsExactlyInAnyOrder("10000.00", "50000.00", "50000.00", "null");
        assertThat(
                        code(
                                ask(
                                        PLAN,
                                        warnings(
                                                "where: {medicalCostWarning: {selfPayTotal: {gt:"
                                                        + " \"1.00\"}}}"))))
                .isEqualTo("ITEM_NOT_GRANTED");
        assertThat(code(ask(PLAN, warnings("orderBy: {medicalCostWarning: {selfPayTotal: DESC}}"))))
                .isEqualTo("ITEM_NOT_GRANTED");
    }

    @Test
    void anItemThatShowsForSomeCountsAsEmptyForTheOthers() {
        agreed(
                Hamlet.deal(today, "YB", 3, Set.of(), "YB03.threshold"),
                Hamlet.deal(today, "YB", 4, Set.of(Places.COUNTY), "YB03.selfPayTotal"));

        assertThat(
                        texts(
                                ask(
                                        PLAN,
                                        warnings(
                                                "where: {medicalCostWarning: {selfPayTotal: {gt:"
                                                        + " \"1.00\"}}}")),
                                "threshold"))
                .containsExactly("5000.00");
        assertThat(
                        texts(
                                ask(
                                        PLAN,
                                        warnings(
                                                "where: {medicalCostWarning: {selfPayTotal:"
                                                        + " {isNull: true}}}")),
                                "threshold"))
                .containsExactly("6000.00", "7000.00", "8000.00");
        assertThat(
                        texts(
                                ask(
                                        PLAN,
                                        warnings(
                                                "where: {medicalCostWarning: {not: {selfPayTotal:"
                                                        + " {gt: \"60000.00\"}}}}")),
                                "threshold"))
                .containsExactly("5000.00", "6000.00", "7000.00", "8000.00");
    }

    @Test
    void anOrderTellsNothingOfValuesThatDoNotShow() {
        agreed(
                Hamlet.deal(today, "YB", 3, Set.of(), "YB03.threshold"),
                Hamlet.deal(today, "YB", 4, Set.of(Places.COUNTY), "YB03.selfPayTotal"));

        Map<String, List<String>> byNumber =
                Map.of(
                        "ASC", List.of("5000.00", "6000.00", "7000.00", "8000.00"),
                        "DESC", List.of("5000.00", "8000.00", "7000.00", "6000.00"));
        for (String direction : byNumber.keySet()) {
            String order = "orderBy: {medicalCostWarning: {selfPayTotal: %s}}".formatted(direction);
            assertThat(texts(ask(PLAN, warnings(order)), "threshold"))
                    .isEqualTo(byNumber.get(direction));
            String cursors =
                    ask(
                            PLAN,
                            "{ records(category: YB03, %s) { edges { cursor } } }"
                                    .formatted(order));
            assertThat(Canaries.in(cursors, Set.of("7300000", "5200000"))).isEmpty();
        }
    }

    @Test
    void aPageDoesNotTellThatHiddenRowsFollow() {
        String page =
                "{ records(category: YB03, first: 2) { nodes { id } pageInfo { hasNextPage } } }";
        agreed(Hamlet.deal(today, "YB", 3, Set.of(), "YB03.threshold"));
        assertThat(json(ask(PLAN, page)).at("/data/records/pageInfo/hasNextPage").asBoolean())
                .isTrue();

        agreed(Hamlet.deal(today, "YB", 3, Set.of(Places.COUNTY), "YB03.threshold"));
        JsonNode answer = json(ask(PLAN, page));
        assertThat(answer.at("/data/records/nodes").size()).isEqualTo(1);
        assertThat(answer.at("/data/records/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void aliasesAndFragmentsShowNoMoreThanTheItem() {
        agreed(Hamlet.deal(today, "YB", 3, Set.of(), "YB03.threshold"));
        String id = Hamlet.recordOf(world, "YB03", Hamlet.GRANDMOTHER);

        JsonNode answer =
                json(
                        ask(
                                CASE,
                                """
                                { node(id: "%s") {
                                  ... on Node { ... on MedicalCostWarning { a: selfPayTotal b: selfPayTotal threshold } }
                                  ... on Record { personName ... on MedicalCostWarning { c: selfPayTotal exceeded } }
                                } }
                                """
                                        .formatted(id)));

        assertThat(answer.at("/data/node/threshold").asString()).isEqualTo("5000.00");
        for (String hidden : List.of("a", "b", "c", "exceeded", "personName")) {
            assertThat(answer.at("/data/node/" + hidden).isNull()).as(hidden).isTrue();
        }
    }

    @Test
    void whatIsHiddenAnswersAsWhatIsNotThereToTheByte() {
        for (List<String> pair :
                List.of(
                        List.of(Hamlet.STRANGER, "Pnobody000000000000000A"),
                        List.of(
                                Hamlet.recordOf(world, "MZ01", Hamlet.STRANGER),
                                "Rnothing00000000000000A"),
                        List.of(
                                Hamlet.recordOf(world, "YB03", Hamlet.GRANDMOTHER),
                                "Rnothing00000000000000A"),
                        List.of(
                                Hamlet.recordOf(world, "WJ04", Hamlet.GRANDMOTHER),
                                "Rnothing00000000000000A"),
                        List.of("Rold000000000000000000A", "Rnothing00000000000000A"),
                        List.of(Hamlet.HUKOU, "Hnowhere00000000000000A"),
                        List.of(Hamlet.MEDICAL_CASE, "Cnone00000000000000000A"))) {
            String document =
                    "{ node(id: \"%s\") { id __typename ... on Person { name supports { from } }"
                        + " ... on Household { number members { from } } ... on Record { recordNo"
                        + " person { id } } } }";
            assertThat(ask(CASE, document.formatted(pair.get(0))))
                    .as(pair.get(0))
                    .isEqualTo(ask(CASE, document.formatted(pair.get(1))))
                    .contains("\"node\":null");
        }
    }

    @Test
    void aNumberOfSomebodyOutOfSightAnswersAsOneOfNobody() {
        String document = "query ($n: IdNumber!) { person(idNumber: $n) { id name } }";

        assertThat(ask(CASE, document, Map.of("n", Hamlet.number("1970-01-01"))))
                .isEqualTo(ask(CASE, document, Map.of("n", Hamlet.number("1971-02-02"))))
                .contains("\"person\":null");
    }

    @Test
    void aCursorIsGoodForOneCallerPurposeAndBasis() {
        agreed(Hamlet.deal(today, "MZ", 3, Set.of(), "MZ01.householdNo"));
        String first = "{ records(category: MZ01, first: 1) { pageInfo { endCursor } } }";
        String cursor = json(ask(OTHERS, first)).at("/data/records/pageInfo/endCursor").asString();
        String next =
                "{ records(category: MZ01, first: 1, after: \"%s\") { nodes { id } } }"
                        .formatted(cursor);

        assertThat(json(ask(OTHERS, next)).at("/data/records/nodes").size()).isEqualTo(1);
        for (Reasoned other :
                List.of(
                        CASE,
                        PLAN,
                        new Reasoned(Hamlet.CIVIL, "A", Hamlet.OTHERS_CASE),
                        new Reasoned(Hamlet.MEDICAL, "C", Hamlet.OTHERS_CASE),
                        new Reasoned(Asker.county("MZ"), "C", Hamlet.OTHERS_CASE),
                        new Reasoned(Asker.CITIZEN, "H", null))) {
            assertThat(code(ask(other, next))).as("%s", other).isEqualTo("CURSOR");
        }
    }

    @Test
    void aHouseholdLeadsOnlyToThoseInSight() {
        String document =
                """
                { household(id: "%s") { members { person { id } } records { nodes { id person { id } } }
                  again: members { household { members { person { id supportedBy { supporter { id } } } } } } } }
                """
                        .formatted(Hamlet.FAMILY);

        assertThat(ask(CASE, document))
                .contains(Hamlet.GRANDMOTHER)
                .doesNotContain(Hamlet.STRANGER, Hamlet.CARER)
                .doesNotContain(Hamlet.recordOf(world, "MZ01", Hamlet.STRANGER));
        assertThat(ask(OTHERS, document)).contains(Hamlet.STRANGER, Hamlet.CARER);
    }

    @Test
    void aDutyIsThereOnlyWhereBothEndsAreInSight() {
        String document =
                "{ node(id: \"%s\") { ... on Person { id supportedBy { kind supporter { id } } } } }"
                        .formatted(Hamlet.GRANDMOTHER);

        assertThat(json(ask(CASE, document)).at("/data/node/supportedBy").size()).isZero();
        assertThat(json(ask(OTHERS, document)).at("/data/node/supportedBy").size()).isEqualTo(1);
    }

    @Test
    void aPersonsNumberNeverComesOutWhole() {
        String answer =
                ask(
                        OTHERS,
                        "{ records(category: MZ02) { nodes { person { idNumber } ... on"
                                + " ExtremeHardshipSupport { caregiverIdNo } } } }");

        assertThat(json(answer).at("/data/records/nodes/0/person/idNumber").asString())
                .matches("\\d{6}\\*{12}");
        assertThat(Canaries.in(answer, world.humans().stream().map(World.Human::idNumber).toList()))
                .isEmpty();
    }

    @Test
    void aSharedItemOfANotSharedCategoryStaysWithItsOwner() {
        agreed(Hamlet.deal(today, "WJ", 4, Set.of(), "WJ04.needsCare", "WJ04.riskGrade"));

        assertThat(ask(CASE, "{ records(category: WJ04) { nodes { id } } }"))
                .contains("\"nodes\":[]");
        assertThat(
                        code(
                                ask(
                                        CASE,
                                        "{ records(category: WJ04, where: {severeMentalDisorder:"
                                                + " {needsCare: {eq: true}}}) { nodes { id } } }")))
                .isEqualTo("ITEM_NOT_GRANTED");
    }

    @Test
    void aReasonThatIsNoneOpensNothing() {
        String document = "{ records(category: MZ01) { nodes { id } } }";
        for (String purpose : List.of("c", "AC", "A,C", "%", "*", "null", "Z")) {
            assertThat(code(ask(new Reasoned(Hamlet.CIVIL, purpose, Hamlet.CASE), document)))
                    .as(purpose)
                    .isEqualTo("PURPOSE_REQUIRED");
        }
        for (String basis :
                List.of(
                        "C",
                        "V",
                        "E",
                        "%",
                        Hamlet.CASE.toLowerCase(java.util.Locale.ROOT),
                        "Cmedical00000000000000A",
                        "'} ) OR true //")) {
            assertThat(code(ask(new Reasoned(Hamlet.CIVIL, "C", basis), document)))
                    .as(basis)
                    .isEqualTo("BASIS_NOT_IN_FORCE");
        }
    }

    @Test
    void whatIsWithheldIsToldWithoutLookingAtTheData() {
        String document =
                """
                { records(category: YB03) { nodes { id person { name } ... on MedicalCostWarning { selfPayTotal threshold } } }
                  node(id: "%s") { ... on Person { memberships { household { region { code } } } supports { kind } } } }
                """
                        .formatted(Hamlet.GRANDMOTHER);
        agreed(Hamlet.deal(today, "YB", 2, Set.of(), "YB03.threshold", "YB03.selfPayTotal"));
        JsonNode before = json(ask(PLAN, document)).get("extensions");
        stage.set(
                new World(world.now(), List.of(), List.of(), List.of(), List.of(), world.bases()),
                List.of(
                        Hamlet.deal(
                                today, "YB", 2, Set.of(), "YB03.threshold", "YB03.selfPayTotal")));

        assertThat(json(ask(PLAN, document)).get("extensions")).isEqualTo(before);
        assertThat(before.toString()).contains("MASKED", "NO_AGREEMENT");
    }

    /** Only an emergency, which is judged, goes beyond the own region. */
    @Test
    void aCaseOfAnEmergencyReachesNobodyBeyondTheOfficersRegion() {
        Reasoned relief = new Reasoned(Asker.county("MZ"), "D", Hamlet.RELIEF);
        Reasoned emergency = new Reasoned(Asker.county("MZ"), "D", Hamlet.EMERGENCY);
        String carer = "{ node(id: \"%s\") { id } }".formatted(Hamlet.CARER);
        String grandmother = "{ node(id: \"%s\") { id } }".formatted(Hamlet.GRANDMOTHER);

        assertThat(ask(relief, grandmother)).contains("\"id\":\"" + Hamlet.GRANDMOTHER);
        assertThat(ask(relief, carer)).contains("\"node\":null");
        assertThat(ask(emergency, carer)).contains("\"id\":\"" + Hamlet.CARER);
    }

    private void agreed(Deal... deals) {
        stage.set(List.of(deals));
    }

    private static String warnings(String arguments) {
        return "{ records(category: YB03, %s) { nodes { id ... on MedicalCostWarning { threshold selfPayTotal } } } }"
                .formatted(arguments);
    }

    private String ask(Reasoned by, String document) {
        return ask(by, document, Map.of());
    }

    private String ask(Reasoned by, String document, Map<String, Object> variables) {
        return stage.ask(by, new Ask.Text(document, variables));
    }

    private static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }

    private static String code(String body) {
        return json(body).at("/errors/0/extensions/code").asString();
    }

    private static List<String> texts(String body, String field) {
        List<String> texts = new ArrayList<>();
        json(body)
                .at("/data/records/nodes")
                .forEach(
                        node ->
                                texts.add(
                                        node.get(field).isNull()
                                                ? "null"
                                                : node.get(field).asString()));
        return texts;
    }
}
