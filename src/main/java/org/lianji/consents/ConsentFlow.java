package org.lianji.consents;

import org.jspecify.annotations.Nullable;
import org.lianji.audit.Act;
import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.Declarations;
import org.lianji.catalogue.Purpose;
import org.lianji.database.Fragment;
import org.lianji.people.Guardianship;
import org.lianji.people.Kinship;
import org.lianji.people.MergedPersons;
import org.lianji.people.Spokespeople;
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

import java.util.List;
import java.util.Map;

/**
 * Consents in the graph: {@code (:CaseConsent)-[:FOR]->(:Person)} and {@code
 * (:CaseConsent)-[:UNDER]->(:Case)}. What each opens and closes hangs on the basis of the
 * application, where every read looks.
 */
@Component
final class ConsentFlow implements Flow<ConsentState, ConsentTransition, CaseConsent> {

    private static final String LINK =
            """
            MATCH (m:CaseConsent {id: $id}), (c:Case {id: $case}), %s
            WITH m, c, p, COLLECT { MATCH (c)<-[:UNDER]-(o:CaseConsent)-[:FOR]->(p) RETURN o } AS older
            WITH m, c, p, older, any(o IN older WHERE o.overtaken = false AND o.relation = m.relation
              AND o.state = 'GIVEN' AND (o.until IS NULL OR o.until >= $today)) AS renewed,
              any(o IN older WHERE o.overtaken = false AND %s) AS takenBack
            FOREACH (o IN older | SET o.overtaken = true)
            MERGE (m)-[:UNDER]->(c)
            MERGE (m)-[:FOR]->(p)
            RETURN takenBack OR $beyond AND NOT renewed
            """
                    .formatted(
                            MergedPersons.led("id", "$person", "p"),
                            ConsentStore.TAKEN_BACK.formatted("o"));

    private static final String MATTER =
            """
            , caseId: head([(m)-[:UNDER]->(c:Case) | c.id])
            , department: head([(m)-[:UNDER]->(c:Case) | c.department])
            , places: head([(m)-[:UNDER]->(c:Case) | c.places])
            , person: head([(m)-[:FOR]->(p:Person) | p.id])
            , kin: COLLECT { MATCH (m)-[:UNDER]->(:Case)-[:APPLIES_FOR]->(a:Person) UNWIND %s AS near RETURN near }
            , basis: head(COLLECT { MATCH (m)-[:UNDER]->(c:Case) MATCH (b:Basis {matter: c.id}) WHERE b.closed IS NULL RETURN b.id ORDER BY b.opened DESC LIMIT 1 })
            """
                    .formatted(Kinship.of("a"));

    private static final String OFFICERS =
            """
            EXISTS { (m)-[:UNDER]->(c:Case) WHERE c.department = $department AND $region IN c.places }\
            """;

    private static final String OWN_OR_WARDS =
            "EXISTS { MATCH (m)-[:FOR]->(about:Person) WHERE %s }"
                    .formatted(Guardianship.selfOrWard("about"));

    private final Neo4jClient graph;
    private final ConsentStore store;
    private final Declarations declarations;

    ConsentFlow(Neo4jClient graph, ConsentStore store, Declarations declarations) {
        this.graph = graph;
        this.store = store;
        this.declarations = declarations;
    }

    @Override
    public Class<ConsentState> states() {
        return ConsentState.class;
    }

    @Override
    public Class<ConsentTransition> table() {
        return ConsentTransition.class;
    }

    @Override
    public Class<CaseConsent> matter() {
        return CaseConsent.class;
    }

    @Override
    public char letter() {
        return 'S';
    }

    @Override
    public Code notFound() {
        return ConsentCode.CASE_CONSENT_NOT_FOUND;
    }

    @Override
    public String linked() {
        return MATTER + Spokespeople.OF_MATTER;
    }

    /** What was written of a near relative is not for an officer. */
    @Override
    public boolean opens(Actor actor, CaseConsent consent) {
        return !Kinship.keepsOff(consent.matter().kin(), actor.caller());
    }

    /** Officers of the application, whose it is, and a child's guardians. */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        if (caller.is(Role.COUNTY_OFFICER, Role.TOWN_OFFICER)) {
            return new Fragment(
                    OFFICERS, Map.of("department", caller.department(), "region", caller.region()));
        }
        return caller.is(Role.CITIZEN) && caller.person() instanceof String self
                ? new Fragment(OWN_OR_WARDS, Guardianship.parameters(self, actor.today()))
                : Fragment.FALSE;
    }

    @Override
    public void taken(Actor actor, ConsentTransition step, CaseConsent after) {
        switch (step) {
            case JOIN, RECORD -> {
                boolean opens = link(actor, after);
                open(after);
                if (step == ConsentTransition.RECORD && opens) {
                    declarations.count(actor.caller(), 1);
                }
            }
            case REVOKE, REVOKE_OWN -> {
                store.withhold(after.matter().caseId(), List.of(after.matter().person()));
            }
        }
    }

    /**
     * {@return whether it opens something on the word of who records it: a relative outside the
     * family, where it stands in the place of none in force, and whoever has taken theirs back}
     */
    private boolean link(Actor actor, CaseConsent consent) {
        return graph.query(LINK)
                .bindAll(
                        Map.of(
                                "id",
                                consent.id(),
                                "case",
                                consent.matter().caseId(),
                                "person",
                                consent.matter().person(),
                                "beyond",
                                beyond(consent),
                                "today",
                                actor.today()))
                .fetchAs(Boolean.class)
                .one()
                .orElseThrow(() -> new Problem(ConsentCode.CASE_CONSENT_NO_CASE));
    }

    /** The family shows by the household; a relative outside it by their consent alone. */
    private void open(CaseConsent consent) {
        if (consent.matter().basis() instanceof String basis) {
            store.open(basis, consent.matter().person(), consent.paper().until(), beyond(consent));
        }
    }

    private static boolean beyond(CaseConsent consent) {
        return consent.paper().relation() == CaseConsent.Relation.SUPPORTER;
    }

    @Override
    public Entry entry(Actor actor, Reason stated, ConsentTransition step, CaseConsent after) {
        boolean given = step == ConsentTransition.JOIN || step == ConsentTransition.RECORD;
        return entry(
                actor.caller(),
                Kind.WRITE,
                after.matter().basis(),
                List.of(after.matter().person()),
                after.stepText(step),
                given ? Act.CASE_CONSENT_RECORDED : Act.CASE_CONSENT_REVOKED);
    }

    /** {@return an entry about somebody's consent} */
    static Entry entry(
            Caller caller,
            Kind kind,
            @Nullable String basis,
            List<String> persons,
            String what,
            @Nullable Act act) {
        return new Entry(
                kind,
                caller.department(),
                caller.client(),
                (caller.is(Role.CITIZEN) ? Purpose.H : Purpose.A).name(),
                basis,
                List.of(),
                List.of(),
                persons,
                Digests.hex(what),
                null,
                act);
    }
}
