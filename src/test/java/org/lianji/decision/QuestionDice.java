package org.lianji.decision;

import org.jspecify.annotations.Nullable;
import org.lianji.decision.Library.Kind;
import org.lianji.decision.Library.Part;
import org.lianji.decision.Rule.Reasoned;
import org.lianji.decision.World.Basis;
import org.lianji.decision.World.Fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Makes questions: whom, what, how deep, under which conditions, for what. */
final class QuestionDice {

    private static final List<String> COMMON =
            List.of(
                    "id",
                    "category",
                    "recordNo",
                    "personName",
                    "observedAt",
                    "validFrom",
                    "validTo",
                    "receivedAt",
                    "department",
                    "batch",
                    "linkage");

    private final Dice dice;
    private final Library library = Library.sdl();
    private final World world;
    private final List<Deal> deals;
    private final List<String> regionIds;

    /**
     * @param regionIds identifiers of regions
     */
    QuestionDice(Dice dice, World world, List<Deal> deals, List<String> regionIds) {
        this.dice = dice;
        this.world = world;
        this.deals = deals;
        this.regionIds = regionIds;
    }

    Question question() {
        return question(by());
    }

    Question question(Reasoned by) {
        List<Ask> roots = new ArrayList<>();
        int count = dice.chance(0.75) ? 1 : dice.between(2, 3);
        for (int i = 0; i < count; i++) {
            Ask root = root(by);
            roots.add(i == 0 && dice.chance(0.7) ? root : root.as("q" + i));
        }
        return new Question(by, roots);
    }

    /** {@return the same about others, on another basis: the database need not plan it again} */
    Question again(Question question) {
        List<Ask> roots =
                question.roots().stream().map(root -> again(question.by(), root)).toList();
        return new Question(again(question.by()), roots);
    }

    private Reasoned again(Reasoned by) {
        List<String> alike =
                world.bases().stream()
                        .filter(
                                basis ->
                                        by.basis() != null
                                                && basis.id().charAt(0) == by.basis().charAt(0))
                        .filter(
                                basis ->
                                        dice.chance(0.1)
                                                || (basis.department()
                                                                .equals(by.asker().department())
                                                        && basis.purposes().stream()
                                                                .anyMatch(by::forPurpose)))
                        .map(Basis::id)
                        .toList();
        return new Reasoned(
                by.asker(), by.purpose(), alike.isEmpty() ? by.basis() : dice.one(alike));
    }

    private Ask again(Reasoned by, Ask root) {
        return switch (root.name()) {
            case "person" -> root.with("idNumber", number(by));
            case "household" -> root.with("id", likely(world.homes(), rule(by)::exists).id());
            case "node" -> root.with("id", alike(by, (String) root.arguments().get("id")));
            default -> root;
        };
    }

    private String alike(Reasoned by, String id) {
        return switch (id.isEmpty() ? ' ' : id.charAt(0)) {
            case 'P' -> likely(world.humans(), rule(by)::exists).id();
            case 'H' -> likely(world.homes(), rule(by)::exists).id();
            case 'R' -> likely(world.facts(), rule(by)::exists).id();
            default -> id;
        };
    }

    // Who, and why

    Reasoned by() {
        Asker asker = asker();
        if (asker.citizen()) {
            return dice.chance(0.95)
                    ? new Reasoned(asker, "H", dice.chance(0.9) ? null : anyBasis())
                    : new Reasoned(asker, dice.one("A", "D", "G"), anyBasis());
        }
        if (dice.chance(0.06)) {
            return new Reasoned(asker, dice.one("F", "G", "H", null), anyBasis());
        }
        List<Basis> own =
                world.bases().stream()
                        .filter(
                                basis ->
                                        basis.parties().stream()
                                                .anyMatch(
                                                        party ->
                                                                party.department()
                                                                                .equals(
                                                                                        asker
                                                                                                .department())
                                                                        && (!asker.atTheDoor()
                                                                                || asker.client()
                                                                                        .equals(
                                                                                                party
                                                                                                        .client()))))
                        .toList();
        if (own.isEmpty() || dice.chance(0.1)) {
            return new Reasoned(asker, dice.one("A", "B", "C", "D", "E"), anyBasis());
        }
        List<Basis> inForce =
                own.stream()
                        .filter(
                                basis ->
                                        basis.closed() == null
                                                && basis.until().isAfter(world.now()))
                        .toList();
        Basis basis = dice.one(inForce.isEmpty() || dice.chance(0.1) ? own : inForce);
        return new Reasoned(
                asker,
                dice.chance(0.93) ? dice.one(basis.purposes()) : dice.one("A", "B", "C", "D", "E"),
                basis.id());
    }

    private Asker asker() {
        String department = dice.one("MZ", "MZ", "GA", "WJ", "YB", dice.one(WorldDice.DEPARTMENTS));
        double kind = dice.below(100);
        return kind < 55
                ? Asker.system(department)
                : kind < 70
                        ? Asker.county(department)
                        : kind < 80
                                ? Asker.town(department)
                                : kind < 87
                                        ? (kind < 83
                                                ? Asker.CADRE
                                                : kind < 85 ? Asker.ASSISTANT : Asker.SOCIAL_WORKER)
                                        : kind < 95
                                                ? Asker.CITIZEN
                                                : dice.one(
                                                        Asker.head(department),
                                                        Asker.CHARITY,
                                                        Asker.PROVIDER,
                                                        Asker.VOLUNTEER,
                                                        Asker.AUDITOR);
    }

    private @Nullable String anyBasis() {
        return dice.chance(0.25)
                ? null
                : dice.chance(0.25)
                        ? dice.id(dice.one('C', 'E', 'V', 'X'))
                        : dice.one(world.bases()).id();
    }

    // What

    private Ask root(Reasoned by) {
        int kind = dice.below(100);
        if (kind < 25) {
            return Ask.of("person", Map.of("idNumber", number(by)), below("Person", depth()));
        }
        if (kind < 35) {
            String id =
                    dice.chance(0.1) ? dice.id('H') : likely(world.homes(), rule(by)::exists).id();
            return Ask.of("household", Map.of("id", id), below("Household", depth()));
        }
        if (kind < 80) {
            return records(by);
        }
        if (kind < 97) {
            return node(by);
        }
        return Ask.of("region", Map.of("code", dice.one(Places.ALL)), below("Region", 2));
    }

    /** Planning a deep question takes the database seconds. */
    private int depth() {
        return dice.one(1, 1, 1, 1, 1, 1, 1, 2, 2, 3);
    }

    /** {@return mostly one of those that pass} */
    private <T> T likely(List<T> all, Predicate<T> wanted) {
        List<T> passing = dice.chance(0.75) ? all.stream().filter(wanted).toList() : all;
        return dice.one(passing.isEmpty() ? all : passing);
    }

    private Ask.Number number(Reasoned by) {
        return new Ask.Number(
                dice.chance(0.95)
                        ? likely(world.humans(), rule(by)::exists).idNumber()
                        : dice.idNumber(LocalDate.of(1970, 1, 1).plusDays(dice.below(9000))));
    }

    private Ask node(Reasoned by) {
        Rule rule = rule(by);
        String id =
                switch (dice.below(10)) {
                    case 0, 1, 2 -> likely(world.humans(), rule::exists).id();
                    case 3 -> likely(world.homes(), rule::exists).id();
                    case 4, 5, 6, 7 -> likely(world.facts(), rule::exists).id();
                    case 8 -> dice.one(regionIds);
                    default ->
                            dice.one(
                                    dice.id(dice.one('P', 'H', 'R', 'G', 'Z')),
                                    dice.one(world.bases()).id(),
                                    "");
                };
        List<Ask> below = new ArrayList<>(List.of(Ask.of("__typename"), Ask.of("id")));
        switch (id.isEmpty() ? ' ' : id.charAt(0)) {
            case 'P' ->
                    List.of(below("Person", depth())).forEach(ask -> below.add(ask.on("Person")));
            case 'H' ->
                    List.of(below("Household", depth()))
                            .forEach(ask -> below.add(ask.on("Household")));
            case 'R' -> {
                String code =
                        world.facts().stream()
                                .filter(fact -> fact.id().equals(id))
                                .findFirst()
                                .map(Fact::category)
                                .orElse("MZ01");
                below.addAll(fragments(List.of(code), depth()));
                below.add(Ask.of("category").on("Record"));
                if (dice.chance(0.3)) {
                    below.add(items().on("Record"));
                }
            }
            default -> {}
        }
        return Ask.of("node", Map.of("id", id), once(below));
    }

    private Ask records(Reasoned by) {
        Rule rule = rule(by);
        Kind kind =
                library.kind(
                        likely(
                                WorldDice.CATEGORIES,
                                code ->
                                        rule.all(library.kind(code))
                                                || !rule.clauses(library.kind(code)).isEmpty()));
        List<Ask> record = new ArrayList<>(List.of(Ask.of("id")));
        record.addAll(commons(0.3));
        record.addAll(items(kind, false));
        record.addAll(subjects(depth() - 1));
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("category", new Ask.Word(kind.code()));
        ConditionDice conditions = new ConditionDice(dice, world, rule, kind);
        if (dice.chance(0.45)) {
            arguments.put("where", Map.of(kind.field(), conditions.where(2)));
        }
        Map<String, Object> orderBy = conditions.orderBy();
        if (!orderBy.isEmpty() && dice.chance(0.5)) {
            arguments.put("orderBy", Map.of(kind.field(), orderBy));
        }
        return Ask.of("records", sized(arguments), connection(record));
    }

    private Rule rule(Reasoned by) {
        return new Rule(library, world, deals, by);
    }

    private Map<String, Object> sized(Map<String, Object> arguments) {
        if (dice.chance(0.7)) {
            arguments.put(dice.one("first", "first", "last"), dice.one(1, 2, 3, 7, 200));
        }
        return arguments;
    }

    private Ask[] connection(List<Ask> record) {
        List<Ask> below = new ArrayList<>();
        boolean edges = dice.chance(0.4);
        Ask[] fields = once(record);
        if (edges) {
            below.add(Ask.of("edges", Ask.of("cursor"), Ask.of("node", fields)));
        }
        boolean nodes = !edges || dice.chance(0.2);
        if (nodes) {
            below.add(Ask.of("nodes", fields));
        }
        if (dice.chance(0.6)) {
            below.add(
                    Ask.of(
                            "pageInfo",
                            Ask.of("hasNextPage"),
                            Ask.of("hasPreviousPage"),
                            Ask.of("startCursor"),
                            Ask.of("endCursor")));
        }
        if (nodes && edges) {
            below.add(Ask.of("totalCount"));
            below.add(Ask.of("totalCountIsExact"));
        }
        return below.toArray(Ask[]::new);
    }

    private List<Ask> commons(double withItems) {
        List<Ask> commons = new ArrayList<>(dice.some(COMMON, 0, 4).stream().map(Ask::of).toList());
        if (dice.chance(withItems)) {
            commons.add(items());
        }
        return commons;
    }

    private static Ask items() {
        return Ask.of("items", Ask.of("value"), Ask.of("state"));
    }

    /** Items, twice under aliases now and then. */
    private List<Ask> items(Kind kind, boolean fragment) {
        List<Ask> items = new ArrayList<>();
        for (Part part : dice.some(kind.parts(), 1, 6)) {
            Ask item = Ask.of(part.name()).on(kind.type());
            String own = kind.code().toLowerCase(java.util.Locale.ROOT) + "_" + part.name();
            items.add(fragment || COMMON.contains(part.name()) ? item.as(own) : item);
            if (dice.chance(0.1)) {
                items.add(item.as(own + "_again"));
            }
        }
        return items;
    }

    private List<Ask> fragments(List<String> codes, int depth) {
        List<Ask> fields = new ArrayList<>();
        codes.forEach(code -> fields.addAll(items(library.kind(code), codes.size() > 1)));
        for (Ask subject : subjects(depth)) {
            fields.add(subject.on("Record"));
        }
        return fields;
    }

    private List<Ask> subjects(int depth) {
        List<Ask> subjects = new ArrayList<>();
        if (depth > 0 && dice.chance(0.5)) {
            subjects.add(Ask.of("person", below("Person", depth - 1)));
        }
        if (depth > 0 && dice.chance(0.4)) {
            subjects.add(Ask.of("household", below("Household", depth - 1)));
        }
        return subjects;
    }

    private Ask[] below(String type, int depth) {
        List<Ask> fields = new ArrayList<>(List.of(Ask.of("id")));
        List<Ask> possible =
                switch (type) {
                    case "Person" -> person(depth);
                    case "Household" -> household(depth);
                    default -> region(depth);
                };
        fields.addAll(dice.some(possible, 1, 4));
        return once(fields);
    }

    private List<Ask> person(int depth) {
        List<Ask> fields = new ArrayList<>();
        List.of("idNumber", "demo", "mergedIds", "name", "sex", "birthDate", "nation", "__typename")
                .forEach(name -> fields.add(Ask.of(name)));
        fields.add(Ask.of("registeredIn", below("Region", 1)));
        fields.add(Ask.of("livesIn", below("Region", 1)));
        if (depth > 0) {
            Map<String, Object> arguments = at();
            if (dice.chance(0.3)) {
                arguments.put("kind", new Ask.Word(dice.one("REGISTERED", "LIVING_TOGETHER")));
            }
            fields.add(Ask.of("memberships", arguments, membership(depth)));
            fields.add(Ask.of("memberships", at(), membership(depth)).as("then"));
            fields.add(Ask.of("supports", at(), duty(depth)));
            fields.add(Ask.of("supportedBy", at(), duty(depth)));
            fields.add(about(depth));
            fields.add(about(depth).as("others"));
        }
        return fields;
    }

    private List<Ask> household(int depth) {
        List<Ask> fields = new ArrayList<>();
        List.of("kind", "number", "__typename").forEach(name -> fields.add(Ask.of(name)));
        fields.add(Ask.of("region", below("Region", 1)));
        if (depth > 0) {
            fields.add(Ask.of("members", at(), membership(depth)));
            fields.add(Ask.of("members", at(), membership(depth)).as("then"));
            fields.add(about(depth));
        }
        return fields;
    }

    private List<Ask> region(int depth) {
        List<Ask> fields = new ArrayList<>();
        List.of("code", "name", "level", "levelWord").forEach(name -> fields.add(Ask.of(name)));
        if (depth > 0) {
            fields.add(Ask.of("parent", below("Region", depth - 1)));
        }
        return fields;
    }

    private Map<String, Object> at() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        if (dice.chance(0.4)) {
            LocalDate today = world.today();
            arguments.put(
                    "at",
                    dice.one(
                                    today,
                                    today.minusDays(1),
                                    today.plusDays(dice.below(400)),
                                    dice.day(today.minusYears(20), today))
                            .toString());
        }
        return arguments;
    }

    private Ask[] membership(int depth) {
        List<Ask> fields = new ArrayList<>(List.of(Ask.of("from"), Ask.of("to")));
        fields.addAll(
                dice.some(
                        List.of(
                                Ask.of("relation"),
                                Ask.of("category"),
                                Ask.of("person", below("Person", depth - 1)),
                                Ask.of("household", below("Household", depth - 1))),
                        1,
                        4));
        return once(fields);
    }

    private Ask[] duty(int depth) {
        return once(
                dice.some(
                        List.of(
                                Ask.of("kind"),
                                Ask.of("from"),
                                Ask.of("to"),
                                Ask.of("category"),
                                Ask.of("supporter", below("Person", depth - 1)),
                                Ask.of("supported", below("Person", depth - 1))),
                        2,
                        5));
    }

    private Ask about(int depth) {
        List<String> codes = dice.some(WorldDice.CATEGORIES, 1, 4);
        List<Ask> record = new ArrayList<>(commons(depth > 1 ? 0 : 0.2));
        record.add(Ask.of("id"));
        record.addAll(fragments(codes, depth - 1));
        Map<String, Object> arguments = new LinkedHashMap<>();
        if (dice.chance(0.5)) {
            arguments.put("categories", codes.stream().map(Ask.Word::new).toList());
        }
        return Ask.of("records", sized(arguments), connection(record));
    }

    /** A result key only once: two selections under one key would have to be merged. */
    private static Ask[] once(List<Ask> asks) {
        Set<String> keys = new LinkedHashSet<>();
        return asks.stream().filter(ask -> keys.add(ask.key())).toArray(Ask[]::new);
    }
}
