package org.lianji.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.platform.Reason;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** The attack on groups under ten, through the API; the same at scale is StatisticsAttackTests. */
@HubTest
class StatisticsAttackIT {

    private static final Reason G = new Reason("G", null);
    private static final List<String> TOWNSHIPS =
            List.of("150902001000", "150902002000", "150924106000", "150924107000", "150924209000");
    private static final List<String> CLIENTS = List.of("MZ", "MZ-COUNTY", "MZ-TOWN", "CL");

    /** The item, and the value of nearly all. */
    private static final Map<String, String> USUAL =
            Map.of("status", "ACTIVE", "selfCare", "ABLE", "supportForm", "AT_HOME");

    @Autowired Hub hub;
    @Autowired Driver driver;

    private int questions;

    /** A random half of the months as padding, with the month that is sought and without. */
    @Test
    void paddingWithMonthsAtRandomIsRefused() {
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            String months =
                    IntStream.range(0, 36)
                            .filter(_ -> random.nextBoolean())
                            .mapToObj(m -> "\"202%d-%02d\"".formatted(3 + m / 12, 1 + m % 12))
                            .toList()
                            .toString();
            for (String byMonth : List.of("", ", byMonth: \"startMonth\"")) {
                JsonNode answer =
                        ask(
                                "where: {extremeHardshipSupport: {startMonth: {in: "
                                        + months
                                        + "}}}"
                                        + byMonth);
                assertThat(answer.at("/errors/0/extensions/code").asString())
                        .isEqualTo("NOT_FOR_STATISTICS");
            }
        }
    }

    /**
     * Two clients of a department, another department and the auditor put together what they have.
     */
    @Test
    void whatCanStillBeSubtractedDoesNotTellHowManyThereAre() {
        Map<String, Integer> planted = plant(new Random(2));
        new Agreed(hub)
                .on(
                        "MZ",
                        "CL",
                        "G",
                        "S3",
                        List.of(),
                        List.of("MZ02.supportForm", "MZ02.selfCare", "MZ02.basicAmount"));
        List<Double> off = new ArrayList<>();
        USUAL.forEach(
                (item, value) -> {
                    Map<String, List<Double>> estimates = new HashMap<>();
                    for (String context : contexts(item)) {
                        for (String sum : List.of("", ", sum: \"basicAmount\"")) {
                            Map<String, Double> all = figures(context, sum);
                            Map<String, Double> usual =
                                    figures(context + " " + item + ": {eq: " + value + "}", sum);
                            for (String township : TOWNSHIPS) {
                                if (all.containsKey(township) && usual.containsKey(township)) {
                                    estimates
                                            .computeIfAbsent(township, _ -> new ArrayList<>())
                                            .add(all.get(township) - usual.get(township));
                                }
                            }
                        }
                    }
                    estimates.forEach(
                            (township, differences) ->
                                    off.add(
                                            Math.abs(
                                                    Math.clamp(mean(differences), 1, 9)
                                                            - planted.get(township + item))));
                });

        assertThat(questions).isGreaterThan(30);
        assertThat(off).hasSize(15);
        assertThat(off.stream().filter(one -> one >= 3).count())
                .as("off by %s", off)
                .isGreaterThanOrEqualTo(2);
    }

    private static double mean(List<Double> differences) {
        return differences.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static List<String> contexts(String apartFrom) {
        List<String> contexts = new ArrayList<>(List.of(""));
        USUAL.forEach(
                (item, value) -> {
                    if (!item.equals(apartFrom)) {
                        contexts.add(item + ": {eq: " + value + "}");
                    }
                });
        return contexts;
    }

    /** By township, in people. */
    private Map<String, Double> figures(String conditions, String sum) {
        String where =
                (conditions.isEmpty()
                                ? ""
                                : "where: {extremeHardshipSupport: {" + conditions + "}}, ")
                        + "byRegion: TOWNSHIP";
        Map<String, Double> figures = new HashMap<>();
        JsonNode answer = ask(where + sum);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        for (JsonNode cell : answer.at("/data/statistics/cells")) {
            figures.put(
                    cell.get("region").asString(),
                    sum.isEmpty()
                            ? cell.get("count").asDouble()
                            : Double.parseDouble(cell.get("sum").asString()) / 700);
        }
        return figures;
    }

    private JsonNode ask(String arguments) {
        return hub.ask(
                CLIENTS.get(questions++ % CLIENTS.size()),
                G,
                "{ statistics(category: MZ02, " + arguments + ") { cells { region count sum } } }",
                Map.of());
    }

    /** {@return how many people of each township do not have the usual value of an item} */
    private Map<String, Integer> plant(Random random) {
        Map<String, Integer> planted = new HashMap<>();
        List<Map<String, Object>> people = new ArrayList<>();
        for (String township : TOWNSHIPS) {
            add(people, township, USUAL, 80 + random.nextInt(40), random);
            Map.of("status", "SUSPENDED", "selfCare", "FULLY_LOST", "supportForm", "INSTITUTIONAL")
                    .forEach(
                            (item, value) -> {
                                int few = 1 + random.nextInt(9);
                                Map<String, String> values = new HashMap<>(USUAL);
                                values.put(item, value);
                                add(people, township, values, few, random);
                                planted.put(township + item, few);
                            });
        }
        driver.executableQuery(
                        """
                        UNWIND $people AS one
                        MATCH (g:Region {code: one.township})
                        CREATE (p:Person {id: 'P' + one.number, idHash: 'h' + one.number, cellKey: one.key})-[:RESIDES_IN]->(g)
                        CREATE (r:Record:ExtremeHardshipSupport {id: 'R' + one.number, key: 'MZ02|' + one.number, category: 'MZ02',
                          recordNo: toString(one.number), startMonth: '2024-05', basicAmount: 70000})-[:ABOUT]->(p)
                        SET r += one.values
                        """)
                .withParameters(Map.of("people", people))
                .execute();
        return planted;
    }

    private static void add(
            List<Map<String, Object>> people,
            String township,
            Map<String, String> values,
            int number,
            Random random) {
        for (int i = 0; i < number; i++) {
            people.add(
                    Map.of(
                            "number",
                            people.size(),
                            "township",
                            township,
                            "values",
                            values,
                            "key",
                            random.nextLong(1L << 40)));
        }
    }
}
