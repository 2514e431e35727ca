package org.lianji.workers;

import static org.lianji.assistance.Town.done;

import org.lianji.Hub;

import tools.jackson.databind.JsonNode;

import java.util.Map;

/** The county, which says whose accounts are. */
public final class Registry {

    public static final String COUNTY = "150924000000";

    static final String OFFICER = "MZ-COUNTY";

    private static final String SHOWN =
            "{ id version state department client post region allowedTransitions }";

    private final Hub hub;

    public Registry(Hub hub) {
        this.hub = hub;
    }

    public JsonNode register(
            String officer, String client, String idNumber, String post, String region) {
        return hub.ask(
                officer,
                "mutation ($input: WorkerInput!) { registerWorker(input: $input) " + SHOWN + " }",
                Map.of(
                        "input",
                        Map.of(
                                "department",
                                "MZ",
                                "client",
                                client,
                                "idNumber",
                                idNumber,
                                "post",
                                post,
                                "region",
                                region)));
    }

    public JsonNode registered(String client, String idNumber, String post, String region) {
        return done(register(OFFICER, client, idNumber, post, region));
    }

    public JsonNode end(String officer, JsonNode worker) {
        return hub.ask(
                officer,
                "mutation ($id: ID!, $version: Int!) { endWorker(step: {id: $id, version: $version,"
                        + " note: \"调离岗位\"}) "
                        + SHOWN
                        + " }",
                Map.of(
                        "id",
                        worker.at("/id").asString(),
                        "version",
                        worker.at("/version").asInt()));
    }

    JsonNode list(String client) {
        return hub.ask(client, "{ workers { totalCount nodes " + SHOWN + " } }");
    }
}
