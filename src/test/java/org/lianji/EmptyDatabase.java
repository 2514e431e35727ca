package org.lianji;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Takes everything that a test may have written out of the database. */
final class EmptyDatabase implements BeforeEachCallback {

    /** A sealer of another test's hub has the same lock. */
    private static final String NO_SEALER =
            "MERGE (end:ChainEnd {name: 'chain'}) SET end.lock = true";

    private static final String DELETE =
            "MATCH (n) WHERE NOT n:Migration AND NOT n:Region AND NOT n:Department DETACH DELETE n";

    @Override
    public void beforeEach(ExtensionContext context) {
        Driver driver = SpringExtension.getApplicationContext(context).getBean(Driver.class);
        try (Session session = driver.session()) {
            session.executeWriteWithoutResult(
                    transaction -> {
                        transaction.run(NO_SEALER).consume();
                        transaction.run(DELETE).consume();
                    });
        }
    }
}
