package org.lianji.referral;

import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
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

import java.util.Map;

/** Needs in the graph: {@code (:HelpNeed)-[:FOR]->(:Person)}. */
@Component
final class NeedFlow implements Flow<NeedState, NeedTransition, HelpNeed> {

    /** The lock comes first, so that nothing is stated on a basis that ends meanwhile. */
    private static final String LINK =
            """
            MATCH (b:Basis {id: $basis}) SET b.locked = true REMOVE b.locked
            WITH b WHERE b.closed IS NULL
            MATCH (m:HelpNeed {id: $id}), (p:Person {id: $person})
            MERGE (m)-[:FOR]->(p)
            RETURN p.id
            """;

    private final Neo4jClient graph;

    NeedFlow(Neo4jClient graph) {
        this.graph = graph;
    }

    @Override
    public Class<NeedState> states() {
        return NeedState.class;
    }

    @Override
    public Class<NeedTransition> table() {
        return NeedTransition.class;
    }

    @Override
    public Class<HelpNeed> matter() {
        return HelpNeed.class;
    }

    @Override
    public char letter() {
        return 'N';
    }

    @Override
    public Code notFound() {
        return ReferralCode.NEED_NOT_FOUND;
    }

    @Override
    public String linked() {
        return """
        , person: head([(m)-[:FOR]->(p:Person) | p.id])
        , kin: COLLECT { MATCH (m)-[:FOR]->(p:Person) UNWIND %s AS near RETURN DISTINCT near }
        """
                .formatted(Kinship.of("p"));
    }

    /** Officers of the leading department in whose region the person lives, and nobody else. */
    @Override
    public Fragment visible(Actor actor) {
        return officers(actor);
    }

    /** {@return the matters in the region of an officer of the leading department} */
    static Fragment officers(Actor actor) {
        Caller caller = actor.caller();
        return actor.leads() && caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)
                ? MatterPlaces.within("region", caller.region())
                : Fragment.FALSE;
    }

    @Override
    public void taken(Actor actor, NeedTransition step, HelpNeed after) {
        if (step == NeedTransition.STATE) {
            graph.query(LINK)
                    .bindAll(
                            Map.of(
                                    "id",
                                    after.id(),
                                    "person",
                                    after.person(),
                                    "basis",
                                    String.valueOf(after.statedOn())))
                    .fetchAs(String.class)
                    .one()
                    .orElseThrow(() -> new Problem(ReferralCode.NEED_PERSON));
        }
    }

    @Override
    public Entry entry(Actor actor, Reason stated, NeedTransition step, HelpNeed after) {
        return ReferralEntries.of(
                actor.caller(), Kind.WRITE, after.person(), null, after.stepText(step));
    }
}
