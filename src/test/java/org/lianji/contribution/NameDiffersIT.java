package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.contribution.Owner.HEADER;
import static org.lianji.contribution.Owner.LI;
import static org.lianji.contribution.Owner.ZHANG;
import static org.lianji.contribution.Owner.row;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A number that is somebody's with a name that is somebody else's links a row to neither. */
@HubTest
class NameDiffersIT {

    private static final String DIFFERS = "TO_REVIEW NAME_DIFFERS@personName";

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    private Owner owner;

    @BeforeEach
    void zhangIsRegistered() {
        owner = new Owner(hub);
        owner.send("register", HEADER + row("1", "2026-03-01", ZHANG, "H1"));
    }

    @Test
    void aDeathOfAnotherEndsNothing() {
        assertThat(death("1", ZHANG, "完全另一人")).containsExactly(DIFFERS);

        assertThat(about("RegistrationCancellation")).isZero();
        assertThat(registrations()).containsExactly(true);
    }

    /** What stands for characters says nothing, and somebody would be dead by it. */
    @ParameterizedTest
    @ValueSource(strings = {"□□", "**", "张某某", "张***", "某"})
    void aDeathWhoseNameSaysNothingEndsNothing(String name) {
        assertThat(death("1", ZHANG, name)).containsExactly(DIFFERS);

        assertThat(registrations()).containsExactly(true);
    }

    @Test
    void aDeathOfTheSamePersonEndsTheRegistration() {
        assertThat(death("1", ZHANG, "张三")).containsExactly("ACCEPTED");

        assertThat(about("RegistrationCancellation")).isOne();
        assertThat(registrations()).containsExactly(false);
    }

    /** Whoever has tried five names is told by no other that it is the right one. */
    @Test
    void theRightNameIsNotFoundByTrying() {
        for (String name : List.of("王建国", "李秀英", "赵春花", "孙铁柱", "周桂兰")) {
            assertThat(death(name, ZHANG, name)).containsExactly(DIFFERS);
        }

        assertThat(death("6", ZHANG, "张三")).containsExactly(DIFFERS);
        assertThat(about("RegistrationCancellation")).isZero();
    }

    @Test
    void aPaymentInAnothersNameIsNobodys() {
        String file =
                """
                recordNo,idNumber,personName,observedAt,householdNo,memberIdNumbers,area,memberCount,monthlyAmount,payMode,startMonth,reviewCycle,status
                1,%s,李四,2026-03-01T08:00:00+08:00,F1,%s,RURAL,1,87.00,TOP_UP,2026-01,MONTHS_12,ACTIVE
                """
                        .formatted(ZHANG, ZHANG);

        assertThat(sent("MZ", "MZ01", "k", file)).containsExactly(DIFFERS);
        assertThat(about("MinimumLivingAllowance")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三", "張三", "章叁", "张▲", "张?", "Zhang San", "张 三", "张某"})
    void theSameNameOtherwiseWrittenIsTheSame(String name) {
        assertThat(death("1", ZHANG, name)).containsExactly("ACCEPTED");
    }

    @Test
    void whereThereIsNoRegisterWhatOthersContributedDecides() {
        assertThat(car("1", LI, "李秀英")).containsExactly("ACCEPTED");
        assertThat(death("1", LI, "王建国")).containsExactly(DIFFERS);
        assertThat(death("2", LI, "李秀瑛")).containsExactly("ACCEPTED");
    }

    @Test
    void inOneFileTheFirstNameStandsForTheNext() {
        String file =
                car("1", "李秀英", LI, false) + car("2", "王建国", LI, false) + car("3", "", LI, false);

        assertThat(sent("GA", "GA03", "k", CARS + file))
                .containsExactly("ACCEPTED", DIFFERS, "ACCEPTED");
    }

    @Test
    void theRegisterDecidesOverOthersAndKnowsWhatItCalledAPersonBefore() {
        assertThat(car("1", LI, "王建国")).containsExactly("ACCEPTED");
        assertThat(registered("l1", "2026-03-01", "李秀英")).containsExactly("ACCEPTED");
        assertThat(car("2", LI, "王建国")).containsExactly(DIFFERS);
        assertThat(registered("l1", "2026-04-01", "李文静")).containsExactly("ACCEPTED");
        assertThat(car("3", LI, "李文静")).containsExactly("ACCEPTED");
        assertThat(car("4", LI, "李秀英")).containsExactly("ACCEPTED");
    }

    @Test
    void aFactMayCorrectItsOwnNameWhereNobodyElseHasOne() {
        assertThat(car("1", LI, "李秀英")).containsExactly("ACCEPTED");
        assertThat(
                        sent(
                                "GA",
                                "GA03",
                                "corrected",
                                car("1", "王建国", LI, true).replace("2026-03-01T", "2026-03-05T")))
                .containsExactly("ACCEPTED");
        assertThat(car("2", LI, "李秀英")).containsExactly(DIFFERS);
    }

    @Test
    void whoeverCorrectsTheNumberLinksTheRow() {
        assertThat(death("1", ZHANG, "李秀英")).containsExactly(DIFFERS);
        assertThat(death("1", LI, "李秀英")).containsExactly("ACCEPTED");

        assertThat(about("RegistrationCancellation")).isOne();
        assertThat(registrations()).containsExactly(true);
    }

    private static final String CARS =
            "recordNo,idNumber,personName,observedAt,plateTail,vehicleType,registeredOn,state\n";

    private static String car(String recordNo, String name, String number, boolean alone) {
        return "%s%s,%s,%s,2026-03-01T08:00:00+08:00,A12,SMALL_PASSENGER,2020-01-01,NORMAL\n"
                .formatted(alone ? CARS : "", recordNo, number, name);
    }

    private List<String> car(String recordNo, String number, String name) {
        return sent("GA", "GA03", "car " + recordNo, car(recordNo, name, number, true));
    }

    private List<String> registered(String recordNo, String observedAt, String name) {
        return sent(
                "GA",
                "GA01",
                observedAt,
                HEADER
                        + row(
                                recordNo,
                                observedAt,
                                LI,
                                "H2",
                                "户主",
                                "150902001001",
                                name,
                                "1988-07-04"));
    }

    private List<String> death(String recordNo, String number, String name) {
        return sent(
                "GA",
                "GA02",
                "death-" + recordNo + "-" + name.codePointAt(0) + number.substring(14),
                "recordNo,idNumber,personName,observedAt,reason,cancelledOn\n%s,%s,%s,2026-0%s-02T08:00:00+08:00,DEATH,2026-03-02\n"
                        .formatted(recordNo, number, name, number.equals(LI) ? 5 : 4));
    }

    private List<String> sent(String department, String category, String key, String file) {
        HttpResponse<String> response =
                owner.send(
                        department,
                        category,
                        key.replaceAll("[^a-z0-9-]", "-"),
                        "text/csv",
                        null,
                        file.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return owner.outcomes(department, response);
    }

    private long about(String type) {
        return graph.query("MATCH (r:Record:`%s`)-[:ABOUT]->() RETURN count(r)".formatted(type))
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }

    /** Whether each place of registration still holds. */
    private List<Boolean> registrations() {
        return List.copyOf(
                graph.query("MATCH (:Person)-[r:REGISTERED_IN]->() RETURN r.to IS NULL")
                        .fetchAs(Boolean.class)
                        .all());
    }
}
