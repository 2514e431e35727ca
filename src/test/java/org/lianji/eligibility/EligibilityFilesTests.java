package org.lianji.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.CatalogueFiles;
import org.lianji.rules.RuleFile;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A file that can't be used stops the start, and says where. */
class EligibilityFilesTests {

    private static final Path FILE = Path.of("schema/eligibility/1509-2025-01-01.yaml");
    private static final Path STANDARDS = Path.of("schema/eligibility/standards.csv");
    private static final Catalogue CATALOGUE = CatalogueFiles.read();

    private static int lineOf(String text, String part) {
        return 1
                + (int)
                        text.substring(0, text.indexOf(part))
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "incomePerHead < standard.monthly | incomePerHead < standard.monthy | undefined"
                        + " field 'monthy'",
                "incomePerHead < standard.monthly | incomPerHead < standard.monthly | undeclared"
                        + " reference to 'incomPerHead'",
                "incomePerHead < standard.monthly | incomePerHead < 815 | no matching overload for"
                        + " '_<_'",
                "incomePerHead < standard.monthly | incomePerHead < 815.0 | no matching overload"
                        + " for '_<_'",
                "monthlyIncome / persons | monthlyIncome / | mismatched input",
                "monthlyIncome / persons | monthlyIncome / 2.5 | no matching overload for '_/_'",
                "yearlyIncome / 12 | persons / 12 | no matching overload for '_/_'",
                "yearlyIncome / 12 | dyn(yearlyIncome) | undeclared reference to 'dyn'",
                "decimal('1.5') | decimal('one') | takes a number",
                "decimal('1.5') | decimal(1.5) | no matching overload",
                "m.standing == LIVING_TOGETHER | m.standing == GRADE_1 | no matching overload for"
                        + " '_==_'",
                "m.standing == LIVING_TOGETHER | m.standing | a step is a bool, an int or a"
                        + " decimal",
                "m.standing == LIVING_TOGETHER | 1.0 < 2.0 | there is no floating point",
                "when: minimumLiving | when: minimalLiving | there is no step minimalLiving before"
                        + " this",
                "when: minimumLiving | when: persons | does not say yes or no",
                "holds: rigidHardship | holds: rigidLine | does not say yes or no",
                "amount: monthlyAmount | amount: persons | is no amount",
                "kind: RIGID_EXPENDITURE | kind: RIGID | RIGID is none of",
                "code: persons | code: members | can't be the name of a step",
                "code: persons | code: counted | can't be the name of a step",
                "GA01.birthDate | GA01.birthday | the catalogue has no item GA01.birthday",
                "Member.age: | Member.years: | a situation has no Member.years",
                "150900000000 | 159900000000 | there is no region",
                "from: 2025-01-01 | from: 2025-13-01 | a day such as",
                "step: homes | step: houses | there is no step houses",
            })
    void aFaultIsToldWithFileAndLine(String right, String wrong, String message)
            throws IOException {
        String text = Files.readString(FILE);
        assertThat(text).contains(right);
        int line = lineOf(text, right);
        String broken = text.replaceFirst(Pattern.quote(right), wrong);

        assertThatThrownBy(() -> EligibilityReader.read(RuleFile.of(FILE, broken), CATALOGUE))
                .hasMessageStartingWith("schema/eligibility/1509-2025-01-01.yaml:" + line + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void aFaultOnALaterLineOfAnExpressionIsToldThere() throws IOException {
        String text = Files.readString(FILE);
        String right = "m.seriouslyIll ? standard.seriouslyIllUplift";
        int line = lineOf(text, right);
        String broken = text.replace(right, "m.seriouslyIl ? standard.seriouslyIllUplift");

        assertThatThrownBy(() -> EligibilityReader.read(RuleFile.of(FILE, broken), CATALOGUE))
                .hasMessageStartingWith("schema/eligibility/1509-2025-01-01.yaml:" + line + ": ");
    }

    @Test
    void whatIsNotAlwaysAskedIsNotReadWithoutItsCondition() throws IOException {
        String broken =
                Files.readString(FILE)
                        .replace("standard.monthly * decimal('1.5')", "difference * 2");

        assertThatThrownBy(() -> EligibilityReader.read(RuleFile.of(FILE, broken), CATALOGUE))
                .hasMessageContaining("difference is asked only when minimumLiving holds");
    }

    @Test
    void anInputThatNobodyDescribesIsRefused() throws IOException {
        String broken = Files.readString(FILE).replaceFirst("  Standard.monthly: .*\n", "");

        assertThatThrownBy(() -> EligibilityReader.read(RuleFile.of(FILE, broken), CATALOGUE))
                .hasMessageContaining("inputs does not say what Standard.monthly is");
    }

    @ParameterizedTest
    @CsvSource({
        "815, 815.5, whole yuan",
        "815, much, Character",
        "URBAN, TOWN, URBAN or RURAL",
        "0.20, 0.205, two decimals",
        "150902000000, 150902001000, there is no county",
        "2025-07-01, 2024-07-01, stand here twice"
    })
    void aStandardThatCannotBeUsedIsToldWithItsLine(String right, String wrong, String message)
            throws IOException {
        List<String> lines = Files.readAllLines(STANDARDS).subList(0, 5);
        assertThat(lines.get(4)).startsWith("150902000000,URBAN,2025-07-01,815,");
        String broken =
                String.join("\n", lines.subList(0, 4))
                        + "\n"
                        + lines.get(4).replaceFirst(right, wrong);

        assertThatThrownBy(() -> new LocalStandards(new StringReader(broken)))
                .hasMessageStartingWith("schema/eligibility/standards.csv:5: ")
                .hasMessageContaining(message);
    }
}
