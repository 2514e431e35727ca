package org.lianji;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lianji.sharing.AgreementsInForce;
import org.neo4j.driver.Driver;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Takes everything that a test may have written out of the database, and of memory. */
final class EmptyDatabase implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        ApplicationContext hub = SpringExtension.getApplicationContext(context);
        hub.getBean(Driver.class)
                .executableQuery(
                        "MATCH (n) WHERE NOT n:Migration AND NOT n:Region AND NOT n:Department"
                                + " DETACH DELETE n")
                .execute();
        hub.getBean(AgreementsInForce.class).refresh();
    }
}
