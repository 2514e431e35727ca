package org.lianji.cooperation;

import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.Basis;
import org.lianji.bases.BasisKind;
import org.lianji.bases.BasisRegistry;
import org.lianji.database.Fragment;
import org.lianji.people.Kinship;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.context.event.EventListener;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cooperation tasks in the graph: {@code (:CooperationTask)-[:ABOUT]->(:Person)}. */
@Component
final class CooperationFlow
        implements Flow<CooperationState, CooperationTransition, CooperationTask> {

    private static final String LINK =
            """
            MATCH (m:CooperationTask {id: $id}), (p:Person {id: $person})
            MERGE (m)-[:ABOUT]->(p)
            """;

    /** The bases of tasks about those whom a basis with hidden looks concerns. */
    private static final String BASES_ABOUT =
            """
            MATCH (h:Basis {id: $hiding})
            CALL (h) {
              MATCH (h)-[:CONCERNS]->(p:Person) RETURN p
              UNION MATCH (h)-[:CONCERNS]->(k:Identity) MATCH (p:Person {idHash: k.hash}) RETURN p
            }
            MATCH (m:CooperationTask)-[:ABOUT]->(p)
            MATCH (b:Basis {matter: m.id}) WHERE b.closed IS NULL
            RETURN DISTINCT b.id
            """;

    private static final Caller HUB = new Caller("", "hub", Set.of(), "", null);

    /** Whoever takes it on reads of the person until they answer, and so many days at most. */
    private static final int OPEN_DAYS = 60;

    private final Neo4jClient graph;
    private final BasisRegistry bases;
    private final Clock clock;

    CooperationFlow(Neo4jClient graph, BasisRegistry bases, Clock clock) {
        this.graph = graph;
        this.bases = bases;
        this.clock = clock;
    }

    @Override
    public Class<CooperationState> states() {
        return CooperationState.class;
    }

    @Override
    public Class<CooperationTransition> table() {
        return CooperationTransition.class;
    }

    @Override
    public Class<CooperationTask> matter() {
        return CooperationTask.class;
    }

    @Override
    public char letter() {
        return 'X';
    }

    @Override
    public Code notFound() {
        return CooperationCode.COOPERATION_NOT_FOUND;
    }

    @Override
    public String linked() {
        return """
        , person: head([(m)-[:ABOUT]->(p:Person) | p.id])
        , kin: COLLECT { MATCH (m)-[:ABOUT]->(p:Person) UNWIND %s AS near RETURN DISTINCT near }
        """
                        .formatted(Kinship.of("p"))
                + BasisRegistry.OF_MATTER;
    }

    /** What was written of a near relative is not for an officer. */
    @Override
    public boolean opens(Actor actor, CooperationTask task) {
        return !Kinship.keepsOff(task.kin(), actor.caller());
    }

    /**
     * Officers of the place of the help, and of the county of registration, unless somebody there
     * may be a danger to the person.
     */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        return actor.leads() && caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                ? new Fragment(
                        "($region IN m.places OR $county AND m.registration = $region AND NOT"
                                + " EXISTS { MATCH (m)-[:ABOUT]->(p:Person) WHERE "
                                + CooperationSubjects.HIDDEN
                                + " })",
                        Map.of(
                                "now",
                                ZonedDateTime.now(clock),
                                "region",
                                caller.region(),
                                "county",
                                caller.is(Role.COUNTY_OFFICER)))
                : Fragment.FALSE;
    }

    /** One is asked at a time: a constraint has it. */
    @Override
    public Map<String, Object> derived(CooperationTask task) {
        return task.state().open() ? Map.of("openKey", task.request().matter()) : Map.of();
    }

    @Override
    public void taken(Actor actor, CooperationTransition step, CooperationTask after) {
        switch (step) {
            case ASK, ASK_BY_HUB -> link(after);
            case ACCEPT -> register(actor, after);
            case ANSWER, WITHDRAW -> end(actor, after);
            case RECORD_ANSWER -> {}
        }
    }

    private void link(CooperationTask task) {
        if (task.person() instanceof String person) {
            graph.query(LINK).bindAll(Map.of("id", task.id(), "person", person)).run();
        }
    }

    private void register(Actor actor, CooperationTask task) {
        if (task.person() instanceof String person) {
            LocalDate until = actor.today().plusDays(OPEN_DAYS);
            bases.register(
                    actor.caller(),
                    new BasisRegistry.Registration(
                            BasisKind.CASE,
                            task.id(),
                            task.id(),
                            List.of(task.request().origin().purpose()),
                            Set.of(person),
                            Set.of(),
                            Set.of(),
                            List.of(
                                    new BasisRegistry.Party(
                                            actor.lead(), actor.caller().client(), null, until)),
                            until));
        }
    }

    private void end(Actor actor, CooperationTask task) {
        if (task.basis() instanceof String basis) {
            bases.end(actor.caller(), basis);
        }
    }

    /** With the task its handler at home loses the basis that it gave, too. */
    @EventListener
    void on(Basis.LooksHidden hidden) {
        graph.query(BASES_ABOUT)
                .bind(hidden.basis())
                .to("hiding")
                .fetchAs(String.class)
                .all()
                .forEach(basis -> bases.end(HUB, basis));
    }

    @Override
    public Entry entry(
            Actor actor, Reason stated, CooperationTransition step, CooperationTask after) {
        Caller caller = actor.caller();
        return new Entry(
                Kind.WRITE,
                caller.department(),
                caller.client(),
                after.request().origin().purpose().name(),
                after.basis(),
                List.of(),
                List.of(),
                after.person() == null ? List.of() : List.of(after.person()),
                Digests.hex(after.stepText(step)),
                null);
    }
}
