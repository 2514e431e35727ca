package org.lianji.bases;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Purpose;
import org.lianji.database.MutationCall;
import org.lianji.database.MutationKeys;
import org.lianji.paging.Keyset;
import org.lianji.paging.ListSource;
import org.lianji.platform.Caller;
import org.lianji.platform.Ids;
import org.lianji.platform.Problem;
import org.lianji.texts.PlainText;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
public final class Bases {

    private static final int USUAL_DAYS = 90;
    private static final int MOST_PERSONS = 20;

    private static final String OPEN =
            """
            MERGE (b:Basis {key: $basis.key})
            ON CREATE SET b += $basis
            RETURN b.id AS id
            """;

    private static final String OUTSIDE =
            """
            UNWIND $regions AS code
            WITH code WHERE NOT EXISTS { (:Region {code: code})-[:PART_OF*0..4]->(:Region {code: $own}) }
            RETURN count(*) > 0
            """;

    private static final String CLOSE =
            """
            MATCH (b:Basis {id: $id})
            WHERE b.department = $department AND ($unit OR ($opener AND b.client = $client))
              AND b.matter IS NULL
            SET b.locked = true
            WITH b, b.closed IS NULL AS changed
            SET b.closed = coalesce(b.closed, $now)
            REMOVE b.locked
            RETURN changed
            """;

    private static final String FIND =
            "MATCH (b:Basis {id: $id}) WHERE " + Onlooker.SEES + " RETURN b {.*} AS basis";

    private static final String LOOK_UP =
            "MATCH (b:Basis {id: $id}) WHERE " + Onlooker.LOOKS_UP + " RETURN b {.*} AS basis";

    private static final Keyset NEWEST = Keyset.newestFirst("b.opened", "b.id");

    private static final String SOME =
            """
            MATCH (b:Basis)
            WHERE %s AND b.opened IS NOT NULL AND %s
              AND (NOT $review OR (b.kind = 'EMERGENCY' AND b.verdict IS NULL))
              AND (NOT $confirmation OR (b.confirmDue IS NOT NULL AND b.confirmation IS NULL
                AND b.client <> $client AND b.closed IS NULL AND b.until > $now))
              AND (NOT $signature OR (b.hidingSignedAt IS NULL AND b.shownFrom > $now))
              AND\s\
            """
                    + Onlooker.SEES
                    + "RETURN b {.*} AS basis %s";

    private final Neo4jClient graph;
    private final BasisEntries entries;
    private final BasisDays days;
    private final MutationKeys keys;
    private final BasisLinks links;
    private final Declarations declarations;
    private final String lead;
    private final TransactionTemplate writing;

    Bases(
            Neo4jClient graph,
            BasisEntries entries,
            BasisDays days,
            MutationKeys keys,
            BasisLinks links,
            Declarations declarations,
            Catalogue catalogue,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.entries = entries;
        this.days = days;
        this.keys = keys;
        this.links = links;
        this.declarations = declarations;
        this.lead = catalogue.lead();
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * Which of those that a caller sees.
     *
     * @param awaitingReview only emergencies without a verdict
     * @param awaitingConfirmation only those declared that the head must confirm
     * @param awaitingSignature only those hidden without a signature
     */
    record Filter(
            boolean awaitingReview, boolean awaitingConfirmation, boolean awaitingSignature) {}

    /**
     * {@return the basis, registered}
     *
     * @throws Problem BASIS_EXISTS where the reference is taken
     */
    public Basis open(MutationCall call, Basis.OpeningRequest opening) {
        Caller caller = call.caller();
        check(caller, opening);
        LocalDate last =
                Objects.requireNonNullElseGet(
                        opening.until(), () -> days.today().plusDays(USUAL_DAYS));
        Map<String, Object> basis =
                properties(caller, opening.kind(), opening.purpose(), days.endOf(last));
        basis.put("reference", opening.reference());
        basis.put("key", key(caller.department(), caller.client(), opening));
        hide(caller, basis, opening.safeguarding());
        try {
            return register(call, basis, opening, Kind.GRANT);
        } catch (Problem refused) {
            if (refused.code() == BasisCode.TOO_MANY_DECLARED) {
                entries.refused(caller, opening.purpose(), refused.code().toString());
            }
            throw refused;
        }
    }

    /** {@return what a basis is known by: others' numbers are no business of who opens one} */
    public static String key(String department, String client, Basis.OpeningRequest opening) {
        return String.join("|", department, opening.kind().name(), opening.reference(), client);
    }

    Map<String, Object> properties(
            Caller caller, BasisKind kind, Purpose purpose, ZonedDateTime until) {
        Map<String, Object> basis = new HashMap<>();
        basis.put("id", Ids.next(kind.letter()));
        basis.put("kind", kind.name());
        basis.put("purposes", List.of(purpose.name()));
        basis.put("declared", kind != BasisKind.EMERGENCY);
        basis.put("department", caller.department());
        basis.put("client", caller.client());
        basis.put("opened", days.now());
        basis.put("until", until);
        return basis;
    }

    /** What is asked to be hidden is hidden until somebody has had time to sign it. */
    void hide(
            Caller caller, Map<String, Object> basis, Safeguarding.@Nullable HidingRequest asked) {
        if (asked != null) {
            basis.putAll(
                    Safeguarding.properties(
                            asked, caller.client(), days.now(), days.unsignedUntil(asked.until())));
        }
    }

    /** {@return the basis, written down with whom it concerns, and on the chain} */
    Basis register(
            MutationCall call,
            Map<String, Object> basis,
            Basis.OpeningRequest opening,
            Kind written) {
        String id = (String) Objects.requireNonNull(basis.get("id"));
        Optional<String> earlier =
                Objects.requireNonNull(
                        writing.execute(
                                _ -> {
                                    Optional<String> made = keys.earlier(call, id);
                                    if (made.isEmpty()) {
                                        create(id, basis);
                                        links.of(call.caller(), id, opening);
                                        if (opening.kind() != BasisKind.EMERGENCY) {
                                            declarations.judge(call.caller(), id, opening);
                                        }
                                        entries.opened(call.caller(), Basis.of(basis), written);
                                    }
                                    return made;
                                }));
        return find(call.caller(), earlier.orElse(id)).orElseThrow();
    }

    private void create(String id, Map<String, Object> basis) {
        String kept =
                graph.query(OPEN).bind(basis).to("basis").fetchAs(String.class).one().orElseThrow();
        if (!kept.equals(id)) {
            throw new Problem(BasisCode.BASIS_EXISTS, Map.of("basis", kept));
        }
    }

    private void check(Caller caller, Basis.OpeningRequest opening) {
        declarations.check(opening);
        if (opening.kind() == BasisKind.EMERGENCY || !opening.kind().serves(opening.purpose())) {
            throw new Problem(BasisCode.BASIS_PURPOSE);
        }
        LocalDate until = opening.until();
        LocalDate today = days.today();
        if (until != null && (until.isBefore(today) || until.isAfter(today.plusYears(1)))) {
            throw new Problem(BasisCode.BASIS_UNTIL);
        }
        boolean covers = opening.kind().covers();
        if (opening.persons().isEmpty() != covers || opening.persons().size() > MOST_PERSONS) {
            throw new Problem(BasisCode.BASIS_PERSONS);
        }
        if (opening.regions().isEmpty() == covers || outside(caller, opening.regions())) {
            throw new Problem(BasisCode.BASIS_REGIONS);
        }
        if (covers && opening.safeguarding() != null) {
            throw new Problem(BasisCode.SAFEGUARDING_PERSONS);
        }
        for (int i = 1; i < opening.persons().size(); i++) {
            String consent = opening.persons().get(i).consentNo();
            if (consent == null || !PlainText.isReadable(consent)) {
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

    /** {@return the basis, closed; empty where the caller may close none of that name} */
    Optional<Basis> close(Caller caller, String id) {
        return writing.execute(
                _ -> {
                    Optional<Boolean> changed =
                            graph.query(CLOSE)
                                    .bindAll(onlooker(caller).values())
                                    .bindAll(Map.of("id", id, "now", days.now()))
                                    .fetchAs(Boolean.class)
                                    .one();
                    Optional<Basis> closed = changed.flatMap(_ -> find(caller, id));
                    closed.filter(_ -> changed.orElse(false))
                            .ifPresent(basis -> entries.closed(caller, basis));
                    return closed;
                });
    }

    Onlooker onlooker(Caller caller) {
        return Onlooker.of(caller, lead);
    }

    Optional<Basis> find(Caller caller, String id) {
        return graph.query(FIND)
                .bindAll(onlooker(caller).values())
                .bind(id)
                .to("id")
                .fetch()
                .one()
                .map(Bases::basis);
    }

    /** {@return the basis as parties and auditors see it, too, who change nothing of it} */
    Optional<Basis> lookUp(Caller caller, String id) {
        return graph.query(LOOK_UP)
                .bindAll(onlooker(caller).values())
                .bindAll(Map.of("id", id, "now", days.now()))
                .fetch()
                .one()
                .map(Bases::basis);
    }

    /** {@return those that the caller sees, the newest first} */
    ListSource<Basis> listing(Caller caller, Filter filter) {
        Onlooker onlooker = onlooker(caller);
        Map<String, Object> parameters = new HashMap<>(onlooker.values());
        parameters.put("review", filter.awaitingReview());
        parameters.put("confirmation", filter.awaitingConfirmation());
        parameters.put("signature", filter.awaitingSignature());
        parameters.put("now", days.now());
        return new ListSource<>(
                stretch ->
                        graph
                                .query(
                                        SOME.formatted(
                                                onlooker.from(),
                                                NEWEST.within(stretch),
                                                NEWEST.ordered(stretch)))
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
    static Basis basis(Map<String, Object> row) {
        return Basis.of((Map<String, Object>) Objects.requireNonNull(row.get("basis")));
    }
}
