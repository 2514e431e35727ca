package org.lianji.merges;

import static org.assertj.core.api.Assertions.assertThat;

import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody who is registered twice, and who decides that it is so. */
final class DoubleRegistration {

    /** The demo client {@code citizen} speaks for this person. */
    static final String LI = "152627195801035714";

    /** A number that he had besides, by mistake. */
    static final String TWICE = "152627195801035730";

    static final String NEIGHBOUR = "152627196005053510";

    /** Born on the day that Li was. */
    static final String WOMAN = "152627195801035749";

    static final String VILLAGE = "150924106001";
    static final String MERGE = "id version state region basis allowedTransitions";

    private final Hub hub;
    private final Neo4jClient graph;
    private final Monitored city;
    private String basis = "";

    DoubleRegistration(Hub hub, Catalogue catalogue, Neo4jClient graph) {
        this.hub = hub;
        this.graph = graph;
        this.city = new Monitored(hub, catalogue);
    }

    /** Li is registered twice, the police have cancelled one, and an officer has a basis. */
    void begin() {
        register("1", LI, "李建国");
        register("2", TWICE, "李建国");
        register("3", NEIGHBOUR, "王强");
        cancelled("1", TWICE, "DUPLICATE");
        relief("1", TWICE, "李建国", "2026-04-01");
        relief("2", LI, "李建国", "2026-04-02");
        agreed("A");
        agreed("C");
        basis = String.valueOf(hub.matter("MZ-COUNTY", LI, TWICE, NEIGHBOUR).basis());
    }

    String basis() {
        return basis;
    }

    void contribute(String category, Map<String, Object> row) {
        city.contribute(category, List.of(row));
    }

    void agreed(String purpose) {
        new Agreed(hub)
                .on("GA", "MZ", purpose, "S3", List.of("150900000000"), List.of("GA02.reason"));
    }

    private void register(String recordNo, String number, String name) {
        register(recordNo, number, name, "H" + recordNo, "2026-03-01");
    }

    void register(String recordNo, String number, String name, String household, String day) {
        city.contribute(
                "GA01",
                List.of(
                        Map.of(
                                "recordNo",
                                recordNo,
                                "observedAt",
                                day + "T00:00:00+08:00",
                                "idNumber",
                                number,
                                "hukouNo",
                                household,
                                "relationToHead",
                                "HEAD",
                                "hukouRegion",
                                VILLAGE,
                                "name",
                                name,
                                "sex",
                                "MALE",
                                "birthDate",
                                "%s-%s-%s"
                                        .formatted(
                                                number.substring(6, 10),
                                                number.substring(10, 12),
                                                number.substring(12, 14)))));
    }

    void cancelled(String recordNo, String number, String reason) {
        cancelled(recordNo, number, reason, "2026-03-02");
    }

    void cancelled(String recordNo, String number, String reason, String day) {
        city.contribute(
                "GA02",
                List.of(
                        Map.of(
                                "recordNo", recordNo,
                                "observedAt", day + "T00:00:00+08:00",
                                "idNumber", number,
                                "reason", reason,
                                "cancelledOn", day)));
    }

    void relief(String recordNo, String number, String name, String day) {
        city.contribute(
                "MZ05",
                List.of(
                        Map.of(
                                "recordNo", recordNo,
                                "observedAt", day + "T08:00:00+08:00",
                                "idNumber", number,
                                "personName", name,
                                "kind", "EMERGENCY",
                                "occurredRegion", VILLAGE,
                                "grantedAt", day + "T07:00:00+08:00")));
    }

    String token(String number) {
        return graph.query("MATCH (p:Person {idNumber: $number}) RETURN p.id")
                .bind(number)
                .to("number")
                .fetchAs(String.class)
                .one()
                .orElseThrow();
    }

    JsonNode propose(String client, String keep, String other, String on) {
        return hub.ask(
                client,
                "mutation ($i: MergePersonsInput!) { mergePersons(input: $i) { %s } }"
                        .formatted(MERGE),
                Map.of(
                        "i",
                        Map.of("keep", keep, "other", other, "basis", on, "reason", "重户，已核户籍档案")));
    }

    JsonNode step(String client, String mutation, JsonNode merge) {
        Map<String, Object> step = new HashMap<>();
        step.put("id", merge.at("/id").asString());
        step.put("version", merge.at("/version").asInt());
        step.put("note", "档案逐项核过");
        boolean plain = mutation.equals("confirmMerge") || mutation.equals("confirmSplit");
        return hub.ask(
                client,
                "mutation ($s: %s!) { %s(%s: $s) { %s } }"
                        .formatted(
                                plain ? "PersonMergeStep" : "PersonMergeStatement",
                                mutation,
                                mutation.equals("splitPerson") ? "input" : "step",
                                MERGE),
                Map.of("s", step));
    }

    JsonNode taken(String client, String mutation, JsonNode merge) {
        JsonNode answer = step(client, mutation, merge);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/" + mutation);
    }

    JsonNode proposed() {
        JsonNode answer = propose("MZ-COUNTY", token(LI), token(TWICE), basis);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/mergePersons");
    }

    JsonNode merged() {
        return taken("MZ-COUNTY-2", "confirmMerge", proposed());
    }

    JsonNode split(JsonNode merge) {
        return taken("MZ-COUNTY-2", "confirmSplit", taken("MZ-COUNTY", "splitPerson", merge));
    }

    static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
    }

    long reliefs(String number) {
        return graph.query(
                        "MATCH (r:Record {category: 'MZ05'})-[:ABOUT]->(:Person {idNumber: $n})"
                                + " RETURN count(r)")
                .bind(number)
                .to("n")
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }
}
