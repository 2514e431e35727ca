package org.lianji.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianji.HubTest;
import org.lianji.catalogue.Catalogue;
import org.lianji.clocks.Deadlines;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A rule that the database can't run, or that would look through everybody, is told where. */
@HubTest
class RulePlansIT {

    private static final Path FILE = Path.of("schema/rules/R101.yaml");

    /** Of the first line of the pattern in that file. */
    private static final int FIRST = 15;

    @Autowired RulePlans plans;

    @Autowired Rules rules;

    @Autowired RuleParameters parameters;

    @Autowired Catalogue catalogue;

    @Autowired Deadlines clocks;

    /** Each was asked for its plan when the hub started; asked again it still has one. */
    @Test
    void eachRuleHasAPlan() {
        assertThat(rules.reads())
                .isNotEmpty()
                .allSatisfy(
                        read -> assertThatCode(() -> plans.check(read)).doesNotThrowAnyException());
    }

    @Test
    void aRuleThatLooksThroughEverybodyIsToldFromItsPlan() {
        String pattern = "MATCH (p)<-[:ABOUT]-(cost:YB03) WHERE size([(%s)-->() | 1]) > 0\n";
        RuleReader.Read people = read(pattern.formatted("x:Person") + "RETURN [cost] AS facts");
        RuleReader.Read anything = read(pattern.formatted("x") + "RETURN [cost] AS facts");

        assertThat(plans.scans(people)).contains("(:`Person`)");
        assertThatThrownBy(() -> plans.check(anything))
                .isInstanceOf(RuleFault.class)
                .hasMessageStartingWith("schema/rules/R101.yaml:" + FIRST + ": ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MATCH (p)<-[:ABOUT]-(cost:YB03) WHERE nobody.from IS NULL | 0 | nobody",
                "MATCH (p)<-[:ABOUT]-(cost:YB03) WHERE AND cost.exceeded | 0 | Invalid input",
                "MATCH (p)<-[:ABOUT]-(cost:YB03)~WHERE cost.exceeded~ AND surely(p) | 2 | surely",
                "MATCH (p)<-[:ABOUT]-(cost:YB03) SET cost.exceeded = true WITH p, cost | -1 |"
                        + " writes nothing",
                "MATCH (p)<-[:ABOUT]-(cost:YB03) CALL db.labels() YIELD label | -1 | by no"
                        + " procedure",
            })
    void aRuleThatHasNoPlanOrDoesMoreThanReadStopsTheStart(
            String pattern, int line, String message) {
        RuleReader.Read read = read(pattern.replace('~', '\n') + "\nRETURN [cost] AS facts");

        assertThatThrownBy(() -> plans.scans(read))
                .isInstanceOf(RuleFault.class)
                .hasMessageStartingWith("schema/rules/R101.yaml:" + (FIRST + line) + ": ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MATCH (cost:YB03) WHERE cost.exceeded | 0 | (cost:YB03)",
                "MATCH (p)<-[:ABOUT]-(cost:YB03), (:MZ05)-[:ABOUT]->(other:Person) | 0 | (:MZ05)",
                "MATCH (p)<-[:ABOUT]-(cost:YB03)~WHERE NOT EXISTS { (q:Person)<-[:ABOUT]-(:MZ05) }"
                        + " | 1 | (q:Person)",
                "MATCH (p)<-[:ABOUT]-(cost:YB03)~CALL {~ MATCH (gone:WJ01) RETURN gone } | 2 |"
                        + " (gone:WJ01)",
            })
    void aPatternThatStartsAtNobodyStopsTheStart(String pattern, int line, String loose) {
        assertThatThrownBy(() -> read(pattern.replace('~', '\n') + "\nRETURN [cost] AS facts"))
                .isInstanceOf(RuleFault.class)
                .hasMessageStartingWith("schema/rules/R101.yaml:" + (FIRST + line) + ": ")
                .hasMessageContaining(loose);
    }

    /** The rule with another pattern. */
    private RuleReader.Read read(String pattern) {
        try {
            String text =
                    Files.readString(FILE)
                            .replaceFirst(
                                    "(?s)cypher: \\|\n.*?\nsentence:",
                                    "cypher: |\n" + pattern.indent(2) + "sentence:")
                            .replaceAll("\\{YB03\\.\\w+\\}", "");
            return new RuleReader(
                            catalogue,
                            clocks,
                            parameters.names(),
                            RuleFile.matching("rules/terms.yaml").getFirst())
                    .read(RuleFile.of(FILE, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
