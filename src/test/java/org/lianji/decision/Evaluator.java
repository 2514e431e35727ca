package org.lianji.decision;

import org.jspecify.annotations.Nullable;
import org.lianji.decision.Library.Kind;
import org.lianji.decision.Library.Part;
import org.lianji.decision.World.Fact;
import org.lianji.decision.World.Home;
import org.lianji.decision.World.Human;
import org.lianji.decision.World.Tie;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be answered, worked out by looking at everything each time. */
final class Evaluator {

    /** Empty starts count as the latest, as the graph orders them. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+08:00'");

    private final Library library;
    private final World world;
    private final Map<String, Map<String, Object>> regions;
    private final Rule rule;
    private final Question question;
    private final Map<String, String> refused = new HashMap<>();

    private Evaluator(
            Library library,
            World world,
            Map<String, Map<String, Object>> regions,
            List<Deal> deals,
            Question question) {
        this.library = library;
        this.world = world;
        this.regions = regions;
        this.rule = new Rule(library, world, deals, question.by());
        this.question = question;
    }

    /**
     * {@return what must come of the question}
     *
     * @param regions what the graph holds of each, by code: id, name, level, levelWord
     */
    static Answer answer(
            Library library,
            World world,
            Map<String, Map<String, Object>> regions,
            List<Deal> deals,
            Question question) {
        return new Evaluator(library, world, regions, deals, question).answer();
    }

    /** Each field at the root is answered or refused by itself. */
    private Answer answer() {
        Map<String, Object> data = object("Query", question.roots(), this::answer);
        return new Answer(data, refused);
    }

    private @Nullable Object answer(Ask root) {
        boolean people = readsPeople(root);
        Optional<String> refusal = people ? rule.refusal() : Optional.empty();
        refusal.or(() -> refusedCondition(root))
                .or(
                        () ->
                                people && !rule.grounded()
                                        ? Optional.of(rule.ungrounded())
                                        : Optional.empty())
                .ifPresent(code -> refused.put(root.key(), code));
        return refused.containsKey(root.key()) ? null : root(root);
    }

    private Optional<String> refusedCondition(Ask root) {
        if (!root.name().equals("records")) {
            return Optional.empty();
        }
        Kind kind = kind(root);
        Conditions conditions = new Conditions(world, rule, kind);
        Map<?, ?> where = under(root, "where", kind);
        Map<?, ?> orderBy = under(root, "orderBy", kind);
        boolean closed = !rule.all(kind) && rule.clauses(kind).isEmpty();
        if (closed && !(where.isEmpty() && orderBy.isEmpty())) {
            return Optional.of("ITEM_NOT_GRANTED");
        }
        return conditions.refusal(where).or(() -> conditions.refusalOfOrder(orderBy));
    }

    private boolean readsPeople(Ask root) {
        return switch (root.name()) {
            case "person", "household" -> true;
            case "records" -> !kind(root).aboutNoOne();
            case "node" -> root.arguments().get("id").toString().matches("[PHR].*");
            default -> false;
        };
    }

    private Kind kind(Ask root) {
        return library.kind(((Ask.Word) root.arguments().get("category")).name());
    }

    private @Nullable Object root(Ask ask) {
        return switch (ask.name()) {
            case "person" ->
                    world.numbered(((Ask.Number) ask.arguments().get("idNumber")).idNumber())
                            .filter(rule::exists)
                            .map(human -> person(ask.below(), human))
                            .orElse(null);
            case "household" -> household(ask, (String) ask.arguments().get("id"));
            case "region" -> region(ask.below(), (String) ask.arguments().get("code"));
            case "records" -> records(ask);
            case "node" -> node(ask, (String) ask.arguments().get("id"));
            default -> throw new IllegalArgumentException(ask.name());
        };
    }

    private @Nullable Object node(Ask ask, String id) {
        return switch (id.isEmpty() ? ' ' : id.charAt(0)) {
            case 'P' ->
                    world.human(id)
                            .filter(rule::exists)
                            .map(human -> person(ask.below(), human))
                            .orElse(null);
            case 'H' -> household(ask, id);
            case 'R' ->
                    world.facts().stream()
                            .filter(fact -> fact.id().equals(id) && rule.exists(fact))
                            .findFirst()
                            .map(fact -> record(ask.below(), fact))
                            .orElse(null);
            case 'G' ->
                    regions.entrySet().stream()
                            .filter(region -> id.equals(region.getValue().get("id")))
                            .findFirst()
                            .map(region -> region(ask.below(), region.getKey()))
                            .orElse(null);
            case 'C', 'V', 'E' ->
                    world.bases().stream()
                            .filter(basis -> basis.id().equals(id) && rule.knows(basis))
                            .findFirst()
                            .map(_ -> object("Basis", ask.below(), _ -> id))
                            .orElse(null);
            default -> null;
        };
    }

    private @Nullable Object household(Ask ask, String id) {
        return world.home(id)
                .filter(rule::exists)
                .map(home -> household(ask.below(), home))
                .orElse(null);
    }

    private Object person(List<Ask> asks, Human human) {
        return object(
                "Person",
                asks,
                ask ->
                        switch (ask.name()) {
                            case "id" -> human.id();
                            case "idNumber" -> Masks.idNumber(human.idNumber());
                            case "demo" -> human.demo();
                            case "mergedIds" -> List.of();
                            case "name", "sex", "birthDate", "nation" -> newest(human, ask.name());
                            case "registeredIn" -> place(ask, human, "REGISTERED_IN");
                            case "livesIn" -> place(ask, human, "RESIDES_IN");
                            case "memberships" -> memberships(ask, human);
                            case "supports" -> duties(ask, human, Tie::start, Tie::end);
                            case "supportedBy" -> duties(ask, human, Tie::end, Tie::start);
                            case "records" -> about(ask, fact -> human.id().equals(fact.person()));
                            default -> throw new IllegalArgumentException(ask.name());
                        });
    }

    private Object household(List<Ask> asks, Home home) {
        return object(
                "Household",
                asks,
                ask ->
                        switch (ask.name()) {
                            case "id" -> home.id();
                            case "kind" -> home.kind();
                            case "number" -> home.number();
                            case "region" -> homeRegion(ask, home);
                            case "members" -> members(ask, home);
                            case "records" -> about(ask, fact -> home.id().equals(fact.home()));
                            default -> throw new IllegalArgumentException(ask.name());
                        });
    }

    /** Items of persons come from one source: registered population. */
    private @Nullable Object newest(Human human, String item) {
        return world.facts().stream()
                .filter(fact -> fact.category().equals("GA01"))
                .filter(fact -> human.id().equals(fact.person()) && rule.exists(fact))
                .max(Comparator.comparing(rule::seenAt))
                .map(fact -> json(library.kind("GA01"), item, rule.shown(fact, item)))
                .orElse(null);
    }

    private @Nullable Object place(Ask ask, Human human, String type) {
        return world.ties(type).stream()
                .filter(tie -> tie.start().equals(human.id()))
                .filter(tie -> rule.exists(tie, world.today()))
                .min(rule.latestFirst())
                .map(tie -> region(ask.below(), tie.end()))
                .orElse(null);
    }

    private @Nullable Object homeRegion(Ask ask, Home home) {
        return world.ties("LIVES_IN").stream()
                .filter(tie -> tie.start().equals(home.id()) && rule.tellsWhere(tie))
                .min(rule.latestFirst())
                .map(tie -> region(ask.below(), tie.end()))
                .orElse(null);
    }

    private LocalDate day(Ask ask) {
        return ask.arguments().get("at") instanceof String at ? LocalDate.parse(at) : world.today();
    }

    private Object memberships(Ask ask, Human human) {
        Object kind = ask.arguments().get("kind");
        return latestOfEach(ask, tie -> tie.start().equals(human.id()), Tie::end)
                .map(tie -> Map.entry(tie, world.home(tie.end()).orElseThrow()))
                .filter(entry -> kind == null || kind.equals(new Ask.Word(entry.getValue().kind())))
                .sorted(
                        Comparator.comparing(
                                        (Map.Entry<Tie, Home> entry) -> entry.getValue().kind())
                                .thenComparing(entry -> entry.getValue().id()))
                .map(entry -> membership(ask, entry.getKey(), human, entry.getValue()))
                .toList();
    }

    private Object members(Ask ask, Home home) {
        return latestOfEach(ask, tie -> tie.end().equals(home.id()), Tie::start)
                .sorted(
                        Comparator.comparing(
                                        rule::since,
                                        Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(Tie::start))
                .map(tie -> membership(ask, tie, world.human(tie.start()).orElseThrow(), home))
                .toList();
    }

    private Stream<Tie> latestOfEach(
            Ask ask, java.util.function.Predicate<Tie> wanted, Function<Tie, String> otherEnd) {
        Collection<List<Tie>> byOther =
                world.ties("MEMBER_OF").stream()
                        .filter(wanted)
                        .filter(tie -> rule.exists(tie, day(ask)))
                        .collect(Collectors.groupingBy(otherEnd))
                        .values();
        return byOther.stream().map(ties -> Collections.min(ties, rule.latestFirst()));
    }

    private Object membership(Ask asked, Tie tie, Human human, Home home) {
        return object(
                "Membership",
                asked.below(),
                ask ->
                        switch (ask.name()) {
                            case "relation" -> rule.relation(tie, human);
                            case "from" -> text(rule.since(tie));
                            case "to" -> text(rule.until(tie));
                            case "category" -> tie.category();
                            case "person" -> person(ask.below(), human);
                            case "household" -> household(ask.below(), home);
                            default -> throw new IllegalArgumentException(ask.name());
                        });
    }

    private Object duties(
            Ask asked, Human human, Function<Tie, String> near, Function<Tie, String> far) {
        return world.ties("SUPPORTS").stream()
                .filter(tie -> near.apply(tie).equals(human.id()))
                .filter(tie -> rule.exists(tie, day(asked)))
                .sorted(
                        Comparator.comparing(
                                        rule::since,
                                        Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(far))
                .map(tie -> duty(asked, tie))
                .toList();
    }

    private Object duty(Ask asked, Tie tie) {
        return object(
                "SupportDuty",
                asked.below(),
                ask ->
                        switch (ask.name()) {
                            case "kind" -> Objects.requireNonNull(tie.detail());
                            case "from" -> text(rule.since(tie));
                            case "to" -> text(rule.until(tie));
                            case "category" -> tie.category();
                            case "supporter" ->
                                    person(ask.below(), world.human(tie.start()).orElseThrow());
                            case "supported" ->
                                    person(ask.below(), world.human(tie.end()).orElseThrow());
                            default -> throw new IllegalArgumentException(ask.name());
                        });
    }

    private Object region(List<Ask> asks, String code) {
        return object(
                "Region",
                asks,
                ask ->
                        switch (ask.name()) {
                            case "code" -> code;
                            case "parent" ->
                                    Places.above(code) == null
                                            ? null
                                            : region(
                                                    ask.below(),
                                                    Objects.requireNonNull(Places.above(code)));
                            default -> Objects.requireNonNull(regions.get(code)).get(ask.name());
                        });
    }

    private Object records(Ask ask) {
        Kind kind = kind(ask);
        Conditions conditions = new Conditions(world, rule, kind);
        Map<?, ?> where = under(ask, "where", kind);
        Map<?, ?> orderBy = under(ask, "orderBy", kind);
        return page(
                ask,
                world.facts().stream()
                        .filter(fact -> fact.category().equals(kind.code()) && rule.exists(fact))
                        .filter(fact -> conditions.meets(fact, where))
                        .sorted(conditions.order(orderBy))
                        .toList());
    }

    private static Map<?, ?> under(Ask ask, String argument, Kind kind) {
        return ask.arguments().get(argument) instanceof Map<?, ?> map
                ? (Map<?, ?>) Objects.requireNonNull(map.get(kind.field()))
                : Map.of();
    }

    private Object about(Ask ask, java.util.function.Predicate<Fact> subject) {
        List<?> categories = (List<?>) ask.arguments().get("categories");
        return page(
                ask,
                world.facts().stream()
                        .filter(subject)
                        .filter(rule::exists)
                        .filter(
                                fact ->
                                        categories == null
                                                || categories.contains(
                                                        new Ask.Word(fact.category())))
                        .sorted(
                                Comparator.comparing(rule::seenAt)
                                        .reversed()
                                        .thenComparing(Fact::id))
                        .toList());
    }

    private Object page(Ask asked, List<Fact> all) {
        Map<String, Object> arguments = asked.arguments();
        boolean forward = !arguments.containsKey("last") && !arguments.containsKey("before");
        int size = (Integer) arguments.getOrDefault(forward ? "first" : "last", 20);
        int start = arguments.get("after") instanceof Ask.At after ? after.index() + 1 : 0;
        int end = arguments.get("before") instanceof Ask.At before ? before.index() : all.size();
        List<Fact> page =
                forward
                        ? all.subList(start, Math.min(start + size, all.size()))
                        : all.subList(Math.max(0, end - size), end);
        boolean more = forward ? start + size < all.size() : end - size > 0;
        Object cursor = page.isEmpty() ? null : Answer.CURSOR;
        return object(
                "RecordConnection",
                asked.below(),
                ask ->
                        switch (ask.name()) {
                            case "nodes" ->
                                    page.stream().map(fact -> record(ask.below(), fact)).toList();
                            case "edges" ->
                                    page.stream().map(fact -> edge(ask.below(), fact)).toList();
                            case "totalCount" -> Math.min(all.size(), 1_000);
                            case "totalCountIsExact" -> all.size() <= 1_000;
                            default ->
                                    object(
                                            "PageInfo",
                                            ask.below(),
                                            info ->
                                                    switch (info.name()) {
                                                        case "hasNextPage" ->
                                                                forward ? more : end < all.size();
                                                        case "hasPreviousPage" ->
                                                                forward ? start > 0 : more;
                                                        default -> cursor;
                                                    });
                        });
    }

    private Object edge(List<Ask> asks, Fact fact) {
        return object(
                "RecordEdge",
                asks,
                ask -> ask.name().equals("cursor") ? Answer.CURSOR : record(ask.below(), fact));
    }

    private Object record(List<Ask> asks, Fact fact) {
        Kind kind = library.kind(fact.category());
        return object(
                kind.type(),
                asks,
                ask ->
                        switch (ask.name()) {
                            case "id" -> fact.id();
                            case "category" -> fact.category();
                            case "recordNo" -> fact.recordNo();
                            case "observedAt" -> text(rule.seenAt(fact));
                            case "person" ->
                                    world.human(fact.person())
                                            .filter(rule::exists)
                                            .map(human -> person(ask.below(), human))
                                            .orElse(null);
                            case "household" ->
                                    world.home(fact.home())
                                            .filter(rule::exists)
                                            .map(home -> household(ask.below(), home))
                                            .orElse(null);
                            case "personName", "receivedAt", "batch" ->
                                    rule.all(kind) ? text(fact.fields().get(ask.name())) : null;
                            case "validFrom", "validTo", "department", "linkage" ->
                                    text(fact.fields().get(ask.name()));
                            case "items" ->
                                    kind.parts().stream()
                                            .map(part -> item(ask.below(), fact, kind, part))
                                            .toList();
                            default -> json(kind, ask.name(), rule.shown(fact, ask.name()));
                        });
    }

    private Object item(List<Ask> asks, Fact fact, Kind kind, Part part) {
        String written = written(json(kind, part.name(), rule.shown(fact, part.name())));
        return object(
                "ItemValue",
                asks,
                ask ->
                        switch (ask.name()) {
                            case "value" -> written;
                            case "state" ->
                                    written != null
                                            ? rule.shows(
                                                            kind,
                                                            part.name(),
                                                            world.human(fact.person()).orElse(null))
                                                    .name()
                                            : rule.gives(kind, part.name()) ? "EMPTY" : "WITHHELD";
                            default -> throw new IllegalArgumentException(ask.name());
                        });
    }

    private static @Nullable String written(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> list ->
                    list.isEmpty()
                            ? null
                            : list.stream().map(String::valueOf).collect(Collectors.joining(";"));
            case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    private Map<String, Object> object(
            String type, List<Ask> asks, Function<Ask, @Nullable Object> answer) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Ask ask : asks) {
            if (ask.name().equals("__typename")) {
                object.put(ask.key(), type);
            } else if (on(ask, type)) {
                object.put(ask.key(), answer.apply(ask));
            }
        }
        return object;
    }

    private boolean on(Ask ask, String type) {
        boolean record =
                library.kinds().values().stream().anyMatch(kind -> kind.type().equals(type));
        return ask.on() == null
                || ask.on().equals(type)
                || (record && List.of("Record", "Node").contains(ask.on()))
                || (ask.on().equals("Node")
                        && List.of("Person", "Household", "Region", "Basis").contains(type));
    }

    static @Nullable Object json(Kind kind, String item, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(one -> json(kind, item, one)).toList();
        }
        return value instanceof Long fen && kind.part(item).type().equals("Money")
                ? BigDecimal.valueOf(fen, 2).toPlainString()
                : text(value);
    }

    private static @Nullable Object text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case OffsetDateTime time ->
                    TIME.format(time.withOffsetSameInstant(ZoneOffset.ofHours(8)));
            case LocalDate day -> day.toString();
            default -> value;
        };
    }
}
