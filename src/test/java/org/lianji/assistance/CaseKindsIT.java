package org.lianji.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.code;
import static org.lianji.assistance.Town.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.contribution.Owner;
import org.lianji.monitoring.Monitored;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every kind of help goes the same way, by the rules of its own law, into its own category. */
@HubTest
@Import(MovingClock.class)
class CaseKindsIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String AWARD =
            "query ($id: ID!) { case(id: $id) { selfCare departure { reason } award { monthlyAmount"
                    + " careAmount memberCount startMonth recognisedUntil supportForm } } }";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;

    private Town town;

    @BeforeEach
    void somebodyIsKnown() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        town = new Town(hub);
        new Monitored(hub, catalogue).register(CITIZEN, HERE, LocalDate.parse("2026-10-01"));
    }

    private JsonNode submit(String kind) {
        return town.submit(TOWN, Map.of("idNumber", CITIZEN, "kind", kind));
    }

    private JsonNode reported(String kind, String yearly, String medical) {
        Map<String, Object> situation =
                Map.of(
                        "area",
                        "RURAL",
                        "members",
                        List.of(
                                Map.of(
                                        "idNumber",
                                        CITIZEN,
                                        "age",
                                        68,
                                        "incomes",
                                        List.of(Map.of("kind", "PENSION", "yearly", yearly)))),
                        "expenditure",
                        Map.of("medical", medical));
        JsonNode accepted = town.taken(TOWN, "acceptCase", done(submit(kind)));
        return town.reported(
                town.taken(COUNTY, "checkMeans", town.surveyed(accepted, situation)), clock);
    }

    private JsonNode seen(JsonNode one) {
        return done(hub.ask(COUNTY, AWARD, Map.of("id", one.at("/id").asString())));
    }

    private String record(String category, String items) {
        return hub.ask(
                        "MZ",
                        hub.matter("MZ", CITIZEN),
                        "{ records(category: %s) { nodes { ... on %s } } }"
                                .formatted(category, items),
                        Map.of())
                .at("/data/records/nodes")
                .toString();
    }

    private JsonNode graded(JsonNode one, Object... able) {
        return hub.ask(
                COUNTY,
                "mutation ($id: ID!, $version: Int!, $able: [Boolean!]!) { gradeSelfCare(input:"
                        + " {id: $id, version: $version, sixItems: $able, note: \"上门评定\"}) "
                        + Town.SHOWN
                        + " }",
                Map.of(
                        "id", one.at("/id").asString(),
                        "version", one.at("/version").asInt(),
                        "able", List.of(able)));
    }

    private JsonNode rechecked(JsonNode one, boolean upheld) {
        return hub.ask(
                COUNTY,
                "mutation ($id: ID!, $version: Int!, $upheld: Boolean!) { recheckCase(input:"
                        + " {id: $id, version: $version, upheld: $upheld, note: \"旗县上门核实\"}) "
                        + Town.SHOWN
                        + " }",
                Map.of(
                        "id", one.at("/id").asString(),
                        "version", one.at("/version").asInt(),
                        "upheld", upheld));
    }

    @Test
    void ofExtremeHardshipThreeOfTenAreLookedIntoByTheCountyBeforeTheyAreDecided() {
        JsonNode graded =
                done(
                        graded(
                                reported("EXTREME_HARDSHIP", "0.00", "0.00"),
                                true,
                                false,
                                false,
                                true,
                                false,
                                false));
        Map<String, Object> atHome = Map.of("supportForm", "AT_HOME");
        assertThat(code(town.award(graded, atHome, CITIZEN))).isEqualTo("RECHECK_FIRST");
        assertThat(code(town.step(COUNTY, "refuseCase", graded, "不符合条件")))
                .isEqualTo("RECHECK_FIRST");
        JsonNode contradicted = done(rechecked(graded, false));
        assertThat(code(town.award(contradicted, atHome, CITIZEN)))
                .isEqualTo("RECHECK_CONTRADICTS");

        JsonNode upheld = done(rechecked(contradicted, true));

        assertThat(done(town.award(upheld, atHome, CITIZEN)).at("/state").asString())
                .isEqualTo("CONFIRMED");
    }

    /** {@return what the town reports of somebody, and doesn't favour} */
    private JsonNode reportedAgainst(String somebody) {
        JsonNode accepted =
                town.taken(
                        TOWN,
                        "acceptCase",
                        done(
                                town.submit(
                                        TOWN,
                                        Map.of("idNumber", somebody, "kind", "EXTREME_HARDSHIP"))));
        JsonNode checked = town.taken(COUNTY, "checkMeans", town.surveyed(accepted));
        return town.taken(TOWN, "reportCase", town.opined(checked, false));
    }

    /** {@return whether the county looks into an application that was reported} */
    private boolean drawn(JsonNode reported) {
        return hub.ask(
                        COUNTY,
                        "query ($id: ID!) { case(id: $id) { recheck { drawn } } }",
                        Map.of("id", reported.at("/id").asString()))
                .at("/data/case/recheck/drawn")
                .asBoolean();
    }

    @Test
    void neverAreFewerThanThreeOfTenDrawnAndNotAllAreAndNobodyDrawsTwice() {
        Map<String, Boolean> drawn = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            String somebody = Owner.idNumber("1509241958%02d1200%d".formatted(i % 12 + 1, i % 10));
            new Monitored(hub, catalogue)
                    .register("N" + i, somebody, HERE, LocalDate.parse("2026-10-01"));
            JsonNode reported = reportedAgainst(somebody);
            drawn.put(somebody, drawn(reported));
            assertThat(drawn.values().stream().filter(one -> one).count() * 10)
                    .as(drawn.toString())
                    .isGreaterThanOrEqualTo(drawn.size() * 3L);
            if (i % 2 == 0) {
                town.taken(TOWN, "withdrawCase", reported, "换一次再报");
                assertThat(drawn(reportedAgainst(somebody))).isEqualTo(drawn.get(somebody));
            }
        }
        assertThat(drawn).containsValue(false);
    }

    /** What they were told they may do. */
    @ParameterizedTest
    @ValueSource(strings = {"MARGIN_FAMILY", "RIGID_EXPENDITURE"})
    void canBeObjectedToOnceTheyAreRefused(String kind) {
        JsonNode refused =
                town.taken(COUNTY, "refuseCase", reported(kind, "7200.00", "0.00"), "收入高于标准");

        JsonNode objection =
                done(
                        hub.ask(
                                "CITIZEN",
                                "mutation ($input: DecisionObjectionInput!) {"
                                        + " objectToMyDecision(input: $input) { review version } }",
                                Map.of(
                                        "input",
                                        Map.of(
                                                "caseId",
                                                refused.at("/id").asString(),
                                                "note",
                                                "多算了收入"))));
        JsonNode aside =
                done(
                        hub.ask(
                                "MZ-COUNTY-2",
                                "mutation ($id: ID!, $version: Int!) { setDecisionAside(input: {id:"
                                        + " $id, version: $version, note: \"确实多算了\"}) { state } }",
                                Map.of(
                                        "id", objection.at("/review").asString(),
                                        "version", objection.at("/version").asInt())));

        assertThat(aside.at("/state").asString()).isEqualTo("SET_ASIDE");
        assertThat(town.seen(TOWN).at("/deadlines").toString()).contains("CASE_ANEW");
    }

    @Test
    void otherKindsAreNotDrawn() {
        assertThat(code(rechecked(reported("MARGIN_FAMILY", "7200.00", "0.00"), true)))
                .isEqualTo("RECHECK_NOT_DRAWN");
    }

    @Test
    void extremeHardshipIsSupportedByTheGradeOfSelfCare() {
        JsonNode reported = reported("EXTREME_HARDSHIP", "0.00", "0.00");
        Map<String, Object> atHome = Map.of("supportForm", "AT_HOME");
        assertThat(code(town.award(reported, atHome, CITIZEN))).isEqualTo("SELF_CARE_FIRST");
        assertThat(code(graded(reported, true, true))).isEqualTo("SIX_ITEMS");
        JsonNode graded =
                done(
                        rechecked(
                                done(graded(reported, true, false, false, true, false, false)),
                                true));
        assertThat(graded.at("/state").asString()).isEqualTo("REPORTED");
        assertThat(code(town.award(graded, Map.of("area", "RURAL"), CITIZEN)))
                .isEqualTo("SUPPORT_FORM");
        assertThat(
                        code(
                                town.award(
                                        graded,
                                        Map.of("supportForm", "AT_HOME", "monthlyAmount", "900.00"),
                                        CITIZEN)))
                .isEqualTo("DEPARTURE_REASON");

        JsonNode decided = done(town.award(graded, atHome, CITIZEN));

        assertThat(seen(decided).toString())
                .isEqualTo(
                        "{\"selfCare\":\"FULLY_LOST\",\"departure\":null,\"award\":{\"monthlyAmount\":\"869.00\",\"careAmount\":\"900.00\",\"memberCount\":1,\"startMonth\":\"2026-12\",\"recognisedUntil\":null,\"supportForm\":\"AT_HOME\"}}");
        assertThat(
                        record(
                                "MZ02",
                                "ExtremeHardshipSupport { supportForm selfCare sixItems"
                                        + " basicAmount careAmount startMonth status }"))
                .isEqualTo(
                        "[{\"supportForm\":\"AT_HOME\",\"selfCare\":\"FULLY_LOST\",\"sixItems\":[true,false,false,true,false,false],\"basicAmount\":\"869.00\",\"careAmount\":\"900.00\",\"startMonth\":\"2026-12\",\"status\":\"ACTIVE\"}]");
        assertThat(code(submit("EXTREME_HARDSHIP"))).isEqualTo("FAMILY_IN_RECEIPT");
        assertThat(code(submit("MINIMUM_LIVING"))).isEqualTo("FAMILY_IN_RECEIPT");
    }

    /** 800 a month, above the standard of 622 and below one and a half times that. */
    @Test
    void aMarginFamilyIsRecognisedAndPaidNothing() {
        JsonNode reported = reported("MARGIN_FAMILY", "9600.00", "0.00");
        JsonNode decided = done(town.award(reported, Map.of(), CITIZEN));

        assertThat(seen(decided).toString())
                .isEqualTo(
                        "{\"selfCare\":null,\"departure\":null,\"award\":{\"monthlyAmount\":null,\"careAmount\":null,\"memberCount\":1,\"startMonth\":null,\"recognisedUntil\":\"2027-11-09\",\"supportForm\":null}}");
        assertThat(
                        record(
                                "MZ03",
                                "DibaoMarginHousehold { perCapitaIncome incomeRatio recognisedOn"
                                        + " validUntil status }"))
                .isEqualTo(
                        "[{\"perCapitaIncome\":\"800.00\",\"incomeRatio\":1.2861,\"recognisedOn\":\"2026-11-09\",\"validUntil\":\"2027-11-09\",\"status\":\"VALID\"}]");
        assertThat(code(town.step(COUNTY, "startCasePayment", decided)))
                .isEqualTo("NOTHING_TO_PAY");
        assertThat(town.mine().at("/0/progress").asString()).isEqualTo("已认定，可据此办理其他救助");
        assertThat(code(submit("MARGIN_FAMILY"))).isEqualTo("FAMILY_IN_RECEIPT");
    }

    /** Living 7,464 and treatment 5,000 are more than 60 % of 14,400. */
    @Test
    void hardshipByExpenditureIsRecognisedWithWhatWasSpent() {
        JsonNode reported = reported("RIGID_EXPENDITURE", "14400.00", "5000.00");
        done(town.award(reported, Map.of(), CITIZEN));

        assertThat(
                        record(
                                "MZ04",
                                "RigidExpenditureHousehold { livingExp medicalExp incomeTotal ratio"
                                        + " lookbackMonths validUntil }"))
                .isEqualTo(
                        "[{\"livingExp\":\"7464.00\",\"medicalExp\":\"5000.00\",\"incomeTotal\":\"14400.00\",\"ratio\":0.8655,\"lookbackMonths\":12,\"validUntil\":\"2027-11-09\"}]");
    }

    @Test
    void whoDoesNotQualifyIsRecognisedForAReasonAlone() {
        JsonNode reported = reported("MARGIN_FAMILY", "14400.00", "0.00");
        assertThat(code(town.award(reported, Map.of(), CITIZEN))).isEqualTo("DEPARTURE_REASON");
        done(town.award(reported, Map.of("income", "900.00", "reason", "养老金已停发一半"), CITIZEN));
        assertThat(record("MZ03", "DibaoMarginHousehold { perCapitaIncome }"))
                .isEqualTo("[{\"perCapitaIncome\":\"900.00\"}]");
    }

    @Test
    void oneOfAKindIsOpenForAFamilyAndOneOfAnotherBesideIt() {
        done(submit("MARGIN_FAMILY"));
        assertThat(code(submit("MARGIN_FAMILY"))).isEqualTo("CASE_ALREADY_OPEN");
        for (String other : List.of("MINIMUM_LIVING", "EXTREME_HARDSHIP", "RIGID_EXPENDITURE")) {
            assertThat(done(submit(other)).at("/state").asString()).isEqualTo("SUBMITTED");
        }
    }
}
