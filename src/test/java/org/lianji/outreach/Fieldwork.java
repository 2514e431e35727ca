package org.lianji.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import org.lianji.Hub;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;

/** Clues as clients report them and look into them. */
final class Fieldwork {

    /** A village of the county and the township that the demo officers look after. */
    static final String HERE = "150924106001";

    /** In another county. */
    static final String ELSEWHERE = "150981005000";

    private static final String SHOWN =
            "{ id version state region distress childAtRisk reportedBy accepted mine person basis"
                    + " openWarnings warning dismissal overdue allowedTransitions report {"
                    + " statements personName } deadlines { rule { code } endedOn } }";

    private final Hub hub;

    Fieldwork(Hub hub) {
        this.hub = hub;
    }

    /** {@return the whole answer to a report} */
    JsonNode report(String client, Map<String, Object> input) {
        return hub.ask(
                client,
                "mutation ($input: ClueInput!) { reportClue(input: $input) { id stage region"
                        + " distress childAtRisk reportedAt } }",
                Map.of("input", input));
    }

    JsonNode reported(String client, Map<String, Object> input) {
        return done(report(client, input), "reportClue");
    }

    /** {@return what a report needs, and more} */
    static Map<String, Object> seen(Object... more) {
        Map<String, Object> input = new HashMap<>();
        input.put("what", "老人独居，门前无人清雪");
        input.put("region", HERE);
        for (int i = 0; i < more.length; i += 2) {
            input.put((String) more[i], more[i + 1]);
        }
        return input;
    }

    JsonNode complete(String client, String id, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.put("id", id);
        return hub.ask(
                client,
                "mutation ($input: ClueAddition!) { completeClue(input: $input) { id stage"
                        + " childAtRisk } }",
                Map.of("input", input));
    }

    /** {@return the newest clue that the client sees; missing where there is none} */
    JsonNode newest(String client) {
        JsonNode answer = hub.ask(client, "{ clues { nodes " + SHOWN + " } }");
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/clues/nodes/0");
    }

    /** {@return the whole answer to a step} */
    JsonNode step(String client, String mutation, String more, JsonNode clue) {
        String argument = mutation.equals("closeClue") ? "step" : "input";
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!) { %s(%s: {id: $id, version: $version%s}) %s }"
                        .formatted(mutation, argument, more, SHOWN),
                Map.of("id", clue.at("/id").asString(), "version", clue.at("/version").asInt()));
    }

    JsonNode taken(String client, String mutation, String more, JsonNode clue) {
        return done(step(client, mutation, more, clue), mutation);
    }

    static JsonNode done(JsonNode answer, String mutation) {
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/" + mutation);
    }

    static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }
}
