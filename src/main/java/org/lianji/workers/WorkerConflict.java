package org.lianji.workers;

import org.lianji.people.Kinship;

/**
 * A worker who is a near relative of who applies.
 *
 * @param worker identifier of the registration
 * @param post what they do
 * @param steps how near they are, 3 at most; 0 where they apply themself
 */
public record WorkerConflict(String worker, WorkerPost post, int steps) {

    /** Whoever worked at any time since the matter {@code m} began. */
    private static final String KIN =
            """
            MATCH (m)-[:APPLIES_FOR]->(p:Person)
            CALL (m, p) {
            %s
            MATCH (kin)<-[:IS_PERSON]-(w:Worker)
            WHERE w.state = 'REGISTERED' OR w.changedAt >= m.createdAt
            RETURN w, steps
            UNION MATCH (m)-[kept:CONFLICTS_WITH]->(w:Worker) RETURN w, kept.steps AS steps
            }
            WITH m, w, min(steps) AS steps WHERE w.inCounty = m.inCounty
            """
                    .formatted(Kinship.near("p"));

    /**
     * An expression: texts of the conflicts of a matter {@code m} that applies for somebody in its
     * county. As the graph is now, and as it was when the matter last took a step ({@link #KEEP}).
     */
    public static final String OF_MATTER =
            "COLLECT { " + KIN + "RETURN w.id + ' ' + w.post + ' ' + steps ORDER BY steps, w.id }";

    /** Clauses that keep them with the matter, so that they don't go with what showed them. */
    public static final String KEEP =
            KIN + "MERGE (m)-[kept:CONFLICTS_WITH]->(w) ON CREATE SET kept.steps = steps\n";

    /** {@return the conflict that the text tells} */
    public static WorkerConflict of(String text) {
        String[] parts = text.split(" ");
        return new WorkerConflict(
                parts[0], WorkerPost.valueOf(parts[1]), Integer.parseInt(parts[2]));
    }
}
