package org.lianji.bases;

import org.lianji.Hub;
import org.lianji.platform.Reason;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Bases as officers, heads and citizens meet them over HTTP. */
record Matter(Hub hub) {

    /** The demo client {@code citizen} speaks for this person. */
    static final String CITIZEN = "152627195801035714";

    static final String SHOWN =
            " { id kind purpose department client reference closed until reviewer reviewDue"
                    + " reviewDueProvisional reviewOverdue verdict verdictNote reviewedAt"
                    + " safeguarding { state ground reason until hiddenUntil signedAt } }";

    JsonNode ask(String client, String field, String shown, Map<String, Object> variables) {
        return hub.ask(client, field + shown + " }", variables);
    }

    JsonNode opened(String client, String more) {
        return done(tried(client, more), "openBasis");
    }

    JsonNode tried(String client, String more) {
        return hub.ask(
                client,
                "mutation ($n: IdNumber!) { openBasis(input: {kind: CASE, purpose: A, reference:"
                        + " \"%s\", persons: [{idNumber: $n}] %s})%s }"
                                .formatted(UUID.randomUUID(), more, SHOWN),
                Map.of("n", CITIZEN));
    }

    JsonNode brokenGlass(String client) {
        return brokenGlass(client, "");
    }

    private JsonNode brokenGlass(String client, String more) {
        return hub.ask(
                client,
                "mutation ($n: IdNumber!) { breakGlass(idNumber: $n, reason:"
                        + " \"老人昏迷在家，须立即告知医院病史\" %s)%s }".formatted(more, SHOWN),
                Map.of("n", CITIZEN));
    }

    JsonNode brokenGlassFor(String client, String reason) {
        return hub.ask(
                client,
                "mutation ($n: IdNumber!, $r: String!) { breakGlass(idNumber: $n, reason: $r)%s }"
                        .formatted(SHOWN),
                Map.of("n", CITIZEN, "r", reason));
    }

    /** An emergency that is to be judged by that reviewer: as many are opened as it takes. */
    JsonNode emergency(String client, Reviewer reviewer) {
        return emergency(client, reviewer, "");
    }

    JsonNode emergency(String client, Reviewer reviewer, String more) {
        while (true) {
            JsonNode opened = done(brokenGlass(client, more), "breakGlass");
            if (opened.at("/reviewer").asString().equals(reviewer.name())) {
                return opened;
            }
        }
    }

    JsonNode judged(String client, String id, String verdict, String note) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $v: EmergencyVerdict!, $note: String!) { reviewEmergency(id:"
                        + " $id, verdict: $v, note: $note)"
                        + SHOWN
                        + " }",
                Map.of("id", id, "v", verdict, "note", note));
    }

    JsonNode step(String client, String mutation, String id) {
        return hub.ask(
                client,
                "mutation ($id: ID!) { %s(id: $id)%s }".formatted(mutation, SHOWN),
                Map.of("id", id));
    }

    JsonNode extended(String client, String id, String safeguarding) {
        return hub.ask(
                client,
                "mutation ($id: ID!) { extendSafeguarding(id: $id, safeguarding: %s)%s }"
                        .formatted(safeguarding, SHOWN),
                Map.of("id", id));
    }

    JsonNode seen(String client, String id) {
        return hub.ask(
                        client,
                        "query ($id: ID!) { basis(id: $id)%s }".formatted(SHOWN),
                        Map.of("id", id))
                .at("/data/basis");
    }

    List<String> listed(String client, String arguments) {
        List<String> ids = new ArrayList<>();
        hub.ask(client, "{ bases%s { nodes { id } } }".formatted(arguments))
                .at("/data/bases/nodes")
                .forEach(basis -> ids.add(basis.get("id").asString()));
        return ids;
    }

    JsonNode look(String client, Reason reason) {
        return hub.ask(
                client,
                reason,
                "query ($n: IdNumber!) { person(idNumber: $n) { id } }",
                Map.of("n", CITIZEN));
    }

    /** What the citizen reads, the newest first; whose token is made for each test. */
    List<String> told() {
        List<String> sentences = new ArrayList<>();
        new Hub(hub.address())
                .ask("citizen", "{ accessLog { nodes { sentence } } }", new HashMap<>())
                .at("/data/accessLog/nodes")
                .forEach(node -> sentences.add(node.get("sentence").asString()));
        return sentences;
    }

    static JsonNode done(JsonNode answer, String mutation) {
        JsonNode made = answer.at("/data/" + mutation);
        if (made.isNull() || answer.has("errors")) {
            throw new AssertionError(answer);
        }
        return made;
    }

    static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }
}
