package org.lianji.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.code;
import static org.lianji.assistance.Town.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.contribution.Owner;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the rules say of a family that applies; a person decides. */
@HubTest
@Import(MovingClock.class)
class AssessmentsIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String ASSESSMENT =
            "query ($id: ID!) { case(id: $id) { assessment { asOf kind qualifies amount leftOut"
                    + " inputs { name member value stated category item recordNo observedAt }"
                    + " result { rule { from } standard { monthly from } steps { code value } } }"
                    + " departure { qualified assessedAmount reason } } }";

    private static final String KNOWN =
            "query ($id: ID!) { whatIsKnown(case: $id) { known { person name category item value"
                    + " recordNo source observedAt } ask { person name beside title { zh } } } }";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;

    private Town town;
    private Monitored city;

    @BeforeEach
    void aPensionerIsKnown() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        town = new Town(hub);
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, LocalDate.parse("2026-10-01"));
        pension("2026-10-02", "300.00");
    }

    private void pension(String day, String monthly) {
        pension(day, monthly, "RESIDENT");
    }

    private void pension(String day, String monthly, String scheme) {
        city.contribute(
                "RS03",
                List.of(
                        Map.of(
                                "recordNo",
                                "P1",
                                "observedAt",
                                day + "T00:00:00+08:00",
                                "idNumber",
                                CITIZEN,
                                "scheme",
                                scheme,
                                "monthlyPension",
                                monthly,
                                "basicPension",
                                "100.00",
                                "startMonth",
                                "2018-02",
                                "state",
                                "PAYING")));
    }

    private void agreed() {
        new Agreed(hub).on("GA", "MZ", "A", "S3", List.of(), List.of("GA01.birthDate"));
        new Agreed(hub)
                .on(
                        "RS",
                        "MZ",
                        "A",
                        "S3",
                        List.of(),
                        List.of(
                                "RS03.scheme",
                                "RS03.state",
                                "RS03.monthlyPension",
                                "RS03.basicPension"));
    }

    private static Map<String, Object> situation(Object... memberFields) {
        Map<String, Object> member = new HashMap<>(Map.of("idNumber", CITIZEN));
        for (int i = 0; i < memberFields.length; i += 2) {
            member.put((String) memberFields[i], memberFields[i + 1]);
        }
        return Map.of("area", "RURAL", "members", List.of(member));
    }

    /** His daughter gives him 1,200 a year, which nobody but him can tell. */
    private static Map<String, Object> maintained() {
        return situation("incomes", List.of(Map.of("kind", "MAINTENANCE", "yearly", "1200.00")));
    }

    private JsonNode checked(Map<String, Object> situation) {
        JsonNode accepted = town.taken(TOWN, "acceptCase", town.submitted(CITIZEN));
        return town.taken(COUNTY, "checkMeans", town.surveyed(accepted, situation));
    }

    private JsonNode reported() {
        return town.reported(checked(maintained()), clock);
    }

    private JsonNode seen(String client, JsonNode one) {
        return done(hub.ask(client, ASSESSMENT, Map.of("id", one.at("/id").asString())));
    }

    private JsonNode departures(String client) {
        return hub.ask(
                client, "{ departures { nodes { id departure { reason assessedAmount } } } }");
    }

    /** {@return how often that was read of the citizen, as they see it} */
    private long looks(String item) {
        return hub.ask(
                        "CITIZEN",
                        new Reason("H", null),
                        "{ accessLog(first: 200) { nodes { kind items absent } } }",
                        Map.of())
                .at("/data/accessLog/nodes")
                .valueStream()
                .map(JsonNode::toString)
                .filter(one -> one.contains("READ") && one.contains(item))
                .count();
    }

    /** 622 a month less (300 - 100) of his pension and 100 from his daughter. */
    @Test
    void isWorkedOutOfWhatIsKnownAndWhatWasStatedEachWithItsSource() {
        agreed();
        JsonNode assessment = seen(TOWN, checked(maintained())).at("/assessment");

        assertThat(assessment.at("/qualifies").asBoolean()).isTrue();
        assertThat(assessment.at("/kind").asString()).isEqualTo("MINIMUM_LIVING");
        assertThat(assessment.at("/amount").asString()).isEqualTo("322.00");
        assertThat(assessment.at("/asOf").asString()).isEqualTo("2026-11-02");
        assertThat(assessment.at("/inputs").toString())
                .contains(
                        "{\"name\":\"Member.incomes\",\"member\":1,\"value\":\"300.00\",\"stated\":false,\"category\":\"RS03\",\"item\":\"monthlyPension\",\"recordNo\":\"P1\",\"observedAt\":\"2026-10-02T00:00:00.000+08:00\"}")
                .contains(
                        "{\"name\":\"Member.incomes\",\"member\":1,\"value\":\"MAINTENANCE"
                                + " 1200.00\",\"stated\":true,");
        assertThat(assessment.at("/result/steps").toString())
                .contains("{\"code\":\"monthlyIncome\",\"value\":\"300\"}");
    }

    /** The basic part is no income to a resident; an employee's counts: 622 - 300 - 100. */
    @Test
    void leavesOutTheBasicPensionOfResidentsAlone() {
        agreed();
        pension("2026-10-20", "300.00", "EMPLOYEE");
        assertThat(seen(TOWN, checked(maintained())).at("/assessment/amount").asString())
                .isEqualTo("222.00");
    }

    @Test
    void saysNothingWhereAnAgeIsUnknownOrTheSituationWasNotStated() {
        JsonNode ageless = checked(maintained());
        assertThat(seen(TOWN, ageless).at("/assessment").isNull()).isTrue();
        town.taken(TOWN, "withdrawCase", ageless, "申请人要求撤回");
        JsonNode aged = checked(situation("age", 68));
        assertThat(seen(TOWN, aged).at("/assessment/amount").asString())
                .as("622, and no pension that may be read")
                .isEqualTo("622.00");
        town.taken(TOWN, "withdrawCase", aged, "申请人要求撤回");
        assertThat(seen(TOWN, town.checked(CITIZEN)).at("/assessment").isNull()).isTrue();
    }

    /** Neighbours could object to no more than what they read. */
    @Test
    void isConfirmedAsItWasPublishedOrWithTheReasonWhyItIsMore() {
        agreed();
        JsonNode noticed = town.taken(TOWN, "noticeCase", town.opined(checked(maintained()), true));
        posted(noticed, "DIBAO");
        clock.advance(Duration.ofDays(8));
        JsonNode reported = town.taken(TOWN, "reportCase", noticed);

        assertThat(code(town.award(reported, Map.of(), CITIZEN)))
                .as("322.00 where 321.99 was told")
                .isEqualTo("AWARD_NOT_PUBLISHED");
        done(town.award(reported, Map.of("reason", "公示金额误写少一分"), CITIZEN));
    }

    /** No rule reckons with a company: who grants all the same says why. */
    @Test
    void departsFromTheCheckWithAReasonWhereTheRulesDoNotKnowWhatItFound() {
        agreed();
        city.contribute(
                "SJ01",
                List.of(
                        Map.of(
                                "recordNo", "S-1",
                                "observedAt", "2026-10-01T00:00:00+08:00",
                                "idNumber", CITIZEN,
                                "uscc", "92150924MA012HTU52",
                                "entityName", "兴和商贸有限公司",
                                "entityType", "LIMITED_COMPANY",
                                "role", "SHAREHOLDER",
                                "state", "ACTIVE")));
        JsonNode reported = town.reported(checked(maintained()), clock);

        assertThat(code(town.award(reported, Map.of(), CITIZEN))).isEqualTo("DEPARTURE_REASON");
        done(town.award(reported, Map.of("reason", "企业已停业，正在注销"), CITIZEN));
    }

    @Test
    void isPublishedAsWhatItIsAndReportedAfterThatAlone() {
        JsonNode noticed = town.taken(TOWN, "noticeCase", town.opined(checked(maintained()), true));
        String person = city.token("GA01", CITIZEN);
        assertThat(code(town.post(noticed, person, "TEMPORARY_RELIEF", "321.99")))
                .isEqualTo("NOTICE_KIND");
        clock.advance(Duration.ofDays(8));

        assertThat(code(town.step(TOWN, "reportCase", noticed))).isEqualTo("NOTICE_NOT_HUNG");
    }

    private void posted(JsonNode noticed, String kind) {
        town.posted(noticed, city.token("GA01", CITIZEN), kind, "321.99");
    }

    /** A number that was typed in at the door brings nobody's file under another's case. */
    @Test
    void coversTheFamilyAsTheLibraryHasItAndNobodyWhoWasTypedIn() {
        String stranger = Owner.idNumber("15262719700101003");
        city.register("N1", stranger, HERE, LocalDate.parse("2026-10-01"));
        Map<String, Object> both =
                Map.of(
                        "area",
                        "RURAL",
                        "members",
                        List.of(
                                Map.of("idNumber", CITIZEN, "age", 68),
                                Map.of("idNumber", stranger, "age", 56)));
        JsonNode reported = town.reported(checked(both), clock);
        Map<String, Object> award =
                Map.of("monthlyAmount", "300.00", "area", "RURAL", "reason", "按走访所见核定");

        assertThat(code(town.award(reported, award, CITIZEN, stranger)))
                .isEqualTo("MEMBER_NOT_FAMILY");
        done(town.award(reported, award, CITIZEN));
    }

    @Test
    void isConfirmedByTheCountyAndWorkedOutAgainAsOfTheDecision() {
        agreed();
        JsonNode reported = reported();
        JsonNode decided = done(town.award(reported, Map.of(), CITIZEN));
        assertThat(decided.at("/award/monthlyAmount").asString()).isEqualTo("322.00");
        JsonNode then = seen(COUNTY, decided).at("/assessment");
        assertThat(then.at("/amount").asString()).isEqualTo("322.00");

        pension("2026-11-05", "900.00");
        clock.advance(Duration.ofDays(500));

        JsonNode later = seen(COUNTY, decided);
        assertThat(later.at("/assessment")).isEqualTo(then);
        assertThat(later.at("/assessment/asOf").asString()).isEqualTo("2026-11-09");
        assertThat(later.at("/departure").isNull()).isTrue();
        assertThat(seen(TOWN, decided).at("/assessment").isNull()).isTrue();
        assertThat(departures(COUNTY).at("/data/departures/nodes")).isEmpty();
    }

    @Test
    void isDepartedFromWithAReasonAloneAndListedForTheCounty() {
        agreed();
        JsonNode reported = reported();
        for (Map<String, Object> other :
                List.<Map<String, Object>>of(
                        Map.of("monthlyAmount", "323.00"),
                        Map.of("area", "URBAN"),
                        Map.of("monthlyAmount", "323.00", "reason", " "))) {
            assertThat(code(town.award(reported, other, CITIZEN))).isEqualTo("DEPARTURE_REASON");
        }
        assertThat(code(town.award(reported, Map.of(), CITIZEN, "152624198207311100")))
                .as("somebody whom no survey found in the family")
                .isEqualTo("CASE_MEMBERS");

        JsonNode decided =
                done(
                        town.award(
                                reported,
                                Map.of("monthlyAmount", "400.00", "reason", "女儿已三个月没有给付"),
                                CITIZEN));

        assertThat(decided.at("/award/monthlyAmount").asString()).isEqualTo("400.00");
        assertThat(departures(COUNTY).at("/data/departures/nodes").toString())
                .isEqualTo(
                        "[{\"id\":\"%s\",\"departure\":{\"reason\":\"女儿已三个月没有给付\",\"assessedAmount\":\"322.00\"}}]"
                                .formatted(decided.at("/id").asString()));
        assertThat(code(departures(TOWN))).isEqualTo("NOT_ALLOWED");
        assertThat(seen(TOWN, decided).at("/departure").isNull()).isTrue();
        assertThat(departures("JY-COUNTY").at("/data/departures/nodes")).isEmpty();
    }

    @Test
    void isDepartedFromByRefusingWhoQualifies() {
        agreed();
        JsonNode refused = town.taken(COUNTY, "refuseCase", reported(), "有未申报的经营收入");
        assertThat(seen(COUNTY, refused).at("/departure").toString())
                .isEqualTo(
                        "{\"qualified\":true,\"assessedAmount\":\"322.00\",\"reason\":\"有未申报的经营收入\"}");
    }

    @Test
    void refusesAtOnceWhatCannotBe() {
        JsonNode accepted = town.taken(TOWN, "acceptCase", town.submitted(CITIZEN));
        String survey =
                "mutation ($id: ID!, $s: CaseSituation) { recordSurvey(input: {id: $id, version: 2,"
                        + " surveyors: [\"甲\", \"乙\"], note: \"看过\", situation: $s}) { state } }";
        for (Map<String, Object> wrong :
                List.of(
                        situation("age", 200),
                        situation("incomes", List.of(Map.of("kind", "WAGE", "yearly", "-1.00"))),
                        situation("disabilityType", "PHYSICAL"),
                        Map.<String, Object>of("area", "RURAL", "members", List.of()))) {
            JsonNode answer =
                    hub.ask(TOWN, survey, Map.of("id", accepted.at("/id").asString(), "s", wrong));
            assertThat(code(answer)).as(answer.toString()).isNotEmpty();
            assertThat(answer.toString()).doesNotContain("INTERNAL");
        }
    }

    @Test
    void asksOnlyForWhatTheLibraryDoesNotTell() {
        JsonNode open = town.submitted(CITIZEN);
        Map<String, Object> id = Map.of("id", open.at("/id").asString());
        JsonNode before = hub.ask(TOWN, KNOWN, id).at("/data/whatIsKnown");
        assertThat(before.at("/known")).isEmpty();
        assertThat(before.at("/ask").findValuesAsString("name"))
                .contains("Member.age", "Member.incomes", "Property.vehicles");

        agreed();
        long looks = looks("RS03.monthlyPension");
        JsonNode after = hub.ask(TOWN, KNOWN, id).at("/data/whatIsKnown");

        String person = city.token("GA01", CITIZEN);
        assertThat(after.at("/known").toString())
                .contains(
                        "{\"person\":\"%s\",\"name\":\"Member.age\",\"category\":\"GA01\",\"item\":\"birthDate\",\"value\":\"1958-01-03\",\"recordNo\":\"1\",\"source\":\"GA\",\"observedAt\":\"2026-10-01T00:00:00.000+08:00\"}"
                                .formatted(person));
        assertThat(after.at("/ask").findValuesAsString("name")).doesNotContain("Member.age");
        assertThat(after.at("/ask").toString())
                .contains(
                        "{\"person\":\"%s\",\"name\":\"Member.incomes\",\"beside\":true,\"title\":{\"zh\":\"各项收入\"}}"
                                .formatted(person));
        assertThat(looks("RS03.monthlyPension")).isEqualTo(looks + 1);
        for (String other : List.of("JY-COUNTY", "YB-TOWN")) {
            assertThat(hub.ask(other, KNOWN, id).at("/data/whatIsKnown").isNull()).isTrue();
        }
        town.taken(TOWN, "withdrawCase", open, "申请人要求撤回");
        assertThat(hub.ask(TOWN, KNOWN, id).at("/data/whatIsKnown").isNull())
                .as("nobody reads on it any more")
                .isTrue();
    }

    @Test
    void isWrittenDownWheneverItIsRead() {
        agreed();
        JsonNode checked = checked(maintained());
        for (Map.Entry<String, String> field :
                Map.of(
                                "surveyors", "MZ01",
                                "check { conclusion }", "WJ01.diedOn",
                                "assessment { amount }", "RS03.monthlyPension")
                        .entrySet()) {
            long before = looks(field.getValue());
            done(
                    hub.ask(
                            TOWN,
                            "query ($id: ID!) { case(id: $id) { " + field.getKey() + " } }",
                            Map.of("id", checked.at("/id").asString())));
            assertThat(looks(field.getValue())).as(field.getKey()).isEqualTo(before + 1);
        }
    }
}
