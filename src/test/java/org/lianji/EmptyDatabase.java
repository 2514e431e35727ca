package org.lianji;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lianji.agreements.AgreementsInForce;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Takes everything that a test may have written out of the database, and of memory. */
public final class EmptyDatabase implements BeforeEachCallback {

    /** A sealer of another test's hub has the same lock; so has who gives news their places. */
    private static final String NO_SEALER =
            "MERGE (end:ChainEnd {name: 'chain'}) SET end.lock = true";

    private static final String NO_PLACES =
            "MERGE (log:NewsLog {name: 'news'}) SET log.lock = true";

    private static final String WRITTEN =
            "MATCH (n) WHERE NOT n:Migration AND NOT n:RuleCheck AND NOT n:Region AND NOT"
                    + " n:Department";

    private static final String DELETE = WRITTEN + " DETACH DELETE n";

    /**
     * A transaction that deletes a whole city takes all the memory of a small server, which then
     * answers nobody any more.
     */
    private static final String DELETE_SOME =
            WRITTEN
                    + " WITH n LIMIT 4000 WITH collect(n) AS some WHERE size(some) = 4000 UNWIND"
                    + " some AS n DETACH DELETE n RETURN DISTINCT true AS more";

    @Override
    public void beforeEach(ExtensionContext context) {
        empty(SpringExtension.getApplicationContext(context));
    }

    /** Leaves what is there before each test. */
    public static void empty(ApplicationContext hub) {
        try (Session session = hub.getBean(Driver.class).session()) {
            boolean more = true;
            while (more) {
                more = session.executeWrite(transaction -> transaction.run(DELETE_SOME).hasNext());
            }
            session.executeWriteWithoutResult(
                    transaction -> {
                        transaction.run(NO_SEALER).consume();
                        transaction.run(NO_PLACES).consume();
                        transaction.run(DELETE).consume();
                    });
        }
        hub.getBean(AgreementsInForce.class).refresh();
        hub.getBean(Hub.class).forgetCitizens();
    }
}
