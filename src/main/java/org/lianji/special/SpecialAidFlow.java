package org.lianji.special;

import org.lianji.assistance.CaseState;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisKind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Purpose;
import org.lianji.database.Fragment;
import org.lianji.people.Kinship;
import org.lianji.people.MergedPersons;
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

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Special assistance in the graph: {@code (:SpecialAid)-[:AIDS]->(:Person)}, and {@code
 * (:SpecialAid)-[:PART_OF]->(:Case)} of an application.
 */
@Component
final class SpecialAidFlow implements Flow<SpecialAidState, SpecialAidTransition, SpecialAid> {

    /** A basis ends with the decision, and after so many days at the latest. */
    private static final int OPEN_DAYS = 60;

    /** The lock comes first, so that no part is sent of an application that ends meanwhile. */
    private static final String LINK =
            """
            MATCH (m:SpecialAid {id: $id}), (c:Case {id: $case})
            SET c.aidLock = true REMOVE c.aidLock
            WITH m, c WHERE NOT c.state IN $ended
            MATCH (c)-[:APPLIES_FOR]->(p:Person)
            MERGE (m)-[:PART_OF]->(c)
            MERGE (m)-[:AIDS]->(p)
            RETURN c.id
            """;

    private static final String LINK_RECIPIENT =
            "MATCH (m:SpecialAid {id: $id}), %s MERGE (m)-[:AIDS]->(p)"
                    .formatted(MergedPersons.led("id", "$person", "p"));

    private static final String FAMILY =
            """
            , applicant: head([(m)-[:AIDS]->(p:Person) | p.id])
            , kin: COLLECT { MATCH (m)-[:AIDS]->(p:Person) UNWIND %s AS near RETURN near }
            """
                    .formatted(Kinship.of("p"));

    private static final String KIN =
            """
            MATCH (:SpecialAid {id: $id})-[:AIDS]->(p:Person)
            RETURN any(near IN %s WHERE near IN $self)
            """
                    .formatted(Kinship.of("p"));

    private final Neo4jClient graph;
    private final BasisRegistry bases;

    SpecialAidFlow(Neo4jClient graph, BasisRegistry bases) {
        this.graph = graph;
        this.bases = bases;
    }

    @Override
    public boolean streamed() {
        return true;
    }

    @Override
    public Class<SpecialAidState> states() {
        return SpecialAidState.class;
    }

    @Override
    public Class<SpecialAidTransition> table() {
        return SpecialAidTransition.class;
    }

    @Override
    public Class<SpecialAid> matter() {
        return SpecialAid.class;
    }

    @Override
    public char letter() {
        return 'S';
    }

    @Override
    public Code notFound() {
        return SpecialAidCode.SPECIAL_AID_NOT_FOUND;
    }

    @Override
    public String linked() {
        return FAMILY + BasisRegistry.HOUSEHOLD_OF_MATTER + BasisRegistry.OF_MATTER;
    }

    /** Officers of the door where it came in, of the county that decides, and who applied. */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        if (caller.person() instanceof String self && caller.is(Role.CITIZEN)) {
            return Fragment.of("EXISTS { (m)-[:AIDS]->(:Person {id: $self}) }", "self", self);
        }
        if (!caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)) {
            return Fragment.FALSE;
        }
        return new Fragment(
                "$region IN m.places AND (m.department = $department OR m.kind IN $decided)",
                Map.of(
                        "region",
                        caller.region(),
                        "department",
                        caller.department(),
                        "decided",
                        decided(caller)));
    }

    private static List<String> decided(Caller caller) {
        return Arrays.stream(SpecialAidKind.values())
                .filter(_ -> caller.is(Role.COUNTY_OFFICER))
                .filter(kind -> kind.department().equals(caller.department()))
                .map(Enum::name)
                .toList();
    }

    /** Of a near relative's an officer learns how it stands, and nothing more. */
    @Override
    public boolean opens(Actor actor, SpecialAid aid) {
        return !aid.keepsOff(actor.caller());
    }

    @Override
    public Map<String, Object> derived(SpecialAid aid) {
        return aid.state().open() ? Map.of("openKey", aid.openKey()) : Map.of();
    }

    @Override
    public void taken(Actor actor, SpecialAidTransition step, SpecialAid after) {
        switch (step) {
            case SEND -> {
                link(after);
                notForKin(actor, after);
            }
            case RECEIVE -> open(actor, after);
            case RECORD -> {}
            case GRANT, REFUSE, RETURN, WITHDRAW, END -> end(actor, after);
        }
    }

    private void link(SpecialAid aid) {
        if (!(aid.origin().caseId() instanceof String id)) {
            graph.query(LINK_RECIPIENT)
                    .bindAll(Map.of("id", aid.id(), "person", aid.family().applicant()))
                    .run();
            return;
        }
        graph.query(LINK)
                .bindAll(Map.of("id", aid.id(), "case", id, "ended", CaseState.ENDED))
                .fetchAs(String.class)
                .one()
                .orElseThrow(() -> new Problem(SpecialAidCode.SPECIAL_AID_NO_CASE));
    }

    /** An officer sends nothing for a near relative; a citizen asks for themself. */
    private void notForKin(Actor actor, SpecialAid aid) {
        boolean kin =
                !actor.caller().is(Role.CITIZEN)
                        && graph.query(KIN)
                                .bindAll(
                                        Map.of(
                                                "id",
                                                aid.id(),
                                                "self",
                                                Kinship.names(actor.caller())))
                                .fetchAs(Boolean.class)
                                .one()
                                .orElse(false);
        if (kin) {
            throw new Problem(SpecialAidCode.SPECIAL_AID_OF_RELATIVE);
        }
    }

    /** Officers of the county who decide see who applied and the family, for purpose E. */
    private void open(Actor actor, SpecialAid aid) {
        String department = aid.kind().department();
        Caller office = actor.of(department);
        String basis =
                bases.register(
                        office,
                        new BasisRegistry.Registration(
                                BasisKind.CASE,
                                aid.id(),
                                aid.id(),
                                List.of(Purpose.E),
                                Set.of(aid.family().applicant()),
                                Set.of(),
                                Set.of(),
                                List.of(
                                        new BasisRegistry.Party(
                                                department, null, Role.COUNTY_OFFICER, null)),
                                actor.today().plusDays(OPEN_DAYS)));
        bases.joinFamilyOf(office, basis, Purpose.E, aid.family().applicant());
    }

    private void end(Actor actor, SpecialAid aid) {
        if (aid.family().basis() instanceof String basis) {
            bases.end(actor.of(aid.kind().department()), basis);
        }
    }

    @Override
    public Entry entry(Actor actor, Reason stated, SpecialAidTransition step, SpecialAid after) {
        return new Entry(
                Kind.WRITE,
                actor.caller().department(),
                actor.caller().client(),
                Purpose.E.name(),
                after.family().basis(),
                List.of(),
                List.of(),
                List.of(after.family().applicant()),
                Digests.hex(after.stepText(step)),
                null);
    }
}
