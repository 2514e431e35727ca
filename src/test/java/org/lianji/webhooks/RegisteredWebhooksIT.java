package org.lianji.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A department says itself where its system is told of its matters, and when no more. */
@HubTest
@TestPropertySource(properties = "lianji.outbox.attempts=2")
class RegisteredWebhooksIT {

    private static final String CITIZEN = "152627195801035714";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final ToldSystem SYSTEM = new ToldSystem();

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    @Autowired Driver driver;

    @AfterAll
    static void stop() {
        SYSTEM.close();
    }

    @BeforeEach
    void nothingYet() {
        SYSTEM.clear();
    }

    private void warned() {
        Monitored city = new Monitored(hub, catalogue);
        city.agreeOn(List.of("R101"));
        city.register(CITIZEN, "150924106001", TODAY);
        city.contribute(
                "YB03",
                List.of(
                        Map.of(
                                "recordNo",
                                "1",
                                "observedAt",
                                TODAY + "T00:00:00+08:00",
                                "idNumber",
                                CITIZEN,
                                "windowMonths",
                                12,
                                "selfPayTotal",
                                "20609.39",
                                "threshold",
                                "15000.00",
                                "exceeded",
                                true)));
        await().atMost(LIMIT).until(() -> warning().has("id"));
    }

    private JsonNode warning() {
        return hub.ask("MZ-TOWN", "{ warnings { nodes { id version } } }")
                .at("/data/warnings/nodes/0");
    }

    private JsonNode registered(String client, String path, List<String> kinds) {
        return asked(
                client,
                "mutation ($url: String!, $kinds: [String!]) { done: registerWebhook(input: {url:"
                        + " $url, kinds: $kinds}) { id version state secret } }",
                Map.of("url", SYSTEM.address() + path, "kinds", kinds));
    }

    private JsonNode asked(String client, String document, Map<String, Object> variables) {
        JsonNode answer = hub.ask(client, document, variables);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/done");
    }

    private String refused(String client, String document, Map<String, Object> variables) {
        return hub.ask(client, document, variables).at("/errors/0/extensions/code").asString();
    }

    private void step(String client, String mutation, JsonNode hook) {
        asked(
                client,
                "mutation ($id: ID!, $v: Int!) { done: %s(step: {id: $id, version: $v}) { id } }"
                        .formatted(mutation),
                Map.of(
                        "id",
                        hook.at("/id").asString(),
                        "v",
                        now(client, hook).at("/version").asInt()));
    }

    private JsonNode now(String client, JsonNode hook) {
        return asked(
                client,
                "query ($id: ID!) { done: node(id: $id) { ... on Webhook { version state secret"
                        + " deadLetters { kind subject waiting fault } } } }",
                Map.of("id", hook.at("/id").asString()));
    }

    private void warningStep(String mutation, String argument) {
        JsonNode warning = warning();
        asked(
                "MZ-TOWN",
                "mutation ($id: ID!, $v: Int!) { done: %s(%s: {id: $id, version: $v}) { id } }"
                        .formatted(mutation, argument),
                Map.of("id", warning.at("/id").asString(), "v", warning.at("/version").asInt()));
    }

    private static void hear(String path, int times) {
        await().atMost(LIMIT).until(() -> SYSTEM.at(path).size() == times);
    }

    @Test
    void tellADepartmentOfAllThatItIsPartyToAndOthersOfNothing() throws Exception {
        JsonNode hook = registered("MZ", "/mz", List.of());
        registered("ZJ", "/zj", List.of());
        warned();

        await().atMost(LIMIT)
                .until(
                        () ->
                                SYSTEM.at("/mz").stream()
                                        .map(one -> one.of("kind"))
                                        .toList()
                                        .containsAll(
                                                List.of("AgreementChanged", "WarningChanged")));
        assertThat(SYSTEM.at("/zj")).isEmpty();
        ToldSystem.Received one = SYSTEM.at("/mz").getLast();
        assertThat(JsonMapper.shared().readTree(one.body()).propertyNames())
                .containsExactlyInAnyOrder("id", "kind", "subject", "at");
        String[] signature = one.signature().split("[=,]");
        Mac keyed = Mac.getInstance("HmacSHA256");
        keyed.init(
                new SecretKeySpec(
                        hook.at("/secret").asString().getBytes(StandardCharsets.UTF_8),
                        "HmacSHA256"));
        assertThat(signature[3])
                .isEqualTo(
                        java.util.HexFormat.of()
                                .formatHex(
                                        keyed.doFinal(
                                                (signature[1] + "." + one.body())
                                                        .getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void tellNothingOfWhatWasBefore() {
        warned();
        registered("MZ", "/later", List.of("WarningChanged"));
        warningStep("claimWarning", "input");

        hear("/later", 1);
        assertThat(SYSTEM.at("/later").getFirst().of("subject"))
                .isEqualTo(warning().at("/id").asString());
    }

    @Test
    void goOnFromWhereTheyWereOnceTheyArePausedNoLonger() {
        warned();
        JsonNode hook = registered("MZ", "/paused", List.of("WarningChanged"));
        step("MZ", "pauseWebhook", hook);
        warningStep("claimWarning", "input");
        registered("MZ", "/other", List.of("WarningChanged"));
        warningStep("beginVerification", "step");
        hear("/other", 1);
        assertThat(SYSTEM.at("/paused")).isEmpty();

        step("MZ", "resumeWebhook", hook);
        hear("/paused", 2);
        assertThat(SYSTEM.at("/paused").stream().map(one -> one.of("at"))).isSorted();
    }

    @Test
    void areToldAgainInOrderOnceTheDepartmentSaysSo() {
        warned();
        JsonNode hook = registered("MZ", "/broken", List.of("WarningChanged"));
        SYSTEM.answers(500);
        warningStep("claimWarning", "input");
        warningStep("beginVerification", "step");
        await().atMost(LIMIT).until(() -> now("MZ", hook).at("/deadLetters").size() == 1);
        JsonNode letter = now("MZ", hook).at("/deadLetters/0");
        assertThat(letter.at("/fault").asString()).isEqualTo("HTTP 500");
        assertThat(letter.at("/subject")).isEqualTo(warning().at("/id"));
        assertThat(letter.at("/waiting").asInt()).isOne();

        SYSTEM.answers(204);
        step("MZ", "replayWebhook", hook);
        hear("/broken", 2);
        assertThat(SYSTEM.at("/broken").stream().map(one -> one.of("at"))).isSorted();
        assertThat(SYSTEM.at("/broken").stream().map(one -> one.of("id"))).doesNotHaveDuplicates();
        await().atMost(LIMIT).until(() -> now("MZ", hook).at("/deadLetters").isEmpty());
    }

    @Test
    void leaveNothingBehindOnceTheyAreRemoved() {
        warned();
        JsonNode hook = registered("MZ", "/removed", List.of("WarningChanged"));
        SYSTEM.answers(500);
        warningStep("claimWarning", "input");
        await().atMost(LIMIT).until(() -> now("MZ", hook).at("/deadLetters").size() == 1);
        step("MZ", "removeWebhook", hook);
        SYSTEM.answers(204);
        registered("MZ", "/other", List.of("WarningChanged"));
        warningStep("beginVerification", "step");

        hear("/other", 1);
        assertThat(SYSTEM.at("/removed")).isEmpty();
        assertThat(
                        driver.executableQuery(
                                        "MATCH (n:NewsListener|ParkedNews) WHERE $name IN [n.name,"
                                                + " n.listener] RETURN count(n)")
                                .withParameters(
                                        Map.of("name", "webhook-" + hook.at("/id").asString()))
                                .execute()
                                .records()
                                .getFirst()
                                .get(0)
                                .asLong())
                .isZero();
    }

    @Test
    void showTheirSecretOnceAndThemselvesToTheirDepartmentAlone() {
        String register =
                "mutation { done: registerWebhook(input: {url: \"https://yb.example/hub\", kinds:"
                    + " [\"WarningChanged\"], clientMutationKey: \"one\"}) { id version secret } }";
        JsonNode hook = asked("YB", register, Map.of());
        assertThat(hook.at("/secret").asString()).hasSizeGreaterThan(40);
        JsonNode again = asked("YB", register, Map.of());
        assertThat(again.at("/id")).isEqualTo(hook.at("/id"));
        assertThat(again.at("/secret").isNull()).isTrue();
        assertThat(now("YB", hook).at("/secret").isNull()).isTrue();
        assertThat(now("YB-HEAD", hook).at("/state").asString()).isEqualTo("ACTIVE");
        for (String other : List.of("MZ", "GA", "auditor", "YB-TOWN")) {
            assertThat(
                            asked(
                                            other,
                                            "query ($id: ID!) { done: node(id: $id) { id } }",
                                            Map.of("id", hook.at("/id").asString()))
                                    .isNull())
                    .as(other)
                    .isTrue();
        }
        assertThat(
                        refused(
                                "MZ",
                                "mutation ($id: ID!) { removeWebhook(step: {id: $id, version: 1}) {"
                                        + " id } }",
                                Map.of("id", hook.at("/id").asString())))
                .isEqualTo("WEBHOOK_NOT_FOUND");
        assertThat(
                        driver.executableQuery("MATCH (w:Webhook) RETURN properties(w)")
                                .execute()
                                .records()
                                .toString())
                .doesNotContain(hook.at("/secret").asString());
        assertThat(
                        hub.ask("YB", "{ entries(first: 20) { nodes { items } } }")
                                .at("/data/entries/nodes")
                                .toString())
                .contains("Webhook.REGISTER");
    }

    @Test
    void leadToAnotherMachineByHttpsAlone() {
        String register = "mutation ($url: String!) { registerWebhook(input: {url: $url}) { id } }";
        for (String url :
                List.of(
                        "http://yb.example/",
                        "https://localhost/",
                        "https://127.0.0.1/",
                        "https://169.254.169.254/latest",
                        "https://[::1]/",
                        "https://0.0.0.0/",
                        "https://0x7f000001/",
                        "https://0177.0.0.1/",
                        "https://2130706433/",
                        "https://localhost.localdomain/",
                        "https://hub.localhost/",
                        "https://yb.example:0/",
                        "https://yb.example:99999/",
                        "https://user:word@yb.example/",
                        "https://yb.example/#part",
                        "https:///nowhere",
                        "ftp://yb.example/",
                        "yb.example",
                        "https://yb.example/" + "x".repeat(500))) {
            assertThat(refused("YB", register, Map.of("url", url)))
                    .as(url)
                    .isEqualTo("WEBHOOK_URL");
        }
        assertThat(
                        refused(
                                "YB",
                                "mutation { registerWebhook(input: {url: \"https://yb.example/\","
                                        + " kinds: [\"Nothing\"]}) { id } }",
                                Map.of()))
                .isEqualTo("WEBHOOK_KIND");
        assertThat(refused("YB-HEAD", register, Map.of("url", "https://yb.example/")))
                .isEqualTo("NOT_ALLOWED");
        for (int i = 0; i < 10; i++) {
            registered("YB", "/" + i, List.of());
        }
        assertThat(refused("YB", register, Map.of("url", "https://yb.example/")))
                .isEqualTo("TOO_MANY_WEBHOOKS");
    }
}
