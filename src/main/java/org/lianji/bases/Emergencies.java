package org.lianji.bases;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Kind;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Purpose;
import org.lianji.database.MutationCall;
import org.lianji.people.IdentityHash;
import org.lianji.platform.Caller;
import org.lianji.platform.Problem;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Emergencies that can't wait for the ordinary way: open for two hours, judged afterwards by
 * somebody else, and no more of them for whoever has one that nobody judged in time.
 */
@Component
final class Emergencies {

    private static final Duration OPEN = Duration.ofHours(2);

    private static final String UNJUDGED =
            """
            MATCH (b:Basis {department: $department, client: $client, kind: 'EMERGENCY'})
            WHERE b.opened < $overdueBefore AND b.verdict IS NULL
            RETURN b.id ORDER BY b.opened LIMIT 20
            """;

    /** The lock comes first, so that of several who judge one does. */
    private static final String LOCK =
            """
            MATCH (b:Basis {id: $id, kind: 'EMERGENCY'})
            SET b.locked = true
            REMOVE b.locked
            """;

    private static final String JUDGE =
            """
            MATCH (b:Basis {id: $id})
            SET b.verdict = $verdict, b.note = $note, b.reviewedAt = $now, b.reviewedBy = $client,
              b.closed = coalesce(b.closed, $now),
              b.shownFrom = CASE WHEN $verdict = 'UNJUSTIFIED' AND b.shownFrom > $showBy THEN $showBy ELSE b.shownFrom END
            """;

    private final Neo4jClient graph;
    private final Bases bases;
    private final BasisEntries entries;
    private final BasisDays days;
    private final IdentityHash hash;
    private final EmergencySettings settings;
    private final String lead;
    private final TransactionTemplate writing;

    Emergencies(
            Neo4jClient graph,
            Bases bases,
            BasisEntries entries,
            BasisDays days,
            IdentityHash hash,
            EmergencySettings settings,
            Catalogue catalogue,
            PlatformTransactionManager transactions) {
        this.graph = graph;
        this.bases = bases;
        this.entries = entries;
        this.days = days;
        this.hash = hash;
        this.settings = settings;
        this.lead = catalogue.lead();
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * {@return a basis that opens what an emergency needs about one person, for two hours}
     *
     * @throws Problem EMERGENCY_REVIEW_OVERDUE where one of the client's awaits its review for too
     *     long
     */
    Basis breakGlass(
            MutationCall call,
            String idNumber,
            String reason,
            Safeguarding.@Nullable HidingRequest safeguarding) {
        Caller caller = call.caller();
        refuseWhoAwaitsReview(caller);
        Map<String, Object> basis =
                bases.properties(caller, BasisKind.EMERGENCY, Purpose.D, days.now().plus(OPEN));
        String id = String.valueOf(basis.get("id"));
        basis.put("reference", reason);
        basis.put("key", id);
        basis.put("reviewer", reviewer(caller.department(), id).name());
        bases.hide(caller, basis, safeguarding);
        Basis.OpeningRequest opening =
                new Basis.OpeningRequest(
                        BasisKind.EMERGENCY,
                        Purpose.D,
                        reason,
                        List.of(new Basis.ConcernedPerson(idNumber, null)),
                        false,
                        List.of(),
                        null,
                        safeguarding);
        return bases.register(call, basis, opening, Kind.EMERGENCY);
    }

    private void refuseWhoAwaitsReview(Caller caller) {
        List<String> unjudged =
                List.copyOf(
                        graph.query(UNJUDGED)
                                .bindAll(
                                        Map.of(
                                                "department",
                                                caller.department(),
                                                "client",
                                                caller.client(),
                                                "overdueBefore",
                                                days.overdueBefore()))
                                .fetchAs(String.class)
                                .all());
        if (!unjudged.isEmpty()) {
            entries.refused(caller, Purpose.D, String.join(" ", unjudged));
            throw new Problem(BasisCode.EMERGENCY_REVIEW_OVERDUE, Map.of("bases", unjudged));
        }
    }

    /**
     * Drawn by a keyed hash of an identifier that the hub makes at random: nobody can choose who
     * judges, nor foresee it.
     */
    private Reviewer reviewer(String department, String id) {
        if (hash.draw("reviewer of " + id) >= settings.drawn()) {
            return Reviewer.HEAD;
        }
        return department.equals(lead) ? Reviewer.AUDITOR : Reviewer.LEAD;
    }

    /** {@return the emergency with its verdict; empty where the caller sees none of that name} */
    Optional<Basis> review(Caller caller, String id, String verdict, String note) {
        return writing.execute(
                _ -> {
                    graph.query(LOCK).bind(id).to("id").run();
                    Optional<Basis> found =
                            bases.find(caller, id).filter(basis -> basis.review() != null);
                    found.ifPresent(basis -> judge(caller, basis, verdict, note));
                    return found.flatMap(_ -> bases.find(caller, id));
                });
    }

    private void judge(Caller caller, Basis basis, String verdict, String note) {
        Basis.Review review = basis.review();
        if (basis.client().equals(caller.client())) {
            throw new Problem(BasisCode.OWN_EMERGENCY);
        }
        if (review == null || !bases.onlooker(caller).judges(basis, review.reviewer())) {
            throw new Problem(BasisCode.REVIEWED_BY_ANOTHER);
        }
        if (review.verdict() != null) {
            throw new Problem(BasisCode.ALREADY_REVIEWED);
        }
        graph.query(JUDGE)
                .bindAll(
                        Map.of(
                                "id",
                                basis.id(),
                                "verdict",
                                verdict,
                                "note",
                                note,
                                "client",
                                caller.client(),
                                "now",
                                days.now(),
                                "showBy",
                                days.unsignedUntil(LocalDate.MAX)))
                .run();
        entries.judged(caller, basis, verdict, note);
    }
}
