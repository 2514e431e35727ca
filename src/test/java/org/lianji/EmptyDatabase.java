package org.lianji;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.driver.Driver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Takes everything that a test may have written out of the database. */
final class EmptyDatabase implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        Driver driver = SpringExtension.getApplicationContext(context).getBean(Driver.class);
        driver.executableQuery(
                        "MATCH (n) WHERE NOT n:Migration AND NOT n:Region AND NOT n:Department"
                                + " DETACH DELETE n")
                .execute();
    }
}
