package org.lianji.corrections;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.database.Fragment;
import org.lianji.people.Guardianship;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Corrections in the graph: {@code (:Correction)-[:ON]->(:Record)}. */
@Component
final class CorrectionFlow implements Flow<CorrectionState, CorrectionTransition, Correction> {

    /** What was seen a moment ago may have been superseded since: then it is not there any more. */
    private static final String LINK =
            """
            MATCH (m:Correction {id: $id}), (r:Record {id: $record})
            CREATE (m)-[:ON]->(r)
            RETURN true
            """;

    /** The version that was the newest when the correction was raised is so no longer. */
    private static final String REPLACED =
            "MATCH (m:Correction {id: $id})-[:ON]->(r) RETURN NOT r:Record";

    private final Neo4jClient graph;

    CorrectionFlow(Neo4jClient graph) {
        this.graph = graph;
    }

    @Override
    public Class<CorrectionState> states() {
        return CorrectionState.class;
    }

    @Override
    public Class<CorrectionTransition> table() {
        return CorrectionTransition.class;
    }

    @Override
    public Class<Correction> matter() {
        return Correction.class;
    }

    @Override
    public char letter() {
        return 'K';
    }

    @Override
    public Code notFound() {
        return CorrectionCode.CORRECTION_NOT_FOUND;
    }

    @Override
    public String linked() {
        return """
        , record: head([(m)-[:ON]->(r) | r.id]), persons: [(m)-[:ON]->()-[:ABOUT]->(p:Person) | p.id]\
        """;
    }

    /** Its parties know of it, and the lead once it is asked. */
    @Override
    public Fragment visible(Actor actor) {
        List<Fragment> reasons = new ArrayList<>();
        reasons.add(on(actor, CorrectionSide.OWNER));
        reasons.add(on(actor, CorrectionSide.RAISER));
        if (actor.leads() && CorrectionSide.unit(actor.caller())) {
            reasons.add(Fragment.of("m.state IN ['REFERRED', 'DECIDED', 'APPEALED']"));
        }
        return Fragment.any(reasons);
    }

    /** {@return the corrections on whose side the actor stands} */
    Fragment on(Actor actor, @Nullable CorrectionSide side) {
        Caller caller = actor.caller();
        boolean unit = CorrectionSide.unit(caller);
        return switch (side) {
            case OWNER ->
                    unit
                            ? Fragment.of(
                                    "m.owner = $department", "department", caller.department())
                            : Fragment.FALSE;
            case RAISER -> raised(actor, unit);
            case null, default -> Fragment.TRUE;
        };
    }

    /** A guardian knows of what they raised for a child as long as they are its guardian. */
    private static final String OWN_OR_WARDS =
            "m.person = $caller AND EXISTS { MATCH (m)-[:ON]->()-[:ABOUT]->(about:Person) WHERE %s }"
                    .formatted(Guardianship.selfOrWard("about"));

    private static Fragment raised(Actor actor, boolean unit) {
        Caller caller = actor.caller();
        if (caller.person() instanceof String person) {
            return new Fragment(OWN_OR_WARDS, Guardianship.parameters(person, actor.today()));
        }
        Fragment own =
                Fragment.of(
                        "m.person IS NULL AND m.department = $department",
                        "department",
                        caller.department());
        return unit ? own : own.and(Fragment.of("m.client = $client", "client", caller.client()));
    }

    /** Whoever has raised it waits for the answer before raising it again. */
    @Override
    public Map<String, Object> derived(Correction correction) {
        Correction.Raiser raiser = correction.raiser();
        String who = raiser.person() == null ? raiser.department() : raiser.person();
        return correction.state() == CorrectionState.RAISED
                ? Map.of(
                        "pending",
                        String.join("|", who, correction.on().record(), correction.on().item()))
                : Map.of();
    }

    @Override
    public void taken(Actor actor, CorrectionTransition step, Correction after) {
        switch (step) {
            case RAISE -> {
                if (!holds(LINK, after)) {
                    throw new Problem(CorrectionCode.ITEM_NOT_SEEN);
                }
            }
            case CORRECT -> {
                if (!holds(REPLACED, after)) {
                    throw new Problem(CorrectionCode.NOT_CORRECTED_YET);
                }
            }
            default -> {}
        }
    }

    private boolean holds(String cypher, Correction correction) {
        return graph.query(cypher)
                .bindAll(Map.of("id", correction.id(), "record", correction.on().record()))
                .fetchAs(Boolean.class)
                .one()
                .orElse(false);
    }

    /** The item and the correction's identifier, never what was written. */
    @Override
    public Entry entry(Actor actor, Reason stated, CorrectionTransition step, Correction after) {
        ZonedDateTime shownFrom = after.raiser().shownFrom();
        return new Entry(
                Kind.WRITE,
                actor.caller().department(),
                actor.caller().client(),
                stated.purpose(),
                after.raiser().basis(),
                List.of(),
                List.of(after.on().category() + "." + after.on().item()),
                after.on().persons(),
                Digests.hex(after.id() + " " + after.version()),
                shownFrom == null ? null : shownFrom.toInstant());
    }
}
