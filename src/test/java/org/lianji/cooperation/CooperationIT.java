package org.lianji.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.catalogue.Catalogue;
import org.lianji.demo.DemoClients;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Wherever somebody is registered they are helped where they are; their county is asked. */
@HubTest
@Import({MovingClock.class, CooperationIT.OtherCounty.class})
class CooperationIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    /** Registered in Beijing, and known to nobody here. */
    private static final String STRANGER = "110101199003078670";

    private static final String VILLAGE = "150924106001";
    private static final String OTHER = "150981000000";
    private static final String OTHER_VILLAGE = "150981005011";
    private static final String BEIJING = "110101000000";
    private static final String THERE = "MZ-THERE";

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired TestClock clock;

    /** An officer of another county of the city. */
    @TestConfiguration
    static class OtherCounty {
        @Bean
        @Primary
        DemoClients moreClients(@Qualifier("demoClients") DemoClients some) {
            return new DemoClients(
                    Stream.concat(
                                    some.clients().stream(),
                                    Stream.of(
                                            new DemoClients.Client(
                                                    "mz-there",
                                                    "mz-there-demo",
                                                    "MZ",
                                                    "丰镇市",
                                                    "Fengzhen",
                                                    Set.of(Role.COUNTY_OFFICER),
                                                    OTHER,
                                                    null)))
                            .toList());
        }
    }

    @BeforeEach
    void thursday() {
        clock.set(Instant.parse("2026-11-26T02:00:00Z"));
        done(
                hub.ask(
                        "MZ-COUNTY",
                        "mutation { openPettyFund(input: {region: \"150924106000\", amount:"
                                + " \"5000.00\"}) { balance } }"));
    }

    private void registeredElsewhere() {
        new Monitored(hub, catalogue)
                .register(CITIZEN, OTHER_VILLAGE, LocalDate.parse("2026-11-01"));
    }

    private static JsonNode done(JsonNode answer) {
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data").iterator().next();
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    private JsonNode act(String client, String mutation, String type, Map<String, ?> input) {
        String argument = type.endsWith("Statement") ? "step" : "input";
        return hub.ask(
                client,
                "mutation ($i: %s!) { %s(%s: $i) { id version state } }"
                        .formatted(type, mutation, argument),
                Map.of("i", input));
    }

    private JsonNode step(
            String client, String mutation, String type, JsonNode one, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("id", one.at("/id").asString());
        input.put("version", one.at("/version").asInt());
        return act(client, mutation, type, input);
    }

    private JsonNode given(String idNumber) {
        JsonNode opened =
                done(
                        act(
                                "MZ-TOWN",
                                "openRelief",
                                "ReliefInput",
                                Map.of(
                                        "region", VILLAGE,
                                        "cause", "ACCIDENT",
                                        "foundAt", "2026-11-26T09:30:00+08:00",
                                        "secondWorker", "mz-county",
                                        "idNumber", idNumber)));
        return done(
                step(
                        "MZ-COUNTY",
                        "giveRelief",
                        "GiveReliefInput",
                        opened,
                        Map.of("amount", "300.00")));
    }

    private JsonNode tasks(String client) {
        return hub.ask(
                        client,
                        "{ cooperationTasks { totalCount nodes { id version state origin matter"
                            + " region registeredIn letterNo question outcome answer mine basis"
                            + " overdue stage { name } person { id registeredIn { code } } } } }")
                .at("/data/cooperationTasks");
    }

    private JsonNode only(String client) {
        return await().until(() -> tasks(client), some -> some.at("/nodes").size() == 1)
                .at("/nodes/0");
    }

    private JsonNode asked(JsonNode relief, String county, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("matter", relief.at("/id").asString());
        input.put("registeredIn", county);
        input.put("note", "是否已因同一事由获得救助");
        return act("MZ-TOWN", "askForCooperation", "CooperationInput", input);
    }

    private JsonNode answer(String client, String mutation, JsonNode one) {
        return step(
                client,
                mutation,
                "CooperationAnswerInput",
                one,
                Map.of("outcome", "REGISTERED_NOT_HELPED", "note", "户籍在本市，未获救助"));
    }

    @Test
    void isTheTaskOfTheCountyOfRegistrationWhichReadsOfThePersonUntilItAnswers() throws Exception {
        registeredElsewhere();
        JsonNode relief = given(CITIZEN);

        JsonNode asked = only(THERE);
        assertThat(asked.at("/registeredIn").asString()).isEqualTo(OTHER);
        assertThat(asked.at("/region").asString()).isEqualTo("150924000000");
        assertThat(asked.at("/letterNo").isNull()).isTrue();
        assertThat(letter("MZ-TOWN", asked)).contains("COOPERATION_NO_LETTER");
        assertThat(asked.at("/person").isNull()).as("nobody has taken it on").isTrue();
        assertThat(asked.at("/matter").isNull()).as("another county's number").isTrue();
        assertThat(only("MZ-TOWN").at("/matter")).isEqualTo(relief.at("/id"));
        assertThat(code(answer(THERE, "answerCooperation", asked))).isEqualTo("NOT_YOUR_TURN");
        assertThat(code(step("MZ-COUNTY", "acceptCooperation", "CooperationStep", asked, Map.of())))
                .isEqualTo("NOT_YOUR_TURN");

        done(step(THERE, "acceptCooperation", "CooperationStep", asked, Map.of()));

        JsonNode accepted = only(THERE);
        assertThat(accepted.at("/person/id").asString("")).startsWith("P");
        Reason basis = new Reason("D", accepted.at("/basis").asString());
        assertThat(looked(basis)).startsWith("P");
        assertThat(only("MZ-COUNTY").at("/person").isNull()).isTrue();
        assertThat(only("MZ-COUNTY").at("/basis").isNull()).isTrue();

        done(answer(THERE, "answerCooperation", accepted));

        assertThat(only("MZ-TOWN").at("/outcome").asString()).isEqualTo("REGISTERED_NOT_HELPED");
        assertThat(only("MZ-TOWN").at("/answer").asString()).isEqualTo("户籍在本市，未获救助");
        assertThat(only(THERE).at("/person").isNull()).isTrue();
        assertThat(looked(basis)).isEmpty();
        List<String> log =
                hub.ask("CITIZEN", "{ accessLog { nodes { kind } } }")
                        .at("/data/accessLog/nodes")
                        .valueStream()
                        .map(one -> one.at("/kind").asString())
                        .distinct()
                        .toList();
        assertThat(log).as("the person reads of it").contains("WRITE", "READ");
    }

    private String looked(Reason basis) {
        return hub.ask(
                        THERE,
                        basis,
                        "query ($n: IdNumber!) { person(idNumber: $n) { id } }",
                        Map.of("n", CITIZEN))
                .at("/data/person/id")
                .asString("");
    }

    /** The text of the letter on one line, or why there is none. */
    private String letter(String client, JsonNode task) throws Exception {
        HttpResponse<byte[]> answer =
                HttpClient.newHttpClient()
                        .send(
                                hub.as(client, "/cooperation/" + task.at("/id").asString() + ".pdf")
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
        try (PDDocument document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    @Test
    void isALetterWithANumberWhereTheCountyLiesOutsideOfTheCity() throws Exception {
        JsonNode relief = given(STRANGER);
        JsonNode asked = done(asked(relief, BEIJING, Map.of()));
        assertThat(only("MZ-TOWN").at("/letterNo").asString()).isEqualTo("150924-2026-0001");
        assertThat(code(asked(relief, BEIJING, Map.of()))).isEqualTo("COOPERATION_ASKED");
        assertThat(code(step(THERE, "acceptCooperation", "CooperationStep", asked, Map.of())))
                .isEqualTo("COOPERATION_NOT_FOUND");

        String letter = letter("MZ-TOWN", asked);
        assertThat(letter)
                .contains("函号：150924-2026-0001", "北京市", "东城区民政局", "兴和县民政局（盖章）")
                .contains("是否已因同一事由获得救助", "请于2026年12月10日前答复", "2026年11月26日")
                .doesNotContain(STRANGER);
        assertThat(letter("MZ-COUNTY", asked)).isEqualTo(letter);
        assertThat(letter(THERE, asked)).contains("COOPERATION_NOT_FOUND");
        assertThat(letter("YB-TOWN", asked)).contains("COOPERATION_NOT_FOUND");

        clock.advance(Duration.ofDays(20));
        assertThat(only("MZ-TOWN").at("/overdue").asBoolean()).isTrue();
        done(answer("MZ-TOWN", "recordCooperationAnswer", asked));

        assertThat(only("MZ-COUNTY").at("/state").asString()).isEqualTo("ANSWERED");
        assertThat(only("MZ-COUNTY").at("/answer").asString()).isEqualTo("户籍在本市，未获救助");
        done(asked(relief, BEIJING, Map.of()));
        assertThat(tasks("MZ-TOWN").at("/nodes/0/letterNo").asString())
                .isEqualTo("150924-2026-0002");
    }

    /** Whatever their county says, or doesn't: help comes, and ends, and so does an application. */
    @Test
    void holdsUpNoHelp() {
        registeredElsewhere();
        JsonNode relief = given(CITIZEN);
        only(THERE);
        clock.advance(Duration.ofDays(30));
        assertThat(only(THERE).at("/overdue").asBoolean()).isTrue();
        JsonNode complete =
                done(
                        step(
                                "MZ-TOWN",
                                "completeReliefPapers",
                                "ReliefPapersInput",
                                relief,
                                Map.of(
                                        "papers",
                                        List.of(
                                                Map.of(
                                                        "reference",
                                                        "登记表 15",
                                                        "sha256",
                                                        "a1".repeat(32))))));
        assertThat(
                        done(step(
                                        "MZ-TOWN",
                                        "referRelief",
                                        "ReferReliefInput",
                                        complete,
                                        Map.of("referral", "DIBAO", "note", "转低保申请")))
                                .at("/state")
                                .asString())
                .isEqualTo("REFERRED");
        JsonNode submitted = done(act("MZ-TOWN", "submitCase", "CaseInput", application()));
        assertThat(
                        done(hub.ask(
                                        "MZ-TOWN",
                                        "mutation ($i: CaseStep!) { acceptCase(step: $i) {"
                                                + " id version state } }",
                                        Map.of(
                                                "i",
                                                Map.of(
                                                        "id",
                                                        submitted.at("/id").asString(),
                                                        "version",
                                                        submitted.at("/version").asInt()))))
                                .at("/state")
                                .asString())
                .isEqualTo("ACCEPTED");
        await().until(() -> tasks(THERE).at("/totalCount").asInt() == 2);
        assertThat(tasks(THERE).at("/nodes/0/origin").asString()).isEqualTo("CASE");
        assertThat(
                        done(act("MZ-TOWN", "openRelief", "ReliefInput", again()))
                                .at("/state")
                                .asString())
                .isEqualTo("REPORTED");
    }

    private static Map<String, Object> application() {
        return Map.of(
                "kind", "MINIMUM_LIVING",
                "idNumber", CITIZEN,
                "region", VILLAGE,
                "statement", "没有收入",
                "channel", "WINDOW",
                "consentNo", "SQ-1");
    }

    private Map<String, Object> again() {
        return Map.of(
                "region", VILLAGE,
                "cause", "ILLNESS",
                "foundAt", "2026-12-26T09:30:00+08:00",
                "secondWorker", "mz-county",
                "idNumber", CITIZEN);
    }

    private void inDanger() {
        done(
                hub.ask(
                        "YB-TOWN",
                        "mutation ($n: IdNumber!) { openBasis(input: {kind: CASE, purpose: A,"
                            + " reference: \"JB-2026-1\", persons: [{idNumber: $n}] safeguarding:"
                            + " {ground: FAMILY_VIOLENCE, reason: \"家暴案件在查，施暴人在户籍地\", until:"
                            + " \"2027-01-31\"}}) { id } }",
                        Map.of("n", CITIZEN)));
    }

    /** Nobody at home reads on of them, though they took the task on before. */
    @Test
    void endsTheBasisOfWhoTookItOnWhereSomebodyComesToBeInDanger() {
        registeredElsewhere();
        given(CITIZEN);
        done(step(THERE, "acceptCooperation", "CooperationStep", only(THERE), Map.of()));
        Reason basis = new Reason("D", only(THERE).at("/basis").asString());
        assertThat(looked(basis)).startsWith("P");

        inDanger();

        assertThat(tasks(THERE).at("/totalCount").asInt()).isZero();
        assertThat(looked(basis)).isEmpty();
        assertThat(
                        hub.ask("CITIZEN", "{ accessLog { nodes { sentence } } }")
                                .at("/data/accessLog/nodes")
                                .toString())
                .as("who hides looks is told to nobody")
                .doesNotContain("医疗保障局");
    }

    /** Who fled from there is not told to anybody there, neither by the hub nor by an officer. */
    @Test
    void tellsNobodyAtHomeWhereSomebodyInDangerIs() {
        registeredElsewhere();
        JsonNode relief = given(CITIZEN);
        JsonNode asked = only(THERE);
        inDanger();

        assertThat(tasks(THERE).at("/totalCount").asInt()).isZero();
        assertThat(code(step(THERE, "acceptCooperation", "CooperationStep", asked, Map.of())))
                .isEqualTo("COOPERATION_NOT_FOUND");
        assertThat(tasks("MZ-TOWN").at("/totalCount").asInt()).isEqualTo(1);
        done(
                step(
                        "MZ-TOWN",
                        "withdrawCooperation",
                        "CooperationStatement",
                        asked,
                        Map.of("note", "人身安全有危险")));
        assertThat(code(asked(relief, OTHER, Map.of()))).isEqualTo("COOPERATION_MATTER");
    }

    @Test
    void asksNobodyAboutWhoIsRegisteredWhereTheyAreHelped() {
        new Monitored(hub, catalogue).register(CITIZEN, VILLAGE, LocalDate.parse("2026-11-01"));
        given(CITIZEN);
        JsonNode submitted = done(act("MZ-TOWN", "submitCase", "CaseInput", application()));
        done(
                hub.ask(
                        "MZ-TOWN",
                        "mutation ($i: CaseStep!) { acceptCase(step: $i) { id } }",
                        Map.of("i", Map.of("id", submitted.at("/id").asString(), "version", 1))));
        JsonNode elsewhere = given(STRANGER);
        done(asked(elsewhere, BEIJING, Map.of()));

        assertThat(only("MZ-COUNTY").at("/matter")).isEqualTo(elsewhere.at("/id"));
    }

    /** Nobody tells a county of its choice about somebody: the library knows whose they are. */
    @Test
    void asksNobodyButTheCountyOfRegistrationAndOnlyAboutWhomOneHelps() {
        registeredElsewhere();
        JsonNode relief = given(CITIZEN);
        JsonNode asked = only(THERE);
        assertThat(code(asked(relief, OTHER, Map.of()))).isEqualTo("COOPERATION_ASKED");
        done(
                step(
                        "MZ-TOWN",
                        "withdrawCooperation",
                        "CooperationStatement",
                        asked,
                        Map.of("note", "已电话核实")));
        for (String county :
                List.of(BEIJING, "150923000000", "150924000000", "150981005000", "150900000000")) {
            assertThat(code(asked(relief, county, Map.of())))
                    .as(county)
                    .isEqualTo("COOPERATION_COUNTY");
        }
        assertThat(
                        code(
                                act(
                                        "YB-TOWN",
                                        "askForCooperation",
                                        "CooperationInput",
                                        Map.of(
                                                "matter",
                                                relief.at("/id").asString(),
                                                "registeredIn",
                                                OTHER,
                                                "note",
                                                "x"))))
                .isEqualTo("COOPERATION_MATTER");
        assertThat(
                        code(
                                act(
                                        THERE,
                                        "askForCooperation",
                                        "CooperationInput",
                                        Map.of(
                                                "matter",
                                                relief.at("/id").asString(),
                                                "registeredIn",
                                                OTHER,
                                                "note",
                                                "x"))))
                .isEqualTo("COOPERATION_MATTER");
        assertThat(tasks("YB-COUNTY").at("/totalCount").asInt()).isZero();

        Map<String, String> key = Map.of("clientMutationKey", "xz-1");
        JsonNode first = done(asked(relief, OTHER, key));
        assertThat(done(asked(relief, OTHER, key)).at("/id")).isEqualTo(first.at("/id"));
        assertThat(code(answer("MZ-TOWN", "recordCooperationAnswer", first)))
                .isEqualTo("COOPERATION_INSIDE");
    }
}
