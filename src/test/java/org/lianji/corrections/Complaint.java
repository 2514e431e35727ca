package org.lianji.corrections;

import org.lianji.Hub;
import org.lianji.platform.Reason;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A correction on its way through the hub, step by step as its parties take them over HTTP. */
public final class Complaint {

    static final String CLAIM = "姓名应为张三丰";
    static final String EVIDENCE = "档案2026-17号";

    private static final String SHOWN =
            " { id version state record category item owner raisedBy purpose claim evidence overdue"
                    + " allowedTransitions deadline { rule { code days unit } department startedOn"
                    + " due pausedOn endedOn overdue } history { version transition from to"
                    + " department note } }";

    private final Hub hub;
    private final String id;
    private int version = 1;

    private Complaint(Hub hub, String id) {
        this.hub = hub;
        this.id = id;
    }

    static JsonNode tried(Hub hub, String client, Reason reason, String record, String item) {
        return hub.ask(
                client,
                reason,
                "mutation ($input: CorrectionInput!) { raiseCorrection(input: $input)"
                        + SHOWN
                        + " }",
                Map.of(
                        "input",
                        Map.of(
                                "record",
                                record,
                                "category",
                                "GA01",
                                "item",
                                item,
                                "claim",
                                CLAIM,
                                "evidence",
                                EVIDENCE)));
    }

    public static Complaint raised(
            Hub hub, String client, Reason reason, String record, String item) {
        JsonNode answer = tried(hub, client, reason, record, item);
        if (answer.has("errors")) {
            throw new AssertionError(answer);
        }
        return new Complaint(hub, answer.at("/data/raiseCorrection/id").asString());
    }

    public String id() {
        return id;
    }

    /** The step is taken and works. */
    Complaint done(String client, String mutation, String note) {
        JsonNode answer = tried(client, mutation, note);
        if (answer.has("errors")) {
            throw new AssertionError(mutation + ": " + answer);
        }
        version = answer.at("/data/" + mutation + "/version").asInt();
        return this;
    }

    /** The code with which the step is refused. */
    String refused(String client, String mutation, String note) {
        return tried(client, mutation, note).at("/errors/0/extensions/code").asString();
    }

    JsonNode tried(String client, String mutation, String note) {
        String type =
                switch (mutation) {
                    case "confirmCorrected", "withdrawCorrection" -> "CorrectionStep";
                    default -> "CorrectionStatement";
                };
        Map<String, Object> step = new HashMap<>();
        step.put("id", id);
        step.put("version", version);
        step.put("note", note);
        return hub.ask(
                client,
                "mutation ($step: %s!) { %s(step: $step)%s }".formatted(type, mutation, SHOWN),
                Map.of("step", step));
    }

    /** As the client sees it. */
    JsonNode seenBy(String client) {
        return hub.ask(
                        client,
                        "query ($id: ID!) { correction(id: $id)" + SHOWN + " }",
                        Map.of("id", id))
                .at("/data/correction");
    }

    List<String> open(String client) {
        return seenBy(client)
                .at("/allowedTransitions")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
