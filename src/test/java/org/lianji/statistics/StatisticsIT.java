package org.lianji.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Agreed;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.lianji.audit.Kind;
import org.lianji.database.AutoCommit;
import org.lianji.people.People;
import org.lianji.platform.Reason;
import org.lianji.proof.Looks;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Statistics over HTTP, against the simplest way to count, and against those who subtract. */
@HubTest
class StatisticsIT {

    private static final Reason G = new Reason("G", null);
    private static final String CITIZEN = "152627195801035714";
    private static final List<String> TOWNSHIPS =
            List.of("150902001000", "150902002000", "150924106000", "150924107000", "150924209000");
    private static final List<String> STATES = List.of("ACTIVE", "SUSPENDED", "ENDED");
    private static final String ALL = "{ region year month value count sum }";
    private static final String CELLS = "{ cells " + ALL + " totals " + ALL + " }";

    @Autowired Hub hub;

    @Autowired Driver driver;

    @Autowired People people;

    /**
     * @param key by which counts are blurred
     * @param amount in fen
     */
    private record Someone(
            int number, String township, String state, String month, long amount, long key) {

        Map<String, Object> row() {
            return Map.of(
                    "number", number,
                    "township", township,
                    "state", state,
                    "month", month,
                    "amount", amount,
                    "key", key);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void figuresAreCloseToTheTruthAndNoneIsUnderTen(long seed) {
        List<Someone> people = people(seed, 400 + (int) seed * 100);
        write(people);

        JsonNode table =
                table(
                        "MZ",
                        "category: MZ02, byRegion: TOWNSHIP, byItem: \"status\", sum:"
                                + " \"basicAmount\"");
        Map<String, List<Someone>> truth = groups(people);
        List<JsonNode> shown = figures(table);

        assertThat(table.get("cells").size()).isPositive();
        assertThat(table.get("totals").size()).isPositive();
        assertThat(shown)
                .allSatisfy(
                        cell -> {
                            List<Someone> counted = truth.get(place(cell));
                            int count = cell.get("count").asInt();
                            assertThat(counted).hasSizeGreaterThanOrEqualTo(10);
                            assertThat(count).isGreaterThanOrEqualTo(10);
                            assertThat(Math.abs(count - counted.size()))
                                    .isLessThanOrEqualTo(bound(cell) + 3);
                            long sum = counted.stream().mapToLong(Someone::amount).sum();
                            long most =
                                    counted.stream().mapToLong(Someone::amount).max().orElseThrow();
                            assertThat(Math.abs(fen(cell) - sum))
                                    .isLessThanOrEqualTo(
                                            bound(cell) * sum / counted.size()
                                                    + most * 3 / 2
                                                    + 100);
                            assertThat(2 * most).isLessThanOrEqualTo(sum);
                        });
        assertThat(aloneInTheirLine(truth, shown)).as("cells that totals tell").isEmpty();
    }

    @Test
    void theSameQuestionGetsTheSameAnswerHoweverItIsWritten() {
        write(people(11, 800));
        String states =
                "category: MZ02, byMonth: \"startMonth\", where: {extremeHardshipSupport: {%s}}";
        JsonNode first =
                table(
                        "MZ",
                        states.formatted(
                                "status: {eq: ACTIVE}, startMonth: {gte: \"2024-02\", lte:"
                                        + " \"2024-05\"}"));

        assertThat(
                        table(
                                "AUDITOR",
                                states.formatted(
                                        "startMonth: {lt: \"2024-06\", gt: \"2024-01\", gte:"
                                                + " \"2023-01\"}, status: {eq: ACTIVE}")))
                .isEqualTo(first);
        assertThat(months(first)).containsExactly("2024-02", "2024-03", "2024-04", "2024-05");
        assertThat(first.get("totals")).isEmpty();
    }

    /** As a condition or told apart, in a table of one township or of all, whoever asks. */
    @Test
    void aFigureIsTheSameInWhateverTableItStands() {
        write(people(12, 900));
        String active = "category: MZ02, where: {extremeHardshipSupport: {status: {eq: ACTIVE}}}";
        String township = TOWNSHIPS.getFirst();
        long alone =
                table("MZ", active + ", region: \"" + township + "\"")
                        .at("/cells/0/count")
                        .asLong();

        assertThat(alone).isGreaterThan(10);
        assertThat(count(table("CL", active + ", byRegion: TOWNSHIP"), township, ""))
                .isEqualTo(alone);
        assertThat(
                        count(
                                table(
                                        "RS",
                                        "category: MZ02, byRegion: TOWNSHIP, byItem: \"status\""),
                                township,
                                "ACTIVE"))
                .isEqualTo(alone);
        assertThat(
                        count(
                                table(
                                        "MZ-TOWN",
                                        "category: MZ02, region: \"150902000000\", byRegion:"
                                                + " TOWNSHIP, byItem: \"status\""),
                                township,
                                "ACTIVE"))
                .isEqualTo(alone);
    }

    private static long count(JsonNode table, String region, String value) {
        return figures(table).stream()
                .filter(cell -> place(cell).equals(place(region, value)))
                .mapToLong(cell -> cell.get("count").asLong())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> months(JsonNode table) {
        List<String> months = new ArrayList<>();
        table.get("cells").forEach(cell -> months.add(cell.get("month").asString()));
        return months;
    }

    @Test
    void tellsYearsBesideTheirMonthsOrAlone() {
        List<Someone> people = people(13, 900);
        write(people);
        String byMonth = "category: MZ02, byMonth: \"startMonth\"";

        JsonNode months = table("MZ", byMonth);
        JsonNode years = table("MZ", byMonth + ", period: YEAR");

        assertThat(months(months)).contains("2024-01", "2024-06");
        assertThat(months.get("totals"))
                .anySatisfy(
                        cell -> {
                            assertThat(cell.get("year").asInt()).isEqualTo(2024);
                            assertThat(cell.get("month").isNull()).isTrue();
                        });
        assertThat(years.get("cells")).hasSize(1);
        assertThat(years.at("/cells/0/year").asInt()).isEqualTo(2024);
        assertThat(years.at("/cells/0/count").asInt()).isCloseTo(people.size(), within(28));
    }

    /**
     * Who knows all others of a township, and of one person all but whether their support has
     * ended, asks for all and for those who are supported; in two worlds, with many keys.
     */
    @Test
    void twoQuestionsThatDifferByOnePersonDoNotTellWhetherTheyCount() {
        List<Someone> others =
                people(5, 60).stream()
                        .map(
                                one ->
                                        new Someone(
                                                one.number(),
                                                TOWNSHIPS.getFirst(),
                                                "ACTIVE",
                                                "2024-05",
                                                60_000,
                                                0))
                        .toList();
        Someone sought = new Someone(99, TOWNSHIPS.getFirst(), "ENDED", "2019-01", 60_000, 0);
        List<Someone> all = new ArrayList<>(others);
        all.add(sought);
        write(all);
        List<Integer> without = new ArrayList<>();
        List<Integer> with = new ArrayList<>();
        List<Long> sumsWithout = new ArrayList<>();
        List<Long> sumsWith = new ArrayList<>();
        for (int seed = 0; seed < 120; seed++) {
            keys(seed);
            state("ENDED");
            difference(without, sumsWithout);
            state("ACTIVE");
            difference(with, sumsWith);
        }

        Map<Integer, Long> out = frequencies(without);
        Map<Integer, Long> in = frequencies(with);
        long overlap =
                in.entrySet().stream()
                        .mapToLong(
                                one -> Math.min(one.getValue(), out.getOrDefault(one.getKey(), 0L)))
                        .sum();
        assertThat(out).as("with nobody to subtract").hasSizeGreaterThan(5);
        assertThat(in).as("with one to subtract").hasSizeGreaterThan(5);
        assertThat(overlap).as("%s %s", out, in).isGreaterThan(without.size() / 2);
        assertThat(right(without, with)).as("best guesses").isLessThan(0.75);
        assertThat(right(people(sumsWithout, sought), people(sumsWith, sought)))
                .as("best guesses by sums")
                .isLessThan(0.75);
    }

    /** To tenths of what one gives. */
    private static List<Integer> people(List<Long> sums, Someone one) {
        return sums.stream().map(sum -> Math.toIntExact(10 * sum / one.amount())).toList();
    }

    private void difference(List<Integer> counts, List<Long> sums) {
        String question = "category: MZ02, sum: \"basicAmount\"";
        String active = ", where: {extremeHardshipSupport: {status: {eq: ACTIVE}}}";
        JsonNode all = table("MZ", question).at("/cells/0");
        JsonNode others = table("MZ", question + active).at("/cells/0");
        counts.add(all.get("count").asInt() - others.get("count").asInt());
        sums.add(fen(all) - fen(others));
    }

    @Test
    void namesAnItemThatIsNotGrantedBeforeAnyDataIsTouched() {
        write(people(1, 200));
        List<String> statements = new ArrayList<>();

        for (String use :
                List.of(
                        "sum: \"basicAmount\"",
                        "byItem: \"supportForm\"",
                        "where: {extremeHardshipSupport: {basicAmount: {gt: \"600\"}}}")) {
            JsonNode answer = listening(statements, () -> ask("CL", G, "category: MZ02, " + use));
            assertThat(code(answer)).as(use).isEqualTo("ITEM_NOT_GRANTED");
        }
        assertThat(statements).isEmpty();
        assertThat(entries(Kind.DENIAL)).hasSize(3);

        listening(statements, () -> ask("CL", G, "category: MZ02, byItem: \"status\""));
        assertThat(statements).hasSize(1);
    }

    @Test
    void takesAnItemUnderAnAgreementForStatistics() {
        write(people(1, 300));
        agree("B", List.of(), "S3");
        assertThat(code(ask("CL", G, "category: MZ02, sum: \"basicAmount\"")))
                .isEqualTo("ITEM_NOT_GRANTED");
        agree("G", List.of(), "S2");
        assertThat(code(ask("CL", G, "category: MZ02, sum: \"basicAmount\"")))
                .isEqualTo("ITEM_NOT_GRANTED");
        String agreement = agree("G", List.of(), "S3");

        JsonNode table = table("CL", "category: MZ02, sum: \"basicAmount\"");

        assertThat(table.get("cells").size()).isEqualTo(1);
        Looks.Look entry = entries(Kind.STATISTICS).getFirst();
        assertThat(entry.items()).containsExactly("MZ02.basicAmount");
        assertThat(entry.entry().get("agreements").toString()).isEqualTo("[\"" + agreement + "\"]");
        assertThat(entry.text("purpose")).isEqualTo("G");
        assertThat(entry.entry().get("subjects")).isEmpty();
        assertThat(entry.saw()).isEmpty();
    }

    @Test
    void keepsToTheRegionsOfAnAgreement() {
        write(people(1, 600));
        agree("G", List.of("150924000000"), "S3");
        String sum = "category: MZ02, sum: \"basicAmount\"";

        assertThat(code(ask("CL", G, sum))).isEqualTo("ITEM_NOT_GRANTED");
        assertThat(code(ask("CL", G, sum + ", region: \"150902000000\"")))
                .isEqualTo("ITEM_NOT_GRANTED");
        assertThat(table("CL", sum + ", region: \"150924000000\"").get("cells").size()).isOne();
        assertThat(table("CL", sum + ", region: \"150924106000\"").get("cells").size()).isOne();
    }

    @Test
    void countsThePeopleOfARegionAndBelowItOnly() {
        List<Someone> people = people(3, 700);
        write(people);

        JsonNode table =
                table("MZ", "category: MZ02, region: \"150924000000\", byRegion: TOWNSHIP");

        assertThat(figures(table)).isNotEmpty();
        assertThat(figures(table).stream().map(cell -> cell.get("region").asString("")))
                .allMatch(region -> region.isEmpty() || region.startsWith("150924"));
    }

    @Test
    void everyPersonHasARandomKeyForLife() throws IOException {
        String migration =
                new ClassPathResource("graphql/graph/V008__cell_keys.cypher")
                        .getContentAsString(StandardCharsets.UTF_8)
                        .replaceAll("(?m)^//.*$|;", "");
        people.ensure(Set.of(people.identity(CITIZEN)));
        List<Object> given = keys();
        driver.executableQuery(
                        "UNWIND range(1, 50) AS n CREATE (:Person {id: 'P' + n, idHash: 'h' + n})")
                .execute();
        try (Session session = driver.session()) {
            session.run(migration).consume();
        }

        assertThat(given).hasSize(1);
        assertThat(keys()).hasSize(51).doesNotHaveDuplicates().containsAll(given);
    }

    private List<Object> keys() {
        return driver
                .executableQuery(
                        "MATCH (p:Person) WHERE 0 <= p.cellKey < $end RETURN p.cellKey AS key")
                .withParameters(Map.of("end", 1L << 40))
                .execute()
                .records()
                .stream()
                .map(row -> row.get("key").asObject())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "MZ, '', PURPOSE_G_REQUIRED",
        "MZ, B, PURPOSE_G_REQUIRED",
        "CITIZEN, G, INVALID_DOCUMENT",
        "CHARITY-A, G, NOT_FOR_CHARITIES",
        "MZ-HEAD, G, NOT_ALLOWED",
        "AUDITOR, G, ''",
        "MZ-TOWN, G, ''"
    })
    void isForThoseWhoStateThePurposeAndHaveTheDuty(String client, String purpose, String code) {
        people.ensure(Set.of(people.identity(CITIZEN)));
        JsonNode answer =
                ask(client, new Reason(purpose.isEmpty() ? null : purpose, null), "category: MZ02");

        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.at("/data/statistics").isObject()).isEqualTo(code.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"MZ07, PURPOSE", "MZ13, PURPOSE", "WJ04, NOT_SHARED", "GA01, PURPOSE"})
    void isOfCategoriesThatServeStatisticsAndAreAboutPeople(String category, String reason) {
        JsonNode answer = ask("MZ", G, "category: " + category);

        assertThat(code(answer)).isEqualTo("CATEGORY_NOT_GRANTED");
        assertThat(answer.at("/errors/0/extensions/details/reason").asString()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "category: MZ02, byMonth: \"status\"",
                "category: MZ02, byItem: \"institutionUscc\"",
                "category: MZ02, byItem: \"nothing\"",
                "category: MZ02, region: \"150924106001\"",
                "category: MZ02, byItem: \"sixItems\"",
                "category: MZ02, sum: \"selfCare\"",
                "category: MZ02, where: {extremeHardshipSupport: {recordNo: {eq: \"x\"}}}",
                "category: MZ02, where: {extremeHardshipSupport: {not: {status: {eq: ACTIVE}}}}",
                "category: MZ02, where: {extremeHardshipSupport: {institutionUscc: {isNull:"
                        + " true}}}",
                "category: MZ02, where: {extremeHardshipSupport: {status: {in: [ACTIVE, ENDED]}}}",
                "category: MZ02, where: {extremeHardshipSupport: {status: {isNull: true}}}",
                "category: MZ02, where: {extremeHardshipSupport: {status: {}}}",
                "category: MZ02, where: {extremeHardshipSupport: {status: {eq: ACTIVE, isNull:"
                        + " false}}}",
                "category: MZ02, where: {extremeHardshipSupport: {basicAmount: {gt: \"600\"}}}",
                "category: MZ02, where: {extremeHardshipSupport: {startMonth: {gte: \"2024-01\"}}}",
                "category: MZ02, byMonth: \"startMonth\", where: {extremeHardshipSupport:"
                        + " {startMonth: {in: [\"2024-01\", \"2024-03\"]}}}",
                "category: MZ02, byMonth: \"startMonth\", where: {extremeHardshipSupport:"
                        + " {startMonth: {eq: \"2024-01\"}}}",
                "category: MZ03, byMonth: \"recognisedOn\", where: {dibaoMarginHousehold:"
                        + " {recognisedOn: {gte: \"2024-01-02\"}}}",
                "category: MZ02, byItem: \"status\", where: {extremeHardshipSupport: {supportForm:"
                        + " {eq: AT_HOME}, selfCare: {eq: ABLE}}}",
                "category: MZ02, region: \"150000000000\"" // the city by another name
            })
    void refusesWhatCouldNameOneRecordOrIsNoSuchKind(String question) {
        assertThat(code(ask("MZ", G, question))).isEqualTo("NOT_FOR_STATISTICS");
    }

    @Test
    void refusesATableThatIsTooLarge() {
        write(
                IntStream.range(0, 2_100)
                        .mapToObj(
                                i ->
                                        new Someone(
                                                i,
                                                TOWNSHIPS.getFirst(),
                                                "ACTIVE",
                                                "%04d-%02d".formatted(1800 + i / 12, 1 + i % 12),
                                                1,
                                                i))
                        .toList());

        assertThat(code(ask("MZ", G, "category: MZ02, byMonth: \"startMonth\"")))
                .isEqualTo("TOO_MANY_CELLS");
    }

    private static List<Someone> people(long seed, int size) {
        Random random = new Random(seed);
        return IntStream.range(0, size)
                .mapToObj(
                        i ->
                                new Someone(
                                        i,
                                        TOWNSHIPS.get(
                                                (int)
                                                        (TOWNSHIPS.size()
                                                                * Math.pow(
                                                                        random.nextDouble(), 2))),
                                        STATES.get(
                                                (int)
                                                        (STATES.size()
                                                                * Math.pow(
                                                                        random.nextDouble(), 3))),
                                        "2024-0" + (1 + random.nextInt(6)),
                                        random.nextInt(20) == 0
                                                ? 500_000
                                                : 50_000 + random.nextInt(20_000),
                                        random.nextLong(1L << 40)))
                .toList();
    }

    private void write(List<Someone> people) {
        driver.executableQuery(
                        """
                        UNWIND $people AS one
                        MATCH (g:Region {code: one.township})
                        CREATE (p:Person {id: 'P' + one.number, idHash: 'h' + one.number, cellKey: one.key})-[:RESIDES_IN]->(g)
                        CREATE (:Record:ExtremeHardshipSupport {id: 'R' + one.number, key: 'MZ02|' + one.number, category: 'MZ02',
                          recordNo: toString(one.number), status: one.state, startMonth: one.month, basicAmount: one.amount})-[:ABOUT]->(p)
                        """)
                .withParameters(Map.of("people", people.stream().map(Someone::row).toList()))
                .execute();
    }

    private void keys(int seed) {
        Random random = new Random(seed);
        List<Long> keys = IntStream.range(0, 100).mapToObj(_ -> random.nextLong(1L << 40)).toList();
        driver.executableQuery(
                        "MATCH (p:Person) SET p.cellKey = $keys[toInteger(substring(p.id, 1))]")
                .withParameters(Map.of("keys", keys))
                .execute();
    }

    private void state(String state) {
        driver.executableQuery("MATCH (r:Record {id: 'R99'}) SET r.status = $state")
                .withParameters(Map.of("state", state))
                .execute();
    }

    /** {@return the agreement; below the item's level it gives it masked} */
    private String agree(String purpose, List<String> regions, String level) {
        List<String> amount = List.of("MZ02.basicAmount");
        boolean clear = level.equals("S3");
        return new Agreed(hub)
                .on(
                        "MZ",
                        "CL",
                        purpose,
                        level,
                        regions,
                        clear ? amount : List.of(),
                        clear ? List.of() : amount);
    }

    private List<Looks.Look> entries(Kind kind) {
        return Looks.all(Neo4jClient.create(driver), kind);
    }

    private JsonNode ask(String client, Reason reason, String arguments) {
        return hub.ask(client, reason, "{ statistics(" + arguments + ") " + CELLS + " }", Map.of());
    }

    private JsonNode table(String client, String arguments) {
        JsonNode answer = ask(client, G, arguments);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.at("/data/statistics");
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString("");
    }

    private static List<JsonNode> figures(JsonNode table) {
        List<JsonNode> figures = new ArrayList<>();
        table.get("cells").forEach(figures::add);
        table.get("totals").forEach(figures::add);
        return figures;
    }

    private static long fen(JsonNode cell) {
        return new BigDecimal(cell.get("sum").asString()).movePointRight(2).longValueExact();
    }

    private static int bound(JsonNode cell) {
        Set<String> traits =
                cell.get("value").isNull() ? Set.of() : Set.of("status=" + cell.get("value"));
        return StatisticsNoise.bound(
                new StatisticsFigure(
                        "MZ02", cell.get("region").asString(""), new TreeSet<>(traits)));
    }

    private static String place(JsonNode cell) {
        return place(cell.get("region").asString(""), cell.get("value").asString(""));
    }

    private static String place(String region, String value) {
        return region + " " + value;
    }

    private static List<String> places(Someone one) {
        String county = one.township().substring(0, 6) + "000000";
        return List.of(one.township(), county, "").stream()
                .flatMap(
                        region ->
                                List.of(one.state(), "").stream()
                                        .map(value -> place(region, value)))
                .toList();
    }

    private static Map<String, List<Someone>> groups(List<Someone> people) {
        Map<String, List<Someone>> groups = new TreeMap<>();
        people.forEach(
                one ->
                        places(one)
                                .forEach(
                                        place ->
                                                groups.computeIfAbsent(
                                                                place, _ -> new ArrayList<>())
                                                        .add(one)));
        return groups;
    }

    /** Of each total that shows, the one part that doesn't, where it is one. */
    private static Set<String> aloneInTheirLine(
            Map<String, List<Someone>> truth, List<JsonNode> shown) {
        Set<String> seen = shown.stream().map(StatisticsIT::place).collect(Collectors.toSet());
        Set<String> alone = new HashSet<>();
        List<Function<String, @Nullable String>> totals =
                List.of(StatisticsIT::overRegions, StatisticsIT::overValues);
        for (Function<String, @Nullable String> total : totals) {
            truth.keySet().stream()
                    .filter(place -> !seen.contains(place))
                    .filter(place -> total.apply(place) != null)
                    .collect(Collectors.groupingBy(place -> String.valueOf(total.apply(place))))
                    .forEach(
                            (above, missing) -> {
                                if (seen.contains(above) && missing.size() == 1) {
                                    alone.addAll(missing);
                                }
                            });
        }
        return alone;
    }

    private static @Nullable String overRegions(String place) {
        String region = place.substring(0, place.indexOf(' '));
        String value = place.substring(place.indexOf(' ') + 1);
        if (region.isEmpty()) {
            return null;
        }
        return place(region.endsWith("000000") ? "" : region.substring(0, 6) + "000000", value);
    }

    private static @Nullable String overValues(String place) {
        return place.endsWith(" ") ? null : place.substring(0, place.indexOf(' ') + 1);
    }

    private static Map<Integer, Long> frequencies(List<Integer> differences) {
        return differences.stream()
                .collect(
                        Collectors.groupingBy(
                                Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** How often the best threshold guesses right. */
    private static double right(List<Integer> without, List<Integer> with) {
        return IntStream.rangeClosed(-300, 300)
                .mapToDouble(
                        bound ->
                                (without.stream().filter(one -> one < bound).count()
                                                + with.stream().filter(one -> one >= bound).count())
                                        / (double) (without.size() + with.size()))
                .max()
                .orElseThrow();
    }

    private static JsonNode listening(
            List<String> statements, java.util.function.Supplier<JsonNode> question) {
        Logger logger = (Logger) LoggerFactory.getLogger(AutoCommit.class);
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        logger.addAppender(seen);
        logger.setLevel(Level.DEBUG);
        try {
            return question.get();
        } finally {
            logger.setLevel(null);
            logger.detachAppender(seen);
            seen.list.stream()
                    .map(ILoggingEvent::getFormattedMessage)
                    .filter(message -> message.contains("UNWIND $rows AS row"))
                    .forEach(statements::add);
        }
    }
}
