package org.lianji.relief;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.lianji.Hub;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Workers of a township and its county, who find people in distress and help them. */
final class Distress {

    static final String TOWNSHIP = "150924106000";
    static final String VILLAGE = "150924106001";

    /** Registered in Beijing, and known to nobody here. */
    static final String STRANGER = "110101199003078670";

    private static final String SHOWN =
            "{ id version state overdue known temporaryNo amount again basis referral person { id }"
                    + " deadlines { rule { code } due endedOn overdue } }";

    private final Hub hub;

    Distress(Hub hub) {
        this.hub = hub;
    }

    JsonNode fund(String client, String mutation, Map<String, ?> input) {
        String type =
                switch (mutation) {
                    case "countPettyFund" -> "FundCountInput";
                    case "reconcilePettyFund" -> "FundMonthInput";
                    case "adjustPettyFund" -> "FundAdjustmentInput";
                    default -> "FundAmountInput";
                };
        return hub.ask(
                client,
                "mutation ($input: %s!) { %s(input: $input) { balance months { month opening"
                                .formatted(type, mutation)
                        + " toppedUp spent adjusted closing cash difference } } }",
                Map.of("input", input));
    }

    void funded(String amount) {
        done(
                fund("MZ-COUNTY", "openPettyFund", Map.of("region", TOWNSHIP, "amount", amount)),
                "openPettyFund");
    }

    String balance(String client) {
        return hub.ask(client, "{ pettyFund(region: \"%s\") { balance } }".formatted(TOWNSHIP))
                .at("/data/pettyFund/balance")
                .asString();
    }

    /** What comes after the help, where a test says nothing of it. */
    private static final List<Map<String, String>> PAPERS =
            List.of(Map.of("reference", "急难登记表 2026-15", "sha256", "a1".repeat(32)));

    JsonNode open(String client, Map<String, ?> other) {
        Map<String, Object> input = new HashMap<>();
        input.put("region", VILLAGE);
        input.put("cause", "ACCIDENT");
        input.put("secondWorker", client.equals("MZ-TOWN") ? "mz-county" : "mz-town");
        input.putAll(other);
        return hub.ask(
                client,
                "mutation ($input: ReliefInput!) { openRelief(input: $input) " + SHOWN + " }",
                Map.of("input", input));
    }

    JsonNode opened(String client, String foundAt, Map<String, ?> other) {
        Map<String, Object> input = new HashMap<>();
        input.put("foundAt", foundAt);
        input.putAll(other);
        return done(open(client, input), "openRelief");
    }

    JsonNode step(String client, String mutation, JsonNode one, Map<String, ?> more) {
        String type =
                switch (mutation) {
                    case "giveRelief" -> "GiveReliefInput";
                    case "allowReliefAmount" -> "ReliefAmountInput";
                    case "payReliefPart" -> "ReliefPartInput";
                    case "identifyRelief" -> "IdentifyReliefInput";
                    case "referRelief" -> "ReferReliefInput";
                    case "nameSecondWorker" -> "SecondWorkerInput";
                    case "completeReliefPapers" -> "ReliefPapersInput";
                    default -> "ReliefStatement";
                };
        Map<String, Object> input = new HashMap<>(more);
        if (mutation.equals("completeReliefPapers")) {
            input.putIfAbsent("papers", PAPERS);
        }
        input.put("id", one.at("/id").asString());
        input.put("version", one.at("/version").asInt());
        return hub.ask(
                client,
                "mutation ($input: %s!) { %s(%s: $input) "
                                .formatted(
                                        type,
                                        mutation,
                                        mutation.equals("dismissRelief") ? "step" : "input")
                        + SHOWN
                        + " }",
                Map.of("input", input));
    }

    JsonNode taken(String client, String mutation, JsonNode one, Map<String, ?> more) {
        return done(step(client, mutation, one, more), mutation);
    }

    @Nullable JsonNode seen(String client, JsonNode one) {
        return hub.ask(
                        client,
                        "query ($id: ID!) { reliefCase(id: $id) " + SHOWN + " }",
                        Map.of("id", one.at("/id").asString()))
                .at("/data/reliefCase");
    }

    static JsonNode done(JsonNode answer, String mutation) {
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/" + mutation);
    }

    static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }
}
