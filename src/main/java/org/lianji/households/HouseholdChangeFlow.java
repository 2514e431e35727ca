package org.lianji.households;

import org.lianji.audit.Act;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisKind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Purpose;
import org.lianji.database.Fragment;
import org.lianji.people.Kinship;
import org.lianji.people.MatterPlaces;
import org.lianji.platform.Caller;
import org.lianji.platform.Code;
import org.lianji.platform.Digests;
import org.lianji.platform.Problem;
import org.lianji.platform.Reason;
import org.lianji.platform.Role;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes in the graph: {@code (:HouseholdChange)-[:CHANGES]->(:Person|Household)}. */
@Component
final class HouseholdChangeFlow
        implements Flow<HouseholdChangeState, HouseholdChangeTransition, HouseholdChange> {

    /** A basis of a change ends with the decision, and after so many days at the latest. */
    private static final int OPEN_DAYS = 60;

    private static final String LINK =
            """
            MATCH (m:HouseholdChange {id: $id})
            MATCH (p:Person {id: $person})
            MATCH (h:Household {id: $household})
            CREATE (m)-[:CHANGES]->(p), (m)-[:CHANGES]->(h)
            """;

    private final Neo4jClient graph;
    private final BasisRegistry bases;
    private final HouseholdRecords records;

    HouseholdChangeFlow(Neo4jClient graph, BasisRegistry bases, HouseholdRecords records) {
        this.graph = graph;
        this.bases = bases;
        this.records = records;
    }

    @Override
    public Class<HouseholdChangeState> states() {
        return HouseholdChangeState.class;
    }

    @Override
    public Class<HouseholdChangeTransition> table() {
        return HouseholdChangeTransition.class;
    }

    @Override
    public Class<HouseholdChange> matter() {
        return HouseholdChange.class;
    }

    @Override
    public char letter() {
        return 'X';
    }

    @Override
    public Code notFound() {
        return HouseholdChangeCode.HOUSEHOLD_CHANGE_NOT_FOUND;
    }

    @Override
    public String linked() {
        return """
        , person: head([(m)-[:CHANGES]->(p:Person) | p.id]), household: head([(m)-[:CHANGES]->(h:Household) | h.id])
        , kin: COLLECT { MATCH (m)-[:CHANGES]->(x)
            MATCH (p:Person) WHERE p = x OR EXISTS { (p)-[:MEMBER_OF]->(x) }
            UNWIND %s AS near RETURN DISTINCT near }
        """
                        .formatted(Kinship.of("p"))
                + BasisRegistry.OF_MATTER;
    }

    /** What was written of a near relative is not for an officer. */
    @Override
    public boolean opens(Actor actor, HouseholdChange change) {
        return !Kinship.keepsOff(change.kin(), actor.caller());
    }

    /** Who has reported it knows of it, and the county that confirms. */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        if (!actor.leads() || !caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)) {
            return Fragment.FALSE;
        }
        Fragment own = Fragment.of("m.reporter = $reporter", "reporter", caller.client());
        return caller.is(Role.COUNTY_OFFICER)
                ? Fragment.any(List.of(own, MatterPlaces.within("region", caller.region())))
                : own;
    }

    /** Of one person in one household one change waits at a time. */
    @Override
    public Map<String, Object> derived(HouseholdChange change) {
        return change.state().open()
                ? Map.of("openKey", change.household() + "|" + change.person())
                : Map.of();
    }

    @Override
    public void taken(Actor actor, HouseholdChangeTransition step, HouseholdChange after) {
        switch (step) {
            case REPORT -> {
                graph.query(LINK)
                        .bindAll(
                                Map.of(
                                        "id",
                                        after.id(),
                                        "person",
                                        after.person(),
                                        "household",
                                        after.household()))
                        .run();
                register(actor, after);
            }
            case CONFIRM -> {
                if (!records.enter(actor.caller(), after)) {
                    throw new Problem(HouseholdChangeCode.HOUSEHOLD_CHANGE_PERSON);
                }
                end(actor, after);
            }
            case DECLINE, WITHDRAW -> end(actor, after);
        }
    }

    private void register(Actor actor, HouseholdChange change) {
        bases.register(
                actor.caller(),
                new BasisRegistry.Registration(
                        BasisKind.VISIT,
                        change.id(),
                        change.id(),
                        List.of(Purpose.C),
                        Set.of(change.person()),
                        Set.of(),
                        Set.of(change.household()),
                        List.of(
                                new BasisRegistry.Party(
                                        change.of().department(), null, Role.COUNTY_OFFICER, null)),
                        actor.today().plusDays(OPEN_DAYS)));
    }

    private void end(Actor actor, HouseholdChange change) {
        if (change.basis() instanceof String basis) {
            bases.end(actor.caller(), basis);
        }
    }

    /** Who came or left reads of it once it is in the records. */
    @Override
    public Entry entry(
            Actor actor, Reason stated, HouseholdChangeTransition step, HouseholdChange after) {
        boolean entered = step == HouseholdChangeTransition.CONFIRM;
        return new Entry(
                Kind.WRITE,
                actor.caller().department(),
                actor.caller().client(),
                Purpose.C.name(),
                after.basis(),
                List.of(),
                new ArrayList<>(HouseholdRecords.CATEGORIES),
                entered ? List.of(after.person()) : List.of(),
                Digests.hex(after.stepText(step)),
                null,
                entered ? Act.HOUSEHOLD_CHANGED : null);
    }
}
