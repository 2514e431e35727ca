package org.lianji.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.lianji.items.Department;
import org.lianji.items.HouseholdKind;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.items.Share;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class CatalogueTests {

    private static final Path SCHEMA = Path.of("schema");

    @Test
    void readsItemsWithTypesLimitsAndRoles() throws IOException {
        Category allowance = catalogue().category("MZ01").orElseThrow();

        assertThat(allowance.owner().lead()).isTrue();
        assertThat(allowance.subject()).isEqualTo(Subject.HOUSEHOLD);
        assertThat(allowance.item("householdNo"))
                .hasValueSatisfying(
                        item -> {
                            assertThat(item.share()).isEqualTo(Share.UNCONDITIONAL);
                            assertThat(item.limits().maxLength()).isEqualTo(40);
                            assertThat(item.role())
                                    .isEqualTo(
                                            new Item.HouseholdNumber(
                                                    HouseholdKind.LIVING_TOGETHER,
                                                    null,
                                                    new Item.ByValue(
                                                            "status", Set.of("STOPPED"), null)));
                        });
        assertThat(allowance.item("area"))
                .hasValueSatisfying(
                        item ->
                                assertThat(item.type())
                                        .isInstanceOfSatisfying(
                                                ItemType.Choice.class,
                                                choice ->
                                                        assertThat(choice.labels())
                                                                .containsEntry("URBAN", "城市")));
    }

    @Test
    void givesItemsThatAreNotSharedTheirOwnBasisOrTheCategorys() throws IOException {
        assertThat(
                        catalogue()
                                .category("MZ07")
                                .orElseThrow()
                                .item("harmType")
                                .orElseThrow()
                                .legalBasis())
                .startsWith("未成年人保护法");
        assertThat(
                        catalogue()
                                .category("WJ04")
                                .orElseThrow()
                                .item("riskGrade")
                                .orElseThrow()
                                .legalBasis())
                .startsWith("精神卫生法");
        assertThat(
                        catalogue()
                                .category("WJ04")
                                .orElseThrow()
                                .item("needsCare")
                                .orElseThrow()
                                .legalBasis())
                .isNull();
    }

    @Test
    void namesFileAndLineOfEveryFault() {
        String faulty =
                """
                extend enum DepartmentCode {
                  "新部门 / New department"
                  XX @department(unifiedCode: "11150900MB00F00100", duties: "")
                }

                "无主 / Ownerless"
                type Ownerless @category(code: "XX01", owner: YY, share: CONDITIONAL, level: S2, cadence: DAILY, purposes: []) {
                  "项 / Item"
                  item: String
                }

                "无依据 / Baseless"
                type Baseless @category(code: "XX02", owner: XX, share: NOT_SHARED, cadence: DAILY, purposes: []) {
                  "项 / Item"
                  item: String @item(level: S1)
                }
                """;

        assertThatIllegalStateException()
                .isThrownBy(() -> catalogue(new Named("XX.graphqls", faulty)))
                .withMessageContaining("XX.graphqls:6: category Ownerless has no owner")
                .withMessageContaining("XX.graphqls:12: category Baseless has no level")
                .withMessageContaining(
                        "XX.graphqls:12: category Baseless is NOT_SHARED without a legalBasis");
    }

    @Test
    void namesFileAndLineOfAnItemWithoutLevelOrDescription() {
        String faulty =
                """
                "类 / Category"
                type Levelless @category(code: "XX03", owner: MZ, share: CONDITIONAL, level: S2, cadence: DAILY, purposes: []) {
                  "项 / Item"
                  first: String
                  second: String @item(level: S1)
                }
                """;

        assertThatIllegalStateException()
                .isThrownBy(() -> catalogue(new Named("XX.graphqls", faulty)))
                .withMessageContaining("XX.graphqls:3: Levelless.first has no level")
                .withMessageContaining("XX.graphqls:5: needs a description");
    }

    @Test
    void namesFileAndLineOfARelationThatDoesNotSayHowItEnds() {
        String endless =
                """
                "类 / Category"
                type Endless @category(code: "XX07", owner: MZ, share: CONDITIONAL, level: S2, cadence: DAILY, purposes: []) {
                  "何处 / Where"
                  where: RegionCode @item(level: S1) @place(kind: LIVING)
                  "谁 / Who"
                  who: IdNumber @item(level: S1) @supportDuty(kind: CARE, endItem: "where", endValues: ["GONE"])
                  "户 / Household"
                  home: String @item(level: S1) @household(kind: LIVING_TOGETHER, endItem: "until")
                  "登记 / Registered"
                  registered: RegionCode @item(level: S1) @place(kind: REGISTRATION, endedBy: "MZ13")
                  "两可 / Both"
                  both: IdNumber @item(level: S1) @supportDuty(kind: CARE, endItem: "last", endsWithRecord: true)
                  "末日 / Last day"
                  last: Date @item(level: S1) @ends(category: "MZ13")
                  "去世 / Died"
                  died: Date @item(level: S1) @died(ofItem: "where", ofValues: ["GONE"])
                  "末地 / Last place"
                  place: IdNumber @item(level: S1) @supportDuty(kind: CARE, endItem: "where", endValues: ["GONE"], lastDay: "where")
                }
                """;

        assertThatIllegalStateException()
                .isThrownBy(() -> catalogue(new Named("XX.graphqls", endless)))
                .withMessageContaining("XX.graphqls:3: Endless.where: say how its relation ends")
                .withMessageContaining("XX.graphqls:5: Endless.who ends by what is not there")
                .withMessageContaining("XX.graphqls:7: Endless.home ends by what is not there")
                .withMessageContaining(
                        "XX.graphqls:9: Endless.registered ends by what is not there")
                .withMessageContaining("XX.graphqls:11: Endless.both: say how its relation ends")
                .withMessageContaining("XX.graphqls:13: Endless.last ends nothing")
                .withMessageContaining("XX.graphqls:15: Endless.died ends nothing")
                .withMessageContaining("XX.graphqls:17: Endless.place ends by what is not there");
    }

    @Test
    void theDecisionsPageListsHowEveryRelationEnds() throws IOException {
        String page = Files.readString(Path.of("docs/decision.md"));

        assertThat(catalogue().categories().stream().flatMap(CatalogueTests::endings))
                .hasSizeGreaterThan(7)
                .allSatisfy(row -> assertThat(page).contains(row));
    }

    private static Stream<String> endings(Category category) {
        return category.items().stream()
                .filter(item -> item.ending().isPresent())
                .map(
                        item ->
                                "| %s.%s | %s |"
                                        .formatted(
                                                category.code(),
                                                item.name(),
                                                ending(item.ending().orElseThrow())));
    }

    private static String ending(Item.EndCondition ending) {
        return switch (ending) {
            case Item.WithRecord _ -> "with its record only";
            case Item.ByDay day -> "after `%s`".formatted(day.item());
            case Item.ByCategory other -> "by %s".formatted(other.category());
            case Item.ByValue by ->
                    "`%s`: %s"
                                    .formatted(
                                            by.item(),
                                            by.values().stream()
                                                    .sorted()
                                                    .collect(Collectors.joining(", ")))
                            + (by.lastDay() == null ? "" : "; after `%s`".formatted(by.lastDay()));
        };
    }

    @Test
    void refusesAnItemNamedLikeACommonFieldOfRecords() {
        String clash =
                """
                "类 / Category"
                type Clash @category(code: "XX04", owner: MZ, share: CONDITIONAL, level: S2, cadence: DAILY, purposes: []) {
                  "项 / Item"
                  linkage: String @item(level: S1)
                }
                """;

        assertThatIllegalStateException()
                .isThrownBy(() -> catalogue(new Named("XX.graphqls", clash)))
                .withMessageContaining(
                        "XX.graphqls:3: Clash.linkage has the name of a common field of records");
    }

    @Test
    void refusesATextThatIsLookedUpAndIsNoKey() {
        String prose =
                """
                "类 / Category"
                type Prose @category(code: "XX06", owner: MZ, share: CONDITIONAL, level: S2, cadence: DAILY, purposes: []) {
                  "项 / Item"
                  word: String @item(level: S1, indexed: true)
                }
                """;

        assertThatIllegalStateException()
                .isThrownBy(() -> catalogue(new Named("XX.graphqls", prose)))
                .withMessageContaining(
                        "XX.graphqls:3: Prose.word is a text that is looked up: write @item(text:"
                                + " KEY)");
    }

    @Test
    void namesFileAndLineOfACheckThatCanNotBeRead() {
        String misspelt =
                """
                "类 / Category"
                type Checked @category(code: "XX07", owner: MZ, share: CONDITIONAL, level: S2, cadence: DAILY, purposes: [])
                  @check(code: "ONE", item: "from", rule: "form <= to", message: "早 / Early")
                  @check(code: "TWO", item: "since", rule: "from <= to", message: "早 / Early")
                  @check(code: "SIX_ITEMS", item: "from", rule: "from <= to", message: "早 / Early")
                  @check(code: "FOUR", item: "from", rule: "from <= to", message: "Early") {
                  "起 / From"
                  from: Date @item(level: S1)
                  "止 / To"
                  to: Date @item(level: S1, otherwise: "soon")
                }
                """;

        assertThatIllegalStateException()
                .isThrownBy(() -> catalogue(new Named("XX.graphqls", misspelt)))
                .withMessageContaining("XX.graphqls:3: check ONE of Checked knows no item form")
                .withMessageContaining("XX.graphqls:4: check TWO points at no item")
                .withMessageMatching("(?s).*: check SIX_ITEMS says something else elsewhere.*")
                .withMessageContaining("XX.graphqls:6: needs a description")
                .withMessageContaining(
                        "XX.graphqls:9: Checked.to can't be \"soon\" where a row has none");
    }

    @Test
    void givesEveryItemAndEveryFieldOfAPersonOneSource() {
        String clash =
                """
                "类 / Category"
                type Clash @category(code: "XX05", owner: MZ, share: CONDITIONAL, level: S2, cadence: DAILY, purposes: []) {
                  "项 / Item"
                  name: String @item(level: S1) @source(category: "GA01", item: "name")
                }

                "另一个 / Another"
                type Other {
                  "项 / Item"
                  name: String @source(category: "GA01", item: "name")
                  "项 / Item"
                  hukouType: String @source(category: "GA01", item: "hukouType") @source(category: "MZ01", item: "area")
                }
                """;

        assertThatIllegalStateException()
                .isThrownBy(() -> catalogue(new Named("XX.graphqls", clash)))
                .withMessageContaining("XX.graphqls:3: Clash.name is an item")
                .withMessageMatching(
                        "(?s).*: (Other|Person).name has the @source of (Person|Other).name.*")
                .withMessageContaining("XX.graphqls:11: Other.hukouType has more than one @source");
    }

    @Test
    void takesEachItemFromTheOwnerOfItsCategory() throws IOException {
        assertThat(catalogue().categories())
                .allSatisfy(
                        category ->
                                assertThat(category.items())
                                        .allMatch(item -> item.source().equals(category.owner())));
    }

    @Test
    void agreesWithTheCityCatalogue() throws IOException {
        JsonNode expected =
                JsonMapper.shared()
                        .readTree(CatalogueTests.class.getResourceAsStream("/catalogue.json"));
        Catalogue catalogue = catalogue();

        assertThat(catalogue.departments())
                .extracting(Department::code)
                .containsExactlyInAnyOrderElementsOf(texts(expected.get("departments"), "code"));
        for (JsonNode category : expected.get("categories")) {
            Category read = catalogue.category(category.get("code").asString()).orElseThrow();
            assertThat(read.nameZh()).isEqualTo(category.get("nameZh").asString());
            assertThat(read.level().name()).isEqualTo(category.get("level").asString());
            assertThat(read.cadence().name()).isEqualTo(category.get("cadence").asString());
            assertThat(read.items())
                    .extracting(Item::name)
                    .containsAll(texts(category.get("items"), "name"));
            for (JsonNode item : category.get("items")) {
                Item readItem = read.item(item.get("name").asString()).orElseThrow();
                assertThat(readItem.list())
                        .as(readItem.name())
                        .isEqualTo(item.get("list").asBoolean());
                String share =
                        item.get("share").isNull()
                                ? category.get("share").asString()
                                : item.get("share").asString();
                assertThat(readItem.share().name())
                        .as(read.code() + "." + readItem.name())
                        .startsWith(share);
            }
        }
    }

    private static List<String> texts(JsonNode nodes, String field) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.get(field).asString()));
        return texts;
    }

    static Catalogue catalogue(Resource... more) throws IOException {
        try (Stream<Path> files = Files.walk(SCHEMA)) {
            List<Resource> all =
                    new ArrayList<>(
                            files.filter(file -> file.toString().endsWith(".graphqls"))
                                    .sorted()
                                    .<Resource>map(FileSystemResource::new)
                                    .toList());
            all.addAll(List.of(more));
            return Catalogue.of(CatalogueConfiguration.parse(all));
        }
    }

    private static final class Named extends ByteArrayResource {

        private final String name;

        Named(String name, String text) {
            super(text.getBytes(StandardCharsets.UTF_8));
            this.name = name;
        }

        @Override
        public String getFilename() {
            return name;
        }
    }
}
