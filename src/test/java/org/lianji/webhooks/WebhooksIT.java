package org.lianji.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A department's system is told that its warnings change, signed, in order, and until it listens.
 */
@HubTest
class WebhooksIT {

    private static final String CITIZEN = "152627195801035714";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final ToldSystem SYSTEM = new ToldSystem();

    @Autowired Hub hub;

    @Autowired Catalogue catalogue;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry settings) {
        String here = SYSTEM.address();
        for (String department : List.of("mz", "yb")) {
            settings.add("lianji.webhooks." + department + ".url", () -> here + "/" + department);
            settings.add("lianji.webhooks." + department + ".department", department::toUpperCase);
            settings.add("lianji.webhooks." + department + ".secret", () -> SECRET);
        }
        settings.add("lianji.outbox.attempts", () -> "2");
    }

    @AfterAll
    static void stop() {
        SYSTEM.close();
    }

    @BeforeEach
    void warned() {
        SYSTEM.clear();
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
        await().atMost(Duration.ofMinutes(1)).until(() -> warning().has("id"));
    }

    private JsonNode warning() {
        return hub.ask("MZ-TOWN", "{ warnings { nodes { id version } } }")
                .at("/data/warnings/nodes/0");
    }

    private void step(String mutation, String argument, String more) {
        JsonNode warning = warning();
        JsonNode answer =
                hub.ask(
                        "MZ-TOWN",
                        "mutation ($id: ID!, $v: Int!) { %s(%s: {id: $id, version: $v%s}) { id } }"
                                .formatted(mutation, argument, more),
                        Map.of(
                                "id", warning.at("/id").asString(),
                                "v", warning.at("/version").asInt()));
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    }

    private static void hear(String path, int times) {
        await().atMost(Duration.ofMinutes(1)).until(() -> SYSTEM.at(path).size() == times);
    }

    @Test
    void tellIdentifierKindAndTimeSignedAndNothingElse() throws Exception {
        hear("/mz", 1);

        ToldSystem.Received one = SYSTEM.at("/mz").getFirst();
        assertThat(one.json().propertyNames())
                .containsExactlyInAnyOrder("id", "kind", "subject", "at");
        assertThat(one.json().at("/kind").asString()).isEqualTo("WarningChanged");
        assertThat(one.json().at("/subject")).isEqualTo(warning().at("/id"));
        String[] signature = one.signature().split("[=,]");
        Mac keyed = Mac.getInstance("HmacSHA256");
        keyed.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(signature[3])
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(
                                        keyed.doFinal(
                                                (signature[1] + "." + one.body())
                                                        .getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void tellADepartmentOfWhatItWasSentAlone() {
        step("claimWarning", "input", "");
        step("beginVerification", "step", "");
        step("confirmWarning", "step", ", note: \"属实\"");
        hear("/mz", 4);
        assertThat(SYSTEM.at("/yb")).isEmpty();

        step("disposeWarning", "input", ", disposal: TRANSFER, transferTo: YB, note: \"转医保\"");
        hear("/yb", 1);
        assertThat(SYSTEM.at("/yb").getFirst().json().at("/subject"))
                .isEqualTo(warning().at("/id"));
    }

    @Test
    void areToldAgainInOrderOnceAnOperatorSaysSo() {
        hear("/mz", 1);
        SYSTEM.answers(500);
        step("claimWarning", "input", "");
        step("beginVerification", "step", "");
        String dead =
                "{ deadLetters(listener: \"webhook-mz\") { nodes { kind subject waiting } } }";
        await().atMost(Duration.ofMinutes(1))
                .until(() -> hub.ask("MZ", dead).at("/data/deadLetters/nodes").size() == 1);
        assertThat(hub.ask("MZ", dead).at("/data/deadLetters/nodes/0/waiting").asInt()).isOne();

        SYSTEM.answers(204);
        hub.ask(
                "MZ",
                "mutation { replayDeadLetters(input: {listener: \"webhook-mz\"}) { replayed } }");
        hear("/mz", 3);
        assertThat(SYSTEM.at("/mz").stream().map(one -> one.json().at("/at").asString()))
                .isSorted();
        assertThat(SYSTEM.at("/mz").stream().map(one -> one.json().at("/id").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void goToNoAddressThatAnybodyCouldListenTo() {
        assertThatThrownBy(() -> new WebhookTarget("YB", URI.create("http://yb.example/"), SECRET))
                .hasMessageContaining("https");
        assertThatThrownBy(
                        () -> new WebhookTarget("YB", URI.create("https://yb.example/"), "short"))
                .hasMessageContaining("32");
    }
}
