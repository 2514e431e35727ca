package org.lianji.agencies;

import static org.lianji.assistance.Town.HERE;
import static org.lianji.assistance.Town.TOWN;
import static org.lianji.assistance.Town.done;

import org.lianji.Hub;
import org.lianji.platform.Reason;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The window where agencies are recorded, and what the two do by their own tokens. */
final class Mandates {

    static final String HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final Hub hub;

    Mandates(Hub hub) {
        this.hub = hub;
    }

    JsonNode record(String client, String principal, String agent, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>();
        input.put("principal", principal);
        input.put("agent", agent);
        input.put("kind", "MANDATE");
        input.put("covers", "APPLY");
        input.put("authorityNo", "WT-2026-1");
        input.put("authorityHash", HASH);
        input.put("until", "2026-12-31");
        input.put("region", HERE);
        input.putAll(more);
        input.values().removeIf(""::equals);
        return hub.ask(
                client,
                "mutation ($input: AgencyInput!) { recordAgency(input: $input) { id version state"
                        + " kind until inForce region allowedTransitions } }",
                Map.of("input", input));
    }

    JsonNode recorded(String principal, String agent) {
        return done(record(TOWN, principal, agent, Map.of()));
    }

    /** Recorded agencies as an officer sees them. */
    List<JsonNode> list(String client) {
        return nodes(
                client,
                "agencies",
                "id version state kind principal agent authorityNo authorityHash inForce"
                        + " manyFamilies history { transition department }");
    }

    JsonNode revoke(String client, JsonNode agency) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!) { revokeAgency(step: {id: $id, version:"
                        + " $version, note: \"本人到窗口提出\"}) { id version state inForce } }",
                Map.of(
                        "id",
                        agency.at("/id").asString(),
                        "version",
                        agency.at("/version").asInt()));
    }

    List<JsonNode> mine(String client) {
        return nodes(
                client,
                "myAgencies",
                "agency version side kind state authorityNo until inForce canRevoke");
    }

    JsonNode revokeMine(String client, JsonNode agency) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!) { revokeMyAgency(input: {id: $id, version:"
                        + " $version}) { state inForce canRevoke } }",
                Map.of(
                        "id",
                        agency.at("/id").asString(),
                        "version",
                        agency.at("/version").asInt()));
    }

    /** An application for somebody else. */
    JsonNode apply(String client, String forWhom) {
        return hub.ask(
                client,
                "mutation ($for: ID!) { submitMyCase(input: {kind: MINIMUM_LIVING, region: \"%s\", statement: \"没有收入\", consentNo: \"SQ-2\", forWhom: $for}) { case version state forWhom } }"
                        .formatted(HERE),
                Map.of("for", forWhom));
    }

    List<JsonNode> cases(String client) {
        return nodes(
                client,
                "myCases",
                "case version forWhom state progress missing reason decidedBy canObject canWithdraw"
                        + " award { memberCount } check { conclusion }");
    }

    /** The true account that goes with it, as the town records it. */
    JsonNode paper(JsonNode one) {
        return done(
                hub.ask(
                        TOWN,
                        "mutation ($input: CasePaperInput!) { recordCasePaper(input: $input) {"
                                + " reference } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "caseId", one.at("/id").asString(),
                                        "code", "TRUE_ACCOUNT",
                                        "reference", "档7号",
                                        "sha256", HASH,
                                        "note", "原件已退还"))));
    }

    JsonNode papers(String client) {
        return nodes(client, "myCases", "papers { recorded { code reference note } }")
                .getFirst()
                .at("/papers/recorded");
    }

    JsonNode step(String client, String mutation, JsonNode mine) {
        return hub.ask(
                client,
                "mutation ($id: ID!, $version: Int!) { %s(input: {id: $id, version: $version, note: \"改变主意\"}) { case version state } }"
                        .formatted(mutation),
                Map.of("id", mine.at("/case").asString(), "version", mine.at("/version").asInt()));
    }

    String log(String client) {
        return hub.ask(
                        client,
                        new Reason("H", null),
                        "{ accessLog(first: 50) { nodes { sentence } } }",
                        Map.of())
                .toString();
    }

    private List<JsonNode> nodes(String client, String root, String fields) {
        List<JsonNode> found = new ArrayList<>();
        hub.ask(client, "{ %s { nodes { %s } } }".formatted(root, fields))
                .at("/data/" + root + "/nodes")
                .forEach(found::add);
        return found;
    }
}
