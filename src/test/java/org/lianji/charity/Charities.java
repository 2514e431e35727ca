package org.lianji.charity;

import static org.assertj.core.api.Assertions.assertThat;

import org.lianji.Hub;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Charities as their clients register them and offer help. */
public final class Charities {

    private static final String MANAGER = "152624198207311100";

    private final Hub hub;

    public Charities(Hub hub) {
        this.hub = hub;
    }

    JsonNode register(String client, String... managers) {
        return hub.ask(
                client,
                "mutation ($input: CharityInput!) { registerCharity(input: $input) { id version"
                        + " state organisation name } }",
                Map.of(
                        "input",
                        Map.of(
                                "name", "某慈善会",
                                "certificate", "蒙民慈字第1号",
                                "managers",
                                        managers.length == 0
                                                ? List.of(MANAGER)
                                                : List.of(managers))));
    }

    JsonNode registered(String client) {
        return done(register(client), "registerCharity");
    }

    /** {@return the charity, approved} */
    public JsonNode approved(String client, String... managers) {
        return taken(
                "MZ", "approveCharity", "", done(register(client, managers), "registerCharity"));
    }

    JsonNode own(String client) {
        return hub.ask(client, "{ charityOrganisations { nodes { id } } }")
                .at("/data/charityOrganisations/nodes");
    }

    JsonNode step(String client, String mutation, String more, JsonNode one) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!) { %s(step: {id: $id, version: $version%s}) { id version state } }"
                        .formatted(mutation, more),
                Map.of("id", one.at("/id").asString(), "version", one.at("/version").asInt()));
    }

    /** {@return the charity, or the offer, after the step} */
    public JsonNode taken(String client, String mutation, String more, JsonNode one) {
        return done(step(client, mutation, more, one), mutation);
    }

    JsonNode withdrawn(String client, JsonNode offer) {
        return step(client, "withdrawOffer", "", offer);
    }

    JsonNode offer(String client, Map<String, Object> other) {
        Map<String, Object> input = new HashMap<>();
        input.put("project", "暖冬");
        input.put("kind", "DAILY_CARE");
        input.put("capacity", 10);
        input.put("until", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(60).toString());
        input.put("regions", List.of("150900000000"));
        input.putAll(other);
        return hub.ask(
                client,
                "mutation ($input: HelpOfferInput!) { offerHelp(input: $input) { id version state"
                        + " unit } }",
                Map.of("input", input));
    }

    /** {@return an offer of ten hours of care for everybody in the city, but for what is other} */
    public JsonNode offered(String client, Map<String, Object> other) {
        return done(offer(client, other), "offerHelp");
    }

    public static JsonNode done(JsonNode answer, String mutation) {
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/" + mutation);
    }

    public static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }
}
