package org.lianji.sharing;

import org.lianji.Hub;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An agreement on its way through the hub, step by step as its parties take them over HTTP. */
public final class Paper {

    private static final String SHOWN =
            " { id version state overdue allowedTransitions terminationProposedBy extensionAsked"
                + " from until suspendedUntil deadlines { rule { code } department startedOn due"
                + " pausedOn endedOn overdue } history { version transition from to department"
                + " client note filedWith overseer } notices { code message } terms { provider"
                + " consumer purposes regions level mode months basis scenario scope { category"
                + " items { name masked } } } }";

    private static final String REQUEST =
            "mutation ($input: AgreementInput!) { requestAgreement(input: $input)" + SHOWN + " }";

    private final Hub hub;
    private final String id;
    private int version;

    private Paper(Hub hub, String id) {
        this.hub = hub;
        this.id = id;
        this.version = 1;
    }

    public static Map<String, Object> input(String category, List<String> items, String purpose) {
        Map<String, Object> input = new HashMap<>();
        Map<String, Object> scope = new HashMap<>();
        scope.put("category", category);
        scope.put(
                "items",
                items.isEmpty() ? null : items.stream().map(name -> Map.of("name", name)).toList());
        input.put("scope", List.of(scope));
        input.put("purposes", List.of(purpose));
        input.put("level", "S3");
        input.put("mode", "API");
        input.put("months", 12);
        input.put("basis", "教育法第三十八条");
        input.put("scenario", "家庭经济困难学生资助");
        return input;
    }

    public static JsonNode request(Hub hub, String client, Map<String, Object> input) {
        return hub.ask(client, REQUEST, Map.of("input", input));
    }

    public static Paper draft(Hub hub, String client, Map<String, Object> input) {
        JsonNode answer = request(hub, client, input);
        return new Paper(hub, answer.at("/data/requestAgreement/id").asString());
    }

    /** Drafted by JY, of RS, and submitted. */
    public static Paper submitted(Hub hub) {
        return submitted(hub, "JY", input("RS01", List.of(), "E"));
    }

    public static Paper submitted(Hub hub, String consumer, Map<String, Object> input) {
        return draft(hub, consumer, input)
                .done(consumer + "-HEAD", "signAgreement")
                .done(consumer, "submitAgreement");
    }

    /** Drafted by JY, of RS, and in force. */
    public static Paper active(Hub hub) {
        return submitted(hub).through("RS", "JY");
    }

    /** From the submission on, until it is in force. */
    public Paper through(String provider, String consumer) {
        return done(provider, "prepareApproval")
                .done(provider + "-HEAD", "approveAgreement")
                .done(provider, "deliverAgreement")
                .done(consumer, "confirmDelivery");
    }

    /** Suspended by the sharing unit for so many working days. */
    public Paper suspended(String provider, String incident, int days) {
        return done(provider, "suspendAgreement", suspension(incident, days));
    }

    public static Map<String, Object> suspension(String incident, int days) {
        return Map.of("note", "查询量异常", "incident", incident, "days", days);
    }

    public String id() {
        return id;
    }

    public int version() {
        return version;
    }

    /** The step is taken and works. */
    public Paper done(String client, String mutation) {
        return done(client, mutation, Map.of());
    }

    public Paper done(String client, String mutation, String note) {
        return done(client, mutation, Map.of("note", note));
    }

    public Paper done(String client, String mutation, Map<String, Object> more) {
        JsonNode answer = tried(client, mutation, version, more);
        if (answer.has("errors")) {
            throw new AssertionError(mutation + ": " + answer);
        }
        version = answer.at("/data/" + mutation + "/version").asInt();
        return this;
    }

    /** The code with which the step is refused. */
    public String refused(String client, String mutation, Map<String, Object> more) {
        return tried(client, mutation, version, more).at("/errors/0/extensions/code").asString();
    }

    public String refused(String client, String mutation) {
        return refused(client, mutation, Map.of());
    }

    public JsonNode tried(String client, String mutation, int seen, Map<String, Object> more) {
        String type =
                switch (mutation) {
                    case "extendAnswer" -> "AgreementExtension";
                    case "suspendAgreement" -> "AgreementSuspension";
                    case "askForMaterial",
                            "supplyMaterial",
                            "refuseAgreement",
                            "rectifyAgreement",
                            "recordExtensionDecision",
                            "liftSuspension",
                            "recordLiftDecision",
                            "proposeTermination",
                            "endPurpose",
                            "attestDisposal" ->
                            "AgreementStatement";
                    default -> "AgreementStep";
                };
        Map<String, Object> step = new HashMap<>(more);
        step.put("id", id);
        step.put("version", seen);
        return hub.ask(
                client,
                "mutation ($step: %s!) { %s(step: $step)%s }".formatted(type, mutation, SHOWN),
                Map.of("step", step));
    }

    /** As the client sees it. */
    public JsonNode seenBy(String client) {
        return hub.ask(
                        client,
                        "query ($id: ID!) { agreement(id: $id)" + SHOWN + " }",
                        Map.of("id", id))
                .at("/data/agreement");
    }

    public List<String> open(String client) {
        return seenBy(client)
                .at("/allowedTransitions")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
