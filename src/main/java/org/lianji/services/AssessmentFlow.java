package org.lianji.services;

import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.bases.BasisKind;
import org.lianji.bases.BasisRegistry;
import org.lianji.catalogue.Catalogue;
import org.lianji.catalogue.Purpose;
import org.lianji.database.Fragment;
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
import java.util.Objects;
import java.util.Set;

/** Assessments in the graph: {@code (:NeedAssessment)-[:FOR]->(:Person)}. */
@Component
final class AssessmentFlow implements Flow<AssessmentState, AssessmentTransition, NeedAssessment> {

    private static final String LINK =
            """
            MATCH (m:NeedAssessment {id: $id}), (p:Person {id: $person})
            MERGE (m)-[:FOR]->(p)
            """;

    private static final String OWN =
            "m.worker = $own AND m.state IN ['ASSIGNED', 'ASSESSED'] AND m.until >= $today AND"
                    + " $place IN m.places";

    private final Neo4jClient graph;
    private final BasisRegistry bases;
    private final String around;

    AssessmentFlow(Neo4jClient graph, BasisRegistry bases, Catalogue catalogue) {
        this.graph = graph;
        this.bases = bases;
        this.around = ServiceSide.Around.columns(catalogue.lead());
    }

    @Override
    public Class<AssessmentState> states() {
        return AssessmentState.class;
    }

    @Override
    public Class<AssessmentTransition> table() {
        return AssessmentTransition.class;
    }

    @Override
    public Class<NeedAssessment> matter() {
        return NeedAssessment.class;
    }

    @Override
    public char letter() {
        return 'N';
    }

    @Override
    public Code notFound() {
        return ServiceCode.ASSESSMENT_NOT_FOUND;
    }

    @Override
    public String linked() {
        return ", person: head([(m)-[:FOR]->(p:Person) | p.id])" + BasisRegistry.OF_MATTER + around;
    }

    /**
     * Officers of the place, the person, and the social worker who is sent, as long as they are;
     * never a provider.
     */
    @Override
    public Fragment visible(Actor actor) {
        Caller caller = actor.caller();
        if (caller.atTheDoor()) {
            return actor.leads() && caller.is(Role.SOCIAL_WORKER)
                    ? new Fragment(
                            OWN,
                            Map.of(
                                    "own", caller.client(),
                                    "today", actor.today(),
                                    "place", caller.region()))
                    : Fragment.FALSE;
        }
        return ServiceSide.persons(actor);
    }

    @Override
    public void taken(Actor actor, AssessmentTransition step, NeedAssessment after) {
        switch (step) {
            case ASSESS -> link(after);
            case ASSIGN -> {
                link(after);
                open(actor, after);
            }
            case REPORT, WITHDRAW, LAPSE -> close(actor, after);
            case SUPERSEDE -> {}
        }
    }

    private void link(NeedAssessment after) {
        graph.query(LINK).bindAll(Map.of("id", after.id(), "person", after.person())).run();
    }

    /** Who is sent reads of the person, and nobody else by it. */
    private void open(Actor actor, NeedAssessment after) {
        LocalDate until = Objects.requireNonNull(after.errand().until());
        bases.register(
                actor.caller(),
                new BasisRegistry.Registration(
                        BasisKind.VISIT,
                        after.id(),
                        after.id(),
                        List.of(Purpose.E),
                        Set.of(after.person()),
                        Set.of(),
                        Set.of(),
                        List.of(
                                new BasisRegistry.Party(
                                        actor.caller().department(),
                                        after.errand().worker(),
                                        Role.SOCIAL_WORKER,
                                        until)),
                        until));
    }

    private void close(Actor actor, NeedAssessment after) {
        if (after.basis() instanceof String basis) {
            bases.end(actor.of(actor.lead()), basis);
        }
    }

    @Override
    public Entry entry(
            Actor actor, Reason stated, AssessmentTransition step, NeedAssessment after) {
        return ServiceEntries.of(
                actor.caller(), Kind.WRITE, after.person(), null, after.stepText(step));
    }
}
