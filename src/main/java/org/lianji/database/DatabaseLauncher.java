package org.lianji.database;

import org.lianji.platform.ProductionChecks;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

import java.util.Map;

/**
 * Launches the embedded database, unless {@code spring.neo4j.uri} names a server, before the hub's
 * own parts are even looked for: both need seconds to come up. It ends with the hub, also where the
 * hub doesn't come up or is stopped before it has; a hub that will be refused to start launches
 * none.
 */
public final class DatabaseLauncher
        implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final String NAME = "embeddedDatabase";
    private static final String EMBEDDED = "embedded";

    @Override
    public void initialize(GenericApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (environment.getProperty("spring.neo4j.uri", EMBEDDED).equals(EMBEDDED)
                && new ProductionChecks(environment).findings().isEmpty()) {
            DatabaseSettings settings =
                    Binder.get(environment).bindOrCreate("lianji.database", DatabaseSettings.class);
            EmbeddedDatabase database =
                    new EmbeddedDatabase(
                            settings.home(),
                            settings.jars(),
                            settings.heap(),
                            settings.pageCache(),
                            EmbeddedDatabase.ROTATION,
                            settings.cutTornLog() ? EmbeddedDatabase.CUT_TORN_LOG : Map.of());
            var beans = context.getDefaultListableBeanFactory();
            beans.registerSingleton(NAME, database);
            beans.registerDisposableBean(NAME, database::close);
            SpringApplication.getShutdownHandlers().add(database::close); // a context that isn't up
            database.launch();
        }
    }
}
