package org.lianji.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.items.Share;
import org.lianji.platform.Reason;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** A city in which the leading department has agreed with all whose data its rules read. */
public final class Monitored {

    private final Hub hub;
    private final Catalogue catalogue;
    private final Map<String, Reason> plans = new HashMap<>();

    public Monitored(Hub hub, Catalogue catalogue) {
        this.hub = hub;
        this.catalogue = catalogue;
    }

    /** Agrees on all that rules read of other departments, of children too. */
    public void agree() {
        agreeOn(List.of());
    }

    /**
     * Agrees on all that some rules read of other departments.
     *
     * @param codes of the rules; none for all
     */
    public void agreeOn(List<String> codes) {
        agreeOn("MZ", codes);
    }

    /**
     * Agrees on all that some rules read of other departments than the consumer.
     *
     * @param codes of the rules; none for all
     */
    public void agreeOn(String consumer, List<String> codes) {
        agreeOn(consumer, codes, "150900000000");
    }

    /**
     * The same about people of a region.
     *
     * @param region code
     */
    void agreeOn(String consumer, List<String> codes, String region) {
        Map<String, Set<String>> read = new TreeMap<>();
        data("{ rules { code reads } }", Map.of())
                .at("/rules")
                .valueStream()
                .filter(rule -> codes.isEmpty() || codes.contains(rule.at("/code").asString()))
                .forEach(
                        rule ->
                                rule.at("/reads")
                                        .forEach(
                                                item ->
                                                        read.computeIfAbsent(
                                                                        item.asString()
                                                                                .substring(0, 4),
                                                                        _ -> new TreeSet<>())
                                                                .add(item.asString())));
        read.forEach(
                (code, items) -> {
                    Category category = catalogue.category(code).orElseThrow();
                    items.removeIf(
                            item ->
                                    item.length() < 5
                                            || category.item(item.substring(5))
                                                            .orElseThrow()
                                                            .share()
                                                    == Share.NOT_SHARED);
                    if (!items.isEmpty() && !category.owner().code().equals(consumer)) {
                        new Agreed(hub)
                                .on(
                                        category.owner().code(),
                                        consumer,
                                        category.purposes().contains(Purpose.C) ? "C" : "B",
                                        "S4",
                                        List.of(region),
                                        List.copyOf(items));
                    }
                });
    }

    /** Contributes rows, none of which may be rejected. */
    public void contribute(String category, List<Map<String, Object>> rows) {
        String body =
                rows.stream()
                        .map(JsonMapper.shared()::writeValueAsString)
                        .collect(Collectors.joining("\n"));
        String owner = catalogue.category(category).orElseThrow().owner().code();
        String receipt =
                hub.send(
                                hub.as(owner, "/contributions/" + category)
                                        .header("Content-Type", "application/x-ndjson")
                                        .header("Idempotency-Key", UUID.randomUUID().toString())
                                        .POST(BodyPublishers.ofString(body)))
                        .body();
        assertThat(receipt)
                .as(() -> receipt + rejects(owner, JsonMapper.shared().readTree(receipt)))
                .contains("\"rejected\":0");
    }

    private String rejects(String owner, JsonNode receipt) {
        return hub.send(
                        hub.as(
                                owner,
                                "/contributions/" + receipt.at("/id").asString() + "/rejects"))
                .body();
    }

    /** Registers somebody as the head of a household, under the numbers 1 and H1. */
    public void register(String idNumber, String region, LocalDate day) {
        register("1", idNumber, region, day);
    }

    /**
     * The same under other numbers.
     *
     * @param number of the record, and behind an H of the household
     */
    public void register(String number, String idNumber, String region, LocalDate day) {
        contribute(
                "GA01",
                List.of(
                        Map.of(
                                "recordNo",
                                number,
                                "observedAt",
                                day + "T00:00:00+08:00",
                                "idNumber",
                                idNumber,
                                "hukouNo",
                                "H" + number,
                                "relationToHead",
                                "HEAD",
                                "hukouRegion",
                                region,
                                "name",
                                "李建国",
                                "sex",
                                idNumber.charAt(16) % 2 == 0 ? "FEMALE" : "MALE",
                                "birthDate",
                                LocalDate.parse(
                                                idNumber.substring(6, 14),
                                                DateTimeFormatter.BASIC_ISO_DATE)
                                        .toString())));
    }

    /** {@return a run over everybody, once it is through} */
    public JsonNode run(List<String> rules) {
        return run(rules, Duration.ofMinutes(8));
    }

    /** {@return a run over everybody, once it is through within that time} */
    JsonNode run(List<String> rules, Duration within) {
        String id =
                data(
                                "mutation ($rules: [String!]) { startMonitoringRun(input: {rules:"
                                        + " $rules}) { id } }",
                                Map.of("rules", rules))
                        .at("/startMonitoringRun/id")
                        .asString();
        return await().atMost(within)
                .until(
                        () ->
                                data(
                                                "query ($id: ID!) { monitoringRun(id: $id) { state"
                                                    + " rules rulesDone done total raised withdrawn"
                                                    + " eta startedAt finishedAt } }",
                                                Map.of("id", id))
                                        .at("/monitoringRun"),
                        run -> run.at("/state").asString().equals("COMPLETE"));
    }

    /** {@return the persons of the rule's warnings} */
    public List<String> found(String rule) {
        List<String> persons = new ArrayList<>();
        data(
                        "query ($rule: String) { warnings(rule: $rule, open: true, first: 200) {"
                                + " nodes { finding { person } } } }",
                        Map.of("rule", rule))
                .at("/warnings/nodes")
                .forEach(one -> persons.add(one.at("/finding/person").asString()));
        return persons;
    }

    /** {@return the token of whom a record of the category is about, as its owner sees it} */
    public String token(String category, String idNumber) {
        String owner = catalogue.category(category).orElseThrow().owner().code();
        return hub.ask(
                        owner,
                        plans.computeIfAbsent(owner, hub::plan),
                        "query ($n: IdNumber!) { person(idNumber: $n) { id } }",
                        Map.of("n", idNumber))
                .at("/data/person/id")
                .asString();
    }

    private JsonNode data(String document, Map<String, Object> variables) {
        JsonNode answer = hub.ask("MZ", document, variables);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data");
    }
}
