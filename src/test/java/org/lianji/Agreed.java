package org.lianji;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts agreements in force as departments do, step by step over HTTP. */
public final class Agreed {

    private static final String REQUEST =
            "mutation ($input: AgreementInput!) { requestAgreement(input: $input) { id version } }";

    private static final String STEP =
            "mutation ($step: AgreementStep!) { %s(step: $step) { id version } }";

    private final Hub hub;

    public Agreed(Hub hub) {
        this.hub = hub;
    }

    /**
     * {@return identifier and version of the agreement}
     *
     * @param items such as {@code GA01.name}
     */
    public String on(
            String provider,
            String consumer,
            String purpose,
            String level,
            List<String> regions,
            List<String> items) {
        return on(provider, consumer, purpose, level, regions, items, List.of());
    }

    /**
     * {@return identifier and version of the agreement}
     *
     * @param clear items of one category that are asked for as they are
     * @param masked items of it whose masked value is enough
     */
    public String on(
            String provider,
            String consumer,
            String purpose,
            String level,
            List<String> regions,
            List<String> clear,
            List<String> masked) {
        Map<String, Object> input = new HashMap<>();
        input.put("scope", List.of(scope(clear, masked)));
        input.put("purposes", List.of(purpose));
        input.put("regions", regions);
        input.put("level", level);
        input.put("mode", "API");
        input.put("months", 12);
        input.put("basis", "社会救助法第四十一条");
        input.put("scenario", "核对");
        JsonNode drafted = hub.ask(consumer, REQUEST, Map.of("input", input));
        return through(provider, consumer, done("requestAgreement", drafted));
    }

    private static Map<String, Object> scope(List<String> clear, List<String> masked) {
        List<Map<String, Object>> items = new ArrayList<>();
        clear.forEach(item -> items.add(Map.of("name", item.substring(5))));
        masked.forEach(item -> items.add(Map.of("name", item.substring(5), "masked", true)));
        String one = Stream.concat(clear.stream(), masked.stream()).findFirst().orElseThrow();
        return Map.of("category", one.substring(0, 4), "items", items);
    }

    private String through(String provider, String consumer, JsonNode draft) {
        JsonNode agreement = draft;
        agreement = step(consumer + "-HEAD", "signAgreement", agreement);
        agreement = step(consumer, "submitAgreement", agreement);
        agreement = step(provider, "prepareApproval", agreement);
        agreement = step(provider + "-HEAD", "approveAgreement", agreement);
        agreement = step(provider, "deliverAgreement", agreement);
        agreement = step(consumer, "confirmDelivery", agreement);
        return agreement.at("/id").asString() + "@" + agreement.at("/version").asInt();
    }

    private JsonNode step(String client, String mutation, JsonNode seen) {
        return done(mutation, hub.ask(client, STEP.formatted(mutation), Map.of("step", seen)));
    }

    private static JsonNode done(String mutation, JsonNode answer) {
        if (answer.has("errors")) {
            throw new AssertionError(mutation + ": " + answer);
        }
        return answer.at("/data/" + mutation);
    }
}
