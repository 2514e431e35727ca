package org.lianji.relief;

import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisKind;
import org.lianji.bases.BasisRegistry;
import org.lianji.bases.Declarations;
import org.lianji.catalogue.Purpose;
import org.lianji.database.Fragment;
import org.lianji.people.Kinship;
import org.lianji.people.MatterPlaces;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Problem;
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

/** Relief cases in the graph: {@code (:ReliefCase)-[:FOR]->(:Person)}, once it is known who. */
@Component
final class ReliefFlow implements Flow<ReliefState, ReliefTransition, ReliefCase> {

    private static final String LINK =
            """
            MATCH (m:ReliefCase {id: $id}), (p:Person {id: $person})
            MERGE (m)-[:FOR]->(p)
            """;

    /** A basis of a case ends with it, and after so many days at the latest. */
    private static final int OPEN_DAYS = 60;

    private final Neo4jClient graph;
    private final BasisRegistry bases;
    private final Declarations declarations;
    private final PettyFunds funds;
    private final ReliefRecords records;

    ReliefFlow(
            Neo4jClient graph,
            BasisRegistry bases,
            Declarations declarations,
            PettyFunds funds,
            ReliefRecords records) {
        this.graph = graph;
        this.bases = bases;
        this.declarations = declarations;
        this.funds = funds;
        this.records = records;
    }

    @Override
    public Class<ReliefState> states() {
        return ReliefState.class;
    }

    @Override
    public Class<ReliefTransition> table() {
        return ReliefTransition.class;
    }

    @Override
    public Class<ReliefCase> matter() {
        return ReliefCase.class;
    }

    @Override
    public char letter() {
        return 'J';
    }

    @Override
    public Code notFound() {
        return ReliefCode.RELIEF_NOT_FOUND;
    }

    @Override
    public String linked() {
        return """
        , person: head([(m)-[:FOR]->(p:Person) | p.id])
        , kin: COLLECT { MATCH (m)-[:FOR]->(p:Person) UNWIND %s AS near RETURN DISTINCT near }
        """
                        .formatted(Kinship.of("p"))
                + BasisRegistry.OF_MATTER;
    }

    /** What was written of a near relative is not for an officer. */
    @Override
    public boolean opens(Actor actor, ReliefCase relief) {
        return !Kinship.keepsOff(relief.about().kin(), actor.caller());
    }

    /** Officers of the leading department in the township and the county of the place. */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        return actor.leads() && caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                ? MatterPlaces.within("region", caller.region())
                : Fragment.FALSE;
    }

    /** The same person is helped for the same cause once a calendar year: a constraint has it. */
    @Override
    public Map<String, Object> derived(ReliefCase relief) {
        return relief.isRecorded() && !relief.again()
                ? Map.of(
                        "yearKey",
                        ReliefYears.key(
                                String.valueOf(relief.about().person()),
                                relief.found().cause().name(),
                                relief.givenAt().getYear()))
                : Map.of();
    }

    /**
     * The two workers see the person once both have acted, so that nobody opens somebody's file by
     * reporting them; and as long as the case is open.
     */
    @Override
    public void taken(Actor actor, ReliefTransition step, ReliefCase after) {
        switch (step) {
            case OPEN -> name(actor, after);
            case GIVE -> {
                funds.spend(actor.caller(), after);
                given(actor, after);
            }
            case PAY_PART -> {
                funds.spend(actor.caller(), after);
                record(actor, after);
            }
            case IDENTIFY -> {
                name(actor, after);
                given(actor, after);
            }
            case COMPLETE_PAPERS -> record(actor, after);
            case REFER, CLOSE -> {
                record(actor, after);
                end(actor, after);
            }
            case DISMISS -> end(actor, after);
            case ALLOW_AGAIN, ALLOW_MORE, SAY_WHO, APPLY -> {}
        }
    }

    /**
     * Ties the case to somebody whom an officer names, who names so many a day, and no near
     * relative.
     *
     * @throws Problem TOO_MANY_DECLARED, RELIEF_OF_RELATIVE
     */
    private void name(Actor actor, ReliefCase relief) {
        if (relief.about().person() instanceof String person) {
            graph.query(LINK).bindAll(Map.of("id", relief.id(), "person", person)).run();
            declarations.count(actor.caller(), 1);
            if (Kinship.among(graph, person, Kinship.names(actor.caller()))) {
                throw new Problem(ReliefCode.RELIEF_OF_RELATIVE);
            }
        }
    }

    private void given(Actor actor, ReliefCase relief) {
        if (relief.isRecorded() && relief.about().person() instanceof String person) {
            register(actor, relief, person);
            records.write(actor.caller(), relief);
        }
    }

    private void record(Actor actor, ReliefCase relief) {
        if (relief.isRecorded()) {
            records.write(actor.caller(), relief);
        }
    }

    private void register(Actor actor, ReliefCase relief, String person) {
        LocalDate until = actor.today().plusDays(OPEN_DAYS);
        String basis =
                bases.register(
                        actor.caller(),
                        new BasisRegistry.Registration(
                                BasisKind.CASE,
                                relief.id(),
                                relief.id(),
                                List.of(Purpose.D),
                                Set.of(person),
                                Set.of(),
                                Set.of(),
                                relief.onlookers().stream()
                                        .map(
                                                worker ->
                                                        new BasisRegistry.Party(
                                                                actor.lead(), worker, null, until))
                                        .toList(),
                                until));
        bases.joinFamilyOf(actor.caller(), basis, Purpose.D, person);
    }

    private void end(Actor actor, ReliefCase relief) {
        if (relief.basis() instanceof String basis) {
            bases.end(actor.caller(), basis);
        }
    }

    @Override
    public Entry entry(Actor actor, Reason stated, ReliefTransition step, ReliefCase after) {
        return ReliefEntries.of(
                actor.caller(),
                Kind.WRITE,
                after.about().person(),
                after.basis(),
                after.stepText(step));
    }
}
