package org.lianji.conferences;

import org.lianji.procedure.ProcedureKernel;
import org.lianji.procedure.Procedures;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** Conferences whose matter is talked about no more. */
@Component
final class ConferenceEnds {

    private static final String OPEN_ABOUT =
            """
            MATCH (m:Conference {matter: $matter}) WHERE m.state IN ['CONVENED', 'OPEN']
            RETURN m.id ORDER BY m.id
            """;

    private final Neo4jClient graph;
    private final Procedures<ConferenceState, ConferenceTransition, Conference> matters;

    ConferenceEnds(Neo4jClient graph, ConferenceFlow flow, ProcedureKernel kernel) {
        this.graph = graph;
        this.matters = kernel.of(flow);
    }

    /** Ends all conferences about a matter, as cancelled; doing it again does nothing. */
    void end(String matter) {
        graph.query(OPEN_ABOUT).bind(matter).to("matter").fetchAs(String.class).all().stream()
                .flatMap(one -> matters.find(one).stream())
                .forEach(
                        one -> {
                            if (matters.advance(ConferenceTransition.END, one, it -> it)
                                    .isEmpty()) {
                                end(matter);
                            }
                        });
    }
}
