package org.lianji.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianji.Hub;
import org.lianji.HubTest;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Relations end when the facts say so, in whatever order the facts arrive, are corrected and are
 * taken back: random facts against a rule that is written here once more, from all that is left.
 */
@HubTest
class RelationEndsIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> PEOPLE =
            List.of(
                    "150902195603121010",
                    "150924198807042025",
                    "150981201305183014",
                    "150929201602294014");

    private static final List<String> CATEGORIES =
            List.of("MZ07", "MZ07", "MZ01", "GA04", "GA01", "GA02", "MZ03", "MZ10", "WJ01");

    private static final List<String> TOWNS = List.of("150924106000", "150902001001");

    @Autowired Hub hub;

    @Autowired Neo4jClient graph;

    @Autowired Driver driver;

    /** What one version of a fact says, and when. */
    private record Said(
            String category, String recordNo, LocalDate day, int hour, Map<String, Object> items) {

        String fact() {
            return category + "|" + recordNo;
        }

        String who() {
            return (String) Objects.requireNonNull(items.get("idNumber"));
        }

        @Nullable String text(String item) {
            return (String) items.get(item);
        }

        String observedAt() {
            return "%sT%02d:00:00+08:00".formatted(day, hour);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void relationsEndAsTheFactsSayInWhateverOrderTheyCome(int seed) {
        List<Said> kept = arrive(new Random(seed));

        assertThat(relations()).isEqualTo(Rule.of(kept));
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13, 14})
    void mendsTheRelationsThatAnEarlierVersionMade(int seed) throws IOException {
        List<Said> kept = arrive(new Random(seed));
        EARLIER.forEach(statement -> graph.query(statement).run());
        assertThat(relations()).isNotEqualTo(Rule.of(kept));

        run(Path.of("schema/graph/V018__relations_and_suspensions_end.cypher"));
        run(Path.of("schema/graph/V270__ends_with_lives.cypher"));
        assertThat(relations()).isEqualTo(Rule.of(kept));
    }

    /** As an earlier version would have made them: each ends with its record. */
    private static final List<String> EARLIER =
            List.of(
                    "MATCH (r:Record|Superseded) SET r.id = r.version",
                    """
                    MATCH (a)-[e:SUPPORT_ENDED]->(b)
                    CREATE (a)-[n:SUPPORTS]->(b) SET n = properties(e) REMOVE n.current DELETE e
                    """,
                    "MATCH ()-[e:ENDED]->() DELETE e",
                    """
                    MATCH ()-[e:SUPPORTS|MEMBER_OF|LIVES_IN|REGISTERED_IN|RESIDES_IN]->()
                    MATCH (r:Record|Superseded {version: e.record})
                    SET e.to = r.validTo, e.until = CASE type(e) WHEN 'SUPPORTS' THEN r.validTo END
                    REMOVE e.latest, e.ended, e.died
                    """);

    private void run(Path migration) throws IOException {
        String text = Files.readString(migration).replaceAll("(?m)^\\s*//.*$", "");
        try (Session session = driver.session()) {
            Stream.of(text.split(";\\s*(\\n|$)"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .forEach(statement -> session.run(statement).consume());
        }
    }

    private List<Said> arrive(Random dice) {
        List<Said> facts = new ArrayList<>();
        for (int i = 0; i < 54; i++) {
            Said said = said(dice, i);
            if (facts.stream().noneMatch(other -> sameTime(other, said))) {
                facts.add(said);
            }
        }
        Collections.shuffle(facts, dice);

        List<Said> kept = new ArrayList<>();
        for (Said said : facts) {
            contribute(said);
            kept.add(said);
            if (dice.nextInt(6) == 0) {
                kept.remove(withdraw(newest(kept, kept.get(dice.nextInt(kept.size())).fact())));
            }
        }
        return kept;
    }

    private static boolean sameTime(Said one, Said other) {
        return one.fact().equals(other.fact()) && one.observedAt().equals(other.observedAt());
    }

    private static Said newest(List<Said> kept, String fact) {
        return kept.stream()
                .filter(said -> said.fact().equals(fact))
                .max(Comparator.comparing(Said::observedAt))
                .orElseThrow();
    }

    private static Said said(Random dice, int number) {
        LocalDate day = LocalDate.parse("2026-01-01").plusDays(dice.nextInt(20));
        int hour = 8 + dice.nextInt(3);
        Map<String, Object> items = new LinkedHashMap<>();
        String recordNo = String.valueOf(dice.nextInt(2));
        String category = CATEGORIES.get(number % CATEGORIES.size());
        switch (category) {
            case "MZ07" -> {
                items.put("idNumber", PEOPLE.get(2 + dice.nextInt(2)));
                items.put("childType", "FAMILY_HARDSHIP");
                items.put("guardianIdNo", PEOPLE.get(dice.nextInt(2)));
                items.put(
                        "guardianState",
                        dice.nextInt(5) == 0
                                ? null
                                : dice.nextBoolean() ? "FULFILLING" : "GUARDIANSHIP_REVOKED");
            }
            case "MZ01" -> {
                items.put("idNumber", PEOPLE.getFirst());
                items.put("householdNo", "F" + dice.nextInt(2));
                items.put("memberIdNumbers", List.of(PEOPLE.get(1), PEOPLE.get(2)));
                items.put("area", "RURAL");
                items.put("memberCount", 3);
                items.put("monthlyAmount", "100.00");
                items.put("startMonth", "2026-01");
                items.put("status", dice.nextBoolean() ? "ACTIVE" : "STOPPED");
            }
            case "GA04" -> {
                items.put("idNumber", PEOPLE.get(1));
                items.put("liveRegion", TOWNS.get(dice.nextInt(2)));
                items.put("from", "2025-01-01");
                items.put(
                        "validUntil",
                        dice.nextInt(3) == 0
                                ? null
                                : day.plusDays(dice.nextInt(15) - 5).toString());
            }
            case "GA01" -> {
                items.put("idNumber", PEOPLE.getFirst());
                items.put("hukouNo", "H" + dice.nextInt(2));
                items.put("relationToHead", "HEAD");
                items.put("hukouRegion", TOWNS.get(dice.nextInt(2)));
                items.put("name", "张三");
                items.put("sex", "MALE");
                items.put("birthDate", "1956-03-12");
            }
            case "MZ03" -> {
                items.put("idNumber", PEOPLE.getFirst());
                items.put("householdNo", "M" + dice.nextInt(2));
                items.put("memberIdNumbers", List.of(PEOPLE.get(1)));
                items.put("perCapitaIncome", "900.00");
                items.put("recognisedOn", "2025-01-01");
                items.put(
                        "validUntil",
                        dice.nextInt(3) == 0
                                ? null
                                : day.plusDays(dice.nextInt(15) - 5).toString());
                items.put("status", dice.nextInt(4) == 0 ? "WITHDRAWN" : "VALID");
            }
            case "MZ10" -> {
                items.put("idNumber", PEOPLE.getFirst());
                items.put("spouseIdNo", PEOPLE.get(1));
                items.put("action", "MARRIAGE");
                items.put("registeredOn", "2025-01-01");
            }
            case "WJ01" -> {
                items.put("idNumber", PEOPLE.get(dice.nextInt(2)));
                items.put("certNo", "SW" + number);
                items.put(
                        "diedOn",
                        LocalDate.parse("2026-01-01").plusDays(dice.nextInt(20)).toString());
            }
            default -> {
                items.put("idNumber", PEOPLE.getFirst());
                items.put(
                        "reason",
                        List.of("DUPLICATE", "SETTLED_ABROAD", "SETTLED_ABROAD", "DEATH")
                                .get(dice.nextInt(4)));
                items.put(
                        "cancelledOn",
                        LocalDate.parse("2026-01-01").plusDays(dice.nextInt(20)).toString());
            }
        }
        return new Said(category, recordNo, day, hour, items);
    }

    private void contribute(Said said) {
        Map<String, Object> row = new HashMap<>(said.items());
        row.values().removeIf(Objects::isNull);
        row.put("recordNo", said.recordNo());
        row.put("observedAt", said.observedAt());
        String owner = said.category().substring(0, 2);
        String receipt =
                hub.send(
                                hub.as(owner, "/contributions/" + said.category())
                                        .header("Content-Type", "application/x-ndjson")
                                        .header("Idempotency-Key", UUID.randomUUID().toString())
                                        .POST(
                                                BodyPublishers.ofString(
                                                        JSON.writeValueAsString(row))))
                        .body();
        assertThat(receipt).as("%s", said).contains("\"rejected\":0", "\"unchanged\":0");
    }

    private Said withdraw(Said newest) {
        JsonNode answer =
                hub.ask(
                        newest.category().substring(0, 2),
                        "mutation { withdraw(category: %s, recordNo: \"%s\", reason: \"录错\") { record } }"
                                .formatted(newest.category(), newest.recordNo()));
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return newest;
    }

    private List<String> relations() {
        return List.copyOf(
                graph.query(
                                """
                                MATCH (a)-[e:SUPPORTS|MEMBER_OF|LIVES_IN|REGISTERED_IN|RESIDES_IN]->(b)
                                WHERE EXISTS { (:Record|Superseded {version: e.record}) }
                                RETURN type(e) + ' ' + coalesce(a.idNumber, a.number) + ' ' + coalesce(b.idNumber, b.number, b.code)
                                  + ' ' + e.from + ' ' + coalesce(toString(e.to), 'open') AS text
                                ORDER BY text
                                """)
                        .fetchAs(String.class)
                        .all());
    }

    /** The rule, once more. */
    private static final class Rule {

        private final Map<String, List<Said>> versions = new TreeMap<>();
        private final List<String> relations = new ArrayList<>();

        static List<String> of(List<Said> kept) {
            Rule rule = new Rule();
            kept.stream()
                    .sorted(Comparator.comparing(Said::observedAt))
                    .forEach(
                            said ->
                                    rule.versions
                                            .computeIfAbsent(said.fact(), _ -> new ArrayList<>())
                                            .add(said));
            kept.forEach(rule::add);
            Collections.sort(rule.relations);
            return rule.relations;
        }

        private void add(Said said) {
            LocalDate next = next(said);
            switch (said.category()) {
                case "MZ07" -> {
                    if (!ended(said)) {
                        relate(
                                "SUPPORTS",
                                said,
                                said.text("guardianIdNo"),
                                said.who(),
                                earliest(
                                        earliest(next, revoked(said)),
                                        died(said, said.text("guardianIdNo"))));
                    }
                }
                case "MZ10" -> {
                    LocalDate either =
                            earliest(died(said, said.who()), died(said, said.text("spouseIdNo")));
                    relate(
                            "SUPPORTS",
                            said,
                            said.text("spouseIdNo"),
                            said.who(),
                            earliest(next, either));
                }
                case "MZ03" -> {
                    LocalDate to =
                            "WITHDRAWN".equals(said.text("status")) ? said.day() : after(said);
                    for (String member : PEOPLE.subList(0, 2)) {
                        relate(
                                "MEMBER_OF",
                                said,
                                member,
                                said.text("householdNo"),
                                earliest(earliest(next, to), died(said, member)));
                    }
                }
                case "MZ01" -> {
                    LocalDate to = "STOPPED".equals(said.text("status")) ? said.day() : next;
                    for (String member : PEOPLE.subList(0, 3)) {
                        relate(
                                "MEMBER_OF",
                                said,
                                member,
                                said.text("householdNo"),
                                earliest(to, died(said, member)));
                    }
                }
                case "GA04" -> {
                    relate(
                            "RESIDES_IN",
                            said,
                            said.who(),
                            said.text("liveRegion"),
                            earliest(next, after(said)));
                }
                case "GA01" -> {
                    LocalDate to = earliest(next, cancelled(said));
                    LocalDate left = earliest(to, died(said, said.who()));
                    relate("MEMBER_OF", said, said.who(), said.text("hukouNo"), left);
                    relate("REGISTERED_IN", said, said.who(), said.text("hukouRegion"), to);
                    relate("LIVES_IN", said, said.text("hukouNo"), said.text("hukouRegion"), to);
                }
                default -> {}
            }
        }

        private void relate(
                String type,
                Said said,
                @Nullable String start,
                @Nullable String end,
                @Nullable LocalDate to) {
            relations.add(
                    "%s %s %s %s %s"
                            .formatted(type, start, end, said.day(), to == null ? "open" : to));
        }

        private static @Nullable LocalDate after(Said said) {
            String last = said.text("validUntil");
            LocalDate after = last == null ? null : LocalDate.parse(last).plusDays(1);
            return after != null && after.isBefore(said.day()) ? said.day() : after;
        }

        /**
         * The first day of death that a newest record names; of what was said later, none holds.
         */
        private @Nullable LocalDate died(Said said, @Nullable String person) {
            return Stream.concat(
                            newest("WJ01")
                                    .filter(death -> death.who().equals(person))
                                    .map(death -> death.text("diedOn")),
                            newest("GA02")
                                    .filter(death -> death.who().equals(person))
                                    .filter(death -> "DEATH".equals(death.text("reason")))
                                    .map(death -> death.text("cancelledOn")))
                    .map(day -> LocalDate.parse(String.valueOf(day)))
                    .min(Comparator.naturalOrder())
                    .map(day -> day.isBefore(said.day()) ? said.day() : day)
                    .orElse(null);
        }

        private @Nullable LocalDate next(Said said) {
            List<Said> of = Objects.requireNonNull(versions.get(said.fact()));
            int at = of.indexOf(said);
            return at + 1 < of.size() ? of.get(at + 1).day() : null;
        }

        private static boolean ended(Said said) {
            return said.text("guardianState") != null
                    && !"FULFILLING".equals(said.text("guardianState"));
        }

        private Stream<Said> newest(String category) {
            return versions.values().stream()
                    .map(List::getLast)
                    .filter(said -> said.category().equals(category));
        }

        private @Nullable LocalDate revoked(Said said) {
            return newest("MZ07")
                    .filter(Rule::ended)
                    .filter(end -> end.who().equals(said.who()))
                    .filter(
                            end ->
                                    Objects.equals(
                                            end.text("guardianIdNo"), said.text("guardianIdNo")))
                    .map(Said::day)
                    .filter(day -> !day.isBefore(said.day()))
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }

        private @Nullable LocalDate cancelled(Said said) {
            return newest("GA02")
                    .filter(end -> !"DUPLICATE".equals(end.text("reason")))
                    .map(end -> LocalDate.parse(String.valueOf(end.text("cancelledOn"))))
                    .filter(day -> !day.isBefore(said.day()))
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }

        private static @Nullable LocalDate earliest(
                @Nullable LocalDate one, @Nullable LocalDate other) {
            return Stream.of(one, other)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }
}
