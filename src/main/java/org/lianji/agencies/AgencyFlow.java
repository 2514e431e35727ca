package org.lianji.agencies;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Act;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.Declarations;
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
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/**
 * Agencies in the graph: {@code (:Agency)-[:ACTS_FOR]->(:Person)} and {@code
 * (:Agency)-[:ACTS_BY]->(:Person)}; what was begun under one, {@code
 * ()-[:APPLIED_UNDER]->(:Agency)}.
 */
@Component
final class AgencyFlow implements Flow<AgencyState, AgencyTransition, Agency> {

    private static final String PARTIES =
            """
            , principal: head([(m)-[:ACTS_FOR]->(p:Person) | p.id])
            , agent: head([(m)-[:ACTS_BY]->(p:Person) | p.id])
            , kin: COLLECT { MATCH (m)-[:ACTS_FOR|ACTS_BY]->(p:Person) UNWIND %s AS near RETURN near }
            , dead: NOT %s
            """
                    .formatted(Kinship.of("p"), AgencyStore.alive("m"));

    /** What has ended is the agent's no more. */
    private static final String EITHER =
            "EXISTS { (m)-[:ACTS_FOR]->(:Person {id: $self}) } OR EXISTS { (m)-[:ACTS_BY]->(:Person"
                    + " {id: $self}) } AND "
                    + AgencyStore.inForce("m");

    private final AgencyStore store;
    private final Declarations declarations;

    AgencyFlow(AgencyStore store, Declarations declarations) {
        this.store = store;
        this.declarations = declarations;
    }

    @Override
    public Class<AgencyState> states() {
        return AgencyState.class;
    }

    @Override
    public Class<AgencyTransition> table() {
        return AgencyTransition.class;
    }

    @Override
    public Class<Agency> matter() {
        return Agency.class;
    }

    @Override
    public char letter() {
        return 'W';
    }

    @Override
    public Code notFound() {
        return AgencyCode.AGENCY_NOT_FOUND;
    }

    @Override
    public String linked() {
        return PARTIES;
    }

    /** What was written of a near relative is not for an officer. */
    @Override
    public boolean opens(Actor actor, Agency agency) {
        return !Kinship.keepsOff(agency.parties().kin(), actor.caller());
    }

    /** Officers of the leading department where it was recorded, and the two themselves. */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        if (caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)) {
            return actor.leads() ? MatterPlaces.within("region", caller.region()) : Fragment.FALSE;
        }
        return caller.is(Role.CITIZEN) && caller.person() instanceof String self
                ? new Fragment(EITHER, Map.of("self", self, "today", actor.today()))
                : Fragment.FALSE;
    }

    /** A principal has one valid agency of a kind. */
    @Override
    public Map<String, Object> derived(Agency agency) {
        return agency.state() == AgencyState.VALID ? Map.of("openKey", agency.openKey()) : Map.of();
    }

    /**
     * Whom nobody may act for, or by, is known once the officer may record at all. Both who are
     * named count among whom the officer names on their word that day.
     */
    @Override
    public void taken(Actor actor, AgencyTransition step, Agency after) {
        if (step == AgencyTransition.RECORD) {
            if (after.parties().principal().equals(after.parties().agent())) {
                throw new Problem(AgencyCode.AGENCY_OF_SELF);
            }
            store.link(after);
            judge(store.judge(actor.caller(), after));
            declarations.count(actor.caller(), 2);
        }
    }

    private static void judge(AgencyStore.Judgement found) {
        if (found.related()) {
            throw new Problem(AgencyCode.AGENCY_OF_RELATIVE);
        }
        if (found.child()) {
            throw new Problem(AgencyCode.AGENCY_OF_CHILD);
        }
        if (found.young()) {
            throw new Problem(AgencyCode.AGENCY_BY_CHILD);
        }
        if (found.dead()) {
            throw new Problem(AgencyCode.AGENCY_DEAD);
        }
        if (found.works()) {
            throw new Problem(AgencyCode.AGENCY_BY_WORKER);
        }
    }

    @Override
    public Entry entry(Actor actor, Reason stated, AgencyTransition step, Agency after) {
        return entry(
                actor.caller(),
                Kind.WRITE,
                List.of(after.parties().principal(), after.parties().agent()),
                after.stepText(step),
                step == AgencyTransition.RECORD ? Act.AGENCY_RECORDED : Act.AGENCY_ENDED);
    }

    /** {@return an entry about an agency, or about who was named for one} */
    static Entry entry(
            Caller caller, Kind kind, List<String> persons, String what, @Nullable Act act) {
        return new Entry(
                kind,
                caller.department(),
                caller.client(),
                (caller.is(Role.CITIZEN) ? Purpose.H : Purpose.A).name(),
                null,
                List.of(),
                List.of(),
                persons,
                Digests.hex(what),
                null,
                act);
    }
}
