package org.lianji.services;

import org.lianji.audit.Entry;
import org.lianji.audit.Kind;
import org.lianji.database.Fragment;
import org.lianji.platform.Code;
import org.lianji.platform.Reason;
import org.lianji.procedure.Actor;
import org.lianji.procedure.Flow;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import java.util.Map;

/** NeedAssessments in the graph: {@code (:NeedAssessment)-[:FOR]->(:Person)}. */
@Component
final class AssessmentFlow implements Flow<AssessmentState, AssessmentTransition, NeedAssessment> {

    private static final String LINK =
            """
            MATCH (m:NeedAssessment {id: $id}), (p:Person {id: $person})
            MERGE (m)-[:FOR]->(p)
            """;

    private final Neo4jClient graph;

    AssessmentFlow(Neo4jClient graph) {
        this.graph = graph;
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
        return ", person: head([(m)-[:FOR]->(p:Person) | p.id])";
    }

    /** Officers of the place, and the person; never a provider. */
    @Override
    public Fragment visible(Actor actor) {
        return ServiceSide.persons(actor);
    }

    @Override
    public void taken(Actor actor, AssessmentTransition step, NeedAssessment after) {
        if (step == AssessmentTransition.ASSESS) {
            graph.query(LINK).bindAll(Map.of("id", after.id(), "person", after.person())).run();
        }
    }

    @Override
    public Entry entry(
            Actor actor, Reason stated, AssessmentTransition step, NeedAssessment after) {
        return ServiceEntries.of(
                actor.caller(), Kind.WRITE, after.person(), null, after.stepText(step));
    }
}
