package org.lianji.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianji.assistance.Town.COUNTY;
import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.code;
import static org.lianji.assistance.Town.done;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.TestClock;
import org.lianji.assistance.Town;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.lianji.platform.Reason;
import org.lianji.sharing.MovingClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** What was decided is paid, once a month, by two people. */
@HubTest
@Import(MovingClock.class)
class PaymentsIT {

    /** The demo client {@code citizen} speaks for this person. */
    private static final String CITIZEN = "152627195801035714";

    private static final String SECOND = "MZ-COUNTY-2";
    private static final String TOWNSHIP = "150924106000";

    private static final String SHOWN =
            "{ id version state total returnedTotal allowedTransitions lines { nodes { number case"
                    + " month amount change result reason } } }";

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    @Autowired TestClock clock;

    @TempDir Path folder;

    private String granted;

    @BeforeEach
    void aFamilyIsPaidFromDecemberOn() {
        clock.set(Instant.parse("2026-11-02T02:00:00Z"));
        new Monitored(hub, catalogue).register(CITIZEN, HERE, LocalDate.parse("2026-10-01"));
        Town town = new Town(hub);
        JsonNode noticed = town.taken(TOWN, "noticeCase", town.opined(town.checked(CITIZEN), true));
        clock.advance(Duration.ofDays(7));
        JsonNode confirmed =
                done(
                        town.confirm(
                                town.taken(TOWN, "reportCase", noticed, Town.PAPER),
                                "615.50",
                                CITIZEN));
        granted = confirmed.at("/id").asString();
        assertThat(code(drawUp(COUNTY, "2026-11"))).as("decided").isEqualTo("PAYMENT_NOTHING_DUE");
        in("2026-12");
        town.taken(COUNTY, "startCasePayment", confirmed);
    }

    private void in(String month) {
        clock.set(Instant.parse(month + "-10T02:00:00Z"));
    }

    private JsonNode drawUp(String client, String month) {
        return hub.ask(
                client,
                "mutation { drawUpPayments(input: {township: \"%s\", month: \"%s\"}) %s }"
                        .formatted(TOWNSHIP, month, SHOWN));
    }

    private JsonNode step(String client, String mutation, JsonNode sheet, String... note) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", sheet.at("/id").asString());
        values.put("version", sheet.at("/version").asInt());
        values.put("note", note.length == 0 ? null : note[0]);
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!, $note: String%s) { %s(step: {id: $id, version: $version, note: $note}) %s }"
                        .formatted(note.length == 0 ? "" : "!", mutation, SHOWN),
                values);
    }

    private JsonNode sent(JsonNode drawnUp) {
        return done(step(COUNTY, "sendPayments", done(step(SECOND, "approvePayments", drawnUp))));
    }

    private JsonNode reconcile(JsonNode sheet, String file) {
        return hub.ask(
                COUNTY,
                "mutation ($id: ID!, $version: Int!, $file: String!) { reconcilePayments(input:"
                        + " {id: $id, version: $version, file: $file}) "
                        + SHOWN
                        + " }",
                Map.of(
                        "id",
                        sheet.at("/id").asString(),
                        "version",
                        sheet.at("/version").asInt(),
                        "file",
                        file));
    }

    private static String lines(JsonNode sheet) {
        StringBuilder text = new StringBuilder();
        for (JsonNode line : sheet.at("/lines/nodes")) {
            text.append(line.at("/month").asString())
                    .append(' ')
                    .append(line.at("/amount").asString())
                    .append(' ')
                    .append(line.at("/change").asString())
                    .append(' ')
                    .append(line.at("/result").asString())
                    .append('\n');
        }
        return text.toString();
    }

    private JsonNode mine() {
        return hub.ask("CITIZEN", "{ myPayments { nodes { case month amount result } } }")
                .at("/data/myPayments/nodes");
    }

    @Test
    void areDrawnUpSignedSentAndReconciledAndTheCitizenSeesThem() {
        JsonNode drawnUp = done(drawUp(COUNTY, "2026-12"));
        assertThat(lines(drawnUp)).isEqualTo("2026-12 615.50 FIRST \n");
        assertThat(drawnUp.at("/lines/nodes/0/case").asString()).isEqualTo(granted);
        assertThat(code(step(COUNTY, "approvePayments", drawnUp)))
                .isEqualTo("PAYMENT_SECOND_PERSON");
        assertThat(mine()).isEmpty();

        JsonNode sent = sent(drawnUp);
        assertThat(code(step(COUNTY, "cancelPayments", sent, "已送银行")))
                .isEqualTo("TRANSITION_NOT_ALLOWED");
        assertThat(code(reconcile(sent, "line,amount,result,reason\n1,615.00,PAID,\n")))
                .isEqualTo("PAYMENT_RETURN_ROW");
        JsonNode reconciled = done(reconcile(sent, "line,amount,result,reason\n1,615.50,PAID,\n"));

        assertThat(reconciled.at("/state").asString()).isEqualTo("RECONCILED");
        assertThat(reconciled.at("/returnedTotal").asString()).isEqualTo("0.00");
        assertThat(mine().toString())
                .isEqualTo(
                        "[{\"case\":\"%s\",\"month\":\"2026-12\",\"amount\":\"615.50\",\"result\":\"PAID\"}]"
                                .formatted(granted));
        JsonNode log =
                hub.ask(
                        "CITIZEN",
                        new Reason("H", null),
                        "{ accessLog(first: 50) { nodes { kind department } } }",
                        Map.of());
        assertThat(log.at("/data/accessLog/nodes").size()).isGreaterThan(3);
    }

    @Test
    void payNoMonthTwiceAndCatchUpWithWhatCameBack() {
        JsonNode first = done(drawUp(COUNTY, "2026-12"));
        assertThat(code(drawUp(SECOND, "2026-12"))).isEqualTo("PAYMENT_NOTHING_DUE");
        done(step(SECOND, "cancelPayments", first, "账户信息有误"));
        JsonNode again = sent(done(drawUp(COUNTY, "2026-12")));
        done(reconcile(again, "line,amount,result,reason\n1,615.50,RETURNED,账户已销户\n"));
        in("2027-01");

        JsonNode next = done(drawUp(COUNTY, "2027-01"));

        assertThat(lines(next)).isEqualTo("2026-12 615.50 ARREARS \n2027-01 615.50 FIRST \n");
        assertThat(next.at("/total").asString()).isEqualTo("1231.00");
    }

    @Test
    void areDrawnUpOnceHoweverManyDrawThemUp() {
        List<CompletableFuture<JsonNode>> racers =
                IntStream.range(0, 6)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        drawUp(
                                                                i % 2 == 0 ? COUNTY : SECOND,
                                                                "2026-12")))
                        .toList();
        List<JsonNode> answers = racers.stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(answer -> !answer.has("errors")).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.has("errors"))
                .allSatisfy(answer -> assertThat(code(answer)).isEqualTo("PAYMENT_NOTHING_DUE"));
    }

    @Test
    void areNotSentOnceTheHelpHasEnded() {
        JsonNode approved = done(step(SECOND, "approvePayments", done(drawUp(COUNTY, "2026-12"))));
        stop();

        assertThat(code(step(COUNTY, "sendPayments", approved))).isEqualTo("PAYMENT_CHANGED");
        done(step(COUNTY, "cancelPayments", approved, "已停保"));
        assertThat(code(drawUp(COUNTY, "2026-12"))).isEqualTo("PAYMENT_NOTHING_DUE");
    }

    @Test
    void tellAnEndWithTheMonthAfterTheLast() {
        JsonNode sent = sent(done(drawUp(COUNTY, "2026-12")));
        done(reconcile(sent, "line,amount,result,reason\n1,615.50,PAID,\n"));
        in("2027-01");
        stop();

        JsonNode next = done(drawUp(COUNTY, "2027-01"));

        assertThat(lines(next)).isEqualTo("2027-01 0.00 STOPPED \n");
        assertThat(code(reconcile(sent(next), "line,amount,result,reason\n1,0.00,PAID,\n")))
                .isEqualTo("PAYMENT_RETURN_ROW");
        JsonNode again = hub.ask(COUNTY, SENT);
        assertThat(
                        done(reconcile(
                                        again.at("/data/paymentSheets/nodes/0"),
                                        "line,amount,result,reason\n"))
                                .at("/state")
                                .asString())
                .isEqualTo("RECONCILED");
        assertThat(code(drawUp(COUNTY, "2027-01")))
                .as("an end is told once")
                .isEqualTo("PAYMENT_NOTHING_DUE");
    }

    private static final String SENT = "{ paymentSheets(state: SENT) { nodes " + SHOWN + " } }";

    @Test
    void endWithTheDeathOfAllWhomTheyAreFor() {
        JsonNode approved = done(step(SECOND, "approvePayments", done(drawUp(COUNTY, "2026-12"))));
        new Monitored(hub, catalogue)
                .contribute(
                        "WJ01",
                        List.of(
                                Map.of(
                                        "recordNo",
                                        "SW-1",
                                        "observedAt",
                                        "2026-12-05T00:00:00+08:00",
                                        "idNumber",
                                        CITIZEN,
                                        "certNo",
                                        "SW-1",
                                        "diedOn",
                                        "2026-12-04")));

        assertThat(code(step(COUNTY, "sendPayments", approved))).isEqualTo("PAYMENT_CHANGED");
        done(step(COUNTY, "cancelPayments", approved, "保障对象已去世"));
        assertThat(code(drawUp(COUNTY, "2026-12"))).isEqualTo("PAYMENT_NOTHING_DUE");
    }

    /** Civil affairs ends what the case had begun, by the record of the same number. */
    private void stop() {
        new Monitored(hub, catalogue)
                .contribute(
                        "MZ01",
                        List.of(
                                Map.of(
                                        "recordNo",
                                        granted,
                                        "observedAt",
                                        clock.instant().plusSeconds(60).toString(),
                                        "idNumber",
                                        CITIZEN,
                                        "householdNo",
                                        granted,
                                        "area",
                                        "RURAL",
                                        "memberCount",
                                        1,
                                        "monthlyAmount",
                                        "615.50",
                                        "startMonth",
                                        "2026-12",
                                        "status",
                                        "STOPPED")));
        clock.advance(Duration.ofMinutes(2));
    }

    @Test
    void showToTheTownAndTheCountyAndNobodyElse() {
        assertThat(code(drawUp("YB-COUNTY", "2026-12"))).isEqualTo("NOT_YOUR_TURN");
        JsonNode sheet = done(drawUp(COUNTY, "2026-12"));
        String question =
                "{ paymentSheet(id: \"%1$s\") { state } paymentSheets { nodes { id } } node(id: \"%1$s\") { id } }"
                        .formatted(sheet.at("/id").asString());
        assertThat(hub.ask(TOWN, question).at("/data/paymentSheets/nodes")).hasSize(1);
        for (String other : List.of("YB-COUNTY", "GA-TOWN")) {
            assertThat(hub.ask(other, question).at("/data").toString())
                    .isEqualTo(
                            "{\"paymentSheet\":null,\"paymentSheets\":{\"nodes\":[]},\"node\":null}");
        }
        assertThat(code(drawUp(TOWN, "2026-12"))).isEqualTo("NOT_ALLOWED");
        for (String month : List.of("2026-10", "2027-01", "2026-13")) {
            assertThat(drawUp(COUNTY, month).has("errors")).as(month).isTrue();
        }
    }

    @Test
    void leaveAsFilesWithoutNamesOrNumbers() throws Exception {
        JsonNode sheet = done(drawUp(COUNTY, "2026-12"));
        String path = "/payments/" + sheet.at("/id").asString();

        HttpResponse<String> csv = hub.send(hub.as(TOWN, path + ".csv"));

        assertThat(csv.statusCode()).as(csv.body()).isEqualTo(200);
        assertThat(csv.body().lines().toList())
                .containsExactly(
                        "line,case,village,month,amount,change",
                        "1,%s,%s,2026-12,615.50,新增".formatted(granted, HERE));
        HttpResponse<byte[]> xlsx =
                HttpClient.newHttpClient()
                        .send(
                                hub.as(COUNTY, path + ".xlsx").build(),
                                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(unzipped(xlsx.body())).contains("<v>615.50</v>").doesNotContain(CITIZEN);
        assertThat(hub.send(hub.as("YB-COUNTY", path + ".csv")).statusCode()).isEqualTo(404);
        assertThat(hub.send(hub.as("CITIZEN", path + ".csv")).statusCode()).isEqualTo(403);
    }

    private String unzipped(byte[] book) throws IOException {
        Path file = Files.write(folder.resolve("sheet.xlsx"), book);
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            return Files.readString(zip.getPath("xl/worksheets/sheet1.xml"));
        }
    }
}
