package org.lianji.outreach;

import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisKind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Purpose;
import org.lianji.database.Fragment;
import org.lianji.people.MatterPlaces;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Clues in the graph: {@code (:Clue)-[:CONCERNS]->(:Identity)}, of whoever it is about, whether the
 * graph knows them or not.
 */
@Component
final class ClueFlow implements Flow<ClueState, ClueTransition, Clue> {

    private static final String CONCERN =
            """
            MATCH (m:Clue {id: $id})
            OPTIONAL MATCH (m)-[c:CONCERNS]->(known:Identity)
            WITH m, collect(c) AS before, NOT $identity IN collect(known.hash) AS other
            FOREACH (c IN CASE WHEN other THEN before ELSE [] END | DELETE c)
            MERGE (k:Identity {hash: $identity})
            MERGE (m)-[:CONCERNS]->(k)
            RETURN other
            """;

    private static final String JOIN =
            """
            MATCH (m:Clue {id: $id}), (w:Warning {id: $warning})
            MERGE (m)-[:JOINED]->(w)
            """;

    /** A basis of a clue ends with it, and after so many days at the latest. */
    private static final int OPEN_DAYS = 60;

    /** What the head signs, where looks are to be hidden for longer. */
    private static final String CHILD_IN_DANGER = "线索称未成年人处于危险，告知监护人可能危及其安全";

    private final Neo4jClient graph;
    private final BasisRegistry bases;
    private final ClueEntries entries;

    ClueFlow(Neo4jClient graph, BasisRegistry bases, ClueEntries entries) {
        this.graph = graph;
        this.bases = bases;
        this.entries = entries;
    }

    @Override
    public Class<ClueState> states() {
        return ClueState.class;
    }

    @Override
    public Class<ClueTransition> table() {
        return ClueTransition.class;
    }

    @Override
    public Class<Clue> matter() {
        return Clue.class;
    }

    @Override
    public boolean streamed() {
        return true;
    }

    @Override
    public char letter() {
        return 'L';
    }

    @Override
    public Code notFound() {
        return OutreachCode.CLUE_NOT_FOUND;
    }

    @Override
    public String linked() {
        return """
        , identity: head([(m)-[:CONCERNS]->(k:Identity) | k.hash])
        , warning: head([(m)-[:JOINED]->(w:Warning) | w.id])
        , person: head(COLLECT { MATCH (m)-[:CONCERNS]->(k:Identity) MATCH (p:Person {idHash: k.hash}) RETURN p.id })
        """
                + BasisRegistry.OF_MATTER;
    }

    /** Who answers for it, and who reported it, who knows it by its receipt only. */
    @Override
    public Fragment visible(Actor actor) {
        return Fragment.any(List.of(answered(actor.caller()), reported(actor.caller())));
    }

    /** {@return the clues of the department that answers for them, in the caller's region} */
    static Fragment answered(Caller caller) {
        return caller.is(Role.SYSTEM, Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                ? Fragment.of("m.department = $department", "department", caller.department())
                        .and(MatterPlaces.within("region", caller.region()))
                : Fragment.FALSE;
    }

    /** {@return the clues that the caller reported} */
    static Fragment reported(Caller caller) {
        return Fragment.of("m.reporter = $client", "client", caller.client())
                .and(
                        Fragment.of(
                                "m.reporterDepartment = $department",
                                "department",
                                caller.department()));
    }

    /** Whoever accepts it sees the person and the family, while it is open. */
    @Override
    public void taken(Actor actor, ClueTransition step, Clue after) {
        switch (step) {
            case REPORT, REPORT_CHILD_AT_RISK -> concern(after);
            case COMPLETE -> {
                if (concern(after) && after.handler().client() != null) {
                    end(actor, after);
                    register(actor, after);
                }
            }
            case COMPLETE_CHILD_AT_RISK -> {
                concern(after);
                end(actor, after);
            }
            case ACCEPT -> register(actor, after);
            case JOIN -> {
                join(after);
                end(actor, after);
            }
            case HAND_TO_COUNTY, DISMISS, CLOSE -> end(actor, after);
            case VISIT -> {}
        }
    }

    /** {@return whether it is about somebody else than before} */
    private boolean concern(Clue clue) {
        return clue.about().identity() instanceof String identity
                && graph.query(CONCERN)
                        .bindAll(Map.of("id", clue.id(), "identity", identity))
                        .fetchAs(Boolean.class)
                        .one()
                        .orElse(false);
    }

    private void join(Clue clue) {
        graph.query(JOIN).bind(clue.id()).to("id").bind(clue.about().warning()).to("warning").run();
    }

    private void register(Actor actor, Clue clue) {
        Caller handler = handler(actor, clue);
        BasisRegistry.Registration matter =
                registration(handler, clue, actor.today().plusDays(OPEN_DAYS));
        String basis =
                clue.seen().childAtRisk()
                        ? bases.registerForChildInDanger(handler, matter, CHILD_IN_DANGER)
                        : bases.register(handler, matter);
        if (clue.about().identity() instanceof String identity) {
            bases.joinFamily(handler, basis, Purpose.C, identity);
        }
    }

    private static BasisRegistry.Registration registration(
            Caller handler, Clue clue, LocalDate until) {
        return new BasisRegistry.Registration(
                BasisKind.VISIT,
                clue.id(),
                clue.reporter().receipt(),
                List.of(Purpose.C),
                Set.of(),
                clue.about().identity() instanceof String identity ? Set.of(identity) : Set.of(),
                Set.of(),
                List.of(
                        new BasisRegistry.Party(
                                handler.department(), handler.client(), null, until)),
                until);
    }

    /** Who has accepted it, whoever takes the step that renews the basis. */
    private static Caller handler(Actor actor, Clue clue) {
        Caller caller = actor.caller();
        return clue.handler().client() instanceof String client && !client.equals(caller.client())
                ? new Caller(clue.handler().department(), client, Set.of(), "", null)
                : actor.caller();
    }

    /** What ends by what a reporter adds is ended by the department that answers for it. */
    private static Caller answering(Actor actor, Clue clue) {
        return actor.of(clue.handler().department());
    }

    private void end(Actor actor, Clue clue) {
        if (clue.handler().basis() instanceof String basis) {
            bases.end(answering(actor, clue), basis);
        }
    }

    @Override
    public Entry entry(Actor actor, Reason stated, ClueTransition step, Clue after) {
        return entries.of(actor.caller(), Kind.CLUE, after, step.name());
    }
}
