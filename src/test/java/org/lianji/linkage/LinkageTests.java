package org.lianji.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A table is linked as a whole: learnt without labels, in any order of its rows, by a file that
 * people read.
 */
class LinkageTests {

    private static final Table FEBRL = table("febrl1.csv");
    private static final Table FAKE = table("fake_1000.csv");

    @Test
    void aPublicFileIsLinkedWithoutLabels() {
        Table table = FEBRL.ordered();
        Truth truth =
                new Truth(
                        table.rows().stream()
                                .map(row -> row.cells().getFirst().split("-")[1])
                                .toArray(String[]::new));
        Linkage linkage =
                new Linkage(
                        table, Linkage.trained(new Profile(table, Set.of()).model("febrl"), table));
        assertThat(truth.of(linkage.link().linked(linkage)).f1()).isGreaterThanOrEqualTo(0.985);
    }

    @Test
    void theOrderOfRowsDecidesNothing() {
        List<Table.Row> rows = new ArrayList<>(FAKE.rows());
        Collections.shuffle(rows, new Random(5));
        assertThat(groups(new Table(FAKE.columns(), rows, 1))).isEqualTo(groups(FAKE));
    }

    @Test
    void aMissingValueSaysNothing() {
        Model model = ModelFile.parsed(TWO_COLUMNS, "two.yaml");
        Table table = Table.parsed("name,city\nanna,oslo\nanna,\nanna,rome\n", "rows");
        Linkage linkage = new Linkage(table, model);
        double without = linkage.bits(row(table, "anna", ""), row(table, "anna", "oslo"));
        double differing = linkage.bits(row(table, "anna", "rome"), row(table, "anna", "oslo"));
        assertThat(without)
                .isCloseTo(model.priorBits() + model.features().getFirst().weight(0), within(1e-9));
        assertThat(differing).isLessThan(without);
    }

    @Test
    void aRareNameSaysMoreThanAUsualOne() {
        Model model =
                ModelFile.parsed(
                        TWO_COLUMNS.replace("frequencies: false", "frequencies: true"), "two.yaml");
        Table table = Table.parsed("name,city\nanna,\nanna,\nanna,\nanna,\nzora,\nzora,\n", "rows");
        Linkage linkage = new Linkage(table, model);
        assertThat(linkage.bits(4, 5)).isGreaterThan(linkage.bits(0, 1));
    }

    @Test
    void namesInEachOthersColumnsSpeakForOnePersonOnce() {
        Model model = Linkage.trained(new Profile(FAKE, Set.of("cluster")).model("fake"), FAKE);
        Feature first =
                model.features().stream()
                        .filter(one -> one.column().equals("first_name"))
                        .findAny()
                        .orElseThrow();
        assertThat(first.crossed()).isEqualTo("surname");
        assertThat(first.weight(first.levels().indexOf("in the other column")))
                .isGreaterThan(first.weight(0));
        assertThat(first.weight(first.levels().indexOf("in the other column, alone")))
                .isLessThan(first.weight(0) + 1);
    }

    @Test
    void columnsThatNumberRowsOrRepeatOthersAreLeftOut() {
        StringBuilder rows = new StringBuilder("nr,given,last,full,group,empty\n");
        for (int i = 0; i < 40; i++) {
            rows.append(
                    "r%d,anna%c,berg%c,anna%c berg%c,%d,\n"
                            .formatted(
                                    i,
                                    'a' + i % 20,
                                    'a' + i % 7,
                                    'a' + i % 20,
                                    'a' + i % 7,
                                    i / 2));
        }
        Model model = new Profile(Table.parsed(rows.toString(), "rows"), Set.of()).model("made");
        assertThat(model.id()).isEqualTo("nr");
        assertThat(model.features().stream().map(Feature::column)).containsExactly("given", "last");
    }

    @Test
    void twoFilesAreLinkedAcrossUnderOtherColumnNames() {
        Table left = Table.parsed("id,Last Name,town\n1,waller,oslo\n2,berry,rome\n", "left");
        Table right = Table.parsed("key;place;last_name\n7;rome;berry\n8;oslo;waller\n", "right");
        Table both = Table.of(left, right);
        assertThat(both.rows().get(2).cells()).containsExactly("", "berry", "rome");
        assertThat(both.pairs()).isEqualTo(4);
    }

    @Test
    void whatAModelFileSaysIsWhatWasLearnt() {
        Model model = Linkage.trained(new Profile(FEBRL, Set.of()).model("febrl"), FEBRL);
        assertThat(ModelFile.parsed(ModelFile.text(model), "febrl.yaml")).isEqualTo(model);
    }

    @Test
    void aModelFileThatIsWrongSaysWhereAndWhatIsExpected() {
        assertThatThrownBy(
                        () ->
                                ModelFile.parsed(
                                        TWO_COLUMNS.replace("comparator: text", "comparator: txt"),
                                        "two.yaml"))
                .hasMessage(
                        "two.yaml, columns: comparator: one of "
                                + FieldComparator.names()
                                + " is expected");
        assertThatThrownBy(
                        () ->
                                ModelFile.parsed(
                                        TWO_COLUMNS.replace("prior: 0.01", "prior: 7"), "two.yaml"))
                .hasMessage("two.yaml: prior: a share between 0 and 1 is expected");
    }

    @Test
    void everyPairIsComparedOnceHoweverManyRulesLetItThrough() {
        Model model = new Profile(FEBRL, Set.of()).model("febrl");
        List<BlockingRule> rules =
                List.of(
                        new BlockingRule(List.of(BlockingRule.Key.parsed("surname"))),
                        new BlockingRule(
                                List.of(
                                        BlockingRule.Key.parsed("surname begins 2"),
                                        BlockingRule.Key.parsed("state"))),
                        new BlockingRule(List.of(BlockingRule.Key.parsed("address_1 words"))));
        Set<String> seen = Collections.synchronizedSet(new TreeSet<>());
        new Candidates(FEBRL, rules, 1000)
                .forEach(() -> (one, other) -> assertThat(seen.add(one + "/" + other)).isTrue());
        assertThat(seen).hasSizeGreaterThan(1000);
        assertThat(model.blocking()).isNotEmpty();
    }

    private static final String TWO_COLUMNS =
            """
            name: two
            prior: 0.01
            columns:
              - column: name
                comparator: text
                frequencies: false
              - column: city
                comparator: exact
                levels:
                  - {level: same, m: 0.9, u: 0.1}
                  - {level: different, m: 0.1, u: 0.9}
            """;

    private static int row(Table table, String... cells) {
        List<Table.Row> rows = table.ordered().rows();
        return rows.indexOf(
                rows.stream()
                        .filter(row -> row.cells().equals(List.of(cells)))
                        .findAny()
                        .orElseThrow());
    }

    /** The groups of more than one row, by their identifiers. */
    private static Set<Set<String>> groups(Table table) {
        Model model = Linkage.trained(new Profile(table, Set.of("cluster")).model("fake"), table);
        Linkage.Result result = new Linkage(table, model).link();
        Map<Integer, Set<String>> groups = new TreeMap<>();
        for (int row = 0; row < result.groups().length; row++) {
            groups.computeIfAbsent(result.groups()[row], _ -> new TreeSet<>())
                    .add(result.table().rows().get(row).cells().getFirst());
        }
        return Set.copyOf(groups.values());
    }

    private static Table table(String file) {
        try (InputStream stream =
                Objects.requireNonNull(
                        LinkageTests.class.getResourceAsStream("/linkage/" + file))) {
            return Table.parsed(new String(stream.readAllBytes(), StandardCharsets.UTF_8), file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
