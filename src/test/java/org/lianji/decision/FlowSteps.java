package org.lianji.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.lianji.Hub;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Mutations by their names alone; remembers what they made, and its versions. */
final class FlowSteps {

    private final Hub hub;
    private final RootQuestions schema;
    private final Map<String, Integer> versions = new HashMap<>();
    private final Map<String, String> made = new LinkedHashMap<>();
    private Runnable afterEach = () -> {};

    FlowSteps(Hub hub) {
        this.hub = hub;
        this.schema = new RootQuestions(hub, "MZ", Set.of());
    }

    /** {@return types of what was made, by identifiers} */
    Map<String, String> made() {
        return made;
    }

    void afterEach(Runnable what) {
        afterEach = what;
    }

    /** {@return the whole answer to a mutation, whose input has these fields} */
    JsonNode answer(String client, String mutation, Object... fields) {
        Map<String, Object> input = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            input.put((String) fields[i], fields[i + 1]);
        }
        return hub.ask(client, schema.step(mutation).document(), Map.of("input", input));
    }

    /** {@return the whole answer to a step of a matter as it stands} */
    JsonNode tried(String client, String mutation, String id, Object... fields) {
        return answer(client, mutation, named(id, fields));
    }

    private Object[] named(String id, Object... fields) {
        return Stream.concat(Stream.of("id", id, "version", versions.get(id)), Stream.of(fields))
                .toArray();
    }

    /** {@return identifier of the newest that the client sees} */
    String newest(String client, String list) {
        JsonNode answer =
                hub.ask(client, "{ %s { nodes { __typename id version } } }".formatted(list));
        return noted(answer.at("/data/" + list + "/nodes/0"));
    }

    /** {@return identifier of what the mutation made or changed} */
    String act(String client, String mutation, Object... fields) {
        JsonNode answer = answer(client, mutation, fields);
        assertThat(answer.has("errors")).as("%s %s", mutation, answer).isFalse();
        String id = noted(answer.at("/data/" + mutation));
        afterEach.run();
        return id;
    }

    /** Takes a step of a matter as it stands. */
    void step(String client, String mutation, String id, Object... fields) {
        act(client, mutation, named(id, fields));
    }

    /** {@return its identifier, which is known from now on as what it is} */
    String noted(JsonNode one) {
        String id = one.at("/id").asString("");
        if (!id.isEmpty()) {
            made.put(id, one.at("/__typename").asString());
            versions.put(id, one.at("/version").asInt(0));
        }
        return id;
    }
}
