package org.lianji.identity;

import org.jspecify.annotations.Nullable;
import org.lianji.access.AccessPolicy;
import org.lianji.access.Grant;
import org.lianji.access.GrantClause;
import org.lianji.access.PopulationCypher;
import org.lianji.access.ReadPurpose;
import org.lianji.audit.AuditLog;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Category;
import org.lianji.catalogue.Purpose;
import org.lianji.items.Item;
import org.lianji.items.ItemType;
import org.lianji.people.KnownNames;
import org.lianji.people.Regions;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A record and whom it may be about, side by side: of the record all, since it is the reader's own;
 * of the person what the reader's grants give in clear, on the review's basis, and what their own
 * department contributed. On the chain before it leaves, and in the person's log.
 */
@Component
final class IdentityComparisons {

    /** Items of the register that are compared. */
    private static final List<String> REGISTERED =
            List.of(KnownNames.REGISTERED_NAME, "birthDate", "sex", "hukouRegion");

    private static final String BOTH =
            """
            MATCH (r:Record {version: $version})
            MATCH (p:Person {id: $person})
            WHERE $everywhere OR EXISTS {
              (p)-[e:RESIDES_IN|REGISTERED_IN]->(:Region)-[:PART_OF*0..4]->(:Region {code: $region})
              WHERE (e.from IS NULL OR e.from <= $today) AND (e.to IS NULL OR e.to > $today) }
            OPTIONAL MATCH (p)<-[:ABOUT]-(g:Record:`%s`)
            WITH r, p, g ORDER BY g.observedAt DESC LIMIT 1
            RETURN r {.*} AS record, r.claims IS NOT NULL AS numbered, p.idNumber AS number,
              COLLECT { MATCH (p)<-[:ABOUT]-(o:Record) WHERE o.department = $department AND o.personName IS NOT NULL
                RETURN o.personName ORDER BY o.observedAt DESC LIMIT 1 } AS names,
              COLLECT { MATCH (p)-[:MEMBER_OF]->(h:Household) WHERE h.owner = $department RETURN DISTINCT h.number } AS households,
              [%s] AS registered
            """;

    /**
     * Both sides.
     *
     * @param recordNo the department's own number of the record
     * @param items what is compared
     */
    record IdentityComparison(String recordNo, List<ComparedItem> items) {}

    private final Neo4jClient graph;
    private final AccessPolicy policy;
    private final Catalogue catalogue;
    private final BasisRegistry bases;
    private final Regions regions;
    private final AuditLog chain;
    private final Clock clock;

    IdentityComparisons(
            Neo4jClient graph,
            AccessPolicy policy,
            Catalogue catalogue,
            BasisRegistry bases,
            Regions regions,
            AuditLog chain,
            Clock clock) {
        this.graph = graph;
        this.policy = policy;
        this.catalogue = catalogue;
        this.bases = bases;
        this.regions = regions;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * {@return both sides; nothing where the caller has no basis in force, or not them in sight}
     */
    Optional<IdentityComparison> of(Caller caller, IdentityReview review) {
        String candidate = review.candidate();
        if (candidate == null || !review.state().looked()) {
            return Optional.empty();
        }
        return bases.inForce(caller, review.id())
                .flatMap(basis -> read(caller, review, candidate, basis));
    }

    private Optional<IdentityComparison> read(
            Caller caller, IdentityReview review, String candidate, String basis) {
        ReadPurpose reason = new ReadPurpose(Purpose.C, basis);
        Category register = catalogue.category(KnownNames.REGISTER).orElseThrow();
        Grant grant = policy.grant(caller, reason, register);
        Map<String, Object> values = values(caller, review, candidate);
        List<String> columns = new ArrayList<>();
        for (String item : REGISTERED) {
            values.put("scope_" + item, PopulationCypher.rows(grant.clear(item)));
            columns.add(
                    "CASE WHEN %s THEN coalesce(toString(g.`%s`), '') END"
                            .formatted(PopulationCypher.covered("p", "$scope_" + item), item));
        }
        Optional<Record> both =
                graph.query(BOTH.formatted(register.type(), String.join(", ", columns)))
                        .bindAll(values)
                        .fetchAs(Record.class)
                        .mappedBy((_, row) -> row)
                        .one();
        both.ifPresent(
                row -> chain.append(List.of(entry(caller, review, candidate, basis, grant, row))));
        return both.map(row -> compared(review, row));
    }

    private Map<String, Object> values(Caller caller, IdentityReview review, String candidate) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> values = new HashMap<>(PopulationCypher.day(today));
        values.put("version", review.of().recordVersion());
        values.put("person", candidate);
        values.put("department", caller.department());
        values.put("region", caller.region());
        values.put("everywhere", regions.whole(caller.region()));
        return values;
    }

    private IdentityComparison compared(IdentityReview review, Record both) {
        Value record = both.get("record");
        Map<String, String> known = registered(both);
        boolean numbered = both.get("numbered").asBoolean();
        String number = both.get("number").asString();
        String name = known.get(KnownNames.REGISTERED_NAME);
        List<String> own = both.get("names").asList(Value::asString);
        List<ComparedItem> items = new ArrayList<>();
        items.add(
                ComparedItem.name(
                        text(record, "personName"),
                        name == null && !own.isEmpty() ? own.getFirst() : name));
        items.add(
                ComparedItem.exactly(
                        ComparedItem.Of.BIRTH_DATE,
                        numbered ? birthDate(number) : null,
                        known.get("birthDate")));
        items.add(
                ComparedItem.exactly(
                        ComparedItem.Of.SEX, numbered ? sex(number) : null, known.get("sex")));
        Category category = catalogue.category(review.of().category()).orElseThrow();
        items.add(
                ComparedItem.place(
                        first(category, record, item -> item.type() == ItemType.Scalar.REGION_CODE),
                        known.get("hukouRegion")));
        items.add(household(category, record, both.get("households").asList(Value::asString)));
        return new IdentityComparison(record.get("recordNo").asString(), items);
    }

    private static ComparedItem household(
            Category category, Value record, List<String> households) {
        String number =
                first(category, record, item -> item.role() instanceof Item.HouseholdNumber);
        String same =
                number != null && households.contains(number)
                        ? number
                        : households.stream().findFirst().orElse(null);
        return ComparedItem.exactly(ComparedItem.Of.HOUSEHOLD, number, same);
    }

    /** {@return what shows of the register and is there} */
    private static Map<String, String> registered(Record both) {
        Map<String, String> known = new HashMap<>();
        List<Object> columns = both.get("registered").asList();
        for (int i = 0; i < REGISTERED.size(); i++) {
            if (columns.get(i) instanceof String value && !value.isEmpty()) {
                known.put(REGISTERED.get(i), value);
            }
        }
        return known;
    }

    private static @Nullable String first(Category category, Value record, Predicate<Item> which) {
        return category.items().stream()
                .filter(item -> !item.list() && which.test(item))
                .map(item -> text(record, item.name()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(Value record, String name) {
        return record.get(name).isNull() ? null : record.get(name).asString();
    }

    private static String birthDate(String number) {
        return String.join(
                "-", number.substring(6, 10), number.substring(10, 12), number.substring(12, 14));
    }

    private static String sex(String number) {
        return number.charAt(16) % 2 == 0 ? "FEMALE" : "MALE";
    }

    private static Entry entry(
            Caller caller,
            IdentityReview review,
            String candidate,
            String basis,
            Grant grant,
            Record both) {
        Map<String, String> known = registered(both);
        List<Object> columns = both.get("registered").asList();
        List<String> absent =
                REGISTERED.stream()
                        .filter(item -> "".equals(columns.get(REGISTERED.indexOf(item))))
                        .map(IdentityComparisons::item)
                        .toList();
        return new Entry(
                        Kind.READ,
                        caller.department(),
                        caller.client(),
                        Purpose.C.name(),
                        basis,
                        known.isEmpty() ? List.of() : agreements(grant),
                        Stream.concat(
                                        REGISTERED.stream()
                                                .filter(known::containsKey)
                                                .map(IdentityComparisons::item),
                                        Stream.of(review.of().category()))
                                .toList(),
                        List.of(candidate),
                        Digests.hex(review.id() + " comparison"),
                        null)
                .lacking(absent);
    }

    private static String item(String name) {
        return KnownNames.REGISTER + "." + name;
    }

    private static List<String> agreements(Grant grant) {
        return grant instanceof Grant.Some some
                ? some.clauses().stream()
                        .filter(clause -> REGISTERED.stream().anyMatch(clause.clear()::contains))
                        .flatMap(IdentityComparisons::agreement)
                        .distinct()
                        .toList()
                : List.of();
    }

    private static Stream<String> agreement(GrantClause clause) {
        return Stream.ofNullable(clause.agreement());
    }
}
