package org.lianji.caseload;

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
import org.lianji.assistance.Town;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.review.ReviewOffices;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Officers find the application of who stands before them, and see how long all take. */
@HubTest
@Import({MovingClock.class, ReviewOffices.class})
class CaseloadIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String NOBODY = "152631199612132788";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    @Autowired TestClock clock;

    private Town town;
    private JsonNode applied;

    @BeforeEach
    void oneHasApplied() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        town = new Town(hub);
        new Monitored(hub, catalogue).register(CITIZEN, HERE, LocalDate.parse("2026-10-01"));
        applied = done(town.apply(CITIZEN));
    }

    private JsonNode find(String client, String by, String what) {
        return hub.ask(
                client,
                "query ($w: %s!) { findCases(by: {%s: $w}) { id } }"
                        .formatted(by.equals("name") ? "String" : "IdNumber", by),
                Map.of("w", what));
    }

    private List<String> found(String client, String by, String what) {
        JsonNode answer = find(client, by, what);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/findCases").findValuesAsString("id");
    }

    @Test
    void anApplicationIsFoundByTheNumberOfWhoAppliedWhoReadsOfIt() {
        String id = applied.at("/id").asString();
        assertThat(found(TOWN, "idNumber", CITIZEN)).containsExactly(id);
        assertThat(found(COUNTY, "idNumber", CITIZEN)).containsExactly(id);
        assertThat(
                        hub.ask("CITIZEN", "{ accessLog { nodes { sentence } } }")
                                .at("/data/accessLog/nodes")
                                .toString())
                .contains("以您的公民身份号码查找了救助申请");

        town.taken(TOWN, "withdrawCase", applied, "申请人要求撤回");
        assertThat(found(TOWN, "idNumber", CITIZEN)).as("also once it has ended").hasSize(1);
    }

    @Test
    void ofAnotherDepartmentOrRegionAndOfWhoNeverAppliedThereIsNone() {
        assertThat(found("GA-TOWN", "idNumber", CITIZEN)).isEmpty();
        assertThat(found(ReviewOffices.OTHER_COUNTY, "idNumber", CITIZEN)).isEmpty();
        assertThat(found(ReviewOffices.NEXT_TOWN, "idNumber", CITIZEN)).isEmpty();
        assertThat(found(TOWN, "idNumber", NOBODY)).isEmpty();
        for (String client : List.of("CITIZEN", "MZ", "CHARITY-A")) {
            assertThat(code(find(client, "idNumber", CITIZEN)))
                    .as(client)
                    .isIn("NOT_ALLOWED", "INVALID_DOCUMENT", "NOT_FOR_CHARITIES");
        }
    }

    @Test
    void isFoundByTheRegisteredNameWhileItsBasisShowsThat() {
        JsonNode accepted = town.taken(TOWN, "acceptCase", applied);
        assertThat(found(TOWN, "name", "李建国")).as("without an agreement").isEmpty();
        new Agreed(hub).on("GA", "MZ", "A", "S3", List.of(), List.of("GA01.name"));

        assertThat(found(TOWN, "name", " 李建国 ")).containsExactly(applied.at("/id").asString());
        assertThat(found(TOWN, "name", "李建")).isEmpty();
        assertThat(found("GA-TOWN", "name", "李建国")).isEmpty();
        assertThat(code(find(TOWN, "name", " "))).isEqualTo("CASE_NAME");
        assertThat(code(find(TOWN, "idNumber", "152627195801035713")))
                .as("a wrong digit is told")
                .isEqualTo("ID_CHECK_DIGIT");

        town.taken(TOWN, "withdrawCase", accepted, "申请人要求撤回");
        assertThat(found(TOWN, "name", "李建国")).isEmpty();
    }

    @Test
    void whoLooksForTooManyInADayIsStopped() {
        for (int i = 0; i < 200; i++) {
            JsonNode answer = find(TOWN, "idNumber", CITIZEN);
            if (answer.has("errors")) {
                assertThat(code(answer)).isEqualTo("TOO_MANY_DECLARED");
                return;
            }
        }
        assertThat(false).as("never stopped").isTrue();
    }

    private JsonNode durations(String client, String more) {
        return hub.ask(
                client,
                "{ caseDurations"
                        + more
                        + " { kind decided refused medianDays ninetiethDays longestDays } }");
    }

    @Test
    void itIsToldHowManyDaysApplicationsTook() {
        assertThat(durations(COUNTY, "").at("/data/caseDurations")).isEmpty();
        town.taken(TOWN, "withdrawCase", applied, "申请人要求撤回");
        JsonNode accepted = town.taken(TOWN, "acceptCase", done(town.apply(CITIZEN)));
        clock.set(Instant.parse("2026-11-12T02:00:00Z"));
        JsonNode checked = town.taken(COUNTY, "checkMeans", town.surveyed(accepted));
        JsonNode reported = town.taken(TOWN, "reportCase", town.opined(checked, false), "不拟给予");
        done(town.step(COUNTY, "refuseCase", reported, "收入超过标准"));

        String told =
                "[{\"kind\":\"MINIMUM_LIVING\",\"decided\":1,\"refused\":1,\"medianDays\":10.0,"
                        + "\"ninetiethDays\":10.0,\"longestDays\":10}]";
        assertThat(durations(COUNTY, "").at("/data/caseDurations").toString()).isEqualTo(told);
        assertThat(durations(TOWN, "(from: \"2026-11-12\")").at("/data/caseDurations").toString())
                .isEqualTo(told);
        assertThat(durations(TOWN, "(to: \"2026-11-11\")").at("/data/caseDurations")).isEmpty();
        assertThat(durations(ReviewOffices.OTHER_COUNTY, "").at("/data/caseDurations")).isEmpty();
        assertThat(code(durations(TOWN, "(from: \"2026-11-12\", to: \"2026-11-11\")")))
                .isEqualTo("DURATION_DAYS");
    }
}
