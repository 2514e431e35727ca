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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record and whom it may be about, side by side: of the record all, since it is the reader's own;
 * of the person what the reader's grants give in clear, on the review's basis, and what their own
 * department contributed. On the chain before it leaves, and in the person's log.
 */
@Component
final class IdentityComparisons {

    private static final String BOTH =
            """
            MATCH (r:Record {version: $version})
            MATCH (p:Person {id: $person})
            WHERE $everywhere OR EXISTS {
              (p)-[e:RESIDES_IN|REGISTERED_IN]->(:Region)-[:PART_OF*0..4]->(:Region {code: $region})
              WHERE (e.from IS NULL OR e.from <= $today) AND (e.to IS NULL OR e.to > $today) }
            RETURN r {.*} AS record, r.claims IS NOT NULL AS numbered, p.idNumber AS number, %s
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
        values.putAll(VisiblePerson.parameters(grant, caller.department()));
        Optional<Record> both =
                graph.query(BOTH.formatted(VisiblePerson.columns(register.type())))
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
        values.put("region", caller.region());
        values.put("everywhere", regions.whole(caller.region()));
        return values;
    }

    private IdentityComparison compared(IdentityReview review, Record both) {
        Value record = both.get("record");
        Category category = catalogue.category(review.of().category()).orElseThrow();
        SubmittedRow plain = SubmittedRow.of(category, record);
        SubmittedRow row =
                both.get("numbered").asBoolean()
                        ? plain.numbered(both.get("number").asString())
                        : plain;
        VisiblePerson person = VisiblePerson.of(both);
        return new IdentityComparison(
                record.get("recordNo").asString(),
                List.of(
                        ComparedItem.name(said(row.name()), said(person.name())),
                        ComparedItem.exactly(
                                ComparedItem.Of.BIRTH_DATE,
                                said(row.birthDate()),
                                said(person.item("birthDate"))),
                        ComparedItem.exactly(
                                ComparedItem.Of.SEX, said(row.sex()), said(person.item("sex"))),
                        ComparedItem.exactly(
                                ComparedItem.Of.PHONE,
                                said(row.phone()),
                                said(person.phone(row.phone()))),
                        ComparedItem.place(said(row.place()), said(person.item("hukouRegion"))),
                        ComparedItem.exactly(
                                ComparedItem.Of.HOUSEHOLD,
                                said(row.household()),
                                said(person.household(row.household())))));
    }

    private static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Entry entry(
            Caller caller,
            IdentityReview review,
            String candidate,
            String basis,
            Grant grant,
            Record both) {
        VisiblePerson person = VisiblePerson.of(both);
        List<String> shown = person.shown(true);
        return new Entry(
                        Kind.READ,
                        caller.department(),
                        caller.client(),
                        Purpose.C.name(),
                        basis,
                        shown.isEmpty() ? List.of() : agreements(grant),
                        Stream.concat(
                                        shown.stream().map(IdentityComparisons::item),
                                        Stream.of(review.of().category()))
                                .toList(),
                        List.of(candidate),
                        Digests.hex(review.id() + " comparison"),
                        null)
                .lacking(person.shown(false).stream().map(IdentityComparisons::item).toList());
    }

    private static String item(String name) {
        return KnownNames.REGISTER + "." + name;
    }

    private static List<String> agreements(Grant grant) {
        return grant instanceof Grant.Some some
                ? some.clauses().stream()
                        .filter(
                                clause ->
                                        VisiblePerson.REGISTERED.stream()
                                                .anyMatch(clause.clear()::contains))
                        .flatMap(IdentityComparisons::agreement)
                        .distinct()
                        .toList()
                : List.of();
    }

    private static Stream<String> agreement(GrantClause clause) {
        return Stream.ofNullable(clause.agreement());
    }
}
