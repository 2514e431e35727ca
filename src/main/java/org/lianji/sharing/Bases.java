package org.lianji.sharing;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Chain;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Purpose;
import org.lianji.people.IdentityHash;
import org.lianji.people.People;
import org.lianji.platform.Caller;
import org.lianji.platform.Digests;
import org.lianji.platform.Ids;
import org.lianji.platform.Keyset;
import org.lianji.platform.Listing;
import org.lianji.platform.MutationCall;
import org.lianji.platform.MutationKeys;
import org.lianji.platform.Problem;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The reasons that reads about people are bound to: whoever looks up what no case of theirs needs
 * breaks the law (社会救助法 §70), and so each look leads from a registered matter to the person.
 */
@Component
final class Bases {

    private static final Duration EMERGENCY = Duration.ofHours(2);
    private static final int REVIEW_DAYS = 3;
    private static final int MOST_PERSONS = 20;

    private static final String OPEN =
            """
            MERGE (b:Basis {key: $basis.key})
            ON CREATE SET b += $basis
            RETURN b.id AS id
            """;

    private static final String CONCERN =
            """
            MATCH (b:Basis {id: $id})
            UNWIND $persons AS person
            MATCH (p:Person {idHash: person.hash})
            MERGE (b)-[c:CONCERNS]->(p)
            SET c.consent = person.consent
            """;

    private static final String FAMILY =
            """
            MATCH (b:Basis {id: $id})
            MATCH (:Person {idHash: $applicant})-[m:MEMBER_OF]->(:Household {kind: 'LIVING_TOGETHER'})<-[n:MEMBER_OF]-(p:Person)
            WHERE all(e IN [m, n] WHERE (e.from IS NULL OR e.from <= $today) AND (e.to IS NULL OR e.to > $today))
            MERGE (b)-[:CONCERNS]->(p)
            """;

    private static final String COVER =
            """
            MATCH (b:Basis {id: $id})
            MATCH (g:Region) WHERE g.code IN $regions
            MERGE (b)-[:COVERS]->(g)
            """;

    private static final String OUTSIDE =
            """
            UNWIND $regions AS code
            WITH code WHERE NOT EXISTS { (:Region {code: code})-[:PART_OF*0..4]->(:Region {code: $own}) }
            RETURN count(*) > 0
            """;

    private static final String CLOSE =
            """
            MATCH (b:Basis {id: $id, department: $department})
            SET b.closed = coalesce(b.closed, $now)
            """;

    private static final String REVIEW =
            """
            MATCH (b:Basis {id: $id, kind: 'EMERGENCY', department: $department})
            SET b.locked = true
            WITH b, b.verdict AS before
            SET b.verdict = coalesce(before, CASE WHEN b.client = $client THEN null ELSE $verdict END),
              b.note = CASE WHEN before IS NULL AND b.client <> $client THEN $note ELSE b.note END,
              b.reviewer = CASE WHEN before IS NULL AND b.client <> $client THEN $client ELSE b.reviewer END,
              b.closed = CASE WHEN b.client <> $client THEN coalesce(b.closed, $now) ELSE b.closed END
            REMOVE b.locked
            RETURN before IS NOT NULL AS reviewed, b.client = $client AS own
            """;

    private static final String FIND =
            "MATCH (b:Basis {id: $id, department: $department}) RETURN b {.*} AS basis";

    private static final Keyset NEWEST = Keyset.newestFirst("b.opened", "b.id");

    private static final String SOME =
            """
            MATCH (b:Basis {department: $department})
            WHERE (NOT $review OR (b.kind = 'EMERGENCY' AND b.verdict IS NULL)) AND b.opened IS NOT NULL AND %s
            RETURN b {.*} AS basis %s
            """;

    private final Neo4jClient graph;
    private final IdentityHash hash;
    private final People people;
    private final Chain chain;
    private final MutationKeys keys;
    private final Clock clock;
    private final TransactionTemplate writing;

    Bases(
            Neo4jClient graph,
            IdentityHash hash,
            People people,
            Chain chain,
            MutationKeys keys,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.hash = hash;
        this.people = people;
        this.chain = chain;
        this.keys = keys;
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * {@return the basis, registered}
     *
     * @throws Problem BASIS_EXISTS where the reference is taken
     */
    Basis open(MutationCall call, Basis.Opening opening) {
        Caller caller = call.caller();
        check(caller, opening);
        LocalDate last = Objects.requireNonNullElseGet(opening.until(), () -> today().plusDays(90));
        ZonedDateTime until = last.plusDays(1).atStartOfDay(clock.getZone());
        Map<String, Object> basis = properties(caller, opening.kind(), opening.purpose(), until);
        basis.put("reference", opening.reference());
        basis.put("key", key(caller.department(), opening));
        basis.put("shownFrom", opening.safeguarding() ? until : null);
        return create(
                call,
                basis,
                opening.persons(),
                opening.withFamily(),
                opening.regions(),
                Kind.GRANT,
                List.of());
    }

    /** {@return what a basis that a department opens is known by} */
    static String key(String department, Basis.Opening opening) {
        return String.join("|", department, opening.kind().name(), opening.reference());
    }

    /** {@return a basis that opens what an emergency needs about one person, for two hours} */
    Basis breakGlass(MutationCall call, String idNumber, String reason) {
        Caller caller = call.caller();
        Map<String, Object> basis =
                properties(caller, BasisKind.EMERGENCY, Purpose.D, now().plus(EMERGENCY));
        basis.put("reference", reason);
        basis.put("key", basis.get("id"));
        basis.put("reviewDue", today().plusDays(REVIEW_DAYS));
        return create(
                call,
                basis,
                List.of(new Basis.Concerned(idNumber, null)),
                false,
                List.of(),
                Kind.EMERGENCY,
                people.of(idNumber).stream().toList());
    }

    private Map<String, Object> properties(
            Caller caller, BasisKind kind, Purpose purpose, ZonedDateTime until) {
        Map<String, Object> basis = new HashMap<>();
        basis.put("id", Ids.next(kind.letter()));
        basis.put("kind", kind.name());
        basis.put("purpose", purpose.name());
        basis.put("department", caller.department());
        basis.put("client", caller.client());
        basis.put("opened", now());
        basis.put("until", until);
        return basis;
    }

    private Basis create(
            MutationCall call,
            Map<String, Object> basis,
            List<Basis.Concerned> persons,
            boolean withFamily,
            List<String> regions,
            Kind written,
            List<String> subjects) {
        Caller caller = call.caller();
        String id = (String) Objects.requireNonNull(basis.get("id"));
        Optional<String> earlier =
                Objects.requireNonNull(
                        writing.execute(
                                _ -> {
                                    Optional<String> made = keys.earlier(call, id);
                                    if (made.isEmpty()) {
                                        register(id, basis);
                                        link(id, persons, withFamily, regions);
                                        String purpose = (String) basis.get("purpose");
                                        write(caller, written, purpose, id, subjects);
                                    }
                                    return made;
                                }));
        return find(caller, earlier.orElse(id)).orElseThrow();
    }

    private void register(String id, Map<String, Object> basis) {
        String kept =
                graph.query(OPEN).bind(basis).to("basis").fetchAs(String.class).one().orElseThrow();
        if (!kept.equals(id)) {
            throw new Problem(BasisCode.BASIS_EXISTS, Map.of("basis", kept));
        }
    }

    /** Who registers a reason to look is on the chain, and an emergency with whom it is about. */
    private void write(
            Caller caller, Kind kind, @Nullable String purpose, String id, List<String> subjects) {
        chain.join(
                new Entry(
                        kind,
                        caller.department(),
                        caller.client(),
                        purpose,
                        id,
                        List.of(),
                        List.of(),
                        subjects,
                        Digests.hex(id),
                        null));
    }

    private void link(
            String id, List<Basis.Concerned> persons, boolean withFamily, List<String> regions) {
        graph.query(CONCERN)
                .bind(id)
                .to("id")
                .bind(persons.stream().map(this::row).toList())
                .to("persons")
                .run();
        if (withFamily && !persons.isEmpty()) {
            graph.query(FAMILY)
                    .bindAll(
                            Map.of(
                                    "id",
                                    id,
                                    "applicant",
                                    hash.of(persons.getFirst().idNumber()),
                                    "today",
                                    today()))
                    .run();
        }
        graph.query(COVER).bindAll(Map.of("id", id, "regions", regions)).run();
    }

    private Map<String, Object> row(Basis.Concerned person) {
        Map<String, Object> row = new HashMap<>();
        row.put("hash", hash.of(person.idNumber()));
        row.put("consent", person.consentNo());
        return row;
    }

    private void check(Caller caller, Basis.Opening opening) {
        if (opening.kind() == BasisKind.EMERGENCY || !opening.kind().serves(opening.purpose())) {
            throw new Problem(BasisCode.BASIS_PURPOSE);
        }
        LocalDate until = opening.until();
        if (until != null && (until.isBefore(today()) || until.isAfter(today().plusYears(1)))) {
            throw new Problem(BasisCode.BASIS_UNTIL);
        }
        boolean covers = opening.kind().covers();
        if (opening.persons().isEmpty() != covers || opening.persons().size() > MOST_PERSONS) {
            throw new Problem(BasisCode.BASIS_PERSONS);
        }
        if (opening.regions().isEmpty() == covers || outside(caller, opening.regions())) {
            throw new Problem(BasisCode.BASIS_REGIONS);
        }
        for (int i = 1; i < opening.persons().size(); i++) {
            String consent = opening.persons().get(i).consentNo();
            if (consent == null || consent.isBlank()) {
                throw new Problem(BasisCode.CONSENT_REQUIRED, Map.of("index", i));
            }
        }
    }

    private boolean outside(Caller caller, List<String> regions) {
        return graph.query(OUTSIDE)
                .bindAll(Map.of("regions", regions, "own", caller.region()))
                .fetchAs(Boolean.class)
                .one()
                .orElse(true);
    }

    /** {@return the basis, closed; empty where the department has none of that name} */
    Optional<Basis> close(Caller caller, String id) {
        Map<String, Object> which =
                Map.of("id", id, "department", caller.department(), "now", now());
        writing.executeWithoutResult(_ -> graph.query(CLOSE).bindAll(which).run());
        return find(caller, id);
    }

    /**
     * {@return the emergency with its verdict; empty where the department has none of that name}
     */
    Optional<Basis> review(Caller caller, String id, String verdict, String note) {
        writing.executeWithoutResult(
                _ ->
                        graph.query(REVIEW)
                                .bindAll(
                                        Map.of(
                                                "id",
                                                id,
                                                "department",
                                                caller.department(),
                                                "client",
                                                caller.client(),
                                                "verdict",
                                                verdict,
                                                "note",
                                                note,
                                                "now",
                                                now()))
                                .fetch()
                                .one()
                                .ifPresent(Bases::judge));
        return find(caller, id);
    }

    private static void judge(Map<String, Object> row) {
        if (Boolean.TRUE.equals(row.get("own"))) {
            throw new Problem(BasisCode.OWN_EMERGENCY);
        }
        if (Boolean.TRUE.equals(row.get("reviewed"))) {
            throw new Problem(BasisCode.ALREADY_REVIEWED);
        }
    }

    Optional<Basis> find(Caller caller, String id) {
        return graph.query(FIND)
                .bindAll(Map.of("id", id, "department", caller.department()))
                .fetch()
                .one()
                .map(Bases::basis);
    }

    /** {@return the department's bases, the newest first} */
    Listing<Basis> listing(Caller caller, boolean awaitingReview) {
        Map<String, Object> parameters =
                Map.of("department", caller.department(), "review", awaitingReview);
        return new Listing<>(
                stretch ->
                        graph
                                .query(
                                        SOME.formatted(
                                                NEWEST.within(stretch), NEWEST.ordered(stretch)))
                                .bindAll(parameters)
                                .bindAll(NEWEST.parameters(stretch))
                                .fetch()
                                .all()
                                .stream()
                                .map(Bases::basis)
                                .toList(),
                basis -> List.of(basis.opened(), basis.id()));
    }

    @SuppressWarnings("unchecked")
    private static Basis basis(Map<String, Object> row) {
        return Basis.of((Map<String, Object>) Objects.requireNonNull(row.get("basis")));
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
