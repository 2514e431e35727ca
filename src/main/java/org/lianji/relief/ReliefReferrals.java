package org.lianji.relief;

import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** Who was referred from first to lasting help: waited for until one of the family applies. */
@Component
final class ReliefReferrals {

    /** Until who was referred to lasting help has applied for it. */
    static final String CLOCK = "RELIEF_APPLY";

    private static final String REFERRED =
            """
            MATCH (:Case {id: $case})-[:APPLIES_FOR]->(a:Person)
            UNWIND [a] + COLLECT { MATCH (a)-[:MEMBER_OF]->(:Household)<-[:MEMBER_OF]-(q:Person) RETURN DISTINCT q } AS p
            MATCH (p)<-[:FOR]-(m:ReliefCase {state: 'REFERRED'})
            RETURN DISTINCT m.id
            """;

    private final Neo4jClient graph;
    private final Procedures<ReliefState, ReliefTransition, ReliefCase> matters;

    ReliefReferrals(Neo4jClient graph, ReliefFlow flow, ProcedureKernel kernel) {
        this.graph = graph;
        this.matters = kernel.of(flow);
    }

    /** Ends the wait for who applies, or is of their family; doing it again does nothing. */
    void applied(String caseId) {
        graph.query(REFERRED).bind(caseId).to("case").fetchAs(String.class).all().stream()
                .flatMap(one -> matters.find(one).stream())
                .filter(one -> one.lastDay(CLOCK) != null)
                .forEach(one -> matters.advance(ReliefTransition.APPLY, one, it -> it));
    }
}
