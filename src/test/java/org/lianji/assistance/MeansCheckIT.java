package org.lianji.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
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

/** The check of a family's means asks the library's sources, each within its agreement. */
@HubTest
@Import(MovingClock.class)
class MeansCheckIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    /** His grandchild of nine. */
    private static final String CHILD = "150924201703120011";

    private static final Map<String, List<String>> READ =
            Map.of(
                    "GA03", List.of("state", "usage", "vehicleType", "value"),
                    "ZR01", List.of("right", "usage", "share", "unitNo"),
                    "RS03", List.of("state", "monthlyPension"),
                    "GA02", List.of("reason"),
                    "RS02", List.of("base", "scheme", "state"),
                    "ZJ03", List.of("balance", "state"),
                    "NM02", List.of("transferIncome"),
                    "GA01", List.of("hukouRegion"));

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;

    private Town town;
    private Monitored city;

    @BeforeEach
    void somebodyIsKnown() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        town = new Town(hub);
        city = new Monitored(hub, catalogue);
        city.register(CITIZEN, HERE, LocalDate.parse("2026-10-01"));
    }

    private void agreed(String category, String level) {
        new Agreed(hub)
                .on(
                        catalogue.category(category).orElseThrow().owner().code(),
                        "MZ",
                        "A",
                        level,
                        List.of(),
                        READ.get(category).stream().map(item -> category + "." + item).toList());
    }

    private void contributed(String category, String recordNo, Map<String, Object> items) {
        Map<String, Object> row = new HashMap<>(items);
        row.put("recordNo", recordNo);
        row.put("observedAt", "2026-10-02T00:00:00+08:00");
        row.putIfAbsent("idNumber", CITIZEN);
        city.contribute(category, List.of(row));
    }

    private JsonNode check() {
        return town.checked(CITIZEN).at("/check");
    }

    private static void said(JsonNode check, String source, String status, boolean found) {
        assertThat(check.at("/sources").toString())
                .contains(
                        "{\"source\":\"%s\",\"status\":\"%s\",\"found\":%s}"
                                .formatted(source, status, found));
    }

    /** {@return a check after there is more, by which a source finds what it did not before} */
    private JsonNode foundOnlyAfter(String source, Runnable more) {
        JsonNode one = town.checked(CITIZEN);
        said(one.at("/check"), source, "ANSWERED", false);
        town.taken(TOWN, "withdrawCase", one, "申请人要求撤回");
        more.run();
        JsonNode check = check();
        said(check, source, "ANSWERED", true);
        return check;
    }

    private static final Map<String, Object> CAR =
            Map.of(
                    "plateTail", "A12",
                    "vehicleType", "SMALL_PASSENGER",
                    "registeredOn", "2024-05-01",
                    "state", "NORMAL");

    private void car(String recordNo, String value) {
        Map<String, Object> car = new HashMap<>(CAR);
        car.put("value", value);
        contributed("GA03", recordNo, car);
    }

    @Test
    void findsACarAboveTheLimitAndNoneBelow() {
        agreed("GA03", "S3");
        car("1", "30000.00");
        JsonNode check = foundOnlyAfter("VEHICLES", () -> car("2", "30000.01"));
        assertThat(check.at("/conclusion").asString()).isEqualTo("OVER_LIMITS");
    }

    private void home(String recordNo, String unit) {
        contributed(
                "ZR01",
                recordNo,
                Map.of(
                        "unitNo", unit,
                        "right", "HOUSE_OWNERSHIP",
                        "share", 1.0,
                        "usage", "RESIDENTIAL",
                        "registeredOn", "2010-05-01"));
    }

    @Test
    void findsTwoHomesAndNotOne() {
        agreed("ZR01", "S3");
        home("1", "150924106001JC00001F00010001");
        foundOnlyAfter("PROPERTY", () -> home("2", "150924106001JC00001F00010002"));
    }

    private void pension(String recordNo, String monthly) {
        contributed(
                "RS03",
                recordNo,
                Map.of(
                        "scheme", "EMPLOYEE",
                        "monthlyPension", monthly,
                        "startMonth", "2018-02",
                        "state", "PAYING"));
    }

    @Test
    void findsAPensionAboveTheLine() {
        agreed("RS03", "S3");
        pension("1", "815.00");
        foundOnlyAfter("PENSIONS", () -> pension("2", "815.01"));
    }

    @Test
    void findsADeathAndARegistrationCancelledWhichAreLookedInto() {
        agreed("GA02", "S3");
        contributed("WJ01", "1", Map.of("certNo", "SW1", "diedOn", "2026-10-01", "issuer", "某医院"));
        contributed("GA02", "1", Map.of("reason", "SETTLED_ABROAD", "cancelledOn", "2026-10-01"));
        JsonNode check = check();
        said(check, "DEATHS", "ANSWERED", true);
        said(check, "CANCELLATIONS", "ANSWERED", true);
        assertThat(check.at("/conclusion").asString()).isEqualTo("TO_VERIFY");
    }

    private void wages(String recordNo, String base) {
        contributed(
                "RS02",
                recordNo,
                Map.of("scheme", "EMPLOYEE_PENSION", "base", base, "state", "PAYING"));
    }

    @Test
    void addsUpWages() {
        agreed("RS02", "S3");
        wages("1", "800.00");
        contributed(
                "RS02",
                "2",
                Map.of("scheme", "RESIDENT_PENSION", "base", "9000.00", "state", "PAYING"));
        wages("3", "15.00");
        foundOnlyAfter("WAGES", () -> wages("4", "0.01"));
    }

    private void fund(String recordNo, String balance, String state) {
        contributed("ZJ03", recordNo, Map.of("balance", balance, "state", state));
    }

    @Test
    void addsUpBalancesOfTheProvidentFund() {
        agreed("ZJ03", "S3");
        fund("1", "20000.00", "NORMAL");
        fund("2", "10000.00", "SEALED");
        fund("3", "9000.00", "CLOSED");
        foundOnlyAfter("FUND", () -> fund("4", "0.01", "NORMAL"));
    }

    private void lease(String recordNo, String income) {
        contributed("NM02", recordNo, Map.of("contractNo", recordNo, "transferIncome", income));
    }

    @Test
    void findsALeaseThatBringsMoreThanTheLine() {
        agreed("NM02", "S3");
        lease("1", "9780.00");
        foundOnlyAfter("LAND", () -> lease("2", "0.01"));
    }

    private void registered(String day, String region) {
        city.contribute(
                "GA01",
                List.of(
                        Map.of(
                                "recordNo", "R1",
                                "observedAt", day + "T00:00:00+08:00",
                                "idNumber", CITIZEN,
                                "hukouNo", "H9",
                                "relationToHead", "HEAD",
                                "hukouRegion", region,
                                "name", "李建国",
                                "sex", "MALE",
                                "birthDate", "1958-01-03")));
    }

    @Test
    void looksIntoARegistrationOutsideOfTheCity() {
        agreed("GA01", "S3");
        foundOnlyAfter("HOUSEHOLD", () -> registered("2026-10-05", "150102001001"));
    }

    private void reported(String recordNo, String deposits, String until) {
        contributed(
                "MZ12",
                recordNo,
                Map.of(
                        "requestNo",
                        recordNo,
                        "consentNo",
                        "SQ-0",
                        "deposits",
                        deposits,
                        "conclusion",
                        "OVER_LIMITS",
                        "issuedOn",
                        "2026-01-02",
                        "validUntil",
                        until));
    }

    @Test
    void takesDepositsOfAReportThatIsValid() {
        reported("1", "70000.00", "2026-11-01");
        reported("2", "60000.00", "2026-12-31");
        foundOnlyAfter("REPORTS", () -> reported("3", "60000.01", "2026-11-02"));
    }

    /** What was never asked for is told, and keeps no family from being within the limits. */
    @Test
    void isWithinLimitsWhereTheNeededSourcesAnswer() {
        agreed("GA03", "S3");
        agreed("ZR01", "S3");
        agreed("RS03", "S3");
        agreed("GA02", "S3");
        JsonNode check = check();
        said(check, "WAGES", "NO_AGREEMENT", false);
        said(check, "BANKS", "NOT_CONNECTED", false);
        assertThat(check.at("/conclusion").asString()).isEqualTo("WITHIN_LIMITS");
    }

    /** Of a child under 14 an agreement of level S3 tells nothing. */
    @Test
    void saysPartlyWhereOneOfTheFamilyMayNotBeAskedAbout() {
        agreed("GA03", "S3");
        new Agreed(hub)
                .on(
                        "GA",
                        "MZ",
                        "A",
                        "S4",
                        List.of(),
                        List.of("GA01.hukouNo", "GA01.relationToHead"));
        city.contribute(
                "GA01",
                List.of(
                        Map.of(
                                "recordNo", "2",
                                "observedAt", "2026-10-01T00:00:00+08:00",
                                "idNumber", CHILD,
                                "hukouNo", "H1",
                                "relationToHead", "GRANDCHILD",
                                "hukouRegion", HERE,
                                "name", "小某",
                                "sex", "MALE",
                                "birthDate", "2017-03-12")));
        JsonNode check = check();
        said(check, "VEHICLES", "PARTLY", false);
        assertThat(check.at("/conclusion").asString()).isEqualTo("INCOMPLETE");
    }

    @Test
    void isOfACitizensOwnApplicationToo() {
        JsonNode mine = done(town.submitMine());
        assertThat(mine.at("/state").asString()).isEqualTo("SUBMITTED");
        assertThat(mine.at("/progress").asString()).isEqualTo("申请已收到，苏木乡镇正在审查材料");
        JsonNode seen = town.seen(TOWN);
        assertThat(seen.at("/id")).isEqualTo(mine.at("/case"));
        assertThat(seen.at("/basis").isNull()).isFalse();
        JsonNode checked =
                town.taken(
                        COUNTY, "checkMeans", town.surveyed(town.taken(TOWN, "acceptCase", seen)));
        said(checked.at("/check"), "COMPANIES", "ANSWERED", false);
    }

    private JsonNode mine() {
        return hub.ask(
                        "CITIZEN",
                        "{ myCases { nodes { case version state canObject check { conclusion } } }"
                                + " }")
                .at("/data/myCases/nodes/0");
    }

    private void company(String day, String state) {
        city.contribute(
                "SJ01",
                List.of(
                        Map.of(
                                "recordNo", "1",
                                "observedAt", day + "T00:00:00+08:00",
                                "idNumber", CITIZEN,
                                "uscc", "92150924MA012HTU52",
                                "entityName", "某某商贸有限公司",
                                "entityType", "LIMITED_COMPANY",
                                "role", "SHAREHOLDER",
                                "state", state)));
    }

    private JsonNode objected() {
        JsonNode mine = mine();
        return hub.ask(
                "CITIZEN",
                "mutation ($id: ID!, $version: Int!) { objectToMyCheck(input: {id: $id, version:"
                        + " $version, note: \"公司上月已注销\"}) { state canObject } }",
                Map.of(
                        "id", mine.at("/case").asString(),
                        "version", mine.at("/version").asInt()));
    }

    @Test
    void isToldToWhoAppliesAndDoneAgainOnceWhereTheyObject() {
        company("2026-10-02", "ACTIVE");
        JsonNode checked = town.checked(CITIZEN);
        assertThat(mine().at("/check/conclusion").asString()).isEqualTo("OVER_LIMITS");
        assertThat(mine().at("/canObject").asBoolean()).isTrue();

        assertThat(done(objected()).toString())
                .isEqualTo("{\"state\":\"SURVEYED\",\"canObject\":false}");
        JsonNode again = town.seen(TOWN);
        assertThat(again.at("/deadlines").toString()).contains("CASE_RECHECK");
        assertThat(again.at("/id")).isEqualTo(checked.at("/id"));

        company("2026-11-01", "CANCELLED");
        clock.advance(Duration.ofDays(1));
        said(town.taken(COUNTY, "checkMeans", again).at("/check"), "COMPANIES", "ANSWERED", false);
        assertThat(mine().at("/canObject").asBoolean()).isFalse();
        assertThat(objected().at("/errors/0/extensions/code").asString())
                .isEqualTo("OBJECTED_ONCE");
    }
}
