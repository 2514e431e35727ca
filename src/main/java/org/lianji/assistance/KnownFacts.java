package org.lianji.assistance;

import org.lianji.access.AccessPolicy;
import org.lianji.access.CoveredPersons;
import org.lianji.access.ReadPurpose;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.eligibility.KnownSource;
import org.lianji.items.ItemType;
import org.lianji.items.Yuan;
import org.lianji.means.OutsideReply;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Role;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the library knows of a family, each value with where it comes from: as far as a caller's
 * grants give it for purpose A on the basis of the case, and no further.
 */
@Component
final class KnownFacts {

    private static final List<KnownSource> REPORTED =
            List.of(KnownSource.REPORTED_PROPERTY, KnownSource.REPORTED_INCOME);

    private final Neo4jClient graph;
    private final AccessPolicy policy;
    private final Catalogue catalogue;
    private final Clock clock;

    KnownFacts(Neo4jClient graph, AccessPolicy policy, Catalogue catalogue, Clock clock) {
        this.graph = graph;
        this.policy = policy;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * A record that tells something.
     *
     * @param person token of whom it is about
     * @param recordNo its number at the source
     * @param observedAt as of when it is so
     * @param items by name; money in yuan
     */
    record Fact(
            KnownSource source,
            String person,
            String recordNo,
            String observedAt,
            Map<String, String> items) {}

    /**
     * What was there to know.
     *
     * @param persons tokens of the family
     * @param asked of whom each source could be asked
     */
    record FactSheet(List<String> persons, Map<KnownSource, Set<String>> asked, List<Fact> facts) {

        static final FactSheet NOTHING = new FactSheet(List.of(), Map.of(), List.of());

        /** {@return the same about these alone} */
        FactSheet of(List<String> some) {
            return new FactSheet(
                    some,
                    asked,
                    facts.stream().filter(one -> some.contains(one.person())).toList());
        }

        /**
         * {@return the same with what this check has found; where it has found nothing, with what
         * the last report about who applies says, and no other, since each is about a family}
         */
        FactSheet reported(List<Fact> report, String applicant) {
            Stream<Fact> others = facts.stream().filter(one -> !one.source().reported());
            Stream<Fact> last =
                    Stream.of(KnownSource.values())
                            .filter(KnownSource::reported)
                            .flatMap(source -> of(source, applicant).limit(1));
            return new FactSheet(
                    persons,
                    asked,
                    Stream.concat(others, report.isEmpty() ? last : report.stream()).toList());
        }

        /** {@return what the source tells of the person, the newest first} */
        Stream<Fact> of(KnownSource source, String person) {
            return facts.stream()
                    .filter(one -> one.source() == source && one.person().equals(person));
        }

        /** {@return whether it is known of the person, be it that there is nothing} */
        boolean answers(KnownSource source, String person) {
            return source.whole() && asked.getOrDefault(source, Set.of()).contains(person)
                    || of(source, person).findAny().isPresent();
        }
    }

    /**
     * {@return what the caller may know of these persons}
     *
     * @param sources what is asked
     * @param persons tokens of whom the basis leads to
     */
    FactSheet read(
            Caller caller, ReadPurpose reason, List<KnownSource> sources, List<String> persons) {
        return read(
                caller, reason, sources, new CoveredPersons(graph, persons, LocalDate.now(clock)));
    }

    /** {@return the same, where it is being looked up whom the caller's scopes cover} */
    FactSheet read(
            Caller caller, ReadPurpose reason, List<KnownSource> sources, CoveredPersons covered) {
        LocalDate today = LocalDate.now(clock);
        Map<KnownSource, Set<String>> asked = new EnumMap<>(KnownSource.class);
        List<Fact> facts = new ArrayList<>();
        for (KnownSource source : sources) {
            Category category = catalogue.category(source.category()).orElseThrow();
            List<String> shown = covered.of(policy.grant(caller, reason, category), source.items());
            if (!shown.isEmpty()) {
                asked.put(source, Set.copyOf(shown));
                facts.addAll(read(source, category, shown, today));
            }
        }
        return new FactSheet(covered.persons(), asked, facts);
    }

    private List<Fact> read(
            KnownSource source, Category category, List<String> persons, LocalDate today) {
        return graph
                .query(source.statement(category.type()))
                .bindAll(
                        Map.of(
                                "persons", persons,
                                "today", today,
                                "yearAgo", today.minusYears(1)))
                .fetch()
                .all()
                .stream()
                .map(row -> fact(source, category, row))
                .toList();
    }

    private static Fact fact(KnownSource source, Category category, Map<String, Object> row) {
        Map<?, ?> record = (Map<?, ?>) Objects.requireNonNull(row.get("record"));
        Map<String, String> items = new TreeMap<>();
        for (String name : source.items()) {
            Object value = record.get(name);
            if (value != null) {
                boolean money = category.item(name).orElseThrow().type() == ItemType.Scalar.MONEY;
                items.put(name, money ? Yuan.text((Long) value) : value.toString());
            }
        }
        return new Fact(
                source,
                (String) Objects.requireNonNull(row.get("person")),
                String.valueOf(record.get("recordNo")),
                String.valueOf(record.get("observedAt")),
                items);
    }

    /**
     * {@return entries about what was read: each names what there was of its persons, and what
     * there was not}
     */
    static List<Entry> entries(Caller caller, Case one, FactSheet known, String what) {
        return entries(caller, one, Purpose.A, known, what);
    }

    /** {@return the same, read for another purpose than the case's own} */
    static List<Entry> entries(
            Caller caller, Case one, Purpose purpose, FactSheet known, String what) {
        return known.persons().stream()
                .collect(Collectors.groupingBy(person -> Items.of(known, person)))
                .entrySet()
                .stream()
                .filter(group -> !group.getKey().nothing())
                .map(
                        group ->
                                entry(
                                                caller,
                                                one,
                                                purpose,
                                                group.getKey().there(),
                                                group.getValue(),
                                                what)
                                        .lacking(group.getKey().absent()))
                .toList();
    }

    /** {@return that something of a case was read, about these persons} */
    static Entry entry(
            Caller caller, Case one, List<String> items, List<String> persons, String what) {
        return entry(caller, one, Purpose.A, items, persons, what);
    }

    /** {@return the same, read for another purpose than the case's own} */
    static Entry entry(
            Caller caller,
            Case one,
            Purpose purpose,
            List<String> items,
            List<String> persons,
            String what) {
        return new Entry(
                Kind.READ,
                caller.department(),
                caller.client(),
                (caller.is(Role.CITIZEN) ? Purpose.H : purpose).name(),
                one.family().basis(),
                List.of(),
                items,
                persons,
                Digests.hex(one.id() + " " + what),
                null);
    }

    private record Items(List<String> there, List<String> absent) {

        static Items of(FactSheet known, String person) {
            return new Items(named(known, person, true), named(known, person, false));
        }

        private static List<String> named(FactSheet known, String person, boolean there) {
            return known.asked().entrySet().stream()
                    .filter(one -> one.getValue().contains(person))
                    .map(Map.Entry::getKey)
                    .filter(source -> known.of(source, person).findAny().isPresent() == there)
                    .flatMap(KnownFacts::items)
                    .distinct()
                    .sorted()
                    .toList();
        }

        boolean nothing() {
            return there.isEmpty() && absent.isEmpty();
        }
    }

    private static Stream<String> items(KnownSource source) {
        return source.items().stream().map(item -> source.category() + "." + item);
    }

    /**
     * {@return what sources outside have told a check: of each person apart}
     *
     * @param report number of the report that has them
     * @param at when it was made
     */
    static List<Fact> reported(String report, List<OutsideReply> replies, OffsetDateTime at) {
        Map<String, Map<String, Long>> sums = new TreeMap<>();
        for (OutsideReply reply : replies) {
            for (OutsideReply.Sum sum : reply.sums()) {
                sums.computeIfAbsent(sum.person(), _ -> new TreeMap<>())
                        .merge(reply.kind().sum().item(), sum.fen(), Long::sum);
            }
        }
        List<Fact> facts = new ArrayList<>();
        sums.forEach(
                (person, items) ->
                        REPORTED.forEach(
                                source -> {
                                    TreeSet<String> told = new TreeSet<>(source.items());
                                    told.retainAll(items.keySet());
                                    if (!told.isEmpty()) {
                                        facts.add(
                                                new Fact(
                                                        source,
                                                        person,
                                                        report,
                                                        at.toString(),
                                                        yuan(told, items)));
                                    }
                                }));
        return facts;
    }

    private static Map<String, String> yuan(TreeSet<String> told, Map<String, Long> items) {
        Map<String, String> texts = new TreeMap<>();
        told.forEach(item -> texts.put(item, Yuan.text(items.getOrDefault(item, 0L))));
        return texts;
    }
}
