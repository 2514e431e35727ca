package org.lianji.demo;

import static java.util.stream.Collectors.toCollection;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.bench.city.GenerateCity;
import org.lianji.bench.city.RuleTruth;
import org.lianji.catalogue.Catalogue;
import org.lianji.monitoring.Monitored;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * In a city without errors the rules find whom a second writing of them in plain Java finds, and
 * nobody else: what it is worth says {@link RuleTruth}.
 */
@HubTest
class RulesOverCityIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    /** For these no families are planted: whether there is somebody is up to chance. */
    private static final Set<String> BY_CHANCE = Set.of("R103", "R104", "R105", "R112");

    private static final String FOUND =
            "MATCH (w:Warning {rule: $rule})-[:WARNS]->(p:Person) WHERE w.openKey IS NOT NULL"
                    + " RETURN DISTINCT p.idNumber";

    /** There is none when the hub starts: the database is emptied after that. */
    @TempDir static Path folder;

    @Autowired Hub hub;
    @Autowired Catalogue catalogue;
    @Autowired DemoCity demo;
    @Autowired Neo4jClient graph;

    @DynamicPropertySource
    static void city(DynamicPropertyRegistry properties) {
        properties.add("lianji.demo.city", () -> city().toString());
    }

    private static Path city() {
        return folder.resolve("city");
    }

    @Test
    void findsWhomTheTruthNames() throws IOException {
        GenerateCity.main(
                new String[] {
                    "--seed",
                    "7",
                    "--people",
                    "2000",
                    "--errors",
                    "0",
                    "--as-of",
                    TODAY.toString(),
                    "--cases",
                    "true",
                    "--out",
                    city().toString()
                });
        demo.run(new DefaultApplicationArguments());
        Monitored monitored = new Monitored(hub, catalogue);
        monitored.agree();
        monitored.run(List.of());

        RuleTruth truth = new RuleTruth(city(), TODAY);
        Set<String> ofNobody = new TreeSet<>();
        SoftAssertions all = new SoftAssertions();
        truth.found()
                .forEach(
                        (rule, persons) -> {
                            UnaryOperator<String> subject =
                                    RuleTruth.ofFamilies().contains(rule)
                                            ? truth::family
                                            : UnaryOperator.identity();
                            if (persons.isEmpty()) {
                                ofNobody.add(rule);
                            }
                            all.assertThat(named(found(rule), subject))
                                    .as(rule)
                                    .isEqualTo(named(persons, subject));
                        });
        all.assertThat(BY_CHANCE).as("rules that name nobody").containsAll(ofNobody);
        all.assertThat(truth.found().keySet())
                .as("rules whose truth is written")
                .isEqualTo(Set.copyOf(rules()));
        all.assertAll();
    }

    private List<String> rules() {
        return hub.ask("MZ", "{ rules { code } }")
                .at("/data/rules")
                .valueStream()
                .map(rule -> rule.at("/code").asString())
                .toList();
    }

    private Collection<String> found(String rule) {
        return graph.query(FOUND).bindAll(Map.of("rule", rule)).fetchAs(String.class).all();
    }

    private static Set<String> named(Collection<String> numbers, UnaryOperator<String> subject) {
        return numbers.stream().map(subject).collect(toCollection(TreeSet::new));
    }
}
